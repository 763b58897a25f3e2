import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LedgerRow } from '../../../../platform/ledger.ts'
import { insertRows } from './bulk.ts'

/** A row of a ledger that became a record. */
export type TakenRow = {
  readonly unitId: string
  readonly key: string
  readonly recordId: string
  readonly importId: string
  readonly sheet: number
  readonly row: number
  readonly digest: string
}

/** One text for one row of a unit, for maps. */
export const rowKeyOf = ({ unitId, key }: Pick<TakenRow, 'unitId' | 'key'>): string => `${unitId}/${key}`

/** Those of the asked rows that are on record, each under its key: one question for a batch. */
export const takenRows = async (tx: Tx, asked: readonly Pick<TakenRow, 'unitId' | 'key'>[]): Promise<ReadonlyMap<string, TakenRow>> => {
  if (asked.length === 0) return new Map()
  const { rows } = await sql<TakenRow>`
    select held.unit_id as "unitId", held.key, held.record_id as "recordId", held.import_id as "importId", held.sheet, held.row, held.digest
    from unnest(${asked.map(({ unitId }) => unitId)}::uuid[], ${asked.map(({ key }) => key)}::text[]) as asked (unit_id, key)
    join hazards.ledger_row as held on held.unit_id = asked.unit_id and held.key = asked.key`.execute(tx.tables())
  return new Map(rows.map((row) => [rowKeyOf(row), row]))
}

/** Where the record of a row counts. */
export type RowPlace = { readonly recordedRegion: string; readonly regionCode: string; readonly organisationId: string | null }

/**
 * Keeps which rows became which records, before the records themselves: a second importer who got here first stops this
 * transaction on its key, and the batch is tried again and finds what is there. In the order of the keys, so that two
 * importers of one file do not wait in a circle.
 */
export const keepRows = async (tx: Tx, rows: readonly (TakenRow & RowPlace)[]): Promise<void> =>
  insertRows(
    tx,
    'hazards.ledger_row',
    rows
      .map(({ unitId, key, recordId, importId, sheet, row, digest, recordedRegion, regionCode, organisationId }) => ({
        unit_id: unitId,
        key,
        record_id: recordId,
        import_id: importId,
        sheet,
        row,
        digest,
        recorded_region: recordedRegion,
        region_code: regionCode,
        organisation_id: organisationId,
        at: tx.at,
      }))
      .toSorted((one, other) => (one.unit_id === other.unit_id ? (one.key < other.key ? -1 : 1) : one.unit_id < other.unit_id ? -1 : 1)),
  )

/** Whether a row on record is this very row of this very import, sent again after a broken connection. */
export const isSameRow = (held: TakenRow, importId: string, { sheet, row }: Pick<LedgerRow, 'sheet' | 'row'>): boolean =>
  held.importId === importId && held.sheet === sheet && held.row === row
