import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { id, instant, pageQuery } from './shapes.ts'

const auditRow = z.object({
  chain: z.string(),
  seq: z.number().int(),
  at: instant,
  actorKind: z.enum(['person', 'anonymous', 'system']),
  personId: id.nullable(),
  personName: z.string().nullable(),
  postId: id.nullable(),
  postTitle: z.string().nullable(),
  /** The job or command, where the product itself acted. */
  actorName: z.string().nullable(),
  action: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  regionCode: z.string(),
  organisationId: id.nullable(),
  before: z.unknown(),
  after: z.unknown(),
  hasPersonal: z.boolean(),
  purpose: z.string().nullable(),
  result: z.enum(['done', 'refused']),
  refusalCode: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  hash: z.string(),
})

const entryParams = z.object({ chain: z.string().max(80), seq: z.coerce.number().int().min(1) })

/** The audit record, for its administrator. */
export const auditRoutes = {
  auditEntries: route({
    method: 'GET',
    path: '/api/identity/audit',
    summary: { zh: '审计记录', en: 'The audit record' },
    action: 'audit.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      action: z.string().max(80).optional(),
      personId: id.optional(),
      recordKind: z.string().max(80).optional(),
      recordId: z.string().max(200).optional(),
      result: z.enum(['done', 'refused']).optional(),
      from: instant.optional(),
      to: instant.optional(),
    }),
    output: z.object({ rows: z.array(auditRow), next: z.string().nullable() }),
    success: 200,
    refusals: [],
  }),
  revealAuditEntry: route({
    method: 'POST',
    path: '/api/identity/audit/:chain/:seq/reveal',
    summary: { zh: '查看审计中的个人信息（留痕）', en: 'Reveal the personal values of an entry, on the record' },
    action: 'audit.reveal',
    scope: 'record',
    params: entryParams,
    body: z.object({ purpose: z.string().trim().max(200) }),
    /** Null once the key of the person was destroyed. */
    output: z.object({ before: z.unknown(), after: z.unknown(), destroyed: z.boolean() }),
    success: 200,
    refusals: ['PURPOSE_MISSING'],
    repeat: 'secret',
  }),
  auditState: route({
    method: 'GET',
    path: '/api/identity/audit/state',
    summary: { zh: '审计链状态：最近一次核验', en: 'The state of the audit chains: the last verification' },
    action: 'audit.read',
    scope: 'all',
    output: z.object({
      lastVerified: z
        .object({
          at: instant,
          rows: z.number().int(),
          chains: z.number().int(),
          seconds: z.number(),
          brokenAt: z.object({ chain: z.string(), seq: z.number().int(), why: z.string() }).nullable(),
        })
        .nullable(),
      running: z.boolean(),
    }),
    success: 200,
    refusals: [],
  }),
  verifyAudit: route({
    method: 'POST',
    path: '/api/identity/audit/verify',
    summary: { zh: '立即核验审计链', en: 'Verify the audit chains now' },
    action: 'audit.verify',
    scope: 'all',
    output: z.object({ queued: z.boolean() }),
    success: 200,
    refusals: [],
  }),
}
