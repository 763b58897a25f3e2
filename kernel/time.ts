/** Beijing time, by which every date and deadline of the law is read. */
export const lawTimeZone = 'Asia/Shanghai'

/** The date in Beijing at a moment. */
export const dateInBeijing = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(lawTimeZone).toPlainDate()

/** The first moment of a day in Beijing, which is also 24:00 of the day before. */
export const startOfDay = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(lawTimeZone).toInstant()

/**
 * Which days are free, as the State Council's notice says each autumn for the next year: days off beyond Saturday
 * and Sunday, and Saturdays and Sundays worked in exchange. Dates as `2026-10-01`.
 */
export type HolidayCalendar = {
  /** The years the notices of which are in. */
  readonly years: ReadonlySet<number>
  readonly daysOff: ReadonlySet<string>
  readonly daysWorked: ReadonlySet<string>
}

/** Knows of weekends alone. Deadlines reckoned with it are never final. */
export const weekendsOnly: HolidayCalendar = { years: new Set(), daysOff: new Set(), daysWorked: new Set() }

/** Whether nobody works on this day: a holiday, or a Saturday or Sunday that is not worked in exchange. */
export const isRestDay = (date: Temporal.PlainDate, calendar: HolidayCalendar): boolean => {
  const day = date.toString()
  return calendar.daysOff.has(day) || (date.dayOfWeek >= 6 && !calendar.daysWorked.has(day))
}

/** A period set by law, in the one unit the law names. */
export type Period =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }
  | { readonly years: number }

export type Deadline = {
  /** The moment the period ends. A period of days ends at 24:00 of its last day. */
  readonly endsAt: Temporal.Instant
  /** Null for a period of minutes or hours. */
  readonly lastDay: Temporal.PlainDate | null
  /** False while the notice of a year it runs through is not in: holidays may still move it. */
  readonly final: boolean
}

const firstWorkingDayFrom = (date: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate => {
  let day = date
  while (isRestDay(day, calendar)) day = day.add({ days: 1 })
  return day
}

const afterWorkingDays = (start: Temporal.PlainDate, workingDays: number, calendar: HolidayCalendar): Temporal.PlainDate => {
  let day = start
  for (let counted = 0; counted < workingDays; counted += 1) day = firstWorkingDayFrom(day.add({ days: 1 }), calendar)
  return day
}

const lastDayOf = (
  start: Temporal.PlainDate,
  period: Exclude<Period, { minutes: number } | { hours: number }>,
  calendar: HolidayCalendar,
): Temporal.PlainDate => {
  if ('workingDays' in period) return afterWorkingDays(start, period.workingDays, calendar)
  // 民法典 art. 202: the day of the same number, or the last of the month where there is none. Temporal does both.
  return firstWorkingDayFrom(start.add(period), calendar)
}

const lengthOf = (period: Period): number => Object.values(period).reduce((sum, length) => sum + length, 0)

/**
 * When a period set by law ends (民法典 art. 200-204). Hours and minutes run from the moment itself. Of days, months
 * and years the day of the event is not counted (art. 201); a period that ends on a rest day runs on to the end of the
 * next working day (art. 203); working days pass rest days over. A legal clock is never set back: reckon it from the
 * event each time, do not store and move it.
 * @throws RangeError for a period that is not a whole number above 0
 */
export const deadline = (start: Temporal.Instant, period: Period, calendar: HolidayCalendar): Deadline => {
  const length = lengthOf(period)
  if (!Number.isInteger(length) || length <= 0) throw new RangeError(`No period: ${JSON.stringify(period)}`)
  if ('hours' in period || 'minutes' in period) return { endsAt: start.add(period), lastDay: null, final: true }
  const firstDay = dateInBeijing(start)
  const lastDay = lastDayOf(firstDay, period, calendar)
  // Of plain days only the end is asked of the calendar; of working days, each on the way.
  const firstAsked = 'workingDays' in period ? firstDay : firstDay.add(period)
  let final = true
  for (let year = firstAsked.year; year <= lastDay.year; year += 1) final &&= calendar.years.has(year)
  return { endsAt: startOfDay(lastDay.add({ days: 1 })), lastDay, final }
}

/**
 * Whether something done at this moment was too late. "Within 1 h" holds the full hour (以内 includes its bound);
 * a last day ends at 24:00, which is the next day already.
 */
export const isLate = (due: Deadline, doneAt: Temporal.Instant): boolean => {
  const order = Temporal.Instant.compare(doneAt, due.endsAt)
  return due.lastDay === null ? order > 0 : order >= 0
}

/** Time left, or time gone since where `late`; days of 24 hours. */
export type Remaining = {
  readonly late: boolean
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** What is left of a deadline now, in whole seconds, rounded towards what is safer to show: less left, more gone. */
export const remaining = (due: Deadline, now: Temporal.Instant): Remaining => {
  const left = due.endsAt.epochMilliseconds - now.epochMilliseconds
  const seconds = Math.abs(Math.floor(left / 1000))
  return {
    late: isLate(due, now),
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}
