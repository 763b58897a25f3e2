import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { coverage, reinspection } from '../rules/coverage.ts'
import { campaignById, coverageFacts, listAssignments, listCampaigns, listRegistered, listTargets } from './campaignStore.ts'
import { campaignView } from './campaignView.ts'
import { unitView } from './unitView.ts'

/** A unit's own self-check is no department's coverage. */
const countedWays = ['departmentCheck', 'expertCheck', 'peerCheck'] as const

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'campaign', id })

/** Campaigns as they are read: the list, one, its units, its plan, its registered hazards, and how far it has come. */
export const readCampaigns: readonly RouteHandler[] = [
  handle(campaignRoutes.campaigns, async (tx, { query }) => {
    const { rows, total, next } = await listCampaigns(tx, query)
    return ok({ rows: rows.map(campaignView), total, next })
  }),

  handle(campaignRoutes.campaign, async (tx, { params }) => {
    const row = await campaignById(tx, params.id)
    return row ? ok(campaignView(row)) : notFound(params.id)
  }),

  handle(campaignRoutes.targets, async (tx, { params, query }) => {
    const { rows, total, next } = await listTargets(tx, params.id, query)
    return ok({ rows: rows.map((row) => ({ ...unitView(row), checked: row.checked, inspectorId: row.inspectorId })), total, next })
  }),

  handle(campaignRoutes.registeredHazards, async (tx, { params, query }) => ok(await listRegistered(tx, params.id, query))),

  handle(campaignRoutes.assignments, async (tx, { params, query }) => ok(await listAssignments(tx, params.id, query))),

  handle(campaignRoutes.campaignCoverage, async (tx, { params }) => {
    const row = await campaignById(tx, params.id)
    if (!row) return notFound(params.id)
    const facts = await coverageFacts(tx, row.id)
    const today = dateInBeijing(tx.now).toString()
    // The register of a campaign that still runs is that of today.
    const to = today < row.to_on && today >= row.from_on ? today : row.to_on
    const reached = coverage(facts.units, facts.visits, { from: row.from_on, to, ways: countedWays, aliases: facts.aliases })
    const looked = reinspection(facts)
    return ok({
      goalPercent: row.goal_percent,
      coverage: { ...reached, offRegister: [...reached.offRegister] },
      reinspection: { ...looked, outstanding: [...looked.outstanding] },
    })
  }),
]
