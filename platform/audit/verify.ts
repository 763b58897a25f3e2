import type { PoolClient } from 'pg'
import type { Services } from '../database/transaction.ts'
import { chainLines, chainWalk } from './chainWalk.ts'
import { checkpointLines, checkpointWalk, type Witness } from './checkpointWalk.ts'
import { copyOut } from './copyOut.ts'
import { earlier, type Fault, type Why } from './fault.ts'
import { lineSettings, timeIso } from './line.ts'

/** What a verification found. */
export type Verification = {
  readonly rows: number
  readonly chains: number
  readonly checkpoints: number
  readonly seconds: number
  /** The first broken link; null when every chain is whole. */
  readonly brokenAt: Fault | null
}

export type VerifyOptions = {
  /** A checkpoint and its hash that were noted elsewhere: finds also what was rewritten together with its checkpoints. */
  readonly witness?: Witness
  /** Told how many rows were read, every `progressRows`. */
  readonly onProgress?: (rows: number) => void
}

/** How often progress is told. */
export const progressRows = 50_000

/**
 * Reads the whole audit through, as it is at one moment, while work goes on: hashes every row anew, follows every chain
 * from its beginning to its head, and holds them against the checkpoints. Of several broken links the oldest is named.
 * Works as the owner of the database, in constant memory: 1,000,000 rows took 14 s on two cores that were busy with other
 * work too, 8 s of it processor time.
 */
export const verifyAudit = async (
  { database, secrets }: Pick<Services, 'database' | 'secrets'>,
  { witness, onProgress }: VerifyOptions = {},
): Promise<Verification> => {
  const began = performance.now()
  let brokenAt: Fault | null = null
  const found = (fault: Fault): void => {
    brokenAt = earlier(brokenAt, fault)
  }
  const client = await database.pool.connect()
  let broken = true
  try {
    await client.query(`begin transaction isolation level repeatable read read only; ${lineSettings}`)
    const chains = chainWalk(found)
    let lines = 0
    await copyOut(client, chainLines, (line) => {
      chains.line(line)
      lines += 1
      if (lines % progressRows === 0) onProgress?.(lines)
    })
    const read = chains.end()
    const checkpoints = checkpointWalk({ secrets, witness: witness ?? null, anchor: await lastAnchor(client) }, found)
    await copyOut(client, checkpointLines, checkpoints.line)
    const tied = checkpoints.end()
    await findRewritten(client, tied.firstUnsound, found)
    await findUnconfirmedAnchors(client, tied.firstUnsound, found)
    await client.query('commit')
    broken = false
    return { ...read, checkpoints: tied.checkpoints, seconds: (performance.now() - began) / 1000, brokenAt }
  } finally {
    // A connection that broke off in the midst of a copy serves nobody else.
    client.release(broken)
  }
}

const lastAnchor = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ anchor: number }>('select anchor from audit.checkpoint order by number desc limit 1')
  return rows[0]?.anchor ?? 0
}

type Found = { chain: string; seq: number; at: string; why: Why }

/**
 * Rows that a checkpoint names and that are gone or others now. Each chain was found whole in itself up to its head, so
 * this is what sees a chain that was cut off, taken away or rewritten together with its head.
 */
const findRewritten = (client: PoolClient, firstUnsound: number | null, found: (fault: Fault) => void): Promise<void> =>
  firstOf(
    client,
    `select c.chain, k.at::text as at,
       case when e.seq is null then (select coalesce(max(l.seq), a.seq, 0) + 1 from audit.entry l where l.chain = c.chain and l.seq < c.seq) else c.seq end as seq,
       case when e.seq is null then 'missing' else 'checkpointDiffers' end as why
     from audit.checkpoint_head c
     join audit.checkpoint k using (number)
     left join audit.anchor a on a.chain = c.chain
     left join audit.entry e on e.chain = c.chain and e.seq = c.seq
     where c.number < $1 and c.seq > coalesce(a.seq, 0) and e.hash is distinct from c.hash
     order by k.at, c.chain, c.seq limit 1`,
    firstUnsound,
    found,
  )

/** A beginning that was moved without a purge: a purge writes a checkpoint that says so, in the same transaction. */
const findUnconfirmedAnchors = (client: PoolClient, firstUnsound: number | null, found: (fault: Fault) => void): Promise<void> =>
  firstOf(
    client,
    `select a.chain, coalesce(c.anchor_seq, 0) + 1 as seq, c.at::text as at, 'anchorDiffers' as why
     from audit.anchor a
     left join lateral (
       select h.anchor_seq, h.anchor_hash, k.at from audit.checkpoint_head h join audit.checkpoint k using (number)
       where h.chain = a.chain and h.number < $1 order by h.number desc limit 1
     ) c on true
     where c.anchor_seq is distinct from a.seq or c.anchor_hash is distinct from a.hash
     order by c.at, a.chain limit 1`,
    firstUnsound,
    found,
  )

const firstOf = async (client: PoolClient, query: string, firstUnsound: number | null, found: (fault: Fault) => void): Promise<void> => {
  const { rows } = await client.query<Found>(query, [firstUnsound ?? Number.MAX_SAFE_INTEGER])
  for (const { chain, seq, why, at } of rows) found({ chain, seq, why, at: at && timeIso(at) })
}
