import type { DeedFacts } from '../actions.ts'
import type { Case, CaseIn, ServedPaper, Service } from '../case.ts'
import { todayOf } from '../fine.ts'
import { limits, numberOf } from '../limits.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import { no, type CaseRefusal, type Verdict } from '../refusalFacts.ts'
import { byEnforcer, byParty, dayWithin, deed, happened, incomplete, inState, unless } from './deed.ts'

const serving = ['noticed', 'hearingCalled', 'decided'] as const

type ToServe = CaseIn<(typeof serving)[number]>

/** The paper that a case is to serve now: when it was made, and whether the party has it. */
export const paperToServe = (
  held: Case,
): { readonly paper: ServedPaper; readonly madeAt: string; readonly service: Service | null } | null => {
  if (held.state === 'noticed') return { paper: 'notice', madeAt: held.notice.step.at, service: held.notice.service }
  if (held.state === 'hearingCalled') return { paper: 'hearingNotice', madeAt: held.call.step.at, service: held.call.service }
  if (held.state === 'decided') return { paper: 'decision', madeAt: held.decision.step.at, service: held.service }
  return null
}

const toServe = (action: 'serve' | 'confirmReceipt', held: Case, by: CaseRefusal | null): Verdict<ToServe> => {
  const open = inState(held, action, serving)
  if (!open.ok) return open
  const waiting = paperToServe(open.value)
  const already = waiting?.service ?? null
  return unless(
    open.value,
    by,
    already === null || waiting === null ? null : no('SERVED_ALREADY', { paper: waiting.paper, servedOn: already.servedOn }).refusal,
  )
}

const earliestOf = (madeAt: string, way: Service['way'], { tightened }: DeedFacts): string => {
  const madeOn = dateInBeijing(Temporal.Instant.from(madeAt))
  // 民事诉讼法 art. 95: what was published counts as served once the days have gone by.
  return (way === 'publication' ? madeOn.add({ days: numberOf(limits.publicationDays, tightened) }) : madeOn).toString()
}

/** 行政处罚法 art. 61: how and when the party got a paper; each way with its own proof. */
export const serve = deed<'serve', ToServe>(
  (held, facts) => toServe('serve', held, byEnforcer('serve', facts)),
  (open, { paper, way, servedOn, receiver, witness, evidence }, facts, now) => {
    const waiting = paperToServe(open)
    if (waiting === null || waiting.paper !== paper) return no('NOTHING_TO_SERVE', { paper })
    const today = todayOf(now)
    const refusal =
      incomplete('serve', {
        ...(way === 'publication' ? {} : { receiver }),
        // Left without being taken, it was left before a witness, or with pictures of it (民事诉讼法 art. 89).
        ...(way === 'left' && evidence.length === 0 ? { witness } : {}),
        ...(way === 'publication' || way === 'post' ? { evidence } : {}),
      }) ??
      (way === 'electronic' && evidence.length === 0 ? no('CONSENT_MISSING', { paper }).refusal : null) ??
      dayWithin('serve', servedOn, { to: today, today }) ??
      dayWithin('serve', servedOn, { from: earliestOf(waiting.madeAt, way, facts), today: '' })
    return refusal === null
      ? happened('served', open, facts, now, { paper, way, servedOn, receiver, witness, evidence })
      : { ok: false, refusal }
  },
)

/** The party confirms online that it has the paper. */
export const confirmReceipt = deed<'confirmReceipt', ToServe>(
  (held, facts) => toServe('confirmReceipt', held, byParty('confirmReceipt', facts)),
  (open, { paper }, facts, now) => {
    if (paperToServe(open)?.paper !== paper) return no('NOTHING_TO_SERVE', { paper })
    const details = { paper, way: 'electronic', servedOn: todayOf(now), receiver: open.party.name, witness: null, evidence: [] } as const
    return happened('served', open, facts, now, details)
  },
)
