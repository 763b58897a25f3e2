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

/** Figures: how many by region, month, level and state; what is overdue now, and how long closing takes. */
export const openFigureRoutes = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(routes.figures, async (tx, { actor, query }) => {
    const { figures, region, regionLevel, from, to, campaignId, level, state, by } = query
    const range = rangeOf(actor.scope, region)
    const rows = await sumFigures(
      tx,
      { ...range, figures, from, until: to, campaignId, level, state },
      { regionDigits: regionLevel === undefined ? 0 : digits[regionLevel], by },
    )
    return ok({
      rows: (await named(tx, needs, rows, range)).map((row) => ({
        ...row,
        industryName: row.industryCode === null ? null : industryNameOf(row.industryCode),
      })),
    })
  }),

  handle(routes.overdue, async (tx, { actor, query: { region, regionLevel, campaignId } }) => {
    const range = rangeOf(actor.scope, region)
    const today = dateInBeijing(tx.now).toString()
    const rows = await overdueByRegion(tx, {
      ...range,
      campaignId,
      today,
      regionDigits: regionLevel === undefined ? 0 : digits[regionLevel],
    })
    return ok({ today, rows: await named(tx, needs, rows, range) })
  }),
]
