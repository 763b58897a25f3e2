import type { ColumnType } from 'kysely'
import type { Confidence, LawRow, Tighten } from '../../../kernel/law.ts'

/** A number, a text or a yes, written as JSON text and read back as it was. */
type Value = ColumnType<LawRow['value'], string, string>

/** The room's tables as the query builder sees them; instants and days are ISO text. */
export type LawTables = {
  'law.limit': {
    key: string
    revision: number
    standard: string
    edition: string
    clause: string
    in_force_from: string
    in_force_to: string | null
    confidence: Confidence
    value: Value
    unit: string
    tighten: Tighten
    strictest: number | null
    zh: string
    en: string
    used_in: string[]
    used_from: string
    used_to: string | null
  }
  'law.vouched': {
    id: string
    key: string
    revision: number
    source: string
    person_id: string
    post_id: string
    at: string
  }
  'law.tightened': {
    organisation_id: string
    id: string
    key: string
    value: Value
    reason: string
    recorded_region: string
    region_code: string
    person_id: string
    post_id: string
    at: string
    ended_at: string | null
    released_by: string | null
    release_reason: string | null
  }
}
