import { sql } from 'kysely'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services, type Tx } from '../database/transaction.ts'
import { endAlarm, raiseAlarm } from './alarms.ts'
import { faultFacts } from './fault.ts'
import type { WorkTables } from './tables.ts'

/** The alarm's kind; its subject is the queue's task. */
export const jobFailing = 'jobFailing'

/**
 * So many failures of one job in a row raise the alarm. The queue waits e, e², e³ … seconds between attempts,
 * so the fifth failure comes about a minute and a half after the first: a short outage stays quiet.
 */
export const failuresBeforeAlarm = 5

/** The subject of work that comes back under its name: its occurrences count together. */
export const timetableSubject = 'timetable'

/** The task of a listener that failed and is tried again by itself. */
export const listenerTask = (listener: string): string => `hear:${listener}`

/** Which work failed or went well. */
export type Attempt = { readonly task: string; readonly subject: string; readonly attempts: number }

const actor = systemActor('work.alarms')

/** Counts a failure, and raises or refreshes the alarm of its task once there were enough. */
export const recordFailure = async (services: Services, { task, subject, attempts }: Attempt, fault: unknown): Promise<void> => {
  const { name, code } = faultFacts(fault)
  await transact(services, { actor }, async (tx) => {
    await oneAtATime(tx, task)
    await tx
      .tables<WorkTables>()
      .insertInto('work.failing')
      .values({ task, subject, failures: attempts, first_at: tx.at, last_at: tx.at, fault_name: name, fault_code: code })
      .onConflict((conflict) =>
        conflict.columns(['task', 'subject']).doUpdateSet({
          // The queue's own count also holds attempts that killed the worker.
          failures: sql<number>`greatest(failing.failures + 1, excluded.failures)`,
          last_at: tx.at,
          fault_name: name,
          fault_code: code,
        }),
      )
      .execute()
    await settleAlarm(tx, task)
    return ok(undefined)
  })
}

/** Else the success of one job could end the alarm that another's failure is just raising. */
const oneAtATime = async (tx: Tx, task: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('work.failing:' || ${task}, 0))`.execute(tx.tables())
}

/** Forgets the failures of work that went well at last, and ends the alarm of its task when no other fails. */
export const recordSuccess = async (services: Services, { task, subject }: Attempt): Promise<void> => {
  await transact(services, { actor }, async (tx) => {
    await oneAtATime(tx, task)
    const gone = await tx
      .tables<WorkTables>()
      .deleteFrom('work.failing')
      .where('task', '=', task)
      .where('subject', '=', subject)
      .executeTakeFirst()
    if (gone.numDeletedRows > 0n) await settleAlarm(tx, task)
    return ok(undefined)
  })
}

/**
 * Forgets failures whose work is no more: a job that a person removed, a timetable that the program no longer has.
 * @param timetabled the tasks that come back by themselves
 */
export const forgetRemoved = async (services: Services, timetabled: readonly string[]): Promise<void> => {
  // The queue's tables are closed to the role of the rooms: looked at as the owner, written under scope.
  const { rows } = await sql<{ task: string; subject: string }>`
    select task, subject from work.failing
    where case subject
      when ${timetableSubject} then not task = any(${[...timetabled]})
      else not exists (select from graphile_worker.jobs where jobs.id::text = failing.subject)
    end`.execute(services.database.kysely)
  for (const { task, subject } of rows) await recordSuccess(services, { task, subject, attempts: 0 })
}

const settleAlarm = async (tx: Tx, task: string): Promise<void> => {
  const rows = await tx
    .tables<WorkTables>()
    .selectFrom('work.failing')
    .selectAll()
    .where('task', '=', task)
    .where('failures', '>=', failuresBeforeAlarm)
    .orderBy('last_at', 'desc')
    .execute()
  const [latest] = rows
  if (!latest) return endAlarm(tx, { kind: jobFailing, subject: task })
  await raiseAlarm(tx, {
    kind: jobFailing,
    subject: task,
    failures: rows.reduce((sum, { failures }) => sum + failures, 0),
    facts: {
      task,
      jobs: rows.length,
      since: rows.map(({ first_at }) => first_at).toSorted()[0],
      faultName: latest.fault_name,
      faultCode: latest.fault_code,
    },
  })
}
