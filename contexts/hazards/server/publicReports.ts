import { sql } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Level, State } from '../rules/hazard.ts'
import { findHazard } from './findHazard.ts'
import { hazardInScope } from './hazardStore.ts'
import type { Needs } from './needs.ts'
import { unitInScope, unitsInScope } from './unitStore.ts'

/** A hazard as a record of another room that rests on it shows it. */
export type ReportedHazard = {
  readonly unitId: string
  readonly hazardId: string
  readonly unitName: string
  readonly number: string
  readonly description: string
  readonly state: State
  readonly closedAt: string | null
}

/** What somebody of the authority found when he checked what the public had told. */
export type ReportedFinding = {
  readonly unitId: string
  readonly description: string
  readonly proposedLevel: Level
  /** Ids of the checker's own uploads. */
  readonly evidence: readonly string[]
}

/** An open unit of the register in scope. */
export const unitKnown = async (
  tx: Tx,
  unitId: string,
): Promise<{ readonly unitId: string; readonly name: string; readonly regionCode: string } | undefined> => {
  const unit = await unitInScope(tx, unitId)
  return unit && { unitId: unit.unitId, name: unit.name, regionCode: unit.regionCode }
}

/** Some units of a region, those of an organisation first, in the order of their names: for a sample to be about. */
export const someUnits = async (
  tx: Tx,
  most: number,
): Promise<readonly { readonly unitId: string; readonly name: string; readonly regionCode: string }[]> =>
  unitsInScope(tx)
    .select(['unit.unit_id as unitId', 'unit.name', 'unit.region_code as regionCode'])
    .where('unit.closed_on', 'is', null)
    .where('unit.alias_of', 'is', null)
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .limit(most)
    .execute()

/** Some hazards that were put right, the last closed first: for a sample to tell of. */
export const someClosedHazards = async (
  tx: Tx,
  most: number,
): Promise<readonly { readonly unitId: string; readonly hazardId: string }[]> => {
  const { rows } = await sql<{ unitId: string; hazardId: string }>`
    select unit_id as "unitId", id as "hazardId" from hazards.hazard
    where closed_at is not null and not withdrawn and level = 'general'
      and region_code >= ${tx.actor.scope.lo} and region_code < ${tx.actor.scope.hi}
    order by closed_at desc, id limit ${most}`.execute(tx.tables())
  return rows
}

/** A hazard in scope. */
export const hazardKnown = async (tx: Tx, unitId: string, hazardId: string): Promise<ReportedHazard | undefined> => {
  const held = await hazardInScope(tx, unitId, hazardId)
  if (!held) return undefined
  const { rows } = await sql<{ number: string; closedAt: string | null }>`
    select number, closed_at as "closedAt" from hazards.hazard where unit_id = ${unitId}::uuid and id = ${hazardId}::uuid`.execute(
    tx.tables(),
  )
  const [row] = rows
  return (
    row && {
      unitId,
      hazardId,
      unitName: held.place.unitName,
      number: row.number,
      description: held.hazard.found.description,
      state: held.hazard.state,
      closedAt: row.closedAt,
    }
  )
}

/** Records a hazard that the public told of, under the name of who checked it. Refuses what the finding of any hazard refuses. */
export const openFindReported =
  (needs: Pick<Needs, 'tightenedFor'>) =>
  async (tx: Tx, by: PersonActor, finding: ReportedFinding): Promise<Result<{ readonly unitId: string; readonly hazardId: string }>> => {
    const unit = await unitInScope(tx, finding.unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: finding.unitId })
    const { description, proposedLevel, evidence } = finding
    const found = await findHazard(
      tx,
      needs,
      by,
      unit,
      { how: 'publicReport', description, proposedLevel, evidence, item: null, claimedAt: tx.at, position: null },
      { campaignId: null, registered: false },
    )
    return found.ok ? ok({ unitId: unit.unitId, hazardId: found.value.id }) : found
  }
