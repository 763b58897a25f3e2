import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../log/log.ts'
import { faultFacts } from '../work/fault.ts'
import { openStanding } from '../work/standing.ts'
import type { Cursor } from './cursor.ts'

/** An event without its content. */
export type FeedEvent = {
  readonly id: string
  readonly type: string
  readonly regionCode: string
  readonly organisationId: string | null
  readonly record: { readonly kind: string; readonly id: string } | null
  /** Where to resume from once this event was told: every event of an earlier transaction has been. */
  readonly cursor: Cursor
}

export type Feed = {
  /** Every event before it was handed over. */
  cursor(): Cursor
  /** Whether the connection stands and the last reading went well. */
  readonly whole: boolean
  close(): Promise<void>
}

export type FeedOptions = {
  readonly types: readonly string[]
  readonly onEvents: (events: readonly FeedEvent[]) => void
  readonly log: Log
  /** A reading without a notice, in case one was lost. */
  readonly safetyMillis: number
}

/** Between two readings under load: at most 20 a second, however many transactions commit. */
const restMillis = 50
const pageRows = 5_000

type Row = {
  id: string
  xid: string
  type: string
  region_code: string
  organisation_id: string | null
  record_kind: string | null
  record_id: string | null
}
type Page = { snapshot: string; horizon: string; events: Row[] }

/**
 * Reads each event once its transaction has committed, without a gap and without waiting for slower ones: what the new
 * snapshot holds and the last one did not. A transaction that commits late is late here, never lost.
 */
export const openFeed = async (url: string, { types, onEvents, log, safetyMillis }: FeedOptions): Promise<Feed> => {
  const closing = new AbortController()
  let reading: Promise<void> | null = null
  let again = false
  let whole = true
  let snapshot: string | null = null
  const wake = (): void => {
    again = true
    if (snapshot === null) return
    reading ??= readAll().finally(() => {
      reading = null
      // A notice may have come after the last look at `again`.
      if (again && !closing.signal.aborted) wake()
    })
  }

  const standing = await openStanding(url, {
    name: 'live feed',
    log,
    greet: async (client) => {
      await client.query('listen anlan_event')
    },
    onNotice: wake,
    onBack: wake,
  })
  const [start] = await standing.query<{ era: string; snapshot: string }>(
    'select era, pg_current_snapshot()::text as snapshot from work.cursor',
  )
  if (!start) throw new Error('work.cursor is empty')
  const { era } = start

  const readOnce = async (before: string): Promise<string> => {
    let fixed: string | null = null
    let [afterXid, afterId] = [String(lowestOf(before)), '00000000-0000-0000-0000-000000000000']
    for (;;) {
      const [page]: readonly Page[] = await standing.query<Page>(pageQuery, [before, fixed, afterXid, afterId, types, pageRows])
      if (!page) throw new Error('the feed has no answer')
      fixed ??= page.snapshot
      const horizon = BigInt(page.horizon)
      if (page.events.length > 0) onEvents(page.events.map((row) => eventOf(row, era, horizon)))
      const last = page.events.at(-1)
      if (last === undefined || page.events.length < pageRows) return fixed
      ;[afterXid, afterId] = [last.xid, last.id]
    }
  }

  const readAll = async (): Promise<void> => {
    while (again && !closing.signal.aborted) {
      again = false
      try {
        snapshot = await readOnce(snapshot ?? start.snapshot)
        whole = true
      } catch (error) {
        // The next notice, the next connection or the safety reading begins where this one did.
        whole = false
        if (!closing.signal.aborted) log.warn({ fault: faultFacts(error) }, 'the live feed could not read')
      }
      await pause(restMillis, undefined, { signal: closing.signal }).catch(() => {
        // The feed is closed: the loop's condition sees it.
      })
    }
  }

  snapshot = start.snapshot
  if (again) wake()
  const safety = setInterval(wake, safetyMillis)
  return {
    cursor: () => ({ era, xid: lowestOf(snapshot ?? start.snapshot) }),
    get whole() {
      return whole && standing.connected
    },
    async close() {
      clearInterval(safety)
      closing.abort()
      await reading
      await standing.close()
    },
  }
}

/** A snapshot is written `lowest running transaction:next transaction:running ones`. */
const lowestOf = (snapshot: string): bigint => BigInt(snapshot.split(':')[0]!)

/** All pages of one reading go by the first page's snapshot, else one that commits between two pages would be passed over. */
const pageQuery = `
  with moment as materialized (select coalesce($2::pg_snapshot, pg_current_snapshot()) as now)
  select now::text as snapshot, pg_snapshot_xmin(now)::text as horizon, coalesce((
    select json_agg(found) from (
      select id, e.xid::text, type, region_code, organisation_id, record_kind, record_id
      from work.event e
      where (e.xid, e.id) > ($3::xid8, $4::uuid)
        and pg_visible_in_snapshot(e.xid, now) and not pg_visible_in_snapshot(e.xid, $1::pg_snapshot)
        and type = any($5)
      order by e.xid, e.id limit $6
    ) found
  ), '[]') as events
  from moment`

const eventOf = (row: Row, era: string, horizon: bigint): FeedEvent => {
  const xid = BigInt(row.xid)
  return {
    id: row.id,
    type: row.type,
    regionCode: row.region_code,
    organisationId: row.organisation_id,
    record: row.record_kind === null || row.record_id === null ? null : { kind: row.record_kind, id: row.record_id },
    // In the order of transactions: all before this one are told, but those that still run are at the horizon or above.
    cursor: { era, xid: xid < horizon ? xid : horizon },
  }
}
