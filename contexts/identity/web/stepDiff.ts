import { isRole } from './isRole.ts'

/** One value of a step, before and after it; undefined where that side says nothing of it. */
export type DiffRow = { readonly field: string; readonly before: unknown; readonly after: unknown; readonly changed: boolean }

const fieldsOf = (side: unknown): ReadonlyMap<string, unknown> => {
  if (side === null || side === undefined) return new Map()
  return typeof side === 'object' && !Array.isArray(side) ? new Map(Object.entries(side)) : new Map([['value', side]])
}

/** What a step changed, field by field: what changed first, then what only stands there for the reader. */
export const diffRows = (before: unknown, after: unknown): readonly DiffRow[] => {
  const [from, to] = [fieldsOf(before), fieldsOf(after)]
  const rows = [...new Set([...from.keys(), ...to.keys()])].map((field): DiffRow => {
    const sides = { before: from.get(field), after: to.get(field) }
    return {
      field,
      ...sides,
      changed: from.has(field) && to.has(field) ? JSON.stringify(sides.before) !== JSON.stringify(sides.after) : true,
    }
  })
  return rows.toSorted((one, other) => Number(other.changed) - Number(one.changed))
}

/** The words that a value of the record may be told in. */
export type ValueWords = {
  readonly yes: string
  readonly no: string
  readonly nothing: string
  readonly separator: string
  readonly role: (role: string) => string
  /** Kinds, lines and fields by their code; undefined for a code that has no word. */
  readonly code: (field: string, code: string) => string | undefined
}

/** A value of the record as a person reads it. */
export const valueText = (field: string, value: unknown, words: ValueWords): string => {
  if (value === undefined) return ''
  if (value === null || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return isRole(value) ? words.role(value) : (words.code(field, value) ?? value)
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map((item: unknown) => valueText(field, item, words)).join(words.separator)
  return JSON.stringify(value)
}
