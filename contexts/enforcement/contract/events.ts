import { z } from 'zod'
import { states } from '../rules/case.ts'
import { id } from './caseActions.ts'

const happened = {
  unitId: id,
  caseId: id,
  /** What happened, by the event's name in the rules: `opened`, `notified`, … */
  kind: z.string(),
  version: z.number().int(),
  state: z.enum(states),
}

/** What becomes of cases, for the other rooms and the open screens. */
export const events = {
  caseProposed: { type: 'enforcement.caseProposed', payload: z.object(happened) },
  caseChanged: { type: 'enforcement.caseChanged', payload: z.object(happened) },
  /** However it ended. */
  caseClosed: { type: 'enforcement.caseClosed', payload: z.object(happened) },
} as const
