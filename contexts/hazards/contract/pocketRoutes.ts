import { z } from 'zod'
import { roles } from '../../../kernel/actor.ts'
import { route } from '../../../kernel/contract.ts'
import { sides, tiers } from '../rules/people.ts'
import { campaign } from './campaignRoutes.ts'
import { checklist } from './criteriaRoutes.ts'
import { hazardRecord } from './hazardRoutes.ts'
import { unit } from './registerRoutes.ts'
import { id, instant } from './registerShapes.ts'
import { visitWays } from './visitRoutes.ts'

/** At most so many units go into one pack: what a phone reads in a second and an inspector walks in weeks. */
export const packUnits = 300

/** A list for a unit; `items` are places in the list of the pack, from 0. Null: all of them. */
const listForUnit = z.object({ key: z.string(), edition: z.string(), items: z.array(z.number().int()).nullable() })

const packUnit = z.object({
  unit,
  /** Who the person is to the unit, as the rules ask for it. */
  person: z.object({
    personId: id,
    organisationId: id,
    side: z.enum(sides),
    tier: z.enum(tiers),
    roles: z.array(z.enum(roles)),
  }),
  /** In which ways he or she can visit it; none where it is not his to visit. */
  ways: z.array(z.enum(visitWays)),
  lists: z.array(listForUnit),
  /** What the unit's organisation made stricter, by the key of the limit. */
  tightened: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** Campaigns in which it is his to visit, and not yet checked. */
  plannedIn: z.array(id),
  /** Running campaigns it is in, whoever is to visit it. */
  campaigns: z.array(id),
  /** Hazards that a running campaign took over, still to be looked at again. */
  registered: z.array(z.object({ campaignId: id, hazardId: id })),
})

/** One thing the person owes over a hazard now. */
const owedThing = z.object({
  unitId: id,
  hazardId: id,
  kind: z.string(),
  stepDueAt: instant.nullable(),
  lawDueAt: instant.nullable(),
})

export const fieldPack = z.object({
  madeAt: instant,
  units: z.array(packUnit),
  /** Each list once, with every item that one of the units needs. */
  checklists: z.array(checklist),
  /** Open hazards of the units. */
  hazards: z.array(hazardRecord),
  campaigns: z.array(campaign),
  owed: z.array(owedThing),
  /** How many units, and open hazards, did not fit. */
  unitsLeftOut: z.number().int(),
  hazardsLeftOut: z.number().int(),
})

/** What a phone takes along to work without signal. */
export const pocketRoutes = {
  fieldPack: route({
    method: 'GET',
    path: '/api/hazards/field-pack',
    summary: { zh: '随身包：无网络作业所需', en: 'The field pack: what work without signal needs' },
    action: 'hazard.find',
    scope: 'rows',
    /** One unit alone, such as one that was scanned; absent: all that is planned for, owed by, or belongs to the person. */
    query: z.object({ unitId: id.optional() }),
    output: fieldPack,
    success: 200,
    refusals: [],
  }),
}
