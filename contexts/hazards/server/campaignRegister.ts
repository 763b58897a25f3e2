import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { campaignInScope, countRegistered, hazardsKnown, insertRegistered } from './campaignStore.ts'
import { campaignChanged } from './campaignView.ts'

/** Puts hazards that are known already (在册) on the list of a campaign: each is to be looked at again. */
export const registerHazards: RouteHandler = handle(campaignRoutes.registerHazards, async (tx, { params, body }) => {
  const campaign = await campaignInScope(tx, params.id)
  if (!campaign) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: params.id })
  const known = await hazardsKnown(tx, body.hazards)
  const missing = body.hazards.find(({ unitId, hazardId }) => !known.has(`${unitId}.${hazardId}`))
  if (missing) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: missing.hazardId })
  const added = await insertRegistered(tx, campaign.id, body.hazards)
  const registered = await countRegistered(tx, campaign.id)
  campaignChanged(tx, 'campaign.change', campaign, { hazardsAdded: added, registered })
  return ok({ added, registered })
})
