import { describe, expect, it } from 'vitest'
import { calendarOf, holidayNotices, publicHolidays } from './holidays.ts'
import { deadline, isRestDay } from './time.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const noon = (text: string) => Temporal.Instant.from(`${text}T12:00:00+08:00`)

describe('public holidays by the notices of the State Council', () => {
  it.each([
    ['2026-01-04', false, 'a Sunday worked in exchange'],
    ['2026-02-16', true, 'the eve of the Spring Festival'],
    ['2026-02-24', false, 'the day after the Spring Festival'],
    ['2026-05-09', false, 'a Saturday worked in exchange'],
    ['2026-10-07', true, 'the last day of the National Day holiday'],
    ['2026-11-24', false, 'a Tuesday'],
    ['2026-11-28', true, 'a Saturday'],
    ['2025-10-08', true, 'National Day and Mid-Autumn of 2025'],
  ])('%s rests: %s (%s)', (date, rests) => expect(isRestDay(day(date), publicHolidays)).toBe(rests))

  it('every day off lies in its year, and every day worked is a Saturday or Sunday outside the days off', () => {
    for (const notice of holidayNotices) {
      const { daysOff, daysWorked } = calendarOf([notice])
      expect([...daysOff, ...daysWorked].filter((date) => day(date).year !== notice.year)).toEqual([])
      expect([...daysWorked].filter((date) => day(date).dayOfWeek < 6 || daysOff.has(date))).toEqual([])
    }
  })

  it('gives the 13 statutory days of a year off (全国年节及纪念日放假办法 art. 2, 2024)', () => {
    const statutory2026 = [
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-04-05',
      '2026-05-01',
      '2026-05-02',
      '2026-06-19',
      '2026-09-25',
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]
    expect(statutory2026).toHaveLength(13)
    expect(statutory2026.filter((date) => !publicHolidays.daysOff.has(date))).toEqual([])
  })

  it('a period that ends in the National Day holiday runs on to the first working day after it (民法典 art. 203)', () => {
    const due = deadline(noon('2026-09-24'), { days: 10 }, publicHolidays)
    expect([due.lastDay?.toString(), due.final]).toEqual(['2026-10-08', true])
  })

  it('what runs into a year without its notice is not final', () => {
    expect(deadline(noon('2026-12-30'), { days: 10 }, publicHolidays).final).toBe(false)
  })
})
