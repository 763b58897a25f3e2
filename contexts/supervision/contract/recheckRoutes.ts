import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { findings, outcomes, recheckStates } from '../rules/recheck.ts'
import { day, fix, id, instant, longText, pageOf, pageQuery, recheckLine, recheckView, regionCode, sentence } from './inspectionShapes.ts'

const byKey = z.object({ unitId: id, recheckId: id })

/** By which figure of `supervision.tally` a list of rechecks is chosen. */
export const recheckFigures = ['drawn', 'rechecked', 'falseClosures'] as const

const evidenceRefusals = ['OUT_OF_SCOPE', 'RECORD_NOT_FOUND', 'EVIDENCE_ATTACHED'] as const

/** Rechecks on the spot, without notice. */
export const recheckRoutes = {
  rechecks: route({
    method: 'GET',
    path: '/api/supervision/rechecks',
    summary: { zh: '复核清单', en: 'Rechecks' },
    action: 'recheck.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      region: regionCode.optional(),
      drawId: id.optional(),
      unitId: id.optional(),
      hazardId: id.optional(),
      closerId: id.optional(),
      state: z.enum(recheckStates).optional(),
      outcome: z.enum(outcomes).optional(),
      /** Those given to the reader and not done. */
      mine: z.stringbool().optional(),
      /** Those that the reader may confirm. */
      confirmable: z.stringbool().optional(),
      /** Exactly what a figure counts over the days, both ends included. */
      counts: z.enum(recheckFigures).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    output: pageOf(recheckLine),
    success: 200,
    refusals: [],
  }),
  recheck: route({
    method: 'GET',
    path: '/api/supervision/units/:unitId/rechecks/:recheckId',
    summary: { zh: '一次复核', en: 'One recheck' },
    action: 'recheck.read',
    scope: 'record',
    params: byKey,
    output: recheckView,
    success: 200,
    refusals: [],
  }),
  recordFinding: route({
    method: 'POST',
    path: '/api/supervision/units/:unitId/rechecks/:recheckId/finding',
    summary: { zh: '登记现场复核所见', en: 'State what the recheck saw' },
    action: 'recheck.find',
    scope: 'record',
    params: byKey,
    body: z.object({
      finding: z.enum(findings),
      note: longText.default(''),
      evidenceIds: z.array(id).max(50).default([]),
      position: fix.nullable().default(null),
      noPositionReason: z.string().trim().max(200).nullable().default(null),
      /** When the device says it was seen. */
      claimedAt: instant,
    }),
    output: recheckView,
    success: 200,
    refusals: [
      'RECHECK_STATE_WRONG',
      'RECHECK_NOT_YOURS',
      'RECHECK_HAD_PART',
      'RECHECK_TIER_TOO_LOW',
      'RECHECK_NOTE_MISSING',
      'RECHECK_PHOTOS_MISSING',
      'RECHECK_POSITION_MISSING',
      'RECHECK_OFF_THE_SPOT',
      ...evidenceRefusals,
    ],
  }),
  confirmRecheck: route({
    method: 'POST',
    path: '/api/supervision/units/:unitId/rechecks/:recheckId/confirmation',
    summary: { zh: '第二人确认虚假销号', en: 'Confirm a false closure as the second person' },
    action: 'recheck.confirm',
    scope: 'record',
    params: byKey,
    body: z.object({ agree: z.boolean(), note: longText.default('') }),
    output: recheckView,
    success: 200,
    refusals: [
      'RECHECK_STATE_WRONG',
      'RECHECK_SECOND_PERSON',
      'RECHECK_HAD_PART',
      'RECHECK_TIER_TOO_LOW',
      'RECHECK_NOTE_MISSING',
      'REOPENING_UNSUITED',
      'RECORD_NOT_FOUND',
    ],
  }),
  closers: route({
    method: 'GET',
    path: '/api/supervision/closers',
    summary: { zh: '按销号人看复核', en: 'Rechecks by who closed' },
    action: 'recheck.read',
    scope: 'rows',
    query: z.object({ region: regionCode.optional(), from: day.optional(), to: day.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          personId: id,
          name: z.string(),
          organisationId: id,
          /** Null where the reader does not see that organisation. */
          organisationName: z.string().nullable(),
          regionCode,
          regionName: sentence,
          /** Settled rechecks that could be judged. */
          judged: z.number().int(),
          falseClosures: z.number().int(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
}
