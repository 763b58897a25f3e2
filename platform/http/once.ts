import { systemActor } from '../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { transact, type Tx } from '../database/transaction.ts'
import type { Job } from '../work/work.ts'

/** What goes back to the caller, and whether it is the kept answer of an earlier try. */
export type Answer = { readonly body: unknown; readonly replayed: boolean }

export type Deed = {
  readonly actorKey: string
  readonly key: string
  readonly route: string
  readonly requestHash: string
  /** The answer holds a secret, so it is kept sealed. */
  readonly secret: boolean
}

type IdempotencyTable = {
  'platform.idempotency': {
    actor_key: string
    key: string
    route: string
    request_hash: string
    answer: string | null
    sealed: boolean
    at: string
  }
}

/**
 * Does a deed once for one key: the first request inserts the key and works; a second one that arrives meanwhile
 * waits for that transaction to end and gets the same answer. A refused first try leaves no key behind.
 */
export const once = async (tx: Tx, deed: Deed, work: () => Promise<Result<unknown>>): Promise<Result<Answer>> => {
  const keys = tx.tables<IdempotencyTable>()
  const claimed = await keys
    .insertInto('platform.idempotency')
    .values({ actor_key: deed.actorKey, key: deed.key, route: deed.route, request_hash: deed.requestHash, sealed: deed.secret, at: tx.at })
    .onConflict((conflict) => conflict.columns(['actor_key', 'key']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const kept = await keys
      .selectFrom('platform.idempotency')
      .select(['route', 'request_hash', 'answer', 'sealed'])
      .where('actor_key', '=', deed.actorKey)
      .where('key', '=', deed.key)
      .executeTakeFirstOrThrow()
    if (kept.route !== deed.route || kept.request_hash !== deed.requestHash || kept.answer === null)
      return refuse('IDEMPOTENCY_KEY_REUSED', { key: deed.key })
    const text = kept.sealed ? tx.secrets.open(kept.answer) : kept.answer
    return ok({ body: JSON.parse(text) as unknown, replayed: true })
  }
  const result = await work()
  if (!result.ok) {
    // Where the refusal's writes are kept, the key must not be, or a retry would find an empty answer.
    await keys.deleteFrom('platform.idempotency').where('actor_key', '=', deed.actorKey).where('key', '=', deed.key).execute()
    return result
  }
  const text = JSON.stringify(result.value ?? null)
  await keys
    .updateTable('platform.idempotency')
    .set({ answer: deed.secret ? tx.secrets.seal(text) : text })
    .where('actor_key', '=', deed.actorKey)
    .where('key', '=', deed.key)
    .execute()
  return ok({ body: result.value, replayed: false })
}

/** Kept answers serve retries; after a week nobody retries any more. */
const keptDays = 7

export const doorwayJobs: readonly Job[] = [
  {
    name: 'platform.forgetAnswers',
    timetable: '17 3 * * *',
    run: async (services) => {
      await transact(services, { actor: systemActor('platform.forgetAnswers') }, async (tx) => {
        await tx
          .tables<IdempotencyTable>()
          .deleteFrom('platform.idempotency')
          .where('at', '<', tx.now.subtract({ hours: keptDays * 24 }).toString())
          .execute()
        return ok(null)
      })
    },
  },
]
