import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

/**
 * Writes many rows of one table in one statement. Each row has every column of the table by its name; values as JSON has
 * them, so a jsonb column takes the value itself and no text of it.
 */
export const insertRows = async (tx: Tx, table: string, rows: readonly object[]): Promise<void> => {
  if (rows.length > 0) await insertJson(tx, table, JSON.stringify(rows))
}

/** The same of rows that are JSON text already. */
export const insertJson = async (tx: Tx, table: string, text: string): Promise<void> => {
  await sql`insert into ${sql.table(table)} select made.* from json_populate_recordset(null::${sql.table(table)}, ${text}::json) as made`.execute(
    tx.tables(),
  )
}
