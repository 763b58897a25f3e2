import type { Level } from '../../../ui/LevelChip.tsx'

/** The instant at which the gallery stands still, so that its pictures can be compared. */
export const frozenAt = Date.parse('2026-11-24T14:32:07+08:00')

const hour = 3_600_000
const day = 24 * hour

/** An instant so many hours from the frozen one. */
export const inHours = (hours: number): number => frozenAt + hours * hour

/** A row of the list in the gallery. */
export type SampleRow = {
  readonly id: string
  readonly level: Level
  readonly step: number
  readonly stepDueAt: number
  readonly legalDueAt: number
  readonly evidence: number
}

/** So many rows, always the same. */
export const sampleRows = (count: number): readonly SampleRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `26-${String(430 - (index % 400)).padStart(4, '0')}${index >= 400 ? `-${Math.floor(index / 400)}` : ''}`,
    level: ((index * 7) % 11 < 2 ? 1 : (index * 7) % 11 < 4 ? 2 : (index * 7) % 11 < 9 ? 3 : 4) satisfies Level,
    step: (index * 5) % 7,
    stepDueAt: frozenAt + ((index * 37) % 170) * hour - 28 * hour,
    legalDueAt: frozenAt + (4 + ((index * 13) % 40)) * day,
    evidence: (index * 11) % 23,
  }))

/** A trend of thirty days that ends at the value given. */
export const sampleTrend = (end: number, swing: number): readonly { readonly at: number; readonly value: number }[] =>
  Array.from({ length: 30 }, (_, index) => ({
    at: frozenAt - (29 - index) * day,
    value: Math.max(0, Math.round((end + swing * Math.sin(index / 3) * (1 - index / 29) - ((29 - index) * swing) / 30) * 10) / 10),
  }))
