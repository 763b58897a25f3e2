import type { Counted } from '../rules/flood.ts'

/** Counts what each caller did, in the memory of this process alone: who called is written nowhere. */
export type Counter = {
  of(visitor: string, now: Temporal.Instant): Counted
  add(visitor: string, now: Temporal.Instant): void
}

const hourMillis = 3_600_000
const dayMillis = 24 * hourMillis

/** So many callers are remembered; the longest silent is forgotten first, so that a flood of addresses fills no memory. */
const mostCallers = 50_000

export const openCounter = (): Counter => {
  const done = new Map<string, readonly number[]>()
  const recent = (visitor: string, at: number): readonly number[] => (done.get(visitor) ?? []).filter((each) => at - each < dayMillis)
  return {
    of: (visitor, now) => {
      const at = now.epochMilliseconds
      const day = recent(visitor, at)
      return { hour: day.filter((each) => at - each < hourMillis).length, day: day.length }
    },
    add: (visitor, now) => {
      const at = now.epochMilliseconds
      const times = [...recent(visitor, at), at]
      done.delete(visitor)
      done.set(visitor, times)
      const [oldest] = done.keys()
      if (done.size > mostCallers && oldest !== undefined) done.delete(oldest)
    },
  }
}
