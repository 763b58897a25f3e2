import { pipeline, type Readable } from 'node:stream'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import type { BytesAnswer } from '../http/handler.ts'
import { blanking, type Blank } from './blanks.ts'
import { parseRange } from './range.ts'
import type { ContentName, EvidenceStore } from './store.ts'

export type Sending = {
  readonly store: EvidenceStore
  readonly name: ContentName
  readonly sizeBytes: number
  readonly mediaType: string
  /** Strong: these bytes and no others. */
  readonly tag: string
  /** Saved under this name; shown in the page without one. */
  readonly fileName?: string
  readonly blanks?: readonly Blank[]
}

/** Answers with a kept file, or with the part a player asks for (RFC 9110, 14). */
export const sendFile = async (
  { store, name, sizeBytes, mediaType, tag, fileName, blanks = [] }: Sending,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Result<BytesAnswer>> => {
  // A part of what has changed meanwhile would not fit the parts that are there already.
  const sameAsBefore = headers['if-range'] === undefined || headers['if-range'] === `"${tag}"`
  const range = sameAsBefore ? parseRange(headers['range'], sizeBytes) : 'whole'
  if (range === 'unsatisfiable') return refuse('RANGE_UNSATISFIABLE', { sizeBytes })
  const part = range === 'whole' ? undefined : range
  const stream = withBlanks(await store.open(name, part), blanks, part?.first ?? 0)
  return ok({
    stream,
    mediaType,
    tag,
    lengthBytes: part ? part.last - part.first + 1 : sizeBytes,
    ...(fileName !== undefined && { fileName }),
    status: part ? 206 : 200,
    headers: {
      'accept-ranges': 'bytes',
      ...(part && { 'content-range': `bytes ${part.first}-${part.last}/${sizeBytes}` }),
    },
  })
}

const withBlanks = (bytes: Readable, blanks: readonly Blank[], firstByte: number): Readable => {
  if (blanks.length === 0) return bytes
  return pipeline(bytes, blanking(blanks, firstByte), () => {
    // Whoever reads the end of the pipe sees its error; the pipeline closes both ends.
  })
}
