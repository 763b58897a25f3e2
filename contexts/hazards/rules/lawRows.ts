import type { LawRow } from '../../../kernel/law.ts'
import { escalationLimits, limits } from './limits.ts'
import { sourceLimits, sourceTableRows } from './majorHazardSource/sourceLimits.ts'
import { remedyLimits } from './paperBasis.ts'
import { riskLimits } from './risk.ts'

/** Every limit that the rules of this room read, for the law table to collect at the start. */
export const hazardLawRows: readonly LawRow[] = [
  ...Object.values(limits),
  ...Object.values(escalationLimits),
  ...Object.values(riskLimits),
  ...Object.values(remedyLimits),
  ...Object.values(sourceLimits),
  ...sourceTableRows,
]
