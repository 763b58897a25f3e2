import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { verifyJob } from '../../../platform/audit/jobs.ts'
import { countAudit, listAudit, revealAudit, verificationState } from '../../../platform/audit/read.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import type { IdentityTables } from './tables.ts'

/** Names of the people and posts that acted, as far as they lie in the reader's scope. */
const namesOf = async (tx: Tx, personIds: readonly string[], postIds: readonly string[]) => {
  const tables = tx.tables<IdentityTables>()
  const people =
    personIds.length === 0 ? [] : await tables.selectFrom('identity.person').select(['id', 'name']).where('id', 'in', personIds).execute()
  const posts =
    postIds.length === 0 ? [] : await tables.selectFrom('identity.post').select(['id', 'title']).where('id', 'in', postIds).execute()
  return { people: new Map(people.map(({ id, name }) => [id, name])), posts: new Map(posts.map(({ id, title }) => [id, title])) }
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

type Query = RouteInput<typeof routes.auditEntries>['query']
type Entry = RouteOutput<typeof routes.auditEntries>['rows'][number]

const filterOf = ({ after: _after, limit: _limit, ...filter }: Query) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

/** A page of the record with who acted, newest first. */
export const auditPage = async (tx: Tx, query: Query): Promise<Result<{ readonly rows: Entry[]; readonly next: string | null }>> => {
  const { after, limit } = query
  const page = await listAudit(tx, filterOf(query), after === undefined ? { limit } : { limit, after })
  if (!page.ok) return page
  const { rows, next } = page.value
  const names = await namesOf(tx, present(rows.map(({ personId }) => personId)), present(rows.map(({ postId }) => postId)))
  return ok({
    rows: rows.map((row) => ({
      ...row,
      personName: (row.personId && names.people.get(row.personId)) ?? null,
      postTitle: (row.postId && names.posts.get(row.postId)) ?? null,
    })),
    next,
  })
}

/** How many entries a filter leaves. */
export const auditTotal = (tx: Tx, query: Query): Promise<number> => countAudit(tx, filterOf(query))

/** The audit as its administrator reads it. */
export const openAudit = (): readonly RouteHandler[] => [
  handle(routes.auditEntries, (tx, { query }) => auditPage(tx, query)),

  handle(routes.revealAuditEntry, (tx, { params, body }) => revealAudit(tx, params, body.purpose)),

  handle(routes.auditState, async (tx) => ok(await verificationState(tx))),

  handle(routes.verifyAudit, async (tx, { actor }) => {
    tx.enqueue({ job: verifyJob, payload: {}, key: verifyJob })
    tx.audit({
      action: 'audit.verify',
      record: { kind: 'audit', id: 'all' },
      regionCode: actor.regionCode,
      organisationId: actor.scope.organisationId,
    })
    return ok({ queued: true })
  }),
]
