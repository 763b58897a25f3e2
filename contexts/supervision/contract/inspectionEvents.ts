import { z } from 'zod'
import { outcomes } from '../rules/recheck.ts'
import { id } from './inspectionShapes.ts'

/**
 * What the other rooms and the open screens are told. Of a recheck nothing before it is settled: a hint that something is
 * under way would warn whoever it is about. Of doubts nothing at all.
 */
export const inspectionEvents = {
  recheckSettled: {
    type: 'supervision.recheckSettled',
    payload: z.object({ unitId: id, recheckId: id, hazardId: id, outcome: z.enum(outcomes) }),
  },
} as const
