import type { Check, Received, RewardBasis, Step, Tip } from './tip.ts'

/** Everything that can happen to a tip; its state is what they make of it. */
export type TipEvent =
  | { readonly kind: 'received'; readonly id: string; readonly received: Received; readonly named: boolean }
  | { readonly kind: 'accepted'; readonly step: Step }
  | { readonly kind: 'extended'; readonly step: Step; readonly reason: string }
  | { readonly kind: 'declined'; readonly step: Step; readonly text: string }
  | { readonly kind: 'referred'; readonly step: Step; readonly to: string; readonly text: string }
  | { readonly kind: 'joined'; readonly step: Step; readonly intoId: string }
  | ({ readonly kind: 'checked' } & Check)
  | { readonly kind: 'sentBack'; readonly step: Step; readonly reason: string }
  | { readonly kind: 'answered'; readonly step: Step; readonly text: string }
  | { readonly kind: 'hazardClosed'; readonly at: string }
  /** It was closed falsely and is open again. */
  | { readonly kind: 'hazardReopened'; readonly at: string }
  | {
      readonly kind: 'rewardProposed'
      readonly step: Step
      readonly basis: RewardBasis
      readonly amountYuan: number
      readonly reason: string
    }
  | { readonly kind: 'rewardDecided'; readonly step: Step; readonly agree: boolean; readonly reason: string }
  | { readonly kind: 'rewardPaid'; readonly step: Step; readonly note: string }
  | { readonly kind: 'written'; readonly step: Step; readonly text: string }
  | { readonly kind: 'informantWrote'; readonly at: string; readonly text: string }
  /** Why stands in the audit alone. */
  | { readonly kind: 'revealed'; readonly step: Step }
  | { readonly kind: 'identityDestroyed'; readonly at: string; readonly because: 'withdrawn' | 'expired' }

export type EventKind = TipEvent['kind']

/** When something happened. */
export const happenedAt = (event: TipEvent): string => {
  if (event.kind === 'received') return event.received.at
  return 'step' in event ? event.step.at : event.at
}

const wrong = (tip: Tip, event: TipEvent): never => {
  throw new RangeError(`nothing that is ${tip.state} can be ${event.kind}`)
}

/** The tip that a receipt makes. */
export const begin = (event: TipEvent): Tip => {
  if (event.kind !== 'received') throw new RangeError('a tip begins with its receipt')
  return {
    id: event.id,
    version: 1,
    state: 'received',
    received: event.received,
    identity: event.named ? 'sealed' : 'none',
    reveals: [],
    messages: [],
    hazardClosedAt: null,
    reward: null,
  }
}

/** The tip after an event. Throws for one that `decide` would never answer. */
export const apply = (before: Tip, event: TipEvent): Tip => {
  const tip = { ...before, version: before.version + 1 } as Tip
  switch (event.kind) {
    case 'received':
      return wrong(tip, event)
    case 'accepted':
      return tip.state === 'received' ? { ...tip, state: 'accepted', accepted: event.step, extended: null } : wrong(tip, event)
    case 'extended':
      return tip.state === 'accepted' ? { ...tip, extended: { ...event.step, reason: event.reason } } : wrong(tip, event)
    case 'declined':
      return tip.state === 'received' ? { ...tip, state: 'declined', declined: { ...event.step, text: event.text } } : wrong(tip, event)
    case 'referred': {
      if (tip.state !== 'received' && tip.state !== 'accepted') return wrong(tip, event)
      return { ...tip, state: 'referred', referred: { ...event.step, to: event.to, text: event.text } }
    }
    case 'joined':
      return tip.state === 'received' || tip.state === 'accepted'
        ? { ...tip, state: 'joined', joined: { ...event.step, intoId: event.intoId } }
        : wrong(tip, event)
    case 'checked': {
      const { kind: _kind, ...check } = event
      return tip.state === 'accepted' ? { ...tip, state: 'checked', check } : wrong(tip, event)
    }
    case 'sentBack': {
      if (tip.state !== 'checked') return wrong(tip, event)
      const { check: _check, ...rest } = tip
      return { ...rest, state: 'accepted' }
    }
    case 'answered':
      return tip.state === 'checked' ? { ...tip, state: 'answered', answer: { ...event.step, text: event.text } } : wrong(tip, event)
    case 'hazardClosed':
      return { ...tip, hazardClosedAt: event.at }
    case 'hazardReopened':
      return { ...tip, hazardClosedAt: null }
    case 'rewardProposed': {
      const { kind: _kind, ...proposed } = event
      return { ...tip, reward: { proposed, decided: null, paid: null } }
    }
    case 'rewardDecided':
      return tip.reward === null
        ? wrong(tip, event)
        : { ...tip, reward: { ...tip.reward, decided: { step: event.step, agree: event.agree, reason: event.reason } } }
    case 'rewardPaid':
      return tip.reward === null ? wrong(tip, event) : { ...tip, reward: { ...tip.reward, paid: { step: event.step, note: event.note } } }
    case 'written':
      return { ...tip, messages: [...tip.messages, { from: 'office', by: event.step.by, text: event.text, at: event.step.at }] }
    case 'informantWrote':
      return { ...tip, messages: [...tip.messages, { from: 'informant', by: null, text: event.text, at: event.at }] }
    case 'revealed':
      return { ...tip, reveals: [...tip.reveals, event.step] }
    case 'identityDestroyed':
      return { ...tip, identity: 'destroyed' }
  }
}

/** The tip that a history makes. */
export const evolve = ([first, ...others]: readonly TipEvent[]): Tip => {
  if (!first) throw new RangeError('a tip has a history')
  return others.reduce(apply, begin(first))
}
