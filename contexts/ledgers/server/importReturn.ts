import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Services, type TransactionOptions } from '../../../platform/database/transaction.ts'
import { handleOutside, type BytesAnswer } from '../../../platform/http/handler.ts'
import type { LedgerKind } from '../../../platform/ledger.ts'
import { writeBook, type WrittenSheet } from '../../../platform/sheets/writeBook.ts'
import type { SheetRow, Written } from '../../../platform/sheets/sheet.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import type { SheetPlan } from '../rules/proposal.ts'
import { returnedHead, returnedRow, type ReturnColumn } from '../rules/returned.ts'
import type { Imports } from './importRoom.ts'
import { importOf, keptRows, type Import, type KeptRow } from './importStore.ts'
import { sumOf } from './importView.ts'
import { readCells } from './ledgerReader.ts'

/** Rows that are read at a time for the file that goes back. */
const atATime = 1_000

/** A refusal that was met while a file was being written. */
class ReadFault extends Error {
  readonly refusal: { readonly code: string; readonly facts: Record<string, unknown> }
  constructor(refusal: ReadFault['refusal']) {
    super(refusal.code)
    this.refusal = refusal
  }
}

type Returning = {
  readonly imports: Imports
  readonly services: Services
  readonly by: TransactionOptions
  readonly one: Import
  readonly language: 'zh' | 'en'
}

/**
 * The rows that came back, as a file of the same format, encoding and layout: titles, head and the bad rows as they stood, each
 * with its reasons at the right. The values are read from the file that was sent; they are kept nowhere else.
 */
export const openReturnRows = (imports: Imports) =>
  handleOutside(routes.returnedRows, async ({ actor, request, services, params, query }): Promise<Result<BytesAnswer>> => {
    const by = { actor, request }
    const found = await transact(services, by, async (tx): Promise<Result<Import>> => {
      const one = await importOf(tx, params.importId)
      if (!one || one.person_id !== actor.personId) return refuse('RECORD_NOT_FOUND', { kind: 'import', id: params.importId })
      if (one.purged_at !== null) return refuse('IMPORT_FILE_GONE', { purgedAt: one.purged_at })
      if (sumOf(one.took).refused === 0) return refuse('IMPORT_NOTHING_RETURNED', {})
      tx.audit({
        action: 'ledger.return',
        record: { kind: 'import', id: one.id },
        regionCode: one.region_code,
        organisationId: one.organisation_id,
        after: { fileDigest: one.file_digest, refused: sumOf(one.took).refused },
      })
      return ok(one)
    })
    if (!found.ok) return found
    const one = found.value
    const target = imports.files.beside(one.id, `returned-${randomUUID()}`)
    const returning: Returning = { imports, services, by, one, language: query.language }
    try {
      const sheets: WrittenSheet[] = []
      for (const plan of one.sheets)
        if ((one.took?.sheets.find(({ index }) => index === plan.index)?.refused ?? 0) > 0) sheets.push(await sheetOf(returning, plan))
      await writeBook(
        target,
        one.format === 'csv' ? { format: 'csv', encoding: one.encoding ?? 'utf-8', sheet: sheets[0]! } : { format: 'xlsx', sheets },
      )
    } catch (error) {
      if (error instanceof ReadFault) return { ok: false, refusal: error.refusal }
      throw error
    }
    const { size } = await stat(target)
    const stream = createReadStream(target)
    stream.once('close', () => void rm(target, { force: true }))
    const format = one.format ?? 'xlsx'
    return ok({
      stream,
      lengthBytes: size,
      fileName: `${(one.name ?? '台账').replace(/\.[^.]*$/, '')}-退回.${format}`,
      mediaType:
        format === 'csv'
          ? `text/csv; charset=${one.encoding ?? 'utf-8'}`
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  })

const looksOf = (kind: LedgerKind | undefined, plan: SheetPlan): readonly ReturnColumn[] =>
  plan.columns.map(({ place, heading, key }) => {
    const looks = kind?.columns.find((column) => column.key === key)?.looks
    return { place, heading, key, width: looks?.width ?? Math.min(40, Math.max(10, heading.length * 2 + 2)), as: looks?.as ?? 'text' }
  })

const sheetOf = async (returning: Returning, plan: SheetPlan): Promise<WrittenSheet> => {
  const { imports, one } = returning
  const kind = imports.needs.kinds().find((candidate) => candidate.kind === one.kind)
  const columns = looksOf(kind, plan)
  const lastHead = plan.headRows.at(-1) ?? 0
  const above: SheetRow[] = []
  const start = await imports.files.start(one.id, plan.index)
  for (const row of start?.rows ?? []) if (row.row <= lastHead) above.push(row)
  const head = returnedHead(above, plan.headRows, columns)
  return {
    layout: { name: plan.name, columns: head.columns, heads: head.heads, merges: head.merges },
    rows: rowsOf(returning, plan, columns),
  }
}

async function* rowsOf(
  { imports, services, by, one, language }: Returning,
  plan: SheetPlan,
  columns: readonly ReturnColumn[],
): AsyncGenerator<readonly (readonly Written[])[]> {
  const page = async (after: KeptRow | null): Promise<readonly KeptRow[]> => {
    const rows = await transact(services, { ...by, readOnly: true }, async (tx) =>
      ok(await keptRows(tx, one.id, 'take', { outcome: 'refused', sheet: plan.index, after, limit: atATime })),
    )
    return rows.ok ? rows.value : []
  }
  let waiting = await page(null)
  let next = 0
  for await (const read of readCells(imports.files.path(one.id), plan.index, waiting[0]?.row ?? 1)) {
    if (!read.ok) throw new ReadFault(read.refusal)
    const written: (readonly Written[])[] = []
    for (const row of read.value) {
      if (waiting[next]?.row !== row.row) continue
      written.push(returnedRow(row, columns, waiting[next]!.faults, language))
      next += 1
      if (next < waiting.length) continue
      waiting = waiting.length < atATime ? [] : await page(waiting.at(-1)!)
      next = 0
    }
    if (written.length > 0) yield written
    if (waiting.length === 0) return
  }
}
