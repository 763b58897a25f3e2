import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWritten } from '../../../kernel/law.ts'
import { riskByLec, riskByLs, riskColour, riskColours, riskScales, type RedReason, type RiskColour } from './risk.ts'

const ls = (L: number, S: number): string => {
  const verdict = riskByLs({ L, S }, asWritten)
  return verdict.ok ? `${verdict.value.score} ${verdict.value.colour}` : verdict.refusal.code
}

const lec = (L: number, E: number, C: number): string => {
  const verdict = riskByLec({ L, E, C }, asWritten)
  return verdict.ok ? `${verdict.value.score} ${verdict.value.colour}` : verdict.refusal.code
}

describe('DB37/T 2883 LS: all products of the matrix', () => {
  const expected: Record<number, RiskColour> = {
    1: 'blue',
    2: 'blue',
    3: 'blue',
    4: 'blue',
    5: 'blue',
    6: 'blue',
    8: 'blue',
    9: 'yellow',
    10: 'yellow',
    12: 'yellow',
    15: 'orange',
    16: 'orange',
    20: 'red',
    25: 'red',
  }
  it('each of the 25 fields has its colour; 7, 11, 13, 14, 17, 18 and 19 are no products', () => {
    const seen = new Map<number, string>()
    for (const L of riskScales.ls.L) for (const S of riskScales.ls.S) seen.set(L * S, ls(L, S))
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([product, colour]) => [product, `${product} ${colour}`])),
    )
  })
  it.each([
    [0, 3],
    [6, 3],
    [2.5, 3],
    [3, Number.NaN],
  ])('L %d, S %d is off the scale', (L, S) => {
    expect(ls(L, S)).toBe('RISK_VALUE_OFF_SCALE')
  })
  it('an enterprise may begin a colour earlier, not later', () => {
    const verdict = (value: number) => riskByLs({ L: 3, S: 5 }, new Map([['hazards.risk.ls.red', value]]))
    expect(verdict(15)).toMatchObject({ value: { colour: 'red', row: 'hazards.risk.ls.red' } })
    expect(verdict(25)).toMatchObject({ value: { colour: 'orange', row: 'hazards.risk.ls.orange' } })
  })
})

describe('DB37/T 2883 LEC: the bound itself belongs to the colour below', () => {
  it.each([
    [10, 6, 7, '420 red'],
    [6, 10, 7, '420 red'],
    [3, 6, 15, '270 orange'],
    [10, 1, 40, '400 red'],
    [0.2, 10, 100, '200 orange'],
    [1, 6, 15, '90 yellow'],
    [0.5, 6, 40, '120 yellow'],
    // 70 is no more than 70.
    [1, 10, 7, '70 blue'],
    [10, 1, 7, '70 blue'],
    [0.1, 0.5, 1, '0.05 blue'],
    [0.2, 3, 7, '4.2 blue'],
  ])('L %d, E %d, C %d: %s', (L, E, C, expected) => {
    expect(lec(L, E, C)).toBe(expected)
  })
  it.each([
    [2, 6, 15],
    [3, 5, 15],
    [3, 6, 16],
  ])('L %d, E %d, C %d is off the scale', (L, E, C) => {
    expect(lec(L, E, C)).toBe('RISK_VALUE_OFF_SCALE')
  })
  it('never falls as a factor rises', () => {
    const from = (scale: readonly number[]) => fc.constantFrom(...scale)
    const { L, E, C } = riskScales.lec
    const grave = (l: number, e: number, c: number): number => {
      const verdict = riskByLec({ L: l, E: e, C: c }, asWritten)
      return verdict.ok ? -riskColours.indexOf(verdict.value.colour) : Number.NaN
    }
    fc.assert(
      fc.property(from(L), from(L), from(E), from(C), (l, more, e, c) => {
        expect(grave(Math.max(l, more), e, c)).toBeGreaterThanOrEqual(grave(Math.min(l, more), e, c))
      }),
    )
  })
})

describe('直接判定: what is red whatever its score', () => {
  const low = { score: 1, colour: 'blue', row: null } as const
  it.each<[readonly RedReason[], RiskColour]>([
    [[], 'blue'],
    [['majorHazardOpen'], 'red'],
    [['majorSourceOneOrTwo'], 'red'],
  ])('%j', (reasons, colour) => {
    expect(riskColour(low, reasons)).toEqual({ colour, because: reasons })
  })
})
