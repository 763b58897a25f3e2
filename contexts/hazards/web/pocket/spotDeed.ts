import type { Sentence } from '../../../../kernel/refusals.ts'
import type { HazardRecord } from './packShape.ts'

/** Why something may not be done, in words. */
export type Because = { readonly code: string; readonly sentence: Sentence }

export type SpotDeed = 'review' | 'selfCheck'

/** What there is to do at the hazard itself, by its state; null where it is for others, or for the desk. */
export const spotDeedOf = ({ line }: HazardRecord): SpotDeed | null => {
  if (line.state === 'rectifying') return 'selfCheck'
  return line.state === 'applied' || (line.state === 'selfChecked' && line.level !== 'major') ? 'review' : null
}
