import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { libraryOf } from './criteriaStore.ts'

/**
 * The keys of the checklists of a campaign, each once. A list that begins or ends within the campaign may be named: it is
 * asked for on the days it is in force. Refuses CHECKLIST_UNKNOWN. Days are dates in Beijing.
 */
export const checklistsIn = async (
  tx: Tx,
  keys: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<string[]>> => {
  const known = new Set(
    (await libraryOf(tx))
      .filter(({ inForceFrom, inForceTo }) => inForceFrom <= to && (inForceTo === null || inForceTo > from))
      .map(({ key }) => key),
  )
  const unknown = keys.find((key) => !known.has(key))
  return unknown === undefined ? ok([...new Set(keys)]) : refuse('CHECKLIST_UNKNOWN', { key: unknown })
}
