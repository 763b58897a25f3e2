import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { campaignRoutes } from '../contract/campaignRoutes.ts'
import { coverage, reinspection } from '../rules/coverage.ts'
import { countedWays } from './campaignProgressStore.ts'
import { campaignById, countedUntil, coverageFacts, listAssignments, listCampaigns, listRegistered, listTargets } from './campaignStore.ts'
import { campaignView, campaignViews } from './campaignView.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { unitViews } from './unitView.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'campaign', id })

type Query<Name extends 'campaigns' | 'targets' | 'registeredHazards' | 'assignments'> = RouteInput<(typeof campaignRoutes)[Name]>['query']
type Page<Name extends 'targets' | 'registeredHazards' | 'assignments'> = RouteOutput<(typeof campaignRoutes)[Name]>
export type TargetLine = Page<'targets'>['rows'][number]
export type RegisteredLine = Page<'registeredHazards'>['rows'][number]
export type AssignmentLine = Page<'assignments'>['rows'][number]

/** A page of campaigns with their names. */
export const pageOfCampaigns = async (tx: Tx, needs: NameNeeds, query: Query<'campaigns'>) => {
  const { rows, total, next } = await listCampaigns(tx, query)
  return { rows: await campaignViews(tx, needs, rows), total, next }
}

/** A page of the units of a campaign, who has them and which were checked. */
export const pageOfTargets = async (tx: Tx, needs: NameNeeds, id: string, query: Query<'targets'>): Promise<Result<Page<'targets'>>> => {
  const campaign = await campaignById(tx, id)
  if (!campaign) return notFound(id)
  const { rows, total, next } = await listTargets(tx, campaign, query)
  const units = await unitViews(tx, needs, rows)
  const names = await namesFor(tx, needs, { people: rows.map(({ inspectorId }) => inspectorId) })
  const shown = rows.flatMap(({ checked, inspectorId }, at) => {
    const unit = units[at]
    return unit ? [{ ...unit, checked, inspectorId, inspectorName: names.personOrNull(inspectorId) }] : []
  })
  return ok({ rows: shown, total, next })
}

/** A page of the hazards that a campaign took over. */
export const pageOfRegistered = async (
  tx: Tx,
  needs: NameNeeds,
  id: string,
  query: Query<'registeredHazards'>,
): Promise<Page<'registeredHazards'>> => {
  const { rows, total, next } = await listRegistered(tx, id, query)
  const names = await namesFor(tx, needs, { regions: rows.map(({ regionCode }) => regionCode) })
  return { rows: rows.map((row) => ({ ...row, regionName: names.region(row.regionCode) })), total, next }
}

/** A page of the plan of a campaign. */
export const pageOfAssignments = async (
  tx: Tx,
  needs: NameNeeds,
  id: string,
  query: Query<'assignments'>,
): Promise<Page<'assignments'>> => {
  const { rows, total, next } = await listAssignments(tx, id, query)
  const names = await namesFor(tx, needs, {
    regions: rows.map(({ regionCode }) => regionCode),
    people: rows.map(({ inspectorId }) => inspectorId),
  })
  const shown = rows.map((row) => ({
    ...row,
    regionName: names.region(row.regionCode),
    inspectorName: names.person(row.inspectorId),
  }))
  return { rows: shown, total, next }
}

/** Campaigns as they are read: the list, one, its units, its plan, its registered hazards, and how far it has come. */
export const openReadCampaigns = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(campaignRoutes.campaigns, async (tx, { query }) => ok(await pageOfCampaigns(tx, needs, query))),

  handle(campaignRoutes.campaign, async (tx, { params }) => {
    const row = await campaignById(tx, params.id)
    return row ? ok(await campaignView(tx, needs, row)) : notFound(params.id)
  }),

  handle(campaignRoutes.targets, (tx, { params, query }) => pageOfTargets(tx, needs, params.id, query)),

  handle(campaignRoutes.registeredHazards, async (tx, { params, query }) => ok(await pageOfRegistered(tx, needs, params.id, query))),

  handle(campaignRoutes.assignments, async (tx, { params, query }) => ok(await pageOfAssignments(tx, needs, params.id, query))),

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
