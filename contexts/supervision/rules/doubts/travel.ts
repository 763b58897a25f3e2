import { distanceMetres } from '../../../../kernel/geometry.ts'
import type { DoubtLimits } from '../limits.ts'
import type { DoubtOf, Spot } from './doubt.ts'

/** Clocks of phones differ by some seconds, and a deed takes as long. */
const leastSeconds = 60

/**
 * Two positions of one person that lie too far apart for the time between them, by their devices: less both accuracies, so
 * that a basement where satellites are not seen raises nothing. Over a distance that fast trains cover, their speed counts.
 * @param spots of one person, in the order of time
 */
export const travelDoubts = (
  personId: string,
  spots: readonly Spot[],
  { travelKmPerHour, railKmPerHour, railKm, travelLeastKm }: DoubtLimits,
): readonly DoubtOf<'travel'>[] =>
  spots.flatMap((to, index) => {
    const from = spots[index - 1]
    if (from === undefined || from.record.id === to.record.id) return []
    const metres = Math.round(distanceMetres(from, to))
    const surelyMetres = Math.max(0, metres - Math.round(from.accuracyMetres + to.accuracyMetres))
    if (surelyMetres < travelLeastKm * 1000) return []
    const seconds = Math.max(leastSeconds, Temporal.Instant.from(from.at).until(to.at).total('seconds'))
    const kmPerHour = Math.round((surelyMetres / seconds) * 3.6)
    const limitKmPerHour = surelyMetres >= railKm * 1000 ? railKmPerHour : travelKmPerHour
    if (kmPerHour <= limitKmPerHour) return []
    return [
      {
        kind: 'travel',
        key: `travel/${from.record.id}/${to.record.id}`,
        record: to.record,
        people: [personId],
        evidence: { from, to, metres, surelyMetres, seconds: Math.round(seconds), kmPerHour, limitKmPerHour },
      },
    ]
  })
