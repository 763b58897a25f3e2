import { dateInBeijing, startOfDay } from '../../../kernel/time.ts'

/** The clocks of one owed thing; ISO instants. */
export type Clocks = { readonly stepDueAt: string | null; readonly lawDueAt: string | null }

export const dueGroups = ['overdue', 'today', 'week', 'later'] as const

export type DueGroup = (typeof dueGroups)[number]

/** When the first of both clocks runs out; null where none runs. */
export const firstDue = ({ stepDueAt, lawDueAt }: Clocks): Temporal.Instant | null => {
  const instants = [stepDueAt, lawDueAt].filter((due) => due !== null).map((due) => Temporal.Instant.from(due))
  return instants.toSorted(Temporal.Instant.compare)[0] ?? null
}

/**
 * Where a thing stands on the desk, by the days of Beijing: overdue; due until tonight's 24:00; until the 24:00 of this
 * Sunday; later, or with no clock at all. A limit at 00:00 is the 24:00 of the day before.
 */
export const dueGroup = (clocks: Clocks, now: Temporal.Instant): DueGroup => {
  const due = firstDue(clocks)
  if (due === null) return 'later'
  if (Temporal.Instant.compare(due, now) < 0) return 'overdue'
  const today = dateInBeijing(now)
  const until = (day: Temporal.PlainDate): boolean => Temporal.Instant.compare(due, startOfDay(day.add({ days: 1 }))) <= 0
  if (until(today)) return 'today'
  return until(today.add({ days: 7 - today.dayOfWeek })) ? 'week' : 'later'
}

/** How many clocks run out on one day of Beijing. */
export type DueDay = { readonly day: string; readonly step: number; readonly law: number }

/** The days that the desk draws ahead: three weeks. */
export const calendarDays = 21

/** How many clocks run out on each of the next three weeks' days, today first; what is overdue is in none. */
export const dueCalendar = (things: readonly Clocks[], now: Temporal.Instant): readonly DueDay[] => {
  const today = dateInBeijing(now)
  // A limit at 00:00 is the 24:00 of the day before.
  const lastDay = (due: string): string => dateInBeijing(Temporal.Instant.from(due).subtract({ milliseconds: 1 })).toString()
  const ahead = (due: string | null): due is string => due !== null && Temporal.Instant.compare(Temporal.Instant.from(due), now) >= 0
  const perDay = (clock: keyof Clocks): Map<string, number> => {
    const days = things
      .map((thing) => thing[clock])
      .filter(ahead)
      .map(lastDay)
    return new Map([...Map.groupBy(days, (day) => day)].map(([day, all]) => [day, all.length]))
  }
  const [step, law] = [perDay('stepDueAt'), perDay('lawDueAt')]
  return Array.from({ length: calendarDays }, (_, index) => {
    const day = today.add({ days: index }).toString()
    return { day, step: step.get(day) ?? 0, law: law.get(day) ?? 0 }
  })
}
