import type { RefusalTable } from '../../../kernel/refusals.ts'

/** The facts of each refusal of exports. */
export type ExportFacts = Record<never, never>

export const exportRefusals: RefusalTable<ExportFacts> = {}
