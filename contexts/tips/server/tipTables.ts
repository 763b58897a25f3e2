import type { ColumnType } from 'kysely'
import type { PosterKind, RewardState } from '../contract/shapes.ts'
import type { TipEvent } from '../rules/events.ts'
import type { Outcome, State, Tip, Topic } from '../rules/tip.ts'

/** Written as JSON text and read back as it was. */
type Json<Value> = ColumnType<Value, string, string>

/** The tables of the room as the query builder sees them; instants are ISO text. */
export type TipTables = {
  'tips.poster': {
    id: string
    code: string
    kind: PosterKind
    title: string
    words_zh: string
    words_en: string
    recorded_region: string
    region_code: string
    about_unit: string | null
    made_by: string
    made_at: string
    ended_at: string | null
    end_reason: string | null
    version: number
  }
  'tips.tip': {
    id: string
    number: string
    receipt_hash: string
    secret_hash: string
    follow_failures: ColumnType<number, number | undefined, number>
    follow_locked_until: ColumnType<string | null, string | null | undefined, string | null>
    recorded_region: string
    region_code: string
    poster_id: string | null
    topics: Topic[]
    words: string
    place: string
    photos: number
    named: boolean
    insider: boolean
    received_at: string
    state: State
    version: number
    outcome: Outcome | null
    checker_id: string | null
    checked_at: string | null
    hazard_unit: string | null
    hazard_id: string | null
    due_at: string | null
    decided_at: string | null
    decided_in_time: boolean | null
    reward_state: RewardState
    reward_proposer: string | null
    reward_yuan: number | null
    rewarded_at: string | null
    awaits_reply_since: string | null
    joined_into: string | null
    forget_identity_at: string | null
    tip: Json<Tip>
  }
  'tips.tip_event': {
    tip_id: string
    version: number
    kind: TipEvent['kind']
    person_id: string | null
    at: string
    event: Json<TipEvent>
  }
  'tips.informant': {
    tip_id: string
    region_code: string
    name_sealed: string
    phone_sealed: string
    destroyed_at: string | null
  }
  'tips.sitting_photo': { evidence_id: string; sitting: string; at: string }
}
