import { describe, expect, it } from 'vitest'
import { firstOfMonth, mondayOf, monthOptions, periodQuery, weekOptions } from './periodOptions.ts'

describe('the days that can be chosen', () => {
  it.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-22', '2026-11-16'],
    ['2027-01-01', '2026-12-28'],
  ])('the week of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday)
  })
  it.each([
    ['2026-11-24', 0, '2026-11-01'],
    ['2026-01-31', 1, '2025-12-01'],
    ['2026-03-31', 15, '2024-12-01'],
  ])('the month of %s, %d back, begins on %s', (day, back, first) => {
    expect(firstOfMonth(day, back)).toBe(first)
  })
  it('months and weeks run back from today', () => {
    expect(monthOptions('2026-01-15').slice(0, 2)).toEqual([
      { value: '2026-01-01', label: '2026-01' },
      { value: '2025-12-01', label: '2025-12' },
    ])
    expect(weekOptions('2026-11-24').slice(0, 2)).toEqual([
      { value: '2026-11-23', label: '2026-11-23 – 11-29' },
      { value: '2026-11-16', label: '2026-11-16 – 11-22' },
    ])
  })
})

describe('what the server is asked', () => {
  it.each([
    [
      { kind: 'month', on: '', from: '', to: '' },
      { kind: 'month', on: '2026-11-24' },
    ],
    [
      { kind: 'week', on: '2026-11-16', from: 'x', to: '' },
      { kind: 'week', on: '2026-11-16' },
    ],
    [
      { kind: 'own', on: '2026-11-16', from: '2026-05-01', to: '2026-06-30' },
      { kind: 'own', from: '2026-05-01', to: '2026-06-30' },
    ],
    [{ kind: 'own', on: '', from: '', to: '' }, { kind: 'own' }],
    [
      { kind: 'nonsense', on: '', from: '', to: '' },
      { kind: 'month', on: '2026-11-24' },
    ],
  ])('%j', (values, query) => {
    expect(periodQuery(values, '2026-11-24')).toEqual(query)
  })
})
