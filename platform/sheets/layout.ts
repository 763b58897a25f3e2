import type { WrittenColumn } from './sheet.ts'

/** How a sheet of a book to write looks; rows come apart from it. */
export type SheetLayout = {
  /** At most 31 signs without []:*?/\ as spreadsheet programs have it; what is not so is mended. */
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  /** Lines above the head, each over the whole width. */
  readonly titles?: readonly string[]
  /** Rows of headings. A heading stands in the first cell of its merged range; the others are null. */
  readonly heads: readonly (readonly (string | null)[])[]
  /** Merged ranges of the head: rows of `heads` and columns from 0, ends included. */
  readonly merges?: readonly { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }[]
}

/** The last row of a sheet of any spreadsheet program. */
export const lastRow = 1_048_576

/** Rows above the first row of values. */
export const rowsAbove = (layout: SheetLayout): number => (layout.titles?.length ?? 0) + layout.heads.length

/** How many rows of values one sheet takes; more go on in a further sheet under the same head. */
export const rowsASheet = (layout: SheetLayout): number => lastRow - rowsAbove(layout)

/** A name as spreadsheet programs take it, apart from those that are taken (they do not regard case). */
export const sheetName = (name: string, taken: ReadonlySet<string>): string => {
  const sound =
    [...name.toWellFormed()]
      .map((sign) => (sign < ' ' || '[]:*?/\\\u007f\ufffe\uffff'.includes(sign) ? ' ' : sign))
      .join('')
      .trim()
      .replace(/^'+|'+$/g, '') || 'Sheet'
  for (let copy = 1; ; copy += 1) {
    const mark = copy === 1 ? '' : ` (${copy})`
    const tried = `${sound.slice(0, 31 - mark.length)}${mark}`
    if (!taken.has(tried.toLowerCase())) return tried
  }
}

/** Letters of a column, from 0. */
export const lettersOf = (column: number): string => {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
