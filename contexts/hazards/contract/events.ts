import { z } from 'zod'
import { levels, states } from '../rules/hazard.ts'
import { tiers } from '../rules/people.ts'
import { roles } from '../../../kernel/actor.ts'
import { id, instant } from './registerShapes.ts'

const happened = {
  unitId: id,
  hazardId: id,
  /** What happened, by the event's name in the rules: `classified`, `ordered`, ... */
  kind: z.string(),
  version: z.number().int(),
  state: z.enum(states),
  level: z.enum(levels).nullable(),
}

/** What becomes of hazards, for the other rooms and the open screens. */
export const hazardEvents = {
  hazardFound: { type: 'hazards.hazardFound', payload: z.object(happened) },
  hazardChanged: { type: 'hazards.hazardChanged', payload: z.object(happened) },
  /** Put right and reviewed, or found in error. */
  hazardClosed: { type: 'hazards.hazardClosed', payload: z.object(happened) },
  /** A late step was told to a tier: to whoever holds the role there, or to the person named. */
  hazardEscalated: {
    type: 'hazards.hazardEscalated',
    payload: z.object({
      ...happened,
      owed: z.string(),
      tier: z.enum(tiers),
      dueAt: instant,
      whom: z.object({ tier: z.enum(tiers), role: z.enum(roles), organisationId: id.nullable(), personId: id.nullable() }),
    }),
  },
} as const
