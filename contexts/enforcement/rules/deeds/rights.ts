import { dateInBeijing, deadline } from '../../../../kernel/time.ts'
import type { ActionKind, DeedFacts } from '../actions.ts'
import type { Case, CaseIn, State } from '../case.ts'
import { rightsDeadline } from '../clocks.ts'
import { noonOf, todayOf } from '../fine.ts'
import { hearingYuan, limits, numberOf } from '../limits.ts'
import { isEnforcer, isParty } from '../people.ts'
import { no, type CaseRefusal, type Verdict } from '../refusalFacts.ts'
import { byEnforcer, byParty, deed, happened, incomplete, inState, investigates, notInvestigator, unless, yours } from './deed.ts'

const open4 = ['noticed', 'hearingAsked', 'hearingCalled', 'weighing'] as const

type Answering = CaseIn<(typeof open4)[number]>

const unserved = (action: ActionKind, { notice }: Pick<CaseIn<'noticed'>, 'notice'>): CaseRefusal | null =>
  notice.service === null ? no('NOT_SERVED', { action, paper: 'notice' }).refusal : null

const unwaived = (action: ActionKind, { waived }: Pick<CaseIn<'noticed'>, 'waived'>): CaseRefusal | null =>
  waived === null ? null : no('WAIVED_ALREADY', { action }).refusal

const noticed = (held: Case, action: ActionKind, by: CaseRefusal | null): Verdict<CaseIn<'noticed'>> => {
  const open = inState(held, action, ['noticed'])
  return open.ok ? unless(open.value, by, unserved(action, open.value)) : open
}

/** 行政处罚法 art. 45: the party speaks, in writing or to an officer who writes it down; heard until the case was reviewed. */
export const state = deed<'state', Answering>(
  (held, facts) => {
    const open = inState(held, 'state', open4)
    if (!open.ok) return open
    const reviewed = open.value.state === 'weighing' && open.value.review !== null
    return unless(
      open.value,
      yours(isParty(facts.person) || investigates(open.value, facts), 'state', 'partyOrInvestigator'),
      unserved('state', open.value),
      unwaived('state', open.value),
      reviewed ? no('REVIEWED_ALREADY', { action: 'state' }).refusal : null,
    )
  },
  (open, { text, evidence }, facts, now) => {
    const refusal = incomplete('state', { text })
    return refusal === null ? happened('stated', open, facts, now, { text, evidence }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 45: facts, reasons and evidence of the party are examined; what holds is accepted. */
export const answerStatement = deed<'answerStatement', Answering>(
  (held, facts) => {
    const open = inState(held, 'answerStatement', open4)
    if (!open.ok) return open
    const waits = open.value.statements.some(({ answer }) => answer === null)
    return unless(
      open.value,
      byEnforcer('answerStatement', facts),
      waits ? null : no('NO_REQUEST_WAITING', { action: 'answerStatement' }).refusal,
    )
  },
  (open, { place, accepted, reason }, facts, now) => {
    const statement = open.statements.find((each) => each.place === place)
    if (!statement) return no('NO_SUCH_ENTRY', { of: 'statement', place })
    if (statement.answer !== null) return no('ENTRY_ANSWERED', { of: 'statement', place })
    const refusal = incomplete('answerStatement', { reason })
    return refusal === null ? happened('statementAnswered', open, facts, now, { place, accepted, reason }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 63, 64 (1): within five working days of the notice, where the penalty is one that may be heard. */
export const askHearing = deed<'askHearing', CaseIn<'noticed'>>(
  (held, facts, now) => {
    const open = noticed(held, 'askHearing', byParty('askHearing', facts))
    if (!open.ok) return open
    const { notice, party } = open.value
    const due = rightsDeadline(open.value, facts)
    const late = due !== null && Temporal.Instant.compare(now, due.endsAt) >= 0
    return unless(
      open.value,
      unwaived('askHearing', open.value),
      notice.mayBeHeard
        ? null
        : no('HEARING_NOT_DUE', { fineYuan: notice.penalty.fineYuan, leastYuan: hearingYuan(party.kind, facts.tightened) }).refusal,
      late ? no('RIGHTS_LAPSED', { action: 'askHearing', dueOn: due.lastDay?.toString() ?? '' }).refusal : null,
    )
  },
  (open, { reason }, facts, now) => happened('hearingAsked', open, facts, now, { reason }),
)

/** The party says that it has nothing to say and wants no hearing. */
export const waive = deed<'waive', CaseIn<'noticed'>>(
  (held, facts) => noticed(held, 'waive', byParty('waive', facts)),
  (open, _action, facts, now) => happened('waived', open, facts, now, {}),
)

/** The party's days have gone by: the case goes on. */
export const closeRights = deed<'closeRights', CaseIn<'noticed'>>(
  (held, facts, now) => {
    const open = noticed(held, 'closeRights', byEnforcer('closeRights', facts))
    if (!open.ok) return open
    const due = rightsDeadline(open.value, facts)
    const running = due !== null && Temporal.Instant.compare(now, due.endsAt) < 0
    return unless(open.value, running ? no('RIGHTS_RUNNING', { dueOn: due.lastDay?.toString() ?? '' }).refusal : null)
  },
  (open, _action, facts, now) => happened('rightsLapsed', open, facts, now, {}),
)

const earliestHearing = (toldOn: string, { tightened, calendar }: DeedFacts): { readonly on: string; readonly workingDays: number } => {
  const workingDays = numberOf(limits.hearingNoticeDays, tightened)
  return { on: deadline(noonOf(toldOn), { workingDays }, calendar).lastDay?.toString() ?? toldOn, workingDays }
}

const dayOf = (instant: string): string => dateInBeijing(Temporal.Instant.from(instant)).toString()

const tooSoon = (heldAt: string, toldOn: string, facts: DeedFacts): CaseRefusal | null => {
  const { on, workingDays } = earliestHearing(toldOn, facts)
  return dayOf(heldAt) < on ? no('HEARING_TOO_SOON', { heldOn: dayOf(heldAt), earliestOn: on, workingDays }).refusal : null
}

/** 行政处罚法 art. 64 (2), (4): time and place, seven working days ahead; whoever investigates never presides. */
export const callHearing = deed<'callHearing', CaseIn<'hearingAsked' | 'hearingCalled'>>(
  (held, facts) => {
    const open = inState(held, 'callHearing', ['hearingAsked', 'hearingCalled'])
    return open.ok ? unless(open.value, byEnforcer('callHearing', facts)) : open
  },
  (open, { heldAt, place, presiderId }, facts, now) => {
    const refusal =
      incomplete('callHearing', { place }) ?? notInvestigator('callHearing', open, presiderId) ?? tooSoon(heldAt, todayOf(now), facts)
    return refusal === null ? happened('hearingCalled', open, facts, now, { heldAt, place, presiderId }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 64, 65: held, with a record that those who were there signed. */
export const holdHearing = deed<'holdHearing', CaseIn<'hearingCalled'>>(
  (held, facts, now) => {
    const open = inState(held, 'holdHearing', ['hearingCalled'])
    if (!open.ok) return open
    const { call } = open.value
    const presides = call.presiderId === facts.person.personId && isEnforcer(facts.person)
    return unless(
      open.value,
      yours(presides, 'holdHearing', 'presider'),
      call.service === null
        ? no('NOT_SERVED', { action: 'holdHearing', paper: 'hearingNotice' }).refusal
        : tooSoon(call.heldAt, call.service.servedOn, facts),
      Temporal.Instant.compare(now, call.heldAt) < 0 ? no('HEARING_NOT_YET', { heldAt: call.heldAt }).refusal : null,
    )
  },
  (open, { opinion, record }, facts, now) => {
    const refusal = incomplete('holdHearing', { opinion, record })
    return refusal === null ? happened('hearingHeld', open, facts, now, { opinion, record }) : { ok: false, refusal }
  },
)

const asked: readonly State[] = ['hearingAsked', 'hearingCalled']

/** 行政处罚法 art. 64 (6): the party takes its demand back; or did not come, and the authority puts that on the record. */
export const dropHearing = deed<'dropHearing', CaseIn<'hearingAsked' | 'hearingCalled'>>(
  (held, facts, now) => {
    const open = inState(held, 'dropHearing', asked as readonly ('hearingAsked' | 'hearingCalled')[])
    if (!open.ok) return open
    const missed =
      open.value.state === 'hearingCalled' && open.value.call.service !== null && Temporal.Instant.compare(now, open.value.call.heldAt) >= 0
    return unless(open.value, yours(isParty(facts.person) || (missed && isEnforcer(facts.person)), 'dropHearing', 'party'))
  },
  (open, { reason }, facts, now) => {
    const refusal = isParty(facts.person) ? null : incomplete('dropHearing', { reason })
    return refusal === null ? happened('hearingDropped', open, facts, now, { reason }) : { ok: false, refusal }
  },
)
