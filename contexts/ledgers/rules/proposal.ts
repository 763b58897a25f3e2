import { headingsOf, headsIn, signatureOf, type Head } from './head.ts'
import { fitOf, matchColumns, missingKeys, unmatched, type FileColumn, type KindColumn, type Matched, type Memory } from './matchColumns.ts'
import type { Cell, Row } from './sniff.ts'

/** The beginning of a sheet, as far as a proposal looks at it. */
export type SheetStart = { readonly index: number; readonly name: string; readonly hidden: boolean; readonly rows: readonly Row[] }

export type Kind = { readonly kind: string; readonly columns: readonly KindColumn[] }

/** A head as an organisation corrected it before: which key stands at which place; headings may be the same, so the place counts. */
export type Remembered = { readonly kind: string; readonly keys: Readonly<Record<string, string>> }

/** A sheet as it will be read. */
export type SheetPlan = {
  readonly index: number
  readonly name: string
  readonly hidden: boolean
  readonly taken: boolean
  readonly headRows: readonly number[]
  readonly columns: readonly Matched[]
  readonly remembered: boolean
  readonly missing: readonly string[]
}

export type Proposal = {
  readonly kind: string | null
  /** The likeliest first, each 0 to 1. */
  readonly kinds: readonly { readonly kind: string; readonly confidence: number }[]
  readonly sheets: readonly SheetPlan[]
}

/** So few matched columns make no head. */
const fewest = 2

/** The columns under a head, each with its values as far as they are known. */
export const columnsUnder = ({ rows: headRows, headings }: Head, rows: readonly Row[]): readonly FileColumn[] => {
  const last = headRows.at(-1) ?? 0
  const below = rows.filter(({ row }) => row > last)
  return headings.map((heading, place) => ({
    place,
    heading,
    values: below.flatMap(({ cells }): Cell[] => {
      const cell = cells[place]
      return cell ? [cell] : []
    }),
  }))
}

type Candidate = {
  readonly kind: string
  readonly head: Head
  readonly columns: readonly Matched[]
  readonly fit: number
  readonly remembered: boolean
}

const byMemory = (head: Head, keys: Remembered['keys']): readonly Matched[] =>
  head.headings.map((heading, place) => {
    const key = keys[place] ?? null
    return key === null ? { place, heading, ...unmatched } : { place, heading, key, confidence: 1, why: 'remembered' }
  })

const bestOf = (kind: Kind, sheet: SheetStart, memory: Memory, remembered: ReadonlyMap<string, Remembered>): Candidate | null => {
  let best: Candidate | null = null
  for (const head of headsIn(sheet.rows)) {
    const known = remembered.get(signatureOf(head.headings))
    if (known && known.kind === kind.kind) {
      const columns = byMemory(head, known.keys)
      return { kind: kind.kind, head, columns, fit: fitOf(kind.columns, columns), remembered: true }
    }
    const columns = matchColumns(kind.columns, columnsUnder(head, sheet.rows), memory)
    if (columns.filter(({ key }) => key !== null).length < fewest) continue
    const fit = fitOf(kind.columns, columns)
    // A head of two rows tells more than its lower row alone, so of two that fit alike the longer counts.
    const better = best === null || fit > best.fit * 1.02 || (fit >= best.fit * 0.98 && head.rows.length > best.head.rows.length)
    if (better) best = { kind: kind.kind, head, columns, fit, remembered: false }
  }
  return best
}

const planOf = (sheet: SheetStart, kind: Kind, candidate: Candidate | null, taken: boolean): SheetPlan => ({
  index: sheet.index,
  name: sheet.name,
  hidden: sheet.hidden,
  taken,
  headRows: candidate?.head.rows ?? [],
  columns: candidate?.columns ?? [],
  remembered: candidate?.remembered ?? false,
  missing: candidate ? missingKeys(kind.columns, candidate.columns) : [],
})

/** What each sheet is by a kind that a person chose. */
export const proposeKind = (
  kind: Kind,
  sheets: readonly SheetStart[],
  remembered: ReadonlyMap<string, Remembered>,
): readonly SheetPlan[] => {
  const memory: Memory = new Map()
  return sheets.map((sheet) => {
    const candidate = bestOf(kind, sheet, memory, remembered)
    return planOf(sheet, kind, candidate, candidate !== null && !sheet.hidden)
  })
}

/**
 * Which kind of ledger a file is, and for each sheet where its head is and what its columns are. A sheet without a head, a hidden
 * one, and one that is plainly of another kind is proposed not to be taken.
 */
export const propose = (kinds: readonly Kind[], sheets: readonly SheetStart[], remembered: ReadonlyMap<string, Remembered>): Proposal => {
  const found = kinds.map((kind) => {
    const memory: Memory = new Map()
    const candidates = sheets.map((sheet) => bestOf(kind, sheet, memory, remembered))
    return { kind, candidates }
  })
  const strength = (candidate: Candidate | null | undefined): number => (candidate ? candidate.fit + (candidate.remembered ? 100 : 0) : 0)
  const ranked = found
    .map((one) => ({
      ...one,
      sum: one.candidates.reduce((sum, candidate, place) => sum + (sheets[place]!.hidden ? 0 : strength(candidate)), 0),
    }))
    .toSorted((one, other) => other.sum - one.sum)
  const [first] = ranked
  if (!first || first.sum === 0)
    return {
      kind: null,
      kinds: [],
      sheets: sheets.map(({ index, name, hidden }) => ({
        index,
        name,
        hidden,
        taken: false,
        headRows: [],
        columns: [],
        remembered: false,
        missing: [],
      })),
    }
  const whole = ranked.reduce((sum, one) => sum + one.sum, 0)
  return {
    kind: first.kind.kind,
    kinds: ranked
      .filter(({ sum }) => sum > 0)
      .map(({ kind, sum }) => ({ kind: kind.kind, confidence: Math.round((sum / whole) * 100) / 100 })),
    sheets: sheets.map((sheet, place) => {
      const candidate = first.candidates[place] ?? null
      const other = Math.max(0, ...ranked.slice(1).map(({ candidates }) => strength(candidates[place])))
      return planOf(sheet, first.kind, candidate, candidate !== null && !sheet.hidden && strength(candidate) * 1.5 >= other)
    }),
  }
}

/** A sheet as a person corrected it: the head where he says, the columns as he says; the others as the product would match them. */
export const correct = (
  kind: Kind,
  sheet: SheetStart,
  wanted: {
    readonly taken: boolean
    readonly headRows: readonly number[]
    readonly columns: readonly { readonly place: number; readonly key: string | null }[]
  },
): SheetPlan => {
  const headRows = wanted.headRows.toSorted((one, other) => one - other)
  const head: Head = { rows: headRows, headings: headingsOf(sheet.rows.filter(({ row }) => headRows.includes(row))) }
  const said = new Map(wanted.columns.map(({ place, key }) => [place, key]))
  const file = columnsUnder(head, sheet.rows)
  const keysSaid = new Set([...said.values()].filter((key) => key !== null))
  const proposed = matchColumns(
    kind.columns.filter(({ key }) => !keysSaid.has(key)),
    file.filter(({ place }) => !said.has(place)),
  )
  const byPlace = new Map(proposed.map((one) => [one.place, one]))
  const own = matchColumns(kind.columns, file)
  const columns = file.map(({ place, heading }): Matched => {
    if (!said.has(place)) return byPlace.get(place) ?? { place, heading, ...unmatched }
    const key = said.get(place) ?? null
    // What a person left as it was proposed stays a proposal.
    const proposedHere = own.find((one) => one.place === place)
    if (proposedHere && proposedHere.key === key) return proposedHere
    return key === null ? { place, heading, ...unmatched } : { place, heading, key, confidence: 1, why: 'person' }
  })
  return {
    index: sheet.index,
    name: sheet.name,
    hidden: sheet.hidden,
    taken: wanted.taken,
    headRows,
    columns,
    remembered: false,
    missing: missingKeys(kind.columns, columns),
  }
}

/** A key that stands at two columns of a sheet, or that the kind does not have; null where all is well. */
export const faultyKey = (kind: Kind, columns: readonly { readonly key: string | null }[]): string | null => {
  const seen = new Set<string>()
  for (const { key } of columns) {
    if (key === null) continue
    if (seen.has(key) || !kind.columns.some((column) => column.key === key)) return key
    seen.add(key)
  }
  return null
}
