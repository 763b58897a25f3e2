import type { Log } from '../log/log.ts'
import { openStanding, type Standing } from './standing.ts'

/** Tells the other servers which of the queue's pools live, so that the jobs of a dead one are set free at once. */
export type Lease = {
  /** Resolves once the pool is known to live. */
  hold(poolId: string): Promise<void>
  /** No pool of this server lives any more; what they held is orphaned. */
  letGo(): Promise<void>
  close(): Promise<void>
}

/** The first half of the advisory locks' key; arbitrary, and must stay. */
export const leaseClass = 7_306

/**
 * The queue frees the jobs of a killed worker after four hours. Here each pool holds a shared advisory lock by a session of
 * its own; PostgreSQL drops it with the process, so whoever gets the same lock alone knows that the pool is dead.
 * Where only this session breaks, its jobs may be taken over while they run, until it is made again: at least once.
 */
export const openLease = async (url: string, log: Log): Promise<Lease> => {
  const held = new Set<string>()
  const lock = 'select pg_advisory_lock_shared($1, hashtext($2))'
  const standing: Standing = await openStanding(url, {
    name: 'worker lease',
    log,
    async greet(client) {
      for (const id of held) await client.query(lock, [leaseClass, id])
    },
  })
  return {
    async hold(poolId) {
      held.add(poolId)
      // When this fails the connection is broken, and its successor takes the lock in its greeting.
      await standing.query(lock, [leaseClass, poolId])
    },
    async letGo() {
      held.clear()
      await standing.query('select pg_advisory_unlock_all()')
    },
    close: () => standing.close(),
  }
}
