import { publicHolidays } from '../../../../kernel/holidays.ts'
import { dateInBeijing, isRestDay, lawTimeZone } from '../../../../kernel/time.ts'

/** When the deeds of one story were done: in office hours of working days, each later than the one before. */
export const openWhen = (now: Temporal.Instant) => {
  const today = dateInBeijing(now)
  let minutes = 9 * 60
  const workingDay = (date: Temporal.PlainDate): Temporal.PlainDate =>
    isRestDay(date, publicHolidays) ? workingDay(date.subtract({ days: 1 })) : date
  const day = (daysAgo: number): string => workingDay(today.subtract({ days: daysAgo })).toString()
  return {
    /** The working day so many days ago, or the last one before it. */
    day,
    /** An instant on it. */
    at: (daysAgo: number): Temporal.Instant => {
      minutes += 11
      return Temporal.PlainDate.from(day(daysAgo))
        .toZonedDateTime({ timeZone: lawTimeZone, plainTime: '00:00' })
        .add({ minutes })
        .toInstant()
    },
  }
}

export type When = ReturnType<typeof openWhen>
