import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceRoutes } from './contract.ts'
import { diskStore } from './diskStore.ts'
import { bytesOf, openTestEvidence, testInspector, valueOf, type TestEvidence } from './testEvidence.ts'
import { webm } from './testFiles.ts'

let evidence: TestEvidence
beforeAll(async () => {
  evidence = await openTestEvidence()
})
afterAll(() => evidence.close())

const who = testInspector()
const newFilm = (): Buffer => Buffer.concat([webm(), randomBytes(1000)])

describe('verifying what is kept', () => {
  it('finds one changed bit and one missing file among the whole', async () => {
    const items = []
    for (let each = 0; each < 6; each += 1) items.push(await evidence.add(who, newFilm(), 'a.webm'))
    expect(await evidence.room.verifyEvidence(evidence.services)).toMatchObject({ contents: 6, damages: [] })

    const [changed, missing] = [items[2]!.contentHash, items[4]!.contentHash]
    const file = await open(join(evidence.folder, 'evidence', changed.slice(0, 2), changed.slice(2, 4), changed), 'r+')
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 500)
    await file.write(Buffer.from([buffer[0]! ^ 1]), 0, 1, 500)
    await file.close()
    await evidence.store.remove(missing)

    const { contents, damages } = await evidence.room.verifyEvidence(evidence.services)
    expect(contents).toBe(6)
    expect(damages.toSorted((one, other) => (one.kind < other.kind ? -1 : 1))).toEqual([
      { contentHash: changed, storedIn: 'disk', kind: 'changed' },
      { contentHash: missing, storedIn: 'disk', kind: 'missing' },
    ])
  })

  it('is mended by whoever brings the same file again', async () => {
    const bytes = newFilm()
    const { id, contentHash } = await evidence.add(who, bytes, 'a.webm')
    await evidence.store.remove(contentHash)
    await evidence.add(who, bytes, 'b.webm')
    const kept = await evidence.call(evidenceRoutes.original, who, { params: { evidenceId: id }, query: { purpose: '测试' } })
    expect((await bytesOf(kept)).equals(bytes)).toBe(true)
  })
})

describe('a store that was changed', () => {
  it('still serves what lies in the former one, and takes new evidence into the new', async () => {
    const bytes = newFilm()
    const old = await evidence.add(who, bytes, 'old.webm')
    const store = { ...diskStore(join(evidence.folder, 'second')), name: 'second' }
    const moved = await openTestEvidence({ at: { url: evidence.url, folder: evidence.folder }, store, formerStores: [evidence.store] })
    const read = async (evidenceId: string) =>
      bytesOf(await moved.call(evidenceRoutes.original, who, { params: { evidenceId }, query: { purpose: '测试' } }))
    expect((await read(old.id)).equals(bytes)).toBe(true)
    const fresh = await moved.add(who, newFilm(), 'new.webm')
    expect([await store.sizeOf(fresh.contentHash), await evidence.store.sizeOf(fresh.contentHash)]).toEqual([fresh.sizeBytes, null])
    // The same file again stays where it lies.
    await moved.add(who, bytes, 'old.webm')
    expect(await store.sizeOf(old.contentHash)).toBeNull()
    await evidence.store.remove(old.contentHash)
    await moved.add(who, bytes, 'old.webm')
    expect((await read(old.id)).equals(bytes)).toBe(true)
    expect(await store.sizeOf(old.contentHash)).toBeNull()
    await moved.close()
  })

  it('and whose former one is no longer configured says so', async () => {
    const old = await evidence.add(who, newFilm(), 'old.webm')
    const store = { ...diskStore(join(evidence.folder, 'second')), name: 'second' }
    const moved = await openTestEvidence({ at: { url: evidence.url, folder: evidence.folder }, store })
    const asked = moved.call(evidenceRoutes.original, who, { params: { evidenceId: old.id }, query: { purpose: '测试' } })
    await expect(asked.then(valueOf)).rejects.toThrow('evidence lies in the store "disk", which is not configured')
    await moved.close()
  })
})
