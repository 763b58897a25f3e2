import type { Encoding } from './sheet.ts'

/** Signs of the basic plane to their bytes; the first 128 are themselves. Zero where there is none. */
let table: Uint32Array | null = null

/**
 * Makes the table from the decoder by which the same texts are read, so that both agree (GB 18030, as the Encoding Standard
 * has it): 23,940 pairs and 39,420 fours. Takes 20 ms once.
 */
const tableOf = (): Uint32Array => {
  const made = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const four = Buffer.alloc(4)
  for (let rank = 0; rank < 39_420; rank += 1) {
    four[3] = 0x30 + (rank % 10)
    four[2] = 0x81 + (Math.floor(rank / 10) % 126)
    four[1] = 0x30 + (Math.floor(rank / 1_260) % 10)
    four[0] = 0x81 + Math.floor(rank / 12_600)
    const text = decoder.decode(four)
    if (text.length === 1 && text !== '\ufffd') made[text.charCodeAt(0)] = four.readUInt32BE()
  }
  // The decoder gives this sign for what it cannot read; these are its own bytes.
  made[0xfffd] = 0x8431a437
  const two = Buffer.alloc(2)
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      two[0] = lead
      two[1] = trail
      const text = decoder.decode(two)
      if (text.length === 1 && text !== '\ufffd') made[text.charCodeAt(0)] = two.readUInt16BE()
    }
  }
  return made
}

/** A text in GB18030, which has every sign of Unicode but a few of private use; what it has not and half a surrogate pair become a question mark. */
export const toGb18030 = (text: string): Buffer => {
  table ??= tableOf()
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let at = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes[at++] = unit
    else if (unit >= 0xd800 && unit <= 0xdfff) {
      const sign = text.codePointAt(i)!
      if (sign < 0x10000) {
        bytes[at++] = 0x3f
        continue
      }
      // The fours from 0x90308130 on are the planes above in their order.
      const rank = sign - 0x10000 + 189_000
      bytes[at++] = 0x81 + Math.floor(rank / 12_600)
      bytes[at++] = 0x30 + (Math.floor(rank / 1_260) % 10)
      bytes[at++] = 0x81 + (Math.floor(rank / 10) % 126)
      bytes[at++] = 0x30 + (rank % 10)
      i += 1
    } else {
      const code = table[unit]!
      if (code > 0xffff) at = bytes.writeUInt32BE(code, at)
      else if (code > 0) at = bytes.writeUInt16BE(code, at)
      else bytes[at++] = 0x3f
    }
  }
  return bytes.subarray(0, at)
}

/** A text in an encoding of .csv, without a mark. */
export const encoded = (text: string, encoding: Encoding): Buffer => (encoding === 'utf-8' ? Buffer.from(text) : toGb18030(text))
