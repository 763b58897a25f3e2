import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { run, runOnce, type Runner, type RunnerOptions, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Services } from '../database/transaction.ts'
import type { Log } from '../log/log.ts'
import { tasksOf, type Crew } from './crew.ts'
import { faultFacts } from './fault.ts'
import { openLease, type Lease } from './lease.ts'
import { queueLog } from './queueLog.ts'
import { watchQueue } from './upkeep.ts'

export { workMigrations } from './prepare.ts'

export type WorkerOptions = Crew & {
  /** Pieces of work at a time; 3 leave a two-core machine room for requests. */
  readonly concurrency?: number
}

export type Worker = {
  /** Takes no more work, waits for what runs, and gives back to the queue what still runs after `withinMillis` (10 s). */
  stop(options?: { readonly withinMillis?: number }): Promise<void>
}

/**
 * Starts the worker: listeners, jobs and timetables. Several servers may each have one. Work that was interrupted by a
 * crash is set free at the start of any of them, and within a minute by any that runs.
 * @param url the owner's address, after `prepareWorker` and `migrate`
 */
export const startWorker = async (services: Services, url: string, { concurrency = 3, ...crew }: WorkerOptions): Promise<Worker> => {
  const { tasks, timetable, timetabled } = tasksOf(services, crew)
  const { log } = crew
  const pool = openQueuePool(url, concurrency + 2, log)
  const lease = await openLease(url, log)
  await watchQueue(services, timetabled)
  const options: RunnerOptions = { ...queueOptions(pool, lease, log), concurrency, taskList: tasks, parsedCronItems: timetable }

  const stopping = new AbortController()
  const events: WorkerEvents = new EventEmitter()
  let newest: WorkerPool | null = null
  events.on('pool:create', ({ workerPool }) => {
    newest = workerPool
  })
  const begin = async (): Promise<Runner> => {
    const begun = await run({ ...options, events })
    if (stopping.signal.aborted) await begun.stop('the server stops')
    return begun
  }
  let runner = await begin()
  // The queue gives up when it cannot write how a job ended (PostgreSQL restarted in between). What it held is set
  // free and a new one begins.
  const supervised = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) =>
        log[stopping.signal.aborted ? 'debug' : 'error']({ fault: faultFacts(error) }, 'the queue ended by itself'),
      )
      for (let begun = false; !begun && !stopping.signal.aborted;) {
        await pause(1_000, undefined, { signal: stopping.signal }).catch(() => {
          // The worker stops: the next line sees it.
        })
        if (stopping.signal.aborted) return
        try {
          await lease.letGo()
          await watchQueue(services, timetabled)
          runner = await begin()
          begun = true
        } catch (error) {
          log.warn({ fault: faultFacts(error) }, 'the queue could not be started yet')
        }
      }
    }
  })()

  return {
    async stop({ withinMillis = 10_000 } = {}) {
      stopping.abort()
      const patience = new AbortController()
      const stopped = runner
        .stop('the server stops')
        .catch((error: unknown) => log.debug({ fault: faultFacts(error) }, 'the queue had stopped before'))
      const late = pause(withinMillis, 'late', { signal: patience.signal }).catch(() => 'in time')
      if ((await Promise.race([stopped, late])) === 'late') {
        log.warn({ withinMillis }, 'work still runs at the stop; it is given back to the queue')
        // Not runner.kill: once a stop has begun it does nothing.
        await newest?.forcefulShutdown('the server stopped while it ran')
      }
      patience.abort()
      await supervised
      await lease.close()
      await pool.end()
    },
  }
}

/**
 * Runs everything that is due by the clock of `services`, and what that leaves behind, one piece after the other; for tests
 * and commands. What fails is left for its next attempt. Timetables do not run by themselves here.
 */
export const runDueWork = async (services: Services, crew: Crew): Promise<void> => {
  const url = services.database.pool.options.connectionString
  if (url === undefined) throw new Error('the pool was opened without an address')
  const { tasks } = tasksOf(services, crew)
  const pool = openQueuePool(url, 4, crew.log)
  const lease = await openLease(url, crew.log)
  try {
    // The queue goes by the database's clock; a test may have set ours ahead.
    await sql`
      update graphile_worker._private_jobs set run_at = now()
      where run_at > now() and run_at <= ${services.clock().toString()}::timestamptz and locked_at is null`.execute(
      services.database.kysely,
    )
    await runOnce({ ...queueOptions(pool, lease, crew.log), taskList: tasks, concurrency: 1 })
  } finally {
    await lease.close()
    await pool.end()
  }
}

/** The queue reads numbers and times as pg gives them, which our own pool does not; so it has one of its own. */
const openQueuePool = (url: string, size: number, log: Log): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'anlan worker' })
  const lost = (error: Error): void => log.warn({ fault: faultFacts(error) }, 'connection of the queue lost')
  // The queue asks for both handlers and would write to the console without them.
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

const queueOptions = (pool: pg.Pool, lease: Lease, log: Log) => ({
  pgPool: pool,
  logger: queueLog(log),
  // The server's own signal handlers stop the worker in its turn.
  noHandleSignals: true,
  // For later work and retries only: new work is told of by NOTIFY.
  pollInterval: 5_000,
  preset: {
    plugins: [
      {
        name: 'AnlanLease',
        version: '1.0.0',
        worker: {
          hooks: {
            // Before its first look for work, so that no other server takes what it holds for orphaned.
            startWorker: (_context: unknown, { worker }: { readonly worker: { readonly workerPool: { readonly id: string } } }) =>
              lease.hold(worker.workerPool.id),
          },
        },
      },
    ],
    worker: {
      // Not for speed: only the batched way catches a failure to write how a job ended; the other leaves a rejection
      // that nobody handles, which ends the process.
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    },
  },
})
