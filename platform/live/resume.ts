import { sql } from 'kysely'
import type { PersonActor } from '../../kernel/actor.ts'
import type { Database } from '../database/pool.ts'
import { cursorText, type Cursor } from './cursor.ts'
import type { Hint } from './messages.ts'
import { eventsFor, type Topic } from './topics.ts'

/** More events than this since the cursor, of whatever region: to ask again for everything costs less than to look through them. */
export const eventsLookedThrough = 20_000

/** More hints than this for one screen: likewise. */
export const hintsReplayed = 1_000

/**
 * The hints that a person missed since the cursor, one for each record and topic, in the order to tell them.
 * Null when they cannot be told one by one: the cursor is of another database, is older than what is kept, or too much happened.
 */
export const missedHints = async (
  database: Database,
  cursor: Cursor,
  actor: PersonActor,
  topics: readonly Topic[],
): Promise<readonly Hint[] | null> => {
  const xid = cursor.xid.toString()
  const known = await sql<{ tellable: boolean }>`
    select era = ${cursor.era}
      and purged_to < ${xid}::xid8
      and pg_snapshot_xmax(pg_current_snapshot()) >= ${xid}::xid8
      and (select count(*) from (select from work.event where xid >= ${xid}::xid8 limit ${eventsLookedThrough + 1}) since) <= ${eventsLookedThrough}
      as tellable
    from work.cursor`.execute(database.kysely)
  if (!known.rows[0]?.tellable) return null

  const { lo, hi, organisationId } = actor.scope
  const { scoped, anywhere } = eventsFor(actor, topics)
  const { rows } = await sql<{ cursor: string; type: string; record_kind: string | null; record_id: string | null }>`
    with moment as materialized (select pg_current_snapshot() as now)
    select least(max(xid), pg_snapshot_xmin((select now from moment)))::text as cursor, type, record_kind, record_id
    from work.event
    where xid >= ${xid}::xid8 and pg_visible_in_snapshot(xid, (select now from moment))
      and (
        type = any(${[...scoped]}) and region_code >= ${lo} and region_code < ${hi}
          and (${organisationId}::text is null or organisation_id = ${organisationId})
        or type = any(${[...anywhere]})
      )
    group by type, record_kind, record_id
    order by max(xid)
    limit ${hintsReplayed + 1}`.execute(database.kysely)
  if (rows.length > hintsReplayed) return null
  return rows.map((row) => ({
    cursor: cursorText({ era: cursor.era, xid: BigInt(row.cursor) }),
    topic: row.type,
    ...(row.record_kind === null || row.record_id === null ? {} : { record: { kind: row.record_kind, id: row.record_id } }),
  }))
}
