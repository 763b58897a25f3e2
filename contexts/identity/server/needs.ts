import type { Role } from '../../../kernel/actor.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** What identity asks of the rest of the product; wired in main. */
export type Needs = {
  /** What the organisation tightened of the limits used here. */
  readonly tightenedFor: (tx: Tx, organisationId: string) => Promise<Tightened>
  /** Every action these roles may do, over all rooms. */
  readonly actionsOf: (roles: readonly Role[]) => readonly string[]
  /** How the rooms call a deed on the record; undefined for one that none speaks of. */
  readonly deedTitle: (deed: string) => Sentence | undefined
}
