import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { ByteRange } from '../../../platform/evidence/range.ts'
import { makeFolderDurably, syncFile, syncFolder } from '../../../platform/evidence/workFiles.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sha256Name = /^[0-9a-f]{64}$/
const partName = /^part-\d+-[0-9a-f-]{36}$/

/** A name becomes a path, so it must be what it should be. */
const checked = (name: string, form: RegExp): string => {
  if (!form.test(name)) throw new RangeError('not a name of the folder of exports')
  return name
}

const fileName = (sha256: string): string => `file-${checked(sha256, sha256Name)}`

/** A finished file as it is known afterwards. */
export type Sums = { readonly sizeBytes: number; readonly sha256: string; readonly sm3: string }

const sumsOf = async (path: string): Promise<Sums> => {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    sha256.update(piece)
    sm3.update(piece)
  }
  return { sizeBytes: (await stat(path)).size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }
}

const write = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  await syncFile(path)
}

/**
 * Where the files of exports lie: a folder for each, with its parts while it is written and then its file, named by its SHA-256.
 * What this answers has survived the loss of power. Where several servers write exports, the folder is one that all reach.
 */
export const openExportFolder = (root: string) => {
  const folder = join(root, 'exports')
  const folderOf = (exportId: string): string => join(folder, checked(exportId, uuid))

  /** A new file of a name of its own, so that of two who write the same neither spoils the other's. It is there whole, or not. */
  const made = async (exportId: string, kind: string, fill: (path: string) => Promise<void>): Promise<string> => {
    const name = `${kind}-${randomUUID()}`
    const path = join(folderOf(exportId), name)
    await makeFolderDurably(folderOf(exportId))
    try {
      await fill(path)
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return name
  }

  return {
    /** Keeps a part, packed to about a tenth; answers the name it is found by. */
    keepPart: async (exportId: string, part: number, bytes: AsyncIterable<Uint8Array>): Promise<string> => {
      const name = await made(exportId, `part-${part}`, async (path) => {
        const packing = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } })
        await pipeline(Readable.from(bytes, { objectMode: false }), packing, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        await syncFile(path)
      })
      await syncFolder(folderOf(exportId))
      return name
    },
    /** What was kept as a part. */
    readPart: async function* (exportId: string, keptAs: string): AsyncGenerator<Buffer, void, undefined> {
      const packed = createReadStream(join(folderOf(exportId), checked(keptAs, partName)))
      const unpacking = createZstdDecompress({ chunkSize: 262_144 })
      packed.on('error', (error) => unpacking.destroy(error))
      yield* packed.pipe(unpacking) as AsyncIterable<Buffer>
    },

    /** Lets `fill` write the file and answers what it is. */
    keepFile: async (exportId: string, fill: (path: string, writeTo: typeof write) => Promise<void>): Promise<Sums> => {
      const name = await made(exportId, 'joining', (path) => fill(path, write))
      const path = join(folderOf(exportId), name)
      const sums = await sumsOf(path)
      await rename(path, join(folderOf(exportId), fileName(sums.sha256)))
      await syncFolder(folderOf(exportId))
      return sums
    },
    /** The file, open, or a part of it. Throws where there is none. */
    openFile: async (exportId: string, sha256: string, range?: ByteRange): Promise<Readable> => {
      const stream = createReadStream(join(folderOf(exportId), fileName(sha256)), range && { start: range.first, end: range.last })
      await once(stream, 'open')
      return stream
    },
    /** Takes away everything of an export but its file. */
    keepOnly: async (exportId: string, sha256: string): Promise<void> => {
      for (const name of await readdir(folderOf(exportId)))
        if (name !== fileName(sha256)) await rm(join(folderOf(exportId), name), { force: true })
    },
    /** Takes away an export; nothing there is as good. */
    drop: (exportId: string): Promise<void> => rm(folderOf(exportId), { recursive: true, force: true }),

    /** The exports of which anything lies here. */
    held: async (): Promise<readonly string[]> => {
      await makeFolderDurably(folder)
      return (await readdir(folder)).filter((name) => uuid.test(name))
    },
    freeBytes: async (): Promise<number> => {
      await makeFolderDurably(folder)
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

export type ExportFolder = ReturnType<typeof openExportFolder>
