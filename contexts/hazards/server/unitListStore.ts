import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { registerRoutes } from '../contract/registerRoutes.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import { tables, unitsInScope, type UnitRow } from './unitStore.ts'

export type UnitFilter = Pick<
  RouteInput<typeof registerRoutes.units>['query'],
  'region' | 'regionAlone' | 'kind' | 'tag' | 'riskColour' | 'find'
> & {
  /** Codes of GB/T 4754 as the register keeps them. */
  readonly industries?: readonly string[] | undefined
  readonly closed?: boolean | undefined
  /** Checked in that month by somebody from outside. */
  readonly checkedIn?: string | undefined
  /** On the register in these days, and checked from outside in them or not. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly checked?: boolean | undefined
  /** Only what stands on this list. */
  readonly list?: Listed | undefined
}

type Listed = { readonly id: string; readonly regions: readonly string[] }

type Units = ReturnType<typeof unitsInScope>

/** On a list by its own row, or because its region lies in one of the list's. */
const onList = ({ id, regions }: Listed) =>
  sql<boolean>`(exists (select from hazards.special_listing listing
    where listing.unit_id = unit.unit_id and listing.list_id = ${id}::uuid and listing.to_on is null)
  ${sql.join(
    regions
      .map((region) => regionRange(regionCode(region)))
      .map(({ lo, hi }) => sql`or unit.region_code >= ${lo} and unit.region_code < ${hi}`),
    sql` `,
  )})`

/** By a part of the name, or the whole credit code. */
export const foundBy = (units: Units, find: string): Units =>
  units.where((row) => row.or([row('unit.name', 'ilike', containing(find)), row('unit.uscc', '=', find.toUpperCase())]))

/** By the mark that the figure `unitsChecked` counts. */
const checkedInMonth = (month: string) =>
  sql<boolean>`exists (select from hazards.unit_checked mark where mark.unit_id = unit.unit_id and mark.id = ${`month/${month}`})`

/** Checked from outside in the days given, the unit itself or one that was joined to it. */
const checkedWithin = (from: string | undefined, to: string | undefined) =>
  sql<boolean>`exists (select from hazards.outside_check as checked where checked.unit_id = unit.unit_id
    ${from === undefined ? sql`` : sql`and checked.day >= ${from}::date`} ${to === undefined ? sql`` : sql`and checked.day <= ${to}::date`})`

/** On the register by the rule of `rules/coverage.ts`. */
const onRegister = (from: string | undefined, to: string) =>
  sql<boolean>`(unit.registered_on <= ${to}::date
    and (unit.closed_on is null or unit.closed_on > ${to}::date or ${checkedWithin(from, to)}))`

/**
 * Narrows the units in scope; joined ones are never among them. Closed ones are left out unless they are asked for, or
 * what was checked in a month is: who was checked then stays checked though it closed since.
 */
export const narrowed = (
  from: Units,
  {
    region,
    regionAlone,
    industries,
    kind,
    tag,
    riskColour,
    list,
    checkedIn,
    from: firstDay,
    to: lastDay,
    checked,
    find,
    closed = checkedIn === undefined && lastDay === undefined ? false : undefined,
  }: UnitFilter,
): Units => {
  let narrow = from.where('unit.alias_of', 'is', null)
  if (closed !== undefined) narrow = narrow.where('unit.closed_on', closed ? 'is not' : 'is', null)
  if (region && regionAlone) narrow = narrow.where('unit.region_code', '=', region)
  else if (region) {
    const { lo, hi } = regionRange(regionCode(region))
    narrow = narrow.where('unit.region_code', '>=', lo).where('unit.region_code', '<', hi)
  }
  if (industries) narrow = narrow.where('unit.industry_code', 'in', industries.length > 0 ? industries : [''])
  if (kind) narrow = narrow.where('unit.kind', '=', kind)
  if (tag) narrow = narrow.where(sql<boolean>`${tag} = any(unit.tags)`)
  if (riskColour) narrow = narrow.where('unit.risk_colour', '=', riskColour)
  if (list) narrow = narrow.where(onList(list))
  if (checkedIn !== undefined) narrow = narrow.where(checkedInMonth(checkedIn))
  if (lastDay !== undefined) narrow = narrow.where(onRegister(firstDay, lastDay))
  if (checked !== undefined) narrow = narrow.where(sql<boolean>`${checkedWithin(firstDay, lastDay)} = ${checked}`)
  if (find) narrow = foundBy(narrow, find)
  return narrow
}

/** Of each unit, its doubles with it: hazards that are not closed, and the day it was last checked from outside. */
export const activityOf = async (
  tx: Tx,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly openHazards: number; readonly lastCheckedOn: string | null }>> => {
  if (unitIds.length === 0) return new Map()
  const { rows } = await sql<{ unitId: string; openHazards: number; lastCheckedOn: string | null }>`
    with named as (
      select unit.unit_id, unit.unit_id as stands from hazards.unit where unit.unit_id = any(${[...unitIds]}::uuid[])
      union all
      select unit.unit_id, unit.alias_of from hazards.unit where unit.alias_of = any(${[...unitIds]}::uuid[])
    )
    select named.stands as "unitId", sum(open.hazards)::bigint as "openHazards", max(checked.on_day) as "lastCheckedOn"
    from named
    cross join lateral (
      select count(*) as hazards from hazards.hazard where hazard.unit_id = named.unit_id and hazard.closed_at is null
    ) as open
    cross join lateral (
      select max(visit.on_day) as on_day from hazards.visit
      where visit.unit_id = named.unit_id and visit.result = 'checked' and visit.how <> 'selfCheck'
    ) as checked
    group by named.stands`.execute(tx.tables())
  return new Map(rows.map(({ unitId, ...activity }) => [unitId, activity]))
}

type Place = { readonly after?: string | undefined; readonly limit: number }

export const countUnits = async (tx: Tx, filter: UnitFilter): Promise<number> => {
  const { total } = await narrowed(unitsInScope(tx), filter)
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** The units that follow a place of the list, by region and id; without the total, which costs a look at all. */
export const unitsAfter = async (
  tx: Tx,
  filter: UnitFilter,
  { after, limit }: Place,
): Promise<{ readonly rows: readonly UnitRow[]; readonly next: string | null }> => {
  let page = narrowed(unitsInScope(tx), filter)
  const from = readCursor(after, 2)
  if (from) page = page.where(sql<boolean>`(unit.region_code, unit.unit_id) > (${from[0]}, ${from[1]}::uuid)`)
  const rows: UnitRow[] = await page
    .selectAll('unit')
    .orderBy('unit.region_code')
    .orderBy('unit.unit_id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? cursorOf([last.region_code, last.unit_id]) : null }
}

/** A page of units by region and id, with the exact total of the filter. */
export const listUnits = async (tx: Tx, filter: UnitFilter, place: Place) => {
  const total = await countUnits(tx, filter)
  return { ...(await unitsAfter(tx, filter, place)), total }
}

/** The special lists, those in use first. */
export const specialLists = async (tx: Tx) =>
  tables(tx)
    .selectFrom('hazards.special_list')
    .selectAll()
    .orderBy(sql`closed_on is not null`)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()

export const specialListById = async (tx: Tx, id: string) =>
  tables(tx).selectFrom('hazards.special_list').selectAll().where('id', '=', id).executeTakeFirst()

export const insertSpecialList = async (
  tx: Tx,
  row: { name: string; basis: string; regions: string[]; region_code: string; organisation_id: string; opened_on: string },
): Promise<string> => {
  const id = randomUUIDv7()
  await tables(tx)
    .insertInto('hazards.special_list')
    .values({ ...row, id, recorded_region: row.region_code, closed_on: null, version: 1, made_at: tx.at })
    .execute()
  return id
}

/** A list that the actor's authority keeps or an authority below it, locked for a change; undefined elsewhere. */
export const lockSpecialList = async (tx: Tx, id: string) => {
  const { lo, hi, organisationId } = tx.actor.scope
  if (organisationId !== null) return undefined
  return tables(tx)
    .selectFrom('hazards.special_list')
    .selectAll()
    .where('id', '=', id)
    .where('region_code', '>=', lo)
    .where('region_code', '<', hi)
    .forUpdate()
    .executeTakeFirst()
}

/** A closed list stays to be read; nobody is put on it any more. */
export const closeList = async (tx: Tx, id: string, closedOn: string): Promise<void> => {
  await tables(tx)
    .updateTable('hazards.special_list')
    .set({ closed_on: closedOn, version: sql`version + 1` as never })
    .where('id', '=', id)
    .execute()
}

/** The rows by which a unit itself stands on lists now. */
export const listingsOf = async (tx: Tx, unitId: string) =>
  tables(tx)
    .selectFrom('hazards.special_listing')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('to_on', 'is', null)
    .orderBy('from_on')
    .execute()

export const insertListing = async (tx: Tx, unit: UnitRow, listId: string, reason: string, fromOn: string): Promise<void> => {
  const { unit_id, recorded_region, region_code, organisation_id } = unit
  await tables(tx)
    .insertInto('hazards.special_listing')
    .values({
      unit_id,
      id: randomUUIDv7(),
      list_id: listId,
      reason,
      from_on: fromOn,
      to_on: null,
      recorded_region,
      region_code,
      organisation_id,
    })
    .execute()
}

/** Ends what holds a unit on a list; the row stays. */
export const endListing = async (tx: Tx, unitId: string, listId: string, toOn: string): Promise<boolean> => {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('hazards.special_listing')
    .set({ to_on: toOn })
    .where('unit_id', '=', unitId)
    .where('list_id', '=', listId)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
