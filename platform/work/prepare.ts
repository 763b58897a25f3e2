import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { silentLog, type Log } from '../log/log.ts'
import type { MigrationSet } from '../room.ts'
import { queueLog } from './queueLog.ts'

/** Events, alarms and what the worker remembers. `prepareWorker` goes before them. */
export const workMigrations: MigrationSet = { schema: 'work', folder: new URL('./migrations/', import.meta.url) }

/** Servers that start on one database make the queue in turn; the number is arbitrary and must stay. */
const lockKey = 7_306_112_025

/**
 * Makes or brings up to date the queue's own tables (schema graphile_worker). Call it before `migrate`, whose step in
 * `workMigrations` names the queue's types. Several servers may do so at once. Throws when the database holds a queue
 * that is newer than this program and breaks it.
 * @param url the owner's address
 */
export const prepareWorker = async (url: string, log: Log = silentLog()): Promise<void> => {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'anlan queue migrations' })
  const logged = (error: Error): void => log.warn({ fault: error.name }, 'connection lost while the queue was made')
  // The queue asks for both handlers and would write to the console without them.
  pool.on('error', logged)
  pool.on('connect', (client) => client.on('error', logged))
  try {
    const lock = await pool.connect()
    try {
      // Held by the session, so a server that dies lets go of it.
      await lock.query('select pg_advisory_lock($1)', [lockKey])
      await runMigrations({ pgPool: pool, logger: queueLog(log) })
      await lock.query('select pg_advisory_unlock($1)', [lockKey])
    } finally {
      // Closed and not given back: whatever happened, the lock goes with the connection.
      lock.release(true)
    }
  } finally {
    await pool.end()
  }
}
