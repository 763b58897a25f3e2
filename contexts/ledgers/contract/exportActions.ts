import type { Role } from '../../../kernel/actor.ts'

/** Who may export. */
export const exportActions = {} as const satisfies Record<string, readonly Role[]>
