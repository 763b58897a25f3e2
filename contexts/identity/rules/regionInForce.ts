import { regionCode, type RegionCode } from '../../../kernel/region.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { currentRegion, inForceOn, regionByCode } from './regions.ts'

type RegionRefusal =
  | Refusal<'REGION_UNKNOWN', { regionCode: string }>
  | Refusal<'REGION_ENDED', { regionCode: string; name: string; endedOn: string; successors: readonly string[] }>

/** A region that a new record may be made in on that day; one that ended names what it became. */
export const regionInForce = (code: RegionCode, day: string): Result<RegionCode, RegionRefusal> => {
  const region = regionByCode(code)
  if (!region || (region.validFrom !== null && day < region.validFrom)) return refuse('REGION_UNKNOWN', { regionCode: code })
  if (inForceOn(region, day)) return ok(code)
  const now = currentRegion(code)
  const successors = (now?.candidates ?? []).map((candidate) => regionByCode(regionCode(candidate))?.name ?? candidate)
  return refuse('REGION_ENDED', { regionCode: code, name: region.name, endedOn: region.validTo ?? day, successors })
}
