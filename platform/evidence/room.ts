import { asWritten } from '../../kernel/law.ts'
import type { Services } from '../database/transaction.ts'
import type { MigrationSet, ServerRoom } from '../room.ts'
import type { Job } from '../work/work.ts'
import { abandonUpload, openBeginUpload, readUpload } from './beginUpload.ts'
import { evidenceContract } from './contract.ts'
import { drawCopiesOf } from './drawCopiesOf.ts'
import { drawJob } from './drawJob.ts'
import { openKeepEvidence, type KeepEvidence } from './keepEvidence.ts'
import type { Keeper } from './keeper.ts'
import { evidenceLaw } from './law.ts'
import { purgeEvidence } from './purge.ts'
import { discardItem, openReadCopy, openReadOriginal, readClaim, readItem, readOfRecord } from './readEvidence.ts'
import { openReceiveChunk } from './receiveChunk.ts'
import { openStock, type EvidenceStock } from './stock.ts'
import type { EvidenceStore } from './store.ts'
import { openThumbnailOf, type ThumbnailOf } from './thumbnail.ts'
import { verifyEvidence, type Verified } from './verifyEvidence.ts'

export { attachEvidence, evidenceOf, extendRetention, moveEvidence, shareEvidence } from './attachEvidence.ts'
export type { AttachRequest, EvidenceRecord, Retention } from './attachEvidence.ts'
export type { EvidenceView, ExifClaim } from './contract.ts'
export { discardEvidence } from './discardEvidence.ts'
export { drawNameless } from './drawing.ts'
export { diskStore } from './diskStore.ts'
export { claimsOf } from './itemRecords.ts'
export type { KeepEvidence, KeepRequest } from './keepEvidence.ts'
export { s3Store, type S3Options } from './s3Store.ts'
export { looksLike, photosAttached, photosOf, type AttachedPhoto } from './likeness.ts'
export type { EvidenceStock, LaidFile } from './stock.ts'
export type { EvidenceStore } from './store.ts'
export type { ThumbnailOf } from './thumbnail.ts'
export type { Damage, Verified } from './verifyEvidence.ts'

export const evidenceMigrations: MigrationSet = { schema: 'evidence', folder: new URL('./migrations/', import.meta.url) }

export type EvidenceOptions = {
  /** Where new evidence is kept. */
  readonly store: EvidenceStore
  /** Where evidence was kept before a move, and may still lie. */
  readonly formerStores?: readonly EvidenceStore[]
  /** The limits an organisation has tightened. */
  readonly tightenedFor?: Keeper['tightenedFor']
}

export type EvidenceRoom = ServerRoom & {
  readonly keepEvidence: KeepEvidence
  readonly thumbnailOf: ThumbnailOf
  /** Sees to it that a photo's copies are drawn and that it can be found by how it looks. */
  readonly readLikeness: (services: Services, hash: string) => Promise<unknown>
  readonly stock: EvidenceStock
  /** Reads everything that is kept and names what is damaged or gone. */
  readonly verifyEvidence: (services: Services) => Promise<Verified>
}

/** Opens the evidence store like a room, and offers what other rooms keep by themselves. */
export const openEvidence = ({ store, formerStores = [], tightenedFor = async () => asWritten }: EvidenceOptions): EvidenceRoom => {
  const keeper: Keeper = { stores: [store, ...formerStores], tightenedFor, takingIn: new Map(), drawing: new Map() }
  const jobs: readonly Job[] = [
    {
      name: drawJob,
      run: async (services, { contentHash }) => {
        if (typeof contentHash !== 'string') throw new TypeError('the payload names no content')
        // A picture that cannot be drawn stays evidence; whoever looks at it is told.
        await drawCopiesOf(keeper, services, contentHash)
      },
    },
    {
      name: 'evidence.purge',
      timetable: '17 * * * *',
      run: async (services) => {
        await purgeEvidence(keeper, services)
      },
    },
  ]
  return {
    contract: evidenceContract,
    migrations: evidenceMigrations,
    routes: [
      openBeginUpload(keeper),
      readUpload,
      openReceiveChunk(keeper),
      abandonUpload,
      readOfRecord,
      readItem,
      discardItem,
      openReadCopy(keeper),
      openReadOriginal(keeper),
      readClaim,
    ],
    listeners: [],
    jobs,
    law: evidenceLaw,
    keepEvidence: openKeepEvidence(keeper),
    thumbnailOf: openThumbnailOf(keeper),
    readLikeness: (services, hash) => drawCopiesOf(keeper, services, hash),
    stock: openStock(keeper),
    verifyEvidence: (services) => verifyEvidence(keeper, services),
  }
}
