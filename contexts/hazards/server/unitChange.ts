import { ok } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { checkUnit, openUnit, unitChanged } from './unitCheck.ts'
import { moveUnit } from './unitMove.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { lockUnit, replaceKeys, unitRow, updateUnit } from './unitStore.ts'
import { unitView } from './unitView.ts'

/** Changes what the register holds of a unit; what belongs to it follows it to another region, industry or organisation. */
export const openChangeUnit = (needs: RegisterNeeds): RouteHandler =>
  handle(registerRoutes.changeUnit, async (tx, { params, body }) => {
    const held = openUnit(await lockUnit(tx, params.unitId), params.unitId, body.version)
    if (!held.ok) return held
    const checked = await checkUnit(tx, needs, body, held.value)
    if (!checked.ok) return checked
    const { row, keys } = checked.value
    await updateUnit(tx, params.unitId, row)
    const after = await unitRow(tx, params.unitId)
    if (!after) throw new Error(`the unit ${params.unitId} was written out of its writer's scope`)
    await replaceKeys(tx, after, keys)
    await moveUnit(tx, needs, held.value, after)
    return ok(await unitView(tx, needs, await unitChanged(tx, 'unit.change', held.value, params.unitId)))
  })
