import type { DeedFacts } from './actions.ts'
import type { EventOf } from './events.ts'
import type { Hazard } from './hazard.ts'
import { happened } from './deeds/deed.ts'
import { isAuthority } from './people.ts'
import { no, type Verdict } from './refusalFacts.ts'

/** A confirmed recheck that found a closed hazard still there. */
export type Reopening = { readonly recheckId: string; readonly reason: string }

/**
 * Opens a hazard again that was closed as put right and was not (虚假销号). No button of the loop leads here: only a recheck
 * that a second person confirmed. The legal clock never stopped; the level stays.
 */
export const reopen = (
  hazard: Hazard,
  { recheckId, reason }: Reopening,
  facts: Pick<DeedFacts, 'person' | 'claimedAt'>,
  now: Temporal.Instant,
): Verdict<EventOf<'reopened'>> => {
  if (hazard.state !== 'closed') return no('REOPENING_UNSUITED', { problem: 'notClosed' })
  if (hazard.outcome !== 'rectified') return no('REOPENING_UNSUITED', { problem: hazard.outcome })
  const { person } = facts
  if (!isAuthority(person)) return no('REOPENING_UNSUITED', { problem: 'notAuthority' })
  const hands = [...hazard.hands.map(({ personId }) => personId), hazard.review.step.by.personId, hazard.closing.by.personId]
  if (hands.includes(person.personId)) return no('REOPENING_UNSUITED', { problem: 'hadHand' })
  if (reason.trim() === '') return no('REOPENING_UNSUITED', { problem: 'noReason' })
  return happened('reopened', hazard, facts as DeedFacts, now, { recheckId, reason })
}
