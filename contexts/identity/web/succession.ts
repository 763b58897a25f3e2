import type { RouteOutput } from '../../../kernel/contract.ts'
import type { routes } from '../contract/index.ts'

export type Region = RouteOutput<typeof routes.regions>['rows'][number]
export type RegionRecord = RouteOutput<typeof routes.region>

/** Regions next to what they became, by the day; one row of the succession as the page shows it. */
export type SuccessionRow = RegionRecord['became'][number]

/** The rows of a succession by the act that made them: its day and its source. */
export const actsOf = (
  rows: readonly SuccessionRow[],
): readonly { readonly on: string; readonly source: string; readonly rows: readonly SuccessionRow[] }[] =>
  [...Map.groupBy(rows, ({ on, source }) => `${on} ${source}`).values()].flatMap((act) => {
    const [first] = act
    return first === undefined ? [] : [{ on: first.on, source: first.source, rows: act }]
  })

/** How the successor took over: as the main one, a part of it, or only by decision. */
export const successionRole = ({ main, needsDecision }: Pick<SuccessionRow, 'main' | 'needsDecision'>): 'main' | 'part' | 'needsDecision' =>
  needsDecision ? 'needsDecision' : main ? 'main' : 'part'
