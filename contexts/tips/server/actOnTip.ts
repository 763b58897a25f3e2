import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { sentenceOf, type RefusalTable } from '../../../kernel/refusals.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { contract as hazards } from '../../hazards/contract/index.ts'
import type { tipRoutes } from '../contract/tipRoutes.ts'
import type { TipAction } from '../rules/actions.ts'
import { decide, joinable, may } from '../rules/decide.ts'
import type { Tip } from '../rules/tip.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { lockTip, settingsFor } from './tipStore.ts'

type Sent = RouteInput<typeof tipRoutes.actOnTip>['body']

/** What the room of hazards refuses is told in its own words. */
const refusedThere = (refusal: Refusal): Refusal => {
  if (refusal.code === 'RECORD_NOT_FOUND' || refusal.code === 'OUT_OF_SCOPE') return refusal
  if (!(refusal.code in hazards.refusals)) throw new Error(`hazards refused by ${refusal.code}, which it does not declare`)
  const table = hazards.refusals as unknown as RefusalTable<Record<string, unknown>>
  return { code: 'HAZARD_REFUSED', facts: { ...sentenceOf(table, refusal as never) } }
}

/** The action as the rules want it: a hazard that the check found is on the register by then. */
const completed = async (tx: Tx, needs: Needs, actor: PersonActor, tip: Tip, sent: Sent['action']): Promise<Result<TipAction>> => {
  if (sent.kind === 'join') {
    const into = await lockTip(tx, sent.intoId)
    if (!into) return refuse('RECORD_NOT_FOUND', { kind: 'tip', id: sent.intoId })
    const fits = joinable(into.tip)
    return fits.ok ? ok(sent) : fits
  }
  if (sent.kind !== 'check') return ok(sent)
  const { outcome, opinion, known, found } = sent
  if ((outcome === 'true') !== (found !== null) || (outcome === 'known') !== (known !== null))
    return refuse('TIP_HAZARD_UNSUITED', { outcome })
  // Judged before anything is written: who may not check makes no hazard either.
  const judged = may(tip, 'check', actor)
  if (!judged.ok) return judged
  if (known !== null) {
    const there = await needs.hazardKnown(tx, known.unitId, known.hazardId)
    if (!there) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: known.hazardId })
    return ok({ kind: 'check', outcome, opinion, hazard: known })
  }
  if (found === null) return ok({ kind: 'check', outcome, opinion, hazard: null })
  const made = await needs.findReported(tx, actor, found)
  return made.ok ? ok({ kind: 'check', outcome, opinion, hazard: made.value }) : { ok: false, refusal: refusedThere(made.refusal) }
}

/**
 * One deed at one tip: one after the other, by the rules, over the version that the person saw. Refuses what the rules refuse,
 * VERSION_STALE, RECORD_NOT_FOUND, and as HAZARD_REFUSED what the finding of a hazard refuses.
 */
export const actOnTip = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  tipId: string,
  { action: sent, version }: Sent,
): Promise<Result<Tip>> => {
  const held = await lockTip(tx, tipId)
  if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'tip', id: tipId })
  const { tip } = held
  if (tip.version !== version)
    return refuse('VERSION_STALE', { kind: 'tip', id: tipId, expectedVersion: version, actualVersion: tip.version })
  const settings = await settingsFor(tx, needs)
  const action = await completed(tx, needs, actor, tip, sent)
  if (!action.ok) return action
  const event = decide(tip, action.value, { person: actor, settings }, tx.now)
  if (!event.ok) return event
  const after = await keepEvent(tx, held, event.value, { action: `tip.${sent.kind}`, settings })
  if (event.value.kind !== 'checked' || event.value.outcome !== 'known' || event.value.hazard === null) return ok(after)
  // On record and put right already: nothing more will happen to it that the tip could hear of.
  const { unitId, hazardId } = event.value.hazard
  const known = await needs.hazardKnown(tx, unitId, hazardId)
  if (!known?.closedAt) return ok(after)
  return ok(await keepEvent(tx, { ...held, tip: after }, { kind: 'hazardClosed', at: tx.at }, { action: 'tip.followHazard', settings }))
}
