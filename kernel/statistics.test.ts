import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  deathsPer10000Vehicles,
  deathsPer100000Employed,
  deathsPerMillionTonnes,
  deathsPerYiYuanGdp,
  periodOnPeriodPercent,
  rate,
  sharePercent,
  yearOnYearPercent,
  yearToDate,
} from './statistics.ts'

describe('同比 and 环比', () => {
  test.each([
    [80, 100, -20],
    [100, 80, 25],
    [0, 5, -100],
    [5, 5, 0],
    [5, 0, null],
    [0, 0, null],
    [5, -1, null],
  ])('definition: %d against %d is %s %%', (current, base, percent) => {
    expect(yearOnYearPercent(current, base)).toBe(percent)
    expect(periodOnPeriodPercent(current, base)).toBe(percent)
  })

  test('definition: the change gives back what it was reckoned from', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (current, base) => {
        const percent = yearOnYearPercent(current, base)
        expect(percent).not.toBeNull()
        expect(base * (1 + (percent ?? 0) / 100)).toBeCloseTo(current, 4)
      }),
    )
  })
})

describe('rates', () => {
  test('definition: deaths for each 亿元, 100,000 employed, 10,000 vehicles, million tonnes', () => {
    expect(deathsPerYiYuanGdp(12, 1000)).toBe(0.012)
    expect(deathsPer100000Employed(3, 200_000)).toBe(1.5)
    expect(deathsPer10000Vehicles(2, 40_000)).toBe(0.5)
    expect(deathsPerMillionTonnes(1, 4_000_000)).toBe(0.25)
  })

  test.each([0, -1])('a whole of %d gives no rate', (whole) => {
    expect(rate(3, whole)).toBeNull()
    expect(sharePercent(3, whole)).toBeNull()
  })

  test('5.6 of 571 is 0.98 %', () => {
    expect(sharePercent(5.6, 571)).toBeCloseTo(0.98, 2)
  })
})

describe('year to date', () => {
  test.each([
    ['2026-11-24', '2026-01-01', '2025-01-01', '2025-11-24'],
    ['2024-02-29', '2024-01-01', '2023-01-01', '2023-02-28'],
    ['2025-02-28', '2025-01-01', '2024-01-01', '2024-02-28'],
    ['2026-01-01', '2026-01-01', '2025-01-01', '2025-01-01'],
  ])('same cut-off day: %s', (day, from, lastFrom, lastTo) => {
    const { thisYear, lastYear } = yearToDate(Temporal.PlainDate.from(day))
    expect([thisYear.from, thisYear.to, lastYear.from, lastYear.to].map(String)).toEqual([from, day, lastFrom, lastTo])
  })
})
