import type { Generated, JSONColumnType } from 'kysely'

/** An alarm as it is kept. Instants are ISO text. */
export type AlarmTable = {
  id: string
  kind: string
  subject: string
  region_code: string | null
  organisation_id: string | null
  facts: JSONColumnType<Record<string, unknown>>
  failures: number
  first_at: string
  last_at: string
  acknowledged_at: string | null
  acknowledged_by: string | null
  ended_at: string | null
}

export type FailingTable = {
  task: string
  subject: string
  failures: number
  first_at: string
  last_at: string
  fault_name: string
  fault_code: string | null
}

export type EventTable = {
  id: string
  xid: Generated<string>
  type: string
  at: string
  region_code: string
  organisation_id: string | null
  record_kind: string | null
  record_id: string | null
  payload: JSONColumnType<Record<string, unknown>>
}

/** The schema `work`, as Kysely sees it. */
export type WorkTables = {
  'work.alarm': AlarmTable
  'work.failing': FailingTable
  'work.event': EventTable
  'work.event_heard': { event_id: string; listener: string }
}
