import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePath,
  countryCode,
  parentCode,
  parseRegionCode,
  regionCode,
  regionLevel,
  regionRange,
  regionWithin,
  statisticalCode,
  townKind,
} from './region.ts'
import type { RegionCode } from './region.ts'

const digits = (length: number, from = 1) =>
  fc.integer({ min: from, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))

/** Every shape a code may have, close together so that neighbours, children and sharp ends ('9', '99') meet often. */
const pair = fc.oneof(fc.constantFrom('01', '09', '10', '11', '19', '33', '90', '98', '99'), digits(2))
const triple = fc.oneof(fc.constantFrom('001', '009', '099', '100', '198', '199', '400', '998', '999'), digits(3))
const anyCode = fc
  .tuple(pair, pair, fc.oneof(fc.constant('00'), pair), triple, triple, fc.integer({ min: 0, max: 5 }))
  .map(([province, city, county, town, village, depth]) => {
    const text =
      depth === 0
        ? '000000'
        : depth === 1
          ? `${province}0000`
          : depth === 2
            ? `${province}${city}00`
            : depth === 3
              ? `${province}${city}${county}`
              : depth === 4
                ? `${province}${city}${county}${town}`
                : `${province}${city}${county}${town}${village}`
    return regionCode(text)
  })

/** Walks up from below: independent of the range. */
const isInside = (code: RegionCode, region: RegionCode): boolean => {
  for (let at: RegionCode | null = code; at !== null; at = parentCode(at)) if (at === region) return true
  return false
}

describe('parseRegionCode', () => {
  it.each([
    ['33', '330000', 'province'],
    ['3301', '330100', 'city'],
    ['330000', '330000', 'province'],
    ['330100', '330100', 'city'],
    ['330114', '330114', 'county'],
    ['330114001', '330114001', 'town'],
    ['330114000', '330114', 'county'],
    ['330000000000', '330000', 'province'],
    ['330100000000', '330100', 'city'],
    ['330114000000', '330114', 'county'],
    ['330114001000', '330114001', 'town'],
    ['330114001001', '330114001001', 'village'],
    [' 330114 ', '330114', 'county'],
    ['000000', '000000', 'country'],
    ['000000000000', '000000', 'country'],
    ['110100', '110100', 'city'],
    ['429004', '429004', 'county'],
    ['441900003', '441900003', 'town'],
    ['441900003000', '441900003', 'town'],
    ['441900003001', '441900003001', 'village'],
  ])('GB/T 2260, GB/T 10114: %j is %s, a %s', (text, code, level) => {
    const parsed = parseRegionCode(text)
    expect(parsed).toEqual({ ok: true, value: code })
    expect(regionLevel(regionCode(text))).toBe(level)
  })

  it.each([
    ['', 'NOT_DIGITS'],
    ['33011a', 'NOT_DIGITS'],
    ['３３０１１４', 'NOT_DIGITS'],
    ['330-114', 'NOT_DIGITS'],
    ['3', 'LENGTH'],
    ['330', 'LENGTH'],
    ['33011', 'LENGTH'],
    ['3301140', 'LENGTH'],
    ['33011400', 'LENGTH'],
    ['3301140010', 'LENGTH'],
    ['3301140010010', 'LENGTH'],
    ['001400', 'LEVEL_SKIPPED'],
    ['000001', 'LEVEL_SKIPPED'],
    ['330014', 'LEVEL_SKIPPED'],
    ['330000001', 'LEVEL_SKIPPED'],
    ['330114000001', 'LEVEL_SKIPPED'],
    ['330000000001', 'LEVEL_SKIPPED'],
  ])('GB/T 2260, GB/T 10114: %j is refused (%s)', (text, problem) => {
    expect(parseRegionCode(text)).toEqual({
      ok: false,
      refusal: { code: 'REGION_CODE_INVALID', facts: { text, problem } },
    })
    expect(() => regionCode(text)).toThrow(RangeError)
  })

  it('reads back the statistical form of every code', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(statisticalCode(code)).toHaveLength(12)
        expect(parseRegionCode(statisticalCode(code))).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('gives a code that stands for itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,13}$/), (text) => {
        const parsed = parseRegionCode(text)
        fc.pre(parsed.ok)
        expect(parseRegionCode(parsed.value)).toEqual(parsed)
        expect(text.padEnd(12, '0')).toBe(statisticalCode(parsed.value))
      }),
    )
  })
})

describe('regionRange', () => {
  it.each([
    ['000000', '', ':'],
    ['330000', '33', '34'],
    ['390000', '39', '3:'],
    ['330100', '3301', '3302'],
    ['330900', '3309', '330:'],
    ['330114', '330114', '330115'],
    ['330119', '330119', '33011:'],
    ['330114001', '330114001', '330114002'],
    ['330114999', '330114999', '33011499:'],
    ['330114001009', '330114001009', '33011400100:'],
    ['441900', '4419', '441:'],
    ['429000', '4290', '4291'],
  ])('%s covers [%s, %s)', (code, lo, hi) => {
    expect(regionRange(regionCode(code))).toEqual({ lo, hi })
  })

  it('holds exactly the region and what lies inside it', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (code, region) => {
        expect(regionWithin(code, regionRange(region))).toBe(isInside(code, region))
      }),
      { numRuns: 5000 },
    )
  })

  it('holds every ancestor chain: each region lies in the range of all above it and in no sibling', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let up: RegionCode | null = code; up !== null; up = parentCode(up)) {
          expect(regionWithin(code, regionRange(up))).toBe(true)
        }
        const { hi } = regionRange(code)
        expect(hi > code).toBe(true)
        expect(regionWithin(code, { lo: hi, hi: ':' })).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('parentCode and codePath', () => {
  it.each([
    ['330114001001', ['330000', '330100', '330114', '330114001', '330114001001']],
    ['330114', ['330000', '330100', '330114']],
    ['110101', ['110000', '110100', '110101']],
    ['429004', ['420000', '429000', '429004']],
    ['441900003', ['440000', '441900', '441900003']],
    ['330000', ['330000']],
    ['000000', ['000000']],
  ])('GB/T 2260: the path of %s', (code, path) => {
    expect(codePath(regionCode(code))).toEqual(path)
  })

  it('the country has no parent, a province has the country', () => {
    expect(parentCode(countryCode)).toBeNull()
    expect(parentCode(regionCode('330000'))).toBe('000000')
  })
})

describe('townKind', () => {
  it.each([
    ['330114001', 'subdistrict'],
    ['330114099', 'subdistrict'],
    ['330113100', 'town'],
    ['330282199', 'town'],
    ['330122200', 'township'],
    ['330122399', 'township'],
    ['330109401', 'statistical'],
    ['330109599', 'statistical'],
    ['330109600', undefined],
    ['330114', undefined],
    ['330114001001', undefined],
  ])('GB/T 10114 and the statistical coding rule: %s is %s', (code, kind) => {
    expect(townKind(regionCode(code))).toBe(kind)
  })
})
