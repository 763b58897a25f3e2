import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { likenessOf } from '../../../platform/evidence/drawing.ts'
import { keepLikeness, looksLike } from '../../../platform/evidence/likeness.ts'
import { openTestEvidence, type TestEvidence } from '../../../platform/evidence/testEvidence.ts'
import { limits } from '../rules/limits.ts'
import { measured, tableOf, type Measured } from '../rules/testing/measure.ts'
import { labelledPhotos } from './testing/labelledPhotos.ts'

let evidence: TestEvidence
beforeAll(async () => {
  evidence = await openTestEvidence()
})
afterAll(() => evidence.close())

const test = systemActor('test')
const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

/** Each photo comes after those before it, and is asked which of them it shows again. */
const measure = async (seed: string, count: number): Promise<readonly Measured[]> => {
  const photos = await labelledPhotos(seed, count)
  const origins = new Map<string, number>()
  const [planted, raised] = [new Set<string>(), new Set<string>()]
  const [exactPlanted, exactRaised] = [new Set<string>(), new Set<string>()]
  for (const { origin, bytes } of photos) {
    const hash = sm3(bytes)
    const likeness = await likenessOf(bytes)
    const found = await evidence.inTx(test, async (tx) => {
      await sql`insert into evidence.content (hash, size_bytes, kind, media_type, stored_in)
        values (${hash}, ${bytes.length}, 'photo', 'image/jpeg', 'disk')`.execute(tx.tables())
      await keepLikeness(tx, hash, likeness)
      return looksLike(tx, hash, limits.photoAgreement.value / 100)
    })
    if ([...origins.values()].includes(origin)) planted.add(hash)
    // Of several the one that agrees best is shown; it must be the same photo.
    if (found.length > 0) raised.add(origins.get(found[0]?.hash ?? '') === origin ? hash : `wrong ${hash}`)
    origins.set(hash, origin)
  }
  // The very file under another name has the same hash; a picture that was compressed anew has not.
  for (const { id, bytes } of photos) {
    if (id % 10 === 0) exactPlanted.add(sm3(bytes))
    if (origins.has(sm3(id % 10 === 0 ? Uint8Array.from(bytes) : Buffer.concat([bytes, Buffer.from([id & 0xff])]))))
      exactRaised.add(sm3(bytes))
  }
  return [measured('photoNear', photos.length, planted, raised), measured('photoExact', photos.length, exactPlanted, exactRaised)]
}

it('photos used again are found, photos that look alike are not, above 0.9 each', { timeout: 240_000 }, async ({ annotate }) => {
  const rows = await measure('one', 240)
  await annotate(tableOf(rows))
  for (const { kind, planted, precision, recall } of rows) {
    expect(planted, kind).toBeGreaterThan(25)
    expect(precision, kind).toBeGreaterThan(0.9)
    expect(recall, kind).toBeGreaterThan(0.9)
  }
})
