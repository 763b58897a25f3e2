import type { Topic } from '../../rules/tip.ts'

export type DraftPhoto = {
  /** The server's; null while it is on its way or failed. */
  readonly id: string | null
  /** A small picture of it as a data address, so that it is seen after a reload. */
  readonly thumb: string
  readonly failed: boolean
}

/** What was filled in so far. Name and phone are not in it: they stay in the memory of the page. */
export type Draft = {
  readonly sitting: string
  readonly topics: readonly Topic[]
  readonly words: string
  readonly regions: readonly string[]
  readonly place: string
  readonly position: { readonly lng: number; readonly lat: number; readonly accuracyMetres: number } | null
  readonly photos: readonly DraftPhoto[]
  readonly insider: boolean
}

/** A random id, also where the page does not come over HTTPS and `randomUUID` is missing. */
export const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const newDraft = (): Draft => ({
  sitting: randomId(),
  topics: [],
  words: '',
  regions: [],
  place: '',
  position: null,
  photos: [],
  insider: false,
})

const under = 'anlan.tip.draft'

/** Kept with the tab and gone with it: taking a photo may make a phone throw the page away and load it anew. */
export const keepDraft = (draft: Draft | null): void => {
  try {
    if (draft === null) sessionStorage.removeItem(under)
    else sessionStorage.setItem(under, JSON.stringify({ ...draft, photos: draft.photos.filter(({ id }) => id !== null) }))
  } catch {
    // Storage is refused or full: the page's own memory holds the draft.
  }
}

export const recallDraft = (): Draft | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(under) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'sitting' in kept ? { ...newDraft(), ...(kept as Draft) } : null
  } catch {
    return null
  }
}
