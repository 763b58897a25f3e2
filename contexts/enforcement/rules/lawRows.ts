import type { LawRow } from '../../../kernel/law.ts'
import { limits } from './limits.ts'
import { penaltyLawRows } from './penalties.ts'

/** Every limit that the rules of this room read, for the law table to collect at the start. */
export const enforcementLawRows: readonly LawRow[] = [...Object.values(limits), ...penaltyLawRows]
