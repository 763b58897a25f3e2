import { sql, type RawBuilder } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { containing } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/routes.ts'
import type { TallyFigure } from '../rules/tally.ts'
import { scopeOf } from './caseStore.ts'

export type CaseFilter = RouteInput<typeof routes.caseSummary>['query']

type Part = RawBuilder<unknown>

/** The clock that ends first; null where none runs. */
export const dueAt = sql`least(case_file.step_due_at, case_file.law_due_at)`

/** One of its clocks has run out. */
export const isLate = (tx: Tx): Part => sql`coalesce(${dueAt} <= ${tx.at}::timestamptz, false)`

/** What the reader owes, as his desk has it. */
const owedByReader = ({ actor }: Tx): Part => {
  if (actor.kind !== 'person') return sql`false`
  const { lo, hi } = actor.scope
  return sql`(case_file.unit_id || '.' || case_file.id in (
    select owed.record_id from enforcement.owed
    where owed.owner_person_id = ${actor.personId}::uuid
      or (owed.owner_role = any(${[...actor.roles]}::text[]) and owed.region_code >= ${lo} and owed.region_code < ${hi})))`
}

const between = (column: Part, from: string | undefined, to: string | undefined): Part =>
  sql.join(
    [
      sql`${column} is not null`,
      ...(from === undefined ? [] : [sql`${column} >= ${from}::date`]),
      ...(to === undefined ? [] : [sql`${column} <= ${to}::date`]),
    ],
    sql` and `,
  )

/** Exactly what the view `enforcement.tally` counts under a figure on these days. */
const counted = (figure: TallyFigure, from: string | undefined, to: string | undefined): Part => {
  switch (figure) {
    case 'opened':
      return between(sql`case_file.opened_on`, from, to)
    case 'noticed':
      return between(sql`case_file.noticed_on`, from, to)
    case 'decided':
      return between(sql`case_file.decided_on`, from, to)
    case 'served':
      return between(sql`case_file.served_on`, from, to)
    case 'performed':
      return between(sql`case_file.performed_on`, from, to)
    case 'penaltyYuan':
      return sql`${between(sql`case_file.decided_on`, from, to)} and case_file.fine_yuan > 0`
    case 'collectedYuan':
      return sql`exists (select from enforcement.payment where payment.unit_id = case_file.unit_id and payment.case_id = case_file.id
        and ${between(sql`payment.paid_on`, from, to)})`
  }
}

const dueDay = sql`(${dueAt} at time zone 'Asia/Shanghai' - interval '1 microsecond')::date`

/** The day on which the first of its clocks ends: a term of days ends at 24:00, which is the day after by the clock. */
export const dueOn = dueDay

const isOpen = sql`(case_file.closed_at is null)`

type Own = Exclude<keyof CaseFilter, 'from' | 'to'>

/** How each filter narrows; the compiler finds one that is missing. */
const narrowing = (tx: Tx, { from, to }: CaseFilter): { readonly [Name in Own]-?: (asked: NonNullable<CaseFilter[Name]>) => Part } => {
  const flag =
    (truth: Part) =>
    (asked: boolean): Part =>
      asked ? truth : sql`not ${truth}`
  return {
    region: (code) => {
      const { lo, hi } = regionRange(regionCode(code))
      return sql`case_file.region_code >= ${lo} and case_file.region_code < ${hi}`
    },
    unitId: (id) => sql`case_file.unit_id = ${id}::uuid`,
    hazardId: (id) => sql`case_file.hazard_ids @> array[${id}::uuid]`,
    state: (state) => sql`case_file.state = ${state}`,
    cause: (cause) => sql`case_file.cause = ${cause}`,
    outcome: (outcome) => sql`case_file.outcome = ${outcome}`,
    procedure: (procedure) => sql`case_file.procedure = ${procedure}`,
    open: flag(isOpen),
    late: flag(isLate(tx)),
    owed: flag(owedByReader(tx)),
    counts: (figure) => counted(figure, from, to),
    dueFrom: (day) => sql`${isOpen} and ${dueDay} >= ${day}::date`,
    dueTo: (day) => sql`${isOpen} and ${dueDay} <= ${day}::date`,
    find: (text) => {
      if (text === '') return sql`true`
      const held = containing(text)
      return sql`(case_file.matter ilike ${held} or case_file.party_name ilike ${held} or case_file.unit_name ilike ${held} or case_file.number ilike ${held})`
    },
  }
}

/** The condition of a filter, within the scope. Without `counts` the days are those on which a case was proposed. */
export const narrowedCases = (tx: Tx, filter: CaseFilter): Part => {
  const ways = narrowing(tx, filter) as Readonly<Record<string, (asked: unknown) => Part>>
  const parts = Object.entries(ways).flatMap(([name, way]) => {
    const asked = (filter as Readonly<Record<string, unknown>>)[name]
    return asked === undefined ? [] : [way(asked)]
  })
  const plain = filter.counts === undefined && (filter.from !== undefined || filter.to !== undefined)
  const days = plain ? [between(sql`(case_file.proposed_at at time zone 'Asia/Shanghai')::date`, filter.from, filter.to)] : []
  return sql.join([scopeOf(tx), ...parts, ...days], sql` and `)
}
