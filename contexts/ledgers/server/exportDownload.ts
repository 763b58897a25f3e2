import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { parseRange } from '../../../platform/evidence/range.ts'
import { handleOutside, type BytesAnswer } from '../../../platform/http/handler.ts'
import { exportRoutes } from '../contract/exportRoutes.ts'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { ExportFolder } from './exportFolder.ts'
import { lostOver } from './exportRights.ts'
import { ownExport, type ExportRow } from './exportStore.ts'
import type { LedgersNeeds } from './needs.ts'

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const

const mediaTypeOf = ({ format, encoding }: ExportRow): string =>
  encoding === null ? mediaTypes[format] : `${mediaTypes[format]}; charset=${encoding}`

type Ready = { readonly row: ExportRow; readonly sizeBytes: number; readonly sha256: string; readonly sm3: string }

/** The export whose file may be taken, with the taking put on the record. */
const taken = async (needs: LedgersNeeds, tx: Tx, actor: PersonActor, id: string, range: string | undefined): Promise<Result<Ready>> => {
  const row = await ownExport(tx, actor, id)
  if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'export', id })
  if (row.state === 'expired') return refuse('EXPORT_EXPIRED', { expiredAt: row.expires_at })
  const { size_bytes: sizeBytes, sha256, sm3 } = row
  if (row.state !== 'ready' || sizeBytes === null || sha256 === null || sm3 === null)
    return refuse('EXPORT_NOT_READY', { state: row.state })
  const list = needs.lists().find((each) => each.list === row.list)
  const lost = list ? lostOver(needs, list, row, actor) : 'action'
  if (lost !== null) return refuse('EXPORT_RIGHT_LOST', { lost })
  tx.audit({
    action: 'export.download',
    record: { kind: 'export', id },
    regionCode: actor.regionCode,
    organisationId: actor.organisationId,
    after: { list: row.list, rows: row.rows_done, sha256, range: range ?? null },
  })
  return ok({ row, sizeBytes, sha256, sm3 })
}

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')

/** Gives out the file, or the part of it that is still missing (RFC 9110, 14), to its maker alone while he has the right. */
export const openDownloadExport = (needs: LedgersNeeds, folder: ExportFolder) =>
  handleOutside(exportRoutes.exportFile, async ({ actor, request, services, params, headers }): Promise<Result<BytesAnswer>> => {
    const found = await transact(services, { actor, request }, (tx) => taken(needs, tx, actor, params.exportId, headers['range']))
    if (!found.ok) return found
    const { row, sizeBytes, sha256, sm3 } = found.value
    // A part of what has changed meanwhile would not fit the parts that are there already.
    const sameAsBefore = headers['if-range'] === undefined || headers['if-range'] === `"${sha256}"`
    const range = sameAsBefore ? parseRange(headers['range'], sizeBytes) : 'whole'
    if (range === 'unsatisfiable') return refuse('EXPORT_RANGE_UNSATISFIABLE', { sizeBytes })
    const part = range === 'whole' ? undefined : range
    return ok({
      stream: await folder.openFile(row.id, sha256, part),
      mediaType: mediaTypeOf(row),
      tag: sha256,
      fileName: row.file_name,
      lengthBytes: part ? part.last - part.first + 1 : sizeBytes,
      status: part ? 206 : 200,
      headers: {
        'accept-ranges': 'bytes',
        // Of the whole file, whatever part is sent (RFC 9530).
        'repr-digest': `sha-256=:${base64(sha256)}:, sm3=:${base64(sm3)}:`,
        ...(part && { 'content-range': `bytes ${part.first}-${part.last}/${sizeBytes}` }),
      },
    })
  })
