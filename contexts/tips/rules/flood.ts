import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'

/** How many tips one caller, one poster and everybody together may send. Generous to a street, hard on a flood. */
export const floodLimits = {
  visitor: { hour: 6, day: 20 },
  poster: { hour: 40, day: 200 },
  everybody: { hour: 600, day: 6000 },
} as const

/** What one sender of photos may bring: as many as a tip takes, and so many in an hour. */
export const photoLimits = { perTip: 6, perVisitorHour: 40, mostBytes: 8 * 1024 * 1024 } as const

/** Words that an informant may send beside the tip itself. */
export const messageLimits = { perDay: 10 } as const

export type FloodSource = keyof typeof floodLimits

/** Tips of the last hour and the last day from one source. */
export type Counted = { readonly hour: number; readonly day: number }

/** Whether one more may come. What the caller is told names no count of others. */
export const mayCome = (
  source: FloodSource,
  counted: Counted,
): Result<null, Refusal<'TIPS_TOO_MANY', { of: FloodSource; retryAfterMinutes: number }>> => {
  const limit = floodLimits[source]
  if (counted.day >= limit.day) return refuse('TIPS_TOO_MANY', { of: source, retryAfterMinutes: 24 * 60 })
  return counted.hour >= limit.hour ? refuse('TIPS_TOO_MANY', { of: source, retryAfterMinutes: 60 }) : ok(null)
}
