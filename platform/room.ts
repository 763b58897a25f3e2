import type { Contract } from '../kernel/contract.ts'
import type { LawRow } from '../kernel/law.ts'
import type { Sentence } from '../kernel/refusals.ts'
import type { Tx } from './database/transaction.ts'
import type { RouteHandler } from './http/handler.ts'
import type { ExportList, LedgerKind } from './ledger.ts'
import type { Job, Listener } from './work/work.ts'

/** A numbered set of forward-only migrations that owns one schema. */
export type MigrationSet = { readonly schema: string; readonly folder: URL }

/** Names of records of one kind by id; what is not known, or lies out of scope, is left out. Any text may come as an id. */
export type RecordNames = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>

/** What a room brings to the server. */
export type ServerRoom = {
  readonly contract: Contract
  /** Absent where the room keeps nothing of its own. */
  readonly migrations?: MigrationSet
  readonly routes: readonly RouteHandler[]
  readonly listeners: readonly Listener[]
  readonly jobs: readonly Job[]
  readonly law: readonly LawRow[]
  /** How records are called where only their kind and id are known: on the audit record, in a list of deeds. By kind. */
  readonly recordNames?: Readonly<Record<string, RecordNames>>
  /** Ledgers that the room takes in, and lists that it gives out. */
  readonly ledgers?: readonly LedgerKind[]
  readonly exports?: readonly ExportList[]
}
