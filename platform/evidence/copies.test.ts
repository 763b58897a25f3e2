import { createHash } from 'node:crypto'
import exifr from 'exifr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyStore } from '../../tests/servers/evidence.ts'
import { evidenceRoutes } from './contract.ts'
import { drawJob } from './drawJob.ts'
import { bytesOf, openTestEvidence, qiantang, refusalOf, testInspector, valueOf, type TestEvidence } from './testEvidence.ts'
import { film, filmPlace, heic, phoneExif, phonePhoto, picture } from './testFiles.ts'

const { copy, original, claim } = evidenceRoutes
const who = testInspector()

type Size = 'full' | '1280' | '320'

const copyOf = (evidence: TestEvidence, evidenceId: string, size: Size = 'full', headers: Record<string, string> = {}) =>
  evidence.call(copy, who, { params: { evidenceId }, query: { size }, headers })

const claimOf = async (evidence: TestEvidence, evidenceId: string) =>
  valueOf(await evidence.call(claim, who, { params: { evidenceId }, query: { purpose: '核对拍摄地点' } }))

describe.each(everyStore)('a photo kept %s', (_where, open) => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await open()
  })
  afterAll(() => evidence.close())

  it('has its position and time kept apart, and its copies tell neither', async () => {
    const bytes = await phonePhoto(1600, 1200)
    const item = await evidence.add(who, bytes)
    expect(await claimOf(evidence, item.id)).toEqual({
      state: 'read',
      position: { lng: 120.15, lat: expect.closeTo(30.258_333, 5), accuracyMetres: 8 },
      takenLocal: '2026-03-01T10:20:30',
      takenAt: '2026-03-01T02:20:30.000Z',
    })
    expect(JSON.stringify(item)).not.toMatch(/120\.15|30\.25/)
    for (const size of ['full', '1280', '320'] as const) {
      const drawn = await bytesOf(await copyOf(evidence, item.id, size))
      const { exif, xmp, iptc, icc } = await sharp(drawn).metadata()
      expect({ size, exif, xmp, iptc, icc }).toEqual({ size, exif: undefined, xmp: undefined, iptc: undefined, icc: undefined })
      expect(drawn.includes('Test phone')).toBe(false)
    }
    const untouched = await bytesOf(await evidence.call(original, who, { params: { evidenceId: item.id }, query: { purpose: '核对' } }))
    expect(untouched.equals(bytes)).toBe(true)
    expect((await exifr.gps(untouched)).longitude).toBeCloseTo(120.15, 5)
  })

  it('is turned upright in its copies, which are no larger than they should be', async () => {
    const item = await evidence.add(who, await phonePhoto(1600, 1200))
    expect(item.hasThumbnails).toBe(true)
    const sizes: Record<string, unknown> = {}
    for (const size of ['full', '1280', '320'] as const) {
      const { width, height, format, orientation } = await sharp(await bytesOf(await copyOf(evidence, item.id, size))).metadata()
      sizes[size] = { width, height, format, orientation }
    }
    expect(sizes).toEqual({
      full: { width: 1200, height: 1600, format: 'jpeg', orientation: undefined },
      '1280': { width: 960, height: 1280, format: 'webp', orientation: undefined },
      '320': { width: 240, height: 320, format: 'webp', orientation: undefined },
    })
    // Orientation 6 lays what lies above in the file to the right.
    const { data, info } = await sharp(await bytesOf(await copyOf(evidence, item.id, '320')))
      .raw()
      .toBuffer({ resolveWithObject: true })
    const [left, right] = [data.subarray(0, 3), data.subarray((info.width - 1) * info.channels, info.width * info.channels)]
    expect(right[0]).toBeGreaterThan(200)
    expect(left[2]).toBeGreaterThan(200)
  })

  it('has its copies drawn by the job, once, and by whoever looks where the job has not come to it', async () => {
    const [early, late] = [await evidence.add(who, await phonePhoto(500, 400, 1)), await evidence.add(who, await phonePhoto(500, 400, 2))]
    const copies = (hash: string) =>
      evidence.rows<{ size: string; hash: string }>('select size, hash from evidence.copy where content_hash = $1 order by size', [hash])
    expect(await copies(late.contentHash)).toEqual([])
    await Promise.all([1, 2].map(() => evidence.job(drawJob, { contentHash: late.contentHash })))
    await evidence.job(drawJob, { contentHash: late.contentHash })
    const drawn = await copies(late.contentHash)
    expect(drawn.map(({ size }) => size)).toEqual(['1280', '320', 'full'])
    const small = await bytesOf(await copyOf(evidence, late.id, '320'))
    expect(createHash('sm3').update(small).digest('hex')).toBe(drawn[1]!.hash)
    await Promise.all([1, 2, 3].map(async () => bytesOf(await copyOf(evidence, early.id, '320'))))
    expect(await copies(early.contentHash)).toHaveLength(3)
  })
})

describe('a copy', () => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await openTestEvidence()
  })
  afterAll(() => evidence.close())

  it('is asked of the worker in the transaction that makes the item', async () => {
    const item = await evidence.add(who, await phonePhoto(120, 90, 3))
    const jobs = await evidence.rows<{ payload: unknown }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [drawJob],
    )
    expect(jobs).toContainEqual({ payload: { contentHash: item.contentHash } })
  })

  it.each(['png', 'webp'] as const)('of a %s keeps the format and loses the position', async (format) => {
    const bytes = await picture(64, 48).withExif(phoneExif).toFormat(format).toBuffer()
    const item = await evidence.add(who, bytes, `screen.${format}`)
    expect((await claimOf(evidence, item.id)).position).toMatchObject({ lng: 120.15 })
    const drawn = await sharp(await bytesOf(await copyOf(evidence, item.id))).metadata()
    expect(drawn).toMatchObject({ format, width: 64, height: 48 })
    expect(drawn.exif).toBeUndefined()
  })

  it('of a small photo is not blown up', async () => {
    const item = await evidence.add(who, await picture(64, 48).jpeg().toBuffer())
    expect(await claimOf(evidence, item.id)).toEqual({ state: 'absent', position: null, takenLocal: null, takenAt: null })
    expect(await sharp(await bytesOf(await copyOf(evidence, item.id, '1280'))).metadata()).toMatchObject({ width: 64, height: 48 })
  })

  it('of a photo cut short shows what is there', async () => {
    const whole = await phonePhoto(800, 600)
    const item = await evidence.add(who, whole.subarray(0, Math.floor(whole.length * 0.7)))
    expect(await sharp(await bytesOf(await copyOf(evidence, item.id, '320'))).metadata()).toMatchObject({ width: 240, height: 320 })
  })

  it('of a film is the film, with every place in it blanked and nothing moved', async () => {
    const bytes = film()
    const item = await evidence.add(who, bytes, 'film.mp4')
    const blanked = await bytesOf(await copyOf(evidence, item.id))
    expect(bytes.toString('latin1').split(filmPlace)).toHaveLength(5)
    expect(blanked.includes('30.2583')).toBe(false)
    expect(blanked).toHaveLength(bytes.length)
    // All that differs lies in the boxes that tell: type and content, never a length.
    expect(blanked.toString('latin1').match(/free/g)).toHaveLength(3)
    expect(blanked.subarray(bytes.indexOf('mdat')).equals(bytes.subarray(bytes.indexOf('mdat')))).toBe(true)
    expect(
      (await bytesOf(await evidence.call(original, who, { params: { evidenceId: item.id }, query: { purpose: '核对' } }))).equals(bytes),
    ).toBe(true)
  })

  it('is blanked in every part of a film that a player asks for', async () => {
    const item = await evidence.add(who, film(), 'film.mp4')
    const whole = await bytesOf(await copyOf(evidence, item.id))
    for (let first = 0; first < 700; first += 37) {
      const last = first + 90
      const answer = valueOf(await copyOf(evidence, item.id, 'full', { range: `bytes=${first}-${last}` }))
      expect(answer).toMatchObject({ status: 206, lengthBytes: 91, headers: { 'content-range': `bytes ${first}-${last}/${whole.length}` } })
      expect((await bytesOf({ ok: true, value: answer })).equals(whole.subarray(first, last + 1))).toBe(true)
    }
  })

  it('of a HEIC photo is the photo with its EXIF block blanked', async () => {
    const { bytes, exif } = await heic()
    const item = await evidence.add(who, bytes, 'IMG_0001.HEIC')
    expect(item).toMatchObject({ kind: 'photo', mediaType: 'image/heic', hasThumbnails: false })
    expect((await claimOf(evidence, item.id)).position).toMatchObject({ lng: 120.15, accuracyMetres: 8 })
    const blanked = await bytesOf(await copyOf(evidence, item.id))
    const at = bytes.indexOf(exif)
    expect(blanked.subarray(0, at).equals(bytes.subarray(0, at))).toBe(true)
    expect(blanked.subarray(at).every((byte) => byte === 0)).toBe(true)
    expect(refusalOf(await copyOf(evidence, item.id, '320'))).toEqual({ code: 'COPY_IMPOSSIBLE', facts: { mediaType: 'image/heic' } })
  })

  it('of a film whose boxes cannot be followed is not served; the film is kept', async () => {
    const broken = film()
    broken.writeUInt32BE(0x7f_ff_ff_ff, broken.indexOf('moov') - 4)
    const item = await evidence.add(who, broken, 'broken.mp4')
    expect(refusalOf(await copyOf(evidence, item.id)).code).toBe('COPY_IMPOSSIBLE')
    expect(
      (await bytesOf(await evidence.call(original, who, { params: { evidenceId: item.id }, query: { purpose: '核对' } }))).equals(broken),
    ).toBe(true)
  })

  it('is tagged by its own bytes, and the blanked file by another tag than the original', async () => {
    const item = await evidence.add(who, film(), 'film.mp4')
    const untouched = valueOf(await evidence.call(original, who, { params: { evidenceId: item.id }, query: { purpose: '核对' } }))
    const blanked = valueOf(await copyOf(evidence, item.id))
    expect([untouched.tag, blanked.tag]).toEqual([item.contentHash, `${item.contentHash}.blanked`])
    untouched.stream.destroy()
    blanked.stream.destroy()
  })

  it('of an original is never the original without its purpose on the record', async () => {
    const item = await evidence.add(who, await phonePhoto(90, 60, 4))
    await claimOf(evidence, item.id)
    await bytesOf(await evidence.call(original, who, { params: { evidenceId: item.id }, query: { purpose: '行政复议取证' } }))
    const looks = await evidence.rows<{ purpose: string; region_code: string; person_id: string }>(
      "select purpose, region_code, person_id from audit.entry where action = 'evidence.readOriginal' and record_id = $1 order by seq",
      [item.id],
    )
    expect(looks).toEqual([
      { purpose: '核对拍摄地点', region_code: qiantang, person_id: who.personId },
      { purpose: '行政复议取证', region_code: qiantang, person_id: who.personId },
    ])
  })
})
