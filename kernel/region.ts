import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'

declare const regionCodeBrand: unique symbol

/**
 * A region's code in its shortest official form: `000000` the country; 6 digits of GB/T 2260 for a province
 * (330000), a city (330100) and a county (330114); 9 digits of GB/T 10114 for a town or street (330114001);
 * 12 digits of the statistical code for a village or community (330114001001).
 */
export type RegionCode = string & { readonly [regionCodeBrand]: 'RegionCode' }

export const regionLevels = ['country', 'province', 'city', 'county', 'town', 'village'] as const

export type RegionLevel = (typeof regionLevels)[number]

/** Codes from `lo` up to but not including `hi`, compared byte by byte (`COLLATE "C"`). */
export type RegionRange = { readonly lo: string; readonly hi: string }

/** Why a text is no region code: not digits alone, a length nobody uses, or a level below an empty one. */
export type RegionCodeProblem = 'NOT_DIGITS' | 'LENGTH' | 'LEVEL_SKIPPED'

export type RegionCodeInvalid = Refusal<'REGION_CODE_INVALID', { text: string; problem: RegionCodeProblem }>

const lengths = new Set([2, 4, 6, 9, 12])

/** The code of the country, above every province. */
export const countryCode = '000000' as RegionCode

/**
 * Reads a region code written with 2, 4, 6, 9 or 12 digits; zeros that only fill up are dropped
 * (330114001000 is 330114001, 330114000000 is 330114, 33 is 330000).
 * A town may stand directly under a city that has no counties (441900003 in 东莞); no other level may be skipped.
 */
export const parseRegionCode = (text: string): Result<RegionCode, RegionCodeInvalid> => {
  const digits = text.trim()
  const invalid = (problem: RegionCodeProblem) => refuse('REGION_CODE_INVALID', { text, problem })
  if (!/^[0-9]+$/.test(digits)) return invalid('NOT_DIGITS')
  if (!lengths.has(digits.length)) return invalid('LENGTH')

  const full = digits.padEnd(12, '0')
  const hasProvince = full.slice(0, 2) !== '00'
  const hasCity = full.slice(2, 4) !== '00'
  const hasCounty = full.slice(4, 6) !== '00'
  const hasTown = full.slice(6, 9) !== '000'
  const hasVillage = full.slice(9) !== '000'
  if (!hasProvince && (hasCity || hasCounty || hasTown || hasVillage)) return invalid('LEVEL_SKIPPED')
  if (!hasCity && (hasCounty || hasTown || hasVillage)) return invalid('LEVEL_SKIPPED')
  if (!hasTown && hasVillage) return invalid('LEVEL_SKIPPED')

  const length = hasVillage ? 12 : hasTown ? 9 : 6
  return ok(full.slice(0, length) as RegionCode)
}

/** The region code that a constant of the program spells. A bad one is a bug, so it throws. */
export const regionCode = (text: string): RegionCode => {
  const parsed = parseRegionCode(text)
  if (!parsed.ok) throw new RangeError(`not a region code: ${text} (${parsed.refusal.facts.problem})`)
  return parsed.value
}

/**
 * The level that the digits say. A summary code such as 110100 (市辖区) or 429000 (省直辖县级行政区划)
 * stands at the level of a city.
 */
export const regionLevel = (code: RegionCode): RegionLevel => {
  if (code.length === 12) return 'village'
  if (code.length === 9) return 'town'
  if (code === countryCode) return 'country'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** The digits that every code inside the region begins with. */
const commonDigits = (code: RegionCode): string => {
  switch (regionLevel(code)) {
    case 'country':
      return ''
    case 'province':
      return code.slice(0, 2)
    case 'city':
      return code.slice(0, 4)
    case 'county':
    case 'town':
    case 'village':
      return code
  }
}

/**
 * The range that holds this region's code and the codes of everything inside it, and no other code:
 * 330100 gives ['3301', '3302'). ':' is the character after '9', so ['339', '33:') needs no carry.
 */
export const regionRange = (code: RegionCode): RegionRange => {
  const digits = commonDigits(code)
  if (digits === '') return { lo: '', hi: ':' }
  const last = digits.length - 1
  return { lo: digits, hi: digits.slice(0, last) + String.fromCharCode(digits.charCodeAt(last) + 1) }
}

/** Whether the region lies inside the range, itself included; compares as `COLLATE "C"` does. */
export const regionWithin = (code: RegionCode, range: RegionRange): boolean => code >= range.lo && code < range.hi

/**
 * The code one level up, or null for the country. The parent of a town in a city without counties is
 * that city (441900003 gives 441900).
 */
export const parentCode = (code: RegionCode): RegionCode | null => {
  switch (regionLevel(code)) {
    case 'country':
      return null
    case 'province':
      return countryCode
    case 'city':
      return `${code.slice(0, 2)}0000` as RegionCode
    case 'county':
      return `${code.slice(0, 4)}00` as RegionCode
    case 'town':
      return code.slice(0, 6) as RegionCode
    case 'village':
      return code.slice(0, 9) as RegionCode
  }
}

/** The code and all above it, from the province down to the code itself; the country only for itself. */
export const codePath = (code: RegionCode): readonly RegionCode[] => {
  const path = [code]
  for (let up = parentCode(code); up !== null && up !== countryCode; up = parentCode(up)) path.unshift(up)
  return path
}

/** The 12 digits of statistical tables (统计用区划代码): 330114 gives 330114000000. */
export const statisticalCode = (code: RegionCode): string => code.padEnd(12, '0')

/** What kind of town-level unit its three digits stand for. */
export type TownKind = 'subdistrict' | 'town' | 'township' | 'statistical'

/**
 * The kind of a town-level unit by GB/T 10114 and the statistical coding rule: 001-099 街道, 100-199 镇,
 * 200-399 乡, 400-599 units like a township in statistics alone (开发区, 农场). Undefined for other levels
 * and for digits that the rule leaves free.
 */
export const townKind = (code: RegionCode): TownKind | undefined => {
  if (regionLevel(code) !== 'town') return undefined
  const order = Number(code.slice(6))
  if (order < 100) return 'subdistrict'
  if (order < 200) return 'town'
  if (order < 400) return 'township'
  return order < 600 ? 'statistical' : undefined
}
