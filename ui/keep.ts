/**
 * Small preferences of this browser (language, theme). A browser may refuse storage altogether
 * (private windows, policy); the preference then lasts as long as the page.
 */
const prefix = 'anlan.'
const kept = new Map<string, string>()

/** Asked anew each time, because a browser that refuses storage throws already here. */
const storage = (): Storage | null => (typeof window === 'undefined' ? null : window.localStorage)

/** The preference of that name, or null where none was kept. */
export const recall = (name: string): string | null => {
  try {
    return storage()?.getItem(prefix + name) ?? kept.get(name) ?? null
  } catch {
    return kept.get(name) ?? null
  }
}

/** Keeps a preference; null forgets it. */
export const keep = (name: string, value: string | null): void => {
  if (value === null) kept.delete(name)
  else kept.set(name, value)
  try {
    if (value === null) storage()?.removeItem(prefix + name)
    else storage()?.setItem(prefix + name, value)
  } catch {
    // Storage is refused: `kept` above holds it for this page.
  }
}
