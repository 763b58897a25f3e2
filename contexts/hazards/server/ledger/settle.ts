import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LedgerRow, RowOutcome } from '../../../../platform/ledger.ts'
import type { LedgerWrong } from '../../rules/ledger/faults.ts'
import { isSameRow, rowKeyOf, takenRows, type TakenRow } from './ledgerRows.ts'
import { refusedFor } from './outcomes.ts'
import type { LedgerUnit } from './unitLookup.ts'

/** A good row of a batch: where it stands, its unit, and under which key its record is found again. */
export type Ready<Entry> = {
  readonly at: number
  readonly row: LedgerRow
  readonly entry: Entry
  readonly unit: LedgerUnit
  readonly key: string
  /** The number by which the ledger tells the record apart; null where its content does. */
  readonly number: string | null
}

/**
 * A number that tells a record apart. One that only counts the rows of a file tells nothing: the next file begins with 1
 * again.
 */
export const tellingNumber = (number: string | null): string | null => (number === null || /^\d{1,5}$/.test(number) ? null : number)

/** Units that were joined into one of these, each with the one that stands for it: their rows are its rows. */
const joinedInto = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ unitId: string; into: string }>`
    select unit_id as "unitId", alias_of as into from hazards.unit where alias_of = any(${[...ids]}::uuid[])`.execute(tx.tables())
  return new Map([...Map.groupBy(rows, ({ into }) => into)].map(([into, joined]) => [into, joined.map(({ unitId }) => unitId)]))
}

/**
 * Which rows are new: not on record by an earlier sending, and not the same as an earlier row of this file. What becomes of
 * the others is put among the outcomes.
 */
export const settle = async <Entry>(
  tx: Tx,
  { importId, recordKind }: { readonly importId: string; readonly recordKind: string },
  ready: readonly Ready<Entry>[],
  outcomes: RowOutcome[],
): Promise<readonly Ready<Entry>[]> => {
  const aliases = await joinedInto(tx, [...new Set(ready.map(({ unit }) => unit.unit_id))])
  const idsOf = (unitId: string): readonly string[] => [unitId, ...(aliases.get(unitId) ?? [])]
  const held = await takenRows(
    tx,
    ready.flatMap(({ unit, key }) => idsOf(unit.unit_id).map((unitId) => ({ unitId, key }))),
  )
  const heldFor = ({ unit, key }: Ready<Entry>): TakenRow | undefined =>
    idsOf(unit.unit_id)
      .map((unitId) => held.get(rowKeyOf({ unitId, key })))
      .find((row) => row !== undefined)
  const repeated = ({ sheet, row }: Pick<LedgerRow, 'sheet' | 'row'>): LedgerWrong => ['ROW_REPEATED', { sheet, row }]
  const fresh = new Map<string, Ready<Entry>>()
  for (const each of ready) {
    const known = heldFor(each)
    const key = rowKeyOf({ unitId: each.unit.unit_id, key: each.key })
    const first = fresh.get(key)
    if (known !== undefined && known.importId === importId && !isSameRow(known, importId, each.row))
      outcomes[each.at] = refusedFor(null, repeated(known))
    else if (known !== undefined && each.number !== null && known.digest !== each.row.digest)
      outcomes[each.at] = refusedFor('number', ['NUMBER_ON_RECORD_OTHERWISE', { number: each.number }])
    else if (known !== undefined) outcomes[each.at] = { kind: 'present', recordKind, recordId: `${known.unitId}.${known.recordId}` }
    else if (first !== undefined) outcomes[each.at] = refusedFor(null, repeated(first.row))
    else fresh.set(key, each)
  }
  return [...fresh.values()]
}

/** The rows that are kept of what is new. */
export const rowsToKeep = <Entry>(importId: string, fresh: readonly Ready<Entry>[], recordIds: readonly string[]) =>
  fresh.map(({ unit, key, row: { sheet, row, digest } }, index) => ({
    unitId: unit.unit_id,
    key,
    recordId: recordIds[index] ?? '',
    importId,
    sheet,
    row,
    digest,
    recordedRegion: unit.recorded_region,
    regionCode: unit.region_code,
    organisationId: unit.organisation_id,
  }))
