import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { checkUnit, unitChanged } from './unitCheck.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { insertUnit, replaceKeys } from './unitStore.ts'
import { unitView } from './unitView.ts'

/** Registers a unit; from this day on it is in the denominator of every coverage. */
export const openAddUnit = (needs: RegisterNeeds): RouteHandler =>
  handle(registerRoutes.addUnit, async (tx, { body }) => {
    const checked = await checkUnit(tx, needs, body, null)
    if (!checked.ok) return checked
    const { row, keys } = checked.value
    const unitId = await insertUnit(tx, { ...row, recorded_region: row.region_code, registered_on: dateInBeijing(tx.now).toString() })
    await replaceKeys(tx, { ...row, unit_id: unitId, recorded_region: row.region_code }, keys)
    return ok(await unitView(tx, needs, await unitChanged(tx, 'unit.add', null, unitId)))
  })
