import type { HazardIn, Listing } from '../hazard.ts'
import { atLeast, isCountyAuthority } from '../people.ts'
import { no } from '../refusalFacts.ts'
import { deed, happened, inState, incomplete, secondPerson, unless, yours } from './deed.ts'
import { notPast } from './order.ts'

const listable = ['classified', 'ordered', 'rectifying', 'selfChecked', 'evaluated', 'applied', 'reviewed'] as const

type Listable = HazardIn<(typeof listable)[number]>

/** 挂牌督办 (安全生产法 art. 41): an authority takes a major hazard under its eye till it is gone. A higher one may take it over. */
export const list = deed<'list', Listable>(
  (hazard, { person }) => {
    const open = inState(hazard, 'list', listable)
    if (!open.ok) return open
    const { level, listing } = open.value
    const held = listing !== null && atLeast(listing.tier, person.tier)
    return unless(
      open.value,
      level === 'major' ? null : no('LEVEL_UNSUITED', { action: 'list', level, expected: 'major' }).refusal,
      yours(isCountyAuthority(person), 'list', 'countyAuthority', 'major'),
      held
        ? no('LISTED_ALREADY', { tier: listing.tier, organisationId: listing.organisationId, documentNo: listing.documentNo }).refusal
        : null,
    )
  },
  (hazard, { documentNo, dueOn }, facts, now) => {
    const refusal = incomplete('list', { documentNo }) ?? notPast(dueOn, now)
    return refusal === null ? happened('listed', hazard, facts, now, { documentNo, dueOn }) : { ok: false, refusal }
  },
)

/**
 * The authority that listed it, or a higher one, lifts the listing once the review has passed. Before that it can only be
 * set right: by another person than who listed it, with a reason.
 */
export const lift = deed<'lift', Listable & { readonly listing: Listing }>(
  (hazard, { person }) => {
    const open = inState(hazard, 'lift', listable)
    if (!open.ok) return open
    const { listing, state } = open.value
    if (listing === null) return no('NOT_LISTED', { action: 'lift' })
    return unless(
      { ...open.value, listing },
      yours(isCountyAuthority(person), 'lift', 'countyAuthority', 'major'),
      atLeast(person.tier, listing.tier) ? null : no('LISTING_TIER_TOO_LOW', { listedTier: listing.tier, ownTier: person.tier }).refusal,
      state === 'reviewed' ? null : secondPerson('lift', person, listing.step.by.personId),
    )
  },
  (hazard, { reason }, facts, now) => {
    const refusal = hazard.state === 'reviewed' ? null : incomplete('lift', { reason })
    return refusal === null ? happened('listingLifted', hazard, facts, now, { reason }) : { ok: false, refusal }
  },
)
