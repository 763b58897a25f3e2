import { distanceMetres } from '../../../kernel/geometry.ts'
import type { RefusalOf } from '../../../kernel/refusals.ts'
import type { Result } from '../../../kernel/result.ts'

export const tiers = ['unit', 'town', 'county', 'city', 'province'] as const

export type Tier = (typeof tiers)[number]

/** Codes of a scope share their first digits: 2 a province, 4 a city, 6 a county, 9 a town (`kernel/region.ts`). */
export const tierOfScope = (lo: string): Exclude<Tier, 'unit'> => {
  if (lo.length <= 2) return 'province'
  if (lo.length <= 4) return 'city'
  return lo.length <= 6 ? 'county' : 'town'
}

/** Whoever acts for supervision: somebody of an authority, in the tier of the post's scope. */
export type Supervisor = { readonly personId: string; readonly tier: Exclude<Tier, 'unit'> }

/** What is known of a closed hazard when it is drawn, and by whom it was closed. */
export type Closure = {
  readonly closerId: string
  readonly closerTier: Tier
  readonly reviewerId: string
  readonly reviewerTier: Tier
  readonly finderId: string
  /** Who had the work, did it, said it was done, judged it. */
  readonly handIds: readonly string[]
}

/** Everybody who had a part in the hazard: none of them rechecks it, confirms what a recheck says, or sees that there is one. */
export const partOf = ({ closerId, reviewerId, finderId, handIds }: Closure): readonly string[] => [
  ...new Set([closerId, reviewerId, finderId, ...handIds]),
]

/** The higher of who reviewed and who closed. */
export const closedAt = ({ closerTier, reviewerTier }: Pick<Closure, 'closerTier' | 'reviewerTier'>): Tier =>
  tiers.indexOf(closerTier) >= tiers.indexOf(reviewerTier) ? closerTier : reviewerTier

/** Whether a tier stands above who closed a hazard; above the province nobody stands here, so another of the province does. */
export const standsAbove = (tier: Tier, closure: Pick<Closure, 'closerTier' | 'reviewerTier'>): boolean =>
  tiers.indexOf(tier) > tiers.indexOf(closedAt(closure)) || tier === 'province'

/** What a recheck finds: 属实, 虚假销号, 复发 (not the closer's fault), 无法判断. */
export const findings = ['true', 'false', 'cameBack', 'unjudged'] as const

export type Finding = (typeof findings)[number]

export const recheckStates = ['drawn', 'assigned', 'unconfirmed', 'settled', 'cancelled'] as const

export type RecheckState = (typeof recheckStates)[number]

/** How a settled recheck ended; `notConfirmed`: one found it false and the second person did not agree. */
export const outcomes = ['true', 'false', 'cameBack', 'unjudged', 'notConfirmed'] as const

export type Outcome = (typeof outcomes)[number]

export type Recheck = {
  readonly state: RecheckState
  readonly closure: Closure
  readonly assigneeId: string | null
  readonly foundBy: string | null
}

export type Fix = { readonly lng: number; readonly lat: number; readonly accuracyMetres: number }

/** What the rechecker saw. */
export type Seen = {
  readonly finding: Finding
  readonly note: string
  readonly photos: number
  readonly position: Fix | null
  readonly noPositionReason: string | null
}

export type RecheckLimits = { readonly recheckMetres: number; readonly recheckPhotos: number }

/** The facts of every refusal of draws, rechecks and doubts. */
export type InspectionFacts = {
  DRAW_FRAME_EMPTY: { from: string; to: string }
  DRAW_FRAME_TOO_LARGE: { size: number; most: number }
  DRAW_PERIOD_WRONG: { from: string; to: string }
  DRAW_CANCELLED: { at: string }
  DRAW_DONE: { settled: number }
  RECHECK_STATE_WRONG: { state: RecheckState; expected: readonly RecheckState[] }
  RECHECK_HAD_PART: { personId: string }
  RECHECK_TIER_TOO_LOW: { tier: Tier; closedAt: Tier }
  RECHECK_NOT_YOURS: { assigneeId: string | null }
  RECHECK_SECOND_PERSON: { foundBy: string }
  RECHECK_OFF_THE_SPOT: { distanceMetres: number; accuracyMetres: number; limitMetres: number }
  RECHECK_POSITION_MISSING: { limitMetres: number }
  RECHECK_PHOTOS_MISSING: { given: number; least: number }
  RECHECK_NOTE_MISSING: { finding: Finding | 'notConfirmed' }
  RECHECK_PERSON_UNSUITED: { personId: string }
  DOUBT_LOOKED_AT: { personId: string; at: string }
  DOUBT_NO_CLOSED_HAZARD: { hazardId: string }
  REOPENING_UNSUITED: { problem: string }
  EVIDENCE_ATTACHED: { evidenceIds: readonly string[] }
}

export type InspectionRefusal = RefusalOf<InspectionFacts>
export type Verdict<Value> = Result<Value, InspectionRefusal>

const no = <Code extends keyof InspectionFacts>(
  code: Code,
  facts: InspectionFacts[Code],
): { readonly ok: false; readonly refusal: InspectionRefusal } => ({
  ok: false,
  // A code and its own facts are one member of the union; the compiler can't see it through the index.
  refusal: { code, facts } as unknown as InspectionRefusal,
})

const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** Whether somebody may recheck this closure, or confirm what a recheck says: no part in it, and above who closed it. */
export const mayJudge = (closure: Closure, { personId, tier }: Supervisor): Verdict<null> => {
  if (partOf(closure).includes(personId)) return no('RECHECK_HAD_PART', { personId })
  return standsAbove(tier, closure) ? ok(null) : no('RECHECK_TIER_TOO_LOW', { tier, closedAt: closedAt(closure) })
}

const inState = ({ state }: Recheck, ...expected: readonly RecheckState[]): Verdict<null> =>
  expected.includes(state) ? ok(null) : no('RECHECK_STATE_WRONG', { state, expected })

/** Gives a recheck to somebody, or to somebody else while nothing is found. */
export const assign = (recheck: Recheck, to: Supervisor): Verdict<null> => {
  const open = inState(recheck, 'drawn', 'assigned')
  return open.ok ? mayJudge(recheck.closure, to) : open
}

/** Where the rechecker stood: metres from the hazard, or null where the hazard has no place. */
const presence = (
  { position, noPositionReason }: Seen,
  place: Fix | null,
  { recheckMetres: limitMetres }: RecheckLimits,
): Verdict<number | null> => {
  if (position === null) return (noPositionReason ?? '').trim() === '' ? no('RECHECK_POSITION_MISSING', { limitMetres }) : ok(null)
  if (place === null) return ok(null)
  const metres = Math.round(distanceMetres(place, position))
  const accuracyMetres = Math.round(place.accuracyMetres + position.accuracyMetres)
  return metres - accuracyMetres > limitMetres
    ? no('RECHECK_OFF_THE_SPOT', { distanceMetres: metres, accuracyMetres, limitMetres })
    : ok(metres)
}

/** What becomes of a recheck by what was seen. */
export type Found = { readonly state: 'unconfirmed' | 'settled'; readonly outcome: Outcome | null; readonly distanceMetres: number | null }

/**
 * States what was seen, on the spot and with photos. That a closure is false waits for a second person; everything else is
 * settled. Who could judge nothing (nobody let him in, the place is gone) need bring no photo, but says why.
 */
export const find = (recheck: Recheck, by: Supervisor, seen: Seen, place: Fix | null, limits: RecheckLimits): Verdict<Found> => {
  const open = inState(recheck, 'assigned')
  if (!open.ok) return open
  if (recheck.assigneeId !== by.personId) return no('RECHECK_NOT_YOURS', { assigneeId: recheck.assigneeId })
  const may = mayJudge(recheck.closure, by)
  if (!may.ok) return may
  if (seen.finding !== 'true' && seen.note.trim() === '') return no('RECHECK_NOTE_MISSING', { finding: seen.finding })
  if (seen.finding !== 'unjudged' && seen.photos < limits.recheckPhotos)
    return no('RECHECK_PHOTOS_MISSING', { given: seen.photos, least: limits.recheckPhotos })
  const there = presence(seen, place, limits)
  if (!there.ok) return there
  return ok(
    seen.finding === 'false'
      ? { state: 'unconfirmed', outcome: null, distanceMetres: there.value }
      : { state: 'settled', outcome: seen.finding, distanceMetres: there.value },
  )
}

/** The second person's answer to a false closure. Who does not agree says why. */
export const confirm = (recheck: Recheck, by: Supervisor, answer: { readonly agree: boolean; readonly note: string }): Verdict<Outcome> => {
  const open = inState(recheck, 'unconfirmed')
  if (!open.ok) return open
  if (recheck.foundBy === by.personId) return no('RECHECK_SECOND_PERSON', { foundBy: by.personId })
  const may = mayJudge(recheck.closure, by)
  if (!may.ok) return may
  if (answer.agree) return ok('false')
  return answer.note.trim() === '' ? no('RECHECK_NOTE_MISSING', { finding: 'notConfirmed' }) : ok('notConfirmed')
}

/** From so many rechecks on, a share of false closures says something of a person; below, only the records do. */
export const leastForShare = 10
