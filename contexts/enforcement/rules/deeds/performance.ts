import { deadline } from '../../../../kernel/time.ts'
import type { ActionKind, DeedFacts } from '../actions.ts'
import { pendingInstalments, type Case, type CaseIn, type Remedy } from '../case.ts'
import { balanceYuan, noonOf, outstandingYuan, payDeadline, todayOf } from '../fine.ts'
import { limits, numberOf } from '../limits.ts'
import { isEnforcer, isParty } from '../people.ts'
import { no, type CaseRefusal, type Verdict } from '../refusalFacts.ts'
import { byEnforcer, byLeader, byParty, dayWithin, deed, happened, incomplete, inState, unless, yours } from './deed.ts'

type Served = CaseIn<'served'>

const performing = (held: Case, action: ActionKind, by: CaseRefusal | null): Verdict<Served> => {
  const open = inState(held, action, ['served'])
  return open.ok ? unless(open.value, by) : open
}

const owing = (open: Served, facts: DeedFacts, now: Temporal.Instant): number => outstandingYuan(open, todayOf(now), facts)

/** The remedy that is not ended yet. */
export const openRemedy = ({ remedies }: Pick<Served, 'remedies'>): Remedy | null => remedies.find(({ ended }) => ended === null) ?? null

/** 行政处罚法 art. 67: what came to the bank, by its receipt. */
export const recordPayment = deed<'recordPayment', Served>(
  (held, facts, now) => {
    const open = performing(held, 'recordPayment', byEnforcer('recordPayment', facts))
    if (!open.ok) return open
    return unless(open.value, owing(open.value, facts, now) > 0 ? null : no('PAID_TOO_MUCH', { yuan: 0, outstandingYuan: 0 }).refusal)
  },
  (open, { yuan, paidOn, receiptNo }, facts, now) => {
    const today = todayOf(now)
    const refusal =
      incomplete('recordPayment', { receiptNo }) ??
      dayWithin('recordPayment', paidOn, { to: today, today }) ??
      dayWithin('recordPayment', paidOn, { from: open.service.servedOn, today: '' })
    if (refusal !== null) return { ok: false, refusal }
    const payment = { step: open.decision.step, yuan, paidOn, receiptNo }
    // What was paid in time bears no surcharge, even where it is written down later.
    const balance = balanceYuan({ ...open, payments: [...open.payments, payment] }, today, facts)
    return Number.isInteger(yuan) && yuan > 0 && balance >= 0
      ? happened('paid', open, facts, now, { yuan, paidOn, receiptNo })
      : no('PAID_TOO_MUCH', { yuan, outstandingYuan: balance + yuan })
  },
)

/** 行政处罚法 art. 66: who cannot pay at once asks for more time, or to pay in parts. */
export const askInstalments = deed<'askInstalments', Served>(
  (held, facts, now) => {
    const open = performing(held, 'askInstalments', byParty('askInstalments', facts))
    if (!open.ok) return open
    return unless(
      open.value,
      pendingInstalments(open.value) === null ? null : no('REQUEST_WAITING', { action: 'askInstalments' }).refusal,
      owing(open.value, facts, now) > 0 ? null : no('NOT_OVERDUE', { dueOn: '', outstandingYuan: 0 }).refusal,
    )
  },
  (open, { reason }, facts, now) => {
    const refusal = incomplete('askInstalments', { reason })
    return refusal === null ? happened('instalmentsAsked', open, facts, now, { reason }) : { ok: false, refusal }
  },
)

export const decideInstalments = deed<'decideInstalments', Served>(
  (held, facts) => {
    const open = performing(held, 'decideInstalments', byLeader('decideInstalments', facts))
    if (!open.ok) return open
    return unless(
      open.value,
      pendingInstalments(open.value) === null ? no('NO_REQUEST_WAITING', { action: 'decideInstalments' }).refusal : null,
    )
  },
  (open, { agree, dueOn, reason }, facts, now) => {
    const today = todayOf(now)
    const refusal =
      incomplete('decideInstalments', agree ? { reason, dueOn } : { reason }) ??
      (agree && dueOn !== null ? dayWithin('decideInstalments', dueOn, { from: today, today }) : null)
    return refusal === null
      ? happened('instalmentsDecided', open, facts, now, { agree, dueOn: agree ? dueOn : null, reason })
      : { ok: false, refusal }
  },
)

/** What was ordered to be put right is. */
export const recordRectified = deed<'recordRectified', Served>(
  (held, facts) => {
    const open = performing(held, 'recordRectified', byEnforcer('recordRectified', facts))
    if (!open.ok) return open
    const { decision, rectified } = open.value
    return unless(
      open.value,
      decision.rectifyBy !== null && rectified === null ? null : no('NO_REQUEST_WAITING', { action: 'recordRectified' }).refusal,
    )
  },
  (open, { opinion, evidence }, facts, now) => {
    const refusal = incomplete('recordRectified', { opinion, evidence })
    return refusal === null ? happened('rectified', open, facts, now, { opinion, evidence }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 73: a reconsideration or a lawsuit does not stop the performance; the surcharge stands still meanwhile. */
export const noteRemedy = deed<'noteRemedy', Served>(
  (held, facts) => {
    const open = performing(
      held,
      'noteRemedy',
      yours(isEnforcer(facts.person) || isParty(facts.person), 'noteRemedy', 'partyOrInvestigator'),
    )
    if (!open.ok) return open
    return unless(open.value, openRemedy(open.value) === null ? null : no('REQUEST_WAITING', { action: 'noteRemedy' }).refusal)
  },
  (open, { remedy, filedOn }, facts, now) => {
    const today = todayOf(now)
    const refusal =
      dayWithin('noteRemedy', filedOn, { to: today, today }) ?? dayWithin('noteRemedy', filedOn, { from: open.service.servedOn, today: '' })
    return refusal === null ? happened('remedyNoted', open, facts, now, { remedy, filedOn }) : { ok: false, refusal }
  },
)

export const endRemedy = deed<'endRemedy', Served>(
  (held, facts) => {
    const open = performing(held, 'endRemedy', byEnforcer('endRemedy', facts))
    if (!open.ok) return open
    return unless(open.value, openRemedy(open.value) === null ? no('NO_REQUEST_WAITING', { action: 'endRemedy' }).refusal : null)
  },
  (open, { endedOn, outcome }, facts, now) => {
    const today = todayOf(now)
    const refusal =
      dayWithin('endRemedy', endedOn, { to: today, today }) ??
      dayWithin('endRemedy', endedOn, { from: openRemedy(open)?.filedOn ?? endedOn, today: '' })
    return refusal === null ? happened('remedyEnded', open, facts, now, { endedOn, outcome }) : { ok: false, refusal }
  },
)

/** 行政强制法 art. 54: the party is called upon once the term to pay has gone by. */
export const urge = deed<'urge', Served>(
  (held, facts, now) => {
    const open = performing(held, 'urge', byEnforcer('urge', facts))
    if (!open.ok) return open
    const due = payDeadline(open.value, facts)
    const outstanding = owing(open.value, facts, now)
    const overdue = outstanding > 0 && Temporal.Instant.compare(now, due.endsAt) >= 0
    return unless(
      open.value,
      overdue ? null : no('NOT_OVERDUE', { dueOn: due.lastDay?.toString() ?? '', outstandingYuan: outstanding }).refusal,
      open.value.urged === null ? null : no('REQUEST_WAITING', { action: 'urge' }).refusal,
    )
  },
  (open, _action, facts, now) => happened('urged', open, facts, now, {}),
)

/** 行政强制法 art. 53, 54; 行政处罚法 art. 72 (4): the court is asked once the remedies have lapsed and the call went unheard. */
export const askCourt = deed<'askCourt', Served>(
  (held, facts, now) => {
    const open = performing(held, 'askCourt', byLeader('askCourt', facts))
    if (!open.ok) return open
    const { urged, court, service, remedies } = open.value
    if (court !== null) return no('REQUEST_WAITING', { action: 'askCourt' })
    if (openRemedy(open.value) !== null) return no('REMEDY_OPEN', { action: 'askCourt' })
    if (urged === null) return no('COURT_TOO_SOON', { from: '', because: 'notUrged' })
    const after = (start: Temporal.Instant, period: { days: number } | { months: number }): string | null => {
      const { endsAt, lastDay } = deadline(start, period, facts.calendar)
      return Temporal.Instant.compare(now, endsAt) < 0 ? (lastDay?.toString() ?? '') : null
    }
    const urging = after(Temporal.Instant.from(urged.at), { days: numberOf(limits.urgeDays, facts.tightened) })
    if (urging !== null) return no('COURT_TOO_SOON', { from: urging, because: 'urged' })
    const open6 = remedies.length > 0 ? null : after(noonOf(service.servedOn), { months: numberOf(limits.lawsuitMonths, facts.tightened) })
    return open6 === null ? open : no('COURT_TOO_SOON', { from: open6, because: 'remedies' })
  },
  (open, _action, facts, now) => happened('courtAsked', open, facts, now, {}),
)

type Closable = CaseIn<'decided' | 'served'>

/** 结案: paid with what was added, put right, no remedy open. What was handed over or not founded needs no performance. */
export const close = deed<'close', Closable>(
  (held, facts, now) => {
    const open = inState(held, 'close', ['decided', 'served'])
    if (!open.ok) return open
    const by = byEnforcer('close', facts)
    if (open.value.state === 'decided') {
      const { result } = open.value.decision
      const done = result === 'handOver' || result === 'notFounded'
      return unless(open.value as Closable, by, done ? null : no('NOT_SERVED', { action: 'close', paper: 'decision' }).refusal)
    }
    const { decision, rectified } = open.value
    const outstanding = owing(open.value, facts, now)
    const mended = decision.rectifyBy === null || rectified !== null
    const remedyOpen = openRemedy(open.value) !== null
    return unless(
      open.value as Closable,
      by,
      outstanding === 0 && mended && !remedyOpen
        ? null
        : no('NOT_PERFORMED', { outstandingYuan: outstanding, rectified: mended, remedyOpen }).refusal,
    )
  },
  (open, { reason }, facts, now) => happened('closed', open, facts, now, { reason }),
)
