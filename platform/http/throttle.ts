import type { Throttle } from './doorway.ts'

/**
 * Counts requests by address and route in buckets that refill evenly, so that a burst is let through once and a
 * flood is slowed for as long as it lasts. Kept in memory: each server protects itself. A bucket that is full
 * again is forgotten, so memory follows the traffic of the last minute.
 * @param monotonicMillis a clock that never goes back.
 */
export const openThrottle = (monotonicMillis: () => number): Throttle => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  let sweptAt = monotonicMillis()
  return (key, perMinute) => {
    const now = monotonicMillis()
    if (now - sweptAt > 60_000) {
      for (const [old, bucket] of buckets) if (now - bucket.at > 60_000) buckets.delete(old)
      sweptAt = now
    }
    const bucket = buckets.get(key) ?? { tokens: perMinute, at: now }
    const tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000)
    if (tokens < 1) {
      buckets.set(key, { tokens, at: now })
      return Math.ceil(((1 - tokens) * 60) / perMinute)
    }
    buckets.set(key, { tokens: tokens - 1, at: now })
    return null
  }
}
