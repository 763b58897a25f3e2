import { regionCode, regionLevel, type RegionLevel } from '../../../kernel/region.ts'
import { refuse, type Refusal } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Action } from '../rules/actions.ts'
import { no } from '../rules/refusalFacts.ts'
import type { Needs } from './needs.ts'

/** Organisations that can have a hazard in their charge. */
const inCharge = new Set(['department', 'townOffice', 'park'])

const tierOf: { readonly [Level in RegionLevel]: 'town' | 'county' | 'city' | 'province' | null } = {
  country: null,
  province: 'province',
  city: 'city',
  county: 'county',
  town: 'town',
  village: 'town',
}

/**
 * Why the charge cannot go where it is to go: there is no such organisation, it is no department, or it sits at another
 * tier; null where it can, and for every other deed.
 */
export const handOverUnsuited = async (
  tx: Tx,
  { seatOf }: Pick<Needs, 'seatOf'>,
  action: Action,
): Promise<{ readonly ok: false; readonly refusal: Refusal } | null> => {
  if (action.kind !== 'handOver') return null
  const { organisationId, tier: statedTier } = action.to
  const seat = await seatOf(tx, organisationId)
  if (!seat) return refuse('RECORD_NOT_FOUND', { kind: 'organisation', id: organisationId })
  if (!inCharge.has(seat.kind)) return no('HAND_OVER_UNSUITED', { problem: 'noDepartment', statedTier, tier: null })
  const tier = tierOf[regionLevel(regionCode(seat.regionCode))]
  return tier === statedTier ? null : no('HAND_OVER_UNSUITED', { problem: 'otherTier', statedTier, tier })
}
