import type { RouteOutput } from '../../../kernel/contract.ts'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { exportRefusals, type ExportFacts } from '../contract/exportRefusals.ts'
import type { exportRoutes } from '../contract/exportRoutes.ts'
import { addressWith, checksumLine } from '../rules/exporting.ts'
import type { ExportRow } from './exportStore.ts'
import type { ExportProblem } from './exportTables.ts'
import type { LedgersNeeds } from './needs.ts'

export type Exported = RouteOutput<typeof exportRoutes.oneExport>

const told = (problem: ExportProblem) => ({
  code: problem.code,
  // Written by this room alone, from its own table.
  sentence: sentenceOf<ExportFacts>(exportRefusals, problem as RefusalOf<ExportFacts>),
})

const fileOf = ({ size_bytes, sha256, sm3, file_name: name }: ExportRow): Exported['file'] =>
  size_bytes === null || sha256 === null || sm3 === null
    ? null
    : { name, sizeBytes: size_bytes, sha256, sm3, checksumLine: checksumLine({ sha256, fileName: name }) }

/** An export as its maker sees it. */
export const exportView = ({ lists }: Pick<LedgersNeeds, 'lists'>, row: ExportRow): Exported => {
  const list = lists().find((each) => each.list === row.list)
  return {
    id: row.id,
    list: row.list,
    title: list?.title ?? null,
    opens: list?.opens === undefined ? null : addressWith(list.opens, row.query),
    query: { ...row.query },
    format: row.format,
    encoding: row.encoding,
    language: row.language,
    state: row.state,
    rowsExpected: row.rows_expected,
    rowsDone: row.rows_done,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
    file: row.state === 'ready' || row.state === 'expired' ? fileOf(row) : null,
    problem: row.problem && told(row.problem),
  }
}
