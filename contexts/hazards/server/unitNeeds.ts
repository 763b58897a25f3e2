import type { RegionCode } from '../../../kernel/region.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Needs } from './needs.ts'

/** What the register, the campaigns and the visits ask of the rest of the product; wired in main. */
export type RegisterNeeds = Needs & {
  /** A region that a new record may be made in on a day, YYYY-MM-DD; refuses REGION_UNKNOWN and REGION_ENDED. */
  readonly regionInForce: (code: RegionCode, day: string) => Result<RegionCode>
}
