import { evidenceRoutes, type UploadView } from '../../platform/evidence/contract.ts'
import { call, ConnectionLost, newKey, RefusalError, ServerFault } from '../api.ts'
import { pauseUntilOnline } from '../pause.ts'
import { mayMendItself, retryDelayMilliseconds } from '../query.ts'

/** How far an upload has come, in bytes that the server has on its disk. */
export type UploadProgress = {
  readonly sentBytes: number
  readonly totalBytes: number
  /** The connection is gone; the upload goes on by itself where it stopped. */
  readonly waiting: boolean
}

export type UploadOptions = {
  /** When the device took it: an ISO instant. Absent: the file's own date is not told either. */
  readonly takenAt?: string | undefined
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** An upload that began earlier, perhaps before the phone was shut: it goes on where it stopped. */
  readonly uploadId?: string | undefined
  /** Told as soon as the server knows of the upload, to be kept for `uploadId`. */
  readonly onBegin?: ((uploadId: string) => void) | undefined
  /** How often a lost connection is tried anew without a byte getting through; 8 tries last about a minute. */
  readonly attempts?: number | undefined
}

/** What the upload asks of the world; a test plays it. */
export type UploadWorld = {
  readonly call: typeof call
  readonly pause: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** Smaller than the server allows: on a slow line a lost chunk costs seconds and not minutes, and the progress is seen. */
const chunkBytes = 1024 ** 2

const within = (signal: AbortSignal | undefined): { readonly signal?: AbortSignal } => (signal ? { signal } : {})

const isGone = (problem: unknown): boolean => problem instanceof RefusalError && problem.code === 'RECORD_NOT_FOUND'

/** Where the server says that the next chunk begins; null for any other refusal. */
const offsetIn = (problem: unknown): number | null => {
  if (!(problem instanceof RefusalError) || problem.code !== 'UPLOAD_OFFSET_WRONG') return null
  const { receivedBytes } = problem.facts
  return typeof receivedBytes === 'number' ? receivedBytes : null
}

/** As `uploadEvidence`, in a world that can be played. */
export const uploadIn =
  (world: UploadWorld) =>
  async (file: File | (Blob & { readonly name?: string }), options: UploadOptions = {}): Promise<string> => {
    const { takenAt, onProgress, signal, attempts = 8 } = options
    const totalBytes = file.size
    let failures = 0
    const told = (sentBytes: number, waiting = false): void => onProgress?.({ sentBytes, totalBytes, waiting })

    /** Runs a step, and again after a lost connection; what was refused is thrown. */
    const lasting = async <Value>(sentBytes: number, step: () => Promise<Value>): Promise<Value> => {
      for (;;) {
        try {
          return await step()
        } catch (problem) {
          const mending = (problem instanceof ConnectionLost || problem instanceof ServerFault) && mayMendItself(problem)
          if (!mending || failures + 1 >= attempts) throw problem
          told(sentBytes, true)
          await world.pause(retryDelayMilliseconds(failures), signal)
          failures += 1
        }
      }
    }

    const begin = async (): Promise<UploadView> => {
      const key = newKey()
      const body = { name: file.name || 'file', sizeBytes: totalBytes, ...(takenAt === undefined ? {} : { takenAt }) }
      const upload = await lasting(0, () => world.call(evidenceRoutes.beginUpload, { body }, { key, ...within(signal) }))
      options.onBegin?.(upload.uploadId)
      return upload
    }
    const standing = (uploadId: string, sentBytes: number): Promise<UploadView> =>
      lasting(sentBytes, () => world.call(evidenceRoutes.upload, { params: { uploadId } }, within(signal)))

    const takeUp = async (uploadId: string): Promise<UploadView> => {
      try {
        return await standing(uploadId, 0)
      } catch (problem) {
        // It lay for too long and was cleared away: begin anew.
        if (isGone(problem)) return begin()
        throw problem
      }
    }

    let upload = options.uploadId === undefined ? await begin() : await takeUp(options.uploadId)
    told(upload.receivedBytes)
    while (upload.item === null) {
      const from = upload.receivedBytes
      const bytes = file.slice(from, Math.min(from + Math.min(chunkBytes, upload.chunkLimitBytes), totalBytes))
      const { uploadId } = upload
      try {
        upload = await world.call(
          evidenceRoutes.receiveChunk,
          { params: { uploadId } },
          { bytes, headers: { 'Upload-Offset': String(from) }, ...within(signal) },
        )
        failures = 0
      } catch (problem) {
        const offset = offsetIn(problem)
        const mending = (problem instanceof ConnectionLost || problem instanceof ServerFault) && mayMendItself(problem)
        if (offset === null && !(mending && failures + 1 < attempts)) throw problem
        if (offset === null) {
          told(from, true)
          await world.pause(retryDelayMilliseconds(failures), signal)
        }
        failures += 1
        if (failures >= attempts) throw problem
        // Whether the chunk arrived is not known; the server is asked where to go on.
        upload = await standing(uploadId, from)
      }
      told(upload.receivedBytes)
    }
    return upload.item.id
  }

/**
 * Brings one file to the server in chunks, and goes on where it stopped after a lost connection.
 *
 * @returns the id of the evidence, to be named in a deed within seven days
 * @throws RefusalError where the server refuses the file (its type, its size, a damaged photo); ConnectionLost or
 * ServerFault once every attempt is used up; the browser's `AbortError` where `signal` ends it
 */
export const uploadEvidence = uploadIn({ call, pause: pauseUntilOnline })
