import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInBeijing, deadline, isLate, isRestDay, remaining, startOfDay, weekendsOnly } from './time.ts'
import type { HolidayCalendar, Period } from './time.ts'

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => Temporal.PlainDate.from(from).add({ days: index }).toString())

/** The notices for 2025 and 2026 around Spring Festival and National Day. */
const calendar: HolidayCalendar = {
  years: new Set([2025, 2026]),
  daysOff: new Set([...days('2025-10-01', 8), ...days('2026-02-15', 9), ...days('2026-10-01', 7)]),
  daysWorked: new Set(['2025-09-28', '2025-10-11', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']),
}

const beijing = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+08:00`)

describe('dates in Beijing', () => {
  test('a moment late in the day of Greenwich is the next day in Beijing', () => {
    expect(dateInBeijing(Temporal.Instant.from('2026-11-23T16:00:00Z')).toString()).toBe('2026-11-24')
    expect(dateInBeijing(Temporal.Instant.from('2026-11-23T15:59:59Z')).toString()).toBe('2026-11-23')
    expect(startOfDay(Temporal.PlainDate.from('2026-11-24')).toString()).toBe('2026-11-23T16:00:00Z')
  })

  test.each([
    ['2026-10-01', true, 'holiday on a Thursday'],
    ['2026-10-08', false, 'Thursday after it'],
    ['2026-10-10', false, 'Saturday worked in exchange'],
    ['2026-10-11', true, 'ordinary Sunday'],
    ['2026-09-20', false, 'Sunday worked in exchange'],
  ])('全国年节及纪念日放假办法: %s is a rest day: %s (%s)', (date, rest) => {
    expect(isRestDay(Temporal.PlainDate.from(date), calendar)).toBe(rest)
  })
})

describe('民法典 art. 200-203 periods', () => {
  test.each<[string, string, Period, string | null, string]>([
    ['art. 201: hours run from the moment itself', '2026-11-24T10:00:00', { hours: 1 }, null, '2026-11-24T11:00:00'],
    ['art. 201: hours run through the night and rest days', '2026-10-03T23:30:00', { hours: 24 }, null, '2026-10-04T23:30:00'],
    ['art. 201: minutes', '2026-11-24T10:00:00', { minutes: 90 }, null, '2026-11-24T11:30:00'],
    ['art. 201: the day of the event is not counted', '2026-11-24T00:00:00', { days: 1 }, '2026-11-25', '2026-11-26T00:00:00'],
    ['art. 201: nor late in that day', '2026-11-24T23:59:59', { days: 1 }, '2026-11-25', '2026-11-26T00:00:00'],
    ['art. 203: ends on a working day', '2026-11-16T09:00:00', { days: 10 }, '2026-11-26', '2026-11-27T00:00:00'],
    ['art. 203: a Saturday runs on to Monday', '2026-11-18T09:00:00', { days: 10 }, '2026-11-30', '2026-12-01T00:00:00'],
    ['art. 203: a holiday runs on to the day after the last', '2026-09-24T09:00:00', { days: 10 }, '2026-10-08', '2026-10-09T00:00:00'],
    ['art. 203: a Saturday that is worked is a last day', '2026-09-30T09:00:00', { days: 10 }, '2026-10-10', '2026-10-11T00:00:00'],
    ['working days pass rest days over', '2026-09-30T09:00:00', { workingDays: 3 }, '2026-10-10', '2026-10-11T00:00:00'],
    ['working days from a rest day', '2026-11-21T09:00:00', { workingDays: 1 }, '2026-11-23', '2026-11-24T00:00:00'],
    ['art. 202: months end on the day of the same number', '2026-01-15T09:00:00', { months: 6 }, '2026-07-15', '2026-07-16T00:00:00'],
    ['art. 202: or on the last of the month', '2025-12-31T09:00:00', { months: 4 }, '2026-04-30', '2026-05-01T00:00:00'],
    [
      'art. 202 and 203: 28 February 2026 is a Saturday that is worked',
      '2026-01-31T09:00:00',
      { months: 1 },
      '2026-02-28',
      '2026-03-01T00:00:00',
    ],
    ['art. 202: years', '2025-03-10T09:00:00', { years: 1 }, '2026-03-10', '2026-03-11T00:00:00'],
  ])('%s', (_title, start, period, lastDay, endsAt) => {
    const due = deadline(beijing(start), period, calendar)
    expect(due.lastDay?.toString() ?? null).toBe(lastDay)
    expect(due.endsAt.toString()).toBe(beijing(endsAt).toString())
    expect(due.final).toBe(true)
  })

  test.each<[string, Period, boolean]>([
    ['2026-12-20T09:00:00', { days: 3 }, true],
    ['2026-12-28T09:00:00', { days: 10 }, false],
    ['2026-12-30T09:00:00', { workingDays: 2 }, false],
    ['2026-12-31T20:00:00', { hours: 24 }, true],
  ])('while the notice of 2027 is not in: from %s %j the end is final: %s', (start, period, final) => {
    expect(deadline(beijing(start), period, calendar).final).toBe(final)
  })

  test('weekends alone never make a deadline of days final', () => {
    expect(deadline(beijing('2026-11-24T09:00:00'), { days: 2 }, weekendsOnly)).toMatchObject({ final: false })
  })

  test.each<Period>([{ days: 0 }, { hours: -1 }, { workingDays: 1.5 }, { months: Number.NaN }])('%j is no period', (period) => {
    expect(() => deadline(beijing('2026-11-24T09:00:00'), period, calendar)).toThrow(RangeError)
  })

  test('art. 203: whatever the start, a period of days ends at the end of a working day and not before its days are over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 * 24 }), fc.integer({ min: 1, max: 60 }), (hour, count) => {
        const start = beijing('2025-12-01T00:00:00').add({ hours: hour })
        const due = deadline(start, { days: count }, calendar)
        const lastDay = due.lastDay ?? dateInBeijing(start)
        expect(isRestDay(lastDay, calendar)).toBe(false)
        expect(dateInBeijing(start).until(lastDay, { largestUnit: 'day' }).days).toBeGreaterThanOrEqual(count)
        const working = deadline(start, { workingDays: count }, calendar)
        expect(Temporal.Instant.compare(working.endsAt, due.endsAt)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('late or in time', () => {
  test('国务院令第493号 art. 9: within 1 h holds the full hour', () => {
    const due = deadline(beijing('2026-11-24T10:00:00'), { hours: 1 }, calendar)
    expect(isLate(due, beijing('2026-11-24T11:00:00'))).toBe(false)
    expect(isLate(due, beijing('2026-11-24T11:00:00.001'))).toBe(true)
  })

  test('民法典 art. 203: the last day ends at 24:00', () => {
    const due = deadline(beijing('2026-11-23T10:00:00'), { days: 1 }, calendar)
    expect(isLate(due, beijing('2026-11-24T23:59:59.999'))).toBe(false)
    expect(isLate(due, beijing('2026-11-25T00:00:00'))).toBe(true)
  })
})

describe('what remains', () => {
  const due = deadline(beijing('2026-11-24T10:00:00'), { hours: 58 }, calendar)

  test.each([
    ['2026-11-24T10:33:00', { late: false, days: 2, hours: 9, minutes: 27, seconds: 0 }],
    ['2026-11-24T10:33:00.500', { late: false, days: 2, hours: 9, minutes: 26, seconds: 59 }],
    ['2026-11-26T20:00:00', { late: false, days: 0, hours: 0, minutes: 0, seconds: 0 }],
    ['2026-11-26T20:00:00.001', { late: true, days: 0, hours: 0, minutes: 0, seconds: 1 }],
    ['2026-11-28T21:02:03', { late: true, days: 2, hours: 1, minutes: 2, seconds: 3 }],
  ])('at %s', (now, left) => {
    expect(remaining(due, beijing(now))).toEqual(left)
  })
})
