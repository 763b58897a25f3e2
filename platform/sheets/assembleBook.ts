import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { sheetName, type SheetLayout } from './layout.ts'
import { sheetBreak, sheetFoot, sheetHead } from './rowsXml.ts'
import { contentTypesXml, packageRelationsXml, stylesXml, workbookRelationsXml, workbookXml } from './workbookXml.ts'

/** Pieces of what `rowsXml` made, in their order; they may be cut anywhere, so a file's own stream will do. */
export type Fragments = AsyncIterable<Buffer | string> | Iterable<Buffer | string>

export type AssembledSheet = { readonly layout: SheetLayout; readonly fragments: Fragments }

/** Times of entries are fixed, so that the same rows make the same file. */
const entryOptions = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true, compressionLevel: 5 }

const breakByte = sheetBreak.charCodeAt(0)

/** One iterator of fragments, taken sheet by sheet. */
const openFragments = (fragments: Fragments) => {
  const source = (async function* () {
    yield* fragments
  })()
  let rest: Buffer | null = null
  let more = false
  return {
    /** Whether the sheet ended at a break, so that another follows. */
    goesOn: (): boolean => more,
    sheet: async function* (): AsyncGenerator<Buffer> {
      more = false
      for (;;) {
        if (rest === null) {
          const next = await source.next()
          if (next.done === true) return
          rest = typeof next.value === 'string' ? Buffer.from(next.value) : next.value
        }
        const at = rest.indexOf(breakByte)
        if (at >= 0) {
          const piece: Buffer = rest.subarray(0, at)
          rest = rest.subarray(at + 1)
          more = true
          yield piece
          return
        }
        const piece: Buffer = rest
        rest = null
        yield piece
      }
    },
    close: async (): Promise<void> => {
      await source.return(undefined)
    },
  }
}

/** Writes a file whole or not at all: beside its place first, then moved there. */
export const writeWhole = async (target: string, source: (part: string) => Promise<void>): Promise<void> => {
  const part = `${target}.part`
  try {
    await source(part)
    const file = await open(part, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Puts fragments of rows together to an .xlsx at `target`, one piece in memory at a time. What was there before is replaced only
 * by a whole file. Where the rows of a sheet are too many, further sheets follow it under the same head.
 */
export const assembleBook = async (target: string, sheets: readonly AssembledSheet[]): Promise<void> =>
  writeWhole(target, async (part) => {
    if (sheets.length === 0) throw new RangeError('a book has a sheet')
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, createWriteStream(part))
    const names: string[] = []
    const addSheets = async (): Promise<void> => {
      for (const { layout, fragments } of sheets) {
        const source = openFragments(fragments)
        try {
          do {
            names.push(sheetName(layout.name, new Set(names.map((name) => name.toLowerCase()))))
            const first = names.length === 1
            await new Promise<void>((resolve, reject) => {
              const stream = Readable.from(
                (async function* (): AsyncGenerator<Buffer> {
                  yield Buffer.from(sheetHead(layout, first))
                  yield* source.sheet()
                  yield Buffer.from(sheetFoot(layout))
                })(),
                { objectMode: false, highWaterMark: 256 * 1024 },
              )
              stream.once('end', resolve)
              stream.once('error', reject)
              zip.addReadStream(stream, `xl/worksheets/sheet${names.length}.xml`, entryOptions)
            })
          } while (source.goesOn())
        } finally {
          await source.close()
        }
      }
      const add = (text: string, name: string): void => zip.addBuffer(Buffer.from(text), name, entryOptions)
      add(workbookXml(names), 'xl/workbook.xml')
      add(workbookRelationsXml(names.length), 'xl/_rels/workbook.xml.rels')
      add(stylesXml, 'xl/styles.xml')
      add(packageRelationsXml, '_rels/.rels')
      add(contentTypesXml(names.length), '[Content_Types].xml')
      zip.end()
    }
    const output = zip.outputStream as Readable
    // Whichever fails first ends the other: a full disk the rows, a failing source the file.
    await Promise.all([
      addSheets().catch((error: unknown) => {
        output.destroy(error instanceof Error ? error : new Error('rows failed'))
        throw error
      }),
      written,
    ])
  })
