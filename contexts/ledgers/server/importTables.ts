import type { ColumnType } from 'kysely'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { LedgerChoices, RowFault } from '../../../platform/ledger.ts'
import type { ImportState } from '../rules/importState.ts'
import type { SheetPlan } from '../rules/proposal.ts'

/** A value that is written as JSON text and read as it is. */
type Json<Value> = ColumnType<Value, string, string>

export type Counts = { readonly taken: number; readonly present: number; readonly refused: number; readonly skipped: number }

/** How a pass over the file stands. */
export type Pass = {
  readonly startedAt: string
  readonly endedAt: string | null
  readonly sheets: readonly ({ readonly index: number; readonly rows: number } & Counts)[]
  readonly faults: readonly { readonly code: string; readonly column: string | null; readonly rows: number; readonly sentence: Sentence }[]
}

export type Stop = { readonly code: string; readonly sentence: Sentence }

export type ImportTable = {
  id: string
  person_id: string
  post_id: string
  session_id: string
  organisation_id: string
  recorded_region: string
  region_code: string
  name: string | null
  size_bytes: number
  received_bytes: number
  file_digest: string | null
  format: 'xlsx' | 'csv' | null
  encoding: 'utf-8' | 'gb18030' | null
  state: ImportState
  version: number
  kind: string | null
  choices: Json<LedgerChoices>
  sheets: Json<readonly SheetPlan[]>
  kinds: Json<readonly { readonly kind: string; readonly confidence: number }[]>
  run: number
  at_sheet: number
  at_row: number
  total_rows: number | null
  checked: ColumnType<Pass | null, string | null, string | null>
  took: ColumnType<Pass | null, string | null, string | null>
  stop: ColumnType<Stop | null, string | null, string | null>
  failures: number
  lease_until: string | null
  made_at: string
  changed_at: string
  keep_until: string
  purged_at: string | null
}

export type PassName = 'check' | 'take'

export type ImportRowTable = {
  import_id: string
  pass: PassName
  sheet: number
  row: number
  outcome: 'refused' | 'skipped'
  faults: Json<readonly RowFault[]>
}

/** The tables of imports, as Kysely sees them. */
export type ImportTables = {
  'ledgers.import': ImportTable
  'ledgers.import_row': ImportRowTable
  'ledgers.remembered_head': {
    organisation_id: string
    signature: string
    kind: string
    keys: Json<Readonly<Record<string, string>>>
    person_id: string
    at: string
  }
}
