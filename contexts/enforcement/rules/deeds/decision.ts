import { dateInBeijing } from '../../../../kernel/time.ts'
import type { ActionKind, DeedFacts } from '../actions.ts'
import { pendingRecusal, undecided, type Case, type CaseIn } from '../case.ts'
import { decisionDeadline } from '../clocks.ts'
import { todayOf } from '../fine.ts'
import { limits, numberOf } from '../limits.ts'
import { no, type CaseRefusal, type Verdict } from '../refusalFacts.ts'
import { byEnforcer, byLeader, dayWithin, deed, happened, incomplete, inState, notInvestigator, unless } from './deed.ts'
import { mayBeHeard, penaltyUnsuited } from './penalty.ts'

type Weighing = CaseIn<'weighing'>

/** 行政处罚法 art. 57, 58: grave is what may be heard, and what was; it is reviewed by law and decided by several. */
export const isGrave = ({ notice, hearing, party }: Weighing, facts: Pick<DeedFacts, 'tightened'>): boolean =>
  hearing !== null || mayBeHeard(party, notice.penalty, facts)

const weighing = (held: Case, action: ActionKind, by: CaseRefusal | null): Verdict<Weighing> => {
  const open = inState(held, action, ['weighing'])
  return open.ok ? unless(open.value, by) : open
}

/** 行政处罚法 art. 58: somebody who did not investigate reviews the case by law; what is wanting goes back. */
export const reviewLegally = deed<'reviewLegally', Weighing>(
  (held, facts) => {
    const open = weighing(held, 'reviewLegally', byEnforcer('reviewLegally', facts))
    if (!open.ok) return open
    return unless(
      open.value,
      notInvestigator('reviewLegally', open.value, facts.person.personId),
      open.value.review === null ? null : no('REVIEWED_ALREADY', { action: 'reviewLegally' }).refusal,
    )
  },
  (open, { passed, opinion }, facts, now) => {
    const refusal = incomplete('reviewLegally', { opinion })
    return refusal === null ? happened(passed ? 'reviewed' : 'returned', open, facts, now, { opinion }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 57: those responsible of the authority discuss a grave case together. */
export const discuss = deed<'discuss', Weighing>(
  (held, facts) => {
    const open = weighing(held, 'discuss', byLeader('discuss', facts))
    if (!open.ok) return open
    const first = isGrave(open.value, facts) && open.value.review === null
    return unless(open.value, first ? no('REVIEW_MISSING', { action: 'discuss' }).refusal : null)
  },
  (open, { attendees, opinion }, facts, now) => {
    const refusal = incomplete('discuss', { attendees: attendees.length < 2 ? [] : attendees, opinion })
    return refusal === null ? happened('discussed', open, facts, now, { attendees, opinion }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 60: more time, asked before the term ends, with its reason. */
export const extend = deed<'extend', CaseIn<(typeof undecided)[number]>>(
  (held, facts, now) => {
    const open = inState(held, 'extend', undecided)
    if (!open.ok) return open
    const due = decisionDeadline(open.value, facts)
    const late = Temporal.Instant.compare(now, due.endsAt) >= 0
    return unless(open.value, byLeader('extend', facts), late ? no('TERM_GONE_BY', { dueOn: due.lastDay?.toString() ?? '' }).refusal : null)
  },
  (open, { toOn, reason }, facts, now) => {
    const refusal = incomplete('extend', { reason })
    if (refusal !== null) return { ok: false, refusal }
    const due = decisionDeadline(open, facts).lastDay ?? dateInBeijing(now)
    const latestOn = due.add({ days: numberOf(limits.extensionDays, facts.tightened) }).toString()
    if (toOn <= due.toString() || toOn > latestOn) return no('TERM_UNSUITED', { toOn, dueOn: due.toString(), latestOn })
    return happened('extended', open, facts, now, { toOn, reason })
  },
)

const unready = (open: Weighing, facts: DeedFacts): CaseRefusal | null => {
  const waiting = open.statements.filter(({ answer }) => answer === null).map(({ place }) => place)
  if (waiting.length > 0) return no('STATEMENT_UNANSWERED', { places: waiting }).refusal
  if (!isGrave(open, facts)) return null
  if (open.review === null) return no('REVIEW_MISSING', { action: 'decide' }).refusal
  return open.discussion === null ? no('DISCUSSION_MISSING', {}).refusal : null
}

/** 行政处罚法 art. 45: a defence never makes it heavier; another clause or more needs a notice of its own. */
const heavier = ({ notice }: Weighing, penalty: NonNullable<ReturnType<() => Weighing['notice']['penalty']>>): CaseRefusal | null => {
  if (penalty.penaltyKey !== notice.penalty.penaltyKey)
    return no('OTHER_CLAUSE_THAN_NOTICED', { penaltyKey: penalty.penaltyKey, noticedKey: notice.penalty.penaltyKey }).refusal
  const others = penalty.others.filter((each) => !notice.penalty.others.includes(each))
  return penalty.fineYuan > notice.penalty.fineYuan || others.length > 0
    ? no('HEAVIER_THAN_NOTICED', { fineYuan: penalty.fineYuan, noticedYuan: notice.penalty.fineYuan, others }).refusal
    : null
}

/**
 * 行政处罚法 art. 57: the person responsible decides, one of four ways. A penalty comes after notice, defence and, where asked,
 * hearing; that there is nothing to punish may be decided once it was looked into.
 */
export const decideCase = deed<'decide', CaseIn<'investigating' | 'weighing'>>(
  (held, facts) => {
    const open = inState(held, 'decide', ['investigating', 'weighing'])
    if (!open.ok) return open
    const recusal = pendingRecusal(open.value)
    return unless(
      open.value,
      byLeader('decide', facts),
      notInvestigator('decide', open.value, facts.person.personId),
      recusal === null ? null : no('RECUSAL_PENDING', { action: 'decide', personId: recusal.personId }).refusal,
      open.value.state === 'weighing' ? unready(open.value, facts) : null,
    )
  },
  (open, action, facts, now) => {
    const { result, penalty, reasons, rectifyBy, lateReason } = action
    const due = decisionDeadline(open, facts)
    const late = Temporal.Instant.compare(now, due.endsAt) >= 0
    const today = todayOf(now)
    if (result === 'penalty' && open.state !== 'weighing')
      return no('CASE_STATE_WRONG', { action: 'decide', state: open.state, expected: ['weighing'] })
    if ((penalty !== null) !== (result === 'penalty')) return no('RESULT_UNSUITED', { result, penalty: penalty !== null })
    const refusal =
      incomplete('decide', { reasons }) ??
      (penalty === null ? null : penaltyUnsuited('decide', open.party, penalty)) ??
      (penalty === null || open.state !== 'weighing' ? null : heavier(open, penalty)) ??
      (rectifyBy === null ? null : dayWithin('decide', rectifyBy, { from: today, today })) ??
      (late && (lateReason ?? '').trim() === '' ? no('DECISION_LATE', { dueOn: due.lastDay?.toString() ?? '' }).refusal : null)
    if (refusal !== null) return { ok: false, refusal }
    return happened('decided', open, facts, now, { result, penalty, reasons, rectifyBy, lateReason: late ? lateReason : null })
  },
)
