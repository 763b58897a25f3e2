import { dateInBeijing } from '../../../../kernel/time.ts'
import { dueOnOf, legalOrigin, usualDays, usualDeadline } from '../clocks.ts'
import { fiveItems, foundByAuthority, type Five, type FiveItem, type HazardIn } from '../hazard.ts'
import type { Person } from '../people.ts'
import { no, type HazardRefusal } from '../refusalFacts.ts'
import {
  deed,
  happened,
  headOrAuthority,
  inState,
  incomplete,
  isAuthority,
  isManager,
  managerOrAuthority,
  stepBy,
  unless,
  yours,
} from './deed.ts'

const orderer = (hazard: HazardIn<'classified'>, person: Person): HazardRefusal | null => {
  if (foundByAuthority(hazard)) return yours(isAuthority(person), 'order', 'authority', 'foundByAuthority')
  // 16号令 art. 15: for a major one the first responsible person organises the plan and its carrying out.
  return hazard.level === 'major'
    ? yours(headOrAuthority(person), 'order', 'headOrAuthority', 'major')
    : yours(managerOrAuthority(person), 'order', 'managerOrAuthority')
}

/** Refuses a day that has gone by in Beijing. */
export const notPast = (dueOn: string, now: Temporal.Instant): HazardRefusal | null => {
  const today = dateInBeijing(now).toString()
  return dueOn < today ? no('DUE_IN_PAST', { dueOn, today }).refusal : null
}

/** Names who puts it right, what is required and until when; the legal clock has its end from here on. */
export const order = deed<'order', HazardIn<'classified'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'order', ['classified'])
    return open.ok ? unless(open.value, orderer(open.value, person)) : open
  },
  (hazard, { assignee, requirement, dueOn, longerReason, interimControls }, facts, now) => {
    // 16号令 art. 16, 安全生产法 art. 65: people are protected before a major hazard is gone.
    const controls = interimControls !== null && interimControls.trim() !== '' ? interimControls : null
    const controlled = hazard.level === 'general' || hazard.controls !== null ? {} : { interimControls: controls }
    const refusal = incomplete('order', { assignee, requirement, ...controlled }) ?? notPast(dueOn, now)
    if (refusal !== null) return { ok: false, refusal }
    if (assignee === null) return no('DEED_INCOMPLETE', { action: 'order', missing: ['assignee'] })
    if (hazard.listing !== null && dueOn > hazard.listing.dueOn)
      return no('DUE_BEYOND_LISTING', { dueOn, listingDueOn: hazard.listing.dueOn })
    const origin = legalOrigin(hazard, { step: stepBy(facts, now) }).at
    const usualOn = usualDeadline(hazard.level, origin, facts).lastDay?.toString() ?? dueOn
    if (dueOn > usualOn && (longerReason ?? '').trim() === '')
      return no('DUE_LONGER_THAN_USUAL', { dueOn, usualOn, days: usualDays(hazard.level, facts.tightened) })
    return happened('ordered', hazard, facts, now, { assignee, requirement, dueOn, longerReason, controls })
  },
)

/** Which of the five are not in place (16号令 art. 15). Funds of 0 yuan are an answer; no amount is none. */
export const fiveMissing = (plan: Five | null): readonly FiveItem[] => {
  if (plan === null) return fiveItems
  const blank = (text: string | null): boolean => text === null || text.trim() === ''
  const lacks: { readonly [Item in FiveItem]: boolean } = {
    responsibility: blank(plan.responsibility),
    measures: blank(plan.measures),
    funds: plan.fundsYuan === null || !(plan.fundsYuan >= 0),
    timeLimit: blank(plan.dueOn),
    contingency: blank(plan.contingency),
  }
  return fiveItems.filter((item) => lacks[item])
}

/** Writes the plan of a major hazard, whole or in part; what is lacking is only asked for at the start. */
export const plan = deed<'plan', HazardIn<'ordered'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'plan', ['ordered'])
    if (!open.ok) return open
    const { level } = open.value
    return unless(
      open.value,
      level === 'major' ? null : no('LEVEL_UNSUITED', { action: 'plan', level, expected: 'major' }).refusal,
      yours(isManager(person), 'plan', 'manager'),
    )
  },
  (hazard, { five }, facts, now) => {
    const lawDueOn = dueOnOf(hazard)
    return five.dueOn !== null && five.dueOn > lawDueOn
      ? no('DUE_BEYOND_LAW', { dueOn: five.dueOn, lawDueOn })
      : happened('planned', hazard, facts, now, { five })
  },
)

/** Begins the work; of a major hazard only with five in place (16号令 art. 15). */
export const start = deed<'start', HazardIn<'ordered'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'start', ['ordered'])
    if (!open.ok) return open
    const { level, assignee, plan: written } = open.value
    const missing = level === 'major' ? fiveMissing(written) : []
    return unless(
      open.value,
      yours(isManager(person) || person.personId === assignee?.personId, 'start', 'assigneeOrManager'),
      missing.length === 0 ? null : no('FIVE_NOT_IN_PLACE', { missing }).refusal,
    )
  },
  (hazard, _action, facts, now) => happened('started', hazard, facts, now, {}),
)
