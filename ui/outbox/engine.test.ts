import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConnectionLost, ServerFault } from '../api.ts'
import { createOutbox, waitMilliseconds } from './engine.ts'
import { begin, end, left, newServer, owner, put, refusal, stage, worldOf } from './testOutbox.ts'

beforeEach(begin)
afterEach(end)

test('things go in the order in which they were done, each with its photos first, and leave the phone', async () => {
  const server = newServer()
  await put('a', 2)
  await put('b')
  await put('c', 1)
  const outbox = createOutbox(stage.box, owner, worldOf(server))
  await outbox.drain()
  expect(server.order).toEqual(['a', 'b', 'c'])
  expect(server.records.get('a')?.photos).toEqual(['evidence 1', 'evidence 2'])
  expect(await left()).toEqual([])
  expect(await stage.box.file('a photo 1')).toBeUndefined()
  expect(outbox.state.get()).toMatchObject({ phase: 'resting', sentToday: 3, items: [], lastSentAt: '2026-11-24T01:00:00.000Z' })
})

test('without network everything stays, and is tried again by itself', async () => {
  const server = newServer()
  await put('a')
  await put('b')
  let online = false
  const outbox = createOutbox(
    stage.box,
    owner,
    worldOf(server, () => (online ? undefined : new ConnectionLost(null))),
  )
  await outbox.drain()
  expect(outbox.state.get()).toMatchObject({ phase: 'retrying', retryAt: Date.parse('2026-11-24T01:00:00Z') + 1_500 })
  expect(await left()).toEqual(['a', 'b'])
  expect(stage.later).toHaveLength(1)
  online = true
  stage.later[0]?.()
  await outbox.drain()
  expect(server.order).toEqual(['a', 'b'])
})

test('a refusal stops its thing alone and tells who did what meanwhile', async () => {
  const server = newServer()
  await put('a')
  await put('b')
  const deed = { at: '2026-11-24T00:40:00Z', who: '谭书禾', what: { zh: '复查不合格', en: 'refused it' } }
  const outbox = createOutbox(
    stage.box,
    owner,
    worldOf(server, () => undefined, {
      send: async (item) => {
        if (item.id === 'a') throw refusal(409, 'CHANGED_MEANWHILE', { because: null })
        server.send(item.id, item.content, [])
        return { receivedAt: '2026-11-24T02:00:00.000Z' }
      },
      explain: async () => [deed],
    }),
  )
  await outbox.drain()
  expect(server.order).toEqual(['b'])
  expect(outbox.state.get().items.map(({ id, state }) => [id, state])).toEqual([
    [
      'a',
      {
        phase: 'refused',
        at: '2026-11-24T01:00:00.000Z',
        refusal: expect.objectContaining({ code: 'CHANGED_MEANWHILE' }),
        meanwhile: [deed],
      },
    ],
  ])
  // It is not sent again by itself.
  await outbox.drain()
  expect(await left()).toEqual(['a'])
})

test('an explanation that gets no answer leaves the refusal standing', async () => {
  await put('a')
  const outbox = createOutbox(
    stage.box,
    owner,
    worldOf(newServer(), () => undefined, {
      send: async () => {
        throw refusal(409, 'CHANGED_MEANWHILE')
      },
      explain: async () => {
        throw new ConnectionLost(null)
      },
    }),
  )
  await outbox.drain()
  expect(outbox.state.get().items[0]?.state).toMatchObject({ phase: 'refused', meanwhile: [] })
})

test('a fault of the server lets the others pass, and the thing is tried again', async () => {
  const server = newServer()
  await put('a')
  await put('b')
  let broken = true
  const outbox = createOutbox(
    stage.box,
    owner,
    worldOf(server, () => undefined, {
      send: async ({ id, content }) => {
        if (id === 'a' && broken) throw new ServerFault(500, 'f-1')
        server.send(id, content, [])
        return { receivedAt: '2026-11-24T02:00:00.000Z' }
      },
    }),
  )
  await outbox.drain()
  expect(server.order).toEqual(['b'])
  expect(stage.later).toHaveLength(1)
  broken = false
  await outbox.drain()
  expect(server.order).toEqual(['b', 'a'])
})

test('a session that ended keeps everything and asks for a sign-in', async () => {
  await put('a')
  const outbox = createOutbox(
    stage.box,
    owner,
    worldOf(newServer(), (step) => (step === 'who' ? refusal(401, 'SESSION_ENDED') : undefined)),
  )
  await outbox.drain()
  expect(outbox.state.get().phase).toBe('signInNeeded')
  expect(await left()).toEqual(['a'])
})

test('what one person did is sent by nobody else, nor in another post', async () => {
  const server = newServer()
  await put('a')
  await put('of another', 0, { personId: 'tan' })
  const outbox = createOutbox(stage.box, owner, worldOf(server))
  stage.present = { personId: 'tan', postId: 'inspector' }
  await outbox.drain()
  expect(outbox.state.get()).toMatchObject({ phase: 'othersTurn', others: 1 })
  stage.present = { ...owner, postId: 'another' }
  await outbox.drain()
  expect(server.order).toEqual([])
  stage.present = owner
  await outbox.drain()
  expect(server.order).toEqual(['a'])
  expect(await left()).toEqual(['of another'])
})

test('two tabs never send one thing twice', async () => {
  const server = newServer()
  await put('a')
  let sends = 0
  const world = worldOf(server, (step, when) => {
    if (step === 'send' && when === 'before') sends += 1
    return undefined
  })
  await Promise.all([createOutbox(stage.box, owner, world).drain(), createOutbox(stage.box, owner, world).drain()])
  expect(sends).toBe(1)
  expect(server.order).toEqual(['a'])
})

test('evidence that the server cleared away meanwhile is sent again', async () => {
  const server = newServer()
  await put('a', 1)
  await stage.box.changeFile('a photo 1', { evidenceId: 'long gone' })
  await createOutbox(stage.box, owner, worldOf(server)).drain()
  expect(server.records.get('a')?.photos).toEqual(['evidence 1'])
})

test('a kind that this program does not know yet waits', async () => {
  await put('a', 0, { kind: 'unknown.kind' })
  const server = newServer()
  await put('b')
  await createOutbox(stage.box, owner, worldOf(server)).drain()
  expect(server.order).toEqual(['b'])
  expect(await left()).toEqual(['a'])
})

test('paused, nothing goes; resumed, it goes on', async () => {
  const server = newServer()
  await put('a')
  const outbox = createOutbox(stage.box, owner, worldOf(server), true)
  await outbox.drain()
  expect(outbox.state.get().phase).toBe('paused')
  expect(server.order).toEqual([])
  outbox.resume()
  await outbox.drain()
  await expect.poll(left).toEqual([])
  expect(server.order).toEqual(['a'])
})

test('what was refused becomes the draft again that it was, with its photos', async () => {
  const draft = {
    ...owner,
    id: 'draft',
    kind: 'test.visit',
    title: 'a',
    address: '/m/visits/draft',
    content: { answers: 3 },
    savedAt: '2026-11-24T00:30:00Z',
  }
  await stage.box.saveDraft(draft)
  await put('a', 1, { draft })
  expect(await stage.box.draft('draft')).toBeUndefined()
  expect(await stage.box.reopen('a')).toBe('/m/visits/draft')
  expect(await stage.box.draft('draft')).toEqual(draft)
  expect((await stage.box.files('draft')).map(({ id }) => id)).toEqual(['a photo 1'])
  expect(await left()).toEqual([])
})

test('a sign-out throws away what was taken along, never what is not sent', async () => {
  await put('a', 1)
  await stage.box.savePack('hazards.pack/shen/inspector', { units: [] })
  await stage.box.savePack('hazards.pack/tan/inspector', { units: [] })
  await stage.box.dropPacks('shen')
  expect(await stage.box.pack('hazards.pack/shen/inspector')).toBeUndefined()
  expect(await stage.box.pack('hazards.pack/tan/inspector')).toEqual({ units: [] })
  expect(await left()).toEqual(['a'])
})

test('waits double up to five minutes and are spread', () => {
  expect(waitMilliseconds(0, 0)).toBe(1_000)
  expect(waitMilliseconds(0, 1)).toBe(2_000)
  expect(waitMilliseconds(3, 1)).toBe(16_000)
  expect(waitMilliseconds(20, 1)).toBe(300_000)
})
