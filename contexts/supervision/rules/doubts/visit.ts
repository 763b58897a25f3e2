import { distanceMetres } from '../../../../kernel/geometry.ts'
import type { DoubtLimits } from '../limits.ts'
import type { DoubtOf, RecordRef, Spot } from './doubt.ts'

/** What is looked at of one visit. */
export type MadeVisit = {
  readonly record: RecordRef
  readonly personId: string
  readonly at: string
  /** Null where nobody can say, as of a visit that came from a ledger. */
  readonly begunAt: string | null
  readonly answered: number
  /** Answered as in order, or as not applying. */
  readonly inOrder: number
  readonly spot: Omit<Spot, 'record' | 'at'> | null
  readonly unit: { readonly lng: number; readonly lat: number; readonly wide: boolean } | null
}

/** Many items, all in order, in less time than it takes to read them. */
export const secondsDoubt = (visit: MadeVisit, { secondsPerItem, secondsLeastItems }: DoubtLimits): DoubtOf<'seconds'> | null => {
  const { record, personId, at, begunAt, answered, inOrder } = visit
  if (begunAt === null || answered < secondsLeastItems || inOrder < answered) return null
  const seconds = Math.round(Temporal.Instant.from(begunAt).until(at).total('seconds'))
  if (seconds < 0 || seconds >= answered * secondsPerItem) return null
  return {
    kind: 'seconds',
    key: `seconds/${record.id}`,
    record,
    people: [personId],
    evidence: { record, items: answered, seconds, limitSecondsPerItem: secondsPerItem },
  }
}

/** A visit made, by its device, where the unit is not. A unit without a place, and a visit without a position, say nothing. */
export const farDoubt = (visit: MadeVisit, { farMetres, farMetresWide }: DoubtLimits): DoubtOf<'far'> | null => {
  const { record, personId, at, spot, unit } = visit
  if (spot === null || unit === null) return null
  const metres = Math.round(distanceMetres(spot, unit))
  const limitMetres = unit.wide ? farMetresWide : farMetres
  if (metres - spot.accuracyMetres <= limitMetres) return null
  const { lng, lat } = unit
  return {
    kind: 'far',
    key: `far/${record.id}`,
    record,
    people: [personId],
    evidence: { spot: { ...spot, record, at }, unit: { lng, lat }, metres, limitMetres },
  }
}
