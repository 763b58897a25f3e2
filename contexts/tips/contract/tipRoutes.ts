import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { accidentGrades, rewardKinds } from '../rules/tip.ts'
import { id, longText, outcome, pageQuery, posterKind, posterRow, regionCode, sentence, shortText, tipRecord, version } from './shapes.ts'
import { tipFilters, tipListRoute } from './tipListRoute.ts'

const key = z.object({ unitId: id, hazardId: id })

/** What the office may send. A new hazard is found by the check itself, under the person's own name. */
const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept') }),
  z.object({ kind: z.literal('decline'), text: longText }),
  z.object({ kind: z.literal('refer'), to: shortText, text: longText }),
  z.object({ kind: z.literal('join'), intoId: id }),
  z.object({ kind: z.literal('extend'), reason: longText }),
  z.object({
    kind: z.literal('check'),
    outcome,
    opinion: longText,
    /** Of `known`. */
    known: key.nullable().default(null),
    /** Of `true`. */
    found: z
      .object({
        unitId: id,
        description: longText,
        proposedLevel: z.enum(['general', 'major']),
        evidence: z.array(id).max(50).default([]),
      })
      .nullable()
      .default(null),
  }),
  z.object({ kind: z.literal('sendBack'), reason: longText }),
  z.object({ kind: z.literal('answer'), text: longText }),
  z.object({ kind: z.literal('write'), text: longText }),
  z.object({
    kind: z.literal('proposeReward'),
    basis: z.object({
      kind: z.enum(rewardKinds),
      fineYuan: z.number().min(0).max(100_000_000),
      deaths: z.number().int().min(0).max(1000),
      grade: z.enum(accidentGrades),
    }),
    amountYuan: z.number().int().min(0).max(10_000_000),
    reason: longText,
  }),
  z.object({ kind: z.literal('decideReward'), agree: z.boolean(), reason: longText }),
  z.object({ kind: z.literal('payReward'), note: shortText }),
])

export type SentAction = z.input<typeof action>

const byTip = z.object({ tipId: id })
const byPoster = z.object({ posterId: id })

export const tipRoutes = {
  tips: tipListRoute,
  tipSummary: route({
    method: 'GET',
    path: '/api/tips/tips/summary',
    summary: { zh: '举报汇总', en: 'What tips come to' },
    action: 'tip.read',
    scope: 'rows',
    query: z.object(tipFilters),
    output: z.object({
      total: z.number().int(),
      toAccept: z.number().int(),
      toCheck: z.number().int(),
      toAnswer: z.number().int(),
      overdue: z.number().int(),
      toReply: z.number().int(),
      decided: z.number().int(),
      substantiated: z.number().int(),
      rewarded: z.number().int(),
      rewardYuan: z.number(),
    }),
    success: 200,
    refusals: [],
  }),
  tip: route({
    method: 'GET',
    path: '/api/tips/tips/:tipId',
    summary: { zh: '一件举报', en: 'One tip' },
    action: 'tip.read',
    scope: 'record',
    params: byTip,
    output: tipRecord,
    success: 200,
    refusals: [],
  }),
  actOnTip: route({
    method: 'POST',
    path: '/api/tips/tips/:tipId/actions',
    summary: { zh: '办理举报', en: 'Act on a tip' },
    action: 'tip.act',
    scope: 'record',
    params: byTip,
    body: z.object({ action, version }),
    output: tipRecord,
    success: 200,
    refusals: [
      'TIP_STATE_WRONG',
      'TIP_NOT_YOURS',
      'TIP_SECOND_PERSON',
      'KEEPER_APART',
      'TIP_EXTENDED_ALREADY',
      'TIP_HAZARD_UNSUITED',
      'HAZARD_REFUSED',
      'TIP_JOIN_UNSUITED',
      'REWARD_UNSUITED',
      'REWARD_OUTSIDE_RULE',
      'VERSION_STALE',
    ],
  }),
  revealInformant: route({
    method: 'POST',
    path: '/api/tips/tips/:tipId/reveal',
    summary: { zh: '查看举报人（写明目的，记入审计）', en: 'Look at the informant (the purpose is put on the record)' },
    action: 'tip.reveal',
    scope: 'record',
    params: byTip,
    body: z.object({ purpose: z.string().trim().min(2).max(200) }),
    output: z.object({ name: z.string(), phone: z.string(), looks: z.number().int() }),
    success: 200,
    refusals: ['IDENTITY_NOT_KEPT', 'KEEPER_APART', 'TIP_NOT_YOURS'],
    repeat: 'secret',
    perMinute: 30,
  }),
  posters: route({
    method: 'GET',
    path: '/api/tips/posters',
    summary: { zh: '举报码', en: 'Posters' },
    action: 'poster.read',
    scope: 'rows',
    query: z.object({
      region: regionCode.optional(),
      ended: z.stringbool().optional(),
      find: z.string().trim().max(100).optional(),
      ...pageQuery,
    }),
    output: z.object({ rows: z.array(posterRow), total: z.number().int(), next: z.string().nullable() }),
    success: 200,
    refusals: [],
  }),
  posterRecord: route({
    method: 'GET',
    path: '/api/tips/posters/:posterId',
    summary: { zh: '一个举报码', en: 'One poster' },
    action: 'poster.read',
    scope: 'record',
    params: byPoster,
    output: posterRow,
    success: 200,
    refusals: [],
  }),
  addPoster: route({
    method: 'POST',
    path: '/api/tips/posters',
    summary: { zh: '新建举报码', en: 'Make a poster' },
    action: 'poster.add',
    scope: 'input',
    body: z.object({
      kind: posterKind,
      /** For the office alone; what the public reads is `words`. */
      title: shortText,
      words: sentence.extend({ zh: shortText, en: shortText }),
      regionCode,
      unitId: id.nullable().default(null),
    }),
    output: posterRow,
    success: 201,
    refusals: ['POSTER_UNIT_NEEDED', 'RECORD_NOT_FOUND'],
  }),
  endPoster: route({
    method: 'POST',
    path: '/api/tips/posters/:posterId/end',
    summary: { zh: '停用举报码', en: 'End a poster' },
    action: 'poster.end',
    scope: 'record',
    params: byPoster,
    body: z.object({ reason: shortText, version }),
    output: posterRow,
    success: 200,
    refusals: ['POSTER_ENDED', 'VERSION_STALE'],
  }),
  posterSheet: route({
    method: 'GET',
    path: '/api/tips/posters/:posterId/sheet',
    summary: { zh: '举报码张贴页（PDF）', en: 'The sheet of a poster (PDF)' },
    action: 'poster.read',
    scope: 'record',
    params: byPoster,
    query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: ['POSTER_ENDED'],
  }),
} as const
