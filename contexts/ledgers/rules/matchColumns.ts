import { alike, bareHeading, isCountingHeading, isReturnHeading, isSerialHeading, plainHeading } from './headings.ts'
import { shareOf, type Cell, type Content } from './sniff.ts'

/** A column of a kind of ledger, as far as matching needs it. */
export type KindColumn = {
  readonly key: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly headings: readonly string[]
  readonly needed: boolean
  readonly looks: { readonly as: 'text' | 'number' | 'day' }
}

/** Why a column was matched so: by its very name, by a name like it, by its values, as the organisation corrected it before, by a person now; or not. */
export const whys = ['exact', 'similar', 'content', 'remembered', 'person', 'none'] as const
export type Why = (typeof whys)[number]

export type Matched = {
  readonly place: number
  readonly heading: string
  readonly key: string | null
  readonly confidence: number
  readonly why: Why
}

/** Below it nothing is proposed. */
const least = 0.5

/** How sure a column that counts the rows can be of being the ledger's own number. */
const serialAtMost = 0.55

const slash = (text: string): string => text.replaceAll('/', '')
const lastOf = (text: string): string => text.split('/').at(-1) ?? ''

/** How well a heading of a file names a column, 0 to 1. */
const namedBy = (heading: string, name: string): number => {
  if (plainHeading(heading) === plainHeading(name)) return 1
  const [ours, theirs] = [bareHeading(heading), bareHeading(name)]
  if (ours === theirs) return 0.97
  if (slash(ours) === slash(theirs)) return 0.95
  const grouped = ours.includes('/')
  if (grouped && !theirs.includes('/') && bareHeading(lastOf(heading)) === theirs) return 0.88
  if (!grouped && theirs.includes('/') && bareHeading(lastOf(name)) === ours) return 0.8
  const whole = 0.9 * alike(slash(ours), slash(theirs))
  const end = grouped ? 0.75 * alike(bareHeading(lastOf(heading)), theirs) : 0
  return Math.max(whole, end)
}

const expected = (column: KindColumn): Content | null => {
  if (column.looks.as === 'day') return 'day'
  const names = [column.label.zh, ...column.headings]
  if (names.some((name) => name.includes('信用代码'))) return 'creditCode'
  if (names.some((name) => /(?:级别|等级)$/.test(name))) return 'level'
  if (names.some((name) => /(?:电话|手机|手机号)$/.test(name))) return 'phone'
  return column.looks.as === 'number' ? 'number' : null
}

export type FileColumn = { readonly place: number; readonly heading: string; readonly values: readonly Cell[] }

/** Headings are the same in many sheets and candidates, so that each is compared once. */
export type Memory = Map<string, number>

const byName = (column: KindColumn, heading: string, memory: Memory): number => {
  const key = `${column.key}\n${heading}`
  const known = memory.get(key)
  if (known !== undefined) return known
  const named = Math.max(...[column.label.zh, column.label.en, ...column.headings].map((name) => namedBy(heading, name)))
  // What only counts the rows gives way to any other column of that name.
  const best = isSerialHeading(heading) ? Math.min(named, serialAtMost) : named
  memory.set(key, best)
  return best
}

const judged = (column: KindColumn, file: FileColumn, memory: Memory): { confidence: number; why: Why } => {
  const name = byName(column, file.heading, memory)
  const why: Why = name >= 0.8 ? 'exact' : 'similar'
  const content = expected(column)
  const share = content === null ? null : shareOf(content, file.values)
  if (share === null) return { confidence: name, why }
  if (share >= 0.6 && name >= 0.4) return { confidence: Math.min(1, name + (1 - name) * 0.3), why: name >= least ? why : 'content' }
  // Nothing else in a ledger looks like a credit code; dates stand in several columns.
  if (content === 'creditCode' && share >= 0.8) return { confidence: 0.7, why: 'content' }
  if (share < 0.2 && (content === 'day' || content === 'creditCode')) return { confidence: name * 0.7, why }
  return { confidence: name, why }
}

/** Each column of a file with at most one key, each key at one column at most: the surest pairs first. */
export const matchColumns = (
  columns: readonly KindColumn[],
  file: readonly FileColumn[],
  memory: Memory = new Map(),
): readonly Matched[] => {
  const pairs = file
    .filter(({ heading }) => heading !== '' && !isReturnHeading(heading) && !isCountingHeading(heading))
    .flatMap((one) => columns.map((column, order) => ({ place: one.place, key: column.key, order, ...judged(column, one, memory) })))
    .filter(({ confidence }) => confidence >= least)
    .toSorted((one, other) => other.confidence - one.confidence || one.order - other.order || one.place - other.place)
  const byPlace = new Map<number, { key: string; confidence: number; why: Why }>()
  const used = new Set<string>()
  for (const { place, key, confidence, why } of pairs) {
    if (byPlace.has(place) || used.has(key)) continue
    byPlace.set(place, { key, confidence: Math.round(confidence * 100) / 100, why })
    used.add(key)
  }
  return file.map(({ place, heading }) => ({ place, heading, ...(byPlace.get(place) ?? unmatched) }))
}

export const unmatched = { key: null, confidence: 0, why: 'none' } as const

/** Columns without which the kind cannot be taken, and that no column of the file is. */
export const missingKeys = (columns: readonly KindColumn[], matched: readonly Pick<Matched, 'key'>[]): readonly string[] => {
  const found = new Set(matched.map(({ key }) => key))
  return columns.filter(({ key, needed }) => needed && !found.has(key)).map(({ key }) => key)
}

/** How well a head fits a kind: what was matched, less for what is needed and missing. */
export const fitOf = (columns: readonly KindColumn[], matched: readonly Matched[]): number => {
  const sure = matched.reduce((sum, { confidence }) => sum + confidence, 0)
  const needed = columns.filter((column) => column.needed).length
  const missing = missingKeys(columns, matched).length
  const named = matched.filter(({ heading }) => heading !== '' && !isSerialHeading(heading) && !isReturnHeading(heading)).length
  const whole = needed === 0 ? 1 : 1 - missing / needed
  return named === 0 ? 0 : sure * (0.3 + 0.7 * whole)
}
