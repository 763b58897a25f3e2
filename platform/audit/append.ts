import { sql, type Transaction } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { canonicalJson } from '../../kernel/canonicalJson.ts'
import type { AuditEntry, Json, RequestFacts } from './entry.ts'
import { byteaText, hashOfRow, lineVersion, timeText, type HashedRow } from './line.ts'

/** What the transaction knows of all its deeds. */
export type Deeds = {
  readonly entries: readonly AuditEntry[]
  readonly actor: Actor
  readonly request: RequestFacts
  /** ISO, UTC, to the millisecond. */
  readonly at: string
  readonly secrets: Secrets
}

/**
 * The chain of a record: that of its organisation, or else of its county (or the province or city itself).
 * Whoever works for different ones never waits for another's lock.
 */
export const chainOf = ({ organisationId, regionCode }: Pick<AuditEntry, 'organisationId' | 'regionCode'>): string =>
  organisationId ? `org:${organisationId}` : `region:${regionCode.slice(0, 6)}`

/**
 * Puts the deeds of a transaction on the record; the last thing it does before its commit, because from here on each
 * of its chains is locked. Two round trips however many deeds there are, one more where personal values are sealed.
 */
export const appendAudit = (trx: Transaction<unknown>, deeds: Deeds): Promise<void> => appendHistory(trx, [deeds])

/** The same for deeds of several actors and instants, in their order: a history that is written in one transaction. */
export const appendHistory = async (trx: Transaction<unknown>, history: readonly Deeds[]): Promise<void> => {
  const drafts: Draft[] = []
  for (const deeds of history) {
    if (deeds.entries.length === 0) continue
    const sealed = await sealPersonal(trx, deeds)
    for (const [place, entry] of deeds.entries.entries()) drafts.push({ deeds, entry, sealed: sealed[place]! })
  }
  if (drafts.length === 0) return
  const chains = Map.groupBy(drafts, ({ entry }) => chainOf(entry))
  const heads = await sql<Head>`select chain, seq, hash from audit.lock_chains(${[...chains.keys()]})`.execute(trx)
  const rows = heads.rows.flatMap((head) => linked(head, chains.get(head.chain) ?? []))
  await sql`select audit.append(${JSON.stringify(rows)}::json)`.execute(trx)
}

type Head = { readonly chain: string; readonly seq: number; readonly hash: string }
type Sealed = { readonly before: string | null; readonly after: string | null }
type Draft = { readonly deeds: Deeds; readonly entry: AuditEntry; readonly sealed: Sealed }
type Row = HashedRow & { readonly hash: string }

/** The rows of one chain, each carrying the hash of the one before. */
const linked = (head: Head, drafts: readonly Draft[]): Row[] => {
  let { seq, hash } = head
  return drafts.map((draft) => {
    seq += 1
    const row = { ...columnsOf(draft), chain: head.chain, seq, previous_hash: byteaText(hash) }
    hash = hashOfRow(row)
    return { ...row, hash: byteaText(hash) }
  })
}

type Who = Pick<HashedRow, 'actor_kind' | 'person_id' | 'post_id' | 'actor_name'>

const whoActed = (actor: Actor, { by }: AuditEntry): Who => {
  if (by) return { actor_kind: 'person', person_id: by.personId, post_id: by.postId, actor_name: null }
  return {
    actor_kind: actor.kind,
    person_id: actor.kind === 'person' ? actor.personId : null,
    post_id: actor.kind === 'person' ? actor.postId : null,
    actor_name: actor.kind === 'system' ? actor.name : null,
  }
}

const columnsOf = ({ deeds: { actor, request, at }, entry, sealed }: Draft): Omit<HashedRow, 'chain' | 'seq' | 'previous_hash'> => ({
  version: lineVersion,
  at: timeText(at),
  ...whoActed(actor, entry),
  action: clean(entry.action),
  record_kind: clean(entry.record.kind),
  record_id: clean(entry.record.id),
  region_code: clean(entry.regionCode),
  organisation_id: entry.organisationId ?? null,
  before: jsonOrNull(entry.before),
  after: jsonOrNull(entry.after),
  subject_id: entry.personal?.personId ?? null,
  sealed_before: sealed.before,
  sealed_after: sealed.after,
  purpose: clean(entry.purpose ?? null),
  result: entry.result ?? 'done',
  refusal_code: entry.refusalCode ?? null,
  request_id: clean(request.requestId),
  address: clean(request.address),
  device: clean(request.device?.slice(0, 200) ?? null),
})

const jsonOrNull = (value: Json | undefined): string | null => (value === undefined ? null : canonicalJson(value))

/**
 * What PostgreSQL can't hold in a text (NUL, half of a character that was cut in two) becomes U+FFFD here, because the
 * hash must be over what will be stored. JSON escapes both by itself.
 */
const clean = <Text extends string | null>(text: Text): Text =>
  (text === null ? null : text.toWellFormed().replaceAll('\0', '\uFFFD')) as Text

/** Personal values under the key of their person; in the order of the entries. */
const sealPersonal = async (trx: Transaction<unknown>, { entries, secrets }: Deeds): Promise<Sealed[]> => {
  const parts = entries.flatMap(({ personal }) =>
    personal
      ? [personal.before, personal.after]
          .filter((value) => value !== undefined)
          .map((value) => ({ personId: personal.personId, plain: canonicalJson(value) }))
      : [],
  )
  const texts = parts.length > 0 ? await secrets.sealAllFor(trx, parts) : []
  let next = 0
  const take = (value: Json | undefined): string | null => (value === undefined ? null : texts[next++]!)
  return entries.map(({ personal }) => ({ before: take(personal?.before), after: take(personal?.after) }))
}
