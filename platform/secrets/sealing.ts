import { createCipheriv, createDecipheriv, randomBytes, type CipherGCMTypes } from 'node:crypto'

/** SM4 (GB/T 32907) has keys of 128 bits. */
export const sealingKeyBytes = 16

// Node's types list the GCM of AES alone.
const cipherName = 'sm4-gcm' as string as CipherGCMTypes
const version = 1
// Random nonces of 96 bits: one key may seal 2^32 texts before two of the same become likely enough to matter.
// Personal values have a key a person, and the key of `seal` serves kept answers, thousands a day.
const nonceBytes = 12
const tagBytes = 16

/** What is sealed was changed, or was sealed under another key. Carries no part of the text. */
export class SealBroken extends Error {}

/**
 * SM4-GCM, as base64 text of one byte of version, nonce, ciphertext and tag.
 * @param bound what the text belongs to. It opens with the same alone, so a sealed text can't be moved elsewhere.
 */
export const sealUnder = (key: Buffer, bound: string | Buffer, plain: string | Buffer): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(bound))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, text, cipher.getAuthTag()]).toString('base64')
}

/** The bytes that `sealUnder` was given. Throws SealBroken. */
export const openUnder = (key: Buffer, bound: string | Buffer, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64')
  // Node skips what is not base64; a sealed text that was touched at all is refused.
  if (bytes.toString('base64') !== sealed) throw new SealBroken('a sealed text is not base64')
  if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) throw new SealBroken('a sealed text has no form that is known')
  const nonce = bytes.subarray(1, 1 + nonceBytes)
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  const text = decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch (cause) {
    throw new SealBroken('a sealed text was changed, or sealed under another key', { cause })
  }
}
