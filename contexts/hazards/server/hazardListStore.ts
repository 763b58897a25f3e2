import { sql, type RawBuilder } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { hazardRoutes } from '../contract/hazardRoutes.ts'
import type { CitedItem } from '../rules/hazard.ts'
import { isOverdue, isStepLate } from './hazardFilter.ts'
import { scopeOf } from './hazardStore.ts'

type Line = RouteOutput<typeof hazardRoutes.hazards>['rows'][number]
type Named = 'organisationName' | 'regionName' | 'industryName' | 'assigneeName' | 'basis' | 'evidence'

/** A line before the names of its page are filled in. */
export type LineRow = Omit<Line, Named> & { readonly assigneeId: string | null; readonly item: CitedItem | null }

type Part = RawBuilder<unknown>

const columns = (tx: Tx): Part => sql`
  hazard.unit_id as "unitId", hazard.id as "hazardId", hazard.number, coalesce(unit.name, hazards.name_of_unit(hazard.unit_id), '') as "unitName",
  hazard.organisation_id as "organisationId", hazard.region_code as "regionCode", hazard.recorded_region as "recordedRegion",
  hazard.industry_code as "industryCode", hazard.campaign_id as "campaignId", hazard.registered, hazard.description, hazard.how,
  hazard.hazard -> 'found' -> 'item' as item, coalesce((hazard.hazard ->> 'round')::integer, 0) as round, hazard.assignee_id as "assigneeId",
  hazard.state, hazard.level, hazard.listed, hazard.withdrawn,
  hazard.falsely_closed <> '{}' as "falselyClosed", hazard.found_at as "foundAt", hazard.step_due_at as "stepDueAt",
  hazard.law_due_at as "lawDueAt", hazard.due_on as "dueOn", ${isOverdue(tx)} as overdue, hazard.closed_at as "closedAt", hazard.version`

const from = sql`from hazards.hazard left join hazards.unit on unit.unit_id = hazard.unit_id`

/** JSON has a null of its own, and the driver hands it over as one of ours. */
export const lineInScope = async (tx: Tx, unitId: string, hazardId: string): Promise<LineRow | undefined> => {
  const { rows } = await sql<LineRow>`
    select ${columns(tx)} ${from} where ${scopeOf(tx)} and hazard.unit_id = ${unitId}::uuid and hazard.id = ${hazardId}::uuid`.execute(
    tx.tables(),
  )
  return rows[0]
}

type Order = RouteInput<typeof hazardRoutes.hazards>['query']['order']

type Ordering = {
  readonly by: Part
  readonly keyOf: (row: LineRow) => string
  /** What comes after the last row of the page before. */
  readonly after: (key: string, id: string) => Part
}

/** A clock that does not run comes last; its key is empty. */
const byClock = (column: Part, valueOf: (row: LineRow) => string | null): Ordering => ({
  by: sql`${column} asc nulls last, hazard.id asc`,
  keyOf: (row) => valueOf(row) ?? '',
  after: (key, id) =>
    key === ''
      ? sql`${column} is null and hazard.id > ${id}::uuid`
      : sql`((${column}, hazard.id) > (${key}::timestamptz, ${id}::uuid) or ${column} is null)`,
})

const orderings: { readonly [Name in Order]: Ordering } = {
  found: {
    by: sql`hazard.found_at desc, hazard.id desc`,
    keyOf: ({ foundAt }) => foundAt,
    after: (key, id) => sql`(hazard.found_at, hazard.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  stepDue: byClock(sql`hazard.step_due_at`, ({ stepDueAt }) => stepDueAt),
  lawDue: byClock(sql`hazard.law_due_at`, ({ lawDueAt }) => lawDueAt),
}

/** The end of the page before, in this order: a cursor of another order begins the list anew. */
const cursorIn = (order: Order, after: string | undefined): readonly [string, string] | null => {
  const [name, key = '', id = ''] = readCursor(after, 3) ?? []
  const readable = key === '' ? order !== 'found' : !Number.isNaN(Date.parse(key))
  return name === order && readable ? [key, id] : null
}

type Place = { readonly order: Order; readonly after?: string | undefined; readonly limit: number }

/** How many a condition holds for. */
export const countOfLines = async (tx: Tx, where: Part): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${from} where ${where}`.execute(tx.tables())
  return rows[0]?.total ?? 0
}

/** The lines that follow a place of the list, with `beyond` further columns; without the total, which costs a look at all. */
export const linesAfter = async <Row extends LineRow = LineRow>(
  tx: Tx,
  where: Part,
  { order, after, limit }: Place,
  beyond: Part = sql``,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }> => {
  const ordering = orderings[order]
  const begin = cursorIn(order, after)
  const { rows } = await sql<Row>`
    select ${columns(tx)} ${beyond} ${from} where ${where} ${begin ? sql`and ${ordering.after(...begin)}` : sql``}
    order by ${ordering.by} limit ${limit + 1}`.execute(tx.tables())
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? cursorOf([order, ordering.keyOf(last), last.hazardId]) : null }
}

/** A page of what a condition holds for, with the exact total. */
export const pageOfLines = async (
  tx: Tx,
  where: Part,
  place: Place,
): Promise<{ readonly rows: readonly LineRow[]; readonly total: number; readonly next: string | null }> => {
  const total = await countOfLines(tx, where)
  return { ...(await linesAfter(tx, where, place)), total }
}

type Summary = RouteOutput<typeof hazardRoutes.hazardSummary>

/** What all that a condition holds for comes to, in one question. */
export const summaryOf = async (tx: Tx, where: Part): Promise<Summary> => {
  const { rows } = await sql<Summary>`
    with chosen as (
      select hazard.unit_id, hazard.level, hazard.due_on, ${isStepLate(tx)} as step_late, ${isOverdue(tx)} as overdue ${from} where ${where}
    ), days as (
      select due_on, count(*) as total, count(*) filter (where step_late) as late from chosen where due_on is not null group by due_on
    )
    select count(*) as total, count(distinct unit_id) as units, count(*) filter (where level = 'major') as major,
      count(*) filter (where level = 'general') as general, count(*) filter (where level is null) as unclassified,
      count(*) filter (where step_late) as "stepLate", count(*) filter (where overdue) as overdue,
      coalesce((select json_agg(json_build_object('dueOn', due_on, 'total', total, 'stepLate', late) order by due_on) from days), '[]') as "dueDays"
    from chosen`.execute(tx.tables())
  const [summary] = rows
  if (!summary) throw new Error('a count has a row')
  return summary
}
