import type { Kysely } from 'kysely'

/**
 * What the product keeps secret at rest. One master key lies in a file of the data folder (mode 0600);
 * every other key is wrapped by it or derived from it.
 */
export type Secrets = {
  /** SM4-GCM under the master key; base64 text of nonce, ciphertext and tag. */
  seal(plain: string): string
  /** Throws when the text was not sealed by this master key, or was changed. */
  open(sealed: string): string
  /** HMAC-SM3 of a normalised value under a key of its own purpose, so that an encrypted number can be found again. */
  blindIndex(purpose: string, value: string): string
  /** Seals under the key of one person, which is made at the first use. */
  sealFor(trx: Kysely<unknown>, personId: string, plain: string): Promise<string>
  /** The plain text, or null once the person's key was destroyed. */
  openFor(trx: Kysely<unknown>, personId: string, sealed: string): Promise<string | null>
  /** Makes everything sealed for the person unreadable for ever; the audit chain stays whole. */
  destroyKeyOf(trx: Kysely<unknown>, personId: string): Promise<void>
}
