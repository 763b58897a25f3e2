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
