import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'

/** How full the queue is of one kind of work. */
export type QueueFigure = {
  /** A job's name, `work.event` for events on their way, `hear:…` for a listener that is tried again. */
  readonly task: string
  readonly waiting: number
  /** Asked for a later time. */
  readonly later: number
  readonly running: number
  /** Waits for its next attempt. */
  readonly failing: number
  /** Was tried as often as it may be; waits for a person. */
  readonly givenUp: number
  /** Null where nothing waits. */
  readonly oldestWaitingSeconds: number | null
}

/** The state of the queue, by kind of work. Not scoped: the route must ask for an action of the operators. */
export const queueFigures = async (tx: Tx): Promise<readonly QueueFigure[]> => {
  const { rows } = await sql<
    Omit<QueueFigure, 'givenUp' | 'oldestWaitingSeconds'> & { given_up: number; oldest_waiting_seconds: number | null }
  >`
    select * from work.queue_figures()`.execute(tx.tables())
  return rows.map(({ given_up, oldest_waiting_seconds, ...figure }) => ({
    ...figure,
    givenUp: given_up,
    oldestWaitingSeconds: oldest_waiting_seconds,
  }))
}

/** Tries at once what failed or was given up of one kind of work; answers how many jobs. */
export const retryFailing = async (tx: Tx, task: string): Promise<number> => {
  const { rows } = await sql<{ jobs: number }>`select work.retry_failing(${task}) as jobs`.execute(tx.tables())
  return onRecord(tx, 'job.retry', task, rows[0]?.jobs ?? 0)
}

/** Throws away what failed or was given up of one kind of work; answers how many jobs. Its alarm ends within a minute. */
export const dropFailing = async (tx: Tx, task: string): Promise<number> => {
  const { rows } = await sql<{ jobs: number }>`select work.drop_failing(${task}) as jobs`.execute(tx.tables())
  return onRecord(tx, 'job.drop', task, rows[0]?.jobs ?? 0)
}

const onRecord = (tx: Tx, action: string, task: string, jobs: number): number => {
  const regionCode = tx.actor.kind === 'person' ? tx.actor.regionCode : tx.actor.scope.lo
  tx.audit({ action, record: { kind: 'job', id: task }, regionCode, after: { jobs } })
  return jobs
}
