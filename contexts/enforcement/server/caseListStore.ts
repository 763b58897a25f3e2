import { sql, type RawBuilder } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/routes.ts'
import { dueAt, dueOn, isLate } from './caseFilter.ts'
import { scopeOf } from './caseStore.ts'

type Line = RouteOutput<typeof routes.cases>['rows'][number]

/** A line before the names of its page are filled in. */
export type LineRow = Omit<Line, 'regionName' | 'authorityName'> & { readonly authorityId: string; readonly dueAt: string | null }

type Part = RawBuilder<unknown>
type Order = RouteInput<typeof routes.cases>['query']['order']

const columns = (tx: Tx): Part => sql`
  case_file.unit_id as "unitId", case_file.id as "caseId", case_file.number, case_file.unit_name as "unitName",
  case_file.region_code as "regionCode", case_file.recorded_region as "recordedRegion", case_file.authority_id as "authorityId",
  case_file.cause, case_file.matter, case_file.held -> 'party' as party, case_file.procedure, case_file.state, case_file.outcome,
  case_file.fine_yuan as "fineYuan", case_file.paid_yuan as "paidYuan", case_file.proposed_at as "proposedAt",
  case_file.opened_on as "openedOn", case_file.decided_on as "decidedOn", case_file.closed_at as "closedAt",
  case_file.step_due_at as "stepDueAt", case_file.law_due_at as "lawDueAt", ${dueAt} as "dueAt", ${isLate(tx)} as late, case_file.version`

export const lineInScope = async (tx: Tx, unitId: string, caseId: string): Promise<LineRow | undefined> => {
  const { rows } = await sql<LineRow>`select ${columns(tx)} from enforcement.case_file
    where ${scopeOf(tx)} and case_file.unit_id = ${unitId}::uuid and case_file.id = ${caseId}::uuid`.execute(tx.tables())
  return rows[0]
}

type Ordering = { readonly by: Part; readonly keyOf: (row: LineRow) => string; readonly after: (key: string, id: string) => Part }

const orderings: { readonly [Name in Order]: Ordering } = {
  newest: {
    by: sql`case_file.proposed_at desc, case_file.id desc`,
    keyOf: ({ proposedAt }) => proposedAt,
    after: (key, id) => sql`(case_file.proposed_at, case_file.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  // A clock that does not run comes last; its key is empty.
  due: {
    by: sql`${dueAt} asc nulls last, case_file.id asc`,
    keyOf: ({ dueAt: key }) => key ?? '',
    after: (key, id) =>
      key === ''
        ? sql`${dueAt} is null and case_file.id > ${id}::uuid`
        : sql`((${dueAt}, case_file.id) > (${key}::timestamptz, ${id}::uuid) or ${dueAt} is null)`,
  },
}

const cursorIn = (order: Order, after: string | undefined): readonly [string, string] | null => {
  const [name, key = '', id = ''] = readCursor(after, 3) ?? []
  const readable = key === '' ? order === 'due' : !Number.isNaN(Date.parse(key))
  return name === order && readable ? [key, id] : null
}

/** How many cases a condition holds for. */
export const countLines = async (tx: Tx, where: Part): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total from enforcement.case_file where ${where}`.execute(tx.tables())
  return rows[0]?.total ?? 0
}

/** A page of what a condition holds for. */
export const pageOfLines = async (
  tx: Tx,
  where: Part,
  { order, after, limit }: { readonly order: Order; readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly LineRow[]; readonly next: string | null }> => {
  const ordering = orderings[order]
  const begin = cursorIn(order, after)
  const { rows } = await sql<LineRow>`
    select ${columns(tx)} from enforcement.case_file where ${where} ${begin ? sql`and ${ordering.after(...begin)}` : sql``}
    order by ${ordering.by} limit ${limit + 1}`.execute(tx.tables())
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? cursorOf([order, ordering.keyOf(last), last.caseId]) : null }
}

type Summary = RouteOutput<typeof routes.caseSummary>

/** What all that a condition holds for comes to, in one question. */
export const summaryOf = async (tx: Tx, where: Part): Promise<Summary> => {
  const { rows } = await sql<Summary>`
    with chosen as (
      select case_file.closed_at is null as open, ${isLate(tx)} as late, case_file.fine_yuan, case_file.paid_yuan, ${dueOn} as due_on
      from enforcement.case_file where ${where}
    ), days as (
      select due_on, count(*) as total from chosen where open and due_on is not null group by due_on
    )
    select count(*) as total, count(*) filter (where open) as open, count(*) filter (where open and late) as late,
      coalesce(sum(fine_yuan), 0)::bigint as "fineYuan", coalesce(sum(paid_yuan), 0)::bigint as "paidYuan",
      coalesce((select json_agg(json_build_object('dueOn', due_on, 'total', total) order by due_on) from days), '[]') as "dueDays"
    from chosen`.execute(tx.tables())
  const [summary] = rows
  if (!summary) throw new Error('a count has a row')
  return summary
}
