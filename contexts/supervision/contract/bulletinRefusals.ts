import type { RefusalTable } from '../../../kernel/refusals.ts'

/** What bulletins and the five-full board may refuse, with the facts of each. */
export type BulletinFacts = Record<never, never>

export const bulletinRefusals: RefusalTable<BulletinFacts> = {}
