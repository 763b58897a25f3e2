import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RowFault } from '../../../platform/ledger.ts'
import type { ImportTable, ImportTables, PassName } from './importTables.ts'

export type Import = Selectable<ImportTable>

const tables = (tx: Tx) => tx.tables<ImportTables>()

const columns = [
  'id',
  'person_id',
  'post_id',
  'session_id',
  'organisation_id',
  'recorded_region',
  'region_code',
  'name',
  'size_bytes',
  'received_bytes',
  'file_digest',
  'format',
  'encoding',
  'state',
  'version',
  'kind',
  'choices',
  'sheets',
  'kinds',
  'run',
  'at_sheet',
  'at_row',
  'total_rows',
  'checked',
  'took',
  'stop',
  'failures',
  'lease_until',
  'made_at',
  'changed_at',
  'keep_until',
  'purged_at',
] as const

export const insertImport = async (
  tx: Tx,
  row: Pick<
    Insertable<ImportTable>,
    'id' | 'person_id' | 'post_id' | 'session_id' | 'organisation_id' | 'region_code' | 'name' | 'size_bytes' | 'state' | 'keep_until'
  >,
): Promise<void> => {
  await sql`
    insert into ledgers.import (id, person_id, post_id, session_id, organisation_id, recorded_region, region_code, name, size_bytes, state, made_at, changed_at, keep_until)
    values (${row.id}, ${row.person_id}, ${row.post_id}, ${row.session_id}, ${row.organisation_id}, ${row.region_code}, ${row.region_code},
      ${row.name}, ${row.size_bytes}, ${row.state}, ${tx.at}, ${tx.at}, ${row.keep_until})`.execute(tx.tables())
}

/** An import within the scope. */
export const importOf = (tx: Tx, id: string): Promise<Import | undefined> =>
  tables(tx).selectFrom('ledgers.import').select(columns).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends: whoever else changes it comes after. */
export const lockImport = (tx: Tx, id: string): Promise<Import | undefined> =>
  tables(tx).selectFrom('ledgers.import').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** Writes what changed; `version` counts what a person may have looked at before. */
export const updateImport = async (tx: Tx, id: string, change: Updateable<ImportTable>): Promise<void> => {
  await tables(tx)
    .updateTable('ledgers.import')
    .set({ ...change, changed_at: tx.at })
    .where('id', '=', id)
    .execute()
}

/**
 * Counts a chunk, if the upload still stands where the chunk begins: of two senders at one place the first counts.
 * @returns whether it counts
 */
export const countBytes = async (tx: Tx, id: string, from: number, sizeBytes: number): Promise<boolean> => {
  const moved = await tables(tx)
    .updateTable('ledgers.import')
    .set({ received_bytes: from + sizeBytes, changed_at: tx.at })
    .where('id', '=', id)
    .where('received_bytes', '=', from)
    .where('state', '=', 'uploading')
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** What the files of an organisation come to. */
export const heldBytes = async (tx: Tx, organisationId: string): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(size_bytes), 0)::bigint as bytes from ledgers.import
    where organisation_id = ${organisationId} and purged_at is null`.execute(tx.tables())
  return rows[0]?.bytes ?? 0
}

/** Held until the transaction ends, so that two who begin at once come one after the other. */
const lockOrganisation = (tx: Tx, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`ledgers.import ${organisationId}`}, 0))`.execute(tx.tables())

/** How many imports of an organisation are being checked or taken, apart from one. */
export const runningOf = async (tx: Tx, organisationId: string, except: string): Promise<number> => {
  await lockOrganisation(tx, organisationId)
  const { rows } = await sql<{ running: number }>`
    select count(*)::int as running from ledgers.import
    where organisation_id = ${organisationId} and id <> ${except} and state in ('checking', 'taking')`.execute(tx.tables())
  return rows[0]?.running ?? 0
}

/**
 * Takes one of the places at which the whole product works on ledgers, or keeps the one it has; a worker that was killed loses
 * its place when its time is over.
 * @returns whether it has a place
 */
export const takePlace = async (tx: Tx, id: string, places: number, until: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('ledgers.import places', 0))`.execute(tx.tables())
  const { rows } = await sql<{ taken: number }>`
    select count(*)::int as taken from ledgers.import where lease_until > ${tx.at} and id <> ${id}`.execute(tx.tables())
  if ((rows[0]?.taken ?? 0) >= places) return false
  await tables(tx).updateTable('ledgers.import').set({ lease_until: until }).where('id', '=', id).execute()
  return true
}

/** The same file sent earlier, within the scope, the newest first. */
export const sentBefore = (tx: Tx, { id, file_digest, made_at }: Import) =>
  file_digest === null
    ? Promise.resolve([])
    : tables(tx)
        .selectFrom('ledgers.import')
        .select(['id', 'person_id', 'made_at', 'state', 'took'])
        .where('file_digest', '=', file_digest)
        .where('id', '<>', id)
        .where('made_at', '<=', made_at)
        .where('state', 'not in', ['uploading', 'reading', 'unreadable'])
        .orderBy('made_at', 'desc')
        .limit(5)
        .execute()

export type ListQuery = {
  readonly personId: string | null
  readonly state: 'all' | 'open' | 'ended'
  readonly after: readonly string[] | null
  readonly limit: number
}

/** Imports within the scope, the newest first. */
export const listImports = (tx: Tx, { personId, state, after, limit }: ListQuery): Promise<Import[]> => {
  let query = tables(tx).selectFrom('ledgers.import').select(columns)
  if (personId !== null) query = query.where('person_id', '=', personId)
  const ended = ['done', 'cancelled', 'unreadable'] as const
  if (state === 'open') query = query.where('state', 'not in', ended)
  if (state === 'ended') query = query.where('state', 'in', ended)
  if (after !== null) query = query.where(sql<boolean>`(made_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export type KeptRow = {
  readonly sheet: number
  readonly row: number
  readonly outcome: 'refused' | 'skipped'
  readonly faults: readonly RowFault[]
}

/** Keeps rows that were not taken. */
export const keepRows = async (tx: Tx, importId: string, pass: PassName, rows: readonly KeptRow[]): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    insert into ledgers.import_row (import_id, pass, sheet, row, outcome, faults)
    select ${importId}, ${pass}, sheet, row, outcome, faults
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (sheet integer, row integer, outcome text, faults jsonb)`.execute(
    tx.tables(),
  )
}

export const dropRows = async (tx: Tx, importId: string, pass?: PassName): Promise<void> => {
  let query = tables(tx).deleteFrom('ledgers.import_row').where('import_id', '=', importId)
  if (pass !== undefined) query = query.where('pass', '=', pass)
  await query.execute()
}

export const keptRows = (
  tx: Tx,
  importId: string,
  pass: PassName,
  {
    outcome,
    sheet,
    after,
    limit,
  }: {
    readonly outcome?: 'refused' | 'skipped' | undefined
    readonly sheet?: number
    readonly after: { readonly sheet: number; readonly row: number } | null
    readonly limit: number
  },
): Promise<KeptRow[]> => {
  let query = tables(tx)
    .selectFrom('ledgers.import_row')
    .select(['sheet', 'row', 'outcome', 'faults'])
    .where('import_id', '=', importId)
    .where('pass', '=', pass)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (sheet !== undefined) query = query.where('sheet', '=', sheet)
  if (after !== null) query = query.where(sql<boolean>`(sheet, row) > (${after.sheet}::int, ${after.row}::int)`)
  return query.orderBy('sheet').orderBy('row').limit(limit).execute()
}

/** How the actor's organisation corrected heads of these signatures before. */
export const rememberedHeads = async (tx: Tx, organisationId: string, signatures: readonly string[]) =>
  signatures.length === 0
    ? []
    : tables(tx)
        .selectFrom('ledgers.remembered_head')
        .select(['signature', 'kind', 'keys'])
        .where('organisation_id', '=', organisationId)
        .where('signature', 'in', [...signatures])
        .execute()

export const rememberHead = async (
  tx: Tx,
  row: {
    readonly organisationId: string
    readonly personId: string
    readonly signature: string
    readonly kind: string
    readonly keys: Readonly<Record<string, string>>
  },
): Promise<void> => {
  await sql`
    insert into ledgers.remembered_head (organisation_id, signature, kind, keys, person_id, at)
    values (${row.organisationId}, ${row.signature}, ${row.kind}, ${JSON.stringify(row.keys)}::jsonb, ${row.personId}, ${tx.at})
    on conflict (organisation_id, signature) do update set kind = excluded.kind, keys = excluded.keys, person_id = excluded.person_id, at = excluded.at`.execute(
    tx.tables(),
  )
}

/** Imports whose time is over, held against whoever else clears away. */
export const lockDue = (tx: Tx, unfinishedBefore: string, limit: number): Promise<Import[]> =>
  tables(tx)
    .selectFrom('ledgers.import')
    .select(columns)
    .where('purged_at', 'is', null)
    .where((row) =>
      row.or([row('keep_until', '<=', tx.at), row.and([row('state', '=', 'uploading'), row('changed_at', '<=', unfinishedBefore)])]),
    )
    .orderBy('keep_until')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

/** An organisation's imports count where it does. */
export const moveImports = async (tx: Tx, organisationId: string, regionCode: string): Promise<void> => {
  await tables(tx).updateTable('ledgers.import').set({ region_code: regionCode }).where('organisation_id', '=', organisationId).execute()
}
