import type { ColumnType } from 'kysely'
import type { HazardEvent } from '../rules/events.ts'
import type { Figure } from '../rules/figures.ts'
import type { Finding, Hazard, Level, State } from '../rules/hazard.ts'

/** Written as JSON text and read back as it was. */
type Json<Value> = ColumnType<Value, string, string>

/** Columns of a figure's key; null for a dimension that the figure does not have. */
type FigureColumns = {
  figure: Figure
  region_code: string
  industry_code: string
  campaign_id: string | null
  period: string | null
  level: Level | 'unclassified' | null
  state: State | 'withdrawn' | null
  registered: boolean | null
}

/** The tables of hazards and figures as the query builder sees them; instants and days are ISO text. */
export type HazardTables = {
  'hazards.hazard': {
    unit_id: string
    id: string
    /** Null only until its transaction ends. */
    number: string | null
    recorded_region: string
    region_code: string
    organisation_id: string | null
    industry_code: string
    campaign_id: string | null
    registered: boolean
    how: Finding
    version: number
    state: State
    level: Level | null
    listed: boolean
    description: string
    assignee_id: string | null
    found_at: string
    step_due_at: string | null
    law_due_at: string | null
    due_on: string | null
    next_escalation_at: string | null
    closed_at: string | null
    withdrawn: boolean
    recurrent: boolean
    /** The months (`2026-11`) in which it was found to have been closed falsely. */
    falsely_closed: string[]
    hazard: Json<Hazard>
  }
  'hazards.hazard_event': {
    unit_id: string
    hazard_id: string
    version: number
    kind: HazardEvent['kind']
    person_id: string | null
    at: string
    event: Json<HazardEvent>
  }
  'hazards.owing': {
    unit_id: string
    hazard_id: string
    item: string
    kind: string
    region_code: string
    organisation_id: string | null
    owner_tier: string
    owner_role: string
    owner_organisation_id: string | null
    owner_person_id: string | null
    except_person_ids: string[]
    subject: string
    detail: string | null
    owed_since: string
    step_due_at: string | null
    law_due_at: string | null
  }
  'hazards.figure_delta': FigureColumns & { id: ColumnType<number, never, never>; change: number }
  'hazards.figure_rollup': FigureColumns & { total: number }
}
