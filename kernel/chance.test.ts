import { describe, expect, it } from 'vitest'
import { chanceOf } from './chance.ts'

const draws = (seed: string): number[] => {
  const chance = chanceOf(seed)
  return Array.from({ length: 1000 }, () => chance.integer(0, 9))
}

describe('chance that can be repeated', () => {
  it('gives the same draws for the same seed, others for another', () => {
    expect(draws('anlan')).toEqual(draws('anlan'))
    expect(draws('anlan')).not.toEqual(draws('anlao'))
  })
  it('draws every number from the least to the most about equally often', () => {
    const counts = Array.from({ length: 10 }, (_, digit) => draws('anlan').filter((draw) => draw === digit).length)
    for (const count of counts) expect(count).toBeGreaterThan(60)
    expect(counts.reduce((sum, count) => sum + count)).toBe(1000)
  })
  it('picks nothing from nothing', () => {
    expect(() => chanceOf('x').pick([])).toThrow(RangeError)
  })
})
