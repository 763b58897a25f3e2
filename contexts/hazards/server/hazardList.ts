import { sql, type RawBuilder } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { hazardRoutes } from '../contract/hazardRoutes.ts'
import { scopeOf } from './hazardStore.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'

type Query = RouteInput<typeof hazardRoutes.hazards>['query']
type Page = RouteOutput<typeof hazardRoutes.hazards>
export type HazardLine = Page['rows'][number]

const none = sql``

const today = (tx: Tx): string => dateInBeijing(tx.now).toString()

const columns = (tx: Tx) => sql`
  hazard.unit_id as "unitId", hazard.id as "hazardId", coalesce(unit.name, hazards.name_of_unit(hazard.unit_id), '') as "unitName", hazard.organisation_id as "organisationId",
  hazard.region_code as "regionCode", hazard.recorded_region as "recordedRegion", hazard.industry_code as "industryCode",
  hazard.campaign_id as "campaignId", hazard.registered, hazard.description, hazard.state, hazard.level, hazard.listed, hazard.withdrawn,
  hazard.found_at as "foundAt", hazard.step_due_at as "stepDueAt", hazard.law_due_at as "lawDueAt", hazard.due_on as "dueOn",
  coalesce(hazard.due_on < ${today(tx)}::date, false) as overdue, hazard.closed_at as "closedAt", hazard.version`

const from = sql`from hazards.hazard left join hazards.unit on unit.unit_id = hazard.unit_id`

/** One hazard in scope, as a list shows it. */
export const hazardLineOf = async (tx: Tx, unitId: string, hazardId: string): Promise<HazardLine | undefined> => {
  const { rows } = await sql<HazardLine>`
    select ${columns(tx)} ${from} where ${scopeOf(tx)} and hazard.unit_id = ${unitId}::uuid and hazard.id = ${hazardId}::uuid`.execute(
    tx.tables(),
  )
  return rows[0]
}

/** What the reader owes, as his desk has it. */
const owedByReader = ({ actor }: Tx): RawBuilder<unknown> => {
  if (actor.kind !== 'person') return sql`false`
  const { lo, hi, organisationId } = actor.scope
  const range = sql`owed.region_code >= ${lo} and owed.region_code < ${hi}`
  const own = organisationId === null ? range : sql`${range} and owed.organisation_id = ${organisationId}::uuid`
  return sql`hazard.unit_id || '.' || hazard.id in (
    select owed.record_id from hazards.owed
    where owed.owner_person_id = ${actor.personId}::uuid or (owed.owner_role = any(${[...actor.roles]}::text[]) and ${own}))`
}

const flag = (asked: boolean | undefined, truth: RawBuilder<unknown>): RawBuilder<unknown> => {
  if (asked === undefined) return none
  return asked ? sql`and ${truth}` : sql`and not ${truth}`
}

const narrowed = (tx: Tx, query: Query): RawBuilder<unknown> => {
  const { region, unitId, campaignId, state, level, open, overdue, listed, owed, find } = query
  const range = region === undefined ? null : regionRange(regionCode(region))
  const text = find === undefined || find === '' ? null : containing(find)
  return sql`where ${scopeOf(tx)}
    ${range === null ? none : sql`and hazard.region_code >= ${range.lo} and hazard.region_code < ${range.hi}`}
    ${unitId === undefined ? none : sql`and hazard.unit_id = ${unitId}::uuid`}
    ${campaignId === undefined ? none : sql`and hazard.campaign_id = ${campaignId}::uuid`}
    ${state === undefined ? none : sql`and hazard.state = ${state}`}
    ${level === undefined ? none : sql`and hazard.level = ${level}`}
    ${flag(open, sql`(hazard.closed_at is null)`)}
    ${flag(overdue, sql`coalesce(hazard.due_on < ${today(tx)}::date, false)`)}
    ${flag(listed, sql`hazard.listed`)}
    ${flag(owed, sql`(${owedByReader(tx)})`)}
    ${text === null ? none : sql`and (hazard.description ilike ${text} or unit.name ilike ${text})`}`
}

/** A page of hazards, the newest first, with the exact total of the filter. */
export const listHazards = async (tx: Tx, query: Query): Promise<Page> => {
  const where = narrowed(tx, query)
  const counted = await sql<{ total: number }>`select count(*) as total ${from} ${where}`.execute(tx.tables())
  const key = readCursor(query.after, 2)
  const after = key !== null && !Number.isNaN(Date.parse(key[0] ?? '')) ? key : null
  const { rows } = await sql<HazardLine>`
    select ${columns(tx)} ${from} ${where}
    ${after ? sql`and (hazard.found_at, hazard.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : none}
    order by hazard.found_at desc, hazard.id desc limit ${query.limit + 1}`.execute(tx.tables())
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    rows: rows.slice(0, query.limit),
    total: counted.rows[0]?.total ?? 0,
    next: last ? cursorOf([last.foundAt, last.hazardId]) : null,
  }
}
