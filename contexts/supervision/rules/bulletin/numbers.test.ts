import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf, enCount, shareText, zhCount } from './numbers.ts'

describe('a number as the field writes it', () => {
  it.each([
    [6_167_000, 'visits', '616.7万家次', '6.17 million visits'],
    [5_710_000, 'hazards', '571万个', '5.71 million hazards'],
    [56_000, 'hazards', '5.6万个', '56,000 hazards'],
    [183_000, 'hazards', '18.3万个', '183,000 hazards'],
    [0, 'cases', '0起', '0 cases'],
    [1, 'units', '1家', '1 unit'],
    [9_999, 'visits', '9999家次', '9,999 visits'],
    [10_000, 'visits', '1万家次', '10,000 visits'],
    [10_049, 'visits', '1万家次', '10,049 visits'],
    // Half up: 1.05 is exactly in the middle.
    [10_500, 'people', '1.1万人次', '10,500 people'],
    [10_499, 'people', '1万人次', '10,499 people'],
    [999_999, 'places', '100万处', '999,999 places'],
    [1_000_000, 'places', '100万处', '1 million places'],
    [1_005_000, 'places', '100.5万处', '1.01 million places'],
    [99_999_499, 'units', '9999.9万家', '100 million units'],
    [99_999_500, 'units', '1亿家', '100 million units'],
    [125_000_000, 'yuan', '1.3亿元', 'CNY 125 million'],
    [1_234_000_000, 'yuan', '12.3亿元', 'CNY 1.23 billion'],
    [999_995_000, 'yuan', '10亿元', 'CNY 1 billion'],
  ] as const)('%d %s', (value, counter, zh, en) => {
    expect(zhCount(value, counter)).toBe(zh)
    expect(enCount(value, counter)).toBe(en)
  })

  it.each([-1, 0.5, Number.NaN])('%d is no count', (value) => {
    expect(() => zhCount(value, 'units')).toThrow(RangeError)
  })

  it('is off by at most half of its last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999_499 }), (value) => {
        const told = Number(zhCount(value, 'units').replace('万家', '')) * 10_000
        expect(Math.abs(told - value)).toBeLessThanOrEqual(500)
      }),
    )
  })
})

describe('a share', () => {
  it.each([
    [0, 10, '0%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [1, 8, '12.5%'],
    // Half up: 6.25 is exactly in the middle.
    [1, 16, '6.3%'],
    [10, 10, '100%'],
    [9_999, 10_000, '99.9%'],
    [9_996, 10_000, '99.9%'],
    [999_999, 1_000_000, '99.9%'],
    [9_994, 10_000, '99.9%'],
    [9_980, 10_000, '99.8%'],
    [3, 2, '150%'],
  ])('%d of %d is %s', (part, of, text) => {
    expect(shareText(part, of, 'zh')).toBe(text)
    expect(shareText(part, of, 'en')).toBe(text)
  })

  it('of something is never told as nothing', () => {
    expect(shareText(1, 10_000, 'zh')).toBe('不足0.1%')
    expect(shareText(1, 10_000, 'en')).toBe('under 0.1%')
  })

  it('of no whole is none', () => {
    expect(shareText(0, 0, 'zh')).toBeNull()
  })

  it('of a part is never 100%', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), (of, less) => {
        fc.pre(less > 0 && less <= of)
        expect(shareText(of - less, of, 'zh')).not.toBe('100%')
      }),
    )
  })
})

describe('the change on last year (同比)', () => {
  it.each([
    [110, 100, { kind: 'up', text: '10%', small: false }],
    [90, 100, { kind: 'down', text: '10%', small: false }],
    [100, 100, { kind: 'same' }],
    [0, 0, { kind: 'noBase' }],
    [7, 0, { kind: 'noBase' }],
    [0, 40, { kind: 'down', text: '100%', small: false }],
    [30, 29, { kind: 'up', text: '3.4%', small: true }],
    [31, 30, { kind: 'up', text: '3.3%', small: false }],
    [500, 100, { kind: 'up', text: '400%', small: false }],
    [1_099, 100, { kind: 'up', text: '999%', small: false }],
    [1_100, 100, { kind: 'up', text: '10倍以上', small: false }],
    [5_800_000, 20, { kind: 'up', text: '10倍以上', small: true }],
  ])('%d after %d', (current, lastYear, told) => {
    expect(changeOf(current, lastYear, 'zh')).toEqual(told)
  })
})
