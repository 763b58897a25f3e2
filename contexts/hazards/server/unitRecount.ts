import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Visit } from '../rules/coverage.ts'
import { countsOfUnit, countsOfUnitChecked, countsOfVisit, type Delta } from '../rules/figures.ts'
import type { Recount } from './figureJobs.ts'

type Group = { readonly regionCode: string; readonly industryCode: string; readonly campaignId: string | null; readonly many: number }

const times = (deltas: readonly Delta[], many: number): readonly Delta[] =>
  deltas.map((delta) => ({ ...delta, change: delta.change * many }))

const units = async (tx: Tx): Promise<readonly Delta[]> => {
  const { rows } = await sql<Group>`
    select region_code as "regionCode", industry_code as "industryCode", null as "campaignId", count(*) as many
    from hazards.unit where closed_on is null and alias_of is null group by 1, 2`.execute(tx.tables())
  return rows.flatMap(({ many, ...place }) => times(countsOfUnit({ closedOn: null }, place), many))
}

const visits = async (tx: Tx): Promise<readonly Delta[]> => {
  const { rows } = await sql<Group & { readonly on: string; readonly result: Visit['result'] }>`
    select visit.region_code as "regionCode", unit.industry_code as "industryCode", visit.campaign_id as "campaignId",
      to_char(visit.on_day, 'YYYY-MM') as on, visit.result, count(*) as many
    from hazards.visit join hazards.unit on unit.unit_id = visit.unit_id group by 1, 2, 3, 4, 5`.execute(tx.tables())
  return rows.flatMap(({ many, on, result, ...place }) => times(countsOfVisit({ on, result }, { ...place, registered: false }), many))
}

/** Distinct units, each as the unit that stands for it; a unit's own self-check is no department's coverage. */
const checked = sql`
  select stands.region_code, stands.industry_code, stands.unit_id, visit.campaign_id, to_char(visit.on_day, 'YYYY-MM') as month
  from hazards.visit join hazards.unit on unit.unit_id = visit.unit_id
  join hazards.unit stands on stands.unit_id = coalesce(unit.alias_of, unit.unit_id)
  where visit.result = 'checked' and visit.how <> 'selfCheck'`

const unitsChecked = async (tx: Tx): Promise<readonly Delta[]> => {
  const { rows } = await sql<Group & { readonly month: string | null }>`
    select region_code as "regionCode", industry_code as "industryCode", null::uuid as "campaignId", month, count(distinct unit_id) as many
    from (${checked}) made group by 1, 2, 4
    union all
    select region_code, industry_code, campaign_id, null, count(distinct unit_id)
    from (${checked}) made where campaign_id is not null group by 1, 2, 3`.execute(tx.tables())
  return rows.flatMap(({ many, month, ...place }) => times(countsOfUnitChecked(month, { ...place, registered: false }), many))
}

/** Counts units, visits and units checked from the records themselves. */
export const recountRegister: Recount = {
  figures: ['units', 'visits', 'notAdmitted', 'unitsChecked'],
  count: async (tx) => [...(await units(tx)), ...(await visits(tx)), ...(await unitsChecked(tx))],
}
