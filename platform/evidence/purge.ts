import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services, type Tx } from '../database/transaction.ts'
import { deleteContent, isWanted, keepWanted, lockReleased, releaseContent, releasedContents } from './contentRecords.ts'
import { deleteUnattached, emptyItems, lockDueItems, lockForgottenItems, type ItemRow } from './itemRecords.ts'
import type { Keeper } from './keeper.ts'
import { copySizes } from './kinds.ts'
import { evidenceLimits } from './law.ts'
import { storeNamed, type ContentHash } from './store.ts'
import { deleteUpload, lockExpired } from './uploadRecords.ts'

const purger = systemActor('evidence.purge')

/** So many at once, that no transaction is long. */
const batch = 200

/**
 * A file goes an hour after the last thing let go of it: by then every node of a cluster sees whatever has begun to
 * refer to it again.
 */
const restMinutes = 60

/** What a run has taken away. */
export type Purged = { readonly uploads: number; readonly forgotten: number; readonly due: number; readonly contents: number }

/**
 * Takes away what is past: uploads nobody finished, items nobody attached, evidence whose time of keeping is over, and
 * then the files that nothing refers to any more. Never earlier than the rule says, and each item is on the record.
 */
export const purgeEvidence = async (keeper: Keeper, services: Services): Promise<Purged> => {
  const purged = {
    uploads: await untilNone((tx) => purgeUploads(keeper, tx), services),
    forgotten: await untilNone(purgeForgotten, services),
    due: await untilNone(purgeDue, services),
    contents: await purgeContents(keeper, services),
  }
  for (const store of keeper.stores) await store.clearWork()
  return purged
}

const untilNone = async (some: (tx: Tx) => Promise<number>, services: Services): Promise<number> => {
  for (let sum = 0; ;) {
    const done = await transact(services, { actor: purger }, async (tx) => ok(await some(tx)))
    if (!done.ok || done.value === 0) return sum
    sum += done.value
  }
}

const purgeUploads = async (keeper: Keeper, tx: Tx): Promise<number> => {
  // Few at a time: the chunks are taken away while the rows are held, so that no chunk can come meanwhile.
  const expired = await lockExpired(tx, 20)
  for (const { id, contentHash, evidenceId } of expired) {
    // Begun, perhaps, before new evidence went to another store.
    for (const store of keeper.stores) await store.dropUpload(id)
    await deleteUpload(tx, id)
    if (contentHash !== null && evidenceId === null) await releaseContent(tx, contentHash)
  }
  return expired.length
}

const purgeForgotten = async (tx: Tx): Promise<number> => {
  const before = tx.now.subtract({ hours: 24 * evidenceLimits.unattachedDays.value })
  const items = await lockForgottenItems(tx, before.toString({ smallestUnit: 'millisecond' }), batch)
  if (items.length === 0) return 0
  await deleteUnattached(
    tx,
    items.map(({ id }) => id),
  )
  await letGo(tx, items, evidenceLimits.unattachedDays.key)
  return items.length
}

const purgeDue = async (tx: Tx): Promise<number> => {
  const items = await lockDueItems(tx, batch)
  if (items.length === 0) return 0
  await emptyItems(
    tx,
    items.map(({ id }) => id),
  )
  await letGo(tx, items, null)
  return items.length
}

const letGo = async (tx: Tx, items: readonly ItemRow[], rule: string | null): Promise<void> => {
  // In one order, or two runs could wait for each other.
  for (const hash of [...new Set(items.map(({ contentHash }) => contentHash))].toSorted()) await releaseContent(tx, hash)
  for (const item of items)
    tx.audit({
      action: 'evidence.purge',
      record: { kind: 'evidence', id: item.id },
      regionCode: item.regionCode ?? item.recordedRegion,
      organisationId: item.organisationId,
      before: { contentHash: item.contentHash, sizeBytes: item.sizeBytes, keepUntil: item.keepUntil },
      after: { rule: rule ?? item.retentionRule },
    })
}

const purgeContents = async (keeper: Keeper, services: Services): Promise<number> => {
  const before = services.clock().subtract({ minutes: restMinutes }).toString({ smallestUnit: 'millisecond' })
  let sum = 0
  for (;;) {
    const hashes = await transact(services, { actor: purger, readOnly: true }, async (tx) => ok(await releasedContents(tx, before, batch)))
    if (!hashes.ok || hashes.value.length === 0) return sum
    let moved = 0
    for (const hash of hashes.value) {
      const outcome = await transact(services, { actor: purger }, async (tx) => ok(await removeUnlessWanted(keeper, tx, hash, before)))
      if (!outcome.ok || outcome.value === 'heldElsewhere') continue
      moved += 1
      if (outcome.value === 'removed') sum += 1
    }
    if (moved === 0) return sum
  }
}

/**
 * The row is held from the question to the end: whoever wants this content meanwhile waits in claimContent, finds no
 * row, and keeps the bytes anew. If the power fails in between, the row stands and the next run does it again.
 */
const removeUnlessWanted = async (
  keeper: Keeper,
  tx: Tx,
  hash: ContentHash,
  before: string,
): Promise<'removed' | 'wanted' | 'heldElsewhere'> => {
  const released = await lockReleased(tx, hash, before)
  if (!released) return 'heldElsewhere'
  if (await isWanted(tx, hash)) {
    await keepWanted(tx, hash)
    return 'wanted'
  }
  const store = storeNamed(keeper.stores, released.storedIn)
  for (const size of copySizes) await store.remove(`${hash}.${size}`)
  await store.remove(hash)
  await deleteContent(tx, hash)
  tx.audit({
    action: 'evidence.purge',
    record: { kind: 'evidenceContent', id: hash },
    regionCode: '',
    before: { storedIn: released.storedIn },
    after: null,
  })
  return 'removed'
}
