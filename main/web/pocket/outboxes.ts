import { ownRoutes } from '../../../contexts/identity/contract/index.ts'
import { evidenceRoutes } from '../../../platform/evidence/contract.ts'
import { call } from '../../../ui/api.ts'
import { uploadEvidence } from '../../../ui/evidence/upload.ts'
import { keep, recall } from '../../../ui/keep.ts'
import { openBox, type Box } from '../../../ui/outbox/box.ts'
import type { Pocket } from '../../../ui/outbox/context.ts'
import { createOutbox, type OutboxWorld } from '../../../ui/outbox/engine.ts'
import type { Owner } from '../../../ui/outbox/records.ts'
import type { WebRoom } from '../../../ui/room.ts'
import { serverNow } from '../../../ui/serverClock.ts'

let opened: Promise<Box> | null = null
const box = (): Promise<Box> => {
  opened ??= openBox()
  return opened
}

/** One outbox for a person and a post in this page. */
const pockets = new Map<string, Promise<Pocket>>()
const tabs = new BroadcastChannel('anlan.outbox')

/** A photo's chunks are tried twice; what then fails is the outbox's to try again. */
const attempts = 2

const worldFor = (rooms: readonly WebRoom[]): OutboxWorld => ({
  senderOf: async (kind) => {
    for (const { senders } of rooms) {
      const load = senders?.[kind]
      if (load) return load()
    }
    return undefined
  },
  who: async (signal) => {
    const { person, post } = await call(ownRoutes.me, {}, { signal })
    return { personId: person.id, postId: post.id }
  },
  begin: async ({ name, blob, takenAt, uploadKey }, signal) => {
    const body = { name, sizeBytes: blob.size, takenAt }
    return (await call(evidenceRoutes.beginUpload, { body }, { key: uploadKey, signal })).uploadId
  },
  upload: ({ blob, name, takenAt }, uploadId, { progress, signal }) =>
    uploadEvidence(new File([blob], name, { type: blob.type }), {
      uploadId,
      takenAt,
      attempts,
      signal,
      onProgress: ({ sentBytes }) => progress(sentBytes),
    }),
  alone: async (work) => {
    // Without locks (an old browser) the key of each thing still makes it one on the server.
    if (!('locks' in navigator)) {
      await work()
      return true
    }
    return navigator.locks.request('anlan.outbox', { ifAvailable: true }, async (lock) => {
      if (lock === null) return false
      await work()
      return true
    })
  },
  now: serverNow,
  random: () => Math.random(),
  later: (deed, milliseconds) => {
    const timer = setTimeout(deed, milliseconds)
    return () => clearTimeout(timer)
  },
  changed: () => tabs.postMessage('changed'),
})

const open = async (owner: Owner, rooms: readonly WebRoom[]): Promise<Pocket> => {
  const held = await box()
  const outbox = createOutbox(held, owner, worldFor(rooms), recall('outboxPaused') === 'yes')
  tabs.addEventListener('message', () => void outbox.refresh())
  window.addEventListener('online', () => void outbox.drain())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.drain()
  })
  await outbox.refresh()
  void outbox.drain()
  return { owner, box: held, outbox }
}

/** What the phone keeps for a person in a post; it begins to send at once. */
export const pocketOf = (owner: Owner, rooms: readonly WebRoom[]): Promise<Pocket> => {
  const key = `${owner.personId} ${owner.postId}`
  for (const [other, pocket] of pockets) {
    if (other === key) continue
    void pocket.then(({ outbox }) => outbox.stop())
    pockets.delete(other)
  }
  const pocket = pockets.get(key) ?? open(owner, rooms)
  pockets.set(key, pocket)
  return pocket
}

/** How many things of a person, in whatever post, are on this phone and not on the server. */
export const unsentOf = async (personId: string): Promise<number> => {
  const held = await box()
  return (await held.items()).filter((item) => item.personId === personId).length
}

/** At the sign-out: what was taken along leaves the phone, what is not sent stays. */
export const forgetPacks = async (personId: string): Promise<void> => {
  const held = await box()
  await held.dropPacks(personId)
}

/** Whether sending was paused on this phone; it stays so over a restart. */
export const keepPaused = (paused: boolean): void => keep('outboxPaused', paused ? 'yes' : null)
