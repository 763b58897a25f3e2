import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContentHash } from './store.ts'

/** A whole file in a work folder, written through to the disk. */
export type WorkFile = { readonly path: string; readonly hash: ContentHash; readonly sizeBytes: number }

/** What came was longer than it may be. */
export class TooLong extends Error {}

/**
 * Writes a stream to a new file of the work folder, hashing on the way, and syncs it.
 * Throws TooLong beyond the limit; whatever it throws, the file is gone.
 */
export const writeWorkFile = async (workFolder: string, bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<WorkFile> => {
  await mkdir(workFolder, { recursive: true, mode: 0o700 })
  const path = join(workFolder, randomUUID())
  const hash = createHash('sm3')
  let sizeBytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      sizeBytes += piece.byteLength
      if (sizeBytes > limitBytes) throw new TooLong(`longer than ${limitBytes} bytes`)
      hash.update(piece)
      await writeWhole(file, piece)
    }
    await file.datasync()
    return { path, hash: hash.digest('hex'), sizeBytes }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** The pieces a sender brought, up to where the connection broke: on a bad network each of them counts. */
export async function* whatCame(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* bytes
  } catch {
    // The sender learns from the upload's offset how far it came.
  }
}

/** A write may be short; this one is not. */
export const writeWhole = async (file: FileHandle, piece: Uint8Array): Promise<void> => {
  for (let written = 0; written < piece.byteLength;) written += (await file.write(piece, written)).bytesWritten
}

/** Writes a file that another has made through to the disk. */
export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Syncs a folder, so that a name in it survives the loss of power. Windows has no such thing, and NTFS keeps a journal. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and syncs every name on the way that was not there. */
export const makeFolderDurably = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === first) return
  }
}

/**
 * Removes the files of a work folder that are older than a day: whoever wrote them has died. By the clock of this
 * machine, which is also that of its files, and not by the product's.
 */
export const clearWorkFolder = async (workFolder: string): Promise<void> => {
  const before = Temporal.Now.instant().subtract({ hours: 24 }).epochMilliseconds
  await mkdir(workFolder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(workFolder)) {
    const path = join(workFolder, name)
    // Gone meanwhile, because whoever wrote it has finished.
    const found = await stat(path).catch(absentAsNull)
    if (found && found.mtimeMs < before) await rm(path, { force: true })
  }
}

const absentAsNull = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
