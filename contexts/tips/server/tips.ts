import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { tipRoutes as routes } from '../contract/tipRoutes.ts'
import { decide } from '../rules/decide.ts'
import { actOnTip } from './actOnTip.ts'
import { openInformant } from './informantStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { listTips, summariseTips } from './tipList.ts'
import { tipRecord } from './tipRecord.ts'
import { lockTip, settingsFor } from './tipStore.ts'

/** The name in the clear, for one role, for a purpose that stands on the record; that it was looked at stands on the tip. */
export const lookAt = async (
  tx: Tx,
  needs: Pick<Needs, 'tightenedFor'>,
  actor: PersonActor,
  tipId: string,
  purpose: string,
): Promise<Result<RouteOutput<typeof routes.revealInformant>>> => {
  const held = await lockTip(tx, tipId)
  if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'tip', id: tipId })
  const settings = await settingsFor(tx, needs)
  const event = decide(held.tip, { kind: 'reveal' }, { person: actor, settings }, tx.now)
  if (!event.ok) return event
  const informant = await openInformant(tx, tipId)
  if (informant === null) return refuse('IDENTITY_NOT_KEPT', { state: 'destroyed' })
  const tip = await keepEvent(tx, held, event.value, { action: 'tip.reveal', settings, purpose })
  return ok({ ...informant, looks: tip.reveals.length })
}

/** Tips as the office reads them and acts on them. */
export const openTipRoutes = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.tips, (tx, { query }) => listTips(tx, needs, query)),

  handle(routes.tipSummary, (tx, { query }) => summariseTips(tx, query)),

  handle(routes.tip, (tx, { actor, params }) => tipRecord(tx, needs, actor, params.tipId)),

  handle(routes.actOnTip, async (tx, { actor, params, body }) => {
    const done = await actOnTip(tx, needs, actor, params.tipId, body)
    return done.ok ? tipRecord(tx, needs, actor, params.tipId) : done
  }),

  handle(routes.revealInformant, (tx, { actor, params, body }) => lookAt(tx, needs, actor, params.tipId, body.purpose)),
]
