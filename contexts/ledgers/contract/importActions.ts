import type { Role } from '../../../kernel/actor.ts'

/** Who may import; what a kind of ledger asks besides, its room says. */
export const importActions = { 'ledger.import': ['officer', 'inspector'] } as const satisfies Record<string, readonly Role[]>
