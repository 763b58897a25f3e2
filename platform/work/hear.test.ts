import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ok, refuse } from '../../kernel/result.ts'
import { silentLog } from '../log/log.ts'
import { listenerTask } from './failures.ts'
import { deliver } from './hear.ts'
import { note, openTestWork, type TestWork } from './testWork.ts'
import { runDueWork } from './worker.ts'
import type { Listener } from './work.ts'

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

const writes = (name: string, event = 'gate.opened'): Listener => ({
  name,
  event,
  run: async (tx, { record, at, id }) => {
    await note(tx, `${name} ${record?.id} ${at === '' || id === '' ? 'unknown' : 'known'}`)
    return ok(undefined)
  },
})

/** Does its deed, then fails, as long as `broken` says so. */
const fails = (name: string): Listener => ({
  name,
  event: 'gate.opened',
  run: async (tx, event) => {
    const result = await writes(name).run(tx, event)
    if (broken) throw new Error('the outer world is away')
    return result
  },
})

const emit = (id: string) =>
  work.inTx(async (tx) => tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id }, payload: { n: 1 } }))
const runAll = (listeners: readonly Listener[]) => runDueWork(work.services, { listeners, jobs: [], log: silentLog() })
const eventIds = async () => (await work.rows<{ id: string }>('select id from work.event order by xid, id')).map(({ id }) => id)

it('brings an event to each listener of its type, and to no other', async () => {
  await emit('g1')
  await runAll([writes('desk.count'), writes('log.keep'), writes('other.room', 'gate.closed')])
  expect(await work.notes()).toEqual(['desk.count g1 known', 'log.keep g1 known'])
})

it('hands the event over as it was emitted, with its id and time', async () => {
  const heard: unknown[] = []
  await emit('g1')
  await runAll([{ name: 'a.b', event: 'gate.opened', run: (_tx, event) => Promise.resolve(ok(void heard.push(event))) }])
  const [row] = await work.rows<{ id: string; at: string }>('select id, at from work.event')
  expect(heard).toEqual([
    {
      id: row!.id,
      at: row!.at,
      type: 'gate.opened',
      regionCode: '330114',
      organisationId: null,
      record: { kind: 'gate', id: 'g1' },
      payload: { n: 1 },
    },
  ])
})

it('acts as the product, named after the listener', async () => {
  const actors: unknown[] = []
  await emit('g1')
  await runAll([{ name: 'a.b', event: 'gate.opened', run: (tx) => Promise.resolve(ok(void actors.push(tx.actor))) }])
  expect(actors).toMatchObject([{ kind: 'system', name: 'a.b' }])
})

it('does nothing on a second delivery, one after the other or at the same time', async () => {
  await emit('g1')
  await emit('g2')
  const listeners = [writes('desk.count'), writes('log.keep')]
  await runAll(listeners)
  const crew = { services: work.services, listeners, log: silentLog() }
  const events = await eventIds()
  await deliver(crew, { events })
  await Promise.all([deliver(crew, { events }), deliver(crew, { events }), deliver(crew, { events })])
  expect((await work.notes()).toSorted()).toEqual(['desk.count g1 known', 'desk.count g2 known', 'log.keep g1 known', 'log.keep g2 known'])
})

it('does it once when two deliveries of a new event meet', async () => {
  await emit('g1')
  const crew = { services: work.services, listeners: [writes('desk.count')], log: silentLog() }
  const events = await eventIds()
  await Promise.all([deliver(crew, { events }), deliver(crew, { events }), deliver(crew, { events })])
  expect(await work.notes()).toEqual(['desk.count g1 known'])
})

it('lets the others go on when one fails, rolls back what the failed one did, and repeats only that one', async () => {
  await emit('g1')
  const listeners = [fails('first.fails'), writes('second.works')]
  await runAll(listeners)
  expect(await work.notes()).toEqual(['second.works g1 known'])
  const left = await work.rows('select task_identifier, attempts from graphile_worker.jobs')
  expect(left).toEqual([{ task_identifier: listenerTask('first.fails'), attempts: 0 }])

  broken = false
  work.later({ minutes: 1 })
  await runAll(listeners)
  expect(await work.notes()).toEqual(['second.works g1 known', 'first.fails g1 known'])
  expect(await work.rows('select from graphile_worker.jobs')).toEqual([])
})

it('leaves one job however often the failing delivery comes', async () => {
  await emit('g1')
  const crew = { services: work.services, listeners: [fails('first.fails')], log: silentLog() }
  const events = await eventIds()
  await deliver(crew, { events })
  await deliver(crew, { events })
  expect(await work.rows(`select from graphile_worker.jobs where task_identifier = 'hear:first.fails'`)).toHaveLength(1)
})

it('takes a refusal for a failure: what it was to do is not done', async () => {
  await emit('g1')
  const refuses: Listener = {
    name: 'a.refuses',
    event: 'gate.opened',
    run: async (tx) => {
      await note(tx, 'half done')
      return refuse('NOT_NOW', {})
    },
  }
  await runAll([refuses])
  expect(await work.notes()).toEqual([])
  expect(await work.rows('select from work.event_heard')).toEqual([])
  work.later({ minutes: 1 })
  await runAll([refuses])
  const failing = await work.rows('select task, failures, fault_name, fault_code from work.failing')
  expect(failing).toEqual([{ task: 'hear:a.refuses', failures: 1, fault_name: 'ListenerRefused', fault_code: 'NOT_NOW' }])
})

it('follows what a listener emits and enqueues', async () => {
  await emit('g1')
  const chained: Listener = {
    name: 'a.chains',
    event: 'gate.opened',
    run: (tx) => {
      tx.emit({ type: 'gate.counted', regionCode: '330114', record: { kind: 'gate', id: 'next' }, payload: {} })
      tx.enqueue({ job: 'a.later', payload: { word: 'job' } })
      return Promise.resolve(ok(undefined))
    },
  }
  await runDueWork(work.services, {
    listeners: [chained, writes('b.hears', 'gate.counted')],
    jobs: [{ name: 'a.later', run: (_services, payload) => work.inTx((tx) => note(tx, JSON.stringify(payload))) }],
    log: silentLog(),
  })
  expect((await work.notes()).toSorted()).toEqual(['b.hears next known', '{"word":"job"}'])
})
