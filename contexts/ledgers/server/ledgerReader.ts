import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { SheetRow } from '../../../platform/sheets/sheet.ts'
import type { Kind, Proposal, Remembered, SheetStart } from '../rules/proposal.ts'
import type { Order, Records, SheetOrder, Starts, Told, Unreadable } from './ledgerOrders.ts'

/** Why a file cannot be read, as a refusal of this room. */
const unreadable = ({ code, sentence }: Unreadable) => refuse('IMPORT_UNREADABLE', { sentence, code })

/** Everything that the thread answers to an order, in turn; what it throws is thrown here. */
async function* answers(order: Order): AsyncGenerator<Exclude<Told, { told: 'end' }>, void, undefined> {
  const thread = new Worker(new URL('./ledgerReaderThread.ts', import.meta.url), { workerData: order })
  const gone = new AbortController()
  const seen: { fault?: Error } = {}
  thread.once('error', (error: Error) => {
    seen.fault = error
    gone.abort()
  })
  thread.once('exit', () => gone.abort())
  try {
    for await (const [told] of on(thread, 'message', { signal: gone.signal }) as AsyncIterable<[Told]>) {
      if (told.told === 'end') return
      yield told
      thread.postMessage('more')
    }
  } catch (error) {
    if (seen.fault) throw seen.fault
    if (gone.signal.aborted) throw new Error('the thread that reads ledgers ended before its time', { cause: error })
    throw error
  } finally {
    await thread.terminate()
  }
}

const only = async <Kind extends Told['told']>(order: Order, kind: Kind): Promise<Result<Extract<Told, { told: Kind }>>> => {
  for await (const told of answers(order)) {
    if (told.told === 'unreadable') return unreadable(told.unreadable)
    if (told.told === kind) return ok(told as Extract<Told, { told: Kind }>)
  }
  throw new Error(`the reader of ledgers told nothing to the order ${order.order}`)
}

/** What a file is and the first rows of each of its sheets. */
export const readStarts = async (path: string, rows: number): Promise<Result<Starts>> => {
  const told = await only({ order: 'starts', path, rows }, 'starts')
  return told.ok ? ok(told.value.starts) : told
}

/** What the rules propose; computed beside the thread that serves requests. */
export const proposeBeside = async (
  kinds: readonly Kind[],
  sheets: readonly SheetStart[],
  remembered: ReadonlyMap<string, Remembered>,
): Promise<Proposal> => {
  const told = await only({ order: 'propose', kinds, sheets, remembered }, 'proposal')
  if (!told.ok) throw new Error('a proposal opens no file')
  return told.value.proposal
}

/** The records of sheets in batches; a refusal is the last that comes. */
export async function* readRecords(
  path: string,
  sheets: readonly SheetOrder[],
  batch: number,
): AsyncGenerator<Result<Records>, void, undefined> {
  for await (const told of answers({ order: 'records', path, sheets, batch })) {
    if (told.told === 'unreadable') yield unreadable(told.unreadable)
    else if (told.told === 'records') yield ok(told.records)
  }
}

/** Rows of a sheet as they stand, from one on. */
export async function* readCells(path: string, sheet: number, first: number): AsyncGenerator<Result<readonly SheetRow[]>, void, undefined> {
  for await (const told of answers({ order: 'cells', path, sheet, first })) {
    if (told.told === 'unreadable') yield unreadable(told.unreadable)
    else if (told.told === 'cells') yield ok(told.rows)
  }
}
