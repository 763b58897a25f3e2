import { describe, expect, test } from 'vitest'
import { windForce, windForceFromMs, windLawRows } from './wind.ts'

describe('GB/T 28591-2012 table 1 wind force', () => {
  test.each([
    [0, 0],
    [0.2, 0],
    [0.3, 1],
    [1.5, 1],
    [1.6, 2],
    [3.3, 2],
    [3.4, 3],
    [5.4, 3],
    [5.5, 4],
    [7.9, 4],
    [8.0, 5],
    [10.7, 5],
    [10.8, 6],
    [13.8, 6],
    [13.9, 7],
    [17.1, 7],
    [17.2, 8],
    [20.7, 8],
    [20.8, 9],
    [24.4, 9],
    [24.5, 10],
    [28.4, 10],
    [28.5, 11],
    [32.6, 11],
    [32.7, 12],
    [36.9, 12],
    [37.0, 13],
    [41.4, 13],
    [41.5, 14],
    [46.1, 14],
    [46.2, 15],
    [50.9, 15],
    [51.0, 16],
    [56.0, 16],
    [56.1, 17],
    [61.2, 17],
  ])('%d m/s is force %d', (speedMs, force) => {
    expect(windForce(speedMs)).toEqual({ force, beyondScale: false })
  })

  test('61.3 m/s lies beyond force 17, 61.2 m/s does not', () => {
    expect(windForce(61.3)).toEqual({ force: 17, beyondScale: true })
  })

  test('every force begins where its row says', () => {
    for (let force = 0; force <= 17; force += 1) expect(windForce(windForceFromMs(force)).force).toBe(force)
    expect(() => windForceFromMs(18)).toThrow(RangeError)
  })

  test.each([Number.NaN, -0.1])('%d is a broken sample and never calm', (speedMs) => {
    expect(() => windForce(speedMs)).toThrow(RangeError)
  })

  test('the law rows are the limits in use, each with a key of its own', () => {
    expect(windLawRows).toHaveLength(19)
    expect(new Set(windLawRows.map((row) => row.key)).size).toBe(19)
    expect(windLawRows.find((row) => row.key === 'wind.force.8.from')?.value).toBe(17.2)
  })
})
