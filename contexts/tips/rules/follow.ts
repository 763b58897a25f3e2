import { decidedAt, type Message, type Tip } from './tip.ts'

/** What an informant is told, in words that name no unit, no person and no paper. */
export const publicStates = ['received', 'checking', 'rectifying', 'rectified', 'notFound', 'outside', 'declined', 'referred'] as const

export type PublicState = (typeof publicStates)[number]

export type PublicReward = 'none' | 'considered' | 'granted' | 'paid'

export type Followed = {
  readonly state: PublicState
  /** Days in Beijing are the screen's business; ISO instants. */
  readonly steps: readonly { readonly state: PublicState; readonly at: string }[]
  /** What the office writes to the informant at the end. */
  readonly answer: string | null
  readonly referredTo: string | null
  readonly reward: PublicReward
  readonly amountYuan: number | null
  readonly messages: readonly Pick<Message, 'from' | 'text' | 'at'>[]
  /** Somebody told of the same before; this one is decided with that one. */
  readonly together: boolean
  readonly named: boolean
}

const outcomeState = (tip: Tip): PublicState => {
  switch (tip.state) {
    case 'received':
      return 'received'
    case 'declined':
      return 'declined'
    case 'referred':
      return 'referred'
    case 'answered':
      if (tip.check.outcome === 'notFound' || tip.check.outcome === 'outside') return tip.check.outcome
      return tip.hazardClosedAt === null ? 'rectifying' : 'rectified'
    // What a check came to is told when somebody else has confirmed it, not before.
    default:
      return 'checking'
  }
}

const rewardOf = ({ reward }: Tip): Pick<Followed, 'reward' | 'amountYuan'> => {
  if (reward === null || (reward.decided !== null && !reward.decided.agree)) return { reward: 'none', amountYuan: null }
  if (reward.decided === null) return { reward: 'considered', amountYuan: null }
  const { amountYuan } = reward.proposed
  if (amountYuan === 0) return { reward: 'none', amountYuan: null }
  return { reward: reward.paid === null ? 'granted' : 'paid', amountYuan }
}

/**
 * What whoever holds the receipt sees.
 * @param main the tip that this one was joined to; null where it stands alone
 */
export const followed = (tip: Tip, main: Tip | null): Followed => {
  const told = main ?? tip
  const state = outcomeState(told)
  const steps: { state: PublicState; at: string }[] = [{ state: 'received', at: tip.received.at }]
  if ('accepted' in told) steps.push({ state: 'checking', at: told.accepted.at })
  const decided = decidedAt(told)
  if (decided !== null) steps.push({ state: state === 'rectified' ? 'rectifying' : state, at: decided })
  if (state === 'rectified' && told.hazardClosedAt !== null) steps.push({ state, at: told.hazardClosedAt })
  // Joined after the other was begun: no step lies before this one's own receipt.
  const own = steps.map((step) => (step.at < tip.received.at ? { ...step, at: tip.received.at } : step))
  return {
    state,
    steps: own,
    answer:
      told.state === 'answered'
        ? told.answer.text
        : told.state === 'declined'
          ? told.declined.text
          : told.state === 'referred'
            ? told.referred.text
            : null,
    referredTo: told.state === 'referred' ? told.referred.to : null,
    // The first who tells is rewarded (安监总财〔2018〕19号): a joined tip has no reward of its own.
    ...(main === null ? rewardOf(tip) : { reward: 'none' as const, amountYuan: null }),
    messages: tip.messages.map(({ from, text, at }) => ({ from, text, at })),
    together: main !== null,
    named: tip.identity === 'sealed',
  }
}
