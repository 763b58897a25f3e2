import type { Role } from '../../../kernel/actor.ts'
import type { DepartmentLine, OrganisationKind } from '../rules/organisations.ts'

/** The room's tables as the query builder sees them; instants and days are ISO text. */
export type IdentityTables = {
  'identity.region': {
    code: string
    name: string
    name_en: string
    level: 'country' | 'province' | 'city' | 'county' | 'town' | 'village'
    parent_code: string | null
    valid_from: string | null
    valid_to: string | null
    statistical_only: boolean
  }
  'identity.region_succession': {
    from_code: string
    to_code: string
    on_date: string
    main: boolean
    needs_decision: boolean
    source: string
  }
  'identity.region_edition': { digest: string; at: string }
  'identity.organisation': {
    id: string
    kind: OrganisationKind
    name: string
    short_name: string
    uscc: string | null
    line: DepartmentLine | null
    recorded_region: string
    region_code: string
    parent_id: string | null
    also_reports_to: string | null
    region_to_decide: boolean
    region_decided: string | null
    region_decided_on: string | null
    opened_on: string
    closed_on: string | null
    version: number
    made_at: string
  }
  'identity.person': {
    id: string
    name: string
    organisation_id: string
    recorded_region: string
    region_code: string
    identity_number_sealed: string | null
    identity_number_index: string | null
    phone_sealed: string | null
    phone_index: string | null
    joined_on: string
    left_on: string | null
    version: number
    made_at: string
  }
  'identity.account': {
    person_id: string
    login: string
    password_hash: string
    password_changed_at: string
    must_change_password: boolean
    failures: number
    last_failure_at: string | null
    locked_until: string | null
    closed_at: string | null
  }
  'identity.stranger': {
    login_index: string
    failures: number
    locked_until: string | null
    last_failure_at: string
  }
  'identity.post': {
    id: string
    person_id: string
    organisation_id: string
    region_code: string
    title: string
    roles: Role[]
    scope_region: string
    own_organisation_only: boolean
    starts_on: string
    ends_on: string | null
    roles_granted_at: string | null
    roles_granted_by: string | null
    version: number
    made_at: string
  }
  'identity.post_in_hand': {
    id: string
    person_id: string
    title: string
    organisation_id: string
    organisation_name: string
    region_code: string
    roles: Role[]
    scope_region: string
    own_organisation_only: boolean
    starts_on: string
    ends_on: string | null
    made_at: string
  }
  'identity.session': {
    id: string
    token_hash: string
    person_id: string
    post_id: string | null
    started_at: string
    last_seen_at: string
    address: string | null
    device: string | null
    ended_at: string | null
    end_reason: 'signedOut' | 'idle' | 'absolute' | 'revoked' | 'postEnded' | 'passwordChanged' | null
  }
}
