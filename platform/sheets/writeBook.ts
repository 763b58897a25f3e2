import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { assembleBook, writeWhole } from './assembleBook.ts'
import type { SheetLayout } from './layout.ts'
import { csvHead, rowsCsv } from './rowsCsv.ts'
import { rowsXml } from './rowsXml.ts'
import type { Encoding, Written } from './sheet.ts'

export type RowBatches = AsyncIterable<readonly (readonly Written[])[]> | Iterable<readonly (readonly Written[])[]>

export type WrittenSheet = { readonly layout: SheetLayout; readonly rows: RowBatches }

/** A .csv holds one sheet, without titles. */
export type WrittenBook =
  | { readonly format: 'xlsx'; readonly sheets: readonly WrittenSheet[] }
  | { readonly format: 'csv'; readonly encoding: Encoding; readonly sheet: WrittenSheet }

const fragmentsOf = async function* ({ layout, rows }: WrittenSheet): AsyncGenerator<string> {
  let index = 0
  for await (const batch of rows) {
    yield rowsXml(layout, batch, index)
    index += batch.length
  }
}

const linesOf = async function* ({ layout, rows }: WrittenSheet, encoding: Encoding): AsyncGenerator<Buffer> {
  yield csvHead(layout, encoding)
  for await (const batch of rows) yield rowsCsv(layout, batch, encoding)
}

/**
 * Writes a table file to `target` while its rows come, one batch in memory at a time; the file appears when it is whole. Throws
 * what the source of the rows throws, and leaves nothing then.
 */
export const writeBook = async (target: string, book: WrittenBook): Promise<void> =>
  book.format === 'xlsx'
    ? assembleBook(
        target,
        book.sheets.map((sheet) => ({ layout: sheet.layout, fragments: fragmentsOf(sheet) })),
      )
    : writeWhole(target, (part) => pipeline(linesOf(book.sheet, book.encoding), createWriteStream(part)))
