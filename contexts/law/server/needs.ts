import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Names by id; whoever the product knows no more is not in it. */
export type Names = ReadonlyMap<string, string>

/** What law asks of the rest of the product; wired in main. */
export type Needs = {
  /** People by id, whatever the scope: who vouched for a limit is told to everybody. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Short names of organisations by id, within the scope. */
  readonly organisationNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** How people call a deed that the rooms put on the record; undefined where no room knows it. */
  readonly deedTitle: (deed: string) => Sentence | undefined
}
