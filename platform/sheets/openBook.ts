import { open } from 'node:fs/promises'
import { ok, type Result } from '../../kernel/result.ts'
import { readCsvRows, tellSeparator } from './csvRows.ts'
import { tellEncoding } from './encoding.ts'
import { sheetLimits, type SheetLimits } from './limits.ts'
import { readMerges, type Merge } from './merges.ts'
import { fault, SheetFault, type SheetRefusal } from './refusals.ts'
import type { Book, SheetRow } from './sheet.ts'
import { readSheetRows } from './sheetRows.ts'
import { noTexts, readSharedTexts, type SharedTexts } from './sharedTexts.ts'
import { tellKind } from './tellKind.ts'
import { readWorkbook } from './workbook.ts'
import { openParts } from './zip.ts'

export type OpenOptions = { readonly limits?: Partial<SheetLimits> }

const refusalOf = (error: unknown): { readonly ok: false; readonly refusal: SheetRefusal } => {
  if (error instanceof SheetFault) return { ok: false, refusal: error.refusal }
  throw error
}

/** Batches as results; after a refusal nothing comes. */
const asResults = async function* (
  batches: AsyncGenerator<readonly SheetRow[]>,
): AsyncGenerator<Result<readonly SheetRow[], SheetRefusal>> {
  try {
    for await (const batch of batches) yield ok(batch)
  } catch (error) {
    yield refusalOf(error)
  }
}

const bytesOf = async function* (path: string): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 256 * 1024, autoClose: false })) yield chunk as Buffer
  } finally {
    await file.close()
  }
}

const openXlsx = async (path: string, limits: SheetLimits): Promise<Book> => {
  const parts = await openParts(path, limits)
  try {
    const workbook = await readWorkbook(parts, limits)
    let texts: Promise<SharedTexts> | null = null
    const merges = new Map<number, readonly Merge[]>()
    const rows = async function* (index: number, after: number): AsyncGenerator<readonly SheetRow[]> {
      const sheet = workbook.sheets[index]
      if (sheet === undefined) throw fault('SHEET_UNKNOWN', { sheet: index, sheets: workbook.sheets.length })
      texts ??= workbook.texts === null ? Promise.resolve(noTexts) : readSharedTexts(parts, workbook.texts, limits)
      const shared = await texts
      const merged = merges.get(index) ?? (await readMerges(parts, sheet.part, sheet.name, limits))
      merges.set(index, merged)
      yield* readSheetRows({ parts, part: sheet.part, sheet: sheet.name, workbook, texts: shared, merges: merged, limits }, after)
    }
    return {
      format: 'xlsx',
      encoding: null,
      sheets: workbook.sheets.map(({ name, hidden }, index) => ({ index, name, hidden })),
      rows: (sheet, options) => asResults(rows(sheet, options?.after ?? 0)),
      close: async () => {
        const shared = await texts?.catch(() => noTexts)
        shared?.close()
        await parts.close()
      },
    }
  } catch (error) {
    await parts.close()
    throw error
  }
}

/** No database takes NUL for text, and no person typed it. */
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)

const openCsv = async (path: string, limits: SheetLimits): Promise<Book> => {
  const encoding = await tellEncoding(bytesOf(path))
  const texts = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    for await (const chunk of bytesOf(path)) yield withoutNul(decoder.decode(chunk, { stream: true }))
    yield decoder.decode()
  }
  let beginning = ''
  for await (const text of texts()) {
    beginning += text
    if (beginning.length > 64 * 1024) break
  }
  if (beginning.replace('\ufeff', '').trim() === '') throw fault('SHEET_FILE_EMPTY', {})
  const separator = tellSeparator(beginning.slice(0, 64 * 1024).replace('\ufeff', ''))
  const rows = async function* (index: number, after: number): AsyncGenerator<readonly SheetRow[]> {
    if (index !== 0) throw fault('SHEET_UNKNOWN', { sheet: index, sheets: 1 })
    yield* readCsvRows(texts(), separator, after, 'csv', limits)
  }
  return {
    format: 'csv',
    encoding,
    sheets: [{ index: 0, name: 'csv', hidden: false }],
    rows: (sheet, options) => asResults(rows(sheet, options?.after ?? 0)),
    close: async () => undefined,
  }
}

/**
 * Opens a table file by what is in it, whatever its name: .xlsx (.xlsm as data alone) or .csv in UTF-8 or GB18030, parted by
 * comma, semicolon or tab. Refuses what is no table or does harm, each by its code of `sheetRefusals`; damage further down is told
 * by the batch at which it was met. Throws only where the disk fails. Whoever opens a book closes it.
 */
export const openBook = async (path: string, options: OpenOptions = {}): Promise<Result<Book, SheetRefusal>> => {
  const limits = { ...sheetLimits, ...options.limits }
  try {
    return ok((await tellKind(path)) === 'zip' ? await openXlsx(path, limits) : await openCsv(path, limits))
  } catch (error) {
    return refusalOf(error)
  }
}
