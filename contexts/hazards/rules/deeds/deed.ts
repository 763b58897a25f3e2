import type { ActionKind, ActionOf, DeedFacts } from '../actions.ts'
import type { DeedKind, EventDetails, EventOf, HazardEvent } from '../events.ts'
import type { Base, Hazard, HazardIn, State, Step } from '../hazard.ts'
import { isAuthority, isCountyAuthority, isHead, isManager, whoOf, type Person } from '../people.ts'
import { no, type Because, type HazardRefusal, type MissingPart, type Needed, type Verdict } from '../refusalFacts.ts'

/** One action: whether it may be done at all by this person now, and what becomes of it with all its details. */
export type Deed<Kind extends ActionKind> = {
  readonly may: (hazard: Hazard, facts: DeedFacts, now: Temporal.Instant) => HazardRefusal | null
  readonly decide: (hazard: Hazard, action: ActionOf<Kind>, facts: DeedFacts, now: Temporal.Instant) => Verdict<HazardEvent>
}

/**
 * An action from its two halves. The first knows the hazard and the person and gives the hazard in the states that the
 * second can work with; a screen greys its button out by it. The second judges the details.
 */
export const deed = <Kind extends ActionKind, Open extends Hazard>(
  may: (hazard: Hazard, facts: DeedFacts, now: Temporal.Instant) => Verdict<Open>,
  judge: (open: Open, action: ActionOf<Kind>, facts: DeedFacts, now: Temporal.Instant) => Verdict<HazardEvent>,
): Deed<Kind> => ({
  may: (hazard, facts, now) => {
    const open = may(hazard, facts, now)
    return open.ok ? null : open.refusal
  },
  decide: (hazard, action, facts, now) => {
    const open = may(hazard, facts, now)
    return open.ok ? judge(open.value, action, facts, now) : open
  },
})

/** Who and when, for the record. */
export const stepBy = ({ person, claimedAt }: Pick<DeedFacts, 'person' | 'claimedAt'>, now: Temporal.Instant): Step => ({
  by: whoOf(person),
  claimedAt,
  receivedAt: now.toString({ smallestUnit: 'millisecond' }),
})

/** The event of a deed that went through. */
export const happened = <Kind extends DeedKind>(
  kind: Kind,
  { id }: Pick<Base, 'id'>,
  facts: DeedFacts,
  now: Temporal.Instant,
  details: EventDetails[Kind],
): { readonly ok: true; readonly value: EventOf<Kind> } => ({
  ok: true,
  value: { ...details, kind, hazardId: id, step: stepBy(facts, now) } as EventOf<Kind>,
})

/** The hazard, if it is in one of these states. */
export const inState = <S extends State>(hazard: Hazard, action: ActionKind, expected: readonly S[]): Verdict<HazardIn<S>> =>
  (expected as readonly State[]).includes(hazard.state)
    ? { ok: true, value: hazard as HazardIn<S> }
    : no('HAZARD_STATE_WRONG', { action, state: hazard.state, expected })

/** Passes if this person may do it; else says whose deed it is. */
export const yours = (allowed: boolean, action: ActionKind, needed: Needed, because: Because | null = null): HazardRefusal | null =>
  allowed ? null : no('NOT_YOURS_TO_DO', { action, needed, because }).refusal

/** The value, unless one of the checks refused; the first refusal counts. */
export const unless = <Value>(value: Value, ...refusals: readonly (HazardRefusal | null)[]): Verdict<Value> => {
  const refusal = refusals.find((each) => each !== null)
  return refusal === undefined ? { ok: true, value } : { ok: false, refusal }
}

/** Refuses where parts of a deed were left out; an empty list, a blank text and nothing are all left out. */
export const incomplete = (
  action: ActionKind | 'find',
  parts: { readonly [Part in MissingPart]?: string | readonly unknown[] | object | null },
): HazardRefusal | null => {
  const missing = (Object.keys(parts) as MissingPart[]).filter((part) => {
    const given = parts[part]
    return (
      given === null ||
      given === undefined ||
      (typeof given === 'string' ? given.trim() === '' : Array.isArray(given) && given.length === 0)
    )
  })
  return missing.length === 0 ? null : no('DEED_INCOMPLETE', { action, missing }).refusal
}

/** Refuses what its asker would decide himself. */
export const secondPerson = (action: ActionKind, person: Person, firstPersonId: string): HazardRefusal | null =>
  person.personId === firstPersonId ? no('SECOND_PERSON_NEEDED', { action, firstPersonId }).refusal : null

/** Refuses who had a hand in putting the hazard right. */
export const independent = (action: ActionKind, { hands }: Pick<Base, 'hands'>, { personId }: Person): HazardRefusal | null => {
  const hand = hands.find((each) => each.personId === personId)
  return hand === undefined ? null : no('REVIEWER_NOT_INDEPENDENT', { action, personId, as: hand.as }).refusal
}

/** Refuses while the hazard is listed for supervision. */
export const unlisted = (action: ActionKind, { listing }: Pick<Base, 'listing'>): HazardRefusal | null => {
  if (listing === null) return null
  const { tier, organisationId, documentNo } = listing
  return no('LISTING_NOT_LIFTED', { action, tier, organisationId, documentNo }).refusal
}

export const managerOrAuthority = (person: Person): boolean => isManager(person) || isAuthority(person)
export const headOrAuthority = (person: Person): boolean => isHead(person) || isAuthority(person)

export { isAuthority, isCountyAuthority, isManager }
