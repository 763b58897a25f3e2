import type { Sentence } from '../../../../kernel/refusals.ts'
import { levelOrder, stateOrder, type Dimension, type Measure, type Shown, type Sum } from './measures.ts'

/** A column; it stands for several keys where there are more than a table takes. */
export type FigureColumn = { readonly keys: readonly string[]; readonly name: string | null }

/** A number of the table; null where there is none: nothing to divide by, or months that are no sum. */
export type Value = number | null

export type FigureLine = {
  readonly key: string
  readonly name: Sentence
  readonly cells: readonly Value[]
  readonly total: Value
}

export type FigureTable = {
  readonly columns: readonly FigureColumn[]
  readonly lines: readonly FigureLine[]
  /** The sums of the columns and of all. */
  readonly foot: readonly Value[]
  readonly total: Value
}

/** More columns than these stand together in one, which can be unfolded. */
export const mostColumns = { period: 12, level: 3, state: 10, industry: 8 } as const

const keyIn: { readonly [Name in Dimension]: (sum: Sum) => string | null } = {
  period: (sum) => sum.period,
  level: (sum) => sum.level,
  state: (sum) => sum.state,
  industry: (sum) => sum.industryCode,
}

const add = (sums: readonly Sum[]): number => sums.reduce((all, { total }) => all + total, 0)

/** What the sums come to: their number, or the mean or share to a tenth. */
export const valueOf = ({ figure, per, kind }: Measure, sums: readonly Sum[]): Value => {
  const above = add(sums.filter((sum) => sum.figure === figure))
  if (per === undefined) return above
  const below = add(sums.filter((sum) => sum.figure === per))
  if (below === 0) return null
  return Math.round((above / below) * (kind === 'share' ? 1000 : 10)) / 10
}

/** The keys of a dimension in their order: months by time, industries by how much they hold. */
const keysOf = (dimension: Dimension, sums: readonly Sum[], figure: Sum['figure']): readonly string[] => {
  const held = Map.groupBy(
    sums.filter((sum) => sum.figure === figure),
    keyIn[dimension],
  )
  held.delete(null)
  const keys = [...held.keys()].filter((key) => key !== null)
  if (dimension === 'period') return keys.toSorted()
  if (dimension === 'industry') return keys.toSorted((a, b) => add(held.get(b) ?? []) - add(held.get(a) ?? []))
  const order = dimension === 'level' ? levelOrder : stateOrder
  return keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** The columns: of many months the last ones, of many industries the fullest, the rest in one. */
const columnsOf = (dimension: Dimension, sums: readonly Sum[], figure: Sum['figure'], unfolded: boolean): readonly FigureColumn[] => {
  const keys = keysOf(dimension, sums, figure)
  const most = unfolded ? Infinity : mostColumns[dimension]
  const names = new Map(sums.map((sum) => [sum.industryCode, sum.industryName]))
  const alone = (key: string): FigureColumn => ({ keys: [key], name: dimension === 'industry' ? (names.get(key) ?? key) : key })
  if (keys.length <= most) return keys.map(alone)
  if (dimension === 'period') return [{ keys: keys.slice(0, 1 - most), name: null }, ...keys.slice(1 - most).map(alone)]
  return [...keys.slice(0, most - 1).map(alone), { keys: keys.slice(most - 1), name: null }]
}

/** GB/T 4754 names an industry in Chinese alone. */
const inBoth = (name: string): Sentence => ({ zh: name, en: name })

/** What is shown as a table of regions or industries, the fullest first. */
export const tableOf = (all: readonly Sum[], { measure, rows, columns: dimension }: Shown, unfolded: boolean): FigureTable => {
  const sums = measure.states === undefined ? all : all.filter(({ state }) => state === null || measure.states?.includes(state) === true)
  const columns = dimension === null ? [] : columnsOf(dimension, sums, measure.figure, unfolded)
  const isNoSum = (column: FigureColumn | null): boolean =>
    measure.monthsApart === true && dimension === 'period' && (column === null ? columns.length > 0 : column.keys.length > 1)
  const cell = (held: readonly Sum[], column: FigureColumn | null): Value => {
    if (isNoSum(column)) return null
    if (column === null || dimension === null) return valueOf(measure, held)
    return valueOf(
      measure,
      held.filter((sum) => {
        const key = keyIn[dimension](sum)
        // The register stands below the line of every month.
        return key === null ? sum.figure === measure.per : column.keys.includes(key)
      }),
    )
  }
  const held = Map.groupBy(sums, (sum) => (rows === 'region' ? sum.regionCode : (sum.industryCode ?? '')))
  const lines = [...held].map(([key, group]): FigureLine & { readonly weight: number } => ({
    key,
    name: rows === 'region' ? (group[0]?.regionName ?? inBoth(key)) : inBoth(group[0]?.industryName ?? key),
    cells: columns.map((column) => cell(group, column)),
    total: cell(group, null),
    weight: valueOf(measure, group) ?? -1,
  }))
  return {
    columns,
    lines: lines.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).map(({ weight: _, ...line }) => line),
    foot: columns.map((column) => cell(sums, column)),
    total: cell(sums, null),
  }
}
