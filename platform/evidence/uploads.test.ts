import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyStore } from '../../tests/servers/evidence.ts'
import { evidenceRoutes } from './contract.ts'
import { evidenceLimits } from './law.ts'
import { ContentMissing } from './store.ts'
import { bytesOf, openTestEvidence, refusalOf, testInspector, valueOf, type TestEvidence } from './testEvidence.ts'
import { pdf, phonePhoto, webm } from './testFiles.ts'
import { countChunk } from './uploadRecords.ts'

const { beginUpload, receiveChunk, upload: readUpload, abandonUpload, original } = evidenceRoutes

/** A film of any length, and never the same. */
const longFilm = (sizeBytes: number): Buffer => Buffer.concat([webm(), randomBytes(sizeBytes - webm().length)])

describe.each(everyStore)('an upload kept %s', (_where, open) => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await open()
  })
  afterAll(() => evidence.close())

  const begin = async (who: ReturnType<typeof testInspector>, sizeBytes: number, name = 'film.webm'): Promise<string> =>
    valueOf(await evidence.call(beginUpload, who, { body: { name, sizeBytes } })).uploadId

  const patch = (who: ReturnType<typeof testInspector>, uploadId: string, offset: number | string, bytes: Readable | Buffer) =>
    evidence.call(receiveChunk, who, {
      params: { uploadId },
      headers: { 'upload-offset': String(offset) },
      bytes: bytes instanceof Readable ? bytes : Readable.from([bytes]),
    })

  const originalOf = async (who: ReturnType<typeof testInspector>, evidenceId: string): Promise<Buffer> =>
    bytesOf(await evidence.call(original, who, { params: { evidenceId }, query: { purpose: '测试' } }))

  it('in three chunks becomes evidence under its SM3, byte for byte', async () => {
    const who = testInspector()
    const bytes = longFilm(1_000_003)
    const sent = valueOf(await evidence.send(who, bytes, { name: '巡查.webm', chunkBytes: 400_000, takenAt: '2026-11-23T08:00:00.000Z' }))
    expect(sent).toMatchObject({ receivedBytes: bytes.length, sizeBytes: bytes.length })
    expect(sent.item).toMatchObject({
      kind: 'video',
      mediaType: 'video/webm',
      name: '巡查.webm',
      sizeBytes: bytes.length,
      contentHash: createHash('sm3').update(bytes).digest('hex'),
      takenAt: '2026-11-23T08:00:00.000Z',
      receivedAt: '2026-11-24T01:00:00.000Z',
      uploadedBy: who.personId,
      record: null,
    })
    expect((await originalOf(who, sent.item!.id)).equals(bytes)).toBe(true)
    // Nothing of the making is left.
    expect(await evidence.store.sizeOf(sent.item!.contentHash)).toBe(bytes.length)
    const chunks = await evidence.rows<{ staged_as: string }>('select staged_as from evidence.chunk where upload_id = $1', [sent.uploadId])
    expect(chunks).toHaveLength(3)
    for (const { staged_as } of chunks) await expect(evidence.store.readStaged(sent.uploadId, staged_as)).rejects.toThrow(ContentMissing)
  })

  it('refuses a chunk at another place and says where to go on', async () => {
    const who = testInspector()
    const bytes = longFilm(3000)
    const uploadId = await begin(who, bytes.length)
    valueOf(await patch(who, uploadId, 0, bytes.subarray(0, 1000)))
    for (const offset of [0, 500, 1001, 3000])
      expect(refusalOf(await patch(who, uploadId, offset, bytes.subarray(0, 100)))).toEqual({
        code: 'UPLOAD_OFFSET_WRONG',
        facts: { receivedBytes: 1000, sizeBytes: 3000 },
      })
    expect(refusalOf(await patch(who, uploadId, 'x', bytes)).code).toBe('INPUT_INVALID')
    expect(valueOf(await evidence.call(readUpload, who, { params: { uploadId } })).receivedBytes).toBe(1000)
    const { item } = valueOf(await patch(who, uploadId, 1000, bytes.subarray(1000)))
    expect((await originalOf(who, item!.id)).equals(bytes)).toBe(true)
  })

  it('lets one of two senders at one place count', async () => {
    const who = testInspector()
    const bytes = longFilm(2000)
    const uploadId = await begin(who, bytes.length)
    const answers = await Promise.all([1, 2, 3].map(() => patch(who, uploadId, 0, bytes.subarray(0, 1500))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok).map((answer) => refusalOf(answer).code)).toEqual(['UPLOAD_OFFSET_WRONG', 'UPLOAD_OFFSET_WRONG'])
    const { item } = valueOf(await patch(who, uploadId, 1500, bytes.subarray(1500)))
    expect((await originalOf(who, item!.id)).equals(bytes)).toBe(true)
  })

  it('keeps what came before the connection broke', async () => {
    const who = testInspector()
    const bytes = longFilm(2000)
    const uploadId = await begin(who, bytes.length)
    const breaking = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 700)
        throw new Error('aborted')
      })(),
    )
    expect(valueOf(await patch(who, uploadId, 0, breaking)).receivedBytes).toBe(700)
    const { item } = valueOf(await patch(who, uploadId, 700, bytes.subarray(700)))
    expect((await originalOf(who, item!.id)).equals(bytes)).toBe(true)
  })

  it('answers a lost last answer again, to any number that ask at once, with the one item', async () => {
    const who = testInspector()
    const bytes = longFilm(2000)
    const uploadId = await begin(who, bytes.length)
    valueOf(await patch(who, uploadId, 0, bytes.subarray(0, 1999)))
    // The last byte arrives, and the server falls before it has made an item of it.
    await evidence.inTx(who, async (tx) => {
      const staged = await evidence.store.stage(uploadId, 1999, Readable.from([bytes.subarray(1999)]), 1)
      await countChunk(tx, uploadId, { firstByte: 1999, sizeBytes: 1, stagedAs: staged.stagedAs }, '2026-12-01T00:00:00Z')
    })
    const answers = await Promise.all([1, 2, 3].map(() => patch(who, uploadId, 2000, Buffer.alloc(0))))
    const ids = new Set(answers.map((answer) => valueOf(answer).item!.id))
    expect(ids.size).toBe(1)
    expect(valueOf(await patch(who, uploadId, 2000, Buffer.alloc(0))).item!.id).toBe([...ids][0])
    expect(await evidence.rows('select id from evidence.item where uploaded_by = $1', [who.personId])).toHaveLength(1)
  })

  it('begins anew where chunks that were counted are gone', async () => {
    const who = testInspector()
    const bytes = longFilm(2000)
    const uploadId = await begin(who, bytes.length)
    valueOf(await patch(who, uploadId, 0, bytes.subarray(0, 1000)))
    await evidence.store.dropUpload(uploadId)
    expect(refusalOf(await patch(who, uploadId, 1000, bytes.subarray(1000)))).toEqual({
      code: 'UPLOAD_OFFSET_WRONG',
      facts: { receivedBytes: 0, sizeBytes: 2000 },
    })
    const { item } = valueOf(await patch(who, uploadId, 0, bytes))
    expect((await originalOf(who, item!.id)).equals(bytes)).toBe(true)
  })

  it('of content that is there already is an item of its own on the one content', async () => {
    const [one, other] = [testInspector(), testInspector()]
    const bytes = longFilm(5000)
    const [first, second, third] = [
      await evidence.add(one, bytes, 'a.webm'),
      await evidence.add(other, bytes, 'b.webm'),
      await evidence.add(one, bytes, 'c.webm'),
    ]
    expect(new Set([first.id, second.id, third.id]).size).toBe(3)
    expect(new Set([first.contentHash, second.contentHash, third.contentHash]).size).toBe(1)
    expect(await evidence.rows('select hash from evidence.content where hash = $1', [first.contentHash])).toHaveLength(1)
    expect((await originalOf(other, second.id)).equals(bytes)).toBe(true)
  })

  it('refuses a chunk that is too long, and bytes beyond the declared size', async () => {
    const who = testInspector()
    const uploadId = await begin(who, 20 * 1024 ** 2)
    expect(refusalOf(await patch(who, uploadId, 0, Buffer.alloc(8 * 1024 ** 2 + 1)))).toEqual({
      code: 'UPLOAD_CHUNK_TOO_LARGE',
      facts: { limitBytes: 8 * 1024 ** 2 },
    })
    const short = await begin(who, 100)
    expect(refusalOf(await patch(who, short, 0, Buffer.alloc(101)))).toEqual({
      code: 'UPLOAD_LONGER_THAN_DECLARED',
      facts: { sizeBytes: 100 },
    })
    expect(valueOf(await evidence.call(readUpload, who, { params: { uploadId: short } })).receivedBytes).toBe(0)
  })
})

describe('an upload', () => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await openTestEvidence({ tightenedFor: async () => new Map([[evidenceLimits.paper.key, 1]]) })
  })
  afterAll(() => evidence.close())

  it('is another person’s business nowhere', async () => {
    const [who, other] = [testInspector(), testInspector()]
    const { uploadId } = valueOf(await evidence.call(beginUpload, who, { body: { name: 'a.jpg', sizeBytes: 10 } }))
    const chunk = { params: { uploadId }, headers: { 'upload-offset': '0' }, bytes: Readable.from([Buffer.alloc(10)]) }
    const answers = [
      await evidence.call(readUpload, other, { params: { uploadId } }),
      await evidence.call(receiveChunk, other, chunk),
      await evidence.call(abandonUpload, other, { params: { uploadId } }),
    ]
    for (const answer of answers) expect(refusalOf(answer)).toEqual({ code: 'RECORD_NOT_FOUND', facts: { kind: 'upload', id: uploadId } })
    expect(valueOf(await evidence.call(readUpload, who, { params: { uploadId } })).receivedBytes).toBe(0)
  })

  it('ends when it is given up', async () => {
    const who = testInspector()
    const { uploadId } = valueOf(await evidence.call(beginUpload, who, { body: { name: 'a.jpg', sizeBytes: 10 } }))
    valueOf(await evidence.call(abandonUpload, who, { params: { uploadId } }))
    expect(refusalOf(await evidence.call(readUpload, who, { params: { uploadId } })).code).toBe('RECORD_NOT_FOUND')
  })

  it('is refused before a byte is sent where its name promises a kind that may not be so large', async () => {
    const mebibyte = 1024 ** 2
    const begin = (name: string, sizeBytes: number) => evidence.call(beginUpload, testInspector(), { body: { name, sizeBytes } })
    expect(refusalOf(await begin('照片.JPG', 41 * mebibyte))).toEqual({
      code: 'EVIDENCE_TOO_LARGE',
      facts: { kind: 'photo', sizeBytes: 41 * mebibyte, limitBytes: 40 * mebibyte },
    })
    expect(refusalOf(await begin('film.mp4', 2049 * mebibyte)).facts).toMatchObject({ kind: 'video' })
    expect(refusalOf(await begin('unknown', 2049 * mebibyte)).facts).toMatchObject({ kind: null })
    valueOf(await begin('film.mp4', 2048 * mebibyte))
  })

  it('is held to the limit its organisation has tightened, whatever the name promised', async () => {
    const large = Buffer.concat([pdf(), Buffer.alloc(1024 ** 2)])
    expect(refusalOf(await evidence.send(testInspector(), large, { name: 'paper.pdf' })).code).toBe('EVIDENCE_TOO_LARGE')
    const disguised = await evidence.send(testInspector(), large, { name: 'paper.mp4' })
    expect(refusalOf(disguised)).toMatchObject({ code: 'EVIDENCE_TOO_LARGE', facts: { kind: 'paper', limitBytes: 1024 ** 2 } })
    valueOf(await evidence.send(testInspector(), pdf(), { name: 'paper.pdf' }))
  })

  it('counts against what one person may have without a record', async () => {
    const who = testInspector()
    const begin = (sizeBytes: number) => evidence.call(beginUpload, who, { body: { name: 'film.mp4', sizeBytes } })
    await evidence.add(who, await phonePhoto(100, 80))
    valueOf(await begin(2048 * 1024 ** 2))
    const second = valueOf(await begin(2048 * 1024 ** 2))
    const refused = refusalOf(await begin(2048 * 1024 ** 2))
    expect(refused).toMatchObject({ code: 'EVIDENCE_QUOTA_REACHED', facts: { limitBytes: 5120 * 1024 ** 2 } })
    expect(refused.facts['usedBytes']).toBeGreaterThan(4096 * 1024 ** 2)
    valueOf(await evidence.call(abandonUpload, who, { params: { uploadId: second.uploadId } }))
    valueOf(await begin(2048 * 1024 ** 2))
  })

  it('is refused where the store is nearly full, and the answer says to keep the file', async () => {
    const full = await openTestEvidence({ store: { ...evidence.store, freeBytes: async () => 1024 ** 3 } })
    const answer = await full.call(beginUpload, testInspector(), { body: { name: 'a.jpg', sizeBytes: 1 } })
    expect(refusalOf(answer).code).toBe('EVIDENCE_STORE_FULL')
    await full.close()
  })

  it('that meets a full disk loses nothing that was counted', async () => {
    const who = testInspector()
    const { uploadId } = valueOf(await evidence.call(beginUpload, who, { body: { name: 'film.webm', sizeBytes: 200 } }))
    const bytes = longFilm(200)
    let isFull = true
    const noSpace = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const store = {
      ...evidence.store,
      stage: (...all: Parameters<typeof evidence.store.stage>) => (isFull ? Promise.reject(noSpace) : evidence.store.stage(...all)),
    }
    const narrow = await openTestEvidence({ store, at: { url: evidence.url, folder: evidence.folder } })
    const send = () =>
      narrow.call(receiveChunk, who, { params: { uploadId }, headers: { 'upload-offset': '0' }, bytes: Readable.from([bytes]) })
    expect(refusalOf(await send()).code).toBe('EVIDENCE_STORE_FULL')
    isFull = false
    expect(valueOf(await send()).item).toMatchObject({ kind: 'video' })
    await narrow.close()
  })

  it('puts its beginning and its end on the record, and names nobody’s file there', async () => {
    const who = testInspector()
    const item = await evidence.add(who, await phonePhoto(60, 40), '张三的照片.jpg')
    const entries = await evidence.rows<{ record_kind: string; after: string }>(
      "select record_kind, after::text as after from audit.entry where person_id = $1 and action = 'evidence.add' order by seq",
      [who.personId],
    )
    expect(entries.map(({ record_kind }) => record_kind)).toEqual(['upload', 'evidence'])
    expect(entries[1]!.after).toContain(item.contentHash)
    expect(JSON.stringify(entries)).not.toContain('张三')
  })
})
