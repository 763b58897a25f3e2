import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestWork, until, type TestWork } from '../work/testWork.ts'
import { purgeEvents } from '../work/upkeep.ts'
import { eventsLookedThrough, hintsReplayed } from './resume.ts'
import { openScreenAt, openTestLive, person, type TestLive, type TestScreen } from './testLive.ts'

let work: TestWork
let house: TestLive

beforeAll(async () => {
  work = await openTestWork()
})
afterAll(() => work.close())
beforeEach(async () => {
  await work.rows(`truncate work.event, work.event_heard, graphile_worker._private_jobs; update work.cursor set purged_to = '0'`)
  house = await openTestLive(work)
  house.sessions.set('wang', person('wang'))
})
afterEach(() => house.stop())

const open = async (after?: string): Promise<TestScreen> => {
  const screen = await openScreenAt(house, { cookie: 'wang', ...(after === undefined ? {} : { after }) })
  await until(() => screen.messages.length > 0)
  return screen
}
const emit = (id: string, regionCode = '330114') =>
  work.inTx(async (tx) => tx.emit({ type: 'gate.opened', regionCode, record: { kind: 'gate', id }, payload: {} }))

/** A transaction that has written its event and has yet to commit. */
const openTransaction = async (id: string) => {
  let written = (): void => undefined
  let commit = (): void => undefined
  const held = new Promise<void>((resolve) => {
    commit = resolve
  })
  const begun = new Promise<void>((resolve) => {
    written = resolve
  })
  const done = work.services.database.kysely.transaction().execute(async (trx) => {
    await sql`select work.send(${JSON.stringify([{ id: crypto.randomUUID(), type: 'gate.opened', regionCode: '330114', recordKind: 'gate', recordId: id, payload: {} }])}::jsonb, '[]', now())`.execute(
      trx,
    )
    written()
    await held
  })
  await begun
  return {
    commit: async () => {
      commit()
      await done
    },
  }
}

it('tells at once what committed, although an earlier transaction still runs, and that one when it commits', async () => {
  const screen = await open()
  const early = await openTransaction('early')
  await emit('late')
  await until(() => screen.records().includes('gate/late'))
  expect(screen.records()).toEqual(['gate/late'])
  await early.commit()
  await until(() => screen.records().includes('gate/early'))
})

it('leaves no gap where two transactions commit in the other order and the line breaks in between', async () => {
  const [first, witness] = [await open(), await open()]
  const early = await openTransaction('early')
  await emit('late')
  await until(() => first.records().includes('gate/late'))
  await first.cut()
  await early.commit()
  // The feed is past it: only the cursor can bring it back.
  await until(() => witness.records().includes('gate/early'))

  const second = await open(first.cursor())
  await emit('next')
  await until(() => second.records().includes('gate/next'))
  expect(second.records()).toContain('gate/early')
})

it('leaves no gap where the screen resumes while the earlier transaction still runs', async () => {
  const [first, witness] = [await open(), await open()]
  const early = await openTransaction('early')
  await emit('late')
  await until(() => first.records().includes('gate/late'))
  await first.cut()
  const second = await open(first.cursor())
  await until(() => second.records().includes('gate/late'))
  await second.cut()
  await early.commit()
  await until(() => witness.records().includes('gate/early'))
  const third = await open(second.cursor())
  await emit('last')
  await until(() => third.records().includes('gate/last'))
  expect(third.records()).toContain('gate/early')
})

it('tells after a cut what happened meanwhile, in scope, each record once, and goes on', async () => {
  const first = await open()
  await emit('seen')
  await until(() => first.hints().length > 0)
  await first.cut()
  for (const id of ['a', 'b', 'a']) await emit(id)
  await emit('elsewhere', '330109')

  const second = await open(first.cursor())
  expect(second.messages[0]).toMatchObject({ hello: { cursor: first.cursor() } })
  await emit('next')
  await until(() => second.records().includes('gate/next'))
  // `seen` may come again, because its transaction is the one the cursor stands at, and so may what the feed was just reading.
  const later = [...new Set(second.records())].filter((record) => record !== 'gate/seen')
  expect(later).toEqual(['gate/b', 'gate/a', 'gate/next'])
})

it('loses nothing while the listening connection is cut, again and again', async () => {
  const screen = await open()
  const ids = Array.from({ length: 30 }, (_, place) => `g${place}`)
  for (const [place, id] of ids.entries()) {
    if (place % 10 === 5)
      await work.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'anlan live feed'`,
      )
    await emit(id)
  }
  await until(() => ids.every((id) => screen.records().includes(`gate/${id}`)))
  expect(screen.records()).toEqual(ids.map((id) => `gate/${id}`))
  await until(() => house.live.figures().whole)
})

it('loses nothing under many transactions that overlap, over a line that breaks all the time', async () => {
  const ids = Array.from({ length: 120 }, (_, place) => `g${place}`)
  const heard = new Set<string>()
  const first = await open()
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (const id of ids.filter((_, place) => place % 4 === writer)) {
      const transaction = await openTransaction(id)
      await pause((Number(id.slice(1)) * 7) % 13)
      await transaction.commit()
    }
  })
  let screen = first
  while (!ids.every((id) => heard.has(`gate/${id}`))) {
    await pause(15)
    await screen.cut()
    for (const record of screen.records()) heard.add(record)
    screen = await open(screen.cursor())
  }
  await Promise.all(writers)
  expect(heard).toEqual(new Set(ids.map((id) => `gate/${id}`)))
})

it('has the screen ask again for everything when its cursor is older than what is kept', async () => {
  const first = await open()
  await emit('old')
  await until(() => first.hints().length > 0)
  await first.cut()
  await work.rows(`delete from graphile_worker._private_jobs`)
  await work.rows(`update work.event set at = at - interval '15 days'`)
  expect(await purgeEvents(work.services)).toBe(1)
  // What is purged is two weeks old, and no transaction is; here it is a moment old, and one of another test's database,
  // which counts in the same ids, may still be open from before it. Then the feed must have read once since.
  await expect
    .poll(() => work.rows('select pg_snapshot_xmin(pg_current_snapshot()) > purged_to as past from work.cursor'))
    .toEqual([{ past: true }])
  const witness = await open()
  await emit('since')
  await until(() => witness.hints().length > 0)
  await witness.cut()

  const second = await open(first.cursor())
  await until(() => second.messages.length > 1)
  expect(second.messages).toEqual([
    { hello: { cursor: expect.any(String), serverTime: expect.any(String) } },
    { reset: { cursor: second.cursor() } },
  ])
  expect(second.messages[0]).toMatchObject({ hello: { cursor: second.cursor() } })

  await second.cut()
  const third = await open(second.cursor())
  await emit('new')
  await until(() => third.hints().length > 0)
  expect(third.messages.some((message) => 'reset' in message)).toBe(false)
})

it.each([
  ['of another database', (cursor: string) => cursor.replace(/^.{8}/, '00000000')],
  ['ahead of this database', (cursor: string) => cursor.replace(/-.*/, '-999999999999')],
  ['that no server wrote', () => 'yesterday'],
])('has the screen ask again for everything for a cursor %s', async (_, changed) => {
  const first = await open()
  await emit('g1')
  await until(() => first.hints().length > 0)
  const second = await open(changed(first.cursor()))
  await until(() => second.messages.length > 1)
  expect(second.messages[1]).toHaveProperty('reset')
  expect(second.hints()).toEqual([])
})

const flood = (count: number, regionCode: string) =>
  work.rows(
    `insert into work.event (id, type, at, region_code, record_kind, record_id, payload)
     select gen_random_uuid(), 'gate.opened', now(), $2, 'gate', 'f' || n, '{}' from generate_series(1, $1) n`,
    [count, regionCode],
  )

it('replays up to a thousand records, and no more', async () => {
  const first = await open()
  const cursor = first.cursor()
  await first.cut()
  await flood(hintsReplayed, '330114')
  const full = await open(cursor)
  await until(() => full.hints().length === hintsReplayed)
  await flood(1, '330114')
  await work.rows(`update work.event set record_id = 'one more' where xid = (select max(xid) from work.event)`)
  const tooMany = await open(cursor)
  await until(() => tooMany.messages.length > 1)
  expect(tooMany.messages[1]).toHaveProperty('reset')
})

it('looks through no more than twenty thousand events for one screen', async () => {
  const first = await open()
  await first.cut()
  await flood(eventsLookedThrough + 1, '440100')
  const second = await open(first.cursor())
  await until(() => second.messages.length > 1)
  expect(second.messages[1]).toHaveProperty('reset')
})

it('tells of a transaction larger than a page, or has the screen ask again for everything', async () => {
  const screen = await open()
  await flood(12_000, '330114')
  await emit('after')
  await until(() => screen.records().includes('gate/after'))
  const told = new Set(screen.records()).size - 1
  expect(told === 12_000 || screen.messages.some((message) => 'reset' in message)).toBe(true)
})
