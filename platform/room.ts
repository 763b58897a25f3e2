import type { Contract } from '../kernel/contract.ts'
import type { LawRow } from '../kernel/law.ts'
import type { RouteHandler } from './http/handler.ts'
import type { Job, Listener } from './work/work.ts'

/** A numbered set of forward-only migrations that owns one schema. */
export type MigrationSet = { readonly schema: string; readonly folder: URL }

/** What a room brings to the server. */
export type ServerRoom = {
  readonly contract: Contract
  /** Absent where the room keeps nothing of its own. */
  readonly migrations?: MigrationSet
  readonly routes: readonly RouteHandler[]
  readonly listeners: readonly Listener[]
  readonly jobs: readonly Job[]
  readonly law: readonly LawRow[]
}
