import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ok } from '../../kernel/result.ts'
import { silentLog } from '../log/log.ts'
import { tasksOf } from './crew.ts'
import { note, openTestWork, until, type TestWork } from './testWork.ts'
import { freeOrphans } from './upkeep.ts'
import { startWorker, type Worker } from './worker.ts'
import type { Job, Listener } from './work.ts'

let work: TestWork
const running: Worker[] = []
const children: ChildProcess[] = []

beforeEach(async () => {
  work = await openTestWork()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const worker of running.splice(0)) await worker.stop({ withinMillis: 1_000 })
  await work.close()
})

const counts: Listener = {
  name: 'desk.count',
  event: 'gate.opened',
  run: async (tx, { record }) => {
    await note(tx, `done ${record?.id}`)
    return ok(undefined)
  },
}
const emit = (id: string) =>
  work.inTx(async (tx) => tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id }, payload: {} }))
const start = async (crew: { listeners?: readonly Listener[]; jobs?: readonly Job[] }): Promise<Worker> => {
  const worker = await startWorker(work.services, work.url, { listeners: [], jobs: [], log: silentLog(), ...crew })
  running.push(worker)
  return worker
}
const stop = async (worker: Worker, withinMillis = 10_000) => {
  running.splice(running.indexOf(worker), 1)
  await worker.stop({ withinMillis })
}
const mortal = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('mortalWorker.ts', import.meta.url)), work.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}
const kill = async (child: ChildProcess) => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
const queue = () =>
  work.rows<{ task_identifier: string; attempts: number; locked_by: string | null }>(
    `select task_identifier, attempts, locked_by from graphile_worker.jobs where task_identifier not like 'work.watch' order by id`,
  )

it('hears what was committed while no worker ran', async () => {
  await emit('g1')
  await start({ listeners: [counts] })
  await until(async () => (await work.notes()).length > 0)
  await until(async () => (await queue()).length === 0)
  expect(await work.notes()).toEqual(['done g1'])
})

it('hears each event once after the worker was killed in the midst of hearing it', async () => {
  await emit('g1')
  await kill(await mortal())
  expect(await work.notes()).toEqual([])
  expect((await queue())[0]!.locked_by).not.toBeNull()

  await emit('g2')
  await start({ listeners: [counts] })
  await until(async () => (await queue()).length === 0)
  expect((await work.notes()).toSorted()).toEqual(['done g1', 'done g2'])
})

it('frees what a killed worker held while another one runs, and touches nothing of the living', async () => {
  await emit('g1')
  const child = await mortal()
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await start({ jobs: [{ name: 'a.slow', run: () => held }] })
  await work.inTx(async (tx) => tx.enqueue({ job: 'a.slow', payload: {} }))
  await until(async () => (await queue()).filter(({ locked_by }) => locked_by !== null).length === 2)
  expect(await freeOrphans(work.services)).toBe(0)

  await kill(child)
  await until(async () => (await freeOrphans(work.services)) === 1)
  expect((await queue()).filter(({ locked_by }) => locked_by !== null)).toMatchObject([{ task_identifier: 'a.slow' }])
  release()
})

it('counts it against a job that it killed its worker more than once, and lets it wait', async () => {
  await emit('g1')
  await kill(await mortal())
  await until(async () => (await freeOrphans(work.services)) === 1)
  expect(await work.rows('select from work.failing')).toEqual([])
  await kill(await mortal())
  await until(async () => (await freeOrphans(work.services)) === 1)
  expect(await work.rows('select task, failures, fault_name from work.failing')).toEqual([
    { task: 'work.event', failures: 2, fault_name: 'WorkerDied' },
  ])
  expect(await work.rows('select from graphile_worker.jobs where run_at > now()')).toHaveLength(1)
})

it('waits at the stop for what runs', async () => {
  let begun = false
  let finish = (): void => undefined
  const worker = await start({
    jobs: [
      {
        name: 'a.slow',
        run: async () => {
          begun = true
          await new Promise<void>((resolve) => {
            finish = resolve
          })
          await work.inTx((tx) => note(tx, 'finished'))
        },
      },
    ],
  })
  await work.inTx(async (tx) => tx.enqueue({ job: 'a.slow', payload: {} }))
  await until(() => begun)
  const stopped = stop(worker)
  finish()
  await stopped
  expect(await work.notes()).toEqual(['finished'])
  expect(await queue()).toEqual([])
})

it('gives back to the queue what still runs when its patience ends', async () => {
  let begun = false
  const worker = await start({
    jobs: [
      {
        name: 'a.stuck',
        run: () => {
          begun = true
          return new Promise(() => undefined)
        },
      },
    ],
  })
  await work.inTx(async (tx) => tx.enqueue({ job: 'a.stuck', payload: {} }))
  await until(() => begun)
  await stop(worker, 10)
  expect(await queue()).toEqual([{ task_identifier: 'a.stuck', attempts: 1, locked_by: null }])
})

it('goes on after every connection was cut, and loses nothing', async () => {
  await start({ listeners: [counts] })
  await emit('g1')
  await until(async () => (await work.notes()).length === 1)
  await work.rows('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
  await emit('g2').catch(() => emit('g2'))
  await until(async () => (await work.notes()).length === 2)
  expect(await work.notes()).toEqual(['done g1', 'done g2'])
})

it('starts anew when the queue could not write how a job ended, and does the job again', async () => {
  await work.rows(`create function public.away() returns trigger language plpgsql as $$ begin raise 'away'; end $$`)
  let runs = 0
  await start({
    listeners: [counts],
    jobs: [
      {
        name: 'a.cut',
        run: async () => {
          runs += 1
          if (runs === 1)
            await work.rows(
              'create trigger away before delete on graphile_worker._private_jobs for each row execute function public.away()',
            )
          else await work.rows('drop trigger away on graphile_worker._private_jobs')
        },
      },
    ],
  })
  await work.inTx(async (tx) => tx.enqueue({ job: 'a.cut', payload: {} }))
  await until(() => runs === 2)
  await emit('g1')
  await until(async () => (await work.notes()).length > 0)
  await until(async () => (await queue()).length === 0)
  expect(runs).toBe(2)
})

it('refuses two pieces of work of one name, and a timetable that is none', () => {
  const job: Job = { name: 'a.b', run: () => Promise.resolve() }
  const crew = { listeners: [], log: silentLog() }
  expect(() => tasksOf(work.services, { ...crew, jobs: [job, job] })).toThrow('a.b')
  expect(() => tasksOf(work.services, { ...crew, jobs: [], listeners: [counts, counts] })).toThrow('desk.count')
  expect(() => tasksOf(work.services, { ...crew, jobs: [{ ...job, timetable: 'every morning' }] })).toThrow('every morning')
})

it('keeps one waiting occurrence of a timetable, in UTC, and runs two never at once', () => {
  const { timetable, timetabled } = tasksOf(work.services, {
    listeners: [],
    log: silentLog(),
    jobs: [{ name: 'a.b', timetable: '30 1 * * *', run: () => Promise.resolve() }],
  })
  expect(timetabled).toContain('a.b')
  const item = timetable.find(({ task }) => task === 'a.b')
  expect(item!.options).toMatchObject({ jobKey: 'timetable:a.b', jobKeyMode: 'preserve_run_at', queueName: 'a.b', backfillPeriod: 0 })
  expect(item!.match({ min: 30, hour: 1, date: 1, month: 1, dow: 4 })).toBe(true)
  expect(item!.match({ min: 31, hour: 1, date: 1, month: 1, dow: 4 })).toBe(false)
})

it('hands a timetabled job its payload without the mark of the occurrence', async () => {
  const payloads: unknown[] = []
  await work.rows(`select from graphile_worker.add_job('a.b', '{"_cron":{"ts":"2026-01-01T00:00:00Z"},"site":"s1"}')`)
  await start({ jobs: [{ name: 'a.b', run: (_services, payload) => Promise.resolve(void payloads.push(payload)) }] })
  await until(() => payloads.length > 0)
  expect(payloads).toEqual([{ site: 's1' }])
})
