import { describe, expect, it } from 'vitest'
import { percentText, periodOf, unitsToGoal } from './period.ts'

describe('a period', () => {
  it.each([
    ['before it begins', '2026-11-22', { phase: 'coming', day: 0, apart: 2 }],
    ['on its first day', '2026-11-24', { phase: 'running', day: 1, apart: 0 }],
    ['on its last day', '2026-11-30', { phase: 'running', day: 7, apart: 0 }],
    ['the day after', '2026-12-01', { phase: 'ended', day: 7, apart: 1 }],
  ])('stands %s', (_when, today, expected) => {
    expect(periodOf('2026-11-24', '2026-11-30', today)).toMatchObject({ totalDays: 7, ...expected })
  })

  it('ends with the last instant of its last day in Beijing', () => {
    const { startsAt, endsAt } = periodOf('2026-11-24', '2026-11-24', '2026-11-24')
    expect([new Date(startsAt).toISOString(), new Date(endsAt).toISOString()]).toEqual([
      '2026-11-23T16:00:00.000Z',
      '2026-11-24T16:00:00.000Z',
    ])
  })

  it('that was called off before its first day has no day and is over', () => {
    expect(periodOf('2026-12-01', '2026-11-24', '2026-11-24')).toMatchObject({ phase: 'ended', totalDays: 0, day: 0 })
  })
})

it('a share is cut, never rounded up to the whole, and never above it', () => {
  expect([percentText(9999, 10_000), percentText(3, 3), percentText(4, 3), percentText(1, 3), percentText(0, 0)]).toEqual([
    '99.9',
    '100.0',
    '100.0',
    '33.3',
    null,
  ])
})

it('a goal asks for whole units', () => {
  expect([unitsToGoal(0, 3, 50), unitsToGoal(2, 3, 50), unitsToGoal(9, 10, 95), unitsToGoal(0, 0, 100)]).toEqual([2, 0, 1, 0])
})
