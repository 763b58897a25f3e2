import type { Encoding } from './sheet.ts'
import { isUtf8 } from 'node:buffer'
import { fault } from './refusals.ts'

/** Bytes at the end that begin a sign of UTF-8 without ending it, at most three. */
const openEnd = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/**
 * Tells the encoding of a text by all of its bytes: a ledger may have its first Chinese sign far down. What is sound UTF-8 is
 * UTF-8, for Chinese in GB18030 is that by chance only in a few signs; else what is sound GB18030 (GBK and GB2312 are parts of
 * it) is that; else it is refused.
 */
export const tellEncoding = async (chunks: AsyncIterable<Buffer>): Promise<Encoding> => {
  let utf8 = true
  let tail: Buffer = Buffer.alloc(0)
  let gb18030: TextDecoder | null = new TextDecoder('gb18030', { fatal: true })
  for await (const chunk of chunks) {
    if (utf8) {
      const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
      const open = openEnd(whole)
      utf8 = isUtf8(whole.subarray(0, whole.length - open))
      tail = whole.subarray(whole.length - open)
    }
    if (gb18030 !== null) {
      try {
        gb18030.decode(chunk, { stream: true })
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        gb18030 = null
      }
    }
    if (!utf8 && gb18030 === null) break
  }
  if (utf8 && tail.length === 0) return 'utf-8'
  try {
    gb18030?.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    gb18030 = null
  }
  if (gb18030 === null) throw fault('SHEET_ENCODING_UNKNOWN', {})
  return 'gb18030'
}
