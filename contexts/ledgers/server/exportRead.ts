import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { exportRoutes } from '../contract/exportRoutes.ts'
import { isUnderway } from '../rules/exporting.ts'
import { clearJob } from './exportClear.ts'
import { endWithoutFile, lockOwnExport, ownExport, pageOfExports } from './exportStore.ts'
import { exportView } from './exportView.ts'
import type { LedgersNeeds } from './needs.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'export', id })

/** What may be exported, and one's own exports: read and called off. */
export const openReadExports = (needs: LedgersNeeds): readonly RouteHandler[] => [
  handle(exportRoutes.exportLists, async (_tx, { actor }) => {
    const actions = needs.actionsOf(actor.roles)
    return ok({
      rows: needs
        .lists()
        .filter(({ action }) => actions.includes(action))
        .map(({ list, title, ledger, columns }) => ({
          list,
          title,
          ledger: ledger ?? null,
          columns: columns.map(({ key, label }) => ({ key, label })),
        })),
    })
  }),

  handle(exportRoutes.exports, async (tx, { actor, query }) => {
    const { rows, total, next } = await pageOfExports(tx, actor, query)
    return ok({ rows: rows.map((row) => exportView(needs, row)), total, next })
  }),

  handle(exportRoutes.oneExport, async (tx, { actor, params }) => {
    const row = await ownExport(tx, actor, params.exportId)
    return row ? ok(exportView(needs, row)) : notFound(params.exportId)
  }),

  handle(exportRoutes.cancelExport, async (tx, { actor, params }) => {
    const row = await lockOwnExport(tx, actor, params.exportId)
    if (!row) return notFound(params.exportId)
    if (!isUnderway(row.state)) return refuse('EXPORT_ENDED', { state: row.state })
    await endWithoutFile(tx, row, 'cancelled')
    tx.enqueue({ job: clearJob, payload: { exportId: row.id } })
    tx.audit({
      action: 'export.cancel',
      record: { kind: 'export', id: row.id },
      regionCode: actor.regionCode,
      organisationId: actor.organisationId,
      before: { state: row.state, rowsDone: row.rows_done },
      after: { state: 'cancelled' },
    })
    return ok(exportView(needs, (await ownExport(tx, actor, row.id))!))
  }),
]
