import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Services } from '../database/transaction.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { checkpointPurpose, checkpointVersion, hashOfCheckpoint, headLine, type CheckpointHead } from './checkpointLine.ts'
import { byteaText, lineSettings, noHash, timeText } from './line.ts'

/** A checkpoint that stands. Who notes its hash elsewhere can prove later that nothing before it was rewritten. */
export type Checkpoint = {
  readonly number: number
  readonly at: string
  /** How many chains it ties. */
  readonly heads: number
  readonly hash: string
}

export type CheckpointWay = {
  readonly secrets: Secrets
  /** ISO, UTC. */
  readonly at: string
  /** Every chain, not only those that moved: older checkpoints can then be purged. */
  readonly full?: boolean
  /** The last checkpoint that is purged in the same transaction. */
  readonly anchor?: number
}

/** Chains hashed at a time; the memory it takes stays the same however many there are. */
const chainsAtOnce = 5_000

/**
 * Ties the chains: notes where each that moved since the last checkpoint ends now, and hashes it onto that checkpoint.
 * @returns null when nothing has moved.
 */
export const writeCheckpoint = ({ database, secrets, clock }: Services): Promise<Checkpoint | null> =>
  database.kysely.transaction().execute(async (trx) => {
    await sql.raw(lineSettings).execute(trx)
    return checkpointIn(trx, { secrets, at: clock().toString({ smallestUnit: 'millisecond' }) })
  })

/** The same inside a transaction of the owner, under `lineSettings`. */
export const checkpointIn = async (
  trx: Transaction<unknown>,
  { secrets, at, full = false, anchor }: CheckpointWay,
): Promise<Checkpoint | null> => {
  // One at a time; appending goes on, for heads are only read.
  await sql`lock table audit.checkpoint in share row exclusive mode`.execute(trx)
  const last = await lastCheckpoint(trx)
  const number = (last?.number ?? 0) + 1
  const heads = await noteHeads(trx, number, full)
  if (heads === 0) return null
  const facts = {
    number,
    at: timeText(at),
    anchor: anchor ?? last?.anchor ?? 0,
    heads,
    headsHash: await hashOfHeads(trx, number),
    previousHash: last?.hash ?? noHash,
  }
  const hash = hashOfCheckpoint(facts)
  await sql`
    insert into audit.checkpoint (number, version, at, anchor, heads, heads_hash, previous_hash, hash, code)
    values (${number}, ${checkpointVersion}, ${facts.at}, ${facts.anchor}, ${heads}, ${byteaText(facts.headsHash)}::bytea,
      ${byteaText(facts.previousHash)}::bytea, ${byteaText(hash)}::bytea, ${secrets.blindIndex(checkpointPurpose, hash)})`.execute(trx)
  return { number, at, heads, hash }
}

const lastCheckpoint = async (trx: Transaction<unknown>): Promise<{ number: number; anchor: number; hash: string } | undefined> => {
  const { rows } = await sql<{ number: number; anchor: number; hash: string }>`
    select number, anchor, encode(hash, 'hex') as hash from audit.checkpoint order by number desc limit 1`.execute(trx)
  return rows[0]
}

/** Writes the heads that the checkpoint ties; answers how many. */
const noteHeads = async (trx: Transaction<unknown>, number: number, full: boolean): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into audit.checkpoint_head (number, chain, seq, hash, anchor_seq, anchor_hash)
    select ${number}::bigint, h.chain, h.seq, h.hash, coalesce(a.seq, 0), coalesce(a.hash, decode(${noHash}, 'hex'))
    from audit.chain_head h
    left join audit.anchor a using (chain)
    left join lateral (
      select c.seq from audit.checkpoint_head c where c.chain = h.chain order by c.number desc limit 1
    ) last on not ${full}::boolean
    where h.seq > 0 and last.seq is distinct from h.seq`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}

const hashOfHeads = async (trx: Transaction<unknown>, number: number): Promise<string> => {
  const hash = createHash('sm3')
  for (let after = ''; ;) {
    const { rows } = await sql<CheckpointHead>`
      select chain, seq, encode(hash, 'hex') as hash, anchor_seq as "anchorSeq", encode(anchor_hash, 'hex') as "anchorHash"
      from audit.checkpoint_head where number = ${number} and chain > ${after} order by chain limit ${chainsAtOnce}`.execute(trx)
    for (const head of rows) hash.update(headLine(number, head))
    const lastOfPage = rows.at(-1)
    if (!lastOfPage) return hash.digest('hex')
    after = lastOfPage.chain
  }
}
