import { randomUUIDv7 } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Position } from '../../../kernel/geometry.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { UnitKind, UnitTag } from '../rules/criteria.ts'
import type { Standing } from '../rules/figures.ts'
import type { Joined } from '../rules/joining.ts'
import type { Holding } from '../rules/majorHazardSource.ts'
import type { RegisterTables } from './registerTables.ts'

/** What the other parts of the room need to know of a unit. */
export type UnitFacts = {
  readonly unitId: string
  readonly name: string
  /** Who answers for it; null for a place that no organisation on record answers for. */
  readonly organisationId: string | null
  readonly regionCode: string
  readonly industryCode: string
  readonly kind: UnitKind
  readonly tags: readonly UnitTag[]
  readonly place: Position | null
  readonly closedOn: string | null
  readonly aliasOf: string | null
}

export type UnitRow = Selectable<RegisterTables['hazards.unit']>

/** A row of the register as the other parts of the room see it. */
export const factsOf = (row: UnitRow): UnitFacts => ({
  unitId: row.unit_id,
  name: row.name,
  organisationId: row.organisation_id,
  regionCode: row.region_code,
  industryCode: row.industry_code,
  kind: row.kind,
  tags: row.tags,
  place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
  closedOn: row.closed_on,
  aliasOf: row.alias_of,
})

export const tables = (tx: Tx) => tx.tables<RegisterTables>()

/** The scope stands in the query as well as in row-level security, so that the range is searched by its index. */
export const unitsInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('hazards.unit as unit').where('unit.region_code', '>=', lo).where('unit.region_code', '<', hi)
  return organisationId === null ? query : query.where('unit.organisation_id', '=', organisationId)
}

/** The row of a unit; undefined outside the scope. */
export const unitRow = async (tx: Tx, unitId: string): Promise<UnitRow | undefined> =>
  unitsInScope(tx).selectAll('unit').where('unit.unit_id', '=', unitId).executeTakeFirst()

/** A unit of the register, closed and joined ones too; undefined outside the scope. */
export const unitInScope = async (tx: Tx, unitId: string): Promise<UnitFacts | undefined> => {
  const row = await unitRow(tx, unitId)
  return row && factsOf(row)
}

/** Where a record of the unit counts. */
export const standingOf = ({ regionCode, industryCode }: UnitFacts, campaignId: string | null, registered: boolean): Standing => ({
  regionCode,
  industryCode,
  campaignId,
  registered,
})

/** The row itself, locked for a change; undefined outside the scope. */
export const lockUnit = async (tx: Tx, unitId: string): Promise<UnitRow | undefined> =>
  unitsInScope(tx).selectAll('unit').where('unit.unit_id', '=', unitId).forUpdate('unit').executeTakeFirst()

/** How many locks stand for all keys: a batch of a ledger has thousands of keys, and the server's table of locks is small. */
const lockBucketsOfKeys = 256

/**
 * Two who register one unit at once come one after the other; the locks end with the transaction. A form takes the locks
 * of its two keys, a batch of a ledger up to all of them, each in the order of their numbers.
 */
export const lockKeys = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return
  await sql`
    select pg_advisory_xact_lock(hashtext('hazards.unit_key'), bucket::integer) from (
      select distinct abs(hashtextextended(key, 0) % ${lockBucketsOfKeys}) as bucket from unnest(${[...keys]}::text[]) as key order by 1
    ) as wanted`.execute(tx.tables())
}

export type Lookalike = {
  readonly unitId: string
  readonly name: string
  readonly uscc: string | null
  readonly regionCode: string
  readonly place: Position | null
}

/** Open units that stand under one of the keys, in or out of scope. */
export const unitsWithKeys = async (tx: Tx, keys: readonly string[], except: string | null): Promise<readonly Lookalike[]> => {
  const { rows } = await sql<{
    unit_id: string
    name: string
    uscc: string | null
    region_code: string
    lng: number | null
    lat: number | null
  }>`
    select * from hazards.units_with_keys(${[...keys]}::text[], ${except}::uuid)`.execute(tx.tables())
  return rows.map(({ unit_id, name, uscc, region_code, lng, lat }) => ({
    unitId: unit_id,
    name,
    uscc,
    regionCode: region_code,
    place: lng === null || lat === null ? null : { lng, lat },
  }))
}

/** Which of these units are in scope. */
export const idsInScope = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await unitsInScope(tx).select('unit.unit_id').where('unit.unit_id', 'in', ids).execute()
  return new Set(rows.map(({ unit_id }) => unit_id))
}

export type NewUnit = Omit<UnitRow, 'unit_id' | 'chemicals' | 'closed_on' | 'close_reason' | 'alias_of' | 'version' | 'made_at'> & {
  readonly chemicals: readonly Holding[]
}

export const insertUnit = async (tx: Tx, { chemicals, ...row }: NewUnit): Promise<string> => {
  const unitId = randomUUIDv7()
  await tables(tx)
    .insertInto('hazards.unit')
    .values({
      ...row,
      unit_id: unitId,
      chemicals: JSON.stringify(chemicals),
      closed_on: null,
      close_reason: null,
      alias_of: null,
      version: 1,
      made_at: tx.at,
    })
    .execute()
  return unitId
}

export const updateUnit = async (
  tx: Tx,
  unitId: string,
  values: Partial<Omit<UnitRow, 'chemicals'>> & { chemicals?: readonly Holding[] },
): Promise<void> => {
  const { chemicals, ...plain } = values
  await tables(tx)
    .updateTable('hazards.unit')
    .set({ ...plain, ...(chemicals ? { chemicals: JSON.stringify(chemicals) } : {}), version: sql`version + 1` as never })
    .where('unit_id', '=', unitId)
    .execute()
}

/** The keys under which a unit is found to be another's double, written anew. */
export const replaceKeys = async (
  tx: Tx,
  row: Pick<UnitRow, 'unit_id' | 'recorded_region' | 'region_code' | 'organisation_id'>,
  keys: readonly string[],
): Promise<void> => {
  const { unit_id, recorded_region, region_code, organisation_id } = row
  await tables(tx).deleteFrom('hazards.unit_key').where('unit_id', '=', unit_id).execute()
  await tables(tx)
    .insertInto('hazards.unit_key')
    .values(keys.map((key) => ({ unit_id, key, recorded_region, region_code, organisation_id })))
    .execute()
}

export const insertAlias = async (tx: Tx, alias: RegisterTables['hazards.unit_alias']): Promise<void> => {
  await tables(tx).insertInto('hazards.unit_alias').values(alias).execute()
}

/** The units that were joined into one, each with the trace of it. */
export const joinedInto = async (tx: Tx, unitId: string) =>
  tables(tx)
    .selectFrom('hazards.unit_alias as alias')
    .innerJoin('hazards.unit as unit', 'unit.unit_id', 'alias.unit_id')
    .select([
      'alias.unit_id as unitId',
      'unit.name',
      'alias.reason',
      'alias.score',
      'alias.reasons',
      'alias.person_id as personId',
      'alias.at',
    ])
    .where('alias.into_id', '=', unitId)
    .where('alias.ended_at', 'is', null)
    .orderBy('alias.at')
    .execute()

/** Units that were joined to one take the one it was joined to. */
export const repointAliases = async (tx: Tx, from: string, into: string): Promise<void> => {
  await sql`select hazards.repoint_aliases(${from}::uuid, ${into}::uuid)`.execute(tx.tables())
}

/** Every unit that stands as one with this, each with the one it was itself joined to; those out of scope too. */
export const joinedGroup = async (tx: Tx, unitId: string): Promise<readonly Joined[]> => {
  const { rows } = await sql<{ unit_id: string; into_id: string | null; alias_of: string | null }>`
    select * from hazards.joined_group(${unitId}::uuid)`.execute(tx.tables())
  return rows.map(({ unit_id, into_id, alias_of }) => ({ unitId: unit_id, intoId: alias_of === null ? null : (into_id ?? alias_of) }))
}

/** Ends the trace by which a unit is joined to another; the row stays. */
export const endAlias = async (
  tx: Tx,
  unitId: string,
  { at, reason, personId, postId }: { readonly at: string; readonly reason: string; readonly personId: string; readonly postId: string },
): Promise<void> => {
  await tables(tx)
    .updateTable('hazards.unit_alias')
    .set({ ended_at: at, end_reason: reason, ended_by: personId, ended_post_id: postId })
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Has these units count under another. */
export const repointUnits = async (tx: Tx, unitIds: readonly string[], into: string): Promise<void> => {
  if (unitIds.length === 0) return
  await tables(tx).updateTable('hazards.unit').set({ alias_of: into }).where('unit_id', 'in', unitIds).execute()
}
