import type { Tx } from '../../../platform/database/transaction.ts'

/** What the desk asks of the rest of the product; wired in main. */
export type Needs = {
  /** Names of people by id, whatever the scope; whoever the product knows no more is not in it. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
