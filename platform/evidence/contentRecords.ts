import type { Tx } from '../database/transaction.ts'
import type { Blank } from './blanks.ts'
import type { DrawnCopy } from './drawing.ts'
import type { CopySize, EvidenceKind } from './kinds.ts'
import type { ContentHash } from './store.ts'
import type { EvidenceTables } from './tables.ts'

export type ContentRow = {
  readonly hash: ContentHash
  readonly sizeBytes: number
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** Null where nobody can say which bytes tell place and device. */
  readonly blanks: readonly Blank[] | null
  readonly storedIn: string
}

const tables = (tx: Tx) => tx.tables<EvidenceTables>()

/**
 * Writes the row of a content, or takes the one that is there, and holds it: the purge waits for this transaction, and
 * then finds it wanted.
 * @returns the store it lies in, which may be a former one
 */
export const claimContent = async (tx: Tx, row: ContentRow): Promise<string> => {
  const blanks = row.blanks && JSON.stringify(row.blanks)
  const { stored_in } = await tables(tx)
    .insertInto('evidence.content')
    .values({
      hash: row.hash,
      size_bytes: row.sizeBytes,
      kind: row.kind,
      media_type: row.mediaType,
      width_px: row.widthPx,
      height_px: row.heightPx,
      blanks,
      stored_in: row.storedIn,
      released_at: null,
    })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ kind: row.kind, media_type: row.mediaType, blanks, released_at: null }))
    .returning('stored_in')
    .executeTakeFirstOrThrow()
  return stored_in
}

export const contentOf = (tx: Tx, hash: ContentHash): Promise<ContentRow | undefined> =>
  tables(tx)
    .selectFrom('evidence.content')
    .select([
      'hash',
      'size_bytes as sizeBytes',
      'kind',
      'media_type as mediaType',
      'width_px as widthPx',
      'height_px as heightPx',
      'blanks',
      'stored_in as storedIn',
    ])
    .where('hash', '=', hash)
    .executeTakeFirst()

export type CopyRow = { readonly size: CopySize; readonly hash: ContentHash; readonly mediaType: string; readonly sizeBytes: number }

export const copiesOf = (tx: Tx, hash: ContentHash): Promise<CopyRow[]> =>
  tables(tx)
    .selectFrom('evidence.copy')
    .select(['size', 'hash', 'media_type as mediaType', 'size_bytes as sizeBytes'])
    .where('content_hash', '=', hash)
    .execute()

/** Holds a content against the purge until the transaction ends. False where it is gone already. */
export const holdContent = async (tx: Tx, hash: ContentHash): Promise<boolean> => {
  const row = await tables(tx).selectFrom('evidence.content').select('hash').where('hash', '=', hash).forKeyShare().executeTakeFirst()
  return row !== undefined
}

export const insertCopies = async (tx: Tx, contentHash: ContentHash, copies: readonly DrawnCopy[]): Promise<void> => {
  await tables(tx)
    .insertInto('evidence.copy')
    .values(
      copies.map(({ size, hash, mediaType, sizeBytes, widthPx, heightPx }) => ({
        content_hash: contentHash,
        size,
        hash,
        media_type: mediaType,
        size_bytes: sizeBytes,
        width_px: widthPx,
        height_px: heightPx,
        made_at: tx.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['content_hash', 'size']).doNothing())
    .execute()
}

/** Says that something has let go of a content. Whether it was the last, the purge will see. */
export const releaseContent = async (tx: Tx, hash: ContentHash): Promise<void> => {
  await tables(tx).updateTable('evidence.content').set({ released_at: tx.at }).where('hash', '=', hash).execute()
}

export const releasedContents = async (tx: Tx, before: string, most: number): Promise<ContentHash[]> => {
  const rows = await tables(tx)
    .selectFrom('evidence.content')
    .select('hash')
    .where('released_at', '<=', before)
    .orderBy('released_at')
    .limit(most)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** Holds a content that is still released; undefined where somebody wants it again, holds it, or has taken it away. */
export const lockReleased = (tx: Tx, hash: ContentHash, before: string): Promise<{ storedIn: string } | undefined> =>
  tables(tx)
    .selectFrom('evidence.content')
    .select('stored_in as storedIn')
    .where('hash', '=', hash)
    .where('released_at', '<=', before)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** Contents in the order of their hashes, after one; what something refers to or did an hour ago. */
export const contentsAfter = (
  tx: Tx,
  hash: ContentHash,
  most: number,
): Promise<{ hash: ContentHash; sizeBytes: number; storedIn: string }[]> =>
  tables(tx)
    .selectFrom('evidence.content')
    .select(['hash', 'size_bytes as sizeBytes', 'stored_in as storedIn'])
    .where('hash', '>', hash)
    .orderBy('hash')
    .limit(most)
    .execute()

/** Whether an item, or an upload on its way to become one, refers to a content. */
export const isWanted = async (tx: Tx, hash: ContentHash): Promise<boolean> => {
  const item = await tables(tx)
    .selectFrom('evidence.item')
    .select('id')
    .where('content_hash', '=', hash)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (item) return true
  const upload = await tables(tx)
    .selectFrom('evidence.upload')
    .select('id')
    .where('content_hash', '=', hash)
    .where('evidence_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return upload !== undefined
}

export const keepWanted = async (tx: Tx, hash: ContentHash): Promise<void> => {
  await tables(tx).updateTable('evidence.content').set({ released_at: null }).where('hash', '=', hash).execute()
}

export const deleteContent = async (tx: Tx, hash: ContentHash): Promise<void> => {
  await tables(tx).deleteFrom('evidence.content').where('hash', '=', hash).execute()
}
