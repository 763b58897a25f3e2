import { refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { hazardRoutes as routes } from '../contract/hazardRoutes.ts'
import { actOnHazard } from './actOnHazard.ts'
import { citedItems } from './citedItems.ts'
import { findHazard } from './findHazard.ts'
import { listHazards, summariseHazards } from './hazardList.ts'
import { hazardRecord } from './hazardRecord.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'
import { unitInScope } from './unitStore.ts'

const ways = { unit: 'selfCheck', authority: 'departmentCheck', peer: 'peerCheck', expert: 'expertCheck', public: 'publicReport' } as const

/** Hazards: listed, read, found outside a visit, acted upon. */
export const openHazardRoutes = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.hazards, (tx, { query }) => listHazards(tx, needs, query)),

  handle(routes.hazardSummary, (tx, { query }) => summariseHazards(tx, query)),

  handle(routes.hazard, (tx, { actor, params }) => hazardRecord(tx, needs, actor, params.unitId, params.hazardId)),

  handle(routes.findHazard, async (tx, { actor, params: { unitId }, body: { itemKey, ...finding } }) => {
    const unit = await unitInScope(tx, unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
    const items = await citedItems(tx, itemKey === null ? [] : [itemKey], dateInBeijing(tx.now).toString())
    if (!items.ok) return items
    const item = itemKey === null ? null : (items.value.get(itemKey) ?? null)
    const how = ways[personOf(actor, unit).side]
    const found = await findHazard(tx, needs, actor, unit, { ...finding, how, item }, { campaignId: null, registered: false })
    return found.ok ? hazardRecord(tx, needs, actor, unitId, found.value.id) : found
  }),

  handle(routes.actOnHazard, async (tx, { actor, params, body }) => {
    const done = await actOnHazard(tx, needs, actor, params, body)
    return done.ok ? hazardRecord(tx, needs, actor, params.unitId, params.hazardId) : done
  }),
]
