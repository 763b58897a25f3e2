import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rainClass, rainClasses, rainLawRows, rainSignal } from './rain.ts'

describe('GB/T 28592-2012 table 1 rain of 24 hours', () => {
  test.each([
    [0, null],
    [0.05, 'trace'],
    [0.09, 'trace'],
    [0.1, 'light'],
    [9.9, 'light'],
    [9.95, 'light'],
    [10, 'moderate'],
    [24.9, 'moderate'],
    [25, 'heavy'],
    [49.9, 'heavy'],
    [50, 'rainstorm'],
    [99.9, 'rainstorm'],
    [100, 'heavyRainstorm'],
    [249.9, 'heavyRainstorm'],
    [250, 'extremeRainstorm'],
  ])('%d mm is %s', (mm, name) => {
    expect(rainClass(mm, 24)).toBe(name)
  })
})

describe('GB/T 28592-2012 table 1 rain of 12 hours', () => {
  test.each([
    [0, null],
    [0.09, 'trace'],
    [0.1, 'light'],
    [4.9, 'light'],
    [5, 'moderate'],
    [14.9, 'moderate'],
    [15, 'heavy'],
    [29.9, 'heavy'],
    [30, 'rainstorm'],
    [69.9, 'rainstorm'],
    [70, 'heavyRainstorm'],
    [139.9, 'heavyRainstorm'],
    [140, 'extremeRainstorm'],
  ])('%d mm is %s', (mm, name) => {
    expect(rainClass(mm, 12)).toBe(name)
  })
})

test('GB/T 28592-2012: more rain is never of a lower class, and 12 hours never class lower than 24', () => {
  const order = (mm: number, hours: 12 | 24): number => {
    const name = rainClass(mm, hours)
    return name === null ? -1 : rainClasses.indexOf(name)
  }
  fc.assert(
    fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (mm, more) => {
      expect(order(mm + more, 24)).toBeGreaterThanOrEqual(order(mm, 24))
      expect(order(mm, 12)).toBeGreaterThanOrEqual(order(mm, 24))
    }),
  )
})

describe('CMA order 16 annex, rainstorm signal', () => {
  test.each([
    [12, 49.9, null],
    [12, 50, 'blue'],
    [12, 100, 'blue'],
    [7, 60, 'blue'],
    [6, 49.9, null],
    [6, 50, 'yellow'],
    [6, 100, 'yellow'],
    [3, 49.9, null],
    [3, 50, 'orange'],
    [3, 99.9, 'orange'],
    [3, 100, 'red'],
    [1, 100, 'red'],
    [1, 50, 'orange'],
    [24, 200, null],
  ])('in %d h %d mm: %s', (hours, mm, signal) => {
    expect(rainSignal([{ hours, mm }])).toBe(signal)
  })

  test('of several amounts the gravest signal counts, in any order', () => {
    const amounts = [
      { hours: 12, mm: 120 },
      { hours: 3, mm: 80 },
      { hours: 6, mm: 90 },
    ]
    expect(rainSignal(amounts)).toBe('orange')
    expect(rainSignal(amounts.toReversed())).toBe('orange')
    expect(rainSignal([])).toBeNull()
  })
})

test.each([Number.NaN, -1])('%d mm is a broken sample and never dry', (mm) => {
  expect(() => rainClass(mm, 24)).toThrow(RangeError)
  expect(() => rainSignal([{ hours: 3, mm }])).toThrow(RangeError)
})

test('the law rows hold both tables and the signals, each with a key of its own', () => {
  expect(rainLawRows).toHaveLength(6 + 6 + 8)
  expect(new Set(rainLawRows.map((row) => row.key)).size).toBe(20)
  expect(rainLawRows.every((row) => !('class' in row))).toBe(true)
})
