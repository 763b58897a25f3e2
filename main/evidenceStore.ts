import { join } from 'node:path'
import { diskStore } from '../platform/evidence/diskStore.ts'
import type { EvidenceStore } from '../platform/evidence/store.ts'

/** Where evidence is kept: in the data folder. */
export const evidenceStoreOf = (dataFolder: string): EvidenceStore => diskStore(join(dataFolder, 'evidence'))
