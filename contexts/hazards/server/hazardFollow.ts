import type { Tx } from '../../../platform/database/transaction.ts'
import { moveEvidence } from '../../../platform/evidence/room.ts'
import { deltasOfMove, type Delta } from '../rules/figures.ts'
import { writeDeltas } from './figureStore.ts'
import { recordIdOf, settingsFor } from './hazardRow.ts'
import { lockHazardsOfUnit, moveHazard, replaceOwing } from './hazardStore.ts'
import type { Needs } from './needs.ts'
import { standingOf, type UnitFacts } from './unitStore.ts'

/**
 * The hazards of a unit count where the unit counts: its region, its industry, and whose people see them. What stands on
 * their paper stays. For whoever moves a unit, in the same transaction.
 */
export const moveHazardsOfUnit = async (tx: Tx, needs: Pick<Needs, 'tightenedFor'>, unit: UnitFacts): Promise<void> => {
  const settings = await settingsFor(tx, needs, unit.organisationId)
  const place = { unitName: unit.name, regionCode: unit.regionCode, organisationId: unit.organisationId }
  const moved: Delta[] = []
  for (const { hazard, standing } of await lockHazardsOfUnit(tx, unit.unitId)) {
    const to = standingOf(unit, standing.campaignId, standing.registered)
    moved.push(...deltasOfMove(hazard, standing, to))
    await moveHazard(tx, hazard, place, to.industryCode)
    await replaceOwing(tx, hazard, place, settings)
    const record = { kind: 'hazard', id: recordIdOf(hazard) }
    await moveEvidence(tx, { record, regionCode: place.regionCode, organisationId: place.organisationId })
  }
  await writeDeltas(tx, moved)
}
