import { z } from 'zod'
import { importStates } from '../rules/importState.ts'

/** What imports tell the other rooms and the open screens. */
export const importEvents = {
  /** About once a second while it runs, and at each change of its state. */
  importAdvanced: {
    type: 'ledgers.importAdvanced',
    payload: z.object({ importId: z.uuid(), state: z.enum(importStates), rows: z.number().int().min(0) }),
  },
} as const
