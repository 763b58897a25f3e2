import type { RefusalTable } from '../../../kernel/refusals.ts'

/** The facts of each refusal of imports. */
export type ImportFacts = Record<never, never>

export const importRefusals: RefusalTable<ImportFacts> = {}
