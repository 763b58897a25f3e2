import { sql } from 'kysely'
import type { Services } from '../database/transaction.ts'
import { forgetRemoved, recordFailure } from './failures.ts'
import { eventTask } from './outbox.ts'
import { leaseClass } from './lease.ts'

/** How long an event is kept, so that a screen that slept over a holiday can still resume. */
export const eventDays = 14

const purgeBatch = 10_000

/** The worker that ran a job died with it: the process was killed, or it ran out of memory. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied'
}

/**
 * Deletes events older than 14 days that every listener heard: an event still named by a job in the queue, one that was
 * given up included, stays. Answers how many went. Each batch of 10,000 is a transaction of its own.
 */
export const purgeEvents = async ({ database, clock }: Services): Promise<number> => {
  const before = clock()
    .subtract({ hours: 24 * eventDays })
    .toString()
  for (let purged = 0; ;) {
    const { rows } = await sql<{ purged: number }>`
      with owed as (
        select json_array_elements_text(payload -> 'events')::uuid as id
        from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id
        where task.identifier = ${eventTask} or task.identifier like 'hear:%'
      ), gone as (
        delete from work.event where id in (
          select id from work.event where at < ${before}::timestamptz and id not in (select id from owed) order by xid, id limit ${purgeBatch}
        ) returning xid
      ), moved as (
        update work.cursor set purged_to = greatest(purged_to, (select max(xid) from gone)) where exists (select from gone)
      )
      select count(*)::integer as purged from gone`.execute(database.kysely)
    const count = rows[0]?.purged ?? 0
    purged += count
    if (count < purgeBatch) return purged
  }
}

/**
 * Sets free the jobs of workers that died. A job that killed its worker more than once waits longer each time, and is
 * counted as a failure, so that it raises its alarm like any other. Answers how many jobs were set free.
 */
export const freeOrphans = async (services: Services): Promise<number> => {
  const { rows } = await sql<{ id: number; task: string; attempts: number }>`
    with owner as materialized (
      select locked_by as pool from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null
    ), dead as materialized (
      select pool from owner where pg_try_advisory_xact_lock(${leaseClass}, hashtext(pool))
    ), queue as (
      update graphile_worker._private_job_queues set locked_by = null, locked_at = null
      where locked_by in (select pool from dead)
    )
    update graphile_worker._private_jobs as job
    set locked_by = null, locked_at = null,
      run_at = case when attempts > 1 then now() + exp(least(attempts, 10)) * interval '1 second' else run_at end
    from graphile_worker._private_tasks as task
    where task.id = job.task_id and locked_by in (select pool from dead)
    returning job.id, task.identifier as task, attempts`.execute(services.database.kysely)
  for (const { id, task, attempts } of rows)
    if (attempts > 1)
      await recordFailure(services, { task, subject: String(id), attempts }, new WorkerDied('the worker died while it ran the job'))
  return rows.length
}

/**
 * An occurrence that was replaced while it ran, and then failed, keeps no key and no attempt: its successor does the work.
 */
const clearReplaced = async ({ database }: Services): Promise<void> => {
  await sql`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker._private_jobs
      where key is null and locked_by is null and attempts >= max_attempts and (payload::jsonb) ? '_cron'
    ))`.execute(database.kysely)
}

/** What is done each minute to keep queue and alarms true. */
export const watchQueue = async (services: Services, timetabled: readonly string[]): Promise<void> => {
  await freeOrphans(services)
  await clearReplaced(services)
  await forgetRemoved(services, timetabled)
}
