import type { PersonActor } from '../../../kernel/actor.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ExportList, LedgerKind } from '../../../platform/ledger.ts'

/** What ledgers ask of the rest of the product; wired in main. */
export type LedgersNeeds = {
  /** The kinds of ledger that the rooms take in. */
  readonly kinds: () => readonly LedgerKind[]
  /** The lists that the rooms give out. */
  readonly lists: () => readonly ExportList[]
  /** The actions that the roles of a post grant. */
  readonly actionsOf: (roles: PersonActor['roles']) => readonly string[]
  /** The roles that an action is granted to. */
  readonly rolesOf: (action: string) => PersonActor['roles']
  /** What any room refused, in both languages. */
  readonly sentenceOf: (refusal: Refusal) => Sentence
  /** Whoever began something, in his post as it stands now; undefined where it has ended. */
  readonly standingActor: (
    tx: Tx,
    begun: { readonly personId: string; readonly postId: string; readonly sessionId: string },
  ) => Promise<PersonActor | undefined>
  /** What an organisation tightened of the limits. */
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly organisationNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Where files of imports and exports are kept, each in a folder of its own below it. */
  readonly folder: string
}
