import { createInflateRaw, crc32 } from 'node:zlib'
import { StringDecoder } from 'node:string_decoder'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { SheetLimits } from './limits.ts'
import { fault, SheetFault } from './refusals.ts'
import { readXml, type XmlListener } from './xml.ts'

/** The parts of a workbook, each read as a stream; nothing of it is taken to the disk, and names are only compared. */
export type Parts = {
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  readonly chunks: (name: string, limitBytes: number) => AsyncGenerator<Buffer>
  readonly close: () => Promise<void>
}

/** Parts are named without regard to case (OPC, ISO/IEC 29500-2). */
const key = (name: string): string => name.replace(/^\//, '').toLowerCase()

const damagedZip = (error: unknown, part: string): Error => {
  if (error instanceof SheetFault) return error
  // What yauzl and zlib say of the bytes; an error of the disk is nobody's file and goes up.
  if (error instanceof Error && !('syscall' in error)) return fault('SHEET_FILE_DAMAGED', { part, problem: 'zip' })
  throw error
}

/** Opens the zip, and reads its list of entries: at most `entries`, none twice. */
export const openParts = async (path: string, limits: SheetLimits): Promise<Parts> => {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw damagedZip(error, 'zip')
  }
  // What happens to the file between two reads is told by the read itself.
  zip.on('error', () => undefined)
  const closed = async (): Promise<void> => {
    if (!zip.isOpen) return
    const done = new Promise((resolve) => zip.once('close', resolve))
    zip.close()
    await done
  }
  const entries = new Map<string, Entry>()
  let allBytes = 0
  try {
    if (zip.entryCount > limits.entries) throw fault('SHEET_TOO_MANY_PARTS', { limit: limits.entries })
    for await (const entry of zip.eachEntry()) {
      const name = key(entry.fileName)
      if (entries.has(name)) throw fault('SHEET_FILE_DAMAGED', { part: entry.fileName.slice(0, 80), problem: 'twice' })
      entries.set(name, entry)
      if (name.endsWith('.xml')) allBytes += entry.uncompressedSize
    }
    // What an entry claims is held against what it has when it is read, so the sum of claims bounds the work.
    if (allBytes > limits.allBytes || (allBytes > limits.ratioFromBytes && allBytes > zip.fileSize * limits.ratio))
      throw fault('SHEET_FILE_INFLATES', { part: 'zip', limitBytes: limits.allBytes, limitRatio: limits.ratio })
  } catch (error) {
    await closed()
    throw damagedZip(error, 'zip')
  }

  const chunks = async function* (name: string, limitBytes: number): AsyncGenerator<Buffer> {
    const entry = entries.get(key(name))
    if (entry === undefined) throw fault('SHEET_FILE_DAMAGED', { part: name.slice(0, 80), problem: 'missing' })
    if (entry.isEncrypted()) throw fault('SHEET_FILE_ENCRYPTED', {})
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw fault('SHEET_FILE_DAMAGED', { part: name.slice(0, 80), problem: 'method' })
    const inflates = fault('SHEET_FILE_INFLATES', { part: name.slice(0, 80), limitBytes, limitRatio: limits.ratio })
    if (entry.uncompressedSize > limitBytes) throw inflates
    try {
      const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
      const inflater =
        entry.compressionMethod === 8
          ? createInflateRaw({ chunkSize: Math.min(128 * 1024, Math.max(1024, entry.uncompressedSize + 1)) })
          : null
      if (inflater !== null) {
        packed.on('error', (error) => inflater.destroy(error))
        packed.pipe(inflater)
      }
      let bytes = 0
      let check = 0
      try {
        for await (const chunk of (inflater ?? packed) as AsyncIterable<Buffer>) {
          bytes += chunk.length
          if (bytes > limitBytes || (bytes > limits.ratioFromBytes && bytes > entry.compressedSize * limits.ratio)) throw inflates
          if (bytes > entry.uncompressedSize) throw fault('SHEET_FILE_DAMAGED', { part: name.slice(0, 80), problem: 'size' })
          check = crc32(chunk, check)
          yield chunk
        }
        if (bytes !== entry.uncompressedSize || check !== entry.crc32)
          throw fault('SHEET_FILE_DAMAGED', { part: name.slice(0, 80), problem: 'checksum' })
      } finally {
        packed.destroy()
        inflater?.destroy()
      }
    } catch (error) {
      throw damagedZip(error, name.slice(0, 80))
    }
  }
  return { has: (name) => entries.has(key(name)), names: () => [...entries.keys()], chunks, close: closed }
}

/**
 * Text of UTF-8 bytes that come in pieces. Bytes that are none become U+FFFD, as a spreadsheet program shows them; UTF-16, which
 * the standard allows too, no writer uses.
 */
export const textsOf = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const chunk of chunks) yield decoder.write(chunk)
  yield decoder.end()
}

/** Reads a part to its end. */
export const readPart = async (parts: Parts, name: string, limitBytes: number, listener: XmlListener): Promise<void> => {
  const reader = readXml(name, listener)
  for await (const text of textsOf(parts.chunks(name, limitBytes))) reader.feed(text)
  reader.end()
}
