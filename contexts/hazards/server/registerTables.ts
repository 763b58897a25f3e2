import type { ColumnType } from 'kysely'
import type { Answer } from '../contract/visitRoutes.ts'
import type { Holding } from '../rules/majorHazardSource.ts'
import type { Checklist, UnitKind, UnitTag } from '../rules/criteria.ts'
import type { DuplicateReason } from '../rules/duplicates.ts'
import type { Visit } from '../rules/coverage.ts'
import type { RiskColour } from '../rules/risk.ts'
import type { LedgerVisit } from '../rules/ledger/visitRow.ts'

/** Written as JSON text and read back as it was. */
type Json<Value> = ColumnType<Value, string, string>

/** Where a row counts now, what its paper says, and who answers for the unit. */
type Placed = { recorded_region: string; region_code: string; organisation_id: string | null }

/** The tables of register, criteria, campaigns and visits as the query builder sees them; instants and days are ISO text. */
export type RegisterTables = {
  'hazards.unit': Placed & {
    unit_id: string
    kind: UnitKind
    name: string
    uscc: string | null
    industry_code: string
    tags: UnitTag[]
    risk_colour: RiskColour | null
    responsible_person_id: string | null
    address: string | null
    lng: number | null
    lat: number | null
    chemicals: Json<Holding[]>
    exposed_people: number | null
    registered_on: string
    closed_on: string | null
    close_reason: string | null
    alias_of: string | null
    double_reason: string | null
    version: number
    made_at: string
  }
  'hazards.unit_key': Placed & { unit_id: string; key: string }
  'hazards.unit_alias': Placed & {
    unit_id: string
    id: string
    into_id: string
    reason: string
    score: number
    reasons: DuplicateReason[]
    person_id: string
    post_id: string
    at: string
    ended_at: string | null
    end_reason: string | null
    ended_by: string | null
    ended_post_id: string | null
  }
  'hazards.special_list': {
    id: string
    name: string
    basis: string
    regions: string[]
    recorded_region: string
    region_code: string
    organisation_id: string
    opened_on: string
    closed_on: string | null
    version: number
    made_at: string
  }
  'hazards.special_listing': Placed & {
    unit_id: string
    id: string
    list_id: string
    reason: string
    from_on: string
    to_on: string | null
  }
  'hazards.checklist': { key: string; edition: string; content: Json<Checklist>; person_id: string; post_id: string; at: string }
  'hazards.campaign': {
    id: string
    name: string
    kind: 'ordinary' | 'flood'
    from_on: string
    to_on: string
    goals: string
    goal_percent: number
    checklists: string[]
    recorded_region: string
    region_code: string
    organisation_id: string
    made_by: string | null
    version: number
    made_at: string
    ended_on: string | null
    end_reason: string | null
    planned_to_on: string | null
  }
  'hazards.campaign_target': Placed & { unit_id: string; campaign_id: string; at: string; out_at: string | null }
  'hazards.target_removal': Placed & {
    unit_id: string
    id: string
    campaign_id: string
    reason: string
    person_id: string
    post_id: string
    at: string
  }
  'hazards.campaign_hazard': Placed & { unit_id: string; campaign_id: string; hazard_id: string; at: string }
  'hazards.assignment': Placed & {
    unit_id: string
    id: string
    campaign_id: string
    inspector_id: string
    from_at: string
    until_at: string | null
    planned_by: string
    reason: string
  }
  'hazards.visit': Placed & {
    unit_id: string
    id: string
    campaign_id: string | null
    how: Visit['how']
    announced: boolean
    result: Visit['result']
    on_day: string
    note: string
    lng: number | null
    lat: number | null
    accuracy_metres: number | null
    no_position_reason: string | null
    claimed_at: string
    begun_at: string | null
    received_at: string
    answers: Json<Answer[]>
    hazard_ids: string[]
    digest: string
    person_id: string
    post_id: string
    visitor_organisation_id: string
    /** What a ledger says of a visit that was taken over from it; null for one that was recorded here. */
    ledger: ColumnType<LedgerVisit | null, null | undefined, never>
  }
  'hazards.reinspection': Placed & {
    unit_id: string
    visit_id: string
    hazard_id: string
    campaign_id: string
    finding: 'gone' | 'stillThere' | 'worse'
    note: string
  }
  'hazards.unit_checked': Placed & { unit_id: string; id: string; at: string }
}
