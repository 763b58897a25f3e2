import type { Chance } from '../../../../kernel/chance.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import { dateInBeijing, isRestDay, lawTimeZone } from '../../../../kernel/time.ts'

/** When things happened in the sample, reckoned from its first start; offices work from nine to five in Beijing. */
export type Times = {
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** An instant in the office hours of a day so many days ago; at least one, so that nothing lies ahead of the start. */
  daysAgo(days: number): Temporal.Instant
  /** The date so many days from today, YYYY-MM-DD; negative lies behind. */
  day(days: number): string
  /**
   * The next deed: after less than a day within the hours that follow, else in the office hours of a working day. Null where
   * that lies ahead of the start, unless it is told `tight`: then it was done just before.
   */
  after(cursor: Temporal.Instant, days: number, tight: boolean): Temporal.Instant | null
}

export const openTimes = (now: Temporal.Instant, chance: Chance): Times => {
  const today = dateInBeijing(now)
  const inOffice = (date: Temporal.PlainDate): Temporal.Instant =>
    date
      .toZonedDateTime({ timeZone: lawTimeZone, plainTime: '09:00' })
      .add({ minutes: chance.integer(0, 470), seconds: chance.integer(0, 59) })
      .toInstant()
  const workingDay = (date: Temporal.PlainDate): Temporal.PlainDate =>
    isRestDay(date, publicHolidays) ? workingDay(date.add({ days: 1 })) : date
  return {
    now,
    today,
    daysAgo: (days) => inOffice(today.subtract({ days })),
    day: (days) => today.add({ days }).toString(),
    after: (cursor, days, tight) => {
      const soon = cursor.add({ minutes: chance.integer(25, 110), seconds: chance.integer(0, 59) })
      const wanted = days < 1 ? soon : inOffice(workingDay(dateInBeijing(cursor).add({ days: Math.round(days) })))
      const latest = now.subtract({ minutes: chance.integer(4, 25), seconds: chance.integer(0, 59) })
      if (Temporal.Instant.compare(wanted, latest) <= 0) return wanted
      return tight && Temporal.Instant.compare(cursor, latest) < 0 ? latest : null
    },
  }
}
