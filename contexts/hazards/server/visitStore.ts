import { sql, type Selectable } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { visitRoutes } from '../contract/visitRoutes.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { HazardTables } from './hazardTables.ts'
import type { RegisterTables } from './registerTables.ts'
import { tables } from './unitStore.ts'

const withHazards = (tx: Tx) => tx.tables<RegisterTables & HazardTables>()

export type VisitRow = Selectable<RegisterTables['hazards.visit']>

const visitsInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('hazards.visit as visit').where('visit.region_code', '>=', lo).where('visit.region_code', '<', hi)
  return organisationId === null ? query : query.where('visit.organisation_id', '=', organisationId)
}

/** With its unit, whose name is searched and whose industry is where the visit counts. */
const withUnit = (tx: Tx) => visitsInScope(tx).innerJoin('hazards.unit as unit', 'unit.unit_id', 'visit.unit_id')

const shown = (query: ReturnType<typeof withUnit>) =>
  query
    .leftJoin('hazards.campaign as campaign', 'campaign.id', 'visit.campaign_id')
    .selectAll('visit')
    .select(['unit.name as unitName', 'campaign.name as campaignName'])

export type ShownVisit = VisitRow & { readonly unitName: string; readonly campaignName: string | null }

/** A visit in scope. */
export const visitInScope = async (tx: Tx, unitId: string, visitId: string): Promise<ShownVisit | undefined> =>
  shown(withUnit(tx)).where('visit.unit_id', '=', unitId).where('visit.id', '=', visitId).executeTakeFirst()

/** The visit that somebody recorded under an id before, at whichever unit. */
export const visitById = async (tx: Tx, visitId: string): Promise<VisitRow | undefined> =>
  visitsInScope(tx).selectAll('visit').where('visit.id', '=', visitId).executeTakeFirst()

/** Two arrivals of one visit come one after the other; the lock ends with the transaction. */
export const lockVisit = async (tx: Tx, visitId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hazards.visit/${visitId}`}, 0))`.execute(tx.tables())
}

/** Writes a visit that was recorded here. */
export const insertVisit = async (tx: Tx, { answers, ...row }: Omit<VisitRow, 'ledger'>): Promise<void> => {
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

/** The registered hazards that were looked at again on a visit, each with its number and what it is. */
export const looksOf = async (tx: Tx, unitId: string, visitId: string) =>
  withHazards(tx)
    .selectFrom('hazards.reinspection as look')
    .innerJoin('hazards.hazard as hazard', (join) =>
      join.onRef('hazard.unit_id', '=', 'look.unit_id').onRef('hazard.id', '=', 'look.hazard_id'),
    )
    .select(['look.hazard_id as hazardId', 'look.finding', 'look.note', 'look.campaign_id as campaignId', 'hazard.description'])
    .select(sql<string>`hazard.number`.as('number'))
    .where('look.unit_id', '=', unitId)
    .where('look.visit_id', '=', visitId)
    .orderBy('look.hazard_id')
    .execute()

/** The hazards that were found on a visit, as they are now. */
export const foundOn = async (tx: Tx, unitId: string, hazardIds: readonly string[]) =>
  withHazards(tx)
    .selectFrom('hazards.hazard as hazard')
    .select(['hazard.id as hazardId', 'hazard.description', 'hazard.level', 'hazard.state'])
    .select(sql<string>`hazard.number`.as('number'))
    .where('hazard.unit_id', '=', unitId)
    .where(sql<boolean>`hazard.id = any(${[...hazardIds]}::uuid[])`)
    .orderBy('hazard.number')
    .execute()

export type VisitQuery = Omit<RouteInput<typeof visitRoutes.visits>['query'], 'industry' | 'industryAlone'> & {
  /** Codes of GB/T 4754 as the register keeps them. */
  readonly industries?: readonly string[] | undefined
}

const matching = (
  tx: Tx,
  { region, regionAlone, campaignId, unitId, personId, how, result, outside, industries, find, from, to }: VisitQuery,
): ReturnType<typeof withUnit> => {
  let query = withUnit(tx)
  if (region !== undefined && regionAlone) query = query.where('visit.region_code', '=', region)
  else if (region !== undefined) {
    const { lo, hi } = regionRange(regionCode(region))
    query = query.where('visit.region_code', '>=', lo).where('visit.region_code', '<', hi)
  }
  if (campaignId !== undefined) query = query.where('visit.campaign_id', '=', campaignId)
  if (unitId !== undefined) query = query.where('visit.unit_id', '=', unitId)
  if (personId !== undefined) query = query.where('visit.person_id', '=', personId)
  if (how !== undefined) query = query.where('visit.how', '=', how)
  if (result !== undefined) query = query.where('visit.result', '=', result)
  if (outside !== undefined) query = query.where('visit.how', outside ? '<>' : '=', 'selfCheck')
  if (industries !== undefined) query = query.where(sql<boolean>`unit.industry_code = any(${[...industries]}::text[])`)
  if (find) query = query.where('unit.name', 'ilike', containing(find))
  if (from !== undefined) query = query.where('visit.on_day', '>=', from)
  if (to !== undefined) query = query.where('visit.on_day', '<=', to)
  return query
}

export const countVisits = async (tx: Tx, query: VisitQuery): Promise<number> => {
  const { total } = await matching(tx, query)
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** The visits that follow a place of the list, the latest first; without the total, which costs a look at all. */
export const visitsAfter = async (
  tx: Tx,
  query: VisitQuery,
): Promise<{ readonly rows: readonly ShownVisit[]; readonly next: string | null }> => {
  const { after, limit } = query
  const key = readCursor(after, 2)
  let page = matching(tx, query)
  if (key) page = page.where(sql<boolean>`(visit.claimed_at, visit.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`)
  const rows: ShownVisit[] = await shown(page)
    .orderBy('visit.claimed_at', 'desc')
    .orderBy('visit.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? cursorOf([last.claimed_at, last.id]) : null }
}

/** A page of visits, the latest first, with the exact total of the filter. */
export const listVisits = async (tx: Tx, query: VisitQuery) => {
  const total = await countVisits(tx, query)
  return { ...(await visitsAfter(tx, query)), total }
}
