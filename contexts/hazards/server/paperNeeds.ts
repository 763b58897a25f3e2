import type { Services, Tx } from '../../../platform/database/transaction.ts'
import type { Print } from '../../../platform/paper/printer.ts'
import type { Names } from './needs.ts'

/** What the papers ask of the rest of the product; wired in main. */
export type PaperNeeds = {
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Organisations in full and in short, whatever the scope: who issued a paper stands on it for all its readers. */
  readonly organisationTitles: (
    tx: Tx,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly shortName: string }>>
  /** A small JPEG of a photo by the SM3 of its bytes; null where there is none to show. */
  readonly thumbnailOf: (services: Services, contentHash: string) => Promise<Uint8Array | null>
  readonly print: Print
  /** Where people reach the product, without a slash at the end. */
  readonly address: () => string
}
