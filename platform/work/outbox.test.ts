import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/result.ts'
import { transact } from '../database/transaction.ts'
import { eventTask } from './outbox.ts'
import { openTestWork, type TestWork } from './testWork.ts'

let work: TestWork

beforeAll(async () => {
  work = await openTestWork()
})
afterAll(() => work.close())
beforeEach(async () => {
  await work.rows('truncate work.event, work.event_heard, graphile_worker._private_jobs')
})

const opened = (id: string) => ({
  type: 'sites.gateOpened',
  regionCode: '330114',
  organisationId: 'plant-1',
  record: { kind: 'gate', id },
  payload: { by: '甲', count: 3 },
})

type JobRow = { task: string; payload: unknown; key: string | null; run_at: Date }
const jobs = () =>
  work.rows<JobRow>(
    `select identifier as task, payload, key, run_at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  )

it('writes an event whole and leaves one job for it', async () => {
  await work.inTx(async (tx) => tx.emit(opened('g1')))
  const [event, ...others] = await work.rows<{ id: string; xid: string }>('select *, xid::text from work.event')
  expect(others).toEqual([])
  expect(event).toMatchObject({
    type: 'sites.gateOpened',
    region_code: '330114',
    organisation_id: 'plant-1',
    record_kind: 'gate',
    record_id: 'g1',
    payload: { by: '甲', count: 3 },
  })
  expect(event!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(await jobs()).toMatchObject([{ task: eventTask, payload: { events: [event!.id] } }])
})

it('leaves nothing of a transaction that was refused', async () => {
  const result = await transact(work.services, { actor: systemActor('test') }, async (tx) => {
    tx.emit(opened('g1'))
    tx.enqueue({ job: 'sites.count', payload: {} })
    return Promise.resolve(refuse('NO', {}))
  })
  expect(result.ok).toBe(false)
  expect(await work.rows('select from work.event')).toEqual([])
  expect(await jobs()).toEqual([])
})

it('spreads many events over jobs of a hundred, in the order they were emitted', async () => {
  await work.inTx(async (tx) => {
    for (let place = 0; place < 250; place += 1) tx.emit(opened(String(place)))
  })
  const deliveries = (await jobs()).map(({ payload }) => (payload as { events: string[] }).events)
  expect(deliveries.map((events) => events.length)).toEqual([100, 100, 50])
  const places = new Map(
    (await work.rows<{ id: string; record_id: string }>('select id, record_id from work.event')).map(({ id, record_id }) => [
      id,
      record_id,
    ]),
  )
  expect(deliveries.flat().map((id) => places.get(id))).toEqual(Array.from({ length: 250 }, (_, place) => String(place)))
})

it('keeps a job for its time', async () => {
  await work.inTx(async (tx) => tx.enqueue({ job: 'sites.count', payload: { site: 's1' }, runAt: '2099-01-01T00:00:00Z' }))
  const [job] = await jobs()
  expect(job).toMatchObject({ task: 'sites.count', payload: { site: 's1' }, key: null })
  expect(job!.run_at).toBe('2099-01-01T00:00:00.000Z')
})

it('replaces a waiting job by a second of the same key, within one transaction and across two', async () => {
  const call = (count: number) => ({ job: 'sites.count', payload: { count }, key: 's1' })
  await work.inTx(async (tx) => {
    tx.enqueue(call(1))
    tx.enqueue(call(2))
    tx.enqueue({ ...call(9), job: 'sites.paint' })
  })
  await work.inTx(async (tx) => tx.enqueue(call(3)))
  expect(await jobs()).toMatchObject([
    { task: 'sites.count', payload: { count: 3 }, key: 'sites.count:s1' },
    { task: 'sites.paint', payload: { count: 9 }, key: 'sites.paint:s1' },
  ])
})

it('lets the role of the rooms send, and neither read events nor touch the queue', async () => {
  const asked = (text: string) => work.inTx(async (tx) => sql.raw(text).execute(tx.tables()))
  await expect(asked('select * from work.event')).rejects.toThrow('permission denied')
  await expect(asked('select * from graphile_worker.jobs')).rejects.toThrow('permission denied')
  await expect(asked(`select graphile_worker.add_job('x')`)).rejects.toThrow('permission denied')
  await expect(asked(`select work.send('[]', '[]', now())`)).resolves.toBeUndefined()
})

it('tells the live feed once for each transaction, after its commit', async () => {
  const listener = new pg.Client({ connectionString: work.url })
  await listener.connect()
  let told = 0
  listener.on('notification', () => (told += 1))
  await listener.query('listen anlan_event')
  await work.inTx(async (tx) => {
    tx.emit(opened('a'))
    tx.emit(opened('b'))
  })
  await work.inTx(async (tx) => tx.enqueue({ job: 'sites.count', payload: {} }))
  await work.inTx(async (tx) => tx.emit(opened('c')))
  // Notices of earlier commits arrive before this answer.
  await listener.query('select 1')
  await listener.end()
  expect(told).toBe(2)
})

it('what a person waits for goes before what nobody waits for', async () => {
  await work.inTx(async (tx) => {
    tx.emit(opened('g1'))
    tx.enqueue({ job: 'sites.count', payload: {} })
    tx.enqueue({ job: 'sites.show', payload: {}, key: 'one', urgent: true })
  })
  const order = await work.rows<{ task: string }>(
    `select identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.priority, j.run_at, j.id`,
  )
  expect(order.map(({ task }) => task)).toEqual(['sites.show', eventTask, 'sites.count'])
})
