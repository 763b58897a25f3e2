import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestHouse, type Answered, type Caller, type TestHouse } from './testHouse.ts'
import { openBook } from '../../platform/sheets/openBook.ts'
import type { Encoding } from '../../platform/sheets/sheet.ts'
import { writeBook, type WrittenBook } from '../../platform/sheets/writeBook.ts'
import { importRoutes as routes } from '../../contexts/ledgers/contract/importRoutes.ts'
import type { ImportView } from '../../contexts/ledgers/contract/importShapes.ts'
import { plantedKind, preparePlanted, type PlantedKind } from './plantedKind.ts'

export type Cells = readonly (string | number | null)[]

/** A house with a planted kind of ledger, and what tests do with ledgers in it. */
export type ImportStage = {
  readonly house: TestHouse
  readonly kind: PlantedKind
  /** Sends a file in chunks and has it read; answers the import. */
  send(caller: Caller, file: Uint8Array, name?: string, chunkBytes?: number): Promise<ImportView>
  /** Has the worker do what is due for an import. */
  work(importId: string, job?: 'readImport' | 'passImport' | 'purgeImports'): Promise<void>
  view(caller: Caller, importId: string): Promise<ImportView>
  /** Checks, begins and takes in what was sent; answers the end. */
  takeIn(caller: Caller, sent: ImportView): Promise<ImportView>
  /** What the planted kind keeps, by name. */
  records(): Promise<readonly { readonly thing: string; readonly row: number; readonly person_id: string }[]>
  close(): Promise<void>
}

export const openImportStage = async (): Promise<ImportStage> => {
  const kind = plantedKind()
  const house = await openTestHouse({ furtherLedgers: [kind] })
  await preparePlanted(house.services)
  const must = <Body>({ status, body }: Answered<Body>): Body => {
    if (status >= 300) throw new Error(`refused: ${status} ${JSON.stringify(body)}`)
    return body
  }
  const stage: ImportStage = {
    house,
    kind,
    work: async (importId, job = 'passImport') => {
      const found = house.house.rooms.flatMap(({ jobs }) => jobs).find(({ name }) => name === `ledgers.${job}`)
      await found!.run(house.services, { importId })
    },
    send: async (caller, file, name = '台账.csv', chunkBytes = 1_000_000) => {
      const { id } = must(await caller.call(routes.beginImport, { body: { name, sizeBytes: file.length } }))
      for (let from = 0; from < file.length; from += chunkBytes)
        must(await sendChunk(caller, id, from, file.subarray(from, from + chunkBytes)))
      await stage.work(id, 'readImport')
      return stage.view(caller, id)
    },
    view: async (caller, importId) => must(await caller.call(routes.importRecord, { params: { importId } })),
    takeIn: async (caller, sent) => {
      const params = { importId: sent.id }
      must(await caller.call(routes.checkImport, { params, body: { version: sent.version } }))
      await stage.work(sent.id)
      const { version } = await stage.view(caller, sent.id)
      must(await caller.call(routes.beginTaking, { params, body: { version } }))
      await stage.work(sent.id)
      return stage.view(caller, sent.id)
    },
    records: async () =>
      (
        await house.services.database.pool.query<{ thing: string; row: number; person_id: string }>(
          'select * from planted.record order by thing',
        )
      ).rows,
    close: () => house.close(),
  }
  return stage
}

/** One chunk of a file, as the browser sends it. */
export const sendChunk = (caller: Caller, importId: string, from: number, chunk: Uint8Array): Promise<Answered<ImportView>> =>
  caller.call(routes.receiveLedger, { params: { importId }, body: Buffer.from(chunk) } as never, {
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(from) },
  }) as Promise<Answered<ImportView>>

/** A .csv in an encoding. */
export const csvOf = async (rows: readonly Cells[], encoding: Encoding = 'utf-8'): Promise<Buffer> => {
  const width = Math.max(...rows.map(({ length }) => length))
  const columns = Array.from({ length: width }, () => ({ width: 10, as: 'text' as const }))
  return written({ format: 'csv', encoding, sheet: { layout: { name: 'csv', columns, heads: [] }, rows: [rows] } })
}

/** The bytes of a book. */
export const written = async (book: WrittenBook): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-ledger-'))
  try {
    const path = join(folder, 'book')
    await writeBook(path, book)
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a file shows: by sheet its rows of texts. */
export const shown = async (bytes: Uint8Array) => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-ledger-'))
  try {
    const path = join(folder, 'book')
    await writeFile(path, bytes)
    const opened = await openBook(path)
    if (!opened.ok) throw new Error(opened.refusal.code)
    const book = opened.value
    const sheets: { name: string; rows: (string | null)[][] }[] = []
    for (const { index, name } of book.sheets) {
      const rows: (string | null)[][] = []
      for await (const batch of book.rows(index)) {
        if (!batch.ok) throw new Error(batch.refusal.code)
        for (const { cells } of batch.value) rows.push(cells.map((cell) => cell?.text ?? null))
      }
      sheets.push({ name, rows })
    }
    await book.close()
    return { format: book.format, encoding: book.encoding, sheets }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
