import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services } from '../database/transaction.ts'
import { contentOf } from './contentRecords.ts'
import { drawCopiesOf } from './drawCopiesOf.ts'
import type { Keeper } from './keeper.ts'
import { isDrawable } from './kinds.ts'
import { storeNamed, type ContentHash } from './store.ts'

const reader = systemActor('evidence.thumbnailOf')

/**
 * The small copy of a photo as JPEG, which a PDF can hold, for a paper that another room prints; null where the content is
 * no photo, cannot be drawn, or is gone. Whoever asks has seen the item itself in scope: that is where the hash comes from.
 */
export type ThumbnailOf = (services: Services, hash: ContentHash) => Promise<Uint8Array | null>

export const openThumbnailOf =
  (keeper: Keeper): ThumbnailOf =>
  async (services, hash) => {
    const kept = await transact(services, { actor: reader, readOnly: true }, async (tx) => ok((await contentOf(tx, hash)) ?? null))
    if (!kept.ok || kept.value === null || !isDrawable(kept.value.mediaType)) return null
    const drawn = await drawCopiesOf(keeper, services, hash)
    if (!drawn.ok) return null
    const copy = await buffer(await storeNamed(keeper.stores, kept.value.storedIn).open(`${hash}.320`))
    return sharp(copy).jpeg({ quality: 72 }).toBuffer()
  }
