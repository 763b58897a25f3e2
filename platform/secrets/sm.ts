import { createCipheriv, createHmac, hash, type CipherGCMTypes } from 'node:crypto'

/** SM3 (GB/T 32905) of bytes, or of text as UTF-8; 64 hex digits. */
export const sm3Hex = (data: string | Uint8Array): string => hash('sm3', data, 'hex')

/** HMAC (GB/T 15852.2) with SM3; 64 hex digits. */
export const hmacSm3Hex = (key: Uint8Array, data: string | Uint8Array): string => createHmac('sm3', key).update(data).digest('hex')

const blockBytes = 16

/**
 * SM4 (GB/T 32907) block by block, without padding, to be compared with published vectors. Equal blocks stay equal,
 * so nothing of the product is sealed this way: see `sealing.ts`.
 * @throws RangeError where the key has not 16 bytes or the text is no whole number of blocks
 */
export const sm4EcbEncryptHex = (key: Uint8Array, plain: Uint8Array): string => {
  if (key.length !== blockBytes) throw new RangeError(`An SM4 key has ${blockBytes} bytes, not ${key.length}`)
  if (plain.length % blockBytes !== 0) throw new RangeError(`SM4 without padding takes whole blocks of ${blockBytes} bytes`)
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  return cipher.update(plain, undefined, 'hex') + cipher.final('hex')
}

// Node's types list the GCM of AES alone.
const gcm = 'sm4-gcm' as string as CipherGCMTypes

/**
 * SM4-GCM with a nonce that is given, to be compared with published vectors. A nonce used twice breaks the seal, so
 * the product never chooses one here: see `sealing.ts`.
 */
export const sm4GcmEncryptHex = (
  key: Uint8Array,
  nonce: Uint8Array,
  bound: Uint8Array,
  plain: Uint8Array,
): { readonly hex: string; readonly tag: string } => {
  const cipher = createCipheriv(gcm, key, nonce, { authTagLength: blockBytes })
  cipher.setAAD(bound)
  const hex = cipher.update(plain, undefined, 'hex') + cipher.final('hex')
  return { hex, tag: cipher.getAuthTag().toString('hex') }
}
