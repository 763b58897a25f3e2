import type { Tx } from '../../../../platform/database/transaction.ts'

/**
 * Tells the other rooms and the open screens what came from a ledger: one event for each county of a batch, and not one
 * for each record, which for a year's ledger would be a hundred thousand.
 */
export const tellTaken = (
  tx: Tx,
  { importId, kind }: { readonly importId: string; readonly kind: string },
  regionCodes: readonly string[],
): void => {
  const counts = Map.groupBy(regionCodes, (code) => code.slice(0, 6))
  for (const [regionCode, { length }] of [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    tx.emit({
      type: 'hazards.ledgerTaken',
      regionCode,
      record: { kind: 'import', id: importId },
      payload: { importId, kind, taken: length },
    })
}
