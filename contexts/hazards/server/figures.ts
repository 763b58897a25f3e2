import type { Scope } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { figureRoutes as routes } from '../contract/figureRoutes.ts'
import { codeOf, digits, rangeOf } from './figureRange.ts'
import { overdueByRegion, sumFigures } from './figureStore.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { industryNameOf } from './unitIndustry.ts'

/** Rows with code and name of their region in place of its first digits. */
const named = async <Row extends { readonly region: string }>(
  tx: Tx,
  needs: NameNeeds,
  rows: readonly Row[],
  whole: { readonly lo: string },
) => {
  const names = await namesFor(tx, needs, { regions: rows.map(({ region }) => codeOf(region, whole)) })
  return rows.map(({ region, ...row }) => {
    const code = codeOf(region, whole)
    return { ...row, regionCode: code, regionName: names.region(code) }
  })
}

type Query<Name extends 'figures' | 'overdue'> = RouteInput<(typeof routes)[Name]>['query']
export type SumLine = RouteOutput<typeof routes.figures>['rows'][number]
export type OverdueLine = RouteOutput<typeof routes.overdue>['rows'][number]

/** The sums of a question within a scope, with the names of their regions and industries. */
export const sumLines = async (tx: Tx, needs: NameNeeds, scope: Scope, query: Query<'figures'>): Promise<SumLine[]> => {
  const { figures, region, regionLevel, from, to, campaignId, level, state, by } = query
  const range = rangeOf(scope, region)
  const rows = await sumFigures(
    tx,
    { ...range, figures, from, until: to, campaignId, level, state },
    { regionDigits: regionLevel === undefined ? 0 : digits[regionLevel], by },
  )
  return (await named(tx, needs, rows, range)).map((row) => ({
    ...row,
    industryName: row.industryCode === null ? null : industryNameOf(row.industryCode),
  }))
}

/** What is overdue today within a scope, by region. */
export const overdueLines = async (
  tx: Tx,
  needs: NameNeeds,
  scope: Scope,
  { region, regionLevel, campaignId }: Query<'overdue'>,
): Promise<OverdueLine[]> => {
  const range = rangeOf(scope, region)
  const rows = await overdueByRegion(tx, {
    ...range,
    campaignId,
    today: dateInBeijing(tx.now).toString(),
    regionDigits: regionLevel === undefined ? 0 : digits[regionLevel],
  })
  return named(tx, needs, rows, range)
}

/** Figures: how many by region, month, level and state; what is overdue now, and how long closing takes. */
export const openFigureRoutes = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(routes.figures, async (tx, { actor, query }) => ok({ rows: await sumLines(tx, needs, actor.scope, query) })),

  handle(routes.overdue, async (tx, { actor, query }) =>
    ok({ today: dateInBeijing(tx.now).toString(), rows: await overdueLines(tx, needs, actor.scope, query) }),
  ),
]
