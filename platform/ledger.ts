import type { Sentence } from '../kernel/refusals.ts'
import type { Result } from '../kernel/result.ts'
import type { Tx } from './database/transaction.ts'
import type { Cell, Written, WrittenColumn } from './sheets/sheet.ts'

/** A column of a ledger as bureaux keep it. */
export type LedgerColumn = {
  readonly key: string
  /** How the product heads it, in an export and where a person matches columns. */
  readonly label: Sentence
  /** Further headings under which it is met, beside the label; a head of two rows is joined by a slash (整改情况/责任人). */
  readonly headings: readonly string[]
  /** A file without it cannot be taken in. */
  readonly needed: boolean
  readonly looks: WrittenColumn
}

/** One row of a file as the columns were matched; what is not in the file is absent. */
export type LedgerRow = {
  readonly sheet: number
  /** As the spreadsheet numbers it. */
  readonly row: number
  /** SM3 of the row's values: the same row sent again is the same row. */
  readonly digest: string
  readonly values: Readonly<Record<string, Cell>>
}

/** Why a row cannot be taken in, with the column at fault; the sentence is made by the kind from code and facts. */
export type RowFault = { readonly column: string | null; readonly code: string; readonly sentence: Sentence }

export type RowOutcome =
  | { readonly kind: 'taken'; readonly recordKind: string; readonly recordId: string }
  /** On record already, by an earlier sending or by other means; nothing is written. */
  | { readonly kind: 'present'; readonly recordKind: string; readonly recordId: string }
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] }

/** Settings of an import that a person chose, by the kind's own names. */
export type LedgerChoices = Readonly<Record<string, string>>

/** One kind of ledger that a room takes in. */
export type LedgerKind = {
  readonly kind: string
  readonly title: Sentence
  /** The action of the room that whoever imports must have. */
  readonly action: string
  readonly columns: readonly LedgerColumn[]
  /** What a person may choose for an import, each with its possible values, the first the usual one. */
  readonly choices: readonly {
    readonly key: string
    readonly title: Sentence
    readonly values: readonly { readonly key: string; readonly title: Sentence }[]
  }[]
  /**
   * Checks a batch of rows and, unless `dryRun`, writes those that are good, in the transaction of the caller and under the
   * scope and the name of its actor: rows, audit, figures and events. Outcomes are in the order of the rows. Refuses only what
   * stops the whole import (the person may no more).
   *
   * A batch is begun while the one before is still written: what only reads goes before `turn`, and what must see the former
   * batch, or takes what others wait for, after it. It throws where the former batch did not come to stand.
   */
  readonly take: (
    tx: Tx,
    importing: {
      readonly importId: string
      readonly choices: LedgerChoices
      readonly dryRun: boolean
      readonly turn?: () => Promise<void>
    },
    rows: readonly LedgerRow[],
  ) => Promise<Result<readonly RowOutcome[]>>
}

/** A list that can be exported: the same filters and the same rows as the list on the screen. */
export type ExportList = {
  /** `room.list`, unique in the product. */
  readonly list: string
  readonly title: Sentence
  /** The action of the room that whoever exports must have. */
  readonly action: string
  /** The page where it is looked at: its filters are the query, those named `:filter` stand in the path. */
  readonly opens?: `/${string}`
  /** Where it has the layout of a ledger, the key of that kind, so that what went out can come in. */
  readonly ledger?: string
  readonly columns: readonly { readonly key: string; readonly label: Sentence; readonly looks: WrittenColumn }[]
  /** Parses the filters of the list's address; refuses what the list's route refuses. */
  readonly page: (
    tx: Tx,
    query: Readonly<Record<string, string>>,
    options: { readonly after: string | null; readonly limit: number; readonly language: 'zh' | 'en' },
  ) => Promise<Result<{ readonly rows: readonly (readonly Written[])[]; readonly next: string | null }>>
  /** How many rows it will have, for the progress; exact or an estimate. */
  readonly count: (tx: Tx, query: Readonly<Record<string, string>>) => Promise<Result<number>>
}
