import type { Role } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { ActionKind } from './actions.ts'
import type { FloodSource } from './flood.ts'
import type { State } from './tip.ts'

/** The facts of each refusal of the room. */
export type TipFacts = {
  TIP_STATE_WRONG: { action: ActionKind; state: State; expected: readonly State[] }
  TIP_NOT_YOURS: { action: ActionKind; grantedTo: readonly Role[] }
  TIP_SECOND_PERSON: { action: ActionKind }
  KEEPER_APART: { action: ActionKind }
  TIP_EXTENDED_ALREADY: Record<string, never>
  TIP_HAZARD_UNSUITED: { outcome: string }
  /** What the room of hazards said to the finding. */
  HAZARD_REFUSED: { zh: string; en: string }
  TIP_JOIN_UNSUITED: { problem: 'itself' | 'joinedItself' | 'decided' }
  REWARD_UNSUITED: { problem: 'notAnswered' | 'notTrue' | 'pending' | 'decided' | 'notProposed' | 'notAgreed' | 'nothingToPay' | 'paid' }
  REWARD_OUTSIDE_RULE: { amountYuan: number; leastYuan: number; mostYuan: number }
  IDENTITY_NOT_KEPT: { state: 'none' | 'destroyed' }
  POSTER_UNKNOWN: Record<string, never>
  POSTER_ENDED: { endedOn: string }
  POSTER_UNIT_NEEDED: Record<string, never>
  PLACE_MISSING: Record<string, never>
  WHAT_MISSING: Record<string, never>
  PHONE_WRONG: Record<string, never>
  RECEIPT_MISTYPED: { digits: number }
  TIP_UNKNOWN: Record<string, never>
  FOLLOW_LOCKED: { minutes: number }
  TIPS_TOO_MANY: { of: FloodSource; retryAfterMinutes: number }
  MESSAGES_TOO_MANY: { perDay: number }
  PHOTO_REFUSED: { problem: 'unreadable' | 'tooLarge'; mostMegabytes: number }
  PHOTOS_TOO_MANY: { most: number }
  PHOTO_UNKNOWN: Record<string, never>
}

export type TipRefusal = { [Code in keyof TipFacts]: Refusal<Code & string, TipFacts[Code]> }[keyof TipFacts]
