import { sql, type RawBuilder } from 'kysely'
import type { RegionRange } from '../../../kernel/region.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Visit } from '../rules/coverage.ts'
import { checkedIn, targetsIn } from './campaignStore.ts'

/** Whose checks count; a unit's own self-check is no department's coverage. */
export const countedWays: readonly Visit['how'][] = ['departmentCheck', 'expertCheck', 'peerCheck']

export type ProgressRow = {
  readonly campaignId: string
  /** The first digits of the region; empty where regions are not told apart. */
  readonly region: string
  readonly units: number
  readonly checked: number
  readonly visits: number
  readonly notAdmitted: number
  readonly found: number
  readonly closed: number
  readonly major: number
  readonly overdue: number
}

/** What counts as the actor's: the range he sees, and where he sees his organisation alone, that. */
const seen = (tx: Tx, table: string, { lo, hi }: RegionRange): RawBuilder<unknown> => {
  const code = sql.ref(`${table}.region_code`)
  const { organisationId } = tx.actor.scope
  const range = sql`${code} >= ${lo} and ${code} < ${hi}`
  return organisationId === null ? range : sql`${range} and ${sql.ref(`${table}.organisation_id`)} = ${organisationId}::uuid`
}

/**
 * How far campaigns have come in a range that lies in the scope, in one statement however many units they have. It counts by
 * the rules of `rules/coverage.ts`, for a running campaign as of today; what is found in error is left out.
 */
export const campaignProgress = async (
  tx: Tx,
  { ids, range, regionDigits }: { readonly ids: readonly string[]; readonly range: RegionRange; readonly regionDigits: number },
): Promise<readonly ProgressRow[]> => {
  const today = dateInBeijing(tx.now).toString()
  const { rows } = await sql<ProgressRow>`
    with asked as (
      select id, from_on, case when ${today}::date >= from_on and ${today}::date < to_on then ${today}::date else to_on end as until_on
      from hazards.campaign where id = any(${[...ids]}::uuid[])
    ), target as (
      select distinct asked.id, asked.until_on, coalesce(named.alias_of, named.unit_id) as unit_id
      from asked join hazards.campaign_target target on target.campaign_id = asked.id and target.out_at is null
      join hazards.unit named on named.unit_id = target.unit_id
    ), counted as (
      select target.id, left(unit.region_code, ${regionDigits}) as region, mark.unit_id is not null as checked
      from target join hazards.unit on unit.unit_id = target.unit_id
      left join hazards.unit_checked mark on mark.unit_id = target.unit_id and mark.id = 'campaign/' || target.id
      where ${seen(tx, 'unit', range)} and unit.registered_on <= target.until_on
        and (unit.closed_on is null or unit.closed_on > target.until_on or mark.unit_id is not null)
    ), told as (
      select id, region, count(*) as units, count(*) filter (where checked) as checked,
        0 as visits, 0 as "notAdmitted", 0 as found, 0 as closed, 0 as major, 0 as overdue from counted group by id, region
      union all
      select asked.id, left(visit.region_code, ${regionDigits}), 0, 0, count(*) filter (where visit.result = 'checked'),
        count(*) filter (where visit.result = 'notAdmitted'), 0, 0, 0, 0
      from asked join hazards.visit on visit.campaign_id = asked.id and visit.on_day between asked.from_on and asked.until_on
      where visit.how = any(${[...countedWays]}::text[]) and ${seen(tx, 'visit', range)} group by 1, 2
      union all
      select asked.id, left(hazard.region_code, ${regionDigits}), 0, 0, 0, 0, count(*), count(hazard.closed_at),
        count(*) filter (where hazard.level = 'major'), count(*) filter (where hazard.due_on < ${today}::date)
      from asked join hazards.hazard on hazard.campaign_id = asked.id and not hazard.withdrawn
      where ${seen(tx, 'hazard', range)} group by 1, 2
    )
    select id as "campaignId", region, sum(units)::integer as units, sum(checked)::integer as checked, sum(visits)::integer as visits,
      sum("notAdmitted")::integer as "notAdmitted", sum(found)::integer as found, sum(closed)::integer as closed,
      sum(major)::integer as major, sum(overdue)::integer as overdue
    from told group by id, region order by id, region collate "C"`.execute(tx.tables())
  return rows
}

/** Who has how many units of a campaign by the present plan, in scope; `inspectorId` null for those that nobody has. */
export const unitsByInspector = async (tx: Tx, campaignId: string) => {
  const rows = await targetsIn(tx, campaignId)
    .leftJoin('hazards.assignment as held', (join) =>
      join.onRef('held.unit_id', '=', 'unit.unit_id').on('held.campaign_id', '=', campaignId).on('held.until_at', 'is', null),
    )
    .where('unit.closed_on', 'is', null)
    .select('held.inspector_id as inspectorId')
    .select((row) => row.fn.countAll<number>().as('units'))
    .select(sql<number>`count(*) filter (where ${checkedIn(campaignId)})`.as('checked'))
    .groupBy('held.inspector_id')
    .orderBy('held.inspector_id')
    .execute()
  return rows
}

export type PlanRow = {
  readonly at: string
  readonly plannedBy: string
  readonly reason: string
  readonly units: number
  readonly standing: number
}

/** Most plans that a page tells; an older one is still in the plan's rows. */
const mostPlans = 100

/** The plans of a campaign that changed something in scope, the latest first. */
export const plansOf = async (tx: Tx, campaignId: string): Promise<readonly PlanRow[]> => {
  const { lo, hi } = tx.actor.scope
  const { rows } = await sql<PlanRow>`
    select from_at as at, planned_by as "plannedBy", reason, count(*)::integer as units, count(*) filter (where until_at is null)::integer as standing
    from hazards.assignment where campaign_id = ${campaignId}::uuid and ${seen(tx, 'assignment', { lo, hi })}
    group by from_at, planned_by, reason order by from_at desc limit ${mostPlans}`.execute(tx.tables())
  return rows
}
