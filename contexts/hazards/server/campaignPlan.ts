import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { readIndustry } from '../rules/industries.ts'
import { planVisits } from '../rules/plan.ts'
import { campaignById, lockPlan, replaceAssignments, unitsToPlan } from './campaignStore.ts'
import { campaignChanged } from './campaignView.ts'
import type { RegisterNeeds } from './unitNeeds.ts'

/**
 * Gives the units of a campaign in the planner's scope to inspectors by region and skill. A unit stays with whoever has it
 * where that still fits; what a new plan changes, the old one keeps to be read.
 */
export const openPlanCampaign = (needs: RegisterNeeds): RouteHandler =>
  handle(campaignRoutes.planCampaign, async (tx, { params, body, actor }) => {
    const campaign = await campaignById(tx, params.id)
    if (!campaign) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: params.id })
    const names = await needs.peopleNames(
      tx,
      body.inspectors.map(({ personId }) => personId),
    )
    const stranger = body.inspectors.find(({ personId }) => !names.has(personId))
    if (stranger) return refuse('INSPECTOR_UNKNOWN', { personId: stranger.personId })
    for (const typed of body.inspectors.flatMap(({ industries }) => industries)) {
      const industry = readIndustry(typed)
      if (!industry.ok) return industry
    }
    await lockPlan(tx, campaign.id)
    const { kept, changed, left } = planVisits(await unitsToPlan(tx, campaign.id), body.inspectors)
    await replaceAssignments(tx, campaign.id, changed, { plannedBy: actor.personId, reason: body.reason })
    // The plan is on the record of whoever made it: a county plans its part of a city's campaign.
    const place = { region_code: actor.regionCode, organisation_id: actor.organisationId }
    const counts = { planned: kept.length + changed.length, changed: changed.length, kept: kept.length }
    campaignChanged(tx, 'campaign.plan', { ...campaign, ...place }, { ...counts, left: left.length, reason: body.reason })
    return ok({ ...counts, left: [...left] })
  })
