import { sql, type Selectable } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { visitRoutes } from '../contract/visitRoutes.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { RegisterTables } from './registerTables.ts'
import { tables } from './unitStore.ts'

export type VisitRow = Selectable<RegisterTables['hazards.visit']>

const visitsInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('hazards.visit as visit').where('visit.region_code', '>=', lo).where('visit.region_code', '<', hi)
  return organisationId === null ? query : query.where('visit.organisation_id', '=', organisationId)
}

const shown = (query: ReturnType<typeof visitsInScope>) =>
  query.innerJoin('hazards.unit as unit', 'unit.unit_id', 'visit.unit_id').selectAll('visit').select('unit.name as unitName')

export type ShownVisit = VisitRow & { readonly unitName: string }

/** A visit in scope. */
export const visitInScope = async (tx: Tx, unitId: string, visitId: string): Promise<ShownVisit | undefined> =>
  shown(visitsInScope(tx)).where('visit.unit_id', '=', unitId).where('visit.id', '=', visitId).executeTakeFirst()

/** The visit that somebody recorded under an id before, at whichever unit. */
export const visitById = async (tx: Tx, visitId: string): Promise<VisitRow | undefined> =>
  visitsInScope(tx).selectAll('visit').where('visit.id', '=', visitId).executeTakeFirst()

/** Two arrivals of one visit come one after the other; the lock ends with the transaction. */
export const lockVisit = async (tx: Tx, visitId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hazards.visit/${visitId}`}, 0))`.execute(tx.tables())
}

export const insertVisit = async (tx: Tx, { answers, ...row }: VisitRow): Promise<void> => {
  await tables(tx)
    .insertInto('hazards.visit')
    .values({ ...row, answers: JSON.stringify(answers) })
    .execute()
}

export const insertReinspections = async (tx: Tx, rows: readonly RegisterTables['hazards.reinspection'][]): Promise<void> => {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('hazards.reinspection')
      .values([...rows])
      .execute()
}

/** Which hazards of a unit are on the list of a campaign. */
export const registeredAt = async (tx: Tx, unitId: string, campaignId: string): Promise<ReadonlySet<string>> => {
  const rows = await tables(tx)
    .selectFrom('hazards.campaign_hazard')
    .select('hazard_id')
    .where('unit_id', '=', unitId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return new Set(rows.map(({ hazard_id }) => hazard_id))
}

export const reinspectionsOf = async (tx: Tx, unitId: string, visitId: string) =>
  tables(tx)
    .selectFrom('hazards.reinspection')
    .select(['hazard_id as hazardId', 'finding', 'note', 'campaign_id as campaignId'])
    .where('unit_id', '=', unitId)
    .where('visit_id', '=', visitId)
    .orderBy('hazard_id')
    .execute()

type Query = RouteInput<typeof visitRoutes.visits>['query']

/** A page of visits, the latest first, with the exact total of the filter. */
export const listVisits = async (tx: Tx, { region, campaignId, unitId, personId, how, result, from, to, after, limit }: Query) => {
  let query = visitsInScope(tx)
  if (region !== undefined) {
    const { lo, hi } = regionRange(regionCode(region))
    query = query.where('visit.region_code', '>=', lo).where('visit.region_code', '<', hi)
  }
  if (campaignId !== undefined) query = query.where('visit.campaign_id', '=', campaignId)
  if (unitId !== undefined) query = query.where('visit.unit_id', '=', unitId)
  if (personId !== undefined) query = query.where('visit.person_id', '=', personId)
  if (how !== undefined) query = query.where('visit.how', '=', how)
  if (result !== undefined) query = query.where('visit.result', '=', result)
  if (from !== undefined) query = query.where('visit.on_day', '>=', from)
  if (to !== undefined) query = query.where('visit.on_day', '<=', to)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const key = readCursor(after, 2)
  if (key) query = query.where(sql<boolean>`(visit.claimed_at, visit.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`)
  const rows: ShownVisit[] = await shown(query)
    .orderBy('visit.claimed_at', 'desc')
    .orderBy('visit.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.claimed_at, last.id]) : null }
}
