import { describe, expect, it } from 'vitest'
import { dueCalendar, dueGroup, firstDue } from './due.ts'

// A Tuesday, 14:32 in Beijing.
const now = Temporal.Instant.from('2026-11-24T06:32:07Z')

describe('what is owed, by the clock of Beijing', () => {
  it.each([
    ['a second ago', '2026-11-24T14:32:06+08:00', null, 'overdue'],
    ['this very instant', '2026-11-24T14:32:07+08:00', null, 'today'],
    ['tonight', '2026-11-24T23:59:59+08:00', null, 'today'],
    ['at 24:00 tonight', '2026-11-25T00:00:00+08:00', null, 'today'],
    ['a second after', '2026-11-25T00:00:01+08:00', null, 'week'],
    ['at 24:00 on Sunday', '2026-11-30T00:00:00+08:00', null, 'week'],
    ['on Monday', '2026-11-30T00:00:01+08:00', null, 'later'],
    ['never', null, null, 'later'],
    ['in time by its step, too late by law', '2026-11-25T18:00:00+08:00', '2026-11-24T12:00:00+08:00', 'overdue'],
    ['by law alone', null, '2026-11-24T18:00:00+08:00', 'today'],
  ] as const)('due %s', (_title, step, law, group) => {
    const utc = (text: string | null): string | null => text && Temporal.Instant.from(text).toString()
    expect(dueGroup({ stepDueAt: utc(step), lawDueAt: utc(law) }, now)).toBe(group)
  })

  it('on a Sunday the week ends tonight', () => {
    const sunday = Temporal.Instant.from('2026-11-29T01:00:00Z')
    expect(dueGroup({ stepDueAt: '2026-11-29T16:00:00Z', lawDueAt: null }, sunday)).toBe('today')
    expect(dueGroup({ stepDueAt: '2026-11-29T16:00:01Z', lawDueAt: null }, sunday)).toBe('later')
  })

  it('the earlier of both clocks counts', () => {
    expect(firstDue({ stepDueAt: '2026-11-26T00:00:00Z', lawDueAt: '2026-11-25T00:00:00Z' })?.toString()).toBe('2026-11-25T00:00:00Z')
    expect(firstDue({ stepDueAt: null, lawDueAt: null })).toBeNull()
  })
})

describe('the clocks of the next three weeks', () => {
  const days = dueCalendar(
    [
      { stepDueAt: '2026-11-24T10:00:00Z', lawDueAt: '2026-11-30T10:00:00Z' },
      // 24:00 of the 24th in Beijing.
      { stepDueAt: '2026-11-24T16:00:00Z', lawDueAt: null },
      { stepDueAt: '2026-11-24T06:32:06Z', lawDueAt: '2026-11-30T01:00:00Z' },
      { stepDueAt: '2026-12-14T15:59:59Z', lawDueAt: '2026-12-14T16:00:01Z' },
    ],
    now,
  )
  it('are counted on the day they run out, what is overdue on none', () => {
    expect(days).toHaveLength(21)
    expect(days[0]).toEqual({ day: '2026-11-24', step: 2, law: 0 })
    expect(days[6]).toEqual({ day: '2026-11-30', step: 0, law: 2 })
    expect(days.at(-1)).toEqual({ day: '2026-12-14', step: 1, law: 0 })
    expect(days.reduce((sum, { step, law }) => sum + step + law, 0)).toBe(5)
  })
})
