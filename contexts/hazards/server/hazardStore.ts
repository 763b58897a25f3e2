import { sql, type RawBuilder } from 'kysely'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import type { HazardEvent } from '../rules/events.ts'
import type { Standing } from '../rules/figures.ts'
import { doneAt, type Hazard } from '../rules/hazard.ts'
import { numberText, seriesOf } from '../rules/hazardNumber.ts'
import { columnsOf, owingRows, type Place } from './hazardRow.ts'
import type { HazardTables } from './hazardTables.ts'

const tables = (tx: Tx) => tx.tables<HazardTables>()

/** A hazard with where it counts. */
export type HeldHazard = {
  readonly hazard: Hazard
  readonly standing: Standing
  readonly place: Place
  readonly recordedRegion: string
}

const columns = sql`hazard.hazard, hazard.region_code as "regionCode", hazard.recorded_region as "recordedRegion",
  hazard.organisation_id as "organisationId", hazard.industry_code as "industryCode", hazard.campaign_id as "campaignId",
  hazard.registered, coalesce(hazards.name_of_unit(hazard.unit_id), '') as "unitName"`

type HeldRow = Standing & Place & { readonly hazard: Hazard; readonly recordedRegion: string }

const heldOf = ({
  hazard,
  recordedRegion,
  regionCode,
  organisationId,
  industryCode,
  campaignId,
  registered,
  unitName,
}: HeldRow): HeldHazard => ({
  hazard,
  recordedRegion,
  standing: { regionCode, industryCode, campaignId, registered },
  place: { unitName, regionCode, organisationId },
})

/** The scope stands in the query as well as in row-level security, and whoever is to put it right sees it too. */
export const scopeOf = (tx: Tx): RawBuilder<unknown> => {
  const { scope } = tx.actor
  const range = sql`hazard.region_code >= ${scope.lo} and hazard.region_code < ${scope.hi}`
  const own = scope.organisationId === null ? range : sql`${range} and hazard.organisation_id = ${scope.organisationId}::uuid`
  return tx.actor.kind === 'person' ? sql`(${own} or hazard.assignee_id = ${tx.actor.personId}::uuid)` : sql`(${own})`
}

const held = async (tx: Tx, where: RawBuilder<unknown>, ending: RawBuilder<unknown> = sql``): Promise<readonly HeldHazard[]> => {
  const { rows } = await sql<HeldRow>`select ${columns} from hazards.hazard where ${scopeOf(tx)} and ${where} ${ending}`.execute(
    tx.tables(),
  )
  return rows.map(heldOf)
}

const byKey = (unitId: string, hazardId: string) => sql`hazard.unit_id = ${unitId}::uuid and hazard.id = ${hazardId}::uuid`

/** A hazard in scope. */
export const hazardInScope = async (tx: Tx, unitId: string, hazardId: string): Promise<HeldHazard | undefined> =>
  (await held(tx, byKey(unitId, hazardId)))[0]

/** The same, locked: one after the other acts on it. */
export const lockHazard = async (tx: Tx, unitId: string, hazardId: string): Promise<HeldHazard | undefined> => {
  // Locked first and read after: what another transaction wrote meanwhile is then seen whole.
  await sql`select from hazards.hazard where ${scopeOf(tx)} and ${byKey(unitId, hazardId)} for update`.execute(tx.tables())
  return hazardInScope(tx, unitId, hazardId)
}

/** The hazards of a unit, for what follows the unit. */
export const lockHazardsOfUnit = async (tx: Tx, unitId: string): Promise<readonly HeldHazard[]> => {
  await sql`select from hazards.hazard where hazard.unit_id = ${unitId}::uuid order by id for update`.execute(tx.tables())
  return held(tx, sql`hazard.unit_id = ${unitId}::uuid`, sql`order by hazard.id`)
}

/** Everything that happened to a hazard, oldest first. */
export const historyOf = async (tx: Tx, unitId: string, hazardId: string): Promise<readonly HazardEvent[]> => {
  const rows = await tables(tx)
    .selectFrom('hazards.hazard_event')
    .select('event')
    .where('unit_id', '=', unitId)
    .where('hazard_id', '=', hazardId)
    .orderBy('version')
    .execute()
  return rows.map(({ event }) => event)
}

/** A unit's hazards against one item of a checklist, the newest fifty in scope. */
export const againstItem = async (
  tx: Tx,
  unitId: string,
  itemKey: string,
): Promise<readonly { readonly hazard: Hazard; readonly number: string }[]> => {
  const { rows } = await sql<{ hazard: Hazard; number: string }>`
    select hazard.hazard, hazard.number from hazards.hazard
    where ${scopeOf(tx)} and hazard.unit_id = ${unitId}::uuid and hazard.hazard #>> '{found,item,code}' = ${itemKey}
    order by hazard.found_at desc limit 50`.execute(tx.tables())
  return rows
}

/** The state row of a hazard that was just found. */
export const insertHazard = async (tx: Tx, hazard: Hazard, standing: Standing, place: Place, settings: Settings): Promise<void> => {
  await tables(tx)
    .insertInto('hazards.hazard')
    .values({
      ...columnsOf(hazard, settings),
      unit_id: hazard.unitId,
      id: hazard.id,
      recorded_region: place.regionCode,
      region_code: place.regionCode,
      organisation_id: place.organisationId,
      industry_code: standing.industryCode,
      campaign_id: standing.campaignId,
      registered: standing.registered,
      how: hazard.found.how,
      description: hazard.found.description,
      found_at: doneAt(hazard.found.step).toString({ smallestUnit: 'millisecond' }),
    })
    .execute()
}

/** Gives hazards that were just found their numbers, one range of the series for all of them. */
export const numberHazards = async (tx: Tx, hazards: readonly Hazard[], regionCode: string): Promise<void> => {
  const byYear = Map.groupBy(hazards, ({ found }) => dateInBeijing(doneAt(found.step)).year)
  for (const [year, found] of [...byYear].toSorted(([one], [other]) => one - other)) {
    const { rows } = await sql<{ first: number }>`
      select hazards.take_numbers(${seriesOf(regionCode)}, ${year}, ${found.length}) as first`.execute(tx.tables())
    const first = rows[0]?.first
    if (first === undefined) throw new Error('the series gave no number')
    const numbers = found.map((_hazard, at) => numberText({ regionCode, year, place: first + at }))
    await sql`update hazards.hazard set number = given.number
      from unnest(${found.map(({ unitId }) => unitId)}::uuid[], ${found.map(({ id }) => id)}::uuid[], ${numbers}::text[]) as given (unit_id, id, number)
      where hazard.unit_id = given.unit_id and hazard.id = given.id and hazard.number is null`.execute(tx.tables())
  }
}

/** The state row after an event. The caller holds its lock; a version that does not follow is a bug. */
export const updateHazard = async (tx: Tx, hazard: Hazard, settings: Settings, from: number): Promise<void> => {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('hazards.hazard')
    .set(columnsOf(hazard, settings))
    .where('unit_id', '=', hazard.unitId)
    .where('id', '=', hazard.id)
    .where('version', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`hazard ${hazard.id} is not at version ${from}`)
}

export const insertEvent = async (tx: Tx, hazard: Hazard, event: HazardEvent): Promise<void> => {
  await tables(tx)
    .insertInto('hazards.hazard_event')
    .values({
      unit_id: hazard.unitId,
      hazard_id: hazard.id,
      version: hazard.version,
      kind: event.kind,
      person_id: event.kind === 'escalated' ? null : event.step.by.personId,
      at: event.kind === 'escalated' ? event.at : event.step.receivedAt,
      event: JSON.stringify(event),
    })
    .execute()
}

/** What is owed over the hazard, written anew. */
export const replaceOwing = async (tx: Tx, hazard: Hazard, place: Place, settings: Settings): Promise<void> => {
  await tables(tx).deleteFrom('hazards.owing').where('unit_id', '=', hazard.unitId).where('hazard_id', '=', hazard.id).execute()
  const rows = owingRows(hazard, place, settings)
  if (rows.length > 0)
    await tables(tx)
      .insertInto('hazards.owing')
      .values([...rows])
      .execute()
}

/** Where a hazard counts from now on; what its paper says stays. */
export const moveHazard = async (tx: Tx, hazard: Hazard, place: Place, industryCode: string): Promise<void> => {
  const at = { region_code: place.regionCode, organisation_id: place.organisationId }
  await tables(tx)
    .updateTable('hazards.hazard')
    .set({ ...at, industry_code: industryCode })
    .where('unit_id', '=', hazard.unitId)
    .where('id', '=', hazard.id)
    .execute()
}

/** Hazards of the whole product by key, for the recount. */
export const hazardsAfter = async (tx: Tx, after: { unitId: string; id: string } | null, most: number): Promise<readonly HeldHazard[]> =>
  held(
    tx,
    after === null ? sql`true` : sql`(hazard.unit_id, hazard.id) > (${after.unitId}::uuid, ${after.id}::uuid)`,
    sql`order by hazard.unit_id, hazard.id limit ${most}`,
  )

export type HazardKey = { readonly unitId: string; readonly id: string }

/** Open hazards of an organisation: their clocks follow its limits. */
export const openHazardsOf = async (tx: Tx, organisationId: string): Promise<readonly HazardKey[]> =>
  tables(tx)
    .selectFrom('hazards.hazard')
    .select(['unit_id as unitId', 'id'])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .orderBy('unit_id')
    .orderBy('id')
    .execute()

/** The clocks of a hazard as its limits now say. */
export const rewriteClocks = async (tx: Tx, hazard: Hazard, settings: Settings): Promise<void> => {
  const { step_due_at, law_due_at, next_escalation_at } = columnsOf(hazard, settings)
  await tables(tx)
    .updateTable('hazards.hazard')
    .set({ step_due_at, law_due_at, next_escalation_at })
    .where('unit_id', '=', hazard.unitId)
    .where('id', '=', hazard.id)
    .execute()
}

/** Hazards of which somebody is to be told that a step is late, by the moment it fell due. */
export const lateHazards = async (tx: Tx, most: number): Promise<readonly HazardKey[]> =>
  tables(tx)
    .selectFrom('hazards.hazard')
    .select(['unit_id as unitId', 'id'])
    .where('next_escalation_at', '<=', tx.at)
    .orderBy('next_escalation_at')
    .orderBy('id')
    .limit(most)
    .execute()
