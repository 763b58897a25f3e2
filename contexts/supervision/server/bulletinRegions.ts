import type { Scope } from '../../../kernel/actor.ts'
import { regionCode, regionLevel, regionRange, type RegionLevel, type RegionRange } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

const digitsOf = { country: 0, province: 2, city: 4, county: 6, town: 9, village: 12 } as const
const below: Readonly<Partial<Record<RegionLevel, RegionLevel>>> = { province: 'city', city: 'county', county: 'town', town: 'village' }

/** A region within a scope, with what tells the regions below it apart; null where none lie below. */
export type Place = { readonly code: string; readonly range: RegionRange; readonly digitsBelow: number | null }

/** Where figures are told of: figures of a region are for who sees the whole of it. */
export const placeOf = (scope: Scope, code: string): Result<Place> => {
  const region = regionCode(code)
  const range = regionRange(region)
  if (scope.organisationId !== null || range.lo < scope.lo || range.hi > scope.hi) return refuse('OUT_OF_SCOPE', { regionCode: code })
  const next = below[regionLevel(region)]
  return ok({ code, range, digitsBelow: next === undefined ? null : digitsOf[next] })
}

/** The code whose first digits these are. */
export const codeOf = (digits: string): string => digits.padEnd(6, '0')
