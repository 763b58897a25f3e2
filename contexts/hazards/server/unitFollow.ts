import { regionCode as codeOf } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Listener } from '../../../platform/work/work.ts'
import { duplicateKeys } from '../rules/duplicates.ts'
import { featuresOf, unitChanged } from './unitCheck.ts'
import { moveUnit } from './unitMove.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { lockUnit, replaceKeys, unitRow, unitsInScope, updateUnit } from './unitStore.ts'

/**
 * A region that ended moves its organisations, and their units follow with all that belongs to them. A unit in a region
 * that is still in force stays where it is: an enterprise may have units in many counties.
 */
export const followOrganisation = (needs: RegisterNeeds): Listener => ({
  name: 'hazards.followOrganisation',
  event: 'identity.organisationChanged',
  run: async (tx, { organisationId, regionCode }) => {
    if (!organisationId) return ok(undefined)
    const today = dateInBeijing(tx.now).toString()
    const held = await unitsInScope(tx)
      .select(['unit.unit_id as unitId', 'unit.region_code as region'])
      .where('unit.organisation_id', '=', organisationId)
      .orderBy('unit.unit_id')
      .execute()
    for (const { unitId, region } of held) {
      if (region === regionCode || needs.regionInForce(codeOf(region), today).ok) continue
      const before = await lockUnit(tx, unitId)
      if (!before) continue
      await updateUnit(tx, unitId, { region_code: regionCode })
      const after = await unitRow(tx, unitId)
      if (!after) throw new Error(`the unit ${unitId} was moved out of every region`)
      await replaceKeys(tx, after, duplicateKeys(featuresOf(after)))
      await moveUnit(tx, needs, before, after)
      await unitChanged(tx, 'unit.follow', before, unitId)
    }
    return ok(undefined)
  },
})
