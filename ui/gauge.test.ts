import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { axisDays, gaugeOf, partOf } from './gauge.ts'

const day = 86_400_000
const start = Date.parse('2026-10-12T09:14:00+08:00')

describe('the staff gauge', () => {
  test('one block a day, the last one as long as what is left of it', () => {
    const { unit, blocks } = gaugeOf(start, start + 4.5 * day, start + 1.25 * day)
    expect(unit).toBe('day')
    expect(blocks.map((block) => Math.round(block.share * 90))).toEqual([20, 20, 20, 20, 10])
    expect(blocks.map((block) => block.filled)).toEqual([1, 0.25, 0, 0, 0])
  })

  test('twelfths below two days and above the most days there is room for', () => {
    expect(gaugeOf(start, start + day, start).blocks).toHaveLength(12)
    expect(gaugeOf(start, start + 30 * day, start).unit).toBe('twelfth')
    expect(gaugeOf(start, start + 30 * day, start, 62).blocks).toHaveLength(30)
  })

  test('an extension moves the post and never the origin', () => {
    const now = start + 5 * day
    const before = gaugeOf(start, start + 6 * day, now)
    const after = gaugeOf(start, start + 9 * day, now)
    const walked = (gauge: typeof before): number => gauge.blocks.filter((block) => block.filled === 1).length
    expect(walked(before)).toBe(5)
    expect(walked(after)).toBe(5)
  })

  test('time past the limit stands behind it as a block of its own', () => {
    const { blocks } = gaugeOf(start, start + 4 * day, start + 5 * day)
    expect(blocks.at(-1)).toEqual({ share: 0.2, filled: 1, over: true })
    expect(blocks.filter((block) => !block.over).every((block) => block.filled === 1)).toBe(true)
  })

  test('whatever the limits, the blocks fill the width and nothing is filled beyond it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 400 * day }), fc.integer({ min: -10 * day, max: 900 * day }), (span, passed) => {
        const { blocks } = gaugeOf(start, start + span, start + passed)
        const width = blocks.reduce((sum, block) => sum + block.share, 0)
        expect(width).toBeCloseTo(1, 6)
        expect(blocks.every((block) => block.share > 0 && block.filled >= 0 && block.filled <= 1)).toBe(true)
        expect(blocks.length).toBeLessThanOrEqual(13)
      }),
    )
  })
})

test('a part of a span lies between 0 and 1, and of no span at all it is the whole', () => {
  expect(partOf(0, 10, 5)).toBe(0.5)
  expect(partOf(0, 10, -5)).toBe(0)
  expect(partOf(0, 10, 50)).toBe(1)
  expect(partOf(10, 10, 5)).toBe(1)
})

test('an axis carries no more dates than there is room for', () => {
  for (const days of [1, 5, 9, 49, 300, 3_000]) {
    const dates = axisDays(start, start + days * day, 8)
    expect(dates.length).toBeLessThanOrEqual(9)
    expect(dates[0]).toBe(start)
  }
})
