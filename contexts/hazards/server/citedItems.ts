import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { itemOf } from '../rules/criteria.ts'
import type { CitedItem } from '../rules/hazard.ts'
import { libraryOf } from './criteriaStore.ts'

/**
 * Items as they are cited: as they stand in the library on a day, never as the caller says. By their keys; refuses
 * ITEM_UNKNOWN, and ITEM_RETIRED for one that no edition in force holds any more.
 */
export const citedItems = async (tx: Tx, itemKeys: Iterable<string>, on: string): Promise<Result<ReadonlyMap<string, CitedItem>>> => {
  const cited = new Map<string, CitedItem>()
  const keys = new Set(itemKeys)
  if (keys.size === 0) return ok(cited)
  const library = await libraryOf(tx)
  for (const itemKey of keys) {
    const found = itemOf(library, itemKey, on)
    if (found === null) return refuse('ITEM_UNKNOWN', { itemKey })
    const { item, checklist, retiredOn } = found
    if (retiredOn !== null) return refuse('ITEM_RETIRED', { itemKey, retiredOn, on })
    cited.set(itemKey, { code: item.key, edition: checklist.edition, clause: item.clause, makesMajor: item.makesMajor })
  }
  return ok(cited)
}
