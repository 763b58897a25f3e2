import { sql, type RawBuilder } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { containing } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { hazardRoutes } from '../contract/hazardRoutes.ts'
import { scopeOf } from './hazardStore.ts'

export type HazardFilter = Omit<RouteInput<typeof hazardRoutes.hazardSummary>['query'], 'industry' | 'industryAlone' | 'regionAlone'> & {
  readonly regionAlone?: boolean | undefined
  /** Codes of GB/T 4754 as the register keeps them. */
  readonly industries?: readonly string[] | undefined
}

type Part = RawBuilder<unknown>

const today = (tx: Tx): string => dateInBeijing(tx.now).toString()

/** The last day of the legal clock has gone by, and the work is not done. */
export const isOverdue = (tx: Tx): Part => sql`coalesce(hazard.due_on < ${today(tx)}::date, false)`

/** The present step's own clock has run out. */
export const isStepLate = (tx: Tx): Part => sql`coalesce(hazard.step_due_at <= ${tx.at}::timestamptz, false)`

/** What the reader owes, as his desk has it. */
const owedByReader = ({ actor }: Tx): Part => {
  if (actor.kind !== 'person') return sql`false`
  const { lo, hi, organisationId } = actor.scope
  const range = sql`owed.region_code >= ${lo} and owed.region_code < ${hi}`
  const own = organisationId === null ? range : sql`${range} and owed.organisation_id = ${organisationId}::uuid`
  return sql`(hazard.unit_id || '.' || hazard.id in (
    select owed.record_id from hazards.owed
    where owed.owner_person_id = ${actor.personId}::uuid or (owed.owner_role = any(${[...actor.roles]}::text[]) and ${own})))`
}

/** By a part of the description or of the unit's name, or by the number, whole or as it is said (26-00417). */
const holds = (find: string): Part => {
  const text = containing(find)
  return sql`(hazard.description ilike ${text} or unit.name ilike ${text} or hazard.number = ${find} or substr(hazard.number, 10) = ${find})`
}

/** The month of a moment in Beijing as a range of moments, so that an index serves it. */
const inMonth = (column: Part, month: string): Part => {
  const first = `${month}-01`
  return sql`${column} >= ${first}::date::timestamp at time zone 'Asia/Shanghai'
    and ${column} < (${first}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai'`
}

const inRegion = (code: string, alone: boolean | undefined): Part => {
  if (alone) return sql`hazard.region_code = ${code}`
  const { lo, hi } = regionRange(regionCode(code))
  return sql`hazard.region_code >= ${lo} and hazard.region_code < ${hi}`
}

/** How each filter narrows; the compiler finds one that is missing. */
const narrowing = (
  tx: Tx,
  { regionAlone }: HazardFilter,
): { readonly [Name in Exclude<keyof HazardFilter, 'regionAlone'>]-?: (asked: NonNullable<HazardFilter[Name]>) => Part } => {
  const flag =
    (truth: Part) =>
    (asked: boolean): Part =>
      asked ? truth : sql`not ${truth}`
  return {
    region: (code) => inRegion(code, regionAlone),
    // A double's hazards are those of the unit that stands for it.
    unitId: (
      id,
    ) => sql`hazard.unit_id in (select each.unit_id from hazards.unit as each where each.unit_id = ${id}::uuid or each.alias_of = ${id}::uuid
      union all select ${id}::uuid)`,
    campaignId: (id) => sql`hazard.campaign_id = ${id}::uuid`,
    registered: flag(sql`hazard.registered`),
    how: (how) => sql`hazard.how = ${how}`,
    industries: (codes) => sql`hazard.industry_code = any(${[...codes]}::text[])`,
    state: (state) => sql`hazard.state = ${state}`,
    level: (level) => (level === 'unclassified' ? sql`hazard.level is null` : sql`hazard.level = ${level}`),
    open: flag(sql`(hazard.closed_at is null)`),
    overdue: flag(isOverdue(tx)),
    stepLate: flag(isStepLate(tx)),
    listed: flag(sql`hazard.listed`),
    withdrawn: flag(sql`hazard.withdrawn`),
    recurrent: flag(sql`hazard.recurrent`),
    falselyClosed: flag(sql`(hazard.falsely_closed <> '{}')`),
    falselyClosedIn: (month) => sql`hazard.falsely_closed @> array[${month}]::text[]`,
    foundIn: (month) => inMonth(sql`hazard.found_at`, month),
    closedIn: (month) => inMonth(sql`hazard.closed_at`, month),
    foundFrom: (day) => sql`(hazard.found_at at time zone 'Asia/Shanghai')::date >= ${day}::date`,
    foundTo: (day) => sql`(hazard.found_at at time zone 'Asia/Shanghai')::date <= ${day}::date`,
    closedFrom: (day) => sql`(hazard.closed_at at time zone 'Asia/Shanghai')::date >= ${day}::date`,
    closedTo: (day) => sql`(hazard.closed_at at time zone 'Asia/Shanghai')::date <= ${day}::date`,
    fiveInPlace: flag(sql`hazards.five_in_place(hazard.hazard)`),
    dueFrom: (day) => sql`hazard.due_on >= ${day}::date`,
    dueTo: (day) => sql`hazard.due_on <= ${day}::date`,
    owed: flag(owedByReader(tx)),
    find: (find) => (find === '' ? sql`true` : holds(find)),
  }
}

/** The condition of a filter, within the scope. */
export const narrowedHazards = (tx: Tx, filter: HazardFilter): Part => {
  const ways = narrowing(tx, filter) as Readonly<Record<string, (asked: unknown) => Part>>
  const parts = Object.entries(ways).flatMap(([name, way]) => {
    const asked = (filter as Readonly<Record<string, unknown>>)[name]
    return asked === undefined ? [] : [way(asked)]
  })
  return sql.join([scopeOf(tx), ...parts], sql` and `)
}
