import { ok, refuse } from '../../../kernel/result.ts'
import { handle } from '../../../platform/http/handler.ts'
import { exportRoutes } from '../contract/exportRoutes.ts'
import { fileNameOf, hasPersonalNumber, underwayAtMost } from '../rules/exporting.ts'
import type { ExportFolder } from './exportFolder.ts'
import { neededFreeBytes } from './exportJob.ts'
import { writeJob } from './exportStep.ts'
import { exportById, insertExport, underwayOf } from './exportStore.ts'
import { exportView } from './exportView.ts'
import type { LedgersNeeds } from './needs.ts'

/** Begins an export: the list judges the filters and counts its rows, the worker does the rest. */
export const openBeginExport = (needs: LedgersNeeds, folder: ExportFolder) =>
  handle(exportRoutes.beginExport, async (tx, { actor, body }) => {
    const list = needs.lists().find((each) => each.list === body.list)
    if (!list) return refuse('EXPORT_LIST_UNKNOWN', { list: body.list })
    if (!needs.actionsOf(actor.roles).includes(list.action))
      return refuse('ACTION_NOT_GRANTED', { action: list.action, grantedTo: needs.rolesOf(list.action) })
    if (hasPersonalNumber(body.query, tx.now)) return refuse('EXPORT_FILTER_PERSONAL', {})
    const underway = await underwayOf(tx, actor)
    if (underway >= underwayAtMost) return refuse('EXPORTS_TOO_MANY', { underway, most: underwayAtMost })
    const freeBytes = await folder.freeBytes()
    if (freeBytes < neededFreeBytes) return refuse('EXPORT_DISK_FULL', { freeBytes, neededBytes: neededFreeBytes })
    const counted = await list.count(tx, body.query)
    if (!counted.ok) return refuse('EXPORT_FILTER_REFUSED', { code: counted.refusal.code, sentence: needs.sentenceOf(counted.refusal) })
    const { query, format, language } = body
    const { find, ...filters } = query
    const encoding = format === 'csv' ? body.encoding : null
    const id = await insertExport(tx, actor, {
      list: list.list,
      query,
      format,
      encoding,
      language,
      file_name: fileNameOf({ title: list.title[language], begunAt: tx.now, format }),
      rows_expected: counted.value,
    })
    tx.audit({
      action: 'export.make',
      record: { kind: 'export', id },
      regionCode: actor.regionCode,
      organisationId: actor.organisationId,
      after: { list: list.list, query: filters, format, encoding, language, rowsExpected: counted.value },
      // What was typed may be somebody's name.
      ...(find === undefined ? {} : { personal: { personId: actor.personId, after: { find } } }),
    })
    // Its first turn, which is all of a small one.
    tx.enqueue({ job: writeJob, payload: { exportId: id }, key: id, urgent: true })
    return ok(exportView(needs, (await exportById(tx, id))!))
  })
