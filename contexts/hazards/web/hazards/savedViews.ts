import { addressOf, filtersOf, type SomeFilters } from './listFilters.ts'

/** A view that a person named; it lives in this browser. */
export type SavedView = { readonly name: string; readonly filters: SomeFilters }

export const mostSaved = 12
export const longestName = 20

/** The place where a person's views are kept; several people may share a machine. */
export const keptUnder = (personId: string): string => `hazardViews.${personId}`

const isView = (value: unknown): value is { readonly name: string; readonly search: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'search') === 'string'

/** Reads what was kept; what cannot be read, or is of another shape, is no view. */
export const readViews = (text: string | null): readonly SavedView[] => {
  if (text === null) return []
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch (problem) {
    // Written by another program, or cut off: there is nothing to show, and the next view that is saved replaces it.
    if (problem instanceof SyntaxError) return []
    throw problem
  }
  return Array.isArray(kept) ? kept.filter(isView).map(({ name, search }) => ({ name, filters: filtersOf(search) })) : []
}

/** The text that is kept: names with the query of each view's address. */
export const writeViews = (views: readonly SavedView[]): string =>
  JSON.stringify(views.map(({ name, filters }) => ({ name, search: addressOf(filters).split('?')[1] ?? '' })))

/** The views with one more; a view of that name is replaced where it stands, and the oldest makes room. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] => {
  const at = views.findIndex(({ name }) => name === view.name)
  return at === -1 ? [...views, view].slice(-mostSaved) : views.with(at, view)
}

/** The saved view that these filters are, if any. */
export const savedViewOf = (views: readonly SavedView[], filters: SomeFilters): SavedView | undefined =>
  views.find((view) => addressOf(view.filters) === addressOf(filters))
