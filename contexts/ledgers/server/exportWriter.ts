import type { ExportList } from '../../../platform/ledger.ts'
import { assembleBook } from '../../../platform/sheets/assembleBook.ts'
import type { SheetLayout } from '../../../platform/sheets/layout.ts'
import { csvHead, rowsCsv } from '../../../platform/sheets/rowsCsv.ts'
import { rowsXml } from '../../../platform/sheets/rowsXml.ts'
import type { Written } from '../../../platform/sheets/sheet.ts'
import type { ExportRow } from './exportStore.ts'

export type Look = Pick<ExportRow, 'format' | 'encoding' | 'language'>

const layoutOf = ({ title, columns }: ExportList, { language }: Look): SheetLayout => ({
  name: title[language],
  columns: columns.map(({ looks }) => looks),
  heads: [columns.map(({ label }) => label[language])],
})

/** How a list is written: rows as fragments that are kept apart, and the fragments joined into a file. */
export const writerOf = (list: ExportList, look: Look) => {
  const layout = layoutOf(list, look)
  const encoding = look.encoding ?? 'utf-8'
  return {
    /** `firstIndex`: how many rows stand before. The same rows at the same place make the same fragment. */
    fragment: (rows: readonly (readonly Written[])[], firstIndex: number): Buffer =>
      look.format === 'csv' ? rowsCsv(layout, rows, encoding) : Buffer.from(rowsXml(layout, rows, firstIndex)),
    /** Writes the file, one piece of a fragment in memory at a time. `write` puts bytes into a new file. */
    join: async (
      target: string,
      fragments: AsyncIterable<Buffer>,
      write: (target: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
    ): Promise<void> => {
      if (look.format === 'xlsx') return assembleBook(target, [{ layout, fragments }])
      return write(
        target,
        (async function* () {
          yield csvHead(layout, encoding)
          yield* fragments
        })(),
      )
    },
  }
}
