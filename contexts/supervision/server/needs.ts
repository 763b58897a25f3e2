import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Names by id; whoever the product knows no more is not in it. */
export type Names = ReadonlyMap<string, string>

/** What supervision asks of the rest of the product; wired in main. */
export type Needs = {
  /** People by id, whatever the scope: who did what is told to everybody who may read it. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Short names of organisations by id, within the scope. */
  readonly organisationNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Names of regions by code, in both languages; a code that stands for none is not in it. */
  readonly regionNames: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
}
