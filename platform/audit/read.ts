import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import type { Json } from './entry.ts'
import type { Fault } from './fault.ts'

/** An entry as an auditor sees it; personal values stay sealed. */
export type AuditRow = {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly actorKind: 'person' | 'anonymous' | 'system'
  readonly personId: string | null
  readonly postId: string | null
  /** The job or command, where the product itself acted. */
  readonly actorName: string | null
  readonly action: string
  readonly recordKind: string
  readonly recordId: string
  readonly regionCode: string
  readonly organisationId: string | null
  readonly before: Json
  readonly after: Json
  /** Whose personal values are sealed in it; null where there are none. */
  readonly subjectId: string | null
  readonly hasPersonal: boolean
  readonly purpose: string | null
  readonly result: 'done' | 'refused'
  readonly refusalCode: string | null
  readonly requestId: string | null
  readonly address: string | null
  readonly device: string | null
  readonly hash: string
}

export type AuditFilter = {
  /** Codes from `lo` up to but not including `hi`. */
  readonly region?: { readonly lo: string; readonly hi: string }
  readonly organisationId?: string
  /** Who acted. */
  readonly personId?: string
  readonly action?: string
  readonly recordKind?: string
  readonly recordId?: string
  readonly result?: 'done' | 'refused'
  /** From this instant on, ISO. */
  readonly from?: string
  /** Up to but not including this instant, ISO. */
  readonly to?: string
}

/** `after` is the `next` of the page before. */
export type AuditPage = { readonly limit: number; readonly after?: string }

export type AuditList = { readonly rows: readonly AuditRow[]; readonly next: string | null }

type EntryTable = {
  chain: string
  seq: number
  at: string
  actor_kind: AuditRow['actorKind']
  person_id: string | null
  post_id: string | null
  actor_name: string | null
  action: string
  record_kind: string
  record_id: string
  region_code: string
  organisation_id: string | null
  before: string | null
  after: string | null
  subject_id: string | null
  sealed_before: string | null
  sealed_after: string | null
  purpose: string | null
  result: 'done' | 'refused'
  refusal_code: string | null
  request_id: string | null
  address: string | null
  device: string | null
  hash: Buffer
}

type VerificationTable = {
  started_at: string
  finished_at: string | null
  rows: number | null
  chains: number | null
  checkpoints: number | null
  seconds: number | null
  broken_at: Fault | null
}

type Tables = { 'audit.entry': EntryTable; 'audit.verification': VerificationTable }

/** Entries in the scope of the actor; row-level security says the same once more. */
const entriesInScope = (tx: Tx): SelectQueryBuilder<Tables, 'audit.entry', object> => {
  const { lo, hi, organisationId } = tx.actor.scope
  const entries = tx.tables<Tables>().selectFrom('audit.entry').where('region_code', '>=', lo).where('region_code', '<', hi)
  return organisationId === null ? entries : entries.where('organisation_id', '=', organisationId)
}

const narrowed = (tx: Tx, filter: AuditFilter): ReturnType<typeof entriesInScope> => {
  let entries = entriesInScope(tx)
  if (filter.region) entries = entries.where('region_code', '>=', filter.region.lo).where('region_code', '<', filter.region.hi)
  if (filter.organisationId !== undefined) entries = entries.where('organisation_id', '=', filter.organisationId)
  if (filter.personId !== undefined) entries = entries.where('person_id', '=', filter.personId)
  if (filter.action !== undefined) entries = entries.where('action', '=', filter.action)
  if (filter.recordKind !== undefined) entries = entries.where('record_kind', '=', filter.recordKind)
  if (filter.recordId !== undefined) entries = entries.where('record_id', '=', filter.recordId)
  if (filter.result !== undefined) entries = entries.where('result', '=', filter.result)
  if (filter.from !== undefined) entries = entries.where('at', '>=', filter.from)
  if (filter.to !== undefined) entries = entries.where('at', '<', filter.to)
  return entries
}

/** How many entries in the actor's scope a filter leaves. */
export const countAudit = async (tx: Tx, filter: AuditFilter): Promise<number> => {
  const { total } = await narrowed(tx, filter)
    .select((entry) => entry.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/**
 * Entries in the actor's scope, newest first, a page at a time by key: page 1,000 costs what page 1 does.
 */
export const listAudit = async (tx: Tx, filter: AuditFilter, { limit, after }: AuditPage): Promise<Result<AuditList, CursorInvalid>> => {
  const place = after === undefined ? null : placeOf(after)
  if (place === undefined) return refuse('INPUT_INVALID', { issues: [{ path: 'query.after', problem: 'not the `next` of a page' }] })
  let entries = narrowed(tx, filter)
  if (place) entries = entries.where(sql<boolean>`(at, chain, seq) < (${place.at}::timestamptz, ${place.chain}, ${place.seq})`)
  const found = await entries
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('chain', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map(rowOf)
  const last = rows.at(-1)
  return ok({ rows, next: last && found.length > limit ? cursorOf(last) : null })
}

export type CursorInvalid = Refusal<'INPUT_INVALID', { issues: { path: string; problem: string }[] }>

/** What was ever done to one record, newest first, as far as it lies in the actor's scope. */
export const recordHistory = (
  tx: Tx,
  kind: string,
  id: string,
  page: AuditPage = { limit: 200 },
): Promise<Result<AuditList, CursorInvalid>> => listAudit(tx, { recordKind: kind, recordId: id }, page)

export type Revealed = {
  readonly before: Json
  readonly after: Json
  /** The key of the person was destroyed: the values are gone for ever. */
  readonly destroyed: boolean
}

/**
 * Opens the personal values of one entry, and puts on the record who did so and why.
 * @param purpose a sentence; blank is refused.
 */
export const revealAudit = async (
  tx: Tx,
  { chain, seq }: { readonly chain: string; readonly seq: number },
  purpose: string,
): Promise<
  Result<Revealed, Refusal<'RECORD_NOT_FOUND', { kind: string; id: string }> | Refusal<'PURPOSE_MISSING', Record<string, never>>>
> => {
  const row = await entriesInScope(tx).selectAll().where('chain', '=', chain).where('seq', '=', seq).executeTakeFirst()
  const id = `${chain}/${seq}`
  if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'auditEntry', id })
  if (purpose.trim() === '') return refuse('PURPOSE_MISSING', {})
  tx.audit({
    action: 'audit.reveal',
    record: { kind: 'auditEntry', id },
    regionCode: row.region_code,
    organisationId: row.organisation_id,
    after: { subjectId: row.subject_id },
    purpose,
  })
  const subjectId = row.subject_id
  if (subjectId === null) return ok({ before: null, after: null, destroyed: false })
  const sealed = [row.sealed_before, row.sealed_after]
  const texts = await tx.secrets.openAllFor(
    tx.tables<unknown>() as Kysely<unknown>,
    sealed.filter((text) => text !== null).map((text) => ({ personId: subjectId, sealed: text })),
  )
  let next = 0
  const [before, after] = sealed.map((text) => (text === null ? null : texts[next++]!))
  return ok({ before: parsed(before ?? null), after: parsed(after ?? null), destroyed: texts.includes(null) })
}

export type VerificationState = {
  readonly lastVerified: {
    readonly at: string
    readonly rows: number
    readonly chains: number
    readonly checkpoints: number
    readonly seconds: number
    readonly brokenAt: Fault | null
  } | null
  readonly running: boolean
}

/** A verification that began longer ago and has not ended was killed with its process. */
const longestVerificationHours = 6

/** What the last verification found, and whether one is under way. */
export const verificationState = async (tx: Tx): Promise<VerificationState> => {
  const runs = tx.tables<Tables>().selectFrom('audit.verification').selectAll().orderBy('started_at', 'desc').limit(1)
  const newest = await runs.executeTakeFirst()
  const last = await runs.where('finished_at', 'is not', null).executeTakeFirst()
  const oldest = tx.now.subtract({ hours: longestVerificationHours })
  return {
    lastVerified: last
      ? {
          at: last.finished_at ?? last.started_at,
          rows: last.rows ?? 0,
          chains: last.chains ?? 0,
          checkpoints: last.checkpoints ?? 0,
          seconds: last.seconds ?? 0,
          brokenAt: last.broken_at,
        }
      : null,
    // One that was killed with its process, and followed by another, is not waited for.
    running: newest?.finished_at === null && Temporal.Instant.compare(Temporal.Instant.from(newest.started_at), oldest) > 0,
  }
}

const rowOf = (row: EntryTable): AuditRow => ({
  chain: row.chain,
  seq: row.seq,
  at: row.at,
  actorKind: row.actor_kind,
  personId: row.person_id,
  postId: row.post_id,
  actorName: row.actor_name,
  action: row.action,
  recordKind: row.record_kind,
  recordId: row.record_id,
  regionCode: row.region_code,
  organisationId: row.organisation_id,
  before: parsed(row.before),
  after: parsed(row.after),
  subjectId: row.subject_id,
  hasPersonal: row.sealed_before !== null || row.sealed_after !== null,
  purpose: row.purpose,
  result: row.result,
  refusalCode: row.refusal_code,
  requestId: row.request_id,
  address: row.address,
  device: row.device,
  hash: row.hash.toString('hex'),
})

const parsed = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))

const cursorOf = ({ at, chain, seq }: AuditRow): string => `${at}~${seq}~${chain}`

const placeOf = (cursor: string): { at: string; chain: string; seq: number } | undefined => {
  const [, at, seq, chain] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([1-9]\d{0,14})~([\w:-]{1,80})$/.exec(cursor) ?? []
  return at === undefined || chain === undefined ? undefined : { at, chain, seq: Number(seq) }
}
