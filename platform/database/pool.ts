import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** A pool and the query builder over it. Rooms type their own tables with `withTables`. */
export type Database = {
  readonly pool: pg.Pool
  readonly kysely: Kysely<unknown>
  close(): Promise<void>
}

const { builtins } = pg.types

// Timestamps travel as ISO text in UTC: what the database holds is what the API says, and rules read it with Temporal.
const isoInstant = (text: string): string => new Date(text).toISOString()

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoInstant],
  [builtins.DATE, (text) => text],
  [
    builtins.INT8,
    (text) => {
      const value = Number(text)
      if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`)
      return value
    },
  ],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    (pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => unknown)(oid, format)) as typeof pg.types.getTypeParser,
}

/**
 * Opens a pool on a PostgreSQL address.
 * @param url `postgres://…`
 * @param size connections at most; 10 serve a two-core machine.
 * @param onError told when an idle connection breaks, so that a restart of the server is logged and not fatal.
 */
export const openDatabase = (url: string, { size = 10, onError }: { size?: number; onError: (error: Error) => void }): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: 'anlan',
    connectionTimeoutMillis: 10_000,
    // A statement that takes a minute is a bug; without an end it would hold its row locks for ever.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  let closing = false
  pool.on('error', (error) => {
    // The pool is closed before the last connections have taken their leave: a server that is stopped right after breaks
    // them, and that is no fault.
    if (!closing) onError(error)
  })
  // A connection that breaks while a transaction holds it and asks nothing tells only the client. Its next question
  // throws; without this handler the telling alone would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const close = (): Promise<void> => {
    closing = true
    return kysely.destroy()
  }
  return { pool, kysely, close }
}
