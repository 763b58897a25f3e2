import type { Position } from '../../../kernel/geometry.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { UnitKind, UnitTag } from '../rules/criteria.ts'
import type { Standing } from '../rules/figures.ts'
import type { RegisterTables } from './registerTables.ts'

/** What the other parts of the room need to know of a unit. */
export type UnitFacts = {
  readonly unitId: string
  readonly name: string
  /** Who answers for it; null for a place that no organisation on record answers for. */
  readonly organisationId: string | null
  readonly regionCode: string
  readonly industryCode: string
  readonly kind: UnitKind
  readonly tags: readonly UnitTag[]
  readonly place: Position | null
  readonly closedOn: string | null
  readonly aliasOf: string | null
}

export type UnitRow = RegisterTables['hazards.unit']

/** A row of the register as the other parts of the room see it. */
export const factsOf = (row: UnitRow): UnitFacts => ({
  unitId: row.unit_id,
  name: row.name,
  organisationId: row.organisation_id,
  regionCode: row.region_code,
  industryCode: row.industry_code,
  kind: row.kind,
  tags: row.tags,
  place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
  closedOn: row.closed_on,
  aliasOf: row.alias_of,
})

export const tables = (tx: Tx) => tx.tables<RegisterTables>()

/** The scope stands in the query as well as in row-level security, so that the range is searched by its index. */
export const unitsInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('hazards.unit as unit').where('unit.region_code', '>=', lo).where('unit.region_code', '<', hi)
  return organisationId === null ? query : query.where('unit.organisation_id', '=', organisationId)
}

/** The row of a unit; undefined outside the scope. */
export const unitRow = async (tx: Tx, unitId: string): Promise<UnitRow | undefined> =>
  unitsInScope(tx).selectAll('unit').where('unit.unit_id', '=', unitId).executeTakeFirst()

/** A unit of the register, closed and joined ones too; undefined outside the scope. */
export const unitInScope = async (tx: Tx, unitId: string): Promise<UnitFacts | undefined> => {
  const row = await unitRow(tx, unitId)
  return row && factsOf(row)
}

/** Where a record of the unit counts. */
export const standingOf = ({ regionCode, industryCode }: UnitFacts, campaignId: string | null, registered: boolean): Standing => ({
  regionCode,
  industryCode,
  campaignId,
  registered,
})
