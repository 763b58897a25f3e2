import { open, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { accepted, type Accepted } from './kinds.ts'

/**
 * The type of a file by its own bytes; its name says nothing.
 * @returns what it is taken as, or the foreign type that was found; null where nothing is known of the bytes.
 */
export const sniff = async (path: string): Promise<{ readonly accepted: Accepted } | { readonly found: string | null }> => {
  const type = await fileTypeFromFile(path)
  if (type === undefined) return { found: null }
  const mediaType = type.mime === 'application/zip' && (await hasZipEntry(path, 'OFD.xml')) ? 'application/ofd' : type.mime
  const known = accepted.get(mediaType)
  return known ? { accepted: known } : { found: mediaType }
}

const endOfDirectory = 0x06_05_4b_50
const directoryEntry = 0x02_01_4b_50
const mostDirectoryBytes = 1024 ** 2

/** Whether a ZIP archive (APPNOTE 6.3.10, 4.3.12 and 4.3.16) has an entry of this very name. */
const hasZipEntry = async (path: string, name: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    // The end record has 22 bytes and a comment of 65,535 at most.
    const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
    for (let at = tail.length - 22; at >= 0; at -= 1) {
      if (tail.readUInt32LE(at) !== endOfDirectory) continue
      const length = tail.readUInt32LE(at + 12)
      const start = tail.readUInt32LE(at + 16)
      if (length > mostDirectoryBytes || start + length > size) return false
      return entryNames(await readAt(file, start, length)).includes(name)
    }
    return false
  } finally {
    await file.close()
  }
}

const readAt = async (file: FileHandle, start: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}

const entryNames = (directory: Buffer): string[] => {
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === directoryEntry;) {
    const nameLength = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}
