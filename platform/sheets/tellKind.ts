import { open } from 'node:fs/promises'
import { fault } from './refusals.ts'

const begins = (bytes: Buffer, ...start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte)

/** After PK: an entry, the end of an empty zip, the part of a divided one. */
const zipMarks: readonly (readonly number[])[] = [
  [3, 4],
  [5, 6],
  [7, 8],
]

const binaries: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
]

/** The name of the stream in which an encrypted workbook lies, as its directory writes it ([MS-OFFCRYPTO] 2.1). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Tells by its bytes what a file is: a zip, or a text that may be a .csv. Everything else is refused by its own code: a locked
 * workbook and an .xls (both compound files, [MS-CFB]), a web page, a picture.
 */
export const tellKind = async (path: string): Promise<'zip' | 'text'> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const start = buffer.subarray(0, bytesRead)
    if (bytesRead === 0) throw fault('SHEET_FILE_EMPTY', {})
    if (begins(start, 0x50, 0x4b) && zipMarks.some((mark) => begins(start.subarray(2), ...mark))) return 'zip'
    if (begins(start, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
      const sector = bytesRead >= 512 && start.readUInt16LE(0x1e) === 12 ? 4096 : 512
      const directory = bytesRead >= 512 ? start.readUInt32LE(0x30) : 0
      const entries = await file.read(Buffer.alloc(4096), 0, 4096, (directory + 1) * sector)
      if (entries.buffer.subarray(0, entries.bytesRead).includes(encryptedPackage)) throw fault('SHEET_FILE_ENCRYPTED', {})
      throw fault('SHEET_FORMAT_OLD', { format: 'xls' })
    }
    // BIFF without a compound file, before Excel 5.
    if (
      start[0] === 0x09 &&
      (start[1]! & 0xf1) === 0 &&
      start[3] === 0 &&
      start[1]! <= 8 &&
      bytesRead > 8 &&
      (start[2] === 4 || start[2] === 6 || start[2] === 8)
    )
      throw fault('SHEET_FORMAT_OLD', { format: 'xls' })
    for (const [looksLike, bytes] of binaries) if (begins(start, ...bytes)) throw fault('SHEET_FILE_UNKNOWN', { looksLike })
    if (begins(start, 0xff, 0xfe) || begins(start, 0xfe, 0xff)) throw fault('SHEET_ENCODING_UNKNOWN', {})
    if (start.includes(0)) throw fault('SHEET_FILE_UNKNOWN', { looksLike: 'binary' })
    const text = start
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart()
      .slice(0, 2000)
    if (/^<\?xml/i.test(text) && !/<html/i.test(text)) throw fault('SHEET_FORMAT_OLD', { format: 'xml' })
    if (/^(?:<(?:!doctype|html|head|meta|table|body|style|script|!--|\?xml)|mime-version:)/i.test(text))
      throw fault('SHEET_FILE_IS_HTML', {})
    return 'text'
  } finally {
    await file.close()
  }
}
