import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SheetStart } from '../rules/proposal.ts'

/** What came was longer than it may be. */
export class TooLong extends Error {}

/** A full disk stops the database too, so so much stays free. */
const reserveBytes = 1024 ** 3

/** The files of imports: each in a folder of its own that is taken away whole. */
export type ImportFiles = ReturnType<typeof openImportFiles>

export const openImportFiles = (folder: string) => {
  const of = (importId: string): string => join(folder, 'imports', importId)
  const path = (importId: string): string => join(of(importId), 'ledger')
  const start = (importId: string, sheet: number): string => join(of(importId), `start-${sheet}.json`)
  return {
    path,
    /** Where something for this import may be written that is taken away with it. */
    beside: (importId: string, name: string): string => join(of(importId), name),
    /** Whether the disk has room for a file of this size. */
    hasRoom: async (sizeBytes: number): Promise<boolean> => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize >= reserveBytes + sizeBytes
    },
    /**
     * Writes what comes from `from` on and syncs it; what stood behind it was never counted and goes.
     * @returns how many bytes came; throws TooLong beyond the limit.
     */
    write: async (importId: string, from: number, bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<number> => {
      await mkdir(of(importId), { recursive: true, mode: 0o700 })
      const file = await open(path(importId), from === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.truncate(from)
        let sizeBytes = 0
        for await (const piece of bytes) {
          if (sizeBytes + piece.byteLength > limitBytes) throw new TooLong(`longer than ${limitBytes} bytes`)
          for (let written = 0; written < piece.byteLength;)
            written += (await file.write(piece, written, piece.byteLength - written, from + sizeBytes + written)).bytesWritten
          sizeBytes += piece.byteLength
        }
        await file.datasync()
        return sizeBytes
      } finally {
        await file.close()
      }
    },
    /** SM3 of the whole file. */
    digest: async (importId: string): Promise<string> => {
      const hash = createHash('sm3')
      for await (const piece of createReadStream(path(importId))) hash.update(piece as Buffer)
      return hash.digest('hex')
    },
    keepStart: async (importId: string, sheet: SheetStart): Promise<void> =>
      writeFile(start(importId, sheet.index), JSON.stringify(sheet), { mode: 0o600 }),
    /** The first rows of a sheet; null of a sheet that is not there, or of a file that is gone. */
    start: async (importId: string, sheet: number): Promise<SheetStart | null> => {
      const text = await readFile(start(importId, sheet), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return text === null ? null : (JSON.parse(text) as SheetStart)
    },
    remove: (importId: string): Promise<void> => rm(of(importId), { recursive: true, force: true }),
  }
}
