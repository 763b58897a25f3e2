import { describe, expect, it } from 'vitest'
import { dayBeforeTrend, trendOf } from './trend.ts'

const today = Temporal.PlainDate.from('2026-11-24')

describe('a figure over the last 30 days', () => {
  it('begins with everything older and adds up day by day', () => {
    const { value, trend } = trendOf(
      [
        { day: '2019-01-01', change: 10 },
        { day: '2026-10-25', change: 2 },
        { day: '2026-10-26', change: 5 },
        { day: '2026-11-23', change: -3 },
        { day: '2026-11-24', change: 1 },
        { day: '2026-11-24', change: 1 },
      ],
      today,
    )
    expect(trend).toHaveLength(30)
    expect(trend[0]).toEqual({ day: '2026-10-26', value: 17 })
    expect(trend.at(-2)).toEqual({ day: '2026-11-23', value: 14 })
    expect(trend.at(-1)).toEqual({ day: '2026-11-24', value: 16 })
    expect(value).toBe(16)
  })

  it('does not count what is dated after today', () => {
    expect(trendOf([{ day: '2026-11-25', change: 7 }], today).value).toBe(0)
  })

  it('is a line at nothing where nothing ever changed', () => {
    expect(new Set(trendOf([], today).trend.map(({ value }) => value))).toEqual(new Set([0]))
  })

  it('everything older is put together on the day before it begins', () => {
    expect(dayBeforeTrend(today).toString()).toBe('2026-10-25')
  })
})
