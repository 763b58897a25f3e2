import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** What the desk asks of the rest of the product; wired in main. */
export type Needs = {
  /** Names of people by id, whatever the scope; whoever the product knows no more is not in it. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** What records of a kind are called, by id; what is unknown or out of scope is not in it. */
  readonly recordNames: (tx: Tx, kind: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
}
