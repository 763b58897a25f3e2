import { call, ConnectionLost, RefusalError, ServerFault } from '../../../../ui/api.ts'
import { pauseUntilOnline } from '../../../../ui/pause.ts'
import { mayMendItself, retryDelayMilliseconds } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import type { ImportView } from '../../contract/importShapes.ts'

export type LedgerProgress = {
  readonly sentBytes: number
  readonly totalBytes: number
  /** The connection is gone; it goes on by itself where it stopped. */
  readonly waiting: boolean
}

export type SendOptions = {
  readonly onProgress: (progress: LedgerProgress) => void
  readonly signal: AbortSignal
  /** How often a lost connection is tried anew without a byte getting through; 8 tries last about a minute. */
  readonly attempts?: number
}

/** What the upload asks of the world; a test plays it. */
export type SendWorld = { readonly call: typeof call; readonly pause: typeof pauseUntilOnline }

/** Smaller than the server allows: on a slow line a lost chunk costs seconds and not minutes, and the progress is seen. */
const chunkBytes = 1024 ** 2

/** Where the server says that the next chunk begins; null for any other refusal. */
const offsetIn = (problem: unknown): number | null => {
  if (!(problem instanceof RefusalError) || problem.code !== 'IMPORT_OFFSET_WRONG') return null
  const { receivedBytes } = problem.facts
  return typeof receivedBytes === 'number' ? receivedBytes : null
}

/** As `sendLedger`, in a world that can be played. */
export const sendIn =
  (world: SendWorld) =>
  async (file: File, importId: string, { onProgress, signal, attempts = 8 }: SendOptions): Promise<ImportView> => {
    const params = { importId }
    const told = (sentBytes: number, waiting = false): void => onProgress({ sentBytes, totalBytes: file.size, waiting })
    let failures = 0

    /** Waits before the next attempt; throws where there is none. */
    const mend = async (problem: unknown, sentBytes: number): Promise<void> => {
      const mending = (problem instanceof ConnectionLost || problem instanceof ServerFault) && mayMendItself(problem)
      failures += 1
      if (!mending || failures >= attempts) throw problem
      told(sentBytes, true)
      await world.pause(retryDelayMilliseconds(failures - 1), signal)
    }
    const standing = async (sentBytes: number): Promise<ImportView> => {
      for (;;) {
        try {
          return await world.call(routes.importRecord, { params }, { signal })
        } catch (problem) {
          await mend(problem, sentBytes)
        }
      }
    }

    let view = await standing(0)
    // After the last chunk an empty one asks again for an answer that was lost.
    while (view.state === 'uploading') {
      const from = view.receivedBytes
      told(from)
      const bytes = file.slice(from, Math.min(from + Math.min(chunkBytes, view.chunkLimitBytes), file.size))
      try {
        view = await world.call(routes.receiveLedger, { params }, { bytes, headers: { 'Upload-Offset': String(from) }, signal })
        failures = 0
      } catch (problem) {
        if (offsetIn(problem) === null) await mend(problem, from)
        else if ((failures += 1) >= attempts) throw problem
        // Whether the chunk arrived is not known; the server is asked where to go on.
        view = await standing(from)
      }
    }
    told(file.size)
    return view
  }

/**
 * Brings a ledger to the server in chunks, from where the server says that it stopped, and goes on after a lost connection.
 *
 * @returns the import after its last chunk
 * @throws RefusalError where the server refuses it; ConnectionLost or ServerFault once every attempt is used up; the browser's
 * `AbortError` where `signal` ends it
 */
export const sendLedger = sendIn({ call, pause: pauseUntilOnline })
