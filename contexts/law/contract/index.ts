import { z } from 'zod'
import { route, type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { refusals, type LawFacts } from './refusals.ts'
import { words } from './words.ts'

export type { LawFacts } from './refusals.ts'

const value = z.union([z.number(), z.string().max(200), z.boolean()])
const key = z.string().max(120)
const reason = z.string().trim().max(500)
const confidence = z.enum(['high', 'medium', 'low'])
const instant = z.iso.datetime()
const day = z.iso.date()
const sentence = z.object({ zh: z.string(), en: z.string() })
/** A person's name; null where the product knows it no more. */
const name = z.string().nullable()

/** What one organisation made stricter for itself. */
export const tightening = z.object({
  organisationId: z.uuid(),
  organisationName: name,
  value,
  reason: z.string(),
  by: name,
  at: instant,
  /** False where the text has become stricter meanwhile, so that the text counts. */
  counts: z.boolean(),
})

export const limit = z.object({
  key,
  zh: z.string(),
  en: z.string(),
  standard: z.string(),
  edition: z.string(),
  clause: z.string(),
  inForceFrom: day,
  /** Exclusive. */
  inForceTo: day.nullable(),
  confidence,
  value,
  unit: z.string(),
  tighten: z.enum(['lower', 'higher', 'never']),
  /** The strictest value an organisation may set; null where any works. */
  strictest: z.number().nullable(),
  /** The deeds and rules that read the row, as the program and as people call them. */
  usedIn: z.array(z.object({ name: z.string(), title: sentence.nullable() })),
  /** Since when the program no longer uses the row; null while it does. */
  retiredAt: instant.nullable(),
  /** Who compared this revision with the official text, last. */
  vouched: z.object({ by: name, at: instant, source: z.string() }).nullable(),
  /** How many organisations in scope made it stricter for themselves. */
  tightenedBy: z.number().int(),
  /** What one's own organisation made of it. */
  own: tightening.nullable(),
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
      confidence: confidence.optional(),
      /** Only what an organisation in scope made stricter. */
      tightened: z.stringbool().default(false),
      /** Only what nobody has compared with the official text yet. */
      unvouched: z.stringbool().default(false),
      /** Rows that the program no longer uses, instead of those it does. */
      retired: z.stringbool().default(false),
    }),
    output: z.object({
      /** By standard, clause and key. */
      rows: z.array(limit),
      total: z.number().int(),
      /** Every standard, whatever the filter. */
      standards: z.array(z.object({ standard: z.string(), limits: z.number().int() })),
    }),
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
      /** The newest first. */
      revisions: z.array(
        z.object({
          revision: z.number().int(),
          standard: z.string(),
          edition: z.string(),
          clause: z.string(),
          inForceFrom: day,
          inForceTo: day.nullable(),
          confidence,
          value,
          unit: z.string(),
          usedFrom: instant,
          usedTo: instant.nullable(),
        }),
      ),
      /** The newest 200 of those in scope that count now. */
      tightened: z.array(tightening),
      /** The newest 200, the newest first; of organisations in scope. */
      history: z.array(
        z.object({
          at: instant,
          by: name,
          deed: z.enum(['tightened', 'released', 'vouched']),
          organisationName: name,
          value: value.nullable(),
          /** The reason; of a vouch, the source. */
          reason: z.string(),
        }),
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
    refusals: [
      'LIMIT_LOOSENED',
      'LIMIT_TOO_STRICT',
      'LIMIT_FIXED',
      'LIMIT_RETIRED',
      'LIMIT_UNCHANGED',
      'VALUE_OF_WRONG_KIND',
      'REASON_MISSING',
    ],
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
    refusals: ['LIMIT_RETIRED', 'RECORD_NOT_FOUND'],
  }),
}

export const events = {
  /** The program brought other rows than the table held. */
  limitsRevised: {
    type: 'law.limitsRevised',
    payload: z.object({ added: z.number().int(), revised: z.number().int(), retired: z.number().int() }),
  },
  limitTightened: { type: 'law.limitTightened', payload: z.object({ key: z.string(), organisationId: z.uuid() }) },
  limitReleased: { type: 'law.limitReleased', payload: z.object({ key: z.string(), organisationId: z.uuid() }) },
  limitVouched: { type: 'law.limitVouched', payload: z.object({ key: z.string() }) },
} as const

export const contract = { room: 'law', actions, routes, refusals, events, views: [], words } satisfies Contract<LawFacts, typeof actions>
