import type { Result } from '../../kernel/result.ts'
import type { SheetRefusal } from './refusals.ts'

/** One cell as it stood in a file. Formulas are never run: only the value that was saved with them is read. */
export type Cell = {
  /** As a person saw it, trimmed; of a date without a format that is told, the number. */
  readonly text: string
  /** The serial number of a spreadsheet (days since 1899-12-30), where the cell holds a number that is shown as a date. */
  readonly serial?: number
}

/** One row of a sheet; merged cells hold the value of the range in each of their cells. Empty cells are null. */
export type SheetRow = {
  /** As the spreadsheet numbers it, from 1; rows without any value are left out. */
  readonly row: number
  readonly cells: readonly (Cell | null)[]
}

export type Encoding = 'utf-8' | 'gb18030'

/** What is known of a sheet before its rows are read. */
export type SheetFacts = { readonly index: number; readonly name: string; readonly hidden: boolean }

/** A table file that was opened: nothing of it but one batch of rows is in memory at a time. */
export type Book = {
  readonly format: 'xlsx' | 'csv'
  /** Of .csv alone. */
  readonly encoding: Encoding | null
  readonly sheets: readonly SheetFacts[]
  /**
   * The rows of a sheet in their order, in batches of at most a thousand. `after`: the last row that is not wanted again. Damage
   * that stands behind good rows is met only when they have been read: then a refusal comes in the place of a batch, and is the
   * last that comes.
   */
  readonly rows: (sheet: number, options?: { readonly after?: number }) => AsyncIterable<Result<readonly SheetRow[], SheetRefusal>>
  readonly close: () => Promise<void>
}

/** How a column of a written sheet looks; the width in characters of half width. */
export type WrittenColumn = { readonly width: number; readonly as: 'text' | 'number' | 'day' }

/** A value to write. A text stays a text, whatever it begins with: no spreadsheet takes it for a formula. */
export type Written = string | number | null
