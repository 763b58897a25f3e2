import { randomUUIDv7 } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import { transact, type Services, type TransactionOptions, type Tx } from '../database/transaction.ts'
import { claimContent } from './contentRecords.ts'
import type { EvidenceView } from './contract.ts'
import { drawJob } from './drawJob.ts'
import { inspect, type Findings } from './inspect.ts'
import { insertItem, itemOf, viewOf } from './itemRecords.ts'
import type { Keeper } from './keeper.ts'
import { isDrawable } from './kinds.ts'
import { storeNamed } from './store.ts'
import { endUpload, nameContent, refuseUpload, uploadOf, type UploadRow } from './uploadRecords.ts'
import type { WorkFile } from './workFiles.ts'

const notFound = (uploadId: string) => refuse('RECORD_NOT_FOUND', { kind: 'upload', id: uploadId })

/**
 * Makes a whole file into a piece of evidence, in three steps of which each may be the last before the power fails:
 * 1. the content's row is written and the upload refers to it, so that no purge takes the content away;
 * 2. the bytes are kept under their hash (again, if they are there);
 * 3. the item is written, the upload ends with it, and the deed is on the record.
 * Whoever repeats the upload's last request goes through all three again and gets the one item.
 */
export const takeIn = async (
  keeper: Keeper,
  services: Services,
  by: TransactionOptions,
  upload: UploadRow,
  file: WorkFile,
): Promise<Result<EvidenceView>> => {
  try {
    const tightened = await transact(services, { ...by, readOnly: true }, async (tx) =>
      ok(await keeper.tightenedFor(tx, upload.organisationId)),
    )
    if (!tightened.ok) return tightened
    const found = await inspect(file, tightened.value)
    if (!found.ok) return await endWithRefusal(services, by, upload, found.refusal)
    const storedIn = await transact(services, by, (tx) => claim(tx, keeper, upload, file, found.value))
    if (!storedIn.ok) return storedIn
    await storeNamed(keeper.stores, storedIn.value).keep(file.hash, file.path)
    return await transact(services, by, (tx) => makeItem(tx, upload, file, found.value))
  } finally {
    await rm(file.path, { force: true })
  }
}

const endWithRefusal = async (services: Services, by: TransactionOptions, upload: UploadRow, refusal: Refusal): Promise<Result<never>> => {
  await transact(services, by, async (tx) => {
    await refuseUpload(tx, upload.id, refusal)
    return ok(null)
  })
  return { ok: false, refusal }
}

const claim = async (tx: Tx, keeper: Keeper, upload: UploadRow, file: WorkFile, found: Findings): Promise<Result<string>> => {
  if (!(await uploadOf(tx, upload.id))) return notFound(upload.id)
  await nameContent(tx, upload.id, file.hash)
  return ok(
    await claimContent(tx, {
      hash: file.hash,
      sizeBytes: file.sizeBytes,
      kind: found.type.kind,
      mediaType: found.type.mediaType,
      widthPx: found.widthPx,
      heightPx: found.heightPx,
      blanks: found.blanks,
      storedIn: keeper.stores[0].name,
    }),
  )
}

const makeItem = async (tx: Tx, upload: UploadRow, file: WorkFile, found: Findings): Promise<Result<EvidenceView>> => {
  const id = randomUUIDv7()
  const { kind, mediaType } = found.type
  if (!(await endUpload(tx, upload.id, id))) return itemOfUpload(tx, upload.id)
  await insertItem(tx, {
    id,
    contentHash: file.hash,
    kind,
    mediaType,
    sizeBytes: file.sizeBytes,
    name: upload.name,
    recordedRegion: upload.recordedRegion,
    takenAt: upload.takenAt,
    uploadedBy: upload.personId,
    claim: found.claim,
  })
  tx.audit({
    action: 'evidence.add',
    record: { kind: 'evidence', id },
    regionCode: upload.recordedRegion,
    organisationId: upload.organisationId,
    after: { contentHash: file.hash, sizeBytes: file.sizeBytes, mediaType },
  })
  if (isDrawable(mediaType)) tx.enqueue({ job: drawJob, payload: { contentHash: file.hash }, key: file.hash })
  return itemOfUpload(tx, upload.id)
}

const itemOfUpload = async (tx: Tx, uploadId: string): Promise<Result<EvidenceView>> => {
  const upload = await uploadOf(tx, uploadId)
  const item = upload?.evidenceId ? await itemOf(tx, upload.evidenceId) : undefined
  return item ? ok(viewOf(item)) : notFound(uploadId)
}
