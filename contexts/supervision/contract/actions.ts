import type { Role } from '../../../kernel/actor.ts'
import { bulletinActions } from './bulletinActions.ts'
import { inspectionActions } from './inspectionActions.ts'

/** Who may do what here. */
export const actions = {
  ...inspectionActions,
  ...bulletinActions,
} as const satisfies Record<string, readonly Role[]>
