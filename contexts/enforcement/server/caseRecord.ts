import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Deadline } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { refusals } from '../contract/refusals.ts'
import type { routes } from '../contract/routes.ts'
import type { ActionKind, DeedFacts, Settings } from '../rules/actions.ts'
import type { Case } from '../rules/case.ts'
import { lawDeadline, rightsDeadline, stepDeadline } from '../rules/clocks.ts'
import { partyActions, possibleActions } from '../rules/decide.ts'
import { paperToServe } from '../rules/deeds/service.ts'
import type { CaseEvent } from '../rules/events.ts'
import { outstandingYuan, payDeadline, surchargeYuan, todayOf } from '../rules/fine.ts'
import { owedBy } from '../rules/owed.ts'
import { paperOf, papersOfParty } from '../rules/paper.ts'
import { checkOf } from '../rules/paperCheck.ts'
import { partyHistory } from '../rules/partyView.ts'
import { caseLineOf } from './caseList.ts'
import { recordIdOf, settingsFor, textOf } from './caseRow.ts'
import { caseInScope, historyOf } from './caseStore.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'

type CaseRecord = RouteOutput<typeof routes.caseRecord>
type OwnRecord = RouteOutput<typeof routes.ownCase>

const personKeys = new Set(['personId', 'presiderId', 'attendees', 'investigators'])

/** The ids that stand under such a key anywhere in a value: events and states name people in many places. */
const peopleIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(peopleIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => {
    if (!personKeys.has(key)) return peopleIn(held)
    if (typeof held === 'string') return [held]
    return Array.isArray(held) && held.every((each) => typeof each === 'string') ? held : peopleIn(held)
  })
}

const clockOf = (deadline: Deadline | null) =>
  deadline && { endsAt: textOf(deadline.endsAt) ?? '', lastDay: deadline.lastDay?.toString() ?? null, final: deadline.final }

const actionsFor = (held: Case, facts: DeedFacts, now: Temporal.Instant, only?: readonly ActionKind[]): CaseRecord['actions'] =>
  possibleActions(held, facts, now)
    .filter(({ action }) => only === undefined || only.includes(action))
    .map(({ action, refusal }) => ({
      action,
      refusal: refusal && { code: refusal.code, facts: { ...refusal.facts }, sentence: sentenceOf(refusals, refusal) },
    }))

const papersIn = (history: readonly CaseEvent[], only?: readonly number[]): CaseRecord['papers'] =>
  history.flatMap((event, at) => {
    const kind = paperOf(event)
    const version = at + 1
    return kind !== null && (only === undefined || only.includes(version)) ? [{ version, kind, check: checkOf(event) }] : []
  })

type Read = {
  readonly held: Case
  readonly history: readonly CaseEvent[]
  readonly settings: Settings
  readonly facts: DeedFacts
  readonly line: CaseRecord['line']
  readonly today: string
}

const readCase = async (tx: Tx, needs: Needs, actor: PersonActor, unitId: string, caseId: string): Promise<Result<Read>> => {
  const found = await caseInScope(tx, unitId, caseId)
  const line = await caseLineOf(tx, needs, unitId, caseId)
  if (!found || !line) return refuse('RECORD_NOT_FOUND', { kind: 'case', id: caseId })
  const { held, place } = found
  const settings = await settingsFor(tx, needs, place.authorityId)
  const history = await historyOf(tx, unitId, caseId)
  return ok({ held, history, settings, line, today: todayOf(tx.now), facts: { ...settings, person: personOf(actor, place) } })
}

const owing = ({ held, today, settings }: Read) => ({
  outstandingYuan: held.state === 'served' ? outstandingYuan(held, today, settings) : 0,
  surchargeYuan: held.state === 'served' ? surchargeYuan(held, today, settings) : 0,
})

/** A case as its authority sees it: state and history, clocks, what is owed, and each action with why it is not his now. */
export const caseRecord = async (tx: Tx, needs: Needs, actor: PersonActor, unitId: string, caseId: string): Promise<Result<CaseRecord>> => {
  const read = await readCase(tx, needs, actor, unitId, caseId)
  if (!read.ok) return read
  const { held, history, settings, facts, line, today } = read.value
  const people = await needs.peopleNames(tx, [...new Set(peopleIn([held, history]))])
  const cited = held.facts.flatMap(({ hazard }) => (hazard === null ? [] : [hazard.hazardId]))
  const hazards = cited.length === 0 ? [] : await needs.hazardsOfCase(tx, unitId, cited)
  return ok({
    recordId: recordIdOf(held),
    line,
    held,
    history: [...history],
    ...owing(read.value),
    stepClock: clockOf(stepDeadline(held, today, settings)),
    lawClock: clockOf(lawDeadline(held, today, settings)),
    owed: owedBy(held, tx.now, settings).map(({ kind, owner, since, step, law }) => ({
      kind,
      side: owner.side,
      role: owner.role,
      personId: owner.personId,
      since,
      stepDueAt: clockOf(step)?.endsAt ?? null,
      lawDueAt: clockOf(law)?.endsAt ?? null,
    })),
    actions: actionsFor(held, facts, tx.now),
    papers: papersIn(history),
    hazards: hazards.map(({ hazardId, number, description }) => ({ hazardId, number, description })),
    people: Object.fromEntries(people),
  })
}

/** A case as its party sees it: what was done towards it and by it, and nothing internal. */
export const ownRecord = async (tx: Tx, needs: Needs, actor: PersonActor, unitId: string, caseId: string): Promise<Result<OwnRecord>> => {
  const read = await readCase(tx, needs, actor, unitId, caseId)
  if (!read.ok) return read
  const { held, history, settings, facts, line } = read.value
  const told = partyHistory(history)
  const people = await needs.peopleNames(tx, [...new Set([...peopleIn(told), ...held.officers.map(({ personId }) => personId)])])
  const waiting = paperToServe(held)
  return ok({
    recordId: recordIdOf(held),
    line,
    history: [...told],
    ...owing(read.value),
    rightsClock: clockOf(held.state === 'noticed' ? rightsDeadline(held, settings) : null),
    payClock: clockOf(held.state === 'served' ? payDeadline(held, settings) : null),
    officers: held.officers.map(({ personId, certificateNo }) => ({ personId, certificateNo })),
    toReceive: waiting !== null && waiting.service === null ? waiting.paper : null,
    actions: actionsFor(held, facts, tx.now, partyActions),
    papers: papersIn(history, papersOfParty(history)),
    people: Object.fromEntries(people),
  })
}
