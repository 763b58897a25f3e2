import type { Contract } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Print } from '../../../platform/paper/printer.ts'
import type { Needs } from './needs.ts'

/** What bulletins and the five-full board ask of the rest of the product; wired in main. */
export type BulletinNeeds = Pick<Needs, 'peopleNames' | 'regionNames'> & {
  /** Organisations in full and in short, whatever the scope: who issued a bulletin stands on it for all its readers. */
  readonly organisationTitles: (
    tx: Tx,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly shortName: string }>>
  readonly print: Print
  /** Where people reach the product, without a slash at the end. */
  readonly address: () => string
  /** Of every room; asked once all are open. What a room publishes to be counted is counted. */
  readonly contracts: () => readonly Contract[]
}
