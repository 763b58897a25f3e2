import type { Sentence } from '../../../kernel/refusals.ts'
import type { LedgerRow } from '../../../platform/ledger.ts'
import type { SheetRow } from '../../../platform/sheets/sheet.ts'
import type { Matched } from '../rules/matchColumns.ts'
import type { Kind, Proposal, Remembered, SheetStart } from '../rules/proposal.ts'
import type { Skipped } from '../rules/readRow.ts'

/** What the thread that reads ledgers is asked; one order for each thread. */
export type Order =
  | { readonly order: 'starts'; readonly path: string; readonly rows: number }
  | {
      readonly order: 'propose'
      readonly kinds: readonly Kind[]
      readonly sheets: readonly SheetStart[]
      readonly remembered: ReadonlyMap<string, Remembered>
    }
  | { readonly order: 'records'; readonly path: string; readonly sheets: readonly SheetOrder[]; readonly batch: number }
  | { readonly order: 'cells'; readonly path: string; readonly sheet: number; readonly first: number }

/** A sheet whose records are wanted: below its head and below the last row that is done. */
export type SheetOrder = { readonly index: number; readonly after: number; readonly columns: readonly Matched[] }

export type Starts = {
  readonly format: 'xlsx' | 'csv'
  readonly encoding: 'utf-8' | 'gb18030' | null
  readonly sheets: readonly SheetStart[]
  /** Of every head that a sheet may have. */
  readonly signatures: readonly string[]
}

/** Some rows of a sheet in their order; `last` is done when they are, whatever became of them. */
export type Records = {
  readonly sheet: number
  readonly last: number
  readonly rows: readonly LedgerRow[]
  readonly skipped: readonly { readonly row: number; readonly why: Skipped }[]
}

/** Why a file cannot be read, with its sentences, made where the reader's table is. */
export type Unreadable = { readonly code: string; readonly sentence: Sentence }

export type Told =
  | { readonly told: 'starts'; readonly starts: Starts }
  | { readonly told: 'proposal'; readonly proposal: Proposal }
  | { readonly told: 'records'; readonly records: Records }
  | { readonly told: 'cells'; readonly rows: readonly SheetRow[] }
  | { readonly told: 'unreadable'; readonly unreadable: Unreadable }
  | { readonly told: 'end' }
