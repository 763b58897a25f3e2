import { createHash, randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createReadStream } from 'node:fs'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { lookSidePx } from './agreement.ts'
import { fingerprintsOf, greySidePx } from './fingerprint.ts'
import type { CopySize } from './kinds.ts'
import type { Likeness } from './likeness.ts'
import type { ContentHash } from './store.ts'
import { syncFile } from './workFiles.ts'

// Pictures come once and are not asked for again, so what sharp would remember is only in the way.
sharp.cache(false)
// What comes from outside meets three readers and no other: not those of SVG, PDF, TIFF or archives of pictures.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })

/** Two pictures at once: at 110 megapixels each takes 330 MB while it is turned upright. */
const mostAtOnce = 2
let drawing = 0
const waiting: (() => void)[] = []

const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (drawing >= mostAtOnce) await new Promise<void>((go) => waiting.push(go))
  else drawing += 1
  try {
    return await work()
  } finally {
    // The place goes to the next in line, or is given back.
    const next = waiting.shift()
    if (next) next()
    else drawing -= 1
  }
}

/** The size of a picture as it is seen, upright, and the EXIF block it carries. */
export type PictureHead = { readonly widthPx: number; readonly heightPx: number; readonly exif: Buffer | undefined }

/** Reads the head of a picture without drawing it, or null where it cannot be read. */
export const readHead = async (path: string): Promise<PictureHead | null> => {
  try {
    const { autoOrient, exif }: Metadata = await sharp(path, { limitInputPixels: false, sequentialRead: true }).metadata()
    return { widthPx: autoOrient.width, heightPx: autoOrient.height, exif }
  } catch {
    // Whatever is wrong with the bytes, the answer is that this is no picture.
    return null
  }
}

/** A copy as a file of the work folder. */
export type DrawnCopy = {
  readonly size: CopySize
  readonly path: string
  readonly hash: ContentHash
  readonly mediaType: string
  readonly sizeBytes: number
  readonly widthPx: number
  readonly heightPx: number
}

/** The bytes begin like a picture and cannot be drawn. */
export class NotDrawable extends Error {}

/**
 * Draws the copies of a photo: upright, in sRGB, and without a word about place, time and device. The full one keeps
 * format and size; the small ones are WebP. Throws NotDrawable for a broken picture.
 * @param mediaType of the original, one that isDrawable
 * @param limitMegapixels a picture that says it has more is not opened: a few kilobytes can claim gigabytes
 */
export const drawCopies = (file: string, mediaType: string, workFolder: string, limitMegapixels: number): Promise<DrawnCopy[]> =>
  inTurn(async () => {
    // A picture cut short is shown as far as it goes: it is evidence, not decoration.
    const original = (): Sharp =>
      sharp(file, { limitInputPixels: limitMegapixels * 1e6, sequentialRead: true, failOn: 'none' }).autoOrient()
    const small = (px: number): Sharp =>
      original().resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 })
    const drawn: DrawnCopy[] = []
    try {
      drawn.push(await write(workFolder, 'full', mediaType, fullOf(original(), mediaType)))
      drawn.push(await write(workFolder, '1280', 'image/webp', small(1280)))
      drawn.push(await write(workFolder, '320', 'image/webp', small(320)))
      return drawn
    } catch (error) {
      for (const { path } of drawn) await rm(path, { force: true })
      throw error
    }
  })

/**
 * How a photo looks, upright and in grey, whatever its format and size. Throws NotDrawable for a broken picture.
 * @param file its path or its bytes; a copy of it does as well as the original
 */
export const likenessOf = (file: string | Uint8Array): Promise<Likeness> =>
  inTurn(async () => {
    const grey = (side: number): Promise<Buffer> =>
      sharp(file, { sequentialRead: true, failOn: 'none' }).greyscale().resize(side, side, { fit: 'fill' }).raw().toBuffer()
    try {
      const values = await grey(greySidePx)
      return { look: await grey(lookSidePx), fingerprints: fingerprintsOf({ widthPx: greySidePx, heightPx: greySidePx, values }) }
    } catch (error) {
      throw new NotDrawable('the picture cannot be read', { cause: error })
    }
  })

/**
 * A photo of somebody who must not be found again, drawn anew as JPEG before anything of it is kept: upright, no larger than a
 * screen needs, without a word about place, time and device. Null for what is no picture.
 */
export const drawNameless = (bytes: Buffer, limitMegapixels: number): Promise<Buffer | null> =>
  inTurn(async () => {
    try {
      return await sharp(bytes, { limitInputPixels: limitMegapixels * 1e6, failOn: 'none' })
        .autoOrient()
        .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 84 })
        .toBuffer()
    } catch {
      // Whatever is wrong with the bytes, the answer is that this is no picture.
      return null
    }
  })

const fullOf = (picture: Sharp, mediaType: string): Sharp => {
  if (mediaType === 'image/png') return picture.png()
  return mediaType === 'image/webp' ? picture.webp({ quality: 90 }) : picture.jpeg({ quality: 90 })
}

const write = async (workFolder: string, size: CopySize, mediaType: string, picture: Sharp): Promise<DrawnCopy> => {
  const path = join(workFolder, randomUUID())
  try {
    const { width, height } = await picture.toFile(path).catch((error: unknown) => {
      throw new NotDrawable('the picture cannot be drawn', { cause: error })
    })
    await syncFile(path)
    const hash = createHash('sm3')
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
    return { size, path, hash: hash.digest('hex'), mediaType, sizeBytes: (await stat(path)).size, widthPx: width, heightPx: height }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
