import type { Kysely } from 'kysely'

/** A text to be sealed under the key of one person. */
export type ForPerson = { readonly personId: string; readonly plain: string }

/** A text that was sealed under the key of one person. */
export type SealedForPerson = { readonly personId: string; readonly sealed: string }

/**
 * What the product keeps secret at rest. One master key lies in a file of the data folder (mode 0600);
 * every other key is wrapped by it or derived from it.
 */
export type Secrets = {
  /** SM4-GCM under a key of the master key; base64 text of version, nonce, ciphertext and tag. */
  seal(plain: string): string
  /** Throws when the text was not sealed by this master key, or was changed. */
  open(sealed: string): string
  /**
   * HMAC-SM3 of a normalised value under a key of its own purpose, 64 hexadecimal digits,
   * so that an encrypted number can be found again.
   */
  blindIndex(purpose: string, value: string): string
  /**
   * Seals under the key of one person, which is made at the first use.
   * After the key was destroyed the text is sealed under a key that is thrown away at once: nobody opens it.
   */
  sealFor(trx: Kysely<unknown>, personId: string, plain: string): Promise<string>
  /** The plain text, or null once the person's key was destroyed. */
  openFor(trx: Kysely<unknown>, personId: string, sealed: string): Promise<string | null>
  /** `sealFor` for many at once, in their order: one round trip, three where keys are made. */
  sealAllFor(trx: Kysely<unknown>, texts: readonly ForPerson[]): Promise<string[]>
  /** `openFor` for many at once, in their order: one round trip for a whole page of a list. */
  openAllFor(trx: Kysely<unknown>, texts: readonly SealedForPerson[]): Promise<(string | null)[]>
  /** Makes everything sealed for the person unreadable for ever; the audit chain stays whole. */
  destroyKeyOf(trx: Kysely<unknown>, personId: string): Promise<void>
}
