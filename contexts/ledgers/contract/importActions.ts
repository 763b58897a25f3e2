import type { Role } from '../../../kernel/actor.ts'

/** Who may import. */
export const importActions = {} as const satisfies Record<string, readonly Role[]>
