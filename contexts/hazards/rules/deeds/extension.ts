import { isLate } from '../../../../kernel/time.ts'
import { dueOnOf, lawDeadline, stepDeadline } from '../clocks.ts'
import { pendingExtension, type Extension, type HazardIn } from '../hazard.ts'
import { limits, numberOf } from '../limits.ts'
import { atLeast, isAuthority, standsAbove, type Person, type Tier, type Who } from '../people.ts'
import { no, type HazardRefusal } from '../refusalFacts.ts'
import type { Settings } from '../actions.ts'
import { deed, happened, inState, incomplete, isManager, secondPerson, unless, yours } from './deed.ts'
import { notPast } from './order.ts'

type Working = HazardIn<'ordered' | 'rectifying'>

/** Judged by the receipt: a request asks somebody for something, so it counts from when it reached them. */
const inTime = (hazard: Working, now: Temporal.Instant, settings: Settings): HazardRefusal | null => {
  // The clock of an ordered hazard's step only asks for a start; what an extension moves is the end.
  const clocks = [
    ['law', lawDeadline(hazard, settings)],
    ['step', hazard.state === 'rectifying' ? stepDeadline(hazard, settings) : null],
  ] as const
  const late = clocks.find(([, due]) => due !== null && isLate(due, now))
  if (late === undefined) return null
  const [clock, due] = late
  return no('EXTENSION_TOO_LATE', { clock, dueAt: due?.endsAt.toString() ?? '', askedAt: now.toString({ smallestUnit: 'millisecond' }) })
    .refusal
}

/** Asks for more time: before the deadline alone, with a reason, controls meanwhile, and no more often than is allowed. */
export const askExtension = deed<'askExtension', Working>(
  (hazard, facts, now) => {
    const open = inState(hazard, 'askExtension', ['ordered', 'rectifying'])
    if (!open.ok) return open
    const { person, tightened } = facts
    const { assignee, extensions } = open.value
    const pending = pendingExtension(open.value)
    const granted = extensions.filter(({ outcome }) => outcome === 'granted').length
    const most = numberOf(limits.extensions, tightened)
    return unless(
      open.value,
      yours(isManager(person) || person.personId === assignee?.personId, 'askExtension', 'assigneeOrManager'),
      inTime(open.value, now, facts),
      pending === null
        ? null
        : no('ASKED_ALREADY', { action: 'askExtension', personId: pending.step.by.personId, at: pending.step.receivedAt }).refusal,
      granted < most ? null : no('EXTENSIONS_USED_UP', { granted, most }).refusal,
    )
  },
  (hazard, { toOn, reason, interimControls }, facts, now) => {
    const dueOn = dueOnOf(hazard)
    const refusal =
      incomplete('askExtension', { reason, interimControls }) ??
      (toOn > dueOn ? null : no('EXTENSION_NOT_LATER', { dueOn, askedOn: toOn }).refusal)
    return refusal === null ? happened('extensionAsked', hazard, facts, now, { toOn, reason, interimControls }) : { ok: false, refusal }
  },
)

/** The person who set the deadline in force. */
const setterOf = ({ deadlines, order }: Working): Who => deadlines.at(-1)?.by ?? order.step.by

/**
 * The lowest tier that may grant more time: one above who set the deadline in force; of a major hazard the county at
 * least; of a listed one no lower than who listed it.
 */
const leastGranter = (hazard: Working): Tier => {
  const general: Tier = hazard.level === 'major' ? 'county' : 'unit'
  return hazard.listing !== null && atLeast(hazard.listing.tier, general) ? hazard.listing.tier : general
}

const grants = (hazard: Working, person: Person): HazardRefusal | null => {
  const setter = setterOf(hazard)
  const least = leastGranter(hazard)
  if (standsAbove(person, setter) && atLeast(person.tier, least) && (least === 'unit' || isAuthority(person))) return null
  return no('EXTENSION_GRANTER_TOO_LOW', { setterTier: setter.tier, setterLeads: setter.leads, granterTier: person.tier, least }).refusal
}

/** The answer to a request for more time, one tier above who set the deadline. Granted, it moves the end and never the origin. */
export const decideExtension = deed<'decideExtension', Working & { readonly pending: Extension }>(
  (hazard, { person }) => {
    const open = inState(hazard, 'decideExtension', ['ordered', 'rectifying'])
    if (!open.ok) return open
    const pending = pendingExtension(open.value)
    if (pending === null) return no('NOTHING_ASKED', { action: 'decideExtension' })
    return unless({ ...open.value, pending }, secondPerson('decideExtension', person, pending.step.by.personId), grants(open.value, person))
  },
  (hazard, action, facts, now) => {
    if (!action.grant) {
      const refusal = incomplete('decideExtension', { reason: action.reason })
      return refusal === null ? happened('extensionRefused', hazard, facts, now, { reason: action.reason }) : { ok: false, refusal }
    }
    const { toOn } = action
    const dueOn = dueOnOf(hazard)
    if (toOn <= dueOn) return no('EXTENSION_NOT_LATER', { dueOn, askedOn: toOn })
    if (toOn > hazard.pending.toOn) return no('EXTENSION_MORE_THAN_ASKED', { askedOn: hazard.pending.toOn, grantedOn: toOn })
    const refusal = notPast(toOn, now)
    return refusal === null ? happened('extensionGranted', hazard, facts, now, { toOn }) : { ok: false, refusal }
  },
)
