import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ok } from '../../kernel/result.ts'
import { silentLog } from '../log/log.ts'
import { openTestWork, type TestWork } from './testWork.ts'
import { eventDays, purgeEvents } from './upkeep.ts'
import { runDueWork } from './worker.ts'
import type { Listener } from './work.ts'

let work: TestWork

beforeAll(async () => {
  work = await openTestWork()
})
afterAll(() => work.close())
beforeEach(async () => {
  await work.rows(`truncate work.event, work.event_heard, graphile_worker._private_jobs; update work.cursor set purged_to = '0'`)
})

const hears: Listener = { name: 'a.hears', event: 'gate.opened', run: () => Promise.resolve(ok(undefined)) }
const emit = (id: string) =>
  work.inTx(async (tx) => tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id }, payload: {} }))
const age = (hours: number) => work.rows(`update work.event set at = at - make_interval(hours => $1)`, [hours])
const kept = async () =>
  (await work.rows<{ record_id: string }>('select record_id from work.event order by xid, id')).map(({ record_id }) => record_id)
const hear = () => runDueWork(work.services, { listeners: [hears], jobs: [], log: silentLog() })

it('deletes events that are older than a fortnight and were heard, with the marks that they were', async () => {
  await emit('old')
  await hear()
  await age(24 * eventDays + 1)
  await emit('young')
  await hear()
  expect(await work.rows('select from work.event_heard')).toHaveLength(2)
  expect(await purgeEvents(work.services)).toBe(1)
  expect(await kept()).toEqual(['young'])
  expect(await work.rows('select from work.event_heard')).toHaveLength(1)
})

it('keeps to the hour what is not yet a fortnight old', async () => {
  await emit('g1')
  await hear()
  await age(24 * eventDays - 1)
  expect(await purgeEvents(work.services)).toBe(0)
})

it('keeps what is on its way, and what a listener was given up on', async () => {
  await emit('onItsWay')
  await emit('givenUp')
  const [, givenUp] = await work.rows<{ id: string }>('select id from work.event order by xid, id')
  await work.rows(`delete from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`, [givenUp!.id])
  await work.rows(`select from graphile_worker.add_job('hear:a.hears', json_build_object('events', json_build_array($1::text)))`, [
    givenUp!.id,
  ])
  await work.rows(`update graphile_worker._private_jobs set attempts = max_attempts where payload::text like '%' || $1 || '%'`, [
    givenUp!.id,
  ])
  await age(24 * 100)
  expect(await purgeEvents(work.services)).toBe(0)
  expect(await kept()).toEqual(['onItsWay', 'givenUp'])
})

it('remembers up to where it deleted, so that an older cursor is known to be too old', async () => {
  await emit('g1')
  await emit('g2')
  await hear()
  const [last] = await work.rows<{ xid: string }>('select max(xid)::text as xid from work.event')
  await age(24 * 100)
  await purgeEvents(work.services)
  const purgedTo = async () => (await work.rows<{ purged_to: string }>('select purged_to::text from work.cursor'))[0]!.purged_to
  expect(await purgedTo()).toBe(last!.xid)
  await purgeEvents(work.services)
  expect(await purgedTo()).toBe(last!.xid)
})
