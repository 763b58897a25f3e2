import { join } from 'node:path'
import { diskStore } from '../platform/evidence/diskStore.ts'
import { s3Store } from '../platform/evidence/s3Store.ts'
import type { EvidenceStore } from '../platform/evidence/store.ts'
import type { Config } from './config.ts'

/** Where new evidence is kept, and where it was kept before a bucket was named, so that older pieces are still found. */
export const evidenceStoresOf = (
  evidence: Config['evidence'],
  dataFolder: string,
): { readonly store: EvidenceStore; readonly formerStores: readonly EvidenceStore[] } => {
  const disk = diskStore(join(dataFolder, 'evidence'))
  if (evidence.kind === 'disk') return { store: disk, formerStores: [] }
  return { store: s3Store({ ...evidence, workFolder: join(dataFolder, 'evidence-work') }), formerStores: [disk] }
}
