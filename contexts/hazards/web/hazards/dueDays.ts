const dayMilliseconds = 86_400_000

/** The strip shows the days from so long ago to so far ahead; what lies beyond stands at its ends as a number. */
export const daysBefore = 7
export const daysAfter = 45

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A day (YYYY-MM-DD) so many days later. */
export const dayAfter = (day: string, days: number): string => new Date(utc(day) + days * dayMilliseconds).toISOString().slice(0, 10)

/** How many days lie from one day to another; negative where the other is earlier. */
export const daysFrom = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMilliseconds)

/** 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay()

/** How many hazards have the last day of their legal clock on a day, and of how many of them the present step is late. */
export type DueDay = { readonly dueOn: string; readonly total: number; readonly stepLate: number }

export type Bar = DueDay & {
  readonly weekend: boolean
  readonly today: boolean
  /** The height from 0 to 1 by the fullest day of the strip, and the part of it that is late; bars begin at zero. */
  readonly height: number
  readonly lateShare: number
  /** Said below: the first day, today, and every seventh from today. */
  readonly labelled: boolean
}

export type Strip = {
  readonly bars: readonly Bar[]
  readonly earlier: number
  readonly later: number
}

/** The strip of legal due days around `today` (YYYY-MM-DD). */
export const stripOf = (dueDays: readonly DueDay[], today: string): Strip => {
  const first = dayAfter(today, -daysBefore)
  const last = dayAfter(today, daysAfter)
  const byDay = new Map(dueDays.map((day) => [day.dueOn, day]))
  const shown = Array.from({ length: daysBefore + daysAfter + 1 }, (_, index) => {
    const dueOn = dayAfter(first, index)
    return byDay.get(dueOn) ?? { dueOn, total: 0, stepLate: 0 }
  })
  const fullest = Math.max(1, ...shown.map(({ total }) => total))
  const sum = (days: readonly DueDay[]): number => days.reduce((all, { total }) => all + total, 0)
  return {
    earlier: sum(dueDays.filter(({ dueOn }) => dueOn < first)),
    later: sum(dueDays.filter(({ dueOn }) => dueOn > last)),
    bars: shown.map(({ dueOn, total, stepLate }, index) => ({
      dueOn,
      total,
      stepLate,
      weekend: [0, 6].includes(weekdayOf(dueOn)),
      today: dueOn === today,
      height: total / fullest,
      lateShare: total === 0 ? 0 : stepLate / total,
      labelled: index === 0 || (index >= daysBefore && (index - daysBefore) % 7 === 0),
    })),
  }
}

/** The bar under a pointer, `x` pixels from the left of a strip so wide; the nearest one where it is beside the strip. */
export const barAt = (x: number, width: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor((x / Math.max(width, 1)) * count)))

/** The days from one to another, whichever of them is the earlier. */
export const rangeOf = (one: string, other: string): { readonly dueFrom: string; readonly dueTo: string } =>
  one <= other ? { dueFrom: one, dueTo: other } : { dueFrom: other, dueTo: one }

/** Whether a day lies in the range that is chosen; an open end (empty) reaches as far as there are days. */
export const isWithin = (day: string, dueFrom: string, dueTo: string): boolean =>
  (dueFrom === '' || day >= dueFrom) && (dueTo === '' || day <= dueTo)
