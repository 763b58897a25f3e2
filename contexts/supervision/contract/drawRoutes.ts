import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { tiers } from '../rules/recheck.ts'
import {
  auditHead,
  drawLine,
  drawOrder,
  drawQuery,
  id,
  pageOf,
  pageQuery,
  recheckLine,
  regionCode,
  stratumLine,
} from './inspectionShapes.ts'

const byId = z.object({ drawId: id })

const whole = drawLine.extend({
  level: drawOrder.level,
  industry: z.string().nullable(),
  strata: drawOrder.strata,
  wanted: drawOrder.wanted,
  /** SM3 of the frozen frame, the last deed on the audit record before the draw, and the seed made of both. */
  frameSm3: z.string(),
  head: auditHead,
  seed: z.string(),
  strataDrawn: z.array(stratumLine),
  cancelReason: z.string().nullable(),
  cancelledByName: z.string().nullable(),
  rechecks: z.array(recheckLine),
})

const frameRefusals = ['DRAW_PERIOD_WRONG', 'DRAW_FRAME_EMPTY', 'DRAW_FRAME_TOO_LARGE'] as const

/** Draws of closed hazards: made once, kept for ever, made again by anybody to compare. */
export const drawRoutes = {
  draws: route({
    method: 'GET',
    path: '/api/supervision/draws',
    summary: { zh: '抽取记录', en: 'Draws' },
    action: 'draw.read',
    scope: 'rows',
    query: z.object({ ...pageQuery, region: regionCode.optional() }),
    output: pageOf(drawLine),
    success: 200,
    refusals: [],
  }),
  drawFrame: route({
    method: 'GET',
    path: '/api/supervision/draw-frame',
    summary: { zh: '看将从哪些隐患中抽取', en: 'Look at what would be drawn from' },
    action: 'draw.make',
    scope: 'input',
    query: z.object(drawQuery),
    output: z.object({
      size: z.number().int(),
      drawn: z.number().int(),
      strata: z.array(stratumLine),
      /** Closed in the same place and time, and not drawn from: by somebody of this tier or above, or under recheck now. */
      closedByOthers: z.number().int(),
      /** Draws that were made over the same region in a period that overlaps: they stand, however often one draws. */
      earlier: z.array(drawLine),
    }),
    success: 200,
    refusals: ['DRAW_PERIOD_WRONG'],
  }),
  makeDraw: route({
    method: 'POST',
    path: '/api/supervision/draws',
    summary: { zh: '抽取', en: 'Draw' },
    action: 'draw.make',
    scope: 'input',
    body: z.object({ name: z.string().trim().min(1).max(80), ...drawOrder }),
    output: whole,
    success: 201,
    refusals: [...frameRefusals],
  }),
  draw: route({
    method: 'GET',
    path: '/api/supervision/draws/:drawId',
    summary: { zh: '一次抽取', en: 'One draw' },
    action: 'draw.read',
    scope: 'record',
    params: byId,
    output: whole,
    success: 200,
    refusals: [],
  }),
  verifyDraw: route({
    method: 'GET',
    path: '/api/supervision/draws/:drawId/verification',
    summary: { zh: '重算一次抽取', en: 'Draw again and compare' },
    action: 'draw.read',
    scope: 'record',
    params: byId,
    output: z.object({
      /** The frozen frame has the hash that was published. */
      frameSame: z.boolean(),
      /** The order, the frame and the head give the seed that was published. */
      seedSame: z.boolean(),
      /** Whether the head stands on the audit record as it was; `unseen` where the reader cannot see it. */
      head: z.enum(['same', 'other', 'unseen']),
      /** The seed draws the same hazards. */
      drawnSame: z.boolean(),
      drawn: z.number().int(),
      /** What the seed is the SM3 of, for whoever would rather reckon by himself. */
      commitment: z.string(),
      frame: z.string(),
    }),
    success: 200,
    refusals: [],
  }),
  cancelDraw: route({
    method: 'POST',
    path: '/api/supervision/draws/:drawId/cancellation',
    summary: { zh: '作废一次抽取', en: 'Cancel a draw' },
    action: 'draw.make',
    scope: 'record',
    params: byId,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    output: whole,
    success: 200,
    refusals: ['DRAW_CANCELLED', 'DRAW_DONE'],
  }),
  recheckers: route({
    method: 'GET',
    path: '/api/supervision/draws/:drawId/recheckers',
    summary: { zh: '可派去复核的人', en: 'Who can be sent to recheck' },
    action: 'draw.make',
    scope: 'record',
    params: byId,
    output: z.object({
      rows: z.array(
        z.object({
          personId: id,
          name: z.string(),
          title: z.string(),
          organisationName: z.string().nullable(),
          tier: z.enum(tiers),
          /** How many of the draw's rechecks this person may not do: a part in them, or not above who closed. */
          barred: z.number().int(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
  assignRechecks: route({
    method: 'POST',
    path: '/api/supervision/draws/:drawId/assignments',
    summary: { zh: '派人复核', en: 'Give rechecks to somebody' },
    action: 'draw.make',
    scope: 'record',
    params: byId,
    body: z.object({ personId: id, recheckIds: z.array(id).min(1).max(1000) }),
    output: whole,
    success: 200,
    refusals: ['RECHECK_STATE_WRONG', 'RECHECK_HAD_PART', 'RECHECK_TIER_TOO_LOW', 'RECHECK_PERSON_UNSUITED'],
  }),
}
