import { parseCronItems, type JobHelpers, type ParsedCronItem, type TaskList } from 'graphile-worker'
import type { Services } from '../database/transaction.ts'
import type { Log } from '../log/log.ts'
import { listenerTask, recordFailure, recordSuccess, timetableSubject, type Attempt } from './failures.ts'
import { faultFacts } from './fault.ts'
import { deliver, hearAgain, type Delivery } from './hear.ts'
import { eventTask } from './outbox.ts'
import { purgeEvents, watchQueue } from './upkeep.ts'
import type { Job, Listener } from './work.ts'

/** What the rooms want done. */
export type Crew = { readonly listeners: readonly Listener[]; readonly jobs: readonly Job[]; readonly log: Log }

export type Tasks = {
  readonly tasks: TaskList
  readonly timetable: ParsedCronItem[]
  /** The names of what comes back by itself. */
  readonly timetabled: readonly string[]
}

type Payload = Record<string, unknown>

/** Every kind of work as the queue's tasks, and the timetable. Throws when two have one name. */
export const tasksOf = (services: Services, { listeners, jobs, log }: Crew): Tasks => {
  const own: readonly Job[] = [
    { name: 'work.watch', timetable: '* * * * *', run: () => watchQueue(services, timetabled) },
    // A quiet hour: 03:17 in Beijing.
    { name: 'work.purge', timetable: '17 19 * * *', run: async () => void (await purgeEvents(services)) },
  ]
  const all = [...jobs, ...own]
  const timetabled = all.filter(({ timetable }) => timetable !== undefined).map(({ name }) => name)
  const named = [
    ...all.map(({ name, run }) => [name, (payload: Payload) => run(services, withoutOccurrence(payload))] as const),
    ...listeners.map(
      (listener) => [listenerTask(listener.name), (payload: Payload) => hearAgain(services, listener, payload as Delivery)] as const,
    ),
    [eventTask, (payload: Payload) => deliver({ services, listeners, log }, payload as Delivery)] as const,
  ]
  const names = named.map(([name]) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new Error(`two pieces of work have one name: ${twice}`)
  return {
    tasks: Object.fromEntries(named.map(([name, run]) => [name, watched(services, log, name, run)])),
    timetable: timetableOf(all),
    timetabled,
  }
}

/**
 * One occurrence waits at a time: the next replaces one that still waits or fails, so an outage leaves no heap behind;
 * and a queue of its own keeps two from running at once. What a stopped server missed is not made up.
 */
const timetableOf = (jobs: readonly Job[]): ParsedCronItem[] =>
  parseCronItems(
    jobs.flatMap(({ name, timetable }) =>
      timetable === undefined
        ? []
        : [
            {
              task: name,
              match: timetable,
              identifier: name,
              options: { jobKey: `timetable:${name}`, jobKeyMode: 'preserve_run_at' as const, queueName: name, backfillPeriod: 0 },
            },
          ],
    ),
  )

const withoutOccurrence = (payload: Payload): Payload => Object.fromEntries(Object.entries(payload).filter(([key]) => key !== '_cron'))

/** Runs one piece of work, tells the log, and keeps count of its failures. */
const watched =
  (services: Services, log: Log, task: string, run: (payload: Payload) => Promise<void>) =>
  async (given: unknown, { job }: JobHelpers): Promise<void> => {
    const payload = given as Payload
    const ofTimetable = '_cron' in payload
    const attempt: Attempt = { task, subject: ofTimetable ? timetableSubject : String(job.id), attempts: job.attempts }
    try {
      await run(payload)
    } catch (fault) {
      log.error({ task, jobId: job.id, attempt: job.attempts, attemptsAtMost: job.max_attempts, fault: faultFacts(fault) }, 'work failed')
      await recordFailure(services, attempt, fault).catch((second: unknown) =>
        // The queue counts too, so the next failure makes up for it.
        log.error({ task, jobId: job.id, fault: faultFacts(second) }, 'a failure could not be counted'),
      )
      throw fault
    }
    log.debug({ task, jobId: job.id, attempt: job.attempts }, 'work done')
    if (ofTimetable || job.attempts > 1) await recordSuccess(services, attempt)
  }
