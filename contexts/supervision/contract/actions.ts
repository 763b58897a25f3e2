import type { Role } from '../../../kernel/actor.ts'
import { bulletinActions } from './bulletinActions.ts'

/** Who may do what here. */
export const actions = {
  ...bulletinActions,
} as const satisfies Record<string, readonly Role[]>
