import { sql } from 'kysely'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { scopeOf } from './hazardStore.ts'
import { unitRow, unitsInScope } from './unitStore.ts'

/** A unit in scope as a party to a case of enforcement; undefined outside. */
export const unitOfCase = async (tx: Tx, unitId: string) => {
  const row = await unitRow(tx, unitId)
  return (
    row && {
      unitId: row.unit_id,
      name: row.name,
      uscc: row.uscc,
      address: row.address,
      organisationId: row.organisation_id,
      regionCode: row.region_code,
      responsiblePersonId: row.responsible_person_id,
    }
  )
}

type HazardOfCase = {
  readonly hazardId: string
  readonly number: string
  readonly description: string
  readonly version: number
  readonly level: 'general' | 'major' | null
  readonly state: string
  readonly foundOn: string
  readonly dueOn: string | null
}

const foundOn = sql`(hazard.found_at at time zone 'Asia/Shanghai')::date::text`

/** The day set for its rectification, also once the work is done. */
const dueOn = sql`hazard.hazard -> 'deadlines' -> -1 ->> 'dueOn'`

/** A unit's hazards in scope that a case may cite, the newest two hundred; with `ids` those alone. */
export const hazardsOfCase = async (tx: Tx, unitId: string, ids?: readonly string[]): Promise<readonly HazardOfCase[]> => {
  const { rows } = await sql<HazardOfCase>`
    select hazard.id as "hazardId", hazard.number, hazard.description, hazard.version, hazard.level, hazard.state, ${foundOn} as "foundOn", ${dueOn} as "dueOn"
    from hazards.hazard where ${scopeOf(tx)} and hazard.unit_id = ${unitId}::uuid and not hazard.withdrawn
      ${ids === undefined ? sql`` : sql`and hazard.id = any(${[...ids]}::uuid[])`}
    order by hazard.found_at desc, hazard.id desc limit 200`.execute(tx.tables())
  return rows
}

type Lead = {
  readonly unitId: string
  readonly unitName: string
  readonly hazardId: string
  readonly number: string
  readonly description: string
  readonly level: 'general' | 'major'
  readonly regionCode: string
  readonly cause: 'hazardMajor' | 'hazardLate' | 'falseClosure'
  readonly foundOn: string
  readonly dueOn: string | null
}

/** Days after its last day by which a general hazard that is not put right calls for enforcement; a major one does at once. */
const generalLateDays = 15

/** Hazards in scope that call for enforcement: closed falsely, major and overdue, or long overdue; the gravest first. */
export const caseLeads = async (
  tx: Tx,
  { region, most }: { readonly region: string | undefined; readonly most: number },
): Promise<readonly Lead[]> => {
  const today = dateInBeijing(tx.now)
  const range = region === undefined ? null : regionRange(regionCode(region))
  const { rows } = await sql<Lead>`
    select * from (
      select hazard.unit_id as "unitId", hazards.name_of_unit(hazard.unit_id) as "unitName", hazard.id as "hazardId", hazard.number,
        hazard.description, hazard.level, hazard.region_code as "regionCode", ${foundOn} as "foundOn", hazard.due_on::text as "dueOn",
        case when hazard.falsely_closed <> '{}' then 'falseClosure' when hazard.level = 'major' then 'hazardMajor' else 'hazardLate' end as cause
      from hazards.hazard
      where ${scopeOf(tx)} and hazard.level is not null and not hazard.withdrawn
        ${range === null ? sql`` : sql`and hazard.region_code >= ${range.lo} and hazard.region_code < ${range.hi}`}
        and (hazard.falsely_closed <> '{}'
          or hazard.level = 'major' and hazard.due_on < ${today.toString()}::date
          or hazard.due_on < ${today.subtract({ days: generalLateDays }).toString()}::date)
    ) as lead
    order by array_position(array['falseClosure', 'hazardMajor', 'hazardLate'], lead.cause), lead."dueOn" nulls first, lead."hazardId" limit ${most}`.execute(
    tx.tables(),
  )
  return rows
}

/** Open units of the register in scope that stand for themselves, by name; of one organisation, or of any. */
export const unitsOfCase = async (
  tx: Tx,
  { organisationId, most }: { readonly organisationId: string | null; readonly most: number },
): Promise<readonly string[]> => {
  const rows = await unitsInScope(tx)
    .select('unit.unit_id as unitId')
    .where('unit.closed_on', 'is', null)
    .where('unit.alias_of', 'is', null)
    .where('unit.kind', '=', 'enterprise')
    .where(({ and, eb }) => and(organisationId === null ? [] : [eb('unit.organisation_id', '=', organisationId)]))
    .orderBy('unit.name')
    .orderBy('unit.unit_id')
    .limit(most)
    .execute()
  return rows.map(({ unitId }) => unitId)
}
