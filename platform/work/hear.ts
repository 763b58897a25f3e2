import { sql } from 'kysely'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services } from '../database/transaction.ts'
import type { Log } from '../log/log.ts'
import { listenerTask } from './failures.ts'
import { faultFacts } from './fault.ts'
import type { WorkTables } from './tables.ts'
import type { Listener, StoredEvent } from './work.ts'

/** What a delivery carries. */
export type Delivery = { readonly events: readonly string[] }

/** A listener answered with a refusal. It was to do its work and did not, so it is tried again like any failure. */
export class ListenerRefused extends Error {
  override readonly name = 'ListenerRefused'
  readonly code: string
  constructor(listener: string, code: string) {
    super(`${listener} refused: ${code}`)
    this.code = code
  }
}

/**
 * One listener hears one event, once: the mark that it heard stands in the same transaction as what it did. A second
 * delivery waits for the first, meets the mark and does nothing. Throws what the listener throws, and on a refusal.
 */
export const hearOnce = async (services: Services, listener: Listener, event: StoredEvent): Promise<void> => {
  const result = await transact(services, { actor: systemActor(listener.name) }, async (tx) => {
    const mark = await tx
      .tables<WorkTables>()
      .insertInto('work.event_heard')
      .values({ event_id: event.id, listener: listener.name })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return mark.numInsertedOrUpdatedRows === 0n ? ok(undefined) : listener.run(tx, event)
  })
  if (!result.ok) throw new ListenerRefused(listener.name, result.refusal.code)
}

/**
 * Brings the events of one job to their listeners. A listener that fails is left a job of its own, which is retried
 * and raises its own alarm; the others go on and are not repeated. Listeners hear events about in order, but after a
 * failure out of order: what they do must not depend on it. While two versions of the program run side by side, an event
 * may be brought by the older one, which does not know the newer one's listeners.
 */
export const deliver = async (
  { services, listeners, log }: { readonly services: Services; readonly listeners: readonly Listener[]; readonly log: Log },
  { events }: Delivery,
): Promise<void> => {
  const byType = Map.groupBy(listeners, ({ event }) => event)
  for (const event of await storedEvents(services, events)) {
    for (const listener of byType.get(event.type) ?? []) {
      try {
        await hearOnce(services, listener, event)
      } catch (fault) {
        log.warn(
          { listener: listener.name, event: event.type, eventId: event.id, fault: faultFacts(fault) },
          'a listener failed; it is tried again by itself',
        )
        await leaveToItself(services, listener, event)
      }
    }
  }
}

/** Tries one listener again. An event that was purged meanwhile was heard. */
export const hearAgain = async (services: Services, listener: Listener, { events }: Delivery): Promise<void> => {
  for (const event of await storedEvents(services, events)) await hearOnce(services, listener, event)
}

/** The events of a delivery, in its order. */
const storedEvents = async ({ database }: Services, ids: readonly string[]): Promise<readonly StoredEvent[]> => {
  const { rows } = await sql<{
    id: string
    type: string
    at: string
    region_code: string
    organisation_id: string | null
    record_kind: string | null
    record_id: string | null
    payload: Record<string, unknown>
  }>`
    select e.id, type, at, region_code, organisation_id, record_kind, record_id, payload
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place) join work.event e on e.id = asked.id
    order by place`.execute(database.kysely)
  return rows.map(({ id, type, at, region_code, organisation_id, record_kind, record_id, payload }) => ({
    id,
    type,
    at,
    regionCode: region_code,
    organisationId: organisation_id,
    ...(record_kind === null || record_id === null ? {} : { record: { kind: record_kind, id: record_id } }),
    payload,
  }))
}

/** The key keeps a repeated delivery from leaving a second job; the second is soon, so that a deadlock costs little. */
const leaveToItself = async ({ database }: Services, listener: Listener, event: StoredEvent): Promise<void> => {
  const delivery: Delivery = { events: [event.id] }
  await sql`
    select graphile_worker.add_job(
      ${listenerTask(listener.name)}, ${JSON.stringify(delivery)}::json, run_at => now() + interval '1 second',
      job_key => ${`${listenerTask(listener.name)}:${event.id}`}, job_key_mode => 'preserve_run_at'
    )`.execute(database.kysely)
}
