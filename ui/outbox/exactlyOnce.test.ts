import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConnectionLost, ServerFault } from '../api.ts'
import { openBox } from './box.ts'
import { createOutbox, type Outbox } from './engine.ts'
import { begin, end, Crash, left, mortal, newServer, owner, put, stage, worldOf, type Fault, type Server } from './testOutbox.ts'

beforeEach(begin)
afterEach(end)

describe('exactly once', () => {
  const drainMortal = async (server: Server, fault: Fault): Promise<void> => {
    stage.locked = false
    const outbox: Outbox = createOutbox(mortal(stage.box, fault), owner, worldOf(server, fault))
    await outbox.drain().catch((problem: unknown) => {
      if (!(problem instanceof Crash)) throw problem
    })
    outbox.stop()
  }

  test('through a crash at each step, before and after it', async () => {
    let crashes = 0
    for (let at = 1; ; at += 1) {
      stage.box.close()
      stage.box = await openBox(`crash ${at}`)
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
      expect(await stage.box.files('a'), `crash ${at}`).toEqual([])
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
        stage.box.close()
        stage.box = await openBox(`losses ${run}`)
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
