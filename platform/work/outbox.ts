import { randomUUIDv7 } from 'node:crypto'
import { sql, type Transaction } from 'kysely'

/** A fact that rooms listen for and screens are hinted about. */
export type Event = {
  /** `room.factInPastTense`, as the contract declares it. */
  readonly type: string
  /** Empty for what concerns the whole installation. */
  readonly regionCode: string
  readonly organisationId?: string | null
  readonly record?: { readonly kind: string; readonly id: string }
  readonly payload: Record<string, unknown>
}

/** Work for later, done by the worker at least once; the job's own code makes it once. */
export type JobCall = {
  readonly job: string
  readonly payload: Record<string, unknown>
  /** Not before this instant. */
  readonly runAt?: string
  /** A second call with the same key replaces the first while that one waits. */
  readonly key?: string
  /** A person waits for it: it goes before work that nobody waits for. Only for what is short. */
  readonly urgent?: boolean
}

/** The queue's task that brings events to their listeners. */
export const eventTask = 'work.event'

/** One job brings so many events at most: a large import is spread over the workers, and a small one costs one job. */
const eventsPerJob = 100

type Call = {
  readonly job: string
  readonly payload: unknown
  readonly runAt: string | null
  readonly key: string | null
  readonly urgent: boolean
}

/**
 * Writes the events and jobs of a transaction, in that transaction and in one round trip: they stand or fall with the state
 * they tell of. The outbox knows no listener; the worker finds them, so what a later program listens for is heard too.
 *
 * @param at the transaction's instant, ISO text
 */
export const sendWork = async (
  trx: Transaction<unknown>,
  { events, jobs, at }: { readonly events: readonly Event[]; readonly jobs: readonly JobCall[]; readonly at: string },
): Promise<void> => {
  if (events.length === 0 && jobs.length === 0) return
  const rows = events.map(({ type, regionCode, organisationId, record, payload }) => ({
    id: randomUUIDv7(),
    type,
    regionCode,
    organisationId: organisationId ?? null,
    recordKind: record?.kind ?? null,
    recordId: record?.id ?? null,
    payload,
  }))
  const deliveries: Call[] = []
  for (let from = 0; from < rows.length; from += eventsPerJob)
    deliveries.push({
      job: eventTask,
      payload: { events: rows.slice(from, from + eventsPerJob).map(({ id }) => id) },
      runAt: null,
      key: null,
      urgent: false,
    })
  const calls = [...deliveries, ...lastOfEachKey(jobs)]
  await sql`select work.send(${JSON.stringify(rows)}::jsonb, ${JSON.stringify(calls)}::jsonb, ${at}::timestamptz)`.execute(trx)
}

/** One statement cannot write one key twice. Sorted, so that two transactions meet the same keys in the same order. */
const lastOfEachKey = (jobs: readonly JobCall[]): readonly Call[] => {
  const unkeyed: Call[] = []
  const keyed = new Map<string, Call>()
  for (const { job, payload, runAt = null, key, urgent = false } of jobs) {
    if (key === undefined) unkeyed.push({ job, payload, runAt, key: null, urgent })
    else keyed.set(`${job}:${key}`, { job, payload, runAt, key: `${job}:${key}`, urgent })
  }
  return [...unkeyed, ...[...keyed.values()].toSorted((one, other) => (one.key! < other.key! ? -1 : 1))]
}
