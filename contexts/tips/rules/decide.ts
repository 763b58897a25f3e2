import type { Role } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { actionKinds, grantedTo, type ActionKind, type TipAction } from './actions.ts'
import type { Settings } from './clocks.ts'
import type { TipEvent } from './events.ts'
import type { TipFacts, TipRefusal } from './refusalFacts.ts'
import { rewardRange } from './reward.ts'
import { handsOf, type State, type Step, type Tip, type Who } from './tip.ts'

export type Person = Who & { readonly roles: readonly Role[] }

export type Facts = { readonly person: Person; readonly settings: Pick<Settings, 'tightened'> }

type Judged = Result<null, TipRefusal>
type Decided = Result<TipEvent, TipRefusal>

/** In which states a deed is done. Letters, looks and rewards have rules of their own. */
const statesFor: { readonly [Kind in ActionKind]: readonly State[] | null } = {
  accept: ['received'],
  decline: ['received'],
  refer: ['received', 'accepted'],
  join: ['received', 'accepted'],
  extend: ['accepted', 'checked'],
  check: ['accepted'],
  sendBack: ['checked'],
  answer: ['checked'],
  write: null,
  proposeReward: null,
  decideReward: null,
  payReward: null,
  reveal: null,
}

/** What is confirmed by somebody else than the checker. */
const confirming: readonly ActionKind[] = ['answer', 'sendBack']

const keeping: readonly ActionKind[] = ['reveal', 'payReward']

const unjoinable = (problem: TipFacts['TIP_JOIN_UNSUITED']['problem']) => refuse('TIP_JOIN_UNSUITED', { problem })

const looked = (tip: Tip, personId: string): boolean => tip.reveals.some(({ by }) => by.personId === personId)

const rewardable = (tip: Tip, action: 'proposeReward' | 'decideReward' | 'payReward'): Judged => {
  const unsuited = (problem: TipFacts['REWARD_UNSUITED']['problem']) => refuse('REWARD_UNSUITED', { problem })
  const { reward } = tip
  if (tip.state !== 'answered') return unsuited('notAnswered')
  if (tip.check.outcome !== 'true' && tip.check.outcome !== 'known') return unsuited('notTrue')
  const pending = reward !== null && reward.decided === null
  if (action === 'proposeReward') {
    if (pending) return unsuited('pending')
    return reward?.decided?.agree ? unsuited('decided') : ok(null)
  }
  if (action === 'decideReward') return pending ? ok(null) : unsuited(reward === null ? 'notProposed' : 'decided')
  if (reward === null || !reward.decided?.agree) return unsuited('notAgreed')
  if (reward.proposed.amountYuan === 0) return unsuited('nothingToPay')
  return reward.paid === null ? ok(null) : unsuited('paid')
}

/** Whether this person may do this with the tip as it stands, whatever he would say with it. */
export const may = (tip: Tip, kind: ActionKind, person: Person): Judged => {
  const roles = grantedTo[kind]
  if (!person.roles.some((role) => roles.includes(role))) return refuse('TIP_NOT_YOURS', { action: kind, grantedTo: roles })
  const expected = statesFor[kind]
  if (expected !== null && !expected.includes(tip.state)) return refuse('TIP_STATE_WRONG', { action: kind, state: tip.state, expected })
  // Whoever knows the name has no part in the case, and whoever has a part never learns it.
  if (keeping.includes(kind) ? handsOf(tip).includes(person.personId) : looked(tip, person.personId))
    return refuse('KEEPER_APART', { action: kind })
  if (confirming.includes(kind) && tip.state === 'checked' && tip.check.step.by.personId === person.personId)
    return refuse('TIP_SECOND_PERSON', { action: kind })
  if (kind === 'extend' && 'extended' in tip && tip.extended !== null) return refuse('TIP_EXTENDED_ALREADY', {})
  if (kind === 'reveal' && tip.identity !== 'sealed') return refuse('IDENTITY_NOT_KEPT', { state: tip.identity })
  if (kind === 'proposeReward' || kind === 'decideReward' || kind === 'payReward') {
    const judged = rewardable(tip, kind)
    if (!judged.ok) return judged
  }
  if (kind === 'decideReward' && tip.reward?.proposed.step.by.personId === person.personId)
    return refuse('TIP_SECOND_PERSON', { action: kind })
  return ok(null)
}

/** What becomes of an action: the event, or why not. */
export const decide = (tip: Tip, action: TipAction, { person, settings }: Facts, now: Temporal.Instant): Decided => {
  const judged = may(tip, action.kind, person)
  if (!judged.ok) return judged
  const step: Step = {
    by: { personId: person.personId, organisationId: person.organisationId },
    at: now.toString({ smallestUnit: 'millisecond' }),
  }
  switch (action.kind) {
    case 'accept':
      return ok({ kind: 'accepted', step })
    case 'decline':
      return ok({ kind: 'declined', step, text: action.text })
    case 'refer':
      return ok({ kind: 'referred', step, to: action.to, text: action.text })
    case 'join':
      return action.intoId === tip.id ? unjoinable('itself') : ok({ kind: 'joined', step, intoId: action.intoId })
    case 'extend':
      return ok({ kind: 'extended', step, reason: action.reason })
    case 'check': {
      const { outcome, opinion, hazard } = action
      const needsHazard = outcome === 'true' || outcome === 'known'
      if (needsHazard !== (hazard !== null)) return refuse('TIP_HAZARD_UNSUITED', { outcome })
      return ok({ kind: 'checked', step, outcome, opinion, hazard })
    }
    case 'sendBack':
      return ok({ kind: 'sentBack', step, reason: action.reason })
    case 'answer':
      return ok({ kind: 'answered', step, text: action.text })
    case 'write':
      return ok({ kind: 'written', step, text: action.text })
    case 'proposeReward': {
      const { basis, amountYuan, reason } = action
      const { leastYuan, mostYuan } = rewardRange(basis, tip.received.insider, settings.tightened)
      if (amountYuan < leastYuan || amountYuan > mostYuan) return refuse('REWARD_OUTSIDE_RULE', { amountYuan, leastYuan, mostYuan })
      return ok({ kind: 'rewardProposed', step, basis, amountYuan, reason })
    }
    case 'decideReward':
      return ok({ kind: 'rewardDecided', step, agree: action.agree, reason: action.reason })
    case 'payReward':
      return ok({ kind: 'rewardPaid', step, note: action.note })
    case 'reveal':
      return ok({ kind: 'revealed', step })
  }
}

/** Each deed with why this person may not do it now; null where he may. */
export const possibleActions = (
  tip: Tip,
  person: Person,
): readonly { readonly action: ActionKind; readonly refusal: TipRefusal | null }[] =>
  actionKinds.map((action) => {
    const judged = may(tip, action, person)
    return { action, refusal: judged.ok ? null : judged.refusal }
  })

/** Whether another tip can take this one along. */
export const joinable = (into: Tip): Judged => {
  if (into.state === 'joined') return unjoinable('joinedItself')
  return into.state === 'declined' || into.state === 'referred' ? unjoinable('decided') : ok(null)
}
