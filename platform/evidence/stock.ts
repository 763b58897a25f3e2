import { randomUUIDv7 } from 'node:crypto'
import { asWritten } from '../../kernel/law.ts'
import type { Tx } from '../database/transaction.ts'
import { claimContent } from './contentRecords.ts'
import { drawJob } from './drawJob.ts'
import { inspect, type Findings } from './inspect.ts'
import { insertItem } from './itemRecords.ts'
import type { Keeper } from './keeper.ts'
import { cleanName, isDrawable } from './kinds.ts'
import { sizeLimitBytes } from './law.ts'
import { writeWorkFile } from './workFiles.ts'

/** A file whose bytes are kept and which is nobody's evidence yet. */
export type LaidFile = { readonly hash: string; readonly sizeBytes: number; readonly found: Findings; readonly storedIn: string }

export type EvidenceStock = {
  /** Judges bytes like an upload and keeps them. Throws where an upload would be refused: the product brings them itself. */
  readonly lay: (bytes: Uint8Array) => Promise<LaidFile>
  /** Makes a piece of evidence of a laid file, in the transaction of the deed it belongs to; answers its id. It must be attached there. */
  readonly take: (tx: Tx, file: LaidFile, as: { readonly name: string; readonly takenAt: string }) => Promise<string>
}

/**
 * Evidence for a history that the product itself writes (the sample), where four transactions a photo would be most of the
 * time. Bytes come first and rows after: a crash between leaves bytes that no row names, and the next start, which draws the
 * same pictures, lays the same bytes under the same hash.
 */
export const openStock = (keeper: Keeper): EvidenceStock => {
  const [store] = keeper.stores
  const lay = async (bytes: Uint8Array): Promise<LaidFile> => {
    const once = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes
    }
    const file = await writeWorkFile(store.workFolder, once(), sizeLimitBytes(null, asWritten))
    const found = await inspect(file, asWritten)
    if (!found.ok) throw new Error(`a file of the product's own is no evidence: ${found.refusal.code}`)
    await store.keep(file.hash, file.path)
    return { hash: file.hash, sizeBytes: file.sizeBytes, found: found.value, storedIn: store.name }
  }
  const take: EvidenceStock['take'] = async (tx, { hash, sizeBytes, found, storedIn }, { name, takenAt }) => {
    if (tx.actor.kind !== 'person') throw new TypeError('evidence of a deed is brought by a person')
    const id = randomUUIDv7()
    const { kind, mediaType } = found.type
    const { widthPx, heightPx, blanks, claim } = found
    const { regionCode, organisationId, personId } = tx.actor
    await claimContent(tx, { hash, sizeBytes, kind, mediaType, widthPx, heightPx, blanks, storedIn })
    const item = { id, contentHash: hash, kind, mediaType, sizeBytes, name: cleanName(name), takenAt, claim }
    await insertItem(tx, { ...item, recordedRegion: regionCode, uploadedBy: personId })
    tx.audit({
      action: 'evidence.add',
      record: { kind: 'evidence', id },
      regionCode,
      organisationId,
      after: { contentHash: hash, sizeBytes, mediaType },
    })
    if (isDrawable(mediaType)) tx.enqueue({ job: drawJob, payload: { contentHash: hash }, key: hash })
    return id
  }
  return { lay, take }
}
