const dayMilliseconds = 86_400_000

export type Phase = 'running' | 'coming' | 'ended'

/** A period as it stands on a day. Days are dates in Beijing, both ends included. */
export type Period = {
  readonly phase: Phase
  readonly totalDays: number
  /** Which day of it today is: 0 before it began, `totalDays` when it is over. */
  readonly day: number
  /** Days until it begins or since it ended; 0 while it runs. */
  readonly apart: number
  /** Where it begins, and where its last day ends, in milliseconds since 1970. */
  readonly startsAt: number
  readonly endsAt: number
}

/** The first instant of a day in Beijing (UTC+8). */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** Where a period stands; one that was called off before its first day has no day and is over. */
export const periodOf = (from: string, to: string, today: string): Period => {
  const startsAt = startOf(from)
  const endsAt = Math.max(startOf(to) + dayMilliseconds, startsAt)
  const now = startOf(today)
  const totalDays = Math.round((endsAt - startsAt) / dayMilliseconds)
  const phase: Phase = totalDays === 0 || today > to ? 'ended' : today < from ? 'coming' : 'running'
  const passed = Math.round((now - startsAt) / dayMilliseconds) + 1
  const apart = phase === 'coming' ? Math.round((startsAt - now) / dayMilliseconds) : Math.round((now - startOf(to)) / dayMilliseconds)
  return { phase, totalDays, day: Math.min(totalDays, Math.max(0, passed)), apart: phase === 'running' ? 0 : apart, startsAt, endsAt }
}

/** A share as it is read: cut, so that 99.96 % is never told as 100; null without a whole. Never above 100. */
export const percentText = (part: number, whole: number): string | null =>
  whole === 0 ? null : (Math.floor(Math.min(1, part / whole) * 1000) / 10).toFixed(1)

/** How many more units the goal asks for. */
export const unitsToGoal = (checked: number, units: number, goalPercent: number): number =>
  Math.max(0, Math.ceil((units * goalPercent) / 100) - checked)
