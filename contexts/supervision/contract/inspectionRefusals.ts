import type { RefusalTable } from '../../../kernel/refusals.ts'

/** What draws, rechecks and doubts may refuse, with the facts of each. */
export type InspectionFacts = Record<never, never>

export const inspectionRefusals: RefusalTable<InspectionFacts> = {}
