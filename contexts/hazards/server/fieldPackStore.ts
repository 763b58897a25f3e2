import { sql } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { unitsInScope, type UnitRow } from './unitStore.ts'

const today = (tx: Tx): string => dateInBeijing(tx.now).toString()

export type OwedThing = {
  readonly unitId: string
  readonly hazardId: string
  readonly kind: string
  readonly stepDueAt: string | null
  readonly lawDueAt: string | null
  /** Of the person by name, and not of everybody in the role. */
  readonly mine: boolean
}

/** What the person owes over hazards now, as his desk has it: his by name first, and what runs out first at the top. */
export const owedOverHazards = async (tx: Tx, { personId, roles, scope }: PersonActor, most: number): Promise<readonly OwedThing[]> => {
  const range = sql`region_code >= ${scope.lo} and region_code < ${scope.hi}`
  const own = scope.organisationId === null ? range : sql`${range} and organisation_id = ${scope.organisationId}::uuid`
  const { rows } = await sql<OwedThing>`
    select split_part(record_id, '.', 1) as "unitId", split_part(record_id, '.', 2) as "hazardId", kind,
      step_due_at as "stepDueAt", law_due_at as "lawDueAt", coalesce(owner_person_id = ${personId}::uuid, false) as mine
    from hazards.owed
    where record_kind = 'hazard' and (owner_person_id = ${personId}::uuid or (owner_role = any(${[...roles]}::text[]) and ${own}))
    order by mine desc, least(step_due_at, law_due_at) nulls last, record_id, kind limit ${most}`.execute(tx.tables())
  return rows
}

/** Units planned for the person in running campaigns and not yet checked in them, the campaign that ends first at the top. */
export const plannedUnits = async (tx: Tx, personId: string): Promise<readonly { unitId: string; campaignId: string }[]> => {
  const { rows } = await sql<{ unitId: string; campaignId: string }>`
    select mine.unit_id as "unitId", mine.campaign_id as "campaignId"
    from hazards.assignment as mine
    join hazards.campaign on campaign.id = mine.campaign_id and ${today(tx)}::date between campaign.from_on and campaign.to_on
    where mine.inspector_id = ${personId}::uuid and mine.until_at is null and not exists (
      select from hazards.unit_checked as checked where checked.unit_id = mine.unit_id and checked.id = 'campaign/' || mine.campaign_id)
    order by campaign.to_on, mine.region_code, mine.unit_id`.execute(tx.tables())
  return rows
}

/** The person's own units, where he is of an enterprise, a venue or the like. */
export const ownUnits = async (tx: Tx, organisationId: string, most: number): Promise<readonly string[]> => {
  const rows = await unitsInScope(tx)
    .select('unit.unit_id')
    .where('unit.organisation_id', '=', organisationId)
    .where('unit.closed_on', 'is', null)
    .where('unit.alias_of', 'is', null)
    .orderBy('unit.name')
    .limit(most)
    .execute()
  return rows.map(({ unit_id }) => unit_id)
}

/** The rows of these units that are in scope, in no order; closed and joined ones are not taken along. */
export const openUnitRows = async (tx: Tx, unitIds: readonly string[]): Promise<readonly UnitRow[]> =>
  unitIds.length === 0
    ? []
    : unitsInScope(tx)
        .selectAll('unit')
        .where('unit.unit_id', 'in', [...unitIds])
        .where('unit.closed_on', 'is', null)
        .where('unit.alias_of', 'is', null)
        .execute()

/** Running campaigns of these units: which unit is in which. */
export const campaignsOf = async (tx: Tx, unitIds: readonly string[]): Promise<readonly { unitId: string; campaignId: string }[]> => {
  const { rows } = await sql<{ unitId: string; campaignId: string }>`
    select target.unit_id as "unitId", target.campaign_id as "campaignId"
    from hazards.campaign_target as target
    join hazards.campaign on campaign.id = target.campaign_id and ${today(tx)}::date between campaign.from_on and campaign.to_on
    where target.unit_id = any(${[...unitIds]}::uuid[]) and target.out_at is null
    order by campaign.to_on, target.campaign_id`.execute(tx.tables())
  return rows
}

/** Known hazards of these units that a running campaign still has to look at again. */
export const outstandingOf = async (
  tx: Tx,
  unitIds: readonly string[],
): Promise<readonly { unitId: string; campaignId: string; hazardId: string }[]> => {
  const { rows } = await sql<{ unitId: string; campaignId: string; hazardId: string }>`
    select known.unit_id as "unitId", known.campaign_id as "campaignId", known.hazard_id as "hazardId"
    from hazards.campaign_hazard as known
    join hazards.campaign on campaign.id = known.campaign_id and ${today(tx)}::date between campaign.from_on and campaign.to_on
    where known.unit_id = any(${[...unitIds]}::uuid[]) and not exists (
      select from hazards.reinspection as look
      where look.unit_id = known.unit_id and look.hazard_id = known.hazard_id and look.campaign_id = known.campaign_id)
    order by known.campaign_id, known.hazard_id`.execute(tx.tables())
  return rows
}

/** Hazards of these units that are open, or that a campaign has to look at again; how many there are in all. */
export const hazardsToTake = async (
  tx: Tx,
  unitIds: readonly string[],
  listed: readonly string[],
  most: number,
): Promise<{ readonly keys: readonly { unitId: string; hazardId: string }[]; readonly total: number }> => {
  const { rows } = await sql<{ unitId: string; hazardId: string; total: number }>`
    select unit_id as "unitId", id as "hazardId", count(*) over ()::int as total from hazards.hazard
    where unit_id = any(${[...unitIds]}::uuid[]) and (closed_at is null or id = any(${[...listed]}::uuid[]))
    order by least(step_due_at, law_due_at) nulls last, id limit ${most}`.execute(tx.tables())
  return { keys: rows, total: rows[0]?.total ?? 0 }
}
