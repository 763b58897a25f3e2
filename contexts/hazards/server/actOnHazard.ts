import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { actionOfSent, type SentAction } from '../contract/hazardActions.ts'
import type { Action } from '../rules/actions.ts'
import { doneAt, type Fix, type Hazard } from '../rules/hazard.ts'
import { merge } from '../rules/merge.ts'
import { attachToHazard, shareWithAssignee } from './findHazard.ts'
import { handOverUnsuited } from './handOverTarget.ts'
import { settingsFor } from './hazardRow.ts'
import { hazardInScope, historyOf, lockHazard } from './hazardStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'

/** What somebody wants to do, over which version, when by his device, and where he stood. */
export type Deed = {
  readonly action: SentAction
  readonly baseVersion: number
  /** ISO instant. */
  readonly claimedAt: string
  readonly position: Fix | null
}

/** The action as the rules want it: of an earlier hazard the server says when it was found, not the caller. */
const completed = async (tx: Tx, unitId: string, sent: SentAction): Promise<Result<Action>> => {
  if (sent.kind !== 'linkRecurrence') return ok(actionOfSent(sent))
  const earlier = await hazardInScope(tx, unitId, sent.earlierHazardId)
  if (!earlier) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: sent.earlierHazardId })
  const { id: hazardId, found } = earlier.hazard
  return ok({ kind: 'linkRecurrence', earlier: { hazardId, unitId, foundAt: doneAt(found.step).toString() }, reason: sent.reason })
}

/** The people a deed names: whoever is to act later must be somebody. */
const namedIn = (action: Action): readonly string[] => {
  switch (action.kind) {
    case 'order':
      return action.assignee === null ? [] : [action.assignee.personId]
    case 'transfer':
      return [action.to.personId]
    case 'selfCheck':
      return action.rectifiedBy
    case 'evaluate':
      return action.evaluators
    default:
      return []
  }
}

const unknownPerson = async (tx: Tx, { peopleNames }: Needs, action: Action): Promise<string | undefined> => {
  const named = namedIn(action)
  const known = await peopleNames(tx, [...new Set(named)])
  return named.find((personId) => !known.has(personId))
}

const assigneeOf = (hazard: Hazard): string | null => ('assignee' in hazard ? (hazard.assignee?.personId ?? null) : null)

const changesAssignee = (before: Hazard, after: Hazard): boolean => assigneeOf(after) !== assigneeOf(before) && assigneeOf(after) !== null

/**
 * One deed at one hazard, whichever of the 23: one after the other, by the rules, over what happened meanwhile. Refuses
 * what the rules refuse, CHANGED_MEANWHILE with who did what, RECORD_NOT_FOUND, and what the evidence refuses.
 */
export const actOnHazard = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  { unitId, hazardId }: { readonly unitId: string; readonly hazardId: string },
  { action: sent, baseVersion, claimedAt, position }: Deed,
): Promise<Result<Hazard>> => {
  const held = await lockHazard(tx, unitId, hazardId)
  if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
  const { hazard, standing, place } = held
  const action = await completed(tx, unitId, sent)
  if (!action.ok) return action
  const unknown = await unknownPerson(tx, needs, action.value)
  if (unknown !== undefined) return refuse('RECORD_NOT_FOUND', { kind: 'person', id: unknown })
  const unsuited = await handOverUnsuited(tx, needs, action.value)
  if (unsuited) return unsuited
  const settings = await settingsFor(tx, needs, place.organisationId)
  const history = await historyOf(tx, unitId, hazardId)
  const facts = { ...settings, person: personOf(actor, place), claimedAt, position }
  const event = merge(hazard, { baseVersion, history }, action.value, facts, tx.now)
  if (!event.ok) return event
  const after = await keepEvent(tx, { hazard, standing, place, settings }, event.value, { action: `hazard.${sent.kind}` })
  if (changesAssignee(hazard, after)) await shareWithAssignee(tx, after, place)
  if (!('evidence' in action.value)) return ok(after)
  const attached = await attachToHazard(tx, after, place, action.value.evidence)
  return attached.ok ? ok(after) : attached
}
