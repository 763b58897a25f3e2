import { regionCode, regionRange } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Scope } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { figureRoutes as routes } from '../contract/figureRoutes.ts'
import { overdueByRegion, sumFigures } from './figureStore.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { industryNameOf } from './unitIndustry.ts'

const digits = { province: 2, city: 4, county: 6, town: 9, village: 12 } as const

/** What is asked for, as far as it lies in the scope. */
const rangeOf = ({ lo, hi }: Scope, region: string | undefined): { readonly lo: string; readonly hi: string } => {
  if (region === undefined) return { lo, hi }
  const asked = regionRange(regionCode(region))
  return { lo: asked.lo > lo ? asked.lo : lo, hi: asked.hi < hi ? asked.hi : hi }
}

/** The code of which these are the first digits; of the whole where regions are not told apart. */
const codeOf = (first: string, whole: { readonly lo: string }): string => (first === '' ? whole.lo : first).padEnd(6, '0')

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
