import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { lockCampaign, updateCampaign } from './campaignChangeStore.ts'
import { checklistsIn } from './campaignChecklists.ts'
import { campaignById, type CampaignRow } from './campaignStore.ts'
import { campaignChanged, campaignView } from './campaignView.ts'
import type { NameNeeds } from './pageNames.ts'

/** The campaign a change begins from: in scope, not ended, and of the version the writer saw. */
const openCampaign = async (tx: Tx, id: string, version: number): Promise<Result<CampaignRow>> => {
  const row = await lockCampaign(tx, id)
  if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id })
  if (row.version !== version)
    return refuse('VERSION_STALE', { kind: 'campaign', id, expectedVersion: version, actualVersion: row.version })
  return row.ended_on === null ? ok(row) : refuse('CAMPAIGN_ENDED', { name: row.name, endedOn: row.ended_on })
}

const answered = async (tx: Tx, needs: NameNeeds, id: string) => {
  const row = await campaignById(tx, id)
  if (!row) throw new Error(`the campaign ${id} is not there after it was changed`)
  return ok(await campaignView(tx, needs, row))
}

/** Changes what a campaign is to reach, by when and with which checklists. Its first day and its kind stay as they were told. */
export const openChangeCampaign = (needs: NameNeeds): RouteHandler =>
  handle(campaignRoutes.changeCampaign, async (tx, { params, body }) => {
    const held = await openCampaign(tx, params.id, body.version)
    if (!held.ok) return held
    const row = held.value
    const { name = row.name, to = row.to_on, goals = row.goals, goalPercent = row.goal_percent } = body
    const today = dateInBeijing(tx.now).toString()
    if (to !== row.to_on && to < today) return refuse('CAMPAIGN_END_PAST', { to, today })
    if (to < row.from_on) return refuse('PERIOD_EMPTY', { from: row.from_on, to })
    // What was right when it was written may stay.
    const same = body.checklists === undefined || body.checklists.every((key) => row.checklists.includes(key))
    const checklists = same
      ? ok([...new Set(body.checklists ?? row.checklists)])
      : await checklistsIn(tx, body.checklists ?? [], { from: row.from_on, to })
    if (!checklists.ok) return checklists
    await updateCampaign(tx, row.id, { name, to_on: to, goals, goal_percent: goalPercent, checklists: checklists.value })
    campaignChanged(tx, 'campaign.change', row, { name, to, goals, goalPercent, checklists: checklists.value })
    return answered(tx, needs, row.id)
  })

/** Ends a campaign before its day: today is its last day, and what was done in it stays counted. */
export const openEndCampaign = (needs: NameNeeds): RouteHandler =>
  handle(campaignRoutes.endCampaign, async (tx, { params, body }) => {
    const held = await openCampaign(tx, params.id, body.version)
    if (!held.ok) return held
    const row = held.value
    const today = dateInBeijing(tx.now).toString()
    if (row.to_on < today) return refuse('CAMPAIGN_OVER', { name: row.name, to: row.to_on })
    await updateCampaign(tx, row.id, { to_on: today, ended_on: today, end_reason: body.reason, planned_to_on: row.to_on })
    campaignChanged(tx, 'campaign.change', row, { endedOn: today, plannedTo: row.to_on, reason: body.reason })
    return answered(tx, needs, row.id)
  })
