import { Readable } from 'node:stream'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { transact, type Services, type TransactionOptions } from '../database/transaction.ts'
import { handleOutside } from '../http/handler.ts'
import { chunkLimitBytes, uploadViewOf } from './beginUpload.ts'
import { evidenceRoutes, type UploadView } from './contract.ts'
import { onceAtATime, type Keeper } from './keeper.ts'
import { unattachedUntil } from './law.ts'
import { ContentMissing } from './store.ts'
import { takeIn } from './takeIn.ts'
import { chunksOf, countChunk, restartUpload, uploadOf, type ChunkRow, type UploadRow } from './uploadRecords.ts'
import { writeWorkFile } from './workFiles.ts'

/**
 * Takes the next chunk of an upload. What is answered is on the disk: `receivedBytes` outlives a lost connection, a
 * killed server and the loss of power. The chunk that completes the file makes it evidence; if that answer is lost,
 * an empty chunk at the end asks for it again.
 */
export const openReceiveChunk = (keeper: Keeper) =>
  handleOutside(evidenceRoutes.receiveChunk, async ({ actor, request, services, params, headers, bytes }): Promise<Result<UploadView>> => {
    const offset = /^\d{1,16}$/.exec(headers['upload-offset'] ?? '')?.[0]
    if (offset === undefined)
      return refuse('INPUT_INVALID', { issues: [{ path: 'headers.upload-offset', problem: 'the byte at which this chunk begins' }] })
    const by = { actor, request }
    const standing = await standingUpload(services, by, params.uploadId)
    if (!standing.ok) return standing
    const upload = standing.value
    if (upload.evidenceId) return viewAgain(services, by, upload.id)
    if (Number(offset) !== upload.receivedBytes) return offsetWrong(upload)
    try {
      const received = await receive(keeper, services, by, upload, bytes)
      if (!received.ok) return received
      if (received.value === upload.sizeBytes) {
        const taken = await onceAtATime(keeper.takingIn, upload.id, () => complete(keeper, services, by, upload.id))
        if (!taken.ok) return taken
      }
      return await viewAgain(services, by, upload.id)
    } catch (error) {
      if (isFull(error)) return refuse('EVIDENCE_STORE_FULL', {})
      throw error
    }
  })

const standingUpload = (services: Services, by: TransactionOptions, uploadId: string): Promise<Result<UploadRow>> =>
  transact(services, { ...by, readOnly: true }, async (tx): Promise<Result<UploadRow>> => {
    const upload = await uploadOf(tx, uploadId)
    if (!upload) return refuse('RECORD_NOT_FOUND', { kind: 'upload', id: uploadId })
    return upload.refusal ? { ok: false, refusal: upload.refusal } : ok(upload)
  })

const viewAgain = (services: Services, by: TransactionOptions, uploadId: string): Promise<Result<UploadView>> =>
  transact(services, { ...by, readOnly: true }, async (tx): Promise<Result<UploadView>> => {
    const upload = await uploadOf(tx, uploadId)
    if (!upload) return refuse('RECORD_NOT_FOUND', { kind: 'upload', id: uploadId })
    return upload.refusal ? { ok: false, refusal: upload.refusal } : ok(await uploadViewOf(tx, upload))
  })

const offsetWrong = ({ receivedBytes, sizeBytes }: UploadRow) => refuse('UPLOAD_OFFSET_WRONG', { receivedBytes, sizeBytes })

/** Answers how much of the upload is here after this chunk. */
const receive = async (
  keeper: Keeper,
  services: Services,
  by: TransactionOptions,
  upload: UploadRow,
  bytes: Readable,
): Promise<Result<number>> => {
  const [store] = keeper.stores
  const missingBytes = upload.sizeBytes - upload.receivedBytes
  if (missingBytes === 0) return ok(upload.sizeBytes)
  const limitBytes = Math.min(chunkLimitBytes, missingBytes)
  // The connection is left open after too much, or the sender would see it break and not read why.
  const { stagedAs, sizeBytes, tooMuch } = await store.stage(
    upload.id,
    upload.receivedBytes,
    bytes.iterator({ destroyOnReturn: false }),
    limitBytes,
  )
  bytes.resume()
  if (tooMuch)
    return limitBytes < missingBytes
      ? refuse('UPLOAD_CHUNK_TOO_LARGE', { limitBytes })
      : refuse('UPLOAD_LONGER_THAN_DECLARED', { sizeBytes: upload.sizeBytes })
  if (sizeBytes === 0) return ok(upload.receivedBytes)
  const counted = await transact(services, by, async (tx) => {
    const chunk: ChunkRow = { firstByte: upload.receivedBytes, sizeBytes, stagedAs }
    return ok(await countChunk(tx, upload.id, chunk, unattachedUntil(tx.now).toString({ smallestUnit: 'millisecond' })))
  })
  if (counted.ok && counted.value) return ok(upload.receivedBytes + sizeBytes)
  const standing = await standingUpload(services, by, upload.id)
  // Of an upload that was purged meanwhile nobody else would clear away the folder.
  await (standing.ok ? store.dropStaged(upload.id, stagedAs) : store.dropUpload(upload.id))
  return standing.ok ? offsetWrong(standing.value) : standing
}

/** Puts the chunks together and makes the file evidence. The chunks go once it is. */
const complete = async (keeper: Keeper, services: Services, by: TransactionOptions, uploadId: string): Promise<Result<unknown>> => {
  const [store] = keeper.stores
  const standing = await transact(services, { ...by, readOnly: true }, async (tx) =>
    ok({ upload: await uploadOf(tx, uploadId), chunks: await chunksOf(tx, uploadId) }),
  )
  if (!standing.ok) return standing
  const { upload, chunks } = standing.value
  // Another request has come first and ended it.
  if (!upload || upload.evidenceId || upload.refusal) return ok(null)
  const joined = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    for (const { stagedAs } of chunks) yield* await store.readStaged(uploadId, stagedAs)
  }
  const file = await writeWorkFile(store.workFolder, joined(), upload.sizeBytes).catch((error: unknown) => {
    if (error instanceof ContentMissing) return null
    throw error
  })
  if (!file) {
    const restarted = await transact(services, by, async (tx) => ok(await restartUpload(tx, uploadId)))
    return restarted.ok ? offsetWrong({ ...upload, receivedBytes: 0 }) : restarted
  }
  if (file.sizeBytes !== upload.sizeBytes)
    throw new Error(`upload ${uploadId} has ${file.sizeBytes} bytes in its chunks, not ${upload.sizeBytes}`)
  const taken = await takeIn(keeper, services, by, upload, file)
  await store.dropUpload(uploadId)
  return taken
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
