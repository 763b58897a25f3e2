import { parseRegionCode, regionLevel, regionRange, regionWithin, type RegionLevel } from '../../../../kernel/region.ts'

const below: Readonly<Partial<Record<RegionLevel, 'province' | 'city' | 'county' | 'town' | 'village'>>> = {
  country: 'province',
  province: 'city',
  city: 'county',
  county: 'town',
  town: 'village',
}

/** The level by which what lies in a region is told apart; undefined where nothing lies below it, or for no region. */
export const levelBelow = (code: string): 'province' | 'city' | 'county' | 'town' | 'village' | undefined => {
  const region = parseRegionCode(code)
  return region.ok ? below[regionLevel(region.value)] : undefined
}

/** Whether a region lies in another, or is it. */
export const liesIn = (code: string, whole: string): boolean => {
  const [inner, outer] = [parseRegionCode(code), parseRegionCode(whole)]
  return inner.ok && outer.ok && regionWithin(inner.value, regionRange(outer.value))
}

/** The narrower of two regions one of which lies in the other: where a reader's part of a campaign begins. */
export const narrower = (one: string, other: string): string => {
  const digits = (code: string): number => {
    const region = parseRegionCode(code)
    const level = region.ok ? regionLevel(region.value) : 'country'
    return { country: 0, province: 2, city: 4, county: 6, town: 9, village: 12 }[level]
  }
  return digits(one) >= digits(other) ? one : other
}
