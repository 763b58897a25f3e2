import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConnectionLost, RefusalError, ServerFault } from '../api.ts'
import { openBox, type Box } from './box.ts'
import { createOutbox, waitMilliseconds, type Outbox, type OutboxWorld, type Sender } from './engine.ts'
import type { KeptFile, Owner } from './records.ts'

const owner: Owner = { personId: 'shen', postId: 'inspector' }

/** The phone died: nothing of the engine runs on. */
class Crash extends Error {}

const refusal = (status: number, code: string, facts: Readonly<Record<string, unknown>> = {}): RefusalError =>
  new RefusalError(status, { code, facts, sentence: { zh: code, en: code } })

type Fault = (step: string, when: 'before' | 'after') => Error | undefined

/** A server that does each key once, and keeps what it was sent. */
const newServer = () => {
  const records = new Map<string, { readonly content: unknown; readonly photos: readonly string[] }>()
  const order: string[] = []
  const uploads = new Map<string, string | null>()
  let wholeFiles = 0
  return {
    records,
    order,
    uploads,
    files: () => wholeFiles,
    send: (key: string, content: unknown, photos: readonly string[]): void => {
      if (photos.some((id) => ![...uploads.values()].includes(id))) throw refusal(404, 'RECORD_NOT_FOUND', { kind: 'evidence' })
      if (records.has(key)) return
      records.set(key, { content, photos })
      order.push(key)
    },
    begin: (key: string): string => {
      if (!uploads.has(key)) uploads.set(key, null)
      return key
    },
    finish: (uploadId: string): string => {
      const held = uploads.get(uploadId)
      if (held) return held
      wholeFiles += 1
      const id = `evidence ${wholeFiles}`
      uploads.set(uploadId, id)
      return id
    },
  }
}

type Server = ReturnType<typeof newServer>

let present: Owner
let locked: boolean
let later: (() => void)[]

const worldOf = (server: Server, fault: Fault = () => undefined, sender: Partial<Sender> = {}): OutboxWorld => {
  const step = async <Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> => {
    const before = fault(name, 'before')
    if (before) throw before
    const value = await work()
    const after = fault(name, 'after')
    if (after) throw after
    return value
  }
  return {
    senderOf: async (kind) =>
      kind === 'unknown.kind'
        ? undefined
        : {
            send: (item, { key, evidenceOf }) =>
              step('send', () => {
                server.send(key, item.content, item.files.map(evidenceOf))
                return { receivedAt: '2026-11-24T02:00:00.000Z' }
              }),
            ...sender,
          },
    who: () => step('who', () => present),
    begin: ({ uploadKey }) => step('begin', () => server.begin(uploadKey)),
    upload: (_file, uploadId) => step('bytes', () => server.finish(uploadId)),
    alone: async (work) => {
      if (locked) return false
      locked = true
      try {
        await work()
        return true
      } finally {
        locked = false
      }
    },
    now: () => Date.parse('2026-11-24T01:00:00Z'),
    random: () => 0.5,
    later: (deed) => {
      later.push(deed)
      return () => {
        later = later.filter((each) => each !== deed)
      }
    },
    changed: () => undefined,
  }
}

/** The same box, of which each write may be the last one. */
const mortal = (box: Box, fault: Fault): Box => {
  const deeds = Object.entries(box).map(([name, deed]) => [
    name,
    async (...given: unknown[]) => {
      const before = fault(`box ${name}`, 'before')
      if (before) throw before
      const value: unknown = await (deed as (...given: unknown[]) => unknown)(...given)
      const after = fault(`box ${name}`, 'after')
      if (after) throw after
      return value
    },
  ])
  return Object.fromEntries(deeds) as Box
}

let box: Box
let names = 0
beforeEach(async () => {
  present = owner
  locked = false
  later = []
  names += 1
  box = await openBox(`outbox ${names}`)
})
afterEach(() => box.close())

const photo = async (id: string, holder: string): Promise<KeptFile> => {
  const file: KeptFile = {
    id,
    personId: owner.personId,
    holder,
    blob: new Blob([id]),
    name: `${id}.jpg`,
    takenAt: '2026-11-24T00:30:00Z',
    fix: null,
    uploadKey: id,
    uploadId: null,
    evidenceId: null,
  }
  await box.saveFile(file)
  return file
}

const put = async (id: string, photos = 0, more: object = {}): Promise<void> => {
  const files = Array.from({ length: photos }, (_, index) => `${id} photo ${index + 1}`)
  for (const file of files) await photo(file, 'draft')
  await box.putItem({
    ...owner,
    id,
    kind: 'test.visit',
    title: id,
    detail: '',
    content: { id },
    files,
    claimedAt: '2026-11-24T00:31:00Z',
    subjectAddress: null,
    draft: null,
    ...more,
  })
}

const left = async (): Promise<readonly string[]> => (await box.items()).map(({ id }) => id)

test('things go in the order in which they were done, each with its photos first, and leave the phone', async () => {
  const server = newServer()
  await put('a', 2)
  await put('b')
  await put('c', 1)
  const outbox = createOutbox(box, owner, worldOf(server))
  await outbox.drain()
  expect(server.order).toEqual(['a', 'b', 'c'])
  expect(server.records.get('a')?.photos).toEqual(['evidence 1', 'evidence 2'])
  expect(await left()).toEqual([])
  expect(await box.file('a photo 1')).toBeUndefined()
  expect(outbox.state.get()).toMatchObject({ phase: 'resting', sentToday: 3, items: [], lastSentAt: '2026-11-24T01:00:00.000Z' })
})

test('without network everything stays, and is tried again by itself', async () => {
  const server = newServer()
  await put('a')
  await put('b')
  let online = false
  const outbox = createOutbox(
    box,
    owner,
    worldOf(server, () => (online ? undefined : new ConnectionLost(null))),
  )
  await outbox.drain()
  expect(outbox.state.get()).toMatchObject({ phase: 'retrying', retryAt: Date.parse('2026-11-24T01:00:00Z') + 1_500 })
  expect(await left()).toEqual(['a', 'b'])
  expect(later).toHaveLength(1)
  online = true
  later[0]?.()
  await outbox.drain()
  expect(server.order).toEqual(['a', 'b'])
})

test('a refusal stops its thing alone and tells who did what meanwhile', async () => {
  const server = newServer()
  await put('a')
  await put('b')
  const deed = { at: '2026-11-24T00:40:00Z', who: '谭书禾', what: { zh: '复查不合格', en: 'refused it' } }
  const outbox = createOutbox(
    box,
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
    box,
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
    box,
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
  expect(later).toHaveLength(1)
  broken = false
  await outbox.drain()
  expect(server.order).toEqual(['b', 'a'])
})

test('a session that ended keeps everything and asks for a sign-in', async () => {
  await put('a')
  const outbox = createOutbox(
    box,
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
  const outbox = createOutbox(box, owner, worldOf(server))
  present = { personId: 'tan', postId: 'inspector' }
  await outbox.drain()
  expect(outbox.state.get()).toMatchObject({ phase: 'othersTurn', others: 1 })
  present = { ...owner, postId: 'another' }
  await outbox.drain()
  expect(server.order).toEqual([])
  present = owner
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
  await Promise.all([createOutbox(box, owner, world).drain(), createOutbox(box, owner, world).drain()])
  expect(sends).toBe(1)
  expect(server.order).toEqual(['a'])
})

test('evidence that the server cleared away meanwhile is sent again', async () => {
  const server = newServer()
  await put('a', 1)
  await box.changeFile('a photo 1', { evidenceId: 'long gone' })
  await createOutbox(box, owner, worldOf(server)).drain()
  expect(server.records.get('a')?.photos).toEqual(['evidence 1'])
})

test('a kind that this program does not know yet waits', async () => {
  await put('a', 0, { kind: 'unknown.kind' })
  const server = newServer()
  await put('b')
  await createOutbox(box, owner, worldOf(server)).drain()
  expect(server.order).toEqual(['b'])
  expect(await left()).toEqual(['a'])
})

test('paused, nothing goes; resumed, it goes on', async () => {
  const server = newServer()
  await put('a')
  const outbox = createOutbox(box, owner, worldOf(server), true)
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
  await box.saveDraft(draft)
  await put('a', 1, { draft })
  expect(await box.draft('draft')).toBeUndefined()
  expect(await box.reopen('a')).toBe('/m/visits/draft')
  expect(await box.draft('draft')).toEqual(draft)
  expect((await box.files('draft')).map(({ id }) => id)).toEqual(['a photo 1'])
  expect(await left()).toEqual([])
})

test('a sign-out throws away what was taken along, never what is not sent', async () => {
  await put('a', 1)
  await box.savePack('hazards.pack/shen/inspector', { units: [] })
  await box.savePack('hazards.pack/tan/inspector', { units: [] })
  await box.dropPacks('shen')
  expect(await box.pack('hazards.pack/shen/inspector')).toBeUndefined()
  expect(await box.pack('hazards.pack/tan/inspector')).toEqual({ units: [] })
  expect(await left()).toEqual(['a'])
})

describe('exactly once', () => {
  const drainMortal = async (server: Server, fault: Fault): Promise<void> => {
    locked = false
    const outbox: Outbox = createOutbox(mortal(box, fault), owner, worldOf(server, fault))
    await outbox.drain().catch((problem: unknown) => {
      if (!(problem instanceof Crash)) throw problem
    })
    outbox.stop()
  }

  test('through a crash at each step, before and after it', async () => {
    let crashes = 0
    for (let at = 1; ; at += 1) {
      box.close()
      box = await openBox(`crash ${at}`)
      const server = newServer()
      await put('a', 2)
      await put('b', 1)
      let count = 0
      await drainMortal(server, () => {
        count += 1
        return count === at ? new Crash() : undefined
      })
      if (count < at) break
      crashes += 1
      await drainMortal(server, () => undefined)
      expect(server.order, `crash ${at}`).toEqual(['a', 'b'])
      expect(server.records.get('a')?.photos, `crash ${at}`).toHaveLength(2)
      expect(server.files(), `whole photos after crash ${at}`).toBe(3)
      expect(await left(), `crash ${at}`).toEqual([])
      expect(await box.files('a'), `crash ${at}`).toEqual([])
    }
    expect(crashes).toBeGreaterThan(50)
  })

  test('through any sequence of lost connections, faults and crashes', async () => {
    const losses = fc.array(fc.constantFrom('ok', 'ok', 'ok', 'lost', 'busy', 'crash'), { maxLength: 60 })
    const things = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(losses, things, async (sequence, photos) => {
        run += 1
        box.close()
        box = await openBox(`losses ${run}`)
        const server = newServer()
        for (const [index, count] of photos.entries()) await put(`thing ${index}`, count)
        const coming = [...sequence]
        const fault: Fault = (step) => {
          const next = coming.shift() ?? 'ok'
          if (next === 'ok') return undefined
          if (next === 'crash') return new Crash()
          // The phone's own storage is not behind the network.
          if (step.startsWith('box')) return undefined
          return next === 'lost' ? new ConnectionLost(null) : new ServerFault(503, null)
        }
        // Every attempt uses up faults, so there is an end.
        while ((await left()).length > 0) await drainMortal(server, fault)
        expect(server.order).toEqual(photos.map((_, index) => `thing ${index}`))
        expect(server.files()).toBe(photos.reduce((sum, count) => sum + count, 0))
        for (const [index, count] of photos.entries()) expect(server.records.get(`thing ${index}`)?.photos).toHaveLength(count)
      }),
      { numRuns: 60 },
    )
  })
})

test('waits double up to five minutes and are spread', () => {
  expect(waitMilliseconds(0, 0)).toBe(1_000)
  expect(waitMilliseconds(0, 1)).toBe(2_000)
  expect(waitMilliseconds(3, 1)).toBe(16_000)
  expect(waitMilliseconds(20, 1)).toBe(300_000)
})
