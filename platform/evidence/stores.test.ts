import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBucket, type TestBucket } from '../../tests/servers/bucket.ts'
import { diskStore } from './diskStore.ts'
import { BucketFault, s3Store } from './s3Store.ts'
import { ContentMissing, type EvidenceStore } from './store.ts'
import { writeWorkFile } from './workFiles.ts'

let folder: string
let bucket: TestBucket

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-证据 '))
  bucket = await openTestBucket()
})
afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

const stores: readonly (readonly [string, () => EvidenceStore])[] = [
  ['a folder', () => diskStore(join(folder, 'disk'))],
  // The smallest part that S3 takes, so that a file of a test has several.
  ['an S3 bucket', () => s3Store({ ...bucket, prefix: 'anlan/', workFolder: join(folder, 'work'), partBytes: 5 * 1024 ** 2 })],
]

const kept = async (store: EvidenceStore, bytes: Uint8Array): Promise<string> => {
  const file = await writeWorkFile(store.workFolder, Readable.from([bytes]), bytes.byteLength)
  await store.keep(file.hash, file.path)
  return file.hash
}

describe.each(stores)('evidence in %s', (_where, open) => {
  it('is kept under its SM3 and read back whole and in part', async () => {
    const store = open()
    const bytes = randomBytes(300_000)
    const hash = await kept(store, bytes)
    expect(hash).toBe(createHash('sm3').update(bytes).digest('hex'))
    expect(await store.sizeOf(hash)).toBe(bytes.length)
    expect((await buffer(await store.open(hash))).equals(bytes)).toBe(true)
    expect((await buffer(await store.open(hash, { first: 10, last: 29 }))).equals(bytes.subarray(10, 30))).toBe(true)
    expect(await readdir(store.workFolder)).toEqual([])
  })

  it('goes up in parts when it is large, and is the same', async () => {
    const store = open()
    const bytes = randomBytes(12 * 1024 ** 2 + 7)
    const hash = await kept(store, bytes)
    expect(await store.sizeOf(hash)).toBe(bytes.length)
    expect(
      createHash('sm3')
        .update(await buffer(await store.open(hash)))
        .digest('hex'),
    ).toBe(hash)
  })

  it('is kept again without harm, removed once and for all, and a copy is a thing of its own', async () => {
    const store = open()
    const bytes = randomBytes(1000)
    const hash = await kept(store, bytes)
    await kept(store, bytes)
    const copy = await writeWorkFile(store.workFolder, Readable.from([Buffer.from('copy')]), 10)
    await store.keep(`${hash}.320`, copy.path)
    await store.remove(hash)
    await store.remove(hash)
    expect(await store.sizeOf(hash)).toBeNull()
    await expect(store.open(hash)).rejects.toThrow(ContentMissing)
    expect((await buffer(await store.open(`${hash}.320`))).toString()).toBe('copy')
  })

  it('stages chunks of an upload until the upload is dropped', async () => {
    const store = open()
    const upload = randomUUID()
    const first = await store.stage(upload, 0, Readable.from([Buffer.from('abc'), Buffer.from('def')]), 100)
    const second = await store.stage(upload, 6, Readable.from([Buffer.from('gh')]), 100)
    expect([first.sizeBytes, second.sizeBytes]).toEqual([6, 2])
    expect((await buffer(await store.readStaged(upload, first.stagedAs))).toString()).toBe('abcdef')
    await store.dropStaged(upload, first.stagedAs)
    await expect(store.readStaged(upload, first.stagedAs)).rejects.toThrow(ContentMissing)
    await store.dropUpload(upload)
    await store.dropUpload(upload)
    await expect(store.readStaged(upload, second.stagedAs)).rejects.toThrow(ContentMissing)
    expect(await readdir(store.workFolder)).toEqual([])
  })

  it('stages nothing of a chunk that is too long', async () => {
    const store = open()
    const upload = randomUUID()
    const staged = await store.stage(upload, 0, Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), 100)
    expect(staged).toMatchObject({ tooMuch: true, sizeBytes: 0 })
    await expect(store.readStaged(upload, staged.stagedAs)).rejects.toThrow(ContentMissing)
  })

  it('stages what came before the sender broke off', async () => {
    const store = open()
    const upload = randomUUID()
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('so far')
      throw new Error('aborted')
    }
    const staged = await store.stage(upload, 0, breaking(), 100)
    expect(staged).toMatchObject({ tooMuch: false, sizeBytes: 6 })
    expect((await buffer(await store.readStaged(upload, staged.stagedAs))).toString()).toBe('so far')
  })

  it('clears away work that is a day old, and no younger', async () => {
    const store = open()
    await kept(store, randomBytes(10))
    const [old, young] = [join(store.workFolder, 'old'), join(store.workFolder, 'young')]
    await writeFile(old, 'x')
    await writeFile(young, 'x')
    const now = Temporal.Now.instant()
    await utimes(old, new Date(now.epochMilliseconds), new Date(now.subtract({ hours: 25 }).epochMilliseconds))
    await store.clearWork()
    expect(await readdir(store.workFolder)).toEqual(['young'])
    await rm(young)
  })
})

describe('a folder', () => {
  it('lies as ab/cd/<hash>, closed to other users', async () => {
    const store = diskStore(join(folder, 'laid out'))
    const hash = await kept(store, Buffer.from('安澜'))
    expect(await readdir(join(folder, 'laid out', hash.slice(0, 2), hash.slice(2, 4)))).toEqual([hash])
  })

  it.each(['../../etc/passwd', 'a'.repeat(63), `${'a'.repeat(64)}.svg`, `${'A'.repeat(64)}`])('takes no name such as %s', async (name) => {
    const store = diskStore(join(folder, 'disk'))
    await expect(store.open(name)).rejects.toThrow(RangeError)
    await expect(store.dropUpload(name)).rejects.toThrow(RangeError)
  })

  it('knows how much it can still take; a bucket does not', async () => {
    expect(await diskStore(join(folder, 'disk')).freeBytes()).toBeGreaterThan(0)
    expect(await s3Store({ ...bucket, workFolder: folder }).freeBytes()).toBeNull()
  })
})

describe('a bucket', () => {
  it('that refuses us is a fault, not a missing file', async () => {
    const store = s3Store({ ...bucket, secretAccessKey: 'wrong', workFolder: join(folder, 'work') })
    await expect(store.sizeOf('a'.repeat(64))).rejects.toThrow(BucketFault)
    await expect(store.open('a'.repeat(64))).rejects.toThrow(/403 SignatureDoesNotMatch/)
  })

  it('that cannot be reached is a fault', async () => {
    const store = s3Store({ ...bucket, endpoint: 'http://127.0.0.1:1', workFolder: join(folder, 'work') })
    await expect(kept(store, Buffer.from('x'))).rejects.toThrow('fetch failed')
  })
})
