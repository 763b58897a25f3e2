import { join } from 'node:path'
import { diskStore } from '../platform/evidence/diskStore.ts'
import type { EvidenceStores } from '../platform/evidence/store.ts'

/** Where evidence is kept: in the data folder. */
export const evidenceStoresOf = (dataFolder: string): EvidenceStores => [diskStore(join(dataFolder, 'evidence'))]
