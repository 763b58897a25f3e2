import { regionCode, regionRange, regionWithin } from '../../../kernel/region.ts'
import { isWithinIndustry } from './industries.ts'

/** A unit of a campaign and who is to visit it by the present plan. */
export type PlannedUnit = {
  readonly unitId: string
  readonly regionCode: string
  readonly industryCode: string
  readonly inspectorId: string | null
}

/** Who can be sent, where to, and to which industries (GB/T 4754); none named means every industry. */
export type Inspector = { readonly personId: string; readonly regionCode: string; readonly industries: readonly string[] }

export type Plan = {
  readonly kept: readonly { readonly unitId: string; readonly inspectorId: string }[]
  readonly changed: readonly { readonly unitId: string; readonly inspectorId: string }[]
  /** Units that nobody of these can take. */
  readonly left: readonly string[]
}

const canTake = ({ regionCode: region, industries }: Inspector, unit: PlannedUnit): boolean =>
  regionWithin(regionCode(unit.regionCode), regionRange(regionCode(region))) &&
  (industries.length === 0 || industries.some((industry) => isWithinIndustry(unit.industryCode, industry)))

/**
 * Gives each unit to an inspector by region and skill. Who has a unit keeps it while he or she still can take it; the rest
 * goes to whoever has least, the trained before those for every industry, so that the same facts give the same plan.
 */
export const planVisits = (units: readonly PlannedUnit[], inspectors: readonly Inspector[]): Plan => {
  const load = new Map(inspectors.map(({ personId }) => [personId, 0]))
  const taken = (personId: string): number => load.get(personId) ?? 0
  const takes = (personId: string): void => void load.set(personId, taken(personId) + 1)
  const kept: { unitId: string; inspectorId: string }[] = []
  const open: PlannedUnit[] = []
  for (const unit of units) {
    const present = inspectors.find(({ personId }) => personId === unit.inspectorId)
    if (!present || !canTake(present, unit)) {
      open.push(unit)
      continue
    }
    takes(present.personId)
    kept.push({ unitId: unit.unitId, inspectorId: present.personId })
  }
  const changed: { unitId: string; inspectorId: string }[] = []
  const left: string[] = []
  for (const unit of open.toSorted((one, other) => (one.regionCode + one.unitId < other.regionCode + other.unitId ? -1 : 1))) {
    const [chosen] = inspectors
      .filter((inspector) => canTake(inspector, unit))
      .toSorted(
        (one, other) =>
          Number(one.industries.length === 0) - Number(other.industries.length === 0) ||
          taken(one.personId) - taken(other.personId) ||
          (one.personId < other.personId ? -1 : 1),
      )
    if (!chosen) {
      left.push(unit.unitId)
      continue
    }
    takes(chosen.personId)
    changed.push({ unitId: unit.unitId, inspectorId: chosen.personId })
  }
  return { kept, changed, left }
}
