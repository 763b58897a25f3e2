import type { DeedFacts, NewCase } from '../actions.ts'
import type { CaseIn, Penalty } from '../case.ts'
import { openStates } from '../case.ts'
import type { EventOf } from '../events.ts'
import { todayOf } from '../fine.ts'
import { limits, numberOf } from '../limits.ts'
import { isEnforcer } from '../people.ts'
import { no, type CaseRefusal, type Doing, type Verdict } from '../refusalFacts.ts'
import { byLeader, dayWithin, deed, happened, incomplete, inState, notInvestigator, stepBy, unless, yours } from './deed.ts'
import { officersUnsuited } from './officers.ts'
import { penaltyUnsuited } from './penalty.ts'

/** 行政处罚法 art. 36: two years from the end of the act, five where life or health was harmed. What goes on still never lapses. */
const lapsed = ({ foundOn, actEndedOn, harm }: NewCase, { tightened }: DeedFacts): CaseRefusal | null => {
  if (actEndedOn === null) return null
  const years = numberOf(harm ? limits.discoveryYearsHarm : limits.discoveryYears, tightened)
  const last = Temporal.PlainDate.from(actEndedOn).add({ years }).toString()
  return foundOn > last ? no('TIME_LIMIT_PASSED', { actEndedOn, foundOn, years }).refusal : null
}

const beginning = (action: Doing, begun: NewCase, facts: DeedFacts, now: Temporal.Instant): CaseRefusal | null => {
  const { matter, party, fact, foundOn, actEndedOn } = begun
  const today = todayOf(now)
  return (
    yours(isEnforcer(facts.person), action, 'enforcer') ??
    incomplete(action, {
      matter,
      party: party.name,
      text: fact.text,
      ...(party.kind === 'person' ? { title: party.title } : {}),
      // A hazard's own record proves what it says.
      ...(fact.hazard === null ? { evidence: fact.evidence } : {}),
    }) ??
    dayWithin(action, foundOn, { to: today, today }) ??
    (actEndedOn === null ? null : dayWithin(action, actEndedOn, { to: foundOn, today })) ??
    officersUnsuited(begun.officers, { party, recused: [] }, facts, now) ??
    lapsed(begun, facts)
  )
}

/** 行政处罚法 art. 54: somebody who enforces finds that a case should be opened. */
export const propose = (begun: NewCase, facts: DeedFacts, now: Temporal.Instant): Verdict<EventOf<'proposed'>> => {
  const refusal = beginning('propose', begun, facts, now)
  if (refusal !== null) return { ok: false, refusal }
  const { caseId, ...rest } = begun
  return { ok: true, value: { kind: 'proposed', caseId, step: stepBy(facts, now), ...rest } }
}

/** 行政处罚法 art. 51, 52: facts are certain, the clause is, and the penalty is small: decided and handed over on the spot. */
export const decideOnSpot = (
  begun: NewCase,
  spot: { readonly penalty: Penalty; readonly receiver: string },
  facts: DeedFacts,
  now: Temporal.Instant,
): Verdict<EventOf<'decidedOnSpot'>> => {
  const { kind } = begun.party
  const most = numberOf(kind === 'unit' ? limits.simpleUnitYuan : limits.simplePersonYuan, facts.tightened)
  const { fineYuan, others } = spot.penalty
  const there = begun.officers.some(({ personId }) => personId === facts.person.personId)
  const refusal =
    beginning('decideOnSpot', begun, facts, now) ??
    yours(there, 'decideOnSpot', 'investigator') ??
    incomplete('decideOnSpot', { receiver: spot.receiver }) ??
    penaltyUnsuited('decideOnSpot', begun.party, spot.penalty) ??
    (fineYuan > most || others.some((each) => each !== 'warning') ? no('SIMPLE_TOO_MUCH', { fineYuan, most, party: kind }).refusal : null)
  if (refusal !== null) return { ok: false, refusal }
  const { caseId, ...rest } = begun
  return { ok: true, value: { kind: 'decidedOnSpot', caseId, step: stepBy(facts, now), ...rest, ...spot } }
}

const toOpen =
  (action: 'approveOpening' | 'refuseOpening') =>
  (held: Parameters<typeof inState>[0], facts: DeedFacts): Verdict<CaseIn<'proposed'>> => {
    const open = inState(held, action, ['proposed'])
    return open.ok ? unless(open.value, byLeader(action, facts), notInvestigator(action, open.value, facts.person.personId)) : open
  }

/** The person responsible of the authority opens the case: its ninety days begin (行政处罚法 art. 54, 60). */
export const approveOpening = deed<'approveOpening', CaseIn<'proposed'>>(toOpen('approveOpening'), (open, _action, facts, now) => {
  const refusal = officersUnsuited(open.officers, { party: open.party, recused: [] }, facts, now)
  return refusal === null ? happened('opened', open, facts, now, {}) : { ok: false, refusal }
})

export const refuseOpening = deed<'refuseOpening', CaseIn<'proposed'>>(toOpen('refuseOpening'), (open, { reason }, facts, now) => {
  const refusal = incomplete('refuseOpening', { reason })
  return refusal === null ? happened('openingRefused', open, facts, now, { reason }) : { ok: false, refusal }
})

const beforeDecision = openStates.filter((state) => state !== 'decided' && state !== 'served')

type Undecided = CaseIn<'proposed' | 'investigating' | 'noticed' | 'hearingAsked' | 'hearingCalled' | 'weighing'>

/** Opened in error, or there is nothing more to pursue: before anything is decided, and it stays on the record. */
export const withdraw = deed<'withdraw', Undecided>(
  (held, facts) => {
    const open = inState(held, 'withdraw', beforeDecision)
    return open.ok ? unless(open.value as Undecided, byLeader('withdraw', facts)) : open
  },
  (open, { reason }, facts, now) => {
    const refusal = incomplete('withdraw', { reason })
    return refusal === null ? happened('withdrawn', open, facts, now, { reason }) : { ok: false, refusal }
  },
)
