import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import { refuse, ok, type Result } from '../../../kernel/result.ts'
import type { Deadline } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { hazardRoutes } from '../contract/hazardRoutes.ts'
import { refusals } from '../contract/refusals.ts'
import { lawDeadline, legalClock, stepDeadline } from '../rules/clocks.ts'
import { possibleActions } from '../rules/decide.ts'
import { owedBy } from '../rules/owed.ts'
import { hazardLineOf } from './hazardList.ts'
import { recurrenceCandidates } from '../rules/recurrence.ts'
import { recordIdOf, settingsFor } from './hazardRow.ts'
import { againstItem, hazardInScope, historyOf } from './hazardStore.ts'
import type { Settings } from '../rules/actions.ts'
import type { Hazard } from '../rules/hazard.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'

type HazardRecord = RouteOutput<typeof hazardRoutes.hazard>

const personKeys = new Set(['personId', 'rectifiedBy', 'evaluators', 'askedBy'])

/** The ids that stand under such a key anywhere in a value: events and states name people in many places. */
const idsUnder = (value: unknown, keys: ReadonlySet<string>): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => idsUnder(each, keys))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => {
    if (!keys.has(key)) return idsUnder(held, keys)
    if (typeof held === 'string') return [held]
    return Array.isArray(held) ? held.filter((each) => typeof each === 'string') : []
  })
}

const clockOf = (deadline: Deadline | null) =>
  deadline && {
    endsAt: deadline.endsAt.toString({ smallestUnit: 'millisecond' }),
    lastDay: deadline.lastDay?.toString() ?? null,
    final: deadline.final,
  }

/** Earlier ones that it may be again, until it was linked to one (16号令 art. 14). */
const mayRepeat = async (tx: Tx, hazard: Hazard, settings: Settings): Promise<HazardRecord['mayRepeat']> => {
  if (hazard.recurrenceOf !== null || hazard.found.item === null) return []
  const others = new Map((await againstItem(tx, hazard.unitId, hazard.found.item.code)).map((other) => [other.hazard.id, other]))
  return recurrenceCandidates(
    hazard,
    [...others.values()].map((other) => other.hazard),
    settings,
  ).flatMap(({ hazardId, foundAt }) => {
    const other = others.get(hazardId)
    return other ? [{ hazardId, number: other.number, description: other.hazard.found.description, foundAt }] : []
  })
}

/**
 * A hazard as the reader sees it: its state and history, both clocks, what is owed, and each action with why it is not his
 * now. Whether somebody stands on the spot is only judged when he acts.
 */
export const hazardRecord = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  unitId: string,
  hazardId: string,
): Promise<Result<HazardRecord>> => {
  const held = await hazardInScope(tx, unitId, hazardId)
  const line = await hazardLineOf(tx, needs, unitId, hazardId)
  if (!held || !line) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
  const { hazard, place } = held
  const history = await historyOf(tx, unitId, hazardId)
  const settings = await settingsFor(tx, needs, place.organisationId)
  const facts = { ...settings, person: personOf(actor, place), claimedAt: tx.at, position: null }
  const people = await needs.peopleNames(tx, [...new Set(idsUnder([hazard, history], personKeys))])
  const organisations = await needs.organisationNames(tx, [...new Set(idsUnder([hazard, history], new Set(['organisationId'])))])
  return ok({
    recordId: recordIdOf(hazard),
    line,
    hazard,
    history: [...history],
    stepClock: clockOf(stepDeadline(hazard, settings)),
    lawClock: clockOf(lawDeadline(hazard, settings)),
    legalClock: legalClock(hazard),
    owed: owedBy(hazard, settings).map(({ kind, owner, since, step, law }) => ({
      kind,
      tier: owner.tier,
      role: owner.role,
      organisationId: owner.organisationId,
      personId: owner.personId,
      since,
      stepDueAt: clockOf(step)?.endsAt ?? null,
      lawDueAt: clockOf(law)?.endsAt ?? null,
    })),
    actions: possibleActions(hazard, facts, tx.now).map(({ action, refusal }) => ({
      action,
      refusal: refusal && { code: refusal.code, facts: { ...refusal.facts }, sentence: sentenceOf(refusals, refusal) },
    })),
    mayRepeat: await mayRepeat(tx, hazard, settings),
    people: Object.fromEntries(people),
    organisations: Object.fromEntries(organisations),
  })
}
