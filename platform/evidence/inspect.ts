import { limitOf, type Tightened } from '../../kernel/law.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { BoxFault, findTelling, type Blank, type Telling } from './blanks.ts'
import type { ExifClaim } from './contract.ts'
import { readHead } from './drawing.ts'
import { readExif } from './exif.ts'
import { acceptedExtensions, isDrawable, type Accepted } from './kinds.ts'
import { evidenceLimits, sizeLimitBytes } from './law.ts'
import { sniff } from './sniff.ts'
import type { WorkFile } from './workFiles.ts'

/** What a file is found to be, whatever its name and sender say. */
export type Findings = {
  readonly type: Accepted
  readonly widthPx: number | null
  readonly heightPx: number | null
  readonly claim: ExifClaim
  readonly blanks: readonly Blank[] | null
}

/** Judges a whole file: may it be evidence, and what does it say of itself? Nothing in it is run, drawn or unpacked. */
export const inspect = async (file: WorkFile, tightened: Tightened): Promise<Result<Findings>> => {
  const type = await sniff(file.path)
  if ('found' in type) return refuse('EVIDENCE_TYPE_REFUSED', { found: type.found, extensions: acceptedExtensions })
  const { kind, mediaType } = type.accepted
  const limitBytes = sizeLimitBytes(kind, tightened)
  if (file.sizeBytes > limitBytes) return refuse('EVIDENCE_TOO_LARGE', { kind, sizeBytes: file.sizeBytes, limitBytes })
  if (isDrawable(mediaType)) return inspectPhoto(file, type.accepted, tightened)
  const telling = isBoxed(mediaType) ? await tellingOf(file.path) : { blanks: [], exif: undefined }
  return ok({
    type: type.accepted,
    widthPx: null,
    heightPx: null,
    claim: await readExif(telling?.exif),
    blanks: telling?.blanks ?? null,
  })
}

/** Built of boxes (ISO/IEC 14496-12). */
const isBoxed = (mediaType: string): boolean =>
  ['image/heic', 'image/heif', 'video/mp4', 'video/quicktime', 'video/3gpp', 'audio/mp4'].includes(mediaType)

const inspectPhoto = async (file: WorkFile, type: Accepted, tightened: Tightened): Promise<Result<Findings>> => {
  const head = await readHead(file.path)
  if (!head) return refuse('EVIDENCE_UNREADABLE', { mediaType: type.mediaType })
  const { widthPx, heightPx, exif } = head
  const limitMegapixels = limitOf<number>(evidenceLimits.pixels, tightened)
  if (widthPx * heightPx > limitMegapixels * 1e6) return refuse('PHOTO_TOO_LARGE', { widthPx, heightPx, limitMegapixels })
  return ok({ type, widthPx, heightPx, claim: await readExif(exif), blanks: [] })
}

/** A recording cut short is evidence too; where it tells place and device cannot be said, so only its original is served. */
const tellingOf = async (path: string): Promise<Telling | null> => {
  try {
    return await findTelling(path)
  } catch (error) {
    if (error instanceof BoxFault) return null
    throw error
  }
}
