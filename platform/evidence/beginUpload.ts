import { randomUUIDv7 } from 'node:crypto'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import { handle } from '../http/handler.ts'
import { evidenceRoutes, type UploadView } from './contract.ts'
import { itemOf, viewOf } from './itemRecords.ts'
import type { Keeper } from './keeper.ts'
import { cleanName, kindByName } from './kinds.ts'
import { quotaBytes, sizeLimitBytes, unattachedUntil } from './law.ts'
import { expireUpload, insertUpload, unattachedBytes, uploadOf, type UploadRow } from './uploadRecords.ts'

/** One request carries so much at most: small enough to lose on a bad network, large enough for a fast one. */
export const chunkLimitBytes = 8 * 1024 ** 2

/** A full disk stops the database too, so so much stays free; an upload lies there twice while it is taken in. */
const reserveBytes = 1024 ** 3

export const uploadViewOf = async (tx: Tx, upload: UploadRow): Promise<UploadView> => {
  const item = upload.evidenceId ? await itemOf(tx, upload.evidenceId) : undefined
  return {
    uploadId: upload.id,
    sizeBytes: upload.sizeBytes,
    receivedBytes: upload.receivedBytes,
    chunkLimitBytes,
    expiresAt: upload.expiresAt,
    item: item ? viewOf(item) : null,
  }
}

/** A person says that a file of this size will come. What surely will be refused is refused before a byte is sent. */
export const openBeginUpload = (keeper: Keeper) =>
  handle(evidenceRoutes.beginUpload, async (tx, { actor, body }): Promise<Result<UploadView>> => {
    const tightened = await keeper.tightenedFor(tx, actor.organisationId)
    const kind = kindByName(body.name)
    const limitBytes = sizeLimitBytes(kind, tightened)
    if (body.sizeBytes > limitBytes) return refuse('EVIDENCE_TOO_LARGE', { kind, sizeBytes: body.sizeBytes, limitBytes })
    const usedBytes = await unattachedBytes(tx, actor.personId)
    const quota = quotaBytes(tightened)
    if (usedBytes + body.sizeBytes > quota) return refuse('EVIDENCE_QUOTA_REACHED', { usedBytes, limitBytes: quota })
    const freeBytes = await keeper.stores[0].freeBytes()
    if (freeBytes !== null && freeBytes < reserveBytes + 2 * body.sizeBytes) return refuse('EVIDENCE_STORE_FULL', {})

    const upload: UploadRow = {
      id: randomUUIDv7(),
      personId: actor.personId,
      recordedRegion: actor.regionCode,
      organisationId: actor.organisationId,
      name: cleanName(body.name),
      sizeBytes: body.sizeBytes,
      receivedBytes: 0,
      takenAt: body.takenAt ?? null,
      contentHash: null,
      evidenceId: null,
      refusal: null,
      expiresAt: unattachedUntil(tx.now).toString({ smallestUnit: 'millisecond' }),
    }
    await insertUpload(tx, upload)
    tx.audit({
      action: 'evidence.add',
      record: { kind: 'upload', id: upload.id },
      regionCode: actor.regionCode,
      organisationId: actor.organisationId,
      after: { sizeBytes: upload.sizeBytes },
    })
    return ok(await uploadViewOf(tx, upload))
  })

/** How far an upload has come. One that ended with a refusal answers with it. */
export const readUpload = handle(evidenceRoutes.upload, async (tx, { params }): Promise<Result<UploadView>> => {
  const upload = await uploadOf(tx, params.uploadId)
  if (!upload) return refuse('RECORD_NOT_FOUND', { kind: 'upload', id: params.uploadId })
  if (upload.refusal) return { ok: false, refusal: upload.refusal }
  return ok(await uploadViewOf(tx, upload))
})

/** Gives an upload up; what it has become already stays. */
export const abandonUpload = handle(evidenceRoutes.abandonUpload, async (tx, { params, actor }) => {
  const upload = await uploadOf(tx, params.uploadId)
  if (!upload) return refuse('RECORD_NOT_FOUND', { kind: 'upload', id: params.uploadId })
  await expireUpload(tx, upload.id)
  tx.audit({
    action: 'evidence.add',
    record: { kind: 'upload', id: upload.id },
    regionCode: upload.recordedRegion,
    organisationId: actor.organisationId,
    before: { receivedBytes: upload.receivedBytes },
    after: null,
  })
  return ok(null)
})
