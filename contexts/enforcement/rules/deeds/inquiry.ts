import { standingFacts, type CaseIn } from '../case.ts'
import { todayOf } from '../fine.ts'
import { no } from '../refusalFacts.ts'
import { byInvestigator, dayWithin, deed, happened, incomplete, inState, unless } from './deed.ts'
import { officersUnsuited, recusedOf } from './officers.ts'
import { mayBeHeard, penaltyUnsuited } from './penalty.ts'

/** 行政处罚法 art. 46, 54: a fact with what proves it; a hazard's record proves itself. */
export const addFact = deed<'addFact', CaseIn<'investigating'>>(
  (held, facts) => {
    const open = inState(held, 'addFact', ['investigating'])
    return open.ok ? unless(open.value, byInvestigator('addFact', open.value, facts)) : open
  },
  (open, { text, happenedOn, evidence, hazard }, facts, now) => {
    const today = todayOf(now)
    const refusal =
      incomplete('addFact', hazard === null ? { text, evidence } : { text }) ??
      (happenedOn === null ? null : dayWithin('addFact', happenedOn, { to: today, today }))
    return refusal === null ? happened('factAdded', open, facts, now, { text, happenedOn, evidence, hazard }) : { ok: false, refusal }
  },
)

/** A fact that does not hold: it stays on the record and counts no more. */
export const strikeFact = deed<'strikeFact', CaseIn<'investigating'>>(
  (held, facts) => {
    const open = inState(held, 'strikeFact', ['investigating'])
    return open.ok ? unless(open.value, byInvestigator('strikeFact', open.value, facts)) : open
  },
  (open, { place, reason }, facts, now) => {
    const fact = open.facts.find((each) => each.place === place)
    if (!fact) return no('NO_SUCH_ENTRY', { of: 'fact', place })
    if (fact.struck !== null) return no('ENTRY_ANSWERED', { of: 'fact', place })
    const refusal = incomplete('strikeFact', { reason })
    return refusal === null ? happened('factStruck', open, facts, now, { place, reason }) : { ok: false, refusal }
  },
)

/** The clause, the amount and why it is so much. */
export const proposePenalty = deed<'proposePenalty', CaseIn<'investigating'>>(
  (held, facts) => {
    const open = inState(held, 'proposePenalty', ['investigating'])
    return open.ok ? unless(open.value, byInvestigator('proposePenalty', open.value, facts)) : open
  },
  (open, { penalty }, facts, now) => {
    const refusal = penaltyUnsuited('proposePenalty', open.party, penalty)
    return refusal === null ? happened('penaltyProposed', open, facts, now, { penalty }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 44: facts, reasons, basis, the intended penalty, and the rights that the party has. */
export const notify = deed<'notify', CaseIn<'investigating'>>(
  (held, facts, now) => {
    const open = inState(held, 'notify', ['investigating'])
    if (!open.ok) return open
    return unless(
      open.value,
      byInvestigator('notify', open.value, facts),
      standingFacts(open.value).length === 0 ? no('FACTS_MISSING', { action: 'notify' }).refusal : null,
      open.value.proposal === null ? no('PROPOSAL_MISSING', { action: 'notify' }).refusal : null,
      officersUnsuited(open.value.officers, { party: open.value.party, recused: recusedOf(open.value) }, facts, now),
    )
  },
  (open, _action, facts, now) => {
    if (open.proposal === null) return no('PROPOSAL_MISSING', { action: 'notify' })
    const { penalty } = open.proposal
    return happened('notified', open, facts, now, { penalty, mayBeHeard: mayBeHeard(open.party, penalty, facts) })
  },
)
