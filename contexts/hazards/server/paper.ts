import { refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { hazardRoutes as routes } from '../contract/hazardRoutes.ts'
import { hazardInScope, historyOf } from './hazardStore.ts'

/** The papers of a hazard. */
export const openPaperRoute = (): RouteHandler =>
  handle(routes.hazardPaper, async (tx, { params: { unitId, hazardId, version } }) => {
    const held = await hazardInScope(tx, unitId, hazardId)
    const event = held && (await historyOf(tx, unitId, hazardId))[version - 1]
    if (!event) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
    return refuse('PAPER_UNSUITED', { kind: event.kind, version })
  })
