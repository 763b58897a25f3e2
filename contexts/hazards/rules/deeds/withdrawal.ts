import type { ActionKind } from '../actions.ts'
import { foundByAuthority, openStates, type Asked, type HazardIn } from '../hazard.ts'
import type { Person } from '../people.ts'
import { no, type Because, type HazardRefusal } from '../refusalFacts.ts'
import {
  deed,
  happened,
  independent,
  inState,
  incomplete,
  isAuthority,
  managerOrAuthority,
  secondPerson,
  unless,
  unlisted,
  yours,
} from './deed.ts'

type Open = HazardIn<(typeof openStates)[number]>

/** Of what an authority or the public found, and of a major one, an authority speaks. */
const speaker = (action: ActionKind, hazard: Open, person: Person, majorToo: boolean): HazardRefusal | null => {
  const because: Because | null = foundByAuthority(hazard) ? 'foundByAuthority' : majorToo && hazard.level === 'major' ? 'major' : null
  return because === null
    ? yours(managerOrAuthority(person), action, 'managerOrAuthority')
    : yours(isAuthority(person), action, 'authority', because)
}

/** Says that there was no hazard. Nothing is deleted: confirmed by a second person, it is closed as found in error. */
export const askWithdrawal = deed<'askWithdrawal', Open>(
  (hazard, { person }) => {
    const open = inState(hazard, 'askWithdrawal', openStates)
    if (!open.ok) return open
    const { withdrawal } = open.value
    return unless(
      open.value,
      speaker('askWithdrawal', open.value, person, false),
      unlisted('askWithdrawal', open.value),
      withdrawal === null
        ? null
        : no('ASKED_ALREADY', { action: 'askWithdrawal', personId: withdrawal.step.by.personId, at: withdrawal.step.receivedAt }).refusal,
    )
  },
  (hazard, { reason }, facts, now) => {
    const refusal = incomplete('askWithdrawal', { reason })
    return refusal === null ? happened('withdrawalAsked', hazard, facts, now, { reason }) : { ok: false, refusal }
  },
)

/** The second person's answer: not who asked, and nobody who was to put it right. */
export const decideWithdrawal = deed<'decideWithdrawal', Open & { readonly withdrawal: Asked }>(
  (hazard, { person }) => {
    const open = inState(hazard, 'decideWithdrawal', openStates)
    if (!open.ok) return open
    const { withdrawal } = open.value
    if (withdrawal === null) return no('NOTHING_ASKED', { action: 'decideWithdrawal' })
    return unless(
      { ...open.value, withdrawal },
      speaker('decideWithdrawal', open.value, person, true),
      secondPerson('decideWithdrawal', person, withdrawal.step.by.personId),
      independent('decideWithdrawal', open.value, person),
      unlisted('decideWithdrawal', open.value),
    )
  },
  (hazard, { agree, reason }, facts, now) => {
    if (agree) return happened('withdrawn', hazard, facts, now, { reason })
    return reason === null || reason.trim() === ''
      ? no('DEED_INCOMPLETE', { action: 'decideWithdrawal', missing: ['reason'] })
      : happened('withdrawalRefused', hazard, facts, now, { reason })
  },
)
