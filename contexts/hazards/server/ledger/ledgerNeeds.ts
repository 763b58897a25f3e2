import type { Tightened } from '../../../../kernel/law.ts'
import type { RegionCode } from '../../../../kernel/region.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CalledRegion } from '../../rules/ledger/place.ts'
import type { RegisterNeeds } from '../unitNeeds.ts'

/** What the taking in of ledgers asks of the rest of the product; wired in main. */
export type LedgerNeeds = RegisterNeeds & {
  /** The regions that a text may mean, ended ones too. */
  readonly regionsCalled: (text: string) => readonly CalledRegion[]
  /** A region by its code, an ended one too; undefined for none. */
  readonly regionCalled: (code: RegionCode) => CalledRegion | undefined
  /** What organisations tightened of the limits, by organisation; who tightened nothing need not be in it. */
  readonly tightenedForEach: (tx: Tx, organisationIds: readonly string[]) => Promise<ReadonlyMap<string, Tightened>>
  /** Open organisations in scope by their credit code. */
  readonly organisationsByUscc: (tx: Tx, usccs: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
