import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor, PersonActor } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { transact, type Tx } from '../database/transaction.ts'
import { openLog, silentLog } from '../log/log.ts'
import { acknowledgeAlarm, endAlarm, openAlarms, raiseAlarm } from './alarms.ts'
import { failuresBeforeAlarm } from './failures.ts'
import { dropFailing, queueFigures, retryFailing } from './figures.ts'
import { openTestWork, type TestWork } from './testWork.ts'
import { watchQueue } from './upkeep.ts'
import { runDueWork } from './worker.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let work: TestWork
let broken: boolean

beforeAll(async () => {
  work = await openTestWork()
})
afterAll(() => work.close())
beforeEach(async () => {
  broken = true
  await work.rows('truncate work.event, work.event_heard, work.failing, work.alarm, graphile_worker._private_jobs, public.note')
})

const person = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'p1',
  sessionId: 's1',
  postId: 'post1',
  organisationId: 'o1',
  regionCode: '330114',
  roles: ['systemAdmin'],
  scope: { lo: '33', hi: '34', organisationId: null },
  ...change,
})
const as = async <Value>(actor: Actor, ask: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>> =>
  transact(work.services, { actor }, ask)
const alarmsOf = async (actor: Actor) => {
  const result = await as(actor, async (tx) => ok(await openAlarms(tx)))
  return result.ok ? result.value : []
}

class TideTooHigh extends Error {
  override readonly name = 'TideTooHigh'
  readonly code = 'TIDE'
}
const job = {
  name: 'tide.read',
  run: () => (broken ? Promise.reject(new TideTooHigh('called 13800000000')) : Promise.resolve()),
}
const attempt = async (log = silentLog()) => {
  await work.rows('update graphile_worker._private_jobs set run_at = now()')
  await runDueWork(work.services, { listeners: [], jobs: [job], log })
}
const attempts = async (count: number) => {
  for (let done = 0; done < count; done += 1) await attempt()
}
const enqueue = () => work.inTx(async (tx) => tx.enqueue({ job: 'tide.read', payload: {} }))
const told = async () => (await work.rows<{ type: string }>('select type from work.event order by xid, id')).map(({ type }) => type)

it('stays quiet until a job failed five times in a row, then raises one alarm and refreshes it', async () => {
  await enqueue()
  await attempts(failuresBeforeAlarm - 1)
  expect(await alarmsOf(person())).toEqual([])
  expect(await told()).toEqual([])
  await attempts(1)
  const [raised, ...others] = await alarmsOf(person())
  expect(others).toEqual([])
  expect(raised).toMatchObject({
    kind: 'jobFailing',
    subject: 'tide.read',
    regionCode: null,
    failures: 5,
    facts: { task: 'tide.read', jobs: 1, faultName: 'TideTooHigh', faultCode: 'TIDE' },
    acknowledgedAt: null,
  })
  expect(JSON.stringify(raised)).not.toMatch(/called|13800000000/)
  await attempts(2)
  expect(await alarmsOf(person())).toMatchObject([{ id: raised!.id, failures: 7, firstAt: raised!.firstAt }])
  expect(await told()).toEqual(['work.alarmRaised'])
})

it('ends the alarm when the job succeeds, and raises a new one if it fails again', async () => {
  await enqueue()
  await attempts(failuresBeforeAlarm)
  const [first] = await alarmsOf(person())
  broken = false
  await attempts(1)
  expect(await alarmsOf(person())).toEqual([])
  expect(await work.rows('select from work.failing')).toEqual([])
  expect(await told()).toEqual(['work.alarmRaised', 'work.alarmEnded'])
  const [kept] = await work.rows<{ ended_at: string | null }>('select ended_at from work.alarm')
  expect(kept!.ended_at).not.toBeNull()
  broken = true
  await enqueue()
  await attempts(failuresBeforeAlarm)
  expect((await alarmsOf(person())).map(({ id }) => id)).not.toContain(first!.id)
})

it('keeps the alarm while another job of the same name still fails', async () => {
  await enqueue()
  await enqueue()
  await attempts(failuresBeforeAlarm)
  expect(await alarmsOf(person())).toMatchObject([{ failures: 10, facts: { jobs: 2 } }])
  await work.rows(`update graphile_worker._private_jobs set attempts = max_attempts where id = (select max(id) from graphile_worker.jobs)`)
  broken = false
  await attempts(1)
  expect(await alarmsOf(person())).toMatchObject([{ failures: 5, facts: { jobs: 1 } }])
})

it('ends the alarm when a person removed the job', async () => {
  await enqueue()
  await attempts(failuresBeforeAlarm)
  const dropped = await as(person(), async (tx) => ok(await dropFailing(tx, 'tide.read')))
  expect(dropped).toEqual(ok(1))
  await watchQueue(work.services, [])
  expect(await alarmsOf(person())).toEqual([])
  expect(await work.rows(`select action, record_id from audit.entry`)).toMatchObject([{ action: 'job.drop', record_id: 'tide.read' }])
})

it('counts the occurrences of a timetable together, although each replaces the one before', async () => {
  const occur = () =>
    work.rows(
      `select from graphile_worker.add_job('tide.read', '{"_cron":{"ts":"2026-01-01T00:00:00Z"}}', queue_name => 'tide.read',
       job_key => 'timetable:tide.read', job_key_mode => 'preserve_run_at')`,
    )
  for (let minute = 0; minute < failuresBeforeAlarm; minute += 1) {
    await occur()
    await attempt()
  }
  expect(await work.rows('select task_identifier, attempts from graphile_worker.jobs')).toEqual([
    { task_identifier: 'tide.read', attempts: 1 },
  ])
  expect(await alarmsOf(person())).toMatchObject([{ subject: 'tide.read', failures: 5 }])
  await watchQueue(work.services, ['tide.read'])
  expect(await alarmsOf(person())).toHaveLength(1)

  broken = false
  await attempt()
  expect(await alarmsOf(person())).toEqual([])
})

it('ends the alarm of a timetable that the program no longer has', async () => {
  await work.rows(`insert into work.failing values ('gone.job', 'timetable', 9, now(), now(), 'Error', null)`)
  await work.inTx((tx) => raiseAlarm(tx, { kind: 'jobFailing', subject: 'gone.job', facts: {}, failures: 9 }))
  await watchQueue(work.services, ['tide.read'])
  expect(await alarmsOf(person())).toEqual([])
})

it('lets a person acknowledge once, on the record, and keeps the alarm open', async () => {
  await work.inTx((tx) =>
    raiseAlarm(tx, { kind: 'diskFull', subject: 'evidence', regionCode: '330114', facts: { freeBytes: 1 }, failures: 1 }),
  )
  const [alarm] = await alarmsOf(person())
  expect(await as(person(), (tx) => acknowledgeAlarm(tx, alarm!.id))).toEqual(ok(undefined))
  expect(await as(person({ personId: 'p2' }), (tx) => acknowledgeAlarm(tx, alarm!.id))).toEqual(ok(undefined))
  expect(await alarmsOf(person())).toMatchObject([{ id: alarm!.id, acknowledgedBy: 'p1' }])
  expect(await told()).toEqual(['work.alarmRaised', 'work.alarmAcknowledged'])
  expect(await work.rows(`select action, record_kind from audit.entry where record_id = '${alarm!.id}'`)).toEqual([
    { action: 'alarm.acknowledge', record_kind: 'alarm' },
  ])
})

it('shows and lets acknowledge an alarm only within its scope', async () => {
  const place = { kind: 'diskFull', facts: {}, failures: 1 }
  await work.inTx(async (tx) => {
    await raiseAlarm(tx, { ...place, subject: 'whole' })
    await raiseAlarm(tx, { ...place, subject: 'county', regionCode: '330114' })
    await raiseAlarm(tx, { ...place, subject: 'plant', regionCode: '330114', organisationId: 'o1' })
    await raiseAlarm(tx, { ...place, subject: 'neighbour', regionCode: '330109' })
  })
  const seenBy = async (scope: PersonActor['scope']) => (await alarmsOf(person({ scope }))).map(({ subject }) => subject).toSorted()
  expect(await seenBy({ lo: '33', hi: '34', organisationId: null })).toEqual(['county', 'neighbour', 'plant', 'whole'])
  expect(await seenBy({ lo: '330114', hi: '330115', organisationId: null })).toEqual(['county', 'plant', 'whole'])
  expect(await seenBy({ lo: '330114', hi: '330115', organisationId: 'o1' })).toEqual(['plant'])
  expect(await seenBy({ lo: '', hi: '', organisationId: null })).toEqual([])

  const [neighbour] = await work.rows<{ id: string }>(`select id from work.alarm where subject = 'neighbour'`)
  const foreign = person({ scope: { lo: '330114', hi: '330115', organisationId: null } })
  expect(await as(foreign, (tx) => acknowledgeAlarm(tx, neighbour!.id))).toMatchObject({ ok: false, refusal: { code: 'RECORD_NOT_FOUND' } })
  const viaView = await as(foreign, async (tx) =>
    ok(
      await tx
        .tables<{ 'work.open_alarm': { subject: string } }>()
        .selectFrom('work.open_alarm')
        .select('subject')
        .orderBy('subject')
        .execute(),
    ),
  )
  expect(viaView).toEqual(ok([{ subject: 'county' }, { subject: 'plant' }, { subject: 'whole' }]))
})

it('ends only what is open, and says nothing of what is not', async () => {
  await work.inTx((tx) => endAlarm(tx, { kind: 'diskFull', subject: 'evidence' }))
  expect(await told()).toEqual([])
})

it('tells how full the queue is, and tries again at once what a person asks for', async () => {
  await enqueue()
  await attempts(2)
  await enqueue()
  await work.inTx(async (tx) => tx.enqueue({ job: 'tide.read', payload: {}, runAt: '2099-01-01T00:00:00Z' }))
  const figures = async () => {
    const result = await as(person(), async (tx) => ok(await queueFigures(tx)))
    return result.ok ? result.value.filter(({ task }) => task === 'tide.read') : []
  }
  expect(await figures()).toMatchObject([{ task: 'tide.read', waiting: 1, later: 1, running: 0, failing: 1, givenUp: 0 }])
  expect((await figures())[0]!.oldestWaitingSeconds).toBeGreaterThanOrEqual(0)
  await work.rows(`update graphile_worker._private_jobs set attempts = max_attempts where attempts > 0`)
  expect(await figures()).toMatchObject([{ failing: 0, givenUp: 1 }])
  expect(await as(person(), async (tx) => ok(await retryFailing(tx, 'tide.read')))).toEqual(ok(1))
  expect(await figures()).toMatchObject([{ waiting: 2, later: 1, failing: 0, givenUp: 0 }])
})

it('writes no word of a fault and nothing of the payload to the log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-log-'))
  const destination = join(folder, 'log')
  await work.inTx(async (tx) => tx.enqueue({ job: 'tide.read', payload: { name: '张三' } }))
  await attempt(openLog({ level: 'trace', destination }))
  await expect.poll(() => readFile(destination, 'utf8')).toContain('TideTooHigh')
  const log = await readFile(destination, 'utf8')
  await rm(folder, { recursive: true })
  expect(log).not.toMatch(/called|13800000000/)
  expect(log).not.toContain('张三')
})
