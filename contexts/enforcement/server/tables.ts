import type { ColumnType } from 'kysely'
import type { Case, Outcome, State } from '../rules/case.ts'
import type { Cause } from '../rules/causes.ts'
import type { CaseEvent } from '../rules/events.ts'

/** Written as JSON text and read back as it was. */
type Json<Value> = ColumnType<Value, string, string>

/** The tables of the room as the query builder sees them; instants and days are ISO text. */
export type EnforcementTables = {
  'enforcement.case_file': {
    unit_id: string
    id: string
    number: string
    recorded_region: string
    region_code: string
    organisation_id: string | null
    authority_id: string
    unit_name: string
    procedure: 'ordinary' | 'simple'
    cause: Cause
    matter: string
    party_name: string
    version: number
    state: State
    outcome: Outcome | null
    party_sees: boolean
    hazard_ids: string[]
    proposed_at: string
    opened_on: string | null
    noticed_on: string | null
    decided_on: string | null
    served_on: string | null
    performed_on: string | null
    closed_at: string | null
    fine_yuan: number | null
    paid_yuan: number
    step_due_at: string | null
    law_due_at: string | null
    turns_at: string | null
    held: Json<Case>
  }
  'enforcement.case_event': {
    unit_id: string
    case_id: string
    version: number
    kind: CaseEvent['kind']
    person_id: string
    at: string
    event: Json<CaseEvent>
  }
  'enforcement.payment': { unit_id: string; case_id: string; place: number; paid_on: string; yuan: number }
  'enforcement.paper_unit': {
    unit_id: string
    case_id: string
    version: number
    name: string
    uscc: string | null
    address: string | null
    head_name: string | null
  }
  'enforcement.owing': {
    unit_id: string
    case_id: string
    item: string
    kind: string
    region_code: string
    organisation_id: string | null
    authority_id: string
    owner_side: 'authority' | 'party'
    owner_role: string
    owner_person_id: string | null
    except_person_ids: string[]
    subject: string
    detail: string | null
    owed_since: string
    step_due_at: string | null
    law_due_at: string | null
  }
  'enforcement.certificate': {
    authority_id: string
    person_id: string
    certificate_no: string
    valid_to: string
  }
}
