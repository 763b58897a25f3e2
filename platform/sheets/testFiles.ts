import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Result } from '../../kernel/result.ts'
import { openBook, type OpenOptions } from './openBook.ts'
import type { SheetRefusal } from './refusals.ts'
import type { SheetRow } from './sheet.ts'

/** One entry of a zip made by hand; what is told here differs from what is true where a test wants it so. */
export type ZipEntry = {
  readonly name: string
  readonly data: Buffer | string
  readonly claimedBytes?: number
  readonly flags?: number
  readonly method?: number
}

/** A zip of entries, with local headers and a central directory (APPNOTE 4.3). */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const packed = deflateRawSync(data, { level: 1 })
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (entry.flags ?? 0), 2)
    fields.writeUInt16LE(entry.method ?? 8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claimedBytes ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const relationsOf = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The XML of the parts of a small workbook, as a spreadsheet program writes them. */
export type HandBook = {
  /** What stands within `worksheet`, by the name of the sheet; `!` before a name hides it. */
  readonly sheets: Readonly<Record<string, string>>
  readonly texts?: string
  /** Format codes of styles 1, 2, ... */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
}

/** Rows within their `sheetData`. */
export const data = (rows: string): string => `<sheetData>${rows}</sheetData>`

/** The entries of a workbook made by hand, to be zipped as they are or changed before. */
export const entriesOf = ({ sheets, texts, formats = [], from1904 = false }: HandBook): ZipEntry[] => {
  const names = Object.keys(sheets)
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationsOf}/${kind}" Target="${target}"/>`
  return [
    { name: '_rels/.rels', data: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns:r="${relationsOf}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, place) => `<sheet name="${name.replace('!', '')}" sheetId="${place + 1}"${name.startsWith('!') ? ' state="hidden"' : ''} r:id="s${place + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${names.map((_, place) => relation(`s${place + 1}`, 'worksheet', `worksheets/sheet${place + 1}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    ...Object.values(sheets).map((inner, place) => ({
      name: `xl/worksheets/sheet${place + 1}.xml`,
      data: `<?xml version="1.0"?>\n<worksheet>${inner}</worksheet>`,
    })),
    { name: 'xl/sharedStrings.xml', data: `<sst>${texts ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet><numFmts>${formats.map((code, place) => `<numFmt numFmtId="${200 + place}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((code, place) => `<xf numFmtId="${/^#\d+$/.test(code) ? code.slice(1) : 200 + place}"/>`).join('')}</cellXfs></styleSheet>`,
    },
  ]
}

/** What came out of a file: its rows by sheet, or the code of the refusal that ended it. */
export type Reading =
  | { readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: readonly SheetRow[] }[] }
  | { readonly refusal: SheetRefusal }

/** Reads all sheets of a file to their ends. */
export const readAll = async (path: string, options?: OpenOptions): Promise<Reading> => {
  const opened = await openBook(path, options)
  if (!opened.ok) return { refusal: opened.refusal }
  const book = opened.value
  try {
    const sheets: { name: string; hidden: boolean; rows: SheetRow[] }[] = []
    for (const { index, name, hidden } of book.sheets) {
      const rows: SheetRow[] = []
      for await (const batch of book.rows(index) as AsyncIterable<Result<readonly SheetRow[], SheetRefusal>>) {
        if (!batch.ok) return { refusal: batch.refusal }
        rows.push(...batch.value)
      }
      sheets.push({ name, hidden, rows })
    }
    return { sheets }
  } finally {
    await book.close()
  }
}

/** Texts of the rows of the first sheet by their number, for short expectations. */
export const textsOf = (reading: Reading): Record<number, (string | null)[]> => {
  if ('refusal' in reading) throw new Error(`refused: ${JSON.stringify(reading.refusal)}`)
  return Object.fromEntries((reading.sheets[0]?.rows ?? []).map(({ row, cells }) => [row, cells.map((cell) => cell?.text ?? null)]))
}

/** A folder for the files of one test file, to be removed at its end. */
export const testFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-sheets-'))
  let count = 0
  const path = (): string => join(folder, `${(count += 1)}.bin`)
  return {
    path,
    file: async (bytes: Buffer | string): Promise<string> => {
      const target = path()
      await writeFile(target, bytes)
      return target
    },
    remove: async (): Promise<void> => rm(folder, { recursive: true, force: true }),
  }
}
