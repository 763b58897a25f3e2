import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import { faultFacts } from './fault.ts'

/** One connection that stands as long as the server runs, and is made again whenever it breaks. */
export type Standing = {
  /** Throws while the connection is broken. Values come as pg gives them; ask for text where that matters. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  readonly connected: boolean
  close(): Promise<void>
}

export type StandingOptions = {
  /** What the server's list of connections shows. */
  readonly name: string
  /** Done on every new connection before anybody else uses it: what belongs to the session (LISTEN, locks, settings). */
  readonly greet: (client: pg.Client) => Promise<void>
  readonly onNotice?: () => void
  /** Told after the connection was made again. */
  readonly onBack?: () => void
  readonly log: Log
}

const firstPauseMillis = 100
const longestPauseMillis = 5_000

/**
 * Opens the connection; throws when the first attempt fails, tries for ever after that (100 ms apart at first, 5 s at most).
 * A dead peer is noticed on both sides: here by a query without an answer in 15 s, there by TCP probes within a minute,
 * so that what the session holds is let go.
 */
export const openStanding = async (url: string, options: StandingOptions): Promise<Standing> => {
  const { name, greet, onNotice, onBack, log } = options
  let current: pg.Client | null = null
  const closing = new AbortController()
  let mending: Promise<void> | null = null
  // One question at a time: the connection answers in order anyway, and each answer's time limit counts from its question.
  let last: Promise<unknown> = Promise.resolve()

  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: `anlan ${name}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 15_000,
    })
    const lost = (error?: Error): void => {
      if (current !== client) return
      current = null
      log.warn({ part: name, fault: error === undefined ? null : faultFacts(error) }, 'standing connection lost')
      mend()
    }
    client.on('error', lost)
    client.on('end', () => lost())
    if (onNotice) client.on('notification', () => onNotice())
    try {
      await client.connect()
      await client.query('set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3')
      await greet(client)
    } catch (error) {
      await client.end().catch((second: unknown) => log.debug({ part: name, fault: faultFacts(second) }, 'end of a failed connection'))
      throw error
    }
    current = client
  }

  const mend = (): void => {
    if (mending !== null || closing.signal.aborted) return
    mending = (async () => {
      for (let millis = firstPauseMillis; !closing.signal.aborted; millis = Math.min(millis * 2, longestPauseMillis)) {
        try {
          await pause(millis, undefined, { signal: closing.signal })
          await connect()
          log.info({ part: name }, 'standing connection made again')
          onBack?.()
          return
        } catch (error) {
          if (!closing.signal.aborted) log.debug({ part: name, fault: faultFacts(error) }, 'standing connection not yet there')
        }
      }
    })().finally(() => {
      mending = null
      // It may have broken again between its making and this line.
      if (current === null) mend()
    })
  }

  const ask = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    const client = current
    if (client === null) throw new Error(`the standing connection of ${name} is broken`)
    try {
      return (await client.query<Row>(text, [...values])).rows
    } catch (error) {
      // A fault that the server tells of leaves the connection whole; anything else means that nobody answers.
      if (!(error instanceof pg.DatabaseError))
        client.end().catch((second: unknown) => log.debug({ part: name, fault: faultFacts(second) }, 'end of a broken connection'))
      throw error
    }
  }

  await connect()
  return {
    query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
      const answer = last.then(() => ask<Row>(text, values))
      last = answer.catch(() => {
        // Told to whoever asked; the next question does not depend on it.
      })
      return answer
    },
    get connected() {
      return current !== null
    },
    async close() {
      closing.abort()
      await mending
      const client = current
      current = null
      await client?.end()
    },
  }
}
