import type { Role } from '../../../kernel/actor.ts'
import type { HazardKey, Outcome, RewardBasis } from './tip.ts'

/** What somebody in office wants to do with a tip. */
export type TipAction =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly text: string }
  | { readonly kind: 'refer'; readonly to: string; readonly text: string }
  | { readonly kind: 'join'; readonly intoId: string }
  | { readonly kind: 'extend'; readonly reason: string }
  | { readonly kind: 'check'; readonly outcome: Outcome; readonly opinion: string; readonly hazard: HazardKey | null }
  | { readonly kind: 'sendBack'; readonly reason: string }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'proposeReward'; readonly basis: RewardBasis; readonly amountYuan: number; readonly reason: string }
  | { readonly kind: 'decideReward'; readonly agree: boolean; readonly reason: string }
  | { readonly kind: 'payReward'; readonly note: string }
  | { readonly kind: 'reveal' }

export const actionKinds = [
  'accept',
  'decline',
  'refer',
  'join',
  'extend',
  'check',
  'sendBack',
  'answer',
  'write',
  'proposeReward',
  'decideReward',
  'payReward',
  'reveal',
] as const satisfies readonly TipAction['kind'][]

export type ActionKind = (typeof actionKinds)[number]

/**
 * Whose each deed is. More time and money are decided by a leader; a reward is handed over by the keeper, the one person who may
 * know to whom.
 */
export const grantedTo: { readonly [Kind in ActionKind]: readonly Role[] } = {
  accept: ['leader', 'officer', 'inspector'],
  decline: ['leader', 'officer'],
  refer: ['leader', 'officer'],
  join: ['leader', 'officer', 'inspector'],
  extend: ['leader'],
  check: ['officer', 'inspector'],
  sendBack: ['leader', 'officer'],
  answer: ['leader', 'officer'],
  write: ['leader', 'officer', 'inspector'],
  proposeReward: ['officer', 'inspector'],
  decideReward: ['leader'],
  payReward: ['tipKeeper'],
  reveal: ['tipKeeper'],
}
