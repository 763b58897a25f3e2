import { distanceMetres } from '../../../../kernel/geometry.ts'
import type { DeedFacts } from '../actions.ts'
import { authorityReviews } from '../clocks.ts'
import { foundByAuthority, type HazardIn, type Presence } from '../hazard.ts'
import { limits, numberOf } from '../limits.ts'
import type { Person } from '../people.ts'
import { no, type Because, type HazardRefusal, type Verdict } from '../refusalFacts.ts'
import { reportsOwed } from './duties.ts'
import {
  deed,
  happened,
  independent,
  inState,
  incomplete,
  isAuthority,
  isCountyAuthority,
  isManager,
  unless,
  unlisted,
  yours,
} from './deed.ts'

/** The unit says that it is put right, and shows it. Whoever says so can never review it. */
export const selfCheck = deed<'selfCheck', HazardIn<'rectifying'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'selfCheck', ['rectifying'])
    if (!open.ok) return open
    const { assignee } = open.value
    return unless(open.value, yours(isManager(person) || person.personId === assignee?.personId, 'selfCheck', 'assigneeOrManager'))
  },
  (hazard, { rectifiedBy, description, evidence, costYuan }, facts, now) => {
    const refusal = incomplete('selfCheck', { rectifiedBy, description, evidence })
    return refusal === null
      ? happened('selfChecked', hazard, facts, now, { rectifiedBy, description, evidence, costYuan })
      : { ok: false, refusal }
  },
)

/** 16号令 art. 18: the unit's experts, or a qualified body, judge whether a major hazard is gone. */
export const evaluate = deed<'evaluate', HazardIn<'selfChecked'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'evaluate', ['selfChecked'])
    if (!open.ok) return open
    const { level } = open.value
    return unless(
      open.value,
      level === 'major' ? null : no('LEVEL_UNSUITED', { action: 'evaluate', level, expected: 'major' }).refusal,
      yours(isManager(person), 'evaluate', 'manager'),
    )
  },
  (hazard, { passed, by, body, evaluators, opinion, evidence }, facts, now) => {
    const refusal = incomplete('evaluate', { body, opinion, evidence })
    if (refusal !== null) return { ok: false, refusal }
    return happened(passed ? 'evaluated' : 'evaluationFailed', hazard, facts, now, { by, body, evaluators, opinion, evidence })
  },
)

/** 16号令 art. 18: the unit applies for the authority's review; the authority's 10 days begin with its receipt. */
export const applyForReview = deed<'applyForReview', HazardIn<'evaluated'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'applyForReview', ['evaluated'])
    if (!open.ok) return open
    const missing = reportsOwed(open.value)
    return unless(
      open.value,
      yours(isManager(person), 'applyForReview', 'manager'),
      missing.length === 0 ? null : no('REPORTS_MISSING', { missing }).refusal,
    )
  },
  (hazard, { evidence }, facts, now) => {
    const refusal = incomplete('applyForReview', { evidence })
    return refusal === null ? happened('reviewApplied', hazard, facts, now, { evidence }) : { ok: false, refusal }
  },
)

type ToReview = HazardIn<'selfChecked' | 'applied'>

/**
 * Whose review it is. A major one: an authority of the county or above. One that an authority found or ordered: an
 * authority. One that the unit found itself: another person of the unit, the peer who found it, or an authority. The
 * finder may review, for he knows best what was wrong; only who had a hand in putting it right may not.
 */
const reviewer = (hazard: ToReview | HazardIn<'reviewed'>, person: Person, action: 'review' | 'close'): HazardRefusal | null => {
  if (hazard.level === 'major') return yours(isCountyAuthority(person), action, 'countyAuthority', 'major')
  if (authorityReviews(hazard)) {
    const because: Because = foundByAuthority(hazard) ? 'foundByAuthority' : 'orderedByAuthority'
    return yours(isAuthority(person), action, 'authority', because)
  }
  const { step, how } = hazard.found
  const finder = how === 'peerCheck' && step.by.personId === person.personId
  return yours(isManager(person) || isAuthority(person) || finder, action, 'reviewer')
}

const presenceOf = (hazard: ToReview, noPositionReason: string | null, facts: DeedFacts): Verdict<Presence> => {
  const { position, tightened } = facts
  const limitMetres = numberOf(limits.reviewDistanceMetres, tightened)
  if (position === null) {
    const reason = (noPositionReason ?? '').trim()
    // Cellars and pump rooms see no satellites; a major hazard is worth a second fix at the door.
    return reason === '' || hazard.level === 'major'
      ? no('POSITION_MISSING', { action: 'review', limitMetres })
      : { ok: true, value: { kind: 'reason', reason } }
  }
  const { place } = hazard.found
  if (place === null) return { ok: true, value: { kind: 'position', position, distanceMetres: null } }
  const distance = Math.round(distanceMetres(place, position))
  // Both fixes may be off by their accuracy; only what lies surely beyond is refused.
  const accuracyMetres = Math.round(place.accuracyMetres + position.accuracyMetres)
  return distance - accuracyMetres > limitMetres
    ? no('NOT_ON_THE_SPOT', { distanceMetres: distance, accuracyMetres, limitMetres })
    : { ok: true, value: { kind: 'position', position, distanceMetres: distance } }
}

/** Somebody else looks, on the spot. Refused, the work begins a new round and the legal clock runs on (16号令 art. 23). */
export const review = deed<'review', ToReview>(
  (hazard, { person }) => {
    // A major one is reviewed once it was evaluated and applied for.
    const open = inState(hazard, 'review', hazard.level === 'major' ? ['applied'] : ['selfChecked'])
    return open.ok ? unless(open.value, independent('review', open.value, person), reviewer(open.value, person, 'review')) : open
  },
  (hazard, action, facts, now) => {
    const { opinion, evidence, noPositionReason } = action
    const presence = presenceOf(hazard, noPositionReason, facts)
    if (!presence.ok) return presence
    const least = numberOf(limits.reviewPhotos, facts.tightened)
    if (evidence.length < least) return no('EVIDENCE_TOO_LITTLE', { action: 'review', given: evidence.length, least })
    const refusal = incomplete('review', { opinion })
    if (refusal !== null) return { ok: false, refusal }
    const seen = { presence: presence.value, opinion, evidence }
    return action.passed
      ? happened('reviewed', hazard, facts, now, seen)
      : happened('reviewRefused', hazard, facts, now, { ...seen, redoOn: action.redoOn, suspend: action.suspend })
  },
)

/** 销号: ends a reviewed hazard. One that is listed stays open until the authority lifts the listing. */
export const close = deed<'close', HazardIn<'reviewed'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'close', ['reviewed'])
    if (!open.ok) return open
    const missing = reportsOwed(open.value)
    return unless(
      open.value,
      independent('close', open.value, person),
      reviewer(open.value, person, 'close'),
      unlisted('close', open.value),
      missing.length === 0 ? null : no('REPORTS_MISSING', { missing }).refusal,
    )
  },
  (hazard, _action, facts, now) => happened('closed', hazard, facts, now, {}),
)
