import type { RowOutcome } from '../../../platform/ledger.ts'
import { skippedNames } from '../contract/importNames.ts'
import type { KeptRow } from './importStore.ts'
import type { Pass, PassName } from './importTables.ts'
import type { Records } from './ledgerOrders.ts'

/** Of a check so many rows are kept to be looked at; its counts are of all. */
export const mostKeptOfCheck = 500

/** So many different faults are told apart; a kind has some dozens. */
const mostFaults = 200

/** The counts of a pass after one batch more. */
export const afterBatch = (pass: Pass, batch: Records, outcomes: readonly RowOutcome[]): Pass => {
  const count = (kind: RowOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length
  const before = pass.sheets.find(({ index }) => index === batch.sheet) ?? {
    index: batch.sheet,
    rows: 0,
    taken: 0,
    present: 0,
    refused: 0,
    skipped: 0,
  }
  const sheet = {
    index: batch.sheet,
    rows: before.rows + batch.rows.length + batch.skipped.length,
    taken: before.taken + count('taken'),
    present: before.present + count('present'),
    refused: before.refused + count('refused'),
    skipped: before.skipped + batch.skipped.length,
  }
  const faults = new Map(pass.faults.map((fault) => [`${fault.code}\n${fault.column ?? ''}`, fault]))
  for (const outcome of outcomes)
    if (outcome.kind === 'refused')
      for (const { code, column, sentence } of outcome.faults) {
        const key = `${code}\n${column ?? ''}`
        const known = faults.get(key)
        if (known) faults.set(key, { ...known, rows: known.rows + 1 })
        else if (faults.size < mostFaults) faults.set(key, { code, column, rows: 1, sentence })
      }
  return {
    ...pass,
    sheets: [...pass.sheets.filter(({ index }) => index !== batch.sheet), sheet].toSorted((one, other) => one.index - other.index),
    faults: [...faults.values()],
  }
}

/** The rows of a batch that were not taken, in their order. */
export const keptOf = (
  name: PassName,
  before: { readonly refused: number; readonly skipped: number },
  batch: Records,
  outcomes: readonly RowOutcome[],
): readonly KeptRow[] => {
  const refused = outcomes.flatMap((outcome, place): KeptRow[] =>
    outcome.kind === 'refused' ? [{ sheet: batch.sheet, row: batch.rows[place]!.row, outcome: 'refused', faults: outcome.faults }] : [],
  )
  const skipped = batch.skipped.map(({ row, why }): KeptRow => ({
    sheet: batch.sheet,
    row,
    outcome: 'skipped',
    faults: [{ column: null, code: why, sentence: skippedNames[why] }],
  }))
  if (name === 'take') return [...refused, ...skipped]
  return [
    ...refused.slice(0, Math.max(0, mostKeptOfCheck - before.refused)),
    ...skipped.slice(0, Math.max(0, mostKeptOfCheck - before.skipped)),
  ]
}
