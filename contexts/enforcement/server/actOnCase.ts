import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { actionOfSent, type SentAction, type SentPartyAction } from '../contract/caseActions.ts'
import type { Action } from '../rules/actions.ts'
import type { Case } from '../rules/case.ts'
import { decide } from '../rules/decide.ts'
import { settingsFor } from './caseRow.ts'
import { keepCertificates, lockCase } from './caseStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'
import { attachToCase, citedHazard, unknownPerson } from './proposeCase.ts'

export type Deed = { readonly action: SentAction | SentPartyAction; readonly baseVersion: number }

/** The action as the rules want it: of a cited hazard the server says what it was, not the caller. */
const completed = async (tx: Tx, needs: Needs, unitId: string, sent: Deed['action']): Promise<Result<Action>> => {
  if (sent.kind !== 'addFact') return ok(actionOfSent(sent))
  const { hazardId, ...fact } = sent
  const hazard = await citedHazard(tx, needs, unitId, hazardId)
  return hazard.ok ? ok({ ...fact, hazard: hazard.value }) : hazard
}

/** The people a deed names: whoever is to act later must be somebody. */
const namedIn = (action: Action): readonly string[] => {
  switch (action.kind) {
    case 'replaceOfficers':
      return action.officers.map(({ personId }) => personId)
    case 'decideRecusal':
      return action.replacement === null ? [] : [action.replacement.personId]
    case 'callHearing':
      return [action.presiderId]
    case 'discuss':
      return action.attendees
    default:
      return []
  }
}

const evidenceIn = (action: Action): readonly string[] => {
  if (action.kind === 'holdHearing') return action.record
  return 'evidence' in action ? action.evidence : []
}

const officersIn = (action: Action) => {
  if (action.kind === 'replaceOfficers') return action.officers
  return action.kind === 'decideRecusal' && action.replacement !== null ? [action.replacement] : []
}

/**
 * One deed at one case, whoever does it: one after the other, by the rules. Refuses what the rules refuse, VERSION_STALE where
 * the case went on meanwhile, RECORD_NOT_FOUND, and what the evidence refuses.
 */
export const actOnCase = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  { unitId, caseId }: { readonly unitId: string; readonly caseId: string },
  { action: sent, baseVersion }: Deed,
): Promise<Result<Case>> => {
  const found = await lockCase(tx, unitId, caseId)
  if (!found) return refuse('RECORD_NOT_FOUND', { kind: 'case', id: caseId })
  const { held, place } = found
  if (held.version !== baseVersion)
    return refuse('VERSION_STALE', { kind: 'case', id: caseId, expectedVersion: baseVersion, actualVersion: held.version })
  const action = await completed(tx, needs, unitId, sent)
  if (!action.ok) return action
  const unknown = await unknownPerson(tx, needs, namedIn(action.value))
  if (unknown !== undefined) return refuse('RECORD_NOT_FOUND', { kind: 'person', id: unknown })
  const settings = await settingsFor(tx, needs, place.authorityId)
  const event = decide(held, action.value, { ...settings, person: personOf(actor, place) }, tx.now)
  if (!event.ok) return event
  const after = await keepEvent(tx, needs, { held, place, settings }, event.value, `case.${sent.kind}`)
  const officers = officersIn(action.value)
  if (officers.length > 0) await keepCertificates(tx, officers, place.authorityId)
  const attached = await attachToCase(tx, after, place.regionCode, evidenceIn(action.value))
  return attached.ok ? ok(after) : attached
}
