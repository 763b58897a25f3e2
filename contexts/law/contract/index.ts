import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import { route, type Contract } from '../../../kernel/contract.ts'
import type { RefusalTable } from '../../../kernel/refusals.ts'

const everybody: readonly Role[] = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'leader',
  'officer',
  'inspector',
  'dispatcher',
  'principal',
  'safetyOfficer',
  'guard',
  'worker',
  'venueManager',
  'rescuer',
]

/** A limit is read by all; an enterprise's own people tighten it, and an officer who has the official text before him vouches for it. */
export const actions = {
  'limit.read': everybody,
  'limit.tighten': ['principal', 'safetyOfficer'],
  'limit.vouch': ['officer'],
} as const satisfies Record<string, readonly Role[]>

export type LawFacts = {
  LIMIT_LOOSENED: { key: string; value: number | string | boolean; asked: number | string | boolean; tighten: 'lower' | 'higher' | 'never' }
  LIMIT_FIXED: { key: string }
  REASON_MISSING: Record<string, never>
}

export const refusals: RefusalTable<LawFacts> = {
  LIMIT_LOOSENED: {
    status: 422,
    zh: ({ value, asked, tighten }) => `只能加严，不能放宽：现行值 ${value}，所填 ${asked}，应${tighten === 'lower' ? '不大于' : '不小于'}现行值。`,
    en: ({ value, asked, tighten }) => `A limit may be tightened, never loosened: it is ${value}, ${asked} was asked; it must be ${tighten === 'lower' ? 'no more' : 'no less'}.`,
  },
  LIMIT_FIXED: { status: 422, zh: () => '此条不得调整。', en: () => 'This limit may not be moved.' },
  REASON_MISSING: { status: 422, zh: () => '请写明理由。', en: () => 'Please state the reason.' },
}

const value = z.union([z.number(), z.string().max(200), z.boolean()])
const key = z.string().max(120)
const reason = z.string().trim().max(500)

export const limit = z.object({
  key,
  zh: z.string(),
  en: z.string(),
  standard: z.string(),
  edition: z.string(),
  clause: z.string(),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  value,
  unit: z.string(),
  tighten: z.enum(['lower', 'higher', 'never']),
  usedIn: z.array(z.string()),
  /** Who compared the row with the official text, last. */
  vouched: z.object({ by: z.string(), at: z.iso.datetime(), source: z.string() }).nullable(),
  /** What the organisations in scope made stricter. */
  tightened: z.array(
    z.object({
      organisationId: z.uuid(),
      organisationName: z.string(),
      value,
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
})

export const routes = {
  limits: route({
    method: 'GET',
    path: '/api/law/limits',
    summary: { zh: '限值总表', en: 'Every limit the product uses' },
    action: 'limit.read',
    scope: 'all',
    query: z.object({
      find: z.string().trim().max(80).optional(),
      standard: z.string().max(80).optional(),
      confidence: z.enum(['high', 'medium', 'low']).optional(),
      tightened: z.stringbool().default(false),
    }),
    output: z.object({ rows: z.array(limit), total: z.number().int(), standards: z.array(z.object({ standard: z.string(), limits: z.number().int() })) }),
    success: 200,
    refusals: [],
  }),
  limit: route({
    method: 'GET',
    path: '/api/law/limits/:key',
    summary: { zh: '一条限值及其经过', en: 'One limit and its history' },
    action: 'limit.read',
    scope: 'all',
    params: z.object({ key }),
    output: z.object({
      limit,
      history: z.array(
        z.object({ at: z.iso.datetime(), by: z.string(), deed: z.enum(['tightened', 'released', 'vouched']), organisationName: z.string().nullable(), value: value.nullable(), reason: z.string() }),
      ),
    }),
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
  tightenLimit: route({
    method: 'PUT',
    path: '/api/law/limits/:key/tightened',
    summary: { zh: '本单位加严', en: 'Tighten a limit for one’s own organisation' },
    action: 'limit.tighten',
    scope: 'own',
    params: z.object({ key }),
    /** Null takes the tightening back; the row itself then counts again. */
    body: z.object({ value: value.nullable(), reason }),
    output: limit,
    success: 200,
    refusals: ['LIMIT_LOOSENED', 'LIMIT_FIXED', 'REASON_MISSING', 'RECORD_NOT_FOUND'],
  }),
  vouchLimit: route({
    method: 'POST',
    path: '/api/law/limits/:key/vouch',
    summary: { zh: '核对原文', en: 'Vouch that a row was compared with the official text' },
    action: 'limit.vouch',
    scope: 'all',
    params: z.object({ key }),
    body: z.object({ source: z.string().trim().min(1).max(300) }),
    output: limit,
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
}

export const events = {
  limitTightened: { type: 'law.limitTightened', payload: z.object({ key: z.string(), organisationId: z.uuid() }) },
  limitVouched: { type: 'law.limitVouched', payload: z.object({ key: z.string() }) },
} as const

export const contract = { room: 'law', actions, routes, refusals, events, views: [] } satisfies Contract<LawFacts, typeof actions>
