import type { Tx } from '../database/transaction.ts'
import { releaseContent } from './contentRecords.ts'
import { deleteUnattached, itemOf } from './itemRecords.ts'

/** Takes away evidence that belongs to no record and never will; what is attached stays. Answers how many went. */
export const discardEvidence = async (tx: Tx, evidenceIds: readonly string[]): Promise<number> => {
  let gone = 0
  for (const id of evidenceIds) {
    const item = await itemOf(tx, id)
    if (!item || (await deleteUnattached(tx, [id])) === 0) continue
    await releaseContent(tx, item.contentHash)
    tx.audit({
      action: 'evidence.purge',
      record: { kind: 'evidence', id },
      regionCode: item.recordedRegion,
      organisationId: item.organisationId,
      before: { contentHash: item.contentHash, sizeBytes: item.sizeBytes },
      after: null,
    })
    gone += 1
  }
  return gone
}
