import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteRange } from './range.ts'
import { clearWorkFolder, makeFolderDurably, syncFolder, whatCame, writeWhole, writeWorkFile } from './workFiles.ts'
import { ContentMissing, type ContentName, type EvidenceStore } from './store.ts'

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const uuid = /^[0-9a-f-]{36}$/
const stagedName = /^\d+-[0-9a-f-]{36}$/
const contentName = /^[0-9a-f]{64}(\.(full|1280|320))?$/

/** A name becomes a path, so it must be what it should be. */
const checked = (name: string, form: RegExp): string => {
  if (!form.test(name)) throw new RangeError('not a name of the evidence store')
  return name
}

/**
 * Evidence in a folder: `ab/cd/<hash>` for what is kept, `uploads/<upload>/` for chunks, `work/` for files in the
 * making. All three lie in one file system, so keeping is a rename: a file is there whole, or not at all.
 */
export const diskStore = (folder: string): EvidenceStore => {
  const workFolder = join(folder, 'work')
  const uploadFolder = (uploadId: string): string => join(folder, 'uploads', checked(uploadId, uuid))
  const chunkPath = (uploadId: string, stagedAs: string): string => join(uploadFolder(uploadId), checked(stagedAs, stagedName))
  const pathOf = (name: ContentName): string => {
    const sure = checked(name, contentName)
    return join(folder, sure.slice(0, 2), sure.slice(2, 4), sure)
  }

  return {
    name: 'disk',
    workFolder,

    stage: async (uploadId, firstByte, bytes, limitBytes) => {
      // A name of its own: of two senders at one place the database lets one count, and neither spoils the other's bytes.
      const stagedAs = `${firstByte}-${randomUUID()}`
      const path = chunkPath(uploadId, stagedAs)
      await makeFolderDurably(dirname(path))
      const file = await open(path, 'wx', 0o600)
      let sizeBytes = 0
      let tooMuch = false
      try {
        for await (const piece of whatCame(bytes)) {
          if (sizeBytes + piece.byteLength > limitBytes) {
            tooMuch = true
            break
          }
          await writeWhole(file, piece)
          sizeBytes += piece.byteLength
        }
        await file.datasync()
      } finally {
        await file.close()
      }
      if (tooMuch || sizeBytes === 0) await rm(path, { force: true })
      else await syncFolder(dirname(path))
      return { stagedAs, sizeBytes: tooMuch ? 0 : sizeBytes, tooMuch }
    },

    readStaged: (uploadId, stagedAs) => openToRead(stagedAs, () => chunkPath(uploadId, stagedAs)),
    dropStaged: async (uploadId, stagedAs) => rm(chunkPath(uploadId, stagedAs), { force: true }),
    dropUpload: async (uploadId) => rm(uploadFolder(uploadId), { recursive: true, force: true }),

    keep: async (name, file) => {
      const path = pathOf(name)
      await makeFolderDurably(dirname(path))
      // Over what is there: the same bytes, or damaged ones that this mends.
      const own = dirname(file) === workFolder ? file : await broughtOver(file, workFolder)
      await rename(own, path).catch((error: unknown) => whereOpen(error, own, path))
      await syncFolder(dirname(path))
    },

    open: (name, range) => openToRead(name, () => pathOf(name), range),

    sizeOf: async (name) => {
      try {
        return (await stat(pathOf(name))).size
      } catch (error) {
        if (isAbsent(error)) return null
        throw error
      }
    },

    remove: async (name) => {
      const path = pathOf(name)
      try {
        await rm(path)
      } catch (error) {
        if (isAbsent(error)) return
        throw error
      }
      await syncFolder(dirname(path))
    },

    freeBytes: async () => {
      await makeFolderDurably(folder)
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },

    clearWork: () => clearWorkFolder(workFolder),
  }
}

/** A stream whose file is open, so that a missing one is found out here. */
const openToRead = async (name: string, pathOf: () => string, range?: ByteRange): Promise<Readable> => {
  const stream = createReadStream(pathOf(), range && { start: range.first, end: range.last })
  try {
    await once(stream, 'open')
  } catch (error) {
    throw isAbsent(error) ? new ContentMissing(name, { cause: error }) : error
  }
  return stream
}

/** A file of another store's work folder, which may lie on another disk, where no rename reaches. */
const broughtOver = async (file: string, workFolder: string): Promise<string> => {
  const copy = await writeWorkFile(workFolder, createReadStream(file), Number.MAX_SAFE_INTEGER)
  await rm(file)
  return copy.path
}

/** Windows lets no file be replaced while somebody reads it; then the bytes that are there already do. */
const whereOpen = async (error: unknown, file: string, path: string): Promise<void> => {
  const sizeOf = async (each: string): Promise<number> => (await stat(each)).size
  if (process.platform !== 'win32' || (await sizeOf(file)) !== (await sizeOf(path))) throw error
  await rm(file)
}
