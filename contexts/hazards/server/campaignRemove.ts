import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { listRemovals, takeOut } from './campaignChangeStore.ts'
import { campaignInScope, countTargets, lockPlan } from './campaignStore.ts'
import { campaignChanged } from './campaignView.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { idsInScope } from './unitStore.ts'

/** Takes units out of a campaign with a reason; each leaves a trace, and may be put back. */
export const removeTargets: RouteHandler = handle(campaignRoutes.removeTargets, async (tx, { params, body, actor }) => {
  const campaign = await campaignInScope(tx, params.id)
  if (!campaign) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: params.id })
  const seen = await idsInScope(tx, body.unitIds)
  const missing = body.unitIds.find((id) => !seen.has(id))
  if (missing !== undefined) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: missing })
  // A plan made at the same time does not give a unit that is just going out.
  await lockPlan(tx, campaign.id)
  const removed = await takeOut(tx, campaign.id, body.unitIds, { ...actor, reason: body.reason })
  const targets = await countTargets(tx, campaign.id)
  campaignChanged(tx, 'campaign.change', campaign, { targetsRemoved: removed, targets, reason: body.reason })
  return ok({ removed, targets })
})

/** What was taken out of a campaign, by whom and why. */
export const openReadRemovals = (needs: NameNeeds): RouteHandler =>
  handle(campaignRoutes.removedTargets, async (tx, { params, query }) => {
    const { rows, total, next } = await listRemovals(tx, params.id, query)
    const names = await namesFor(tx, needs, {
      regions: rows.map(({ regionCode }) => regionCode),
      people: rows.map(({ personId }) => personId),
    })
    const shown = rows.map(({ personId, ...row }) => ({
      ...row,
      regionName: names.region(row.regionCode),
      personName: names.person(personId),
    }))
    return ok({ rows: shown, total, next })
  })
