import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import { kindsFor } from './importKinds.ts'
import type { Imports } from './importRoom.ts'
import { importOf, keptRows, listImports } from './importStore.ts'
import { namesFor, rowOf, viewOf } from './importView.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'import', id })

/** What is read of imports. */
export const openReadImports = ({ needs, files }: Imports): readonly RouteHandler[] => [
  handle(routes.importKinds, async (_tx, { actor }) => {
    const may = kindsFor(needs, actor.roles)
    return ok({
      kinds: needs.kinds().map(({ kind, title, columns, choices }) => ({
        kind,
        title,
        granted: may.some((one) => one.kind === kind),
        columns: columns.map(({ key, label, headings, needed }) => ({ key, label, headings: [...headings], needed })),
        choices: choices.map((choice) => ({ ...choice, values: [...choice.values] })),
      })),
    })
  }),
  handle(routes.imports, async (tx, { actor, query }) => {
    const imports = await listImports(tx, {
      personId: query.mine === 'true' ? actor.personId : null,
      state: query.state,
      after: readCursor(query.after, 2),
      limit: query.limit + 1,
    })
    const page = imports.slice(0, query.limit)
    const names = await namesFor(tx, needs, page)
    const last = imports.length > query.limit ? page.at(-1) : undefined
    return ok({ rows: page.map((one) => rowOf(tx, one, names)), next: last ? cursorOf([last.made_at, last.id]) : null })
  }),
  handle(routes.importRecord, async (tx, { params }) => {
    const one = await importOf(tx, params.importId)
    return one ? ok(await viewOf(tx, needs, one)) : notFound(params.importId)
  }),
  handle(routes.importRows, async (tx, { params, query }) => {
    if (!(await importOf(tx, params.importId))) return notFound(params.importId)
    const [sheet, row] = (query.after ?? '').split('.').map(Number)
    const kept = await keptRows(tx, params.importId, query.of, {
      outcome: query.outcome,
      after: sheet === undefined || row === undefined ? null : { sheet, row },
      limit: query.limit + 1,
    })
    const page = kept.slice(0, query.limit)
    const last = kept.length > query.limit ? page.at(-1) : undefined
    return ok({
      rows: page.map((one) => ({ ...one, faults: one.faults.map((fault) => ({ ...fault })) })),
      next: last ? `${last.sheet}.${last.row}` : null,
    })
  }),
  handle(
    routes.sheetStart,
    async (tx, { params, query, actor }): Promise<Result<{ rows: { row: number; cells: (string | null)[] }[] }>> => {
      const one = await importOf(tx, params.importId)
      if (!one || one.person_id !== actor.personId) return notFound(params.importId)
      if (one.purged_at !== null) return refuse('IMPORT_FILE_GONE', { purgedAt: one.purged_at })
      const start = await files.start(one.id, params.sheet)
      if (!start) return refuse('IMPORT_SHEET_UNKNOWN', { sheet: params.sheet })
      return ok({
        rows: start.rows.slice(0, query.rows).map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell?.text ?? null) })),
      })
    },
  ),
]
