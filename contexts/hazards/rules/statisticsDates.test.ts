import { describe, expect, it } from 'vitest'
import { asWritten } from '../../../kernel/law.ts'
import { statisticsDueBefore, type StatisticsPeriod } from './statisticsDates.ts'

describe('16号令 art. 14: statistics before the 15th of the next quarter, and before 31 January', () => {
  it.each<[StatisticsPeriod, string]>([
    [{ year: 2026, quarter: 1 }, '2026-04-15'],
    [{ year: 2026, quarter: 2 }, '2026-07-15'],
    [{ year: 2026, quarter: 3 }, '2026-10-15'],
    [{ year: 2026, quarter: 4 }, '2027-01-15'],
    [{ year: 2026, quarter: null }, '2027-01-31'],
  ])('%j: %s', (period, due) => {
    expect(statisticsDueBefore(period, asWritten).toString()).toBe(due)
  })
})
