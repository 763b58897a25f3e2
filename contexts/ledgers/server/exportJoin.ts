import { ok, type Result } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { keptDays } from '../rules/exporting.ts'
import type { Sums } from './exportFolder.ts'
import { exporter, type Exporting } from './exportStep.ts'
import { deleteParts, exportById, moveOn, partsOf, type ExportPart } from './exportStore.ts'
import { writerOf } from './exportWriter.ts'

const fragmentsOf = async function* ({ folder, row }: Exporting, parts: readonly ExportPart[]): AsyncGenerator<Buffer, void, undefined> {
  for (const { kept_as } of parts) yield* folder.readPart(row.id, kept_as)
}

/** Another has joined the parts and taken them away: what failed here for want of them is done. */
const isDoneByAnother = async ({ services, row }: Exporting): Promise<boolean> => {
  const now = await transact(services, { actor: exporter, readOnly: true }, async (tx) => ok(await exportById(tx, row.id)))
  return now.ok && now.value?.state !== 'joining'
}

/** Joins all parts into the file. Cut short it is done again from the parts, which stay until the file is on the record. */
export const joinExport = async (exporting: Exporting): Promise<Result<null>> => {
  const { services, folder, row, list } = exporting
  const parts = await transact(services, { actor: exporter, readOnly: true }, async (tx) => ok(await partsOf(tx, row.id)))
  if (!parts.ok) return parts
  let sums: Sums
  try {
    sums = await folder.keepFile(row.id, (path, write) => writerOf(list, row).join(path, fragmentsOf(exporting, parts.value), write))
  } catch (error) {
    if (await isDoneByAnother(exporting)) return ok(null)
    throw error
  }
  const { sizeBytes, sha256, sm3 } = sums
  const { find: _find, ...filters } = row.query
  const done = await transact(services, { actor: exporter }, async (tx) => {
    const expiresAt = tx.now.add({ hours: 24 * keptDays }).toString({ smallestUnit: 'millisecond' })
    if (!(await moveOn(tx, row, { state: 'ready', ended_at: tx.at, expires_at: expiresAt, size_bytes: sizeBytes, sha256, sm3 })))
      return ok(false)
    await deleteParts(tx, row.id)
    tx.audit({
      action: 'export.finish',
      by: { personId: row.person_id, postId: row.post_id },
      record: { kind: 'export', id: row.id },
      regionCode: row.recorded_region,
      organisationId: row.organisation_id,
      after: { list: row.list, query: filters, rows: row.rows_done, sizeBytes, sha256, sm3 },
    })
    tx.emit({
      type: 'ledgers.exportEnded',
      regionCode: row.recorded_region,
      organisationId: row.organisation_id,
      record: { kind: 'export', id: row.id },
      payload: { exportId: row.id },
    })
    return ok(true)
  })
  if (done.ok && done.value) await folder.keepOnly(row.id, sha256)
  return done.ok ? ok(null) : done
}
