import { milliseconds, type Instant } from './instant.ts'

const dayMilliseconds = 86_400_000

/** One block of the staff gauge; `share` of the whole width, `filled` from 0 to 1 by the time that has passed. */
export type GaugeBlock = { readonly share: number; readonly filled: number; readonly over: boolean }

export type Gauge = {
  readonly unit: 'day' | 'twelfth'
  readonly blocks: readonly GaugeBlock[]
}

/** The part of the way from one instant to another, from 0 to 1. */
export const partOf = (from: Instant, to: Instant, at: Instant): number => {
  const span = milliseconds(to) - milliseconds(from)
  if (span <= 0) return 1
  return Math.min(1, Math.max(0, (milliseconds(at) - milliseconds(from)) / span))
}

/**
 * The staff gauge of a clock that law started: one block a day where that gives two to `mostDays` blocks,
 * else twelve equal ones. The origin never moves. Time past the limit stands behind it as blocks of its own,
 * no more than the gauge itself is long, so that a limit missed by a year does not squeeze the rest away.
 */
export const gaugeOf = (startedAt: Instant, dueAt: Instant, now: Instant, mostDays = 12): Gauge => {
  const start = milliseconds(startedAt)
  const due = milliseconds(dueAt)
  const span = Math.max(due - start, 1)
  const days = span / dayMilliseconds
  const unit = days >= 2 && days <= mostDays ? 'day' : 'twelfth'
  const step = unit === 'day' ? dayMilliseconds : span / 12
  const overrun = Math.min(Math.max(milliseconds(now) - due, 0), span)
  const whole = span + overrun
  const count = Math.ceil(span / step - 1e-9)
  const within = Array.from({ length: count }, (_, index): GaugeBlock => {
    const from = start + index * step
    const to = Math.min(from + step, due)
    return { share: (to - from) / whole, filled: partOf(from, to, now), over: false }
  })
  return { unit, blocks: overrun > 0 ? [...within, { share: overrun / whole, filled: 1, over: true }] : within }
}

/** Where the days of the axis carry their date: every first, second, seventh … day, so that at most `most` do. */
export const axisDays = (from: number, to: number, most: number): readonly number[] => {
  const days = Math.max(1, Math.ceil((to - from) / dayMilliseconds))
  const every = [1, 2, 7, 14, 28, 56, 91, 182, 364].find((step) => days / step <= most) ?? Math.ceil(days / most)
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => from + index * every * dayMilliseconds).filter(
    (day) => day <= to,
  )
}
