import { sql } from 'kysely'
import type { Refusal } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import type { EvidenceTables } from './tables.ts'

export type UploadRow = {
  readonly id: string
  readonly personId: string | null
  readonly recordedRegion: string
  readonly organisationId: string | null
  readonly name: string
  readonly sizeBytes: number
  readonly receivedBytes: number
  readonly takenAt: string | null
  readonly contentHash: string | null
  readonly evidenceId: string | null
  readonly refusal: Refusal | null
  readonly expiresAt: string
}

const tables = (tx: Tx) => tx.tables<EvidenceTables>()

export const insertUpload = async (tx: Tx, row: UploadRow): Promise<void> => {
  await tables(tx)
    .insertInto('evidence.upload')
    .values({
      id: row.id,
      person_id: row.personId,
      recorded_region: row.recordedRegion,
      organisation_id: row.organisationId,
      name: row.name,
      size_bytes: row.sizeBytes,
      received_bytes: row.receivedBytes,
      taken_at: row.takenAt,
      content_hash: row.contentHash,
      evidence_id: row.evidenceId,
      refusal: row.refusal && JSON.stringify(row.refusal),
      made_at: tx.at,
      expires_at: row.expiresAt,
    })
    .execute()
}

/** An upload that still runs, or that ended a short while ago. Another person's is not there. */
export const uploadOf = (tx: Tx, id: string): Promise<UploadRow | undefined> =>
  tables(tx)
    .selectFrom('evidence.upload')
    .select([
      'id',
      'person_id as personId',
      'recorded_region as recordedRegion',
      'organisation_id as organisationId',
      'name',
      'size_bytes as sizeBytes',
      'received_bytes as receivedBytes',
      'taken_at as takenAt',
      'content_hash as contentHash',
      'evidence_id as evidenceId',
      'refusal',
      'expires_at as expiresAt',
    ])
    .where('id', '=', id)
    .where('expires_at', '>', tx.at)
    .executeTakeFirst()

export type ChunkRow = { readonly firstByte: number; readonly sizeBytes: number; readonly stagedAs: string }

/**
 * Counts a chunk, if the upload still stands where the chunk begins: of two senders at one place the first counts.
 * @returns whether it counts
 */
export const countChunk = async (tx: Tx, uploadId: string, chunk: ChunkRow, expiresAt: string): Promise<boolean> => {
  const moved = await tables(tx)
    .updateTable('evidence.upload')
    .set({ received_bytes: chunk.firstByte + chunk.sizeBytes, expires_at: expiresAt })
    .where('id', '=', uploadId)
    .where('received_bytes', '=', chunk.firstByte)
    .where('expires_at', '>', tx.at)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await tables(tx)
    .insertInto('evidence.chunk')
    .values({ upload_id: uploadId, first_byte: chunk.firstByte, size_bytes: chunk.sizeBytes, staged_as: chunk.stagedAs })
    .execute()
  return true
}

export const chunksOf = (tx: Tx, uploadId: string): Promise<ChunkRow[]> =>
  tables(tx)
    .selectFrom('evidence.chunk')
    .select(['first_byte as firstByte', 'size_bytes as sizeBytes', 'staged_as as stagedAs'])
    .where('upload_id', '=', uploadId)
    .orderBy('first_byte')
    .execute()

/** Lets an upload begin anew, because chunks that were counted are gone (a disk was lost, the store was changed). */
export const restartUpload = async (tx: Tx, uploadId: string): Promise<void> => {
  await tables(tx).deleteFrom('evidence.chunk').where('upload_id', '=', uploadId).execute()
  await tables(tx)
    .updateTable('evidence.upload')
    .set({ received_bytes: 0 })
    .where('id', '=', uploadId)
    .where('evidence_id', 'is', null)
    .execute()
}

/** From here on the content is not taken away while the upload runs. */
export const nameContent = async (tx: Tx, uploadId: string, hash: string): Promise<void> => {
  await tables(tx).updateTable('evidence.upload').set({ content_hash: hash }).where('id', '=', uploadId).execute()
}

/** Ends an upload with the item it became. False where another has ended it already. */
export const endUpload = async (tx: Tx, uploadId: string, evidenceId: string): Promise<boolean> => {
  const ended = await tables(tx)
    .updateTable('evidence.upload')
    .set({ evidence_id: evidenceId })
    .where('id', '=', uploadId)
    .where('evidence_id', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Ends an upload with a refusal, which every retry hears again. */
export const refuseUpload = async (tx: Tx, uploadId: string, refusal: Refusal): Promise<void> => {
  await tables(tx)
    .updateTable('evidence.upload')
    .set({ refusal: JSON.stringify(refusal) })
    .where('id', '=', uploadId)
    .where('evidence_id', 'is', null)
    .execute()
}

/** Lets an upload end now; the purge takes its bytes away. */
export const expireUpload = async (tx: Tx, uploadId: string): Promise<void> => {
  await tables(tx).updateTable('evidence.upload').set({ expires_at: tx.at }).where('id', '=', uploadId).execute()
}

/** What a person has that belongs to no record: uploads by their declared size, and items. */
export const unattachedBytes = async (tx: Tx, personId: string): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`
    select (
      (select coalesce(sum(size_bytes), 0) from evidence.upload
       where person_id = ${personId} and evidence_id is null and refusal is null and expires_at > ${tx.at})
      + (select coalesce(sum(size_bytes), 0) from evidence.item where uploaded_by = ${personId} and region_code is null)
    )::bigint as bytes`.execute(tx.tables())
  return rows[0]?.bytes ?? 0
}

/** Uploads whose time has run out, held against whoever else clears away. */
export const lockExpired = (tx: Tx, most: number): Promise<{ id: string; contentHash: string | null; evidenceId: string | null }[]> =>
  tables(tx)
    .selectFrom('evidence.upload')
    .select(['id', 'content_hash as contentHash', 'evidence_id as evidenceId'])
    .where('expires_at', '<=', tx.at)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

export const deleteUpload = async (tx: Tx, id: string): Promise<void> => {
  await tables(tx).deleteFrom('evidence.upload').where('id', '=', id).execute()
}
