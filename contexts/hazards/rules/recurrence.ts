import { lawTimeZone } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import { doneAt, type Hazard } from './hazard.ts'
import { limits, numberOf } from './limits.ts'

/** An earlier hazard that may have come back, of the same item. */
export type RecurrenceCandidate = { readonly hazardId: string; readonly foundAt: string }

/**
 * Earlier hazards of the same unit that this one may repeat: the same item of a criteria list within the months looked
 * back (16号令 art. 14 asks for the analysis). The newest first; a person decides which it is.
 */
export const recurrenceCandidates = (
  hazard: Hazard,
  earlier: readonly Hazard[],
  { tightened }: Settings,
): readonly RecurrenceCandidate[] => {
  const { item, step } = hazard.found
  if (item === null) return []
  const at = doneAt(step)
  const since = at
    .toZonedDateTimeISO(lawTimeZone)
    .subtract({ months: numberOf(limits.recurrenceMonths, tightened) })
    .toInstant()
  return earlier
    .filter((other) => other.id !== hazard.id && other.unitId === hazard.unitId && other.found.item?.code === item.code)
    .filter((other) => !(other.state === 'closed' && other.outcome === 'foundInError'))
    .map((other) => ({ hazardId: other.id, found: doneAt(other.found.step) }))
    .filter(({ found }) => Temporal.Instant.compare(found, at) < 0 && Temporal.Instant.compare(found, since) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(b.found, a.found))
    .map(({ hazardId, found }) => ({ hazardId, foundAt: found.toString() }))
}
