import { ok } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { campaignProgress, plansOf, unitsByInspector } from './campaignProgressStore.ts'
import { codeOf, digits, rangeOf } from './figureRange.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'

/** How far campaigns have come, whole or by region, and who has what by their plans. */
export const openReadProgress = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(campaignRoutes.campaignProgress, async (tx, { actor, query: { ids, region, regionLevel } }) => {
    const range = rangeOf(actor.scope, region)
    const rows = await campaignProgress(tx, { ids, range, regionDigits: regionLevel === undefined ? 0 : digits[regionLevel] })
    const codes = rows.map((row) => codeOf(row.region, range))
    const names = await namesFor(tx, needs, { regions: codes })
    return ok({
      rows: rows.map(({ region: first, ...row }) => {
        const code = codeOf(first, range)
        return { ...row, regionCode: code, regionName: names.region(code) }
      }),
    })
  }),

  handle(campaignRoutes.campaignPlan, async (tx, { params }) => {
    const held = await unitsByInspector(tx, params.id)
    const plans = await plansOf(tx, params.id)
    const names = await namesFor(tx, needs, {
      people: [...held.map(({ inspectorId }) => inspectorId), ...plans.map(({ plannedBy }) => plannedBy)],
    })
    return ok({
      inspectors: held.flatMap(({ inspectorId, units, checked }) =>
        inspectorId === null ? [] : [{ inspectorId, inspectorName: names.person(inspectorId), units, checked }],
      ),
      unplanned: held.find(({ inspectorId }) => inspectorId === null)?.units ?? 0,
      plans: plans.map(({ plannedBy, ...plan }) => ({ ...plan, plannedByName: names.person(plannedBy) })),
    })
  }),
]
