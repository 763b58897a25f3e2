import { open, type FileHandle } from 'node:fs/promises'
import { Transform } from 'node:stream'

/**
 * A range of bytes that is not served by default: it becomes zeros, or, where it is the type of a box, `free`, which
 * players skip (ISO/IEC 14496-12, 8.1.2). No byte moves, so tables of offsets stay true.
 */
export type Blank = { readonly start: number; readonly length: number; readonly free: boolean }

type Box = { readonly type: string; readonly start: number; readonly payload: number; readonly end: number }

/** More boxes than any camera writes; a file made to keep us busy is left at that. */
const mostBoxes = 20_000

/** A file whose boxes cannot be followed: it may hide anything. */
export class BoxFault extends Error {}

/** Where a file tells place and device, and the EXIF block of a photo as TIFF, if it has one. */
export type Telling = { readonly blanks: Blank[]; readonly exif: Buffer | undefined }

/**
 * Where a film, a sound or a HEIC photo tells place and device: `udta` and `meta` of a film and of its tracks, tracks
 * of timed data, `uuid` boxes, and the Exif and XMP items of a photo.
 * Throws BoxFault where the boxes do not fit into each other.
 */
export const findTelling = async (path: string): Promise<Telling> => {
  const file = await open(path, 'r')
  try {
    const reader = boxReader(file, (await file.stat()).size)
    const blanks: Blank[] = []
    let exif: Buffer | undefined
    for (const box of await reader.boxesOfFile()) {
      if (box.type === 'moov') blanks.push(...(await ofFilm(reader, box)))
      else if (box.type === 'uuid') blanks.push(...freed(box))
      else if (box.type === 'meta') {
        const photo = await ofPhoto(reader, box)
        blanks.push(...photo.blanks)
        exif ??= photo.exif
      }
    }
    return { blanks: blanks.toSorted((one, other) => one.start - other.start), exif }
  } finally {
    await file.close()
  }
}

/** The length stays, wherever it stands; the type and what is inside go. */
const freed = ({ start, payload, end }: Box): Blank[] => [
  { start: start + 4, length: 4, free: true },
  { start: payload, length: end - payload, free: false },
]

type BoxReader = ReturnType<typeof boxReader>

const boxReader = (file: FileHandle, sizeBytes: number) => {
  let seen = 0
  const read = async (start: number, length: number): Promise<Buffer> => {
    if (length < 0 || length > 16 * 1024 ** 2 || start + length > sizeBytes) throw new BoxFault('a box reaches beyond its file')
    const buffer = Buffer.alloc(length)
    await file.read(buffer, 0, length, start)
    return buffer
  }
  const boxes = async (from: number, to: number): Promise<Box[]> => {
    const found: Box[] = []
    for (let start = from; start + 8 <= to;) {
      if ((seen += 1) > mostBoxes) throw new BoxFault('too many boxes')
      const head = await read(start, Math.min(16, to - start))
      const short = head.readUInt32BE(0)
      const long = short === 1
      if (long && head.length < 16) throw new BoxFault('a box without its length')
      const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - start : short
      const payload = start + (long ? 16 : 8)
      if (start + length > to || start + length < payload) throw new BoxFault('a box reaches beyond its parent')
      found.push({ type: head.toString('latin1', 4, 8), start, payload, end: start + length })
      start += length
    }
    return found
  }
  return { read, boxesOfFile: () => boxes(0, sizeBytes), inside: (box: Box, skip = 0) => boxes(box.payload + skip, box.end) }
}

const ofFilm = async (reader: BoxReader, moov: Box): Promise<Blank[]> => {
  const blanks: Blank[] = []
  for (const box of await reader.inside(moov)) {
    if (box.type === 'udta' || box.type === 'meta' || box.type === 'uuid') blanks.push(...freed(box))
    if (box.type !== 'trak') continue
    const parts = await reader.inside(box)
    const media = parts.find(({ type }) => type === 'mdia')
    // A track of timed data (positions along the way) is no picture and no sound: players do without.
    if (media && (await handlerOf(reader, media)) === 'meta') blanks.push(...freed(box))
    else blanks.push(...parts.filter(({ type }) => type === 'udta' || type === 'meta' || type === 'uuid').flatMap(freed))
  }
  return blanks
}

const handlerOf = async (reader: BoxReader, media: Box): Promise<string | null> => {
  const handler = (await reader.inside(media)).find(({ type }) => type === 'hdlr')
  return handler ? (await reader.read(handler.payload + 8, 4)).toString('latin1') : null
}

/** ISO/IEC 23008-12: the photo's data about itself are items of their own, found through `iinf` and `iloc`. */
const ofPhoto = async (reader: BoxReader, meta: Box): Promise<Telling> => {
  const parts = await reader.inside(meta, 4)
  const information = parts.find(({ type }) => type === 'iinf')
  const locations = parts.find(({ type }) => type === 'iloc')
  if (!information || !locations) return { blanks: freed(meta), exif: undefined }
  const telling = await tellingItems(reader, information)
  const idat = parts.find(({ type }) => type === 'idat')
  const extents = extentsOf(await reader.read(locations.payload, locations.end - locations.payload), idat?.payload ?? null)
  const blanks = extents.filter(({ item }) => telling.has(item)).map(({ start, length }) => ({ start, length, free: false }))
  const block = await Promise.all(
    extents.filter(({ item }) => telling.get(item) === 'Exif').map(({ start, length }) => reader.read(start, length)),
  )
  return { blanks, exif: block.length > 0 ? tiffOf(Buffer.concat(block)) : undefined }
}

/** The item begins with the distance to its TIFF header (ISO/IEC 23008-12, A.2.1). */
const tiffOf = (block: Buffer): Buffer => (block.length < 4 ? block : block.subarray(4 + block.readUInt32BE(0)))

/** Items by their number, with their type. */
const tellingItems = async (reader: BoxReader, information: Box): Promise<ReadonlyMap<number, string>> => {
  const telling = new Map<number, string>()
  const version = (await reader.read(information.payload, 1))[0]
  for (const entry of await reader.inside(information, version === 0 ? 6 : 8)) {
    if (entry.type !== 'infe') continue
    const bytes = await reader.read(entry.payload, Math.min(entry.end - entry.payload, 24))
    const wide = bytes[0] === 3
    const at = wide ? 10 : 8
    if (bytes.length < at + 4) continue
    const type = bytes.toString('latin1', at, at + 4)
    if (type === 'Exif' || type === 'mime' || type === 'uri ') telling.set(wide ? bytes.readUInt32BE(4) : bytes.readUInt16BE(4), type)
  }
  return telling
}

type Extent = { readonly item: number; readonly start: number; readonly length: number }

/** ISO/IEC 14496-12, 8.11.3. Items made of other items (method 2) hold no bytes of their own. */
const extentsOf = (bytes: Buffer, dataStart: number | null): Extent[] => {
  const extents: Extent[] = []
  let at = 0
  const take = (length: number): number => {
    if (length > 8 || at + length > bytes.length) throw new BoxFault('a table of items ends too soon')
    let value = 0
    for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte
    at += length
    return value
  }
  const version = take(1)
  take(3)
  const [offsetSize, lengthSize] = halves(take(1))
  const [baseSize, lastHalf] = halves(take(1))
  const indexSize = version === 0 ? 0 : lastHalf
  const items = take(version < 2 ? 2 : 4)
  for (let each = 0; each < items; each += 1) {
    const item = take(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : take(2) & 15
    take(2)
    const base = take(baseSize)
    const count = take(2)
    for (let part = 0; part < count; part += 1) {
      take(indexSize)
      const start = base + take(offsetSize)
      const length = take(lengthSize)
      if (method === 0) extents.push({ item, start, length })
      else if (method === 1 && dataStart !== null) extents.push({ item, start: dataStart + start, length })
    }
  }
  return extents
}

const halves = (byte: number): [number, number] => [byte >> 4, byte & 15]

const free = Buffer.from('free', 'latin1')

/** Blanks the ranges in a stream that begins at a byte of the file. */
export const blanking = (blanks: readonly Blank[], firstByte: number): Transform => {
  let at = firstByte
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const end = at + piece.length
      const touched = blanks.filter(({ start, length }) => start < end && start + length > at)
      const bytes = touched.length > 0 ? Buffer.from(piece) : piece
      for (const blank of touched) {
        for (let place = Math.max(at, blank.start); place < Math.min(end, blank.start + blank.length); place += 1)
          bytes[place - at] = (blank.free && free[place - blank.start]) || 0
      }
      at = end
      done(null, bytes)
    },
  })
}
