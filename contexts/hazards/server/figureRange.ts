import type { Scope } from '../../../kernel/actor.ts'
import { regionCode, regionRange, type RegionRange } from '../../../kernel/region.ts'

/** How many digits of a code tell the regions of a level apart. */
export const digits = { province: 2, city: 4, county: 6, town: 9, village: 12 } as const

/** What is asked for, as far as it lies in the scope. */
export const rangeOf = ({ lo, hi }: Pick<Scope, 'lo' | 'hi'>, region: string | undefined): RegionRange => {
  if (region === undefined) return { lo, hi }
  const asked = regionRange(regionCode(region))
  return { lo: asked.lo > lo ? asked.lo : lo, hi: asked.hi < hi ? asked.hi : hi }
}

/** The code of which these are the first digits; of the whole where regions are not told apart. */
export const codeOf = (first: string, whole: Pick<RegionRange, 'lo'>): string => (first === '' ? whole.lo : first).padEnd(6, '0')
