import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LedgerRow, RowOutcome } from '../../../../platform/ledger.ts'

/** The product's own records by what stands in the column of numbers; what is not found, or out of scope, is left out. */
type Find = (tx: Tx, numbers: readonly string[]) => Promise<ReadonlyMap<string, string>>

const numberOf = ({ values }: LedgerRow): string => values['number']?.text.trim() ?? ''

/**
 * Rows that went out from here and come back: they are on record, whatever else they say, and nothing of them is judged or
 * written.
 * @returns the other rows, each with its place
 */
const withoutOwn =
  (form: RegExp, recordKind: string, find: Find) =>
  async (
    tx: Tx,
    rows: readonly LedgerRow[],
    outcomes: RowOutcome[],
  ): Promise<readonly { readonly at: number; readonly row: LedgerRow }[]> => {
    const numbers = [...new Set(rows.map(numberOf).filter((number) => form.test(number)))]
    const own = numbers.length === 0 ? new Map<string, string>() : await find(tx, numbers)
    return rows.flatMap((row, at) => {
      const recordId = own.get(numberOf(row))
      if (recordId === undefined) return [{ at, row }]
      outcomes[at] = { kind: 'present', recordKind, recordId }
      return []
    })
  }

/** Hazards are known again by their number. */
export const withoutOwnHazards = withoutOwn(/^\d{6}-\d{4}-\d{5,}$/, 'hazard', async (tx, numbers) => {
  const { rows } = await sql<{ number: string; id: string }>`
    select number, unit_id || '.' || id as id from hazards.hazard where number = any(${[...numbers]}::text[])`.execute(tx.tables())
  return new Map(rows.map(({ number, id }) => [number, id]))
})

/** Visits have no number; their id stands in its place. */
export const withoutOwnVisits = withoutOwn(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'visit', async (tx, ids) => {
  const { rows } = await sql<{ number: string; id: string }>`
    select id::text as number, unit_id || '.' || id as id from hazards.visit where id = any(${[...ids]}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ number, id }) => [number, id]))
})
