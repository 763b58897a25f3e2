import { createHash } from 'node:crypto'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services } from '../database/transaction.ts'
import { contentOf, contentsAfter } from './contentRecords.ts'
import type { Keeper } from './keeper.ts'
import { ContentMissing, storeNamed, type ContentHash } from './store.ts'

const verifier = systemActor('evidence.verify')

export type Damage = { readonly contentHash: ContentHash; readonly storedIn: string; readonly kind: 'missing' | 'changed' }

export type Verified = { readonly contents: number; readonly bytes: number; readonly damages: readonly Damage[] }

/**
 * Reads every content from its store and compares it with its address, so that damage of a disk or a hand behind the
 * product's back is found before the evidence is needed. Content that is purged meanwhile is no damage.
 */
export const verifyEvidence = async (keeper: Keeper, services: Services): Promise<Verified> => {
  const damages: Damage[] = []
  let contents = 0
  let bytes = 0
  for (let after = ''; ;) {
    const page = await transact(services, { actor: verifier, readOnly: true }, async (tx) => ok(await contentsAfter(tx, after, 500)))
    if (!page.ok || page.value.length === 0) return { contents, bytes, damages }
    for (const { hash, sizeBytes, storedIn } of page.value) {
      const found = await hashIn(keeper, storedIn, hash)
      contents += 1
      bytes += sizeBytes
      if (found !== hash && (await isStillThere(services, hash)))
        damages.push({ contentHash: hash, storedIn, kind: found === null ? 'missing' : 'changed' })
      after = hash
    }
  }
}

const hashIn = async (keeper: Keeper, storedIn: string, name: ContentHash): Promise<string | null> => {
  const hash = createHash('sm3')
  try {
    for await (const piece of await storeNamed(keeper.stores, storedIn).open(name)) hash.update(piece as Buffer)
  } catch (error) {
    if (error instanceof ContentMissing) return null
    throw error
  }
  return hash.digest('hex')
}

const isStillThere = async (services: Services, hash: ContentHash): Promise<boolean> => {
  const content = await transact(services, { actor: verifier, readOnly: true }, async (tx) => ok(await contentOf(tx, hash)))
  return content.ok && content.value !== undefined
}
