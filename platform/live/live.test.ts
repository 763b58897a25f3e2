import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { refuse } from '../../kernel/result.ts'
import { systemActor } from '../../kernel/actor.ts'
import { transact } from '../database/transaction.ts'
import { raiseAlarm } from '../work/alarms.ts'
import { openTestWork, until, type TestWork } from '../work/testWork.ts'
import { closeCodes } from './messages.ts'
import { openScreenAt, openTestLive, person, type TestLive } from './testLive.ts'

let work: TestWork
let house: TestLive

beforeAll(async () => {
  work = await openTestWork()
})
afterAll(() => work.close())
beforeEach(async () => {
  house = await openTestLive(work)
})
afterEach(() => house.stop())

const emit = (id: string, change: { regionCode?: string; organisationId?: string; type?: string } = {}) =>
  work.inTx(async (tx) =>
    tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id }, payload: { secret: 'word' }, ...change }),
  )
const screenOf = async (name: string, change: Parameters<typeof person>[1] = {}, rest: { after?: string; autoPong?: boolean } = {}) => {
  house.sessions.set(name, person(name, change))
  const screen = await openScreenAt(house, { cookie: name, ...rest })
  await until(() => screen.messages.length > 0)
  return screen
}

const refusedWith = (path: string, headers: { origin?: string }) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(`ws://${house.address}${path}`, headers)
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy()
      resolve(statusCode)
    })
    socket.on('error', () => undefined)
    socket.on('open', () => reject(new Error('it was let in')))
  })

it('says hello first, with a cursor and the time of the server', async () => {
  const screen = await screenOf('wang')
  expect(screen.messages).toEqual([
    { hello: { cursor: expect.stringMatching(/^[0-9a-f]{8}-\d+$/), serverTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) } },
  ])
  expect(house.live.figures()).toMatchObject({ screens: 1, whole: true })
})

it('lets in no page of another site, nobody without an origin, and answers no other path', async () => {
  expect(await refusedWith('/api/live', { origin: 'http://evil.example' })).toBe(403)
  expect(await refusedWith('/api/live', {})).toBe(403)
  expect(await refusedWith('/api/other', { origin: `http://${house.address}` })).toBe(404)
})

it('tells nobody who is not signed in', async () => {
  const screen = await openScreenAt(house, { cookie: 'nobody' })
  await until(() => screen.closeCode() !== null)
  expect(screen.closeCode()).toBe(closeCodes.sessionEnded)
  expect(screen.messages).toEqual([])
})

it('hints to each only what lies in the scope, and never what changed', async () => {
  const county = await screenOf('county')
  const neighbour = await screenOf('neighbour', { scope: { lo: '330109', hi: '330110', organisationId: null } })
  const city = await screenOf('city', { scope: { lo: '3301', hi: '3302', organisationId: null } })
  const plant = await screenOf('plant', { scope: { lo: '330114', hi: '330115', organisationId: 'o1' } })
  const admin = await screenOf('admin', { roles: ['systemAdmin'], scope: { lo: '330109', hi: '330110', organisationId: null } })

  await emit('of-o1', { organisationId: 'o1' })
  await emit('of-o2', { organisationId: 'o2' })
  await emit('of-neighbour', { regionCode: '330109' })
  await emit('of-nobody', { type: 'gate.painted' })
  await work.inTx((tx) => raiseAlarm(tx, { kind: 'jobFailing', subject: 'x', facts: {}, failures: 5 }))
  // The last word to everybody: what was to come before it has come.
  for (const regionCode of ['330114', '330109']) await emit('last', { regionCode, organisationId: 'o1', type: 'gate.closed' })
  for (const screen of [county, neighbour, city, plant, admin]) await until(() => screen.records().includes('gate/last'))

  expect(county.records()).toEqual(['gate/of-o1', 'gate/of-o2', 'gate/last'])
  expect(neighbour.records()).toEqual(['gate/of-neighbour', 'gate/last'])
  expect(new Set(city.records())).toEqual(new Set(['gate/of-o1', 'gate/of-o2', 'gate/of-neighbour', 'gate/last']))
  expect(plant.records()).toEqual(['gate/of-o1', 'gate/last'])
  expect(admin.hints().map(({ topic }) => topic)).toEqual(['gate.opened', 'work.alarmRaised', 'gate.closed'])
  expect(county.hints()[0]).toEqual({ cursor: expect.any(String), topic: 'gate.opened', record: { kind: 'gate', id: 'of-o1' } })
})

it('says nothing of a transaction that was rolled back', async () => {
  const screen = await screenOf('wang')
  await transact(work.services, { actor: systemActor('test') }, async (tx) => {
    tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id: 'no' }, payload: {} })
    return Promise.resolve(refuse('NO', {}))
  })
  await emit('yes')
  await until(() => screen.hints().length > 0)
  expect(screen.records()).toEqual(['gate/yes'])
})

it('hints once for a record that one transaction changed thrice', async () => {
  const screen = await screenOf('wang')
  await work.inTx(async (tx) => {
    for (const id of ['a', 'b', 'a', 'a']) tx.emit({ type: 'gate.opened', regionCode: '330114', record: { kind: 'gate', id }, payload: {} })
  })
  await emit('last')
  await until(() => screen.records().includes('gate/last'))
  expect(screen.records().toSorted()).toEqual(['gate/a', 'gate/b', 'gate/last'])
})

it('closes a screen at once when its session ended, and no other', async () => {
  const [ended, other] = [await screenOf('ended'), await screenOf('other')]
  house.sessions.delete('ended')
  await work.inTx(async (tx) =>
    tx.emit({ type: 'identity.sessionEnded', regionCode: '330114', record: { kind: 'session', id: 'session-ended' }, payload: {} }),
  )
  await until(() => ended.closeCode() !== null)
  expect(ended.closeCode()).toBe(closeCodes.sessionEnded)
  await emit('after')
  await until(() => other.hints().length > 0)
  expect(other.records()).toEqual(['gate/after'])
  expect(ended.hints()).toEqual([])
})

it('closes a screen in time when nothing told that its session ended', async () => {
  await house.stop()
  house = await openTestLive(work, { rhythm: { recheckMillis: 20 } })
  const screen = await screenOf('wang')
  house.sessions.delete('wang')
  await until(() => screen.closeCode() !== null)
  expect(screen.closeCode()).toBe(closeCodes.sessionEnded)
})

it('closes a screen whose session could not be looked at for too long', async () => {
  await house.stop()
  house = await openTestLive(work, { rhythm: { recheckMillis: 20, unverifiedMillis: 50 } })
  const screen = await screenOf('wang')
  house.lookFails = true
  await until(() => screen.closeCode() !== null)
  expect(screen.closeCode()).toBe(closeCodes.tryLater)
})

it('has a screen ask again for everything when its scope changed, and goes by the new one', async () => {
  await house.stop()
  house = await openTestLive(work, { rhythm: { recheckMillis: 20 } })
  const screen = await screenOf('wang')
  house.sessions.set('wang', person('wang', { scope: { lo: '330109', hi: '330110', organisationId: null } }))
  await until(() => screen.messages.some((message) => 'reset' in message))
  await emit('before')
  await emit('now', { regionCode: '330109' })
  await until(() => screen.hints().length > 0)
  expect(screen.records()).toEqual(['gate/now'])
})

it('drops a screen that does not answer, and keeps one that does', async () => {
  await house.stop()
  house = await openTestLive(work, { rhythm: { pingMillis: 100 } })
  const [deaf, well] = [await screenOf('deaf', {}, { autoPong: false }), await screenOf('well')]
  await until(() => deaf.closeCode() !== null)
  expect(well.closeCode()).toBeNull()
  expect(well.messages.some((message) => 'beat' in message && Temporal.Instant.from(message.beat.serverTime))).toBe(true)
  expect(house.live.figures()).toMatchObject({ dropped: 1, screens: 1 })
})

it('closes a line that speaks, and one line too many of a session', async () => {
  const screen = await screenOf('wang')
  screen.socket.send('hello?')
  await until(() => screen.closeCode() !== null)
  expect(screen.closeCode()).toBe(closeCodes.spoke)

  for (let line = 0; line < 20; line += 1) await screenOf('many')
  const tooMany = await openScreenAt(house, { cookie: 'many' })
  await until(() => tooMany.closeCode() !== null)
  expect(tooMany.closeCode()).toBe(closeCodes.tooManyLines)
})

it('tells the screens that the server stops', async () => {
  const screen = await screenOf('wang')
  await house.stop()
  await until(() => screen.closeCode() !== null)
  expect(screen.closeCode()).toBe(closeCodes.serverStops)
  house = await openTestLive(work)
})

it('reaches the screens of every server', async () => {
  const second = await openTestLive(work)
  second.sessions.set('li', person('li'))
  const [here, there] = [await screenOf('wang'), await openScreenAt(second, { cookie: 'li' })]
  await until(() => there.messages.length > 0)
  await emit('both')
  await until(() => here.hints().length > 0 && there.hints().length > 0)
  expect([here.records(), there.records()]).toEqual([['gate/both'], ['gate/both']])
  await second.stop()
})
