import type { ColumnType, Generated } from 'kysely'
import type { ExportEncoding, ExportFormat, ExportLanguage, ExportState } from '../rules/exporting.ts'

/** Written as JSON text and read back as it was. */
type Json<Value> = ColumnType<Value, string, string>

/** Why an export was stopped: a refusal of this room. */
export type ExportProblem = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

/** The tables of exports as the query builder sees them; instants are ISO text. */
export type ExportTables = {
  'ledgers.export': {
    id: string
    person_id: string
    post_id: string
    session_id: string
    organisation_id: string
    recorded_region: string
    scope_lo: string
    scope_hi: string
    scope_organisation_id: string | null
    list: string
    query: Json<Readonly<Record<string, string>>>
    format: ExportFormat
    encoding: ExportEncoding | null
    language: ExportLanguage
    state: ExportState
    rows_expected: number
    rows_done: Generated<number>
    parts: Generated<number>
    next_after: string | null
    begun_at: string
    ended_at: string | null
    expires_at: string | null
    file_name: string
    size_bytes: number | null
    sha256: string | null
    sm3: string | null
    problem: ColumnType<ExportProblem | null, string | null, string | null>
  }
  'ledgers.export_part': {
    export_id: string
    part: number
    rows: number
    kept_as: string
  }
}
