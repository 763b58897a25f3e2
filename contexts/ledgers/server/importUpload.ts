import { randomUUIDv7 } from 'node:crypto'
import type { Readable } from 'node:stream'
import { limitOf } from '../../../kernel/law.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Services, type TransactionOptions, type Tx } from '../../../platform/database/transaction.ts'
import { cleanName } from '../../../platform/evidence/kinds.ts'
import { handle, handleOutside } from '../../../platform/http/handler.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import type { ImportView } from '../contract/importShapes.ts'
import { importLimits } from '../rules/importLimits.ts'
import { TooLong } from './importFiles.ts'
import type { Imports } from './importRoom.ts'
import { countBytes, heldBytes, importOf, insertImport, lockImport, updateImport, type Import } from './importStore.ts'
import { chunkLimitBytes, viewOf } from './importView.ts'

const mebibyte = 1024 ** 2

/** A person says that a ledger of this size will come. What surely will be refused is refused before a byte is sent. */
export const openBeginImport = ({ needs, files }: Imports) =>
  handle(routes.beginImport, async (tx, { actor, body }): Promise<Result<ImportView>> => {
    const tightened = await needs.tightenedFor(tx, actor.organisationId)
    const limitBytes = limitOf<number>(importLimits.sizeMiB, tightened) * mebibyte
    if (body.sizeBytes > limitBytes) return refuse('IMPORT_TOO_LARGE', { sizeBytes: body.sizeBytes, limitBytes })
    const usedBytes = await heldBytes(tx, actor.organisationId)
    const quota = limitOf<number>(importLimits.heldMiB, tightened) * mebibyte
    if (usedBytes + body.sizeBytes > quota) return refuse('IMPORT_QUOTA_REACHED', { usedBytes, limitBytes: quota })
    if (!(await files.hasRoom(body.sizeBytes))) return refuse('IMPORT_STORE_FULL', {})

    const id = randomUUIDv7()
    const keepDays = limitOf<number>(importLimits.keepDays, tightened)
    await insertImport(tx, {
      id,
      person_id: actor.personId,
      post_id: actor.postId,
      session_id: actor.sessionId,
      organisation_id: actor.organisationId,
      region_code: actor.regionCode,
      name: cleanName(body.name),
      size_bytes: body.sizeBytes,
      state: 'uploading',
      keep_until: tx.now.add({ hours: 24 * keepDays }).toString({ smallestUnit: 'millisecond' }),
    })
    tx.audit({
      action: 'ledger.upload',
      record: { kind: 'import', id },
      regionCode: actor.regionCode,
      organisationId: actor.organisationId,
      after: { sizeBytes: body.sizeBytes },
    })
    return ok(await viewOf(tx, needs, (await importOf(tx, id))!))
  })

/**
 * Takes the next chunk of a ledger. What is answered is on the disk: `receivedBytes` outlives a lost connection, a killed server
 * and the loss of power. After the last one the worker reads the file; if that answer is lost, an empty chunk at the end asks
 * for it again.
 */
export const openReceiveLedger = (imports: Imports) =>
  handleOutside(routes.receiveLedger, async ({ actor, request, services, params, headers, bytes }): Promise<Result<ImportView>> => {
    const offset = /^\d{1,16}$/.exec(headers['upload-offset'] ?? '')?.[0]
    if (offset === undefined)
      return refuse('INPUT_INVALID', { issues: [{ path: 'headers.upload-offset', problem: 'the byte at which this chunk begins' }] })
    const by = { actor, request }
    const { importId } = params
    return imports.inTurn(importId, async (): Promise<Result<ImportView>> => {
      const standing = await ownImport(services, by, importId, actor.personId)
      if (!standing.ok) return standing
      const upload = standing.value
      if (upload.state !== 'uploading') return viewAgain(imports, services, by, importId)
      if (Number(offset) !== upload.received_bytes) return offsetWrong(upload)
      try {
        const received = await receive(imports, services, by, upload, bytes)
        if (!received.ok) return received
        if (received.value === upload.size_bytes) {
          const digest = await imports.files.digest(importId)
          const taken = await transact(services, by, (tx) => whole(tx, importId, digest))
          if (!taken.ok) return taken
        }
        return await viewAgain(imports, services, by, importId)
      } catch (error) {
        if (isFull(error)) return refuse('IMPORT_STORE_FULL', {})
        throw error
      }
    })
  })

const ownImport = (services: Services, by: TransactionOptions, id: string, personId: string): Promise<Result<Import>> =>
  transact(services, { ...by, readOnly: true }, async (tx): Promise<Result<Import>> => {
    const one = await importOf(tx, id)
    return one && one.person_id === personId ? ok(one) : refuse('RECORD_NOT_FOUND', { kind: 'import', id })
  })

const viewAgain = ({ needs }: Imports, services: Services, by: TransactionOptions, id: string): Promise<Result<ImportView>> =>
  transact(services, { ...by, readOnly: true }, async (tx): Promise<Result<ImportView>> => {
    const one = await importOf(tx, id)
    return one ? ok(await viewOf(tx, needs, one)) : refuse('RECORD_NOT_FOUND', { kind: 'import', id })
  })

const offsetWrong = ({ received_bytes, size_bytes }: Import) =>
  refuse('IMPORT_OFFSET_WRONG', { receivedBytes: received_bytes, sizeBytes: size_bytes })

/** Answers how much of the file is here after this chunk. */
const receive = async (
  { files }: Imports,
  services: Services,
  by: TransactionOptions,
  upload: Import,
  bytes: Readable,
): Promise<Result<number>> => {
  const missingBytes = upload.size_bytes - upload.received_bytes
  if (missingBytes === 0) return ok(upload.size_bytes)
  const limitBytes = Math.min(chunkLimitBytes, missingBytes)
  try {
    // The connection is left open after too much, or the sender would see it break and not read why.
    const sizeBytes = await files.write(upload.id, upload.received_bytes, whatCame(bytes.iterator({ destroyOnReturn: false })), limitBytes)
    if (sizeBytes === 0) return ok(upload.received_bytes)
    const counted = await transact(services, by, async (tx) => ok(await countBytes(tx, upload.id, upload.received_bytes, sizeBytes)))
    return counted.ok && counted.value ? ok(upload.received_bytes + sizeBytes) : offsetWrong(upload)
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    return limitBytes < missingBytes
      ? refuse('IMPORT_CHUNK_TOO_LARGE', { limitBytes })
      : refuse('IMPORT_LONGER_THAN_DECLARED', { sizeBytes: upload.size_bytes })
  } finally {
    bytes.resume()
  }
}

/** The pieces a sender brought, up to where the connection broke: on a bad network each of them counts. */
async function* whatCame(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* bytes
  } catch {
    // The sender learns from the upload's offset how far it came.
  }
}

const whole = async (tx: Tx, id: string, digest: string): Promise<Result<null>> => {
  const one = await lockImport(tx, id)
  if (!one || one.state !== 'uploading') return ok(null)
  await updateImport(tx, id, { state: 'reading', file_digest: digest, version: one.version + 1 })
  tx.audit({
    action: 'ledger.upload',
    record: { kind: 'import', id },
    regionCode: one.region_code,
    organisationId: one.organisation_id,
    after: { fileDigest: digest, sizeBytes: one.size_bytes },
  })
  tx.enqueue({ job: 'ledgers.readImport', payload: { importId: id }, key: id })
  return ok(null)
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
