import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { doubtKinds, doubtStates, type Doubt } from '../rules/doubts/doubt.ts'
import { day, id, instant, longText, pageOf, pageQuery, regionCode, sentence } from './inspectionShapes.ts'

export const doubtFigures = ['doubts', 'doubtsLooked'] as const

const line = z.object({
  unitId: id,
  doubtId: id,
  kind: z.enum(doubtKinds),
  state: z.enum(doubtStates),
  unitName: z.string(),
  regionCode,
  regionName: sentence,
  people: z.array(z.object({ personId: id, name: z.string() })),
  recordKind: z.string(),
  recordId: z.string(),
  raisedAt: instant,
  lookedAt: instant.nullable(),
})

const view = line.extend({
  /** By kind, as `rules/doubts/doubt.ts` says. */
  evidence: z.looseObject({}) as unknown as z.ZodType<Doubt['evidence']>,
  /** Names of the units that the evidence speaks of. */
  units: z.record(z.string(), z.string()),
  lookedByName: z.string().nullable(),
  note: z.string().nullable(),
  /** Closed hazards that the evidence speaks of: one of them may be rechecked for it. */
  closedHazards: z.array(z.object({ unitId: id, hazardId: id, number: z.string(), description: z.string() })),
  recheckId: id.nullable(),
  version: z.number().int(),
})

const byKey = z.object({ unitId: id, doubtId: id })

/** Doubts: looked at by a supervisor, never by whom they are about. */
export const doubtRoutes = {
  doubts: route({
    method: 'GET',
    path: '/api/supervision/doubts',
    summary: { zh: '疑点清单', en: 'Doubts' },
    action: 'doubt.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      region: regionCode.optional(),
      unitId: id.optional(),
      kind: z.enum(doubtKinds).optional(),
      state: z.enum(doubtStates).optional(),
      counts: z.enum(doubtFigures).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    output: pageOf(line),
    success: 200,
    refusals: [],
  }),
  doubt: route({
    method: 'GET',
    path: '/api/supervision/units/:unitId/doubts/:doubtId',
    summary: { zh: '一个疑点', en: 'One doubt' },
    action: 'doubt.read',
    scope: 'record',
    params: byKey,
    output: view,
    success: 200,
    refusals: [],
  }),
  lookAtDoubt: route({
    method: 'POST',
    path: '/api/supervision/units/:unitId/doubts/:doubtId/look',
    summary: { zh: '记录查看疑点的结果', en: 'State what looking at a doubt came to' },
    action: 'doubt.look',
    scope: 'record',
    params: byKey,
    body: z.object({
      state: z.enum(doubtStates).exclude(['raised']),
      note: longText.min(1),
      /** A closed hazard of the evidence that is to be rechecked on the spot, by the reader or whom he gives it to. */
      recheckHazardId: id.nullable().default(null),
    }),
    output: view,
    success: 200,
    refusals: ['DOUBT_LOOKED_AT', 'DOUBT_NO_CLOSED_HAZARD', 'RECHECK_HAD_PART', 'RECHECK_TIER_TOO_LOW'],
  }),
}
