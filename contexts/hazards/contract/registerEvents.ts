import { z } from 'zod'
import { id } from './registerShapes.ts'

/** What the other rooms are told of the register, of campaigns and visits. */
export const registerEvents = {
  unitAdded: { type: 'hazards.unitAdded', payload: z.object({ unitId: id }) },
  unitChanged: { type: 'hazards.unitChanged', payload: z.object({ unitId: id }) },
  checklistAdded: { type: 'hazards.checklistAdded', payload: z.object({ key: z.string(), edition: z.string() }) },
  campaignAdded: { type: 'hazards.campaignAdded', payload: z.object({ campaignId: id }) },
  campaignChanged: { type: 'hazards.campaignChanged', payload: z.object({ campaignId: id }) },
  /** So many rows of a ledger became records in a county; each of them is on the record, and none has an event of its own. */
  ledgerTaken: { type: 'hazards.ledgerTaken', payload: z.object({ importId: id, kind: z.string(), taken: z.number().int() }) },
  visitRecorded: { type: 'hazards.visitRecorded', payload: z.object({ unitId: id, visitId: id }) },
} as const
