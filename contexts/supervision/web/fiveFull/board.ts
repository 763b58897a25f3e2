import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { fiveFullRoutes } from '../../contract/fiveFullRoutes.ts'
import type { Language } from '../../rules/bulletin/numbers.ts'
import { cellOf, inOrder, isKept, whereOf, type Cell } from '../../rules/fiveFull/cell.ts'
import { measures, type Measure, type PartName } from '../../rules/fiveFull/measures.ts'

export type Board = RouteOutput<typeof fiveFullRoutes.fiveFull>
export type BoardRow = Board['rows'][number]

/** The measures of a part that the house keeps. */
export const measuresOf = (part: PartName, board: Board): readonly Measure[] =>
  measures.filter((measure) => measure.part === part && board.rows.some(({ tally }) => isKept(measure, tally)))

/** A measure of a row, with the records of its numbers. */
export const cellAt = (measure: Measure, { regionCode, alone, tally, before }: BoardRow, board: Board, language: Language): Cell =>
  cellOf(
    measure,
    {
      tally,
      before,
      where: whereOf(
        measure,
        { region: regionCode, alone, from: board.period.from, to: board.period.to },
        { campaignId: board.campaign?.campaignId ?? null, floodId: board.flood?.campaignId ?? null },
      ),
    },
    language,
  )

export type Sort = { readonly measure: string; readonly way: 'ascending' | 'descending' }

/** The rows below, in the order of a measure; by their codes where none is named. */
export const sortedRows = (board: Board, sort: Sort | null, language: Language): readonly BoardRow[] => {
  const below = board.rows.filter(({ whole }) => !whole)
  const measure = measures.find(({ name }) => name === sort?.measure)
  if (sort === null || measure === undefined) return below
  return below
    .map((row) => ({ row, cell: cellAt(measure, row, board, language) }))
    .toSorted((one, other) => inOrder(one.cell, other.cell, sort.way))
    .map(({ row }) => row)
}
