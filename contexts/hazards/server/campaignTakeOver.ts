import { regionCode, regionRange } from '../../../kernel/region.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { insertOpenHazards } from './campaignChangeStore.ts'
import { campaignInScope, countRegistered } from './campaignStore.ts'
import { campaignChanged } from './campaignView.ts'

/** Puts every hazard that is open now on the list of a campaign (在册), so that each is looked at again. */
export const takeOverHazards: RouteHandler = handle(campaignRoutes.takeOverHazards, async (tx, { params, body }) => {
  const campaign = await campaignInScope(tx, params.id)
  if (!campaign) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: params.id })
  const whole = regionRange(regionCode(campaign.region_code))
  const asked = body.region === undefined ? whole : regionRange(regionCode(body.region))
  const lo = asked.lo > whole.lo ? asked.lo : whole.lo
  const hi = asked.hi < whole.hi ? asked.hi : whole.hi
  const added = await insertOpenHazards(tx, campaign.id, { lo, hi, level: body.level })
  const registered = await countRegistered(tx, campaign.id)
  campaignChanged(tx, 'campaign.change', campaign, {
    hazardsAdded: added,
    registered,
    region: body.region ?? campaign.region_code,
    level: body.level ?? 'any',
  })
  return ok({ added, registered })
})
