import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { coverage, reinspection } from '../rules/coverage.ts'
import { countedWays } from './campaignProgressStore.ts'
import { campaignById, countedUntil, coverageFacts, listAssignments, listCampaigns, listRegistered, listTargets } from './campaignStore.ts'
import { campaignView, campaignViews } from './campaignView.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { unitViews } from './unitView.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'campaign', id })

/** Campaigns as they are read: the list, one, its units, its plan, its registered hazards, and how far it has come. */
export const openReadCampaigns = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(campaignRoutes.campaigns, async (tx, { query }) => {
    const { rows, total, next } = await listCampaigns(tx, query)
    return ok({ rows: await campaignViews(tx, needs, rows), total, next })
  }),

  handle(campaignRoutes.campaign, async (tx, { params }) => {
    const row = await campaignById(tx, params.id)
    return row ? ok(await campaignView(tx, needs, row)) : notFound(params.id)
  }),

  handle(campaignRoutes.targets, async (tx, { params, query }) => {
    const campaign = await campaignById(tx, params.id)
    if (!campaign) return notFound(params.id)
    const { rows, total, next } = await listTargets(tx, campaign, query)
    const units = await unitViews(tx, needs, rows)
    const names = await namesFor(tx, needs, { people: rows.map(({ inspectorId }) => inspectorId) })
    const shown = rows.flatMap(({ checked, inspectorId }, at) => {
      const unit = units[at]
      return unit ? [{ ...unit, checked, inspectorId, inspectorName: names.personOrNull(inspectorId) }] : []
    })
    return ok({ rows: shown, total, next })
  }),

  handle(campaignRoutes.registeredHazards, async (tx, { params, query }) => {
    const { rows, total, next } = await listRegistered(tx, params.id, query)
    const names = await namesFor(tx, needs, { regions: rows.map(({ regionCode }) => regionCode) })
    return ok({ rows: rows.map((row) => ({ ...row, regionName: names.region(row.regionCode) })), total, next })
  }),

  handle(campaignRoutes.assignments, async (tx, { params, query }) => {
    const { rows, total, next } = await listAssignments(tx, params.id, query)
    const names = await namesFor(tx, needs, {
      regions: rows.map(({ regionCode }) => regionCode),
      people: rows.map(({ inspectorId }) => inspectorId),
    })
    const shown = rows.map((row) => ({
      ...row,
      regionName: names.region(row.regionCode),
      inspectorName: names.person(row.inspectorId),
    }))
    return ok({ rows: shown, total, next })
  }),

  handle(campaignRoutes.campaignCoverage, async (tx, { params }) => {
    const row = await campaignById(tx, params.id)
    if (!row) return notFound(params.id)
    const facts = await coverageFacts(tx, row.id)
    const to = countedUntil(row, dateInBeijing(tx.now).toString())
    const reached = coverage(facts.units, facts.visits, { from: row.from_on, to, ways: countedWays, aliases: facts.aliases })
    const looked = reinspection(facts)
    return ok({
      goalPercent: row.goal_percent,
      coverage: { ...reached, offRegister: reached.offRegister.length },
      reinspection: { ...looked, outstanding: looked.outstanding.length },
    })
  }),
]
