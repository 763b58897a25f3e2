import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { systemActor } from '../../kernel/actor.ts'
import { agreement, lookSidePx } from './agreement.ts'
import { bandsAround, bandsOf, bitsApart, fingerprintsOf } from './fingerprint.ts'
import { looksLike, photosAttached, photosOf } from './likeness.ts'
import { drawJob } from './drawJob.ts'
import { openTestEvidence, testInspector, type TestEvidence } from './testEvidence.ts'

/** Stripes and blocks that no other seed has. */
const scene = (seed: number, widthPx = 480, heightPx = 360): Promise<Buffer> => {
  const pixels = new Uint8Array(widthPx * heightPx * 3)
  for (let at = 0; at < widthPx * heightPx; at += 1) {
    const [x, y] = [(at % widthPx) / widthPx, Math.floor(at / widthPx) / heightPx]
    const value =
      128 +
      60 * Math.sin(x * (3 + seed) + seed) * Math.cos(y * (2 + ((seed * 7) % 5))) +
      ((Math.floor(x * 5) * seed + Math.floor(y * 4)) % 3) * 20
    pixels.fill(value, at * 3, at * 3 + 3)
  }
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg()
    .toBuffer()
}

const lookOf = async (bytes: Buffer): Promise<Uint8Array> =>
  sharp(bytes).greyscale().resize(lookSidePx, lookSidePx, { fit: 'fill' }).raw().toBuffer()

describe('how a photo looks', () => {
  it('a picture cut from another agrees with it, another does not', async () => {
    const photo = await scene(5)
    const cut = await sharp(photo).extract({ left: 30, top: 10, width: 420, height: 320 }).jpeg({ quality: 50 }).toBuffer()
    expect(agreement(await lookOf(photo), await lookOf(cut))).toBeGreaterThan(0.97)
    expect(agreement(await lookOf(photo), await lookOf(await scene(8)))).toBeLessThan(0.9)
  })

  it('a picture that shows nothing has no fingerprint', () => {
    expect(fingerprintsOf({ widthPx: 128, heightPx: 128, values: new Uint8Array(128 * 128).fill(7) })).toEqual([])
  })

  it('bits are counted over all 64, and a band is found with one of its bits changed', () => {
    expect(bitsApart(0n, 0xffff_ffff_ffff_ffffn)).toBe(64)
    expect(bandsOf(0x1234_5678_9abc_def0n)).toEqual([0x1234, 0x5678, 0x9abc, 0xdef0])
    expect(bandsAround(0x1234)).toContain(0x1235)
    expect(new Set(bandsAround(0x1234)).size).toBe(17)
  })
})

describe('photos are found by how they look', () => {
  let evidence: TestEvidence
  beforeAll(async () => {
    evidence = await openTestEvidence()
  })
  afterAll(() => evidence.close())

  it('after their copies are drawn, and each with the record it belongs to', async () => {
    const inspector = testInspector()
    const photo = await scene(5)
    const again = await sharp(photo).resize(300).modulate({ brightness: 1.1 }).jpeg({ quality: 45 }).toBuffer()
    const other = await scene(11)
    const [first, second, third] = [
      await evidence.add(inspector, photo),
      await evidence.add(inspector, again),
      await evidence.add(inspector, other),
    ]
    for (const [at, { id }] of [first, second, third].entries())
      await evidence.attach(inspector, {
        evidenceIds: [id],
        record: { kind: 'visit', id: `visit-${at}` },
        regionCode: inspector.regionCode,
        organisationId: null,
        retention: 'forever',
      })
    const attached = await evidence.inTx(systemActor('test'), (tx) =>
      photosAttached(tx, { from: '2020-01-01T00:00:00Z', after: null, most: 10 }),
    )
    expect(attached.map(({ recordId }) => recordId)).toEqual(['visit-0', 'visit-1', 'visit-2'])
    for (const { contentHash } of attached) await evidence.job(drawJob, { contentHash })
    const [one, two] = attached
    const like = await evidence.inTx(systemActor('test'), (tx) => looksLike(tx, one!.contentHash, 0.97))
    expect(like.map(({ hash }) => hash)).toEqual([two!.contentHash])
    const found = await evidence.inTx(systemActor('test'), (tx) => photosOf(tx, [two!.contentHash]))
    expect(found).toMatchObject([{ evidenceId: second.id, recordId: 'visit-1', uploadedBy: inspector.personId }])
  })
})
