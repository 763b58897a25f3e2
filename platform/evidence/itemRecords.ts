import { sql, type SqlBool } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import type { Tx } from '../database/transaction.ts'
import type { EvidenceView, ExifClaim } from './contract.ts'
import { isDrawable, type EvidenceKind } from './kinds.ts'
import type { EvidenceTables } from './tables.ts'

export type ItemRow = {
  readonly id: string
  readonly contentHash: string
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly sizeBytes: number
  readonly name: string | null
  readonly recordKind: string | null
  readonly recordId: string | null
  readonly regionCode: string | null
  readonly recordedRegion: string
  readonly organisationId: string | null
  readonly takenAt: string | null
  readonly receivedAt: string
  readonly uploadedBy: string | null
  readonly retentionRule: string | null
  readonly keepUntil: string | null
  readonly deletedAt: string | null
}

const columns = [
  'id',
  'content_hash as contentHash',
  'kind',
  'media_type as mediaType',
  'size_bytes as sizeBytes',
  'name',
  'record_kind as recordKind',
  'record_id as recordId',
  'region_code as regionCode',
  'recorded_region as recordedRegion',
  'organisation_id as organisationId',
  'taken_at as takenAt',
  'received_at as receivedAt',
  'uploaded_by as uploadedBy',
  'retention_rule as retentionRule',
  'keep_until as keepUntil',
  'deleted_at as deletedAt',
] as const

const tables = (tx: Tx) => tx.tables<EvidenceTables>()

/** Beyond the scope, a record may name the roles that read its evidence. The product itself reads all. */
const readable = (tx: Tx) =>
  tx.actor.kind === 'person'
    ? sql<SqlBool>`(read_roles is null or read_roles && ${[...tx.actor.roles]}::text[])`
    : sql<SqlBool>`${tx.actor.kind === 'system'}::boolean`

/** An item in the actor's scope, or one of his or her own that is not attached yet; deleted ones too. */
export const itemOf = (tx: Tx, id: string): Promise<ItemRow | undefined> =>
  tables(tx).selectFrom('evidence.item').select(columns).where('id', '=', id).where(readable(tx)).executeTakeFirst()

export const itemsOfRecord = (tx: Tx, kind: string, ids: readonly string[]): Promise<ItemRow[]> =>
  tables(tx)
    .selectFrom('evidence.item')
    .select(columns)
    .where('record_kind', '=', kind)
    .where('record_id', 'in', ids)
    .where(readable(tx))
    .orderBy('received_at')
    .orderBy('id')
    .execute()

export const viewOf = (row: ItemRow): EvidenceView => ({
  id: row.id,
  kind: row.kind,
  mediaType: row.mediaType,
  name: row.name,
  sizeBytes: row.sizeBytes,
  contentHash: row.contentHash,
  hasThumbnails: row.deletedAt === null && isDrawable(row.mediaType),
  takenAt: row.takenAt,
  receivedAt: row.receivedAt,
  uploadedBy: row.uploadedBy,
  record: row.recordKind !== null && row.recordId !== null ? { kind: row.recordKind, id: row.recordId } : null,
  keepUntil: row.keepUntil,
  deletedAt: row.deletedAt,
})

export type NewItem = Pick<
  ItemRow,
  'id' | 'contentHash' | 'kind' | 'mediaType' | 'sizeBytes' | 'name' | 'recordedRegion' | 'takenAt' | 'uploadedBy'
> & { readonly claim: ExifClaim }

export const insertItem = async (tx: Tx, item: NewItem): Promise<void> => {
  const { claim } = item
  await tables(tx)
    .insertInto('evidence.item')
    .values({
      id: item.id,
      content_hash: item.contentHash,
      kind: item.kind,
      media_type: item.mediaType,
      size_bytes: item.sizeBytes,
      name: item.name,
      record_kind: null,
      record_id: null,
      region_code: null,
      recorded_region: item.recordedRegion,
      organisation_id: null,
      read_roles: null,
      taken_at: item.takenAt,
      received_at: tx.at,
      uploaded_by: item.uploadedBy,
      exif_state: claim.state,
      exif_lng: claim.position?.lng ?? null,
      exif_lat: claim.position?.lat ?? null,
      exif_accuracy_metres: claim.position?.accuracyMetres ?? null,
      exif_taken_local: claim.takenLocal,
      exif_taken_at: claim.takenAt,
      attached_at: null,
      retention_rule: null,
      keep_until: null,
      deleted_at: null,
    })
    .execute()
}

/** What the devices wrote into these files about place and time, by id; only of items in scope. */
export const claimsOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ExifClaim>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('evidence.item')
    .select(['id', 'exif_state', 'exif_lng', 'exif_lat', 'exif_accuracy_metres', 'exif_taken_local', 'exif_taken_at'])
    .where('id', 'in', ids)
    .where(readable(tx))
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        state: row.exif_state,
        position:
          row.exif_lng !== null && row.exif_lat !== null
            ? { lng: row.exif_lng, lat: row.exif_lat, accuracyMetres: row.exif_accuracy_metres }
            : null,
        takenLocal: row.exif_taken_local,
        takenAt: row.exif_taken_at,
      },
    ]),
  )
}

export type Attachment = {
  readonly record: { readonly kind: string; readonly id: string }
  readonly regionCode: string
  readonly organisationId: string | null
  readonly readableBy: readonly Role[] | null
  readonly sharedWith: readonly string[]
  readonly retentionRule: string | null
  readonly keepUntil: string | null
}

/** Attaches the items that are not attached yet; answers their ids. */
export const attachItems = async (tx: Tx, ids: readonly string[], to: Attachment): Promise<string[]> => {
  const rows = await tables(tx)
    .updateTable('evidence.item')
    .set({
      record_kind: to.record.kind,
      record_id: to.record.id,
      region_code: to.regionCode,
      recorded_region: to.regionCode,
      organisation_id: to.organisationId,
      read_roles: to.readableBy && [...to.readableBy],
      shared_with: [...to.sharedWith],
      attached_at: tx.at,
      retention_rule: to.retentionRule,
      keep_until: to.keepUntil,
    })
    .where('id', 'in', ids)
    .where('region_code', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Moves the time of keeping of a record's evidence, later only; answers how many moved. */
export const extendItems = async (tx: Tx, record: Attachment['record'], rule: string | null, until: string | null): Promise<number> => {
  let query = tables(tx)
    .updateTable('evidence.item')
    .set({ retention_rule: rule, keep_until: until })
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where('deleted_at', 'is', null)
    .where('keep_until', 'is not', null)
  if (until !== null) query = query.where('keep_until', '<', until)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** Says anew who beyond the scope has a part in a record; answers how many items that changed. */
export const shareItems = async (tx: Tx, record: Attachment['record'], personIds: readonly string[]): Promise<number> => {
  const shared = await tables(tx)
    .updateTable('evidence.item')
    .set({ shared_with: [...personIds] })
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where(sql<SqlBool>`shared_with is distinct from ${[...personIds]}::uuid[]`)
    .executeTakeFirst()
  return Number(shared.numUpdatedRows)
}

/** A record's evidence goes where the record goes; where it was made stays on paper. Answers how many went. */
export const moveItems = async (
  tx: Tx,
  record: Attachment['record'],
  to: Pick<Attachment, 'regionCode' | 'organisationId'>,
): Promise<number> => {
  const moved = await tables(tx)
    .updateTable('evidence.item')
    .set({ region_code: to.regionCode, organisation_id: to.organisationId })
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

/** Attached items whose time of keeping is over, held against whoever else clears away. */
export const lockDueItems = (tx: Tx, most: number): Promise<ItemRow[]> =>
  tables(tx)
    .selectFrom('evidence.item')
    .select(columns)
    .where('keep_until', '<=', tx.at)
    .where('deleted_at', 'is', null)
    .orderBy('keep_until')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

/** Items that nobody attached in time. */
export const lockForgottenItems = (tx: Tx, receivedBefore: string, most: number): Promise<ItemRow[]> =>
  tables(tx)
    .selectFrom('evidence.item')
    .select(columns)
    .where('region_code', 'is', null)
    .where('received_at', '<=', receivedBefore)
    .orderBy('received_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

/** The row stays and says that there was evidence; what the file and the device said goes with the file. */
export const emptyItems = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await tables(tx)
    .updateTable('evidence.item')
    .set({
      deleted_at: tx.at,
      name: null,
      exif_state: 'absent',
      exif_lng: null,
      exif_lat: null,
      exif_accuracy_metres: null,
      exif_taken_local: null,
      exif_taken_at: null,
    })
    .where('id', 'in', ids)
    .execute()
}

/** Takes unattached items out of the table; the database refuses others. Answers how many went. */
export const deleteUnattached = async (tx: Tx, ids: readonly string[]): Promise<number> => {
  const deleted = await tables(tx).deleteFrom('evidence.item').where('id', 'in', ids).where('region_code', 'is', null).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
