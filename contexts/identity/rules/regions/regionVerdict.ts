import { parseRegionCode } from '../../../../kernel/region.ts'
import type { RegionCodeProblem, RegionLevel } from '../../../../kernel/region.ts'
import { currentRegion } from './succession.ts'
import { regionByCode, regionPathText } from './regionTree.ts'

/** What the table says of a code that somebody typed. */
export type RegionVerdict = {
  readonly known: boolean
  /** The full official name, null where the code is not known. */
  readonly name: string | null
  readonly code: string | null
  readonly level: RegionLevel | null
  /** 浙江省杭州市钱塘区 */
  readonly path: string | null
  /** False for a code that ended: 330103 is known and counts under another. */
  readonly inForce: boolean
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly statisticalOnly: boolean
  /** Where a record under this code counts now. */
  readonly current: string | null
  readonly needsDecision: boolean
  readonly candidates: readonly string[]
  /** Why the text is no region code at all. */
  readonly problem: RegionCodeProblem | null
}

const unknown: RegionVerdict = {
  known: false,
  name: null,
  code: null,
  level: null,
  path: null,
  inForce: false,
  validFrom: null,
  validTo: null,
  statisticalOnly: false,
  current: null,
  needsDecision: false,
  candidates: [],
  problem: null,
}

/** Looks a code up by GB/T 2260 and the statistical table, in any accepted length (33, 3301, 330114, 330114001000). */
export const regionVerdict = (input: string): RegionVerdict => {
  const parsed = parseRegionCode(input)
  if (!parsed.ok) return { ...unknown, problem: parsed.refusal.facts.problem }
  const region = regionByCode(parsed.value)
  const current = currentRegion(parsed.value)
  if (region === undefined || current === undefined) return { ...unknown, code: parsed.value }
  return {
    known: true,
    name: region.name,
    code: region.code,
    level: region.level,
    path: regionPathText(region.code, null, 'zh') ?? null,
    inForce: region.validTo === null,
    validFrom: region.validFrom,
    validTo: region.validTo,
    statisticalOnly: region.statisticalOnly,
    current: current.code,
    needsDecision: current.needsDecision,
    candidates: current.candidates,
    problem: null,
  }
}
