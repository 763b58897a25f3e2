import type { Role } from '../../../kernel/actor.ts'

/** Who may do what here. */
export const actions = {} as const satisfies Record<string, readonly Role[]>
