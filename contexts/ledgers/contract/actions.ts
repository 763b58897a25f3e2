import { exportActions } from './exportActions.ts'
import { importActions } from './importActions.ts'

/** Who may do what here. */
export const actions = { ...importActions, ...exportActions } as const
