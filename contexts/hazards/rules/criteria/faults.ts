import { industryByCode } from '../industries.ts'
import type { Checklist, Item, Scope } from './checklist.ts'

/** What is wrong with a list that an administrator enters or that the program carries. */
export type ChecklistFault =
  | { readonly code: 'TEXT_MISSING'; readonly key: string; readonly field: 'clause' | 'zh' | 'en' | 'title' | 'source' | 'howToCheck' }
  | { readonly code: 'LANGUAGES_ALIKE'; readonly key: string }
  | { readonly code: 'ITEM_KEY_TWICE'; readonly key: string }
  | { readonly code: 'ITEM_KEY_FOREIGN'; readonly key: string }
  | { readonly code: 'INDUSTRY_UNKNOWN'; readonly key: string; readonly industry: string }
  | { readonly code: 'DAY_MALFORMED'; readonly key: string; readonly day: string }
  | { readonly code: 'RANGE_EMPTY'; readonly key: string; readonly from: string; readonly to: string }
  | { readonly code: 'EDITIONS_OVERLAP'; readonly key: string; readonly editions: readonly [string, string] }
  | { readonly code: 'EDITION_TWICE'; readonly key: string; readonly edition: string }

const dayShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const scopeFaults = (key: string, { industries }: Scope): readonly ChecklistFault[] =>
  industries.filter((industry) => industryByCode(industry) === null).map((industry) => ({ code: 'INDUSTRY_UNKNOWN', key, industry }))

const blank = (text: string): boolean => text.trim() === ''

const itemFaults = (list: Checklist, item: Item): readonly ChecklistFault[] => {
  const { key, howToCheck } = item
  const missing = (['clause', 'zh', 'en'] as const).filter((field) => blank(item[field]))
  return [
    ...missing.map((field): ChecklistFault => ({ code: 'TEXT_MISSING', key, field })),
    ...(howToCheck && (blank(howToCheck.zh) || blank(howToCheck.en)) ? [{ code: 'TEXT_MISSING', key, field: 'howToCheck' } as const] : []),
    ...(item.zh === item.en ? [{ code: 'LANGUAGES_ALIKE', key } as const] : []),
    ...(key.startsWith(`${list.key}.`) ? [] : [{ code: 'ITEM_KEY_FOREIGN', key } as const]),
    ...scopeFaults(key, item.appliesTo),
  ]
}

const rangeFaults = ({ key, inForceFrom, inForceTo }: Checklist): readonly ChecklistFault[] => {
  const days = inForceTo === null ? [inForceFrom] : [inForceFrom, inForceTo]
  const malformed = days.filter((day) => !dayShape.test(day))
  if (malformed.length > 0) return malformed.map((day) => ({ code: 'DAY_MALFORMED', key, day }))
  return inForceTo !== null && inForceTo <= inForceFrom ? [{ code: 'RANGE_EMPTY', key, from: inForceFrom, to: inForceTo }] : []
}

/** What is wrong with one list by itself. */
export const checklistFaults = (list: Checklist): readonly ChecklistFault[] => {
  const { key, title, source, items } = list
  const keys = items.map((item) => item.key)
  const twice = new Set(keys.filter((itemKey, index) => keys.indexOf(itemKey) !== index))
  return [
    ...(blank(title.zh) || blank(title.en) ? [{ code: 'TEXT_MISSING', key, field: 'title' } as const] : []),
    ...(blank(source) ? [{ code: 'TEXT_MISSING', key, field: 'source' } as const] : []),
    ...rangeFaults(list),
    ...scopeFaults(key, list.appliesTo),
    ...[...twice].map((itemKey): ChecklistFault => ({ code: 'ITEM_KEY_TWICE', key: itemKey })),
    ...items.flatMap((item) => itemFaults(list, item)),
  ]
}

const overlap = (one: Checklist, other: Checklist): boolean =>
  (one.inForceTo === null || other.inForceFrom < one.inForceTo) && (other.inForceTo === null || one.inForceFrom < other.inForceTo)

/** What is wrong with a library: its lists, and editions of one list that share a name or a day. */
export const libraryFaults = (library: readonly Checklist[]): readonly ChecklistFault[] => [
  ...library.flatMap(checklistFaults),
  ...library.flatMap((one, index) =>
    library.slice(index + 1).flatMap((other): readonly ChecklistFault[] => {
      if (one.key !== other.key) return []
      const { key } = one
      return [
        ...(one.edition === other.edition ? [{ code: 'EDITION_TWICE', key, edition: one.edition } as const] : []),
        ...(overlap(one, other) ? [{ code: 'EDITIONS_OVERLAP', key, editions: [one.edition, other.edition] } as const] : []),
      ]
    }),
  ),
]
