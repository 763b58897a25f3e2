import { randomUUIDv7 } from 'node:crypto'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ExportProblem, ExportTables } from './exportTables.ts'

export type ExportRow = Selectable<ExportTables['ledgers.export']>
export type ExportPart = Selectable<ExportTables['ledgers.export_part']>

const exportsOf = (tx: Tx) => tx.tables<ExportTables>().selectFrom('ledgers.export').selectAll()

/** Exports of whoever acts, in the post he acts in. */
const own = (tx: Tx, { personId, postId }: PersonActor) =>
  tx.tables<ExportTables>().selectFrom('ledgers.export').where('person_id', '=', personId).where('post_id', '=', postId)

export const insertExport = async (
  tx: Tx,
  { personId, postId, sessionId, organisationId, regionCode, scope }: PersonActor,
  asked: Pick<Insertable<ExportTables['ledgers.export']>, 'list' | 'format' | 'encoding' | 'language' | 'file_name' | 'rows_expected'> & {
    readonly query: Readonly<Record<string, string>>
  },
): Promise<string> => {
  const id = randomUUIDv7()
  await tx
    .tables<ExportTables>()
    .insertInto('ledgers.export')
    .values({
      id,
      person_id: personId,
      post_id: postId,
      session_id: sessionId,
      organisation_id: organisationId,
      recorded_region: regionCode,
      scope_lo: scope.lo,
      scope_hi: scope.hi,
      scope_organisation_id: scope.organisationId,
      ...asked,
      query: JSON.stringify(asked.query),
      state: 'waiting',
      begun_at: tx.at,
    })
    .execute()
  return id
}

/** One export as the product sees it, which writes it. */
export const exportById = (tx: Tx, id: string): Promise<ExportRow | undefined> => exportsOf(tx).where('id', '=', id).executeTakeFirst()

/** One export of whoever acts. */
export const ownExport = (tx: Tx, actor: PersonActor, id: string): Promise<ExportRow | undefined> =>
  own(tx, actor).selectAll().where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends: the worker that wants to move it on waits, and then finds it moved. */
export const lockOwnExport = (tx: Tx, actor: PersonActor, id: string): Promise<ExportRow | undefined> =>
  own(tx, actor).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** How many exports of a person are still under way, in whatever post. */
export const underwayOf = async (tx: Tx, { personId }: PersonActor): Promise<number> => {
  const { total } = await tx
    .tables<ExportTables>()
    .selectFrom('ledgers.export')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** A page of one's own exports, the newest first, with the exact total. */
export const pageOfExports = async (
  tx: Tx,
  actor: PersonActor,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly ExportRow[]; readonly total: number; readonly next: string | null }> => {
  const { total } = await own(tx, actor)
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const begin = readCursor(after, 2)
  const readable = begin !== null && !Number.isNaN(Date.parse(begin[0] ?? ''))
  let page = own(tx, actor).selectAll()
  if (readable) page = page.where(sql<boolean>`(begun_at, id) < (${begin[0]}::timestamptz, ${begin[1]}::uuid)`)
  const rows = await page
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total: Number(total), next: last ? cursorOf([last.begun_at, last.id]) : null }
}

/**
 * Changes an export that still stands where the writer saw it; false where somebody else has moved it on, or it was cancelled.
 * No row is held while rows are read and files written, so two who work at one export are told apart here.
 */
export const moveOn = async (
  tx: Tx,
  seen: Pick<ExportRow, 'id' | 'state' | 'parts'>,
  change: Updateable<ExportTables['ledgers.export']>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .tables<ExportTables>()
    .updateTable('ledgers.export')
    .set(change)
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('parts', '=', seen.parts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends an export without a file; false where it had moved on. */
export const endWithoutFile = (
  tx: Tx,
  seen: Pick<ExportRow, 'id' | 'state' | 'parts'>,
  state: 'stopped' | 'cancelled',
  problem: ExportProblem | null = null,
): Promise<boolean> => moveOn(tx, seen, { state, ended_at: tx.at, problem: problem && JSON.stringify(problem) })

export const insertPart = async (tx: Tx, part: ExportPart): Promise<void> => {
  await tx.tables<ExportTables>().insertInto('ledgers.export_part').values(part).execute()
}

/** What was written of an export, in its order. */
export const partsOf = (tx: Tx, exportId: string): Promise<readonly ExportPart[]> =>
  tx.tables<ExportTables>().selectFrom('ledgers.export_part').selectAll().where('export_id', '=', exportId).orderBy('part').execute()

export const deleteParts = async (tx: Tx, exportId: string): Promise<void> => {
  await tx.tables<ExportTables>().deleteFrom('ledgers.export_part').where('export_id', '=', exportId).execute()
}

/** Forgets exports that ended without a file, or lost theirs, before the moment. */
export const forgetExports = async (tx: Tx, before: string): Promise<void> => {
  await sql`
    delete from ledgers.export where state in ('expired', 'cancelled', 'stopped') and ended_at < ${before}::timestamptz
      and not exists (select from ledgers.export_part as part where part.export_id = export.id)`.execute(tx.tables())
}

/** Exports whose file has lain its time. */
export const expiredExports = (tx: Tx, limit: number): Promise<readonly ExportRow[]> =>
  exportsOf(tx).where('state', '=', 'ready').where('expires_at', '<=', tx.at).orderBy('expires_at').limit(limit).execute()
