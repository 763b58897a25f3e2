import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { sentenceOf } from '../../../kernel/refusals.ts'
import type { LedgerRow } from '../../../platform/ledger.ts'
import { openBook } from '../../../platform/sheets/openBook.ts'
import { sheetRefusals, type SheetRefusal } from '../../../platform/sheets/refusals.ts'
import type { Book, Cell, SheetRow } from '../../../platform/sheets/sheet.ts'
import { headsIn, signatureOf } from '../rules/head.ts'
import { propose, type SheetStart } from '../rules/proposal.ts'
import { layoutOf, readRow } from '../rules/readRow.ts'
import type { Order, Records, Starts, Told } from './ledgerOrders.ts'

/**
 * Reads a ledger beside the thread that serves requests: to inflate, parse and hash 100,000 rows is some seconds of computing.
 * Two batches are on their way at most; each `more` from the other side asks for the next.
 */
const port = parentPort
if (port === null) throw new Error('this is a thread of the reader of ledgers')
const ask = workerData as Order

let turn = Promise.withResolvers<void>()
let credits = 2
port.on('message', () => {
  credits += 1
  turn.resolve()
})

const tell = (told: Told): void => port.postMessage(told)

const tellInTurn = async (told: Told): Promise<void> => {
  if (credits === 0) {
    turn = Promise.withResolvers()
    await turn.promise
  }
  credits -= 1
  tell(told)
}

const tellUnreadable = (refusal: SheetRefusal): void =>
  tell({ told: 'unreadable', unreadable: { code: refusal.code, sentence: sentenceOf(sheetRefusals, refusal) } })

/** The same row sent again has the same digest, whatever the order of its columns and wherever it stands. */
const digestOf = (values: Readonly<Record<string, Cell>>): string => {
  // The layout has them in the order of their keys.
  const told = Object.entries(values).map(([key, { serial, text }]) => [key, serial ?? text])
  return createHash('sm3').update(JSON.stringify(told)).digest('hex')
}

const startsOf = async (book: Book, most: number): Promise<Starts | SheetRefusal> => {
  const sheets: SheetStart[] = []
  for (const { index, name, hidden } of book.sheets) {
    const rows: SheetRow[] = []
    for await (const batch of book.rows(index)) {
      if (!batch.ok) return batch.refusal
      rows.push(...batch.value.slice(0, most - rows.length))
      if (rows.length >= most) break
    }
    sheets.push({ index, name, hidden, rows })
  }
  const signatures = sheets.flatMap(({ rows }) => headsIn(rows).map(({ headings }) => signatureOf(headings)))
  return { format: book.format, encoding: book.encoding, sheets, signatures: [...new Set(signatures)] }
}

const recordsOf = async (book: Book, { sheets, batch: size }: Extract<Order, { order: 'records' }>): Promise<SheetRefusal | null> => {
  for (const { index, after, columns } of sheets) {
    const layout = layoutOf(columns)
    for await (const batch of book.rows(index, { after })) {
      if (!batch.ok) return batch.refusal
      for (let from = 0; from < batch.value.length; from += size) {
        const rows: LedgerRow[] = []
        const skipped: Records['skipped'][number][] = []
        const part = batch.value.slice(from, from + size)
        for (const { row, cells } of part) {
          const read = readRow(layout, cells)
          if (read.kind === 'skipped') skipped.push({ row, why: read.why })
          else rows.push({ sheet: index, row, digest: digestOf(read.values), values: read.values })
        }
        await tellInTurn({ told: 'records', records: { sheet: index, last: part.at(-1)!.row, rows, skipped } })
      }
    }
  }
  return null
}

const cellsOf = async (book: Book, { sheet, first }: Extract<Order, { order: 'cells' }>): Promise<SheetRefusal | null> => {
  for await (const batch of book.rows(sheet, { after: first - 1 })) {
    if (!batch.ok) return batch.refusal
    await tellInTurn({ told: 'cells', rows: batch.value })
  }
  return null
}

const inBook = async (path: string, work: (book: Book) => Promise<SheetRefusal | null>): Promise<void> => {
  const opened = await openBook(path)
  if (!opened.ok) {
    tellUnreadable(opened.refusal)
    return
  }
  try {
    const refusal = await work(opened.value)
    if (refusal) tellUnreadable(refusal)
  } finally {
    await opened.value.close()
  }
}

switch (ask.order) {
  case 'starts':
    await inBook(ask.path, async (book) => {
      const starts = await startsOf(book, ask.rows)
      if ('code' in starts) return starts
      tell({ told: 'starts', starts })
      return null
    })
    break
  case 'propose':
    tell({ told: 'proposal', proposal: propose(ask.kinds, ask.sheets, ask.remembered) })
    break
  case 'records':
    await inBook(ask.path, (book) => recordsOf(book, ask))
    break
  case 'cells':
    await inBook(ask.path, (book) => cellsOf(book, ask))
    break
}
tell({ told: 'end' })
port.close()
