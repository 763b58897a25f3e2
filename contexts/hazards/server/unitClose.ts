import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import type { NameNeeds } from './pageNames.ts'
import { openUnit, unitChanged } from './unitCheck.ts'
import { lockUnit, updateUnit } from './unitStore.ts'
import { unitView } from './unitView.ts'

/** Closes a unit with a day. It stays on the register: what was done at it is never lost. */
export const openCloseUnit = (needs: NameNeeds): RouteHandler =>
  handle(registerRoutes.closeUnit, async (tx, { params, body }) => {
    const held = openUnit(await lockUnit(tx, params.unitId), params.unitId, body.version)
    if (!held.ok) return held
    const today = dateInBeijing(tx.now).toString()
    const { registered_on } = held.value
    if (body.closedOn > today || body.closedOn < registered_on)
      return refuse('CLOSING_DAY_WRONG', { closedOn: body.closedOn, registeredOn: registered_on, today })
    await updateUnit(tx, params.unitId, { closed_on: body.closedOn, close_reason: body.reason })
    return ok(await unitView(tx, needs, await unitChanged(tx, 'unit.close', held.value, params.unitId)))
  })
