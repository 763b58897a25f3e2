import type { Readable } from 'node:stream'
import type { ByteRange } from './range.ts'

/** SM3 of the bytes, 64 small hex digits: the address of what is kept. */
export type ContentHash = string

/** An original by its hash, or, with `.` and a CopySize after it, a copy that was drawn from it. */
export type ContentName = string

/** What came of one chunk: its bytes are on disk or in the bucket when this is answered. */
export type Staged = {
  /** The name it is found by until the upload ends. */
  readonly stagedAs: string
  readonly sizeBytes: number
  /** More came than was allowed; nothing was staged. */
  readonly tooMuch: boolean
}

/**
 * Where the bytes lie: on disk, or in an S3-compatible bucket. What it has answered survives the loss of power.
 * It knows nothing of records, scopes and times.
 */
export type EvidenceStore = {
  /** Written beside each content, so that after a move to another store the old content is still found. */
  readonly name: string
  /** A folder on this machine where files are put together before they are kept. */
  readonly workFolder: string

  /**
   * Takes a chunk of an upload that begins at a byte. When the sender breaks off, what has come so far is staged.
   * @param bytes read to its end, or to one byte beyond the limit
   */
  stage(uploadId: string, firstByte: number, bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Staged>
  /** Throws ContentMissing where the chunk is gone. */
  readStaged(uploadId: string, stagedAs: string): Promise<Readable>
  dropStaged(uploadId: string, stagedAs: string): Promise<void>
  /** Takes away everything staged for an upload; nothing there is as good. */
  dropUpload(uploadId: string): Promise<void>

  /** Keeps a finished file of the work folder under a name. The file is gone from there afterwards. Repeating is harmless. */
  keep(name: ContentName, file: string): Promise<void>
  /** Throws ContentMissing where nothing is kept under the name. */
  open(name: ContentName, range?: ByteRange): Promise<Readable>
  /** The size in bytes, or null where nothing is kept under the name. */
  sizeOf(name: ContentName): Promise<number | null>
  /** Nothing there is as good. */
  remove(name: ContentName): Promise<void>

  /** Bytes that can still be taken, or null where that is not known. */
  freeBytes(): Promise<number | null>
  /** Clears away what work cut short has left on this machine, if it is older than a day. */
  clearWork(): Promise<void>
}

/** A row says that a file or a chunk is kept and it is not there: damage, never a refusal. */
export class ContentMissing extends Error {
  readonly contentName: string
  constructor(contentName: string, options?: ErrorOptions) {
    super(`the evidence store has no content ${contentName}`, options)
    this.contentName = contentName
  }
}

/** Stores in the order of use: new content goes to the first; the others are those it was kept in before. */
export type EvidenceStores = readonly [EvidenceStore, ...EvidenceStore[]]

/** The store a content row names. One that is no longer configured is a fault of the configuration. */
export const storeNamed = (stores: EvidenceStores, name: string): EvidenceStore => {
  const found = stores.find((store) => store.name === name)
  if (!found) throw new Error(`evidence lies in the store "${name}", which is not configured`)
  return found
}
