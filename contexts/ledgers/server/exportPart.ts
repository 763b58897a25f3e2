import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { Written } from '../../../platform/sheets/sheet.ts'
import { exporter, type Exporting } from './exportStep.ts'
import { insertPart, moveOn } from './exportStore.ts'
import { writerOf } from './exportWriter.ts'

/** Rows asked for at a time, which is what is in memory of a list. */
const pageRows = 2_000

/** A part ends after so many rows or so long: what a crash can cost. */
const partRows = 50_000
const partMillis = 1_000

type Page = { readonly rows: readonly (readonly Written[])[]; readonly next: string | null }

/** A page of the list as its maker sees it, by the list's own filters. */
const pageAfter = ({ services, list, row, actor }: Exporting, after: string | null): Promise<Result<Page>> =>
  transact(services, { actor, readOnly: true }, (tx) => list.page(tx, row.query, { after, limit: pageRows, language: row.language }))

/** Where the reading of a part has come to. */
type Read = { rows: number; after: string | null; refusal: Refusal | null }

/** The rows of a part as fragments, while they are read; `read` tells how far it came. */
const fragmentsOf = async function* (exporting: Exporting, read: Read): AsyncGenerator<Buffer, void, undefined> {
  const { row, list } = exporting
  const writer = writerOf(list, row)
  const until = performance.now() + partMillis
  do {
    const page = await pageAfter(exporting, read.after)
    if (!page.ok) {
      read.refusal = page.refusal
      return
    }
    if (page.value.rows.length > 0) yield writer.fragment(page.value.rows, row.rows_done + read.rows)
    read.rows += page.value.rows.length
    read.after = page.value.next
  } while (read.after !== null && read.rows < partRows && performance.now() < until)
}

/**
 * Reads the next rows and keeps them as a part. Where another has kept it meanwhile (a worker that was taken for dead), that
 * one counts and this one's file is left to be swept away.
 */
export const readPart = async (exporting: Exporting): Promise<Result<null>> => {
  const { services, needs, folder, row } = exporting
  const read: Read = { rows: 0, after: row.next_after, refusal: null }
  const keptAs = await folder.keepPart(row.id, row.parts, fragmentsOf(exporting, read))
  if (read.refusal !== null) return refuse('EXPORT_FILTER_REFUSED', { code: read.refusal.code, sentence: needs.sentenceOf(read.refusal) })
  return transact(services, { actor: exporter }, async (tx) => {
    const moved = await moveOn(tx, row, {
      state: read.after === null ? 'joining' : 'reading',
      parts: row.parts + 1,
      rows_done: row.rows_done + read.rows,
      next_after: read.after,
    })
    if (moved) await insertPart(tx, { export_id: row.id, part: row.parts, rows: read.rows, kept_as: keptAs })
    return ok(null)
  })
}
