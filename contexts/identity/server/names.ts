import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { IdentityTables } from './tables.ts'

/** Names of people by id, whatever the scope: for deeds of office that everybody may know. */
export const peopleNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from identity.people_names(${ids}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Short names of organisations by id, within the scope. */
export const organisationNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.organisation')
    .select(['id', 'short_name as name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
