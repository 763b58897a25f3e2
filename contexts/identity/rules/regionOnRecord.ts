import { regionCode, type RegionCode } from '../../../kernel/region.ts'
import { currentRegion, type CurrentRegion } from './regions.ts'

/** What a record keeps of its region; days are YYYY-MM-DD. */
export type RegionOnRecord = {
  /** What stands on its paper, and since when. */
  readonly recordedRegion: string
  readonly openedOn: string
  /** Which part somebody chose after a split, and when; both or neither. */
  readonly regionDecided: string | null
  readonly regionDecidedOn: string | null
}

const onPaper = ({ recordedRegion, openedOn }: RegionOnRecord): CurrentRegion | undefined =>
  currentRegion(regionCode(recordedRegion), openedOn)

const sinceDecided = ({ regionDecided, regionDecidedOn }: RegionOnRecord): CurrentRegion | undefined =>
  regionDecided === null ? undefined : currentRegion(regionCode(regionDecided), regionDecidedOn)

/**
 * Where a record counts now. What somebody decided stands: a later act goes on from there, and not from the paper.
 * Undefined for a region that does not exist.
 */
export const whereItCounts = (record: RegionOnRecord): CurrentRegion | undefined => sinceDecided(record) ?? onPaper(record)

/** The regions that somebody may choose from: those of the last act after the decision, or else those of the paper. */
export const regionCandidates = (record: RegionOnRecord): readonly RegionCode[] => {
  const later = sinceDecided(record)
  return (later && later.via.length > 0 ? later : onPaper(record))?.candidates ?? []
}
