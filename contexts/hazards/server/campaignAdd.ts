import { inScope } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { campaignById, insertCampaign } from './campaignStore.ts'
import { campaignChanged, campaignView } from './campaignView.ts'
import { checklistsIn } from './campaignChecklists.ts'
import { regionOf } from './unitCheck.ts'
import type { RegisterNeeds } from './unitNeeds.ts'

/** Begins a campaign (专项行动) of the authority that the actor's post belongs to. */
export const openAddCampaign = (needs: RegisterNeeds): RouteHandler =>
  handle(campaignRoutes.addCampaign, async (tx, { body, actor }) => {
    const region = regionOf(tx, needs, body.regionCode)
    if (!region.ok) return region
    if (!inScope(tx.actor.scope, { regionCode: region.value })) return refuse('OUT_OF_SCOPE', { regionCode: region.value })
    if (body.to < body.from) return refuse('PERIOD_EMPTY', { from: body.from, to: body.to })
    const chosen = await checklistsIn(tx, body.checklists, body)
    if (!chosen.ok) return chosen
    const checklists = chosen.value
    const id = await insertCampaign(tx, {
      name: body.name,
      kind: body.kind,
      from_on: body.from,
      to_on: body.to,
      goals: body.goals,
      goal_percent: body.goalPercent,
      checklists,
      region_code: region.value,
      organisation_id: actor.organisationId,
      made_by: actor.personId,
    })
    const row = await campaignById(tx, id)
    if (!row) throw new Error(`the campaign ${id} is not there after it was made`)
    const { name, kind, from, to, goalPercent } = body
    campaignChanged(tx, 'campaign.add', row, { name, kind, from, to, goalPercent, checklists })
    return ok(await campaignView(tx, needs, row))
  })
