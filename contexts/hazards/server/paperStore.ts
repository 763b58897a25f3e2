import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { HazardEvent } from '../rules/events.ts'
import type { Hazard } from '../rules/hazard.ts'
import { hasPaper } from '../rules/paper.ts'
import type { HazardTables } from './hazardTables.ts'
import { scopeOf } from './hazardStore.ts'

/** The unit as a paper addresses it. */
export type PaperUnit = {
  readonly name: string
  readonly uscc: string | null
  readonly address: string | null
  readonly responsiblePersonId: string | null
}

const unitColumns = sql`unit.name, unit.uscc, unit.address, unit.responsible_person_id as "responsiblePersonId"`

/** Keeps the unit as it stands, for the paper of an event that has one. */
export const keepPaperUnit = async (tx: Tx, { unitId, id, version }: Hazard, event: HazardEvent): Promise<void> => {
  if (!hasPaper(event)) return
  await sql`insert into hazards.paper_unit (unit_id, hazard_id, version, name, uscc, address, responsible_person_id)
    select unit.unit_id, ${id}::uuid, ${version}, unit.name, unit.uscc, unit.address, unit.responsible_person_id
    from hazards.unit where unit.unit_id = ${unitId}::uuid`.execute(tx.tables())
}

/** The unit as it stood at an event; undefined where it was not seen then. */
export const paperUnitOf = async (tx: Tx, unitId: string, hazardId: string, version: number): Promise<PaperUnit | undefined> => {
  const { rows } = await sql<PaperUnit>`select ${unitColumns} from hazards.paper_unit as unit
    where unit.unit_id = ${unitId}::uuid and unit.hazard_id = ${hazardId}::uuid and unit.version = ${version}`.execute(tx.tables())
  return rows[0]
}

/** The number by which people speak of a hazard in scope. */
export const numberOf = async (tx: Tx, unitId: string, hazardId: string): Promise<string> => {
  const { number } = await tx
    .tables<HazardTables>()
    .selectFrom('hazards.hazard as hazard')
    .select('hazard.number')
    .where('hazard.unit_id', '=', unitId)
    .where('hazard.id', '=', hazardId)
    .where(sql<boolean>`${scopeOf(tx)}`)
    .executeTakeFirstOrThrow()
  if (number === null) throw new Error(`hazard ${hazardId} has no number`)
  return number
}
