import { randomUUIDv7 } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { transact, type Services, type TransactionOptions } from '../database/transaction.ts'
import type { EvidenceView } from './contract.ts'
import type { Keeper } from './keeper.ts'
import { cleanName } from './kinds.ts'
import { sizeLimitBytes, unattachedUntil } from './law.ts'
import { takeIn } from './takeIn.ts'
import { insertUpload, type UploadRow } from './uploadRecords.ts'
import { TooLong, writeWorkFile } from './workFiles.ts'

/** A file that comes from the server's side: a camera's picture, a paper the product itself has made. */
export type KeepRequest = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly regionCode: string
  readonly organisationId: string | null
  /** When the device says it was taken. */
  readonly takenAt?: string
}

export type KeepEvidence = (services: Services, by: TransactionOptions, request: KeepRequest) => Promise<Result<EvidenceView>>

/** Makes bytes evidence at once, by the same judgement as an upload. It must then be attached, like one. */
export const openKeepEvidence =
  (keeper: Keeper): KeepEvidence =>
  async (services, by, request) => {
    const tightened = await transact(services, { ...by, readOnly: true }, async (tx) =>
      ok(await keeper.tightenedFor(tx, request.organisationId)),
    )
    if (!tightened.ok) return tightened
    const limitBytes = sizeLimitBytes(null, tightened.value)
    const file = await writeWorkFile(keeper.stores[0].workFolder, request.bytes, limitBytes).catch((error: unknown) => {
      if (error instanceof TooLong) return null
      throw error
    })
    if (!file) return refuse('EVIDENCE_TOO_LARGE', { kind: null, sizeBytes: limitBytes + 1, limitBytes })
    if (file.sizeBytes === 0) {
      await rm(file.path, { force: true })
      return refuse('EVIDENCE_EMPTY', {})
    }
    const upload = await transact(services, by, async (tx) => {
      const row: UploadRow = {
        id: randomUUIDv7(),
        personId: by.actor.kind === 'person' ? by.actor.personId : null,
        recordedRegion: request.regionCode,
        organisationId: request.organisationId,
        name: cleanName(request.name),
        sizeBytes: file.sizeBytes,
        receivedBytes: file.sizeBytes,
        takenAt: request.takenAt ?? null,
        contentHash: null,
        evidenceId: null,
        refusal: null,
        expiresAt: unattachedUntil(tx.now).toString({ smallestUnit: 'millisecond' }),
      }
      await insertUpload(tx, row)
      return ok(row)
    })
    if (upload.ok) return takeIn(keeper, services, by, upload.value, file)
    await rm(file.path, { force: true })
    return upload
  }
