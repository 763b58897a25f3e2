import { rm } from 'node:fs/promises'
import { systemActor } from '../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { transact, type Services } from '../database/transaction.ts'
import { contentOf, copiesOf, holdContent, insertCopies } from './contentRecords.ts'
import { drawCopies, likenessOf, NotDrawable, type DrawnCopy } from './drawing.ts'
import { onceAtATime, type Keeper } from './keeper.ts'
import { copySizes, isDrawable } from './kinds.ts'
import { evidenceLimits } from './law.ts'
import { keepLikeness } from './likeness.ts'
import { storeNamed, type ContentHash } from './store.ts'
import { writeWorkFile } from './workFiles.ts'

/** Drawn upright already, and soon read. */
const smallest = (copies: readonly DrawnCopy[]): string => {
  const copy = copies.find(({ size }) => size === '320')
  if (copy === undefined) throw new Error('a photo has a small copy')
  return copy.path
}

const draughtsman = systemActor('evidence.drawCopies')

/**
 * Draws what is missing of a photo's copies. A job does it after the upload; whoever looks earlier, or after a crash
 * between the two, has it done there and then. Refuses EVIDENCE_UNREADABLE where the picture cannot be drawn.
 */
export const drawCopiesOf = (keeper: Keeper, services: Services, hash: ContentHash): Promise<Result<null>> =>
  onceAtATime(keeper.drawing, hash, async () => {
    const standing = await transact(services, { actor: draughtsman, readOnly: true }, async (tx) => {
      const content = await contentOf(tx, hash)
      return ok(content && (await copiesOf(tx, hash)).length < copySizes.length ? content : null)
    })
    if (!standing.ok || !standing.value || !isDrawable(standing.value.mediaType)) return ok(null)
    const { mediaType, sizeBytes, storedIn } = standing.value
    const store = storeNamed(keeper.stores, storedIn)
    const original = await writeWorkFile(store.workFolder, await store.open(hash), sizeBytes)
    try {
      const copies = await drawCopies(original.path, mediaType, store.workFolder, evidenceLimits.pixels.value)
      try {
        const likeness = await likenessOf(smallest(copies))
        await transact(services, { actor: draughtsman }, async (tx) => {
          // Held until the rows stand: a purge that comes meanwhile waits, and then takes the copies away too.
          if (!(await holdContent(tx, hash))) return ok(null)
          for (const { size, path } of copies) await store.keep(`${hash}.${size}`, path)
          await insertCopies(tx, hash, copies)
          await keepLikeness(tx, hash, likeness)
          return ok(null)
        })
      } finally {
        for (const { path } of copies) await rm(path, { force: true })
      }
      return ok(null)
    } catch (error) {
      if (error instanceof NotDrawable) return refuse('EVIDENCE_UNREADABLE', { mediaType })
      throw error
    } finally {
      await rm(original.path, { force: true })
    }
  })
