import type { ActionKind, ActionOf, DeedFacts } from '../actions.ts'
import type { Base, Case, CaseIn, State } from '../case.ts'
import type { CaseEvent, EventDetails, EventKind, EventOf } from '../events.ts'
import { isEnforcer, isLeader, isParty, whoOf, type Step } from '../people.ts'
import { no, type CaseRefusal, type Doing, type MissingPart, type Needed, type Verdict } from '../refusalFacts.ts'

/** One action: whether it may be done at all by this person now, and what becomes of it with all its details. */
export type Deed<Kind extends ActionKind> = {
  readonly may: (held: Case, facts: DeedFacts, now: Temporal.Instant) => CaseRefusal | null
  readonly decide: (held: Case, action: ActionOf<Kind>, facts: DeedFacts, now: Temporal.Instant) => Verdict<CaseEvent>
}

/**
 * An action from its two halves. The first knows the case and the person and gives the case in the states that the second
 * can work with; a screen greys its button out by it. The second judges the details.
 */
export const deed = <Kind extends ActionKind, Open extends Case>(
  may: (held: Case, facts: DeedFacts, now: Temporal.Instant) => Verdict<Open>,
  judge: (open: Open, action: ActionOf<Kind>, facts: DeedFacts, now: Temporal.Instant) => Verdict<CaseEvent>,
): Deed<Kind> => ({
  may: (held, facts, now) => {
    const open = may(held, facts, now)
    return open.ok ? null : open.refusal
  },
  decide: (held, action, facts, now) => {
    const open = may(held, facts, now)
    return open.ok ? judge(open.value, action, facts, now) : open
  },
})

export const stepBy = ({ person }: DeedFacts, now: Temporal.Instant): Step => ({
  by: whoOf(person),
  at: now.toString({ smallestUnit: 'millisecond' }),
})

/** The event of a deed that went through. */
export const happened = <Kind extends EventKind>(
  kind: Kind,
  { id }: Pick<Base, 'id'>,
  facts: DeedFacts,
  now: Temporal.Instant,
  details: EventDetails[Kind],
): { readonly ok: true; readonly value: EventOf<Kind> } => ({
  ok: true,
  value: { ...details, kind, caseId: id, step: stepBy(facts, now) } as EventOf<Kind>,
})

/** The case, if it is in one of these states. */
export const inState = <S extends State>(held: Case, action: ActionKind, expected: readonly S[]): Verdict<CaseIn<S>> =>
  (expected as readonly State[]).includes(held.state)
    ? { ok: true, value: held as CaseIn<S> }
    : no('CASE_STATE_WRONG', { action, state: held.state, expected })

/** The value, unless one of the checks refused; the first refusal counts. */
export const unless = <Value>(value: Value, ...refusals: readonly (CaseRefusal | null)[]): Verdict<Value> => {
  const refusal = refusals.find((each) => each !== null)
  return refusal === undefined ? { ok: true, value } : { ok: false, refusal }
}

type Asked = { readonly person: DeedFacts['person'] }

/** Passes if this person may do it; else says whose deed it is. */
export const yours = (allowed: boolean, action: Doing, needed: Needed): CaseRefusal | null =>
  allowed ? null : no('CASE_NOT_YOURS', { action, needed }).refusal

export const byLeader = (action: ActionKind, { person }: Asked): CaseRefusal | null => yours(isLeader(person), action, 'leader')
export const byEnforcer = (action: ActionKind, { person }: Asked): CaseRefusal | null => yours(isEnforcer(person), action, 'enforcer')
export const byParty = (action: ActionKind, { person }: Asked): CaseRefusal | null => yours(isParty(person), action, 'party')

export const investigates = ({ officers }: Pick<Base, 'officers'>, { person }: Asked): boolean =>
  person.side === 'authority' && officers.some(({ personId }) => personId === person.personId)

export const byInvestigator = (action: ActionKind, open: Pick<Base, 'officers'>, facts: Asked): CaseRefusal | null =>
  yours(investigates(open, facts), action, 'investigator')

/** 行政处罚法 art. 57, 58, 64 (4): who investigated never reviews, presides or decides. */
export const notInvestigator = (action: ActionKind, { investigators }: Pick<Base, 'investigators'>, personId: string): CaseRefusal | null =>
  investigators.includes(personId) ? no('INVESTIGATOR_BARRED', { action, personId }).refusal : null

/** Refuses where parts of a deed were left out; an empty list, a blank text and nothing are all left out. */
export const incomplete = (
  action: Doing,
  parts: { readonly [Part in MissingPart]?: string | number | readonly unknown[] | object | null },
): CaseRefusal | null => {
  const missing = (Object.keys(parts) as MissingPart[]).filter((part) => {
    const given = parts[part]
    return (
      given === null ||
      given === undefined ||
      (typeof given === 'string' ? given.trim() === '' : Array.isArray(given) && given.length === 0)
    )
  })
  return missing.length === 0 ? null : no('CASE_INCOMPLETE', { action, missing }).refusal
}

/** A day that lies within bounds; days of either end are in. */
export const dayWithin = (
  action: Doing,
  day: string,
  { from, to, today }: { readonly from?: string; readonly to?: string; readonly today: string },
): CaseRefusal | null => {
  if (to === today && day > today) return no('DAY_UNSUITED', { action, day, problem: 'future', bound: today }).refusal
  if (from === today && day < today) return no('DAY_UNSUITED', { action, day, problem: 'past', bound: today }).refusal
  if (from !== undefined && day < from) return no('DAY_UNSUITED', { action, day, problem: 'tooEarly', bound: from }).refusal
  if (to !== undefined && day > to) return no('DAY_UNSUITED', { action, day, problem: 'tooLate', bound: to }).refusal
  return null
}
