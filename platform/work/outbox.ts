import { sql, type Transaction } from 'kysely'

/** A fact that rooms listen for and screens are hinted about. */
export type Event = {
  /** `room.factInPastTense`, as the contract declares it. */
  readonly type: string
  readonly regionCode: string
  readonly organisationId?: string | null
  readonly record?: { readonly kind: string; readonly id: string }
  readonly payload: Record<string, unknown>
}

/** Work for later, done by the worker at least once; the job's own code makes it once. */
export type JobCall = {
  readonly job: string
  readonly payload: Record<string, unknown>
  /** Not before this instant. */
  readonly runAt?: string
  /** A second call with the same key replaces the first while that one waits. */
  readonly key?: string
}
