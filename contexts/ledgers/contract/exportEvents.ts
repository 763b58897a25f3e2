import { z } from 'zod'

/** What exports tell the open screens: that one has ended. */
export const exportEvents = {
  exportEnded: { type: 'ledgers.exportEnded', payload: z.object({ exportId: z.uuid() }) },
} as const
