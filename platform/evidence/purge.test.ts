import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyStore } from '../../tests/servers/evidence.ts'
import type { LawRow } from '../../kernel/law.ts'
import { extendRetention, type Retention } from './attachEvidence.ts'
import { evidenceRoutes } from './contract.ts'
import { evidenceLimits } from './law.ts'
import { ContentMissing, type EvidenceStore } from './store.ts'
import { bytesOf, openTestEvidence, product, refusalOf, testInspector, valueOf, type TestEvidence } from './testEvidence.ts'
import { phonePhoto, webm } from './testFiles.ts'

const { item: readItem, copy, original, beginUpload, receiveChunk } = evidenceRoutes
const who = testInspector()

/** GB 30871-2022, annex B.3: tickets are kept for a year at least. */
const ticketYear: LawRow<number> = { ...evidenceLimits.photo, key: 'permits.ticket.kept', value: 1, unit: 'a' }

const bytesOfFilm = (): Buffer => Buffer.concat([webm(), randomBytes(500)])

const attached = async (evidence: TestEvidence, evidenceId: string, retention: Retention) => {
  const record = { kind: 'permit', id: randomUUID() }
  valueOf(await evidence.attach(who, { evidenceIds: [evidenceId], record, regionCode: '330114', organisationId: null, retention }))
  return record
}

const keptFor = (evidence: TestEvidence, rule: LawRow<number> = ticketYear): Retention => ({ rule, countsFrom: evidence.services.clock() })

const purge = (evidence: TestEvidence): Promise<void> => evidence.job('evidence.purge')

/** The rest a file has before it goes. */
const rest = async (evidence: TestEvidence): Promise<void> => {
  evidence.later({ hours: 1, minutes: 1 })
  await purge(evidence)
}

describe.each(everyStore)('what is past, kept %s', (_where, open) => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await open()
  })
  afterAll(() => evidence.close())

  it('is deleted when its rule ends and not an hour before; that it was there stays', async () => {
    const photo = await evidence.add(who, await phonePhoto(400, 300))
    await bytesOf(await evidence.call(copy, who, { params: { evidenceId: photo.id }, query: { size: '320' } }))
    await attached(evidence, photo.id, keptFor(evidence))
    // 2026-11-24 09:00 in Beijing: kept through 2027-11-24, which ends 16:00 UTC.
    expect(await evidence.rows('select keep_until from evidence.item where id = $1', [photo.id])).toEqual([
      { keep_until: '2027-11-24T16:00:00.000Z' },
    ])
    evidence.later({ days: 365, hours: 14, minutes: 59 })
    await purge(evidence)
    expect(valueOf(await evidence.call(readItem, who, { params: { evidenceId: photo.id } })).deletedAt).toBeNull()
    evidence.later({ minutes: 1 })
    await purge(evidence)
    const deletedAt = evidence.services.clock().toString({ smallestUnit: 'millisecond' })
    expect(valueOf(await evidence.call(readItem, who, { params: { evidenceId: photo.id } }))).toMatchObject({
      deletedAt,
      name: null,
      contentHash: photo.contentHash,
      hasThumbnails: false,
    })
    expect(await evidence.rows('select exif_lng, name from evidence.item where id = $1', [photo.id])).toEqual([
      { exif_lng: null, name: null },
    ])
    const gone = { code: 'EVIDENCE_DELETED', facts: { deletedAt, retentionRule: ticketYear.key } }
    expect(refusalOf(await evidence.call(copy, who, { params: { evidenceId: photo.id }, query: { size: '320' } }))).toEqual(gone)
    expect(refusalOf(await evidence.call(original, who, { params: { evidenceId: photo.id }, query: { purpose: '测试' } }))).toEqual(gone)
    expect(await evidence.store.sizeOf(photo.contentHash)).not.toBeNull()
    await rest(evidence)
    for (const name of [photo.contentHash, `${photo.contentHash}.full`, `${photo.contentHash}.1280`, `${photo.contentHash}.320`])
      await expect(evidence.store.open(name)).rejects.toThrow(ContentMissing)
    expect(await evidence.rows('select hash from evidence.content where hash = $1', [photo.contentHash])).toEqual([])
    expect(
      await evidence.rows("select region_code, actor_name from audit.entry where action = 'evidence.purge' and record_id = $1", [photo.id]),
    ).toEqual([{ region_code: '330114', actor_name: 'evidence.purge' }])
  })

  it('leaves a file that another item still refers to', async () => {
    const bytes = bytesOfFilm()
    const [short, long] = [await evidence.add(who, bytes, 'a.webm'), await evidence.add(who, bytes, 'b.webm')]
    await attached(evidence, short.id, keptFor(evidence))
    await attached(evidence, long.id, 'forever')
    evidence.later({ days: 367 })
    await purge(evidence)
    await rest(evidence)
    expect(refusalOf(await evidence.call(original, who, { params: { evidenceId: short.id }, query: { purpose: '测试' } })).code).toBe(
      'EVIDENCE_DELETED',
    )
    expect(
      (await bytesOf(await evidence.call(original, who, { params: { evidenceId: long.id }, query: { purpose: '测试' } }))).equals(bytes),
    ).toBe(true)
    expect(await evidence.rows('select released_at from evidence.content where hash = $1', [short.contentHash])).toEqual([
      { released_at: null },
    ])
  })

  it('takes away after seven days what nobody attached, and an upload nobody finished', async () => {
    const forgotten = await evidence.add(who, bytesOfFilm(), 'a.webm')
    const { uploadId } = valueOf(await evidence.call(beginUpload, who, { body: { name: 'b.webm', sizeBytes: 100 } }))
    valueOf(
      await evidence.call(receiveChunk, who, {
        params: { uploadId },
        headers: { 'upload-offset': '0' },
        bytes: Readable.from([Buffer.alloc(50)]),
      }),
    )
    const [chunk] = await evidence.rows<{ staged_as: string }>('select staged_as from evidence.chunk where upload_id = $1', [uploadId])
    evidence.later({ days: 6, hours: 23 })
    await purge(evidence)
    expect(valueOf(await evidence.call(readItem, who, { params: { evidenceId: forgotten.id } })).id).toBe(forgotten.id)
    ;(await evidence.store.readStaged(uploadId, chunk!.staged_as)).destroy()
    evidence.later({ hours: 2 })
    await purge(evidence)
    await rest(evidence)
    expect(refusalOf(await evidence.call(readItem, who, { params: { evidenceId: forgotten.id } })).code).toBe('RECORD_NOT_FOUND')
    await expect(evidence.store.open(forgotten.contentHash)).rejects.toThrow(ContentMissing)
    await expect(evidence.store.readStaged(uploadId, chunk!.staged_as)).rejects.toThrow(ContentMissing)
    expect(await evidence.rows('select id from evidence.upload where id = $1', [uploadId])).toEqual([])
  })
})

describe('the purge', () => {
  let evidence: TestEvidence
  let holdRemoval: (() => Promise<void>) | null = null
  let holdKeeping: (() => Promise<void>) | null = null
  beforeAll(async () => {
    const plain = await openTestEvidence()
    const slow: EvidenceStore = {
      ...plain.store,
      remove: async (name) => {
        await holdRemoval?.()
        await plain.store.remove(name)
      },
      keep: async (name, file) => {
        await holdKeeping?.()
        await plain.store.keep(name, file)
      },
    }
    const opened = await openTestEvidence({ store: slow, at: { url: plain.url, folder: plain.folder } })
    evidence = { ...opened, close: () => opened.close().then(plain.close) }
  })
  afterAll(() => evidence.close())

  /** A place where work waits until the test lets it go on; `reached` resolves when it has come there. */
  const gate = () => {
    const reached = Promise.withResolvers<void>()
    const open = Promise.withResolvers<void>()
    const hold = (): Promise<void> => {
      reached.resolve()
      return open.promise
    }
    return { reached: reached.promise, open: () => open.resolve(), hold }
  }

  /** A file that nothing refers to any more, and whose rest is over. */
  const released = async (): Promise<{ bytes: Buffer; contentHash: string }> => {
    const bytes = bytesOfFilm()
    const { id, contentHash } = await evidence.add(who, bytes, 'a.webm')
    valueOf(await evidence.call(evidenceRoutes.discard, who, { params: { evidenceId: id } }))
    evidence.later({ hours: 1, minutes: 1 })
    return { bytes, contentHash }
  }

  const isWhole = async (evidenceId: string, bytes: Buffer): Promise<boolean> =>
    (await bytesOf(await evidence.call(original, who, { params: { evidenceId }, query: { purpose: '测试' } }))).equals(bytes)

  it('that removes a file while the same file arrives again leaves it whole: the arrival waits', async () => {
    const { bytes, contentHash } = await released()
    const { reached, open, hold } = gate()
    holdRemoval = hold
    const purging = purge(evidence)
    await reached
    holdRemoval = null
    // The row is held now and the file is about to go.
    const arriving = evidence.add(who, bytes, 'again.webm')
    await waitsForLock(evidence)
    open()
    await purging
    const again = await arriving
    expect(again.contentHash).toBe(contentHash)
    expect(await isWhole(again.id, bytes)).toBe(true)
    await rest(evidence)
    expect(await isWhole(again.id, bytes)).toBe(true)
  })

  it('that comes while a file is on its way to become evidence leaves it alone', async () => {
    const { bytes } = await released()
    const { reached, open, hold } = gate()
    holdKeeping = hold
    const arriving = evidence.add(who, bytes, 'again.webm')
    await reached
    holdKeeping = null
    evidence.later({ hours: 2 })
    await purge(evidence)
    open()
    const again = await arriving
    expect(await isWhole(again.id, bytes)).toBe(true)
  })

  it('runs on two servers at once and does everything once', async () => {
    const items = []
    for (let each = 0; each < 5; each += 1) items.push(await evidence.add(who, bytesOfFilm(), 'a.webm'))
    for (const { id } of items) await attached(evidence, id, keptFor(evidence))
    evidence.later({ days: 367 })
    await Promise.all([purge(evidence), purge(evidence)])
    evidence.later({ hours: 2 })
    await Promise.all([purge(evidence), purge(evidence)])
    await purge(evidence)
    for (const { id, contentHash } of items) {
      expect(await evidence.rows("select 1 from audit.entry where action = 'evidence.purge' and record_id = $1", [id])).toHaveLength(1)
      expect(await evidence.store.sizeOf(contentHash)).toBeNull()
    }
  })

  it('that dies between file and row is done again by the next', async () => {
    const { contentHash } = await released()
    holdRemoval = () => Promise.reject(new Error('the power fails'))
    await expect(purge(evidence)).rejects.toThrow('the power fails')
    holdRemoval = null
    expect(await evidence.rows('select hash from evidence.content where hash = $1', [contentHash])).toHaveLength(1)
    await evidence.store.remove(contentHash)
    await purge(evidence)
    expect(await evidence.rows('select hash from evidence.content where hash = $1', [contentHash])).toEqual([])
  })

  it('takes the copies along that are drawn while it waits', async () => {
    const photo = await evidence.add(who, await phonePhoto(300, 200))
    const { reached, open, hold } = gate()
    holdKeeping = hold
    const drawing = evidence.job('evidence.drawCopies', { contentHash: photo.contentHash })
    await reached
    valueOf(await evidence.call(evidenceRoutes.discard, who, { params: { evidenceId: photo.id } }))
    holdKeeping = null
    evidence.later({ hours: 1, minutes: 1 })
    // The content is held by whoever draws, so this run passes it by.
    await purge(evidence)
    open()
    await drawing
    await purge(evidence)
    for (const name of [photo.contentHash, `${photo.contentHash}.full`, `${photo.contentHash}.320`])
      expect(await evidence.store.sizeOf(name)).toBeNull()
  })
})

describe('a time of keeping', () => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await openTestEvidence()
  })
  afterAll(() => evidence.close())

  const keptUntil = async (id: string): Promise<string | null> =>
    (await evidence.rows<{ keep_until: string | null }>('select keep_until from evidence.item where id = $1', [id]))[0]!.keep_until

  it('is made longer, never shorter', async () => {
    const { id } = await evidence.add(who, bytesOfFilm(), 'a.webm')
    const record = await attached(evidence, id, keptFor(evidence))
    const extend = (retention: Retention) =>
      evidence.inTx(who, (tx) => extendRetention(tx, { record, regionCode: '330114', organisationId: null, retention }))
    expect(await extend(keptFor(evidence, { ...ticketYear, value: 1, unit: 'mo' }))).toBe(0)
    expect(await keptUntil(id)).toBe('2027-11-24T16:00:00.000Z')
    expect(await extend(keptFor(evidence, { ...ticketYear, value: 3 }))).toBe(1)
    expect(await keptUntil(id)).toBe('2029-11-24T16:00:00.000Z')
    expect(await extend('forever')).toBe(1)
    expect(await keptUntil(id)).toBeNull()
    expect(await extend(keptFor(evidence))).toBe(0)
    evidence.later({ days: 4000 })
    await purge(evidence)
    expect(valueOf(await evidence.call(readItem, who, { params: { evidenceId: id } })).deletedAt).toBeNull()
  })

  it('is guarded by the database itself: no early end, no row taken out', async () => {
    const [forever, year] = [await evidence.add(who, bytesOfFilm(), 'a.webm'), await evidence.add(who, bytesOfFilm(), 'b.webm')]
    await attached(evidence, forever.id, 'forever')
    await attached(evidence, year.id, keptFor(evidence))
    const set = (id: string, at: string) =>
      evidence.inTx(product, (tx) =>
        tx
          .tables<{ 'evidence.item': { id: string; deleted_at: string } }>()
          .updateTable('evidence.item')
          .set({ deleted_at: at })
          .where('id', '=', id)
          .execute(),
      )
    const early = evidence.services.clock().add({ hours: 24 }).toString()
    await expect(set(year.id, early)).rejects.toThrow(/row-level security/)
    await expect(set(forever.id, '2999-01-01T00:00:00Z')).rejects.toThrow(/row-level security/)
    const taken = await evidence.inTx(product, (tx) =>
      tx
        .tables<{ 'evidence.item': { id: string } }>()
        .deleteFrom('evidence.item')
        .where('id', 'in', [forever.id, year.id])
        .executeTakeFirst(),
    )
    expect(taken.numDeletedRows).toBe(0n)
  })
})

/** Resolves once a session waits for a lock that another holds; a test that waits in vain ends by its own time limit. */
const waitsForLock = async (evidence: TestEvidence): Promise<void> => {
  const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
  while ((await evidence.rows(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}
