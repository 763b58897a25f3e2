import { sql, type Transaction } from 'kysely'
import { systemActor, type Actor } from '../../kernel/actor.ts'
import { keptThrough, logRetentionRow, purgeByDate } from '../../kernel/retention.ts'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import { dateInBeijing, startOfDay } from '../../kernel/time.ts'
import type { Services } from '../database/transaction.ts'
import { appendAudit } from './append.ts'
import { checkpointIn } from './checkpoint.ts'
import type { RequestFacts } from './entry.ts'
import { lineSettings } from './line.ts'

export type PurgeOrder = {
  /** Everything written before this day begins in Beijing is deleted. */
  readonly before: Temporal.PlainDate
  /** How many months are kept; fewer than the law demands are read as those. */
  readonly months?: number
  readonly actor?: Actor
  readonly request?: RequestFacts
}

export type Purge = { readonly rows: number; readonly chains: number; readonly checkpoints: number }

export type AuditTooYoung = Refusal<
  'AUDIT_TOO_YOUNG',
  {
    readonly before: string
    /** Through this day the youngest of those entries must be kept. */
    readonly keptThrough: string
    /** The latest `before` that is allowed today. */
    readonly latestBefore: string
    readonly months: number
  }
>

/** Each transaction purges so many chains; only they are locked, and only while their deed is put on the record. */
const chainsAtOnce = 100

const nowhere: RequestFacts = { requestId: null, address: null, device: null }

/**
 * Deletes the oldest entries of every chain, as the owner of the database. None younger than six calendar months
 * (网络安全法 art. 21(3)). Where a chain was cut stands its anchor, the last entry that went; the chain itself tells of
 * the purge in an entry, and a checkpoint confirms the anchor, all in one transaction. So what is left stays verifiable,
 * and rows that were taken away in any other manner are still found missing.
 */
export const purgeAudit = async (
  services: Services,
  { before, months, actor = systemActor('audit.purge'), request = nowhere }: PurgeOrder,
): Promise<Result<Purge, AuditTooYoung>> => {
  const today = dateInBeijing(services.clock())
  const kept = Math.max(months ?? 0, logRetentionRow.value)
  const youngest = before.subtract({ days: 1 })
  if (!purgeByDate(youngest, today, kept).ok) {
    return refuse('AUDIT_TOO_YOUNG', {
      before: before.toString(),
      keptThrough: keptThrough(youngest, kept).toString(),
      latestBefore: latestBefore(today, kept).toString(),
      months: kept,
    })
  }
  const purge = { rows: 0, chains: 0, checkpoints: 0 }
  for (let after: string | null = ''; after !== null;) {
    const from: string = after
    const part = await inTransaction(services, (trx, at) => purgeChains(trx, { ...services, at, before, actor, request }, from))
    purge.rows += part.rows
    purge.chains += part.chains
    after = part.after
  }
  purge.checkpoints = await inTransaction(services, (trx, at) => purgeCheckpoints(trx, { ...services, at, before }))
  return ok(purge)
}

const latestBefore = (today: Temporal.PlainDate, months: number): Temporal.PlainDate => {
  // Months differ by three days at most.
  let before = today.subtract({ months }).add({ days: 4 })
  while (!purgeByDate(before.subtract({ days: 1 }), today, months).ok) before = before.subtract({ days: 1 })
  return before
}

const inTransaction = <Value>(
  { database, clock }: Services,
  work: (trx: Transaction<unknown>, at: string) => Promise<Value>,
): Promise<Value> =>
  database.kysely.transaction().execute(async (trx) => {
    await sql.raw(lineSettings).execute(trx)
    // One purge at a time: the second then sees what the first has left.
    await sql`select pg_advisory_xact_lock(hashtext('audit.purge'))`.execute(trx)
    return work(trx, clock().toString({ smallestUnit: 'millisecond' }))
  })

type Step = Pick<Services, 'secrets'> & { readonly at: string; readonly before: Temporal.PlainDate }

/** The last entry of a chain that goes. */
type Cut = { chain: string; seq: number | null; region_code: string; organisation_id: string | null }

/** Purges the next chains by name; answers the last it looked at, or null after the last of all. */
const purgeChains = async (
  trx: Transaction<unknown>,
  { secrets, at, before, actor, request }: Step & { readonly actor: Actor; readonly request: RequestFacts },
  after: string,
): Promise<{ rows: number; chains: number; after: string | null }> => {
  const looked = await cutsOf(trx, after, startOfDay(before).toString())
  const cuts = looked.filter((cut) => cut.seq !== null)
  const lastLooked = looked.at(-1)?.chain ?? null
  if (cuts.length === 0) return { rows: 0, chains: 0, after: lastLooked }
  const chains = cuts.map(({ chain }) => chain)
  const seqs = cuts.map(({ seq }) => seq)
  await sql`
    insert into audit.anchor (chain, seq, hash)
    select e.chain, e.seq, e.hash from unnest(${chains}::text[], ${seqs}::bigint[]) as cut (chain, seq) join audit.entry e using (chain, seq)
    on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash`.execute(trx)
  const { numAffectedRows } = await sql`
    delete from audit.entry e using unnest(${chains}::text[], ${seqs}::bigint[]) as cut (chain, seq)
    where e.chain = cut.chain and e.seq <= cut.seq`.execute(trx)
  const entries = cuts.map((cut) => ({
    action: 'audit.purge',
    record: { kind: 'auditChain', id: cut.chain },
    regionCode: cut.region_code,
    organisationId: cut.organisation_id,
    after: { before: before.toString(), lastSeq: cut.seq },
  }))
  await appendAudit(trx, { entries, actor, request, at, secrets })
  await checkpointIn(trx, { secrets, at })
  return { rows: Number(numAffectedRows ?? 0n), chains: cuts.length, after: lastLooked }
}

/**
 * Where to cut the next chains by name: before the first entry that stays. Transactions that ran at the same time may
 * stand in a chain a moment out of order, so the first that stays decides and not the last that is old enough.
 */
const cutsOf = async (trx: Transaction<unknown>, after: string, before: string): Promise<Cut[]> => {
  const { rows } = await sql<Cut>`
    select h.chain, cut.seq, cut.region_code, cut.organisation_id
    from (select chain from audit.chain_head where chain > ${after} order by chain limit ${chainsAtOnce}) h
    left join lateral (select min(e.seq) as seq from audit.entry e where e.chain = h.chain and e.at >= ${before}::timestamptz) stays on true
    left join lateral (
      select e.seq, e.region_code, e.organisation_id from audit.entry e
      where e.chain = h.chain and e.seq < coalesce(stays.seq, 9223372036854775807) order by e.seq desc limit 1
    ) cut on true
    order by h.chain`.execute(trx)
  return rows
}

/** Old checkpoints go once a new one ties every chain, also those that have not moved for long. */
const purgeCheckpoints = async (trx: Transaction<unknown>, { secrets, at, before }: Step): Promise<number> => {
  await sql`lock table audit.checkpoint in share row exclusive mode`.execute(trx)
  const { rows } = await sql<{ number: number | null }>`
    select max(number) as number from audit.checkpoint where at < ${startOfDay(before).toString()}::timestamptz`.execute(trx)
  const last = rows[0]?.number ?? null
  if (last === null) return 0
  await checkpointIn(trx, { secrets, at, full: true, anchor: last })
  await sql`delete from audit.checkpoint_head where number <= ${last}`.execute(trx)
  const { numAffectedRows } = await sql`delete from audit.checkpoint where number <= ${last}`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}
