import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { campaignInScope, countTargets, insertTargets } from './campaignStore.ts'
import { campaignChanged } from './campaignView.ts'
import { industriesWithin } from './unitIndustry.ts'
import { idsInScope } from './unitStore.ts'

/** Puts units into a campaign: those named, or every open unit that fits. Who is in it stays in it. */
export const addTargets: RouteHandler = handle(campaignRoutes.addTargets, async (tx, { params, body }) => {
  const campaign = await campaignInScope(tx, params.id)
  if (!campaign) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: params.id })
  const { unitIds, industry, ...filter } = body
  const industries = industry === undefined ? ok(undefined) : industriesWithin(industry)
  if (!industries.ok) return industries
  if (unitIds !== undefined) {
    const seen = await idsInScope(tx, unitIds)
    const missing = unitIds.find((id) => !seen.has(id))
    if (missing !== undefined) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: missing })
  }
  const added = await insertTargets(tx, campaign.id, { ...filter, industries: industries.value }, unitIds)
  const targets = await countTargets(tx, campaign.id)
  campaignChanged(tx, 'campaign.change', campaign, { targetsAdded: added, targets })
  return ok({ added, targets })
})
