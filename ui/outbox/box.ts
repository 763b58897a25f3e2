import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { Draft, Item, ItemState, KeptFile, Owner, Sent } from './records.ts'

interface Schema extends DBSchema {
  items: { key: string; value: Item; indexes: { place: number } }
  files: { key: string; value: KeptFile; indexes: { holder: string } }
  drafts: { key: string; value: Draft }
  sent: { key: string; value: Sent }
  /** What was taken along to work without signal, by a name and its owner. */
  packs: { key: string; value: unknown }
}

type Store = 'items' | 'files' | 'drafts' | 'sent' | 'packs'

/** Everything a phone keeps for its people. */
export type Box = Awaited<ReturnType<typeof openBox>>

/** A thing that is put into the outbox. */
export type NewItem = Omit<Item, 'place' | 'attempts' | 'state' | 'sizeBytes'>

/** For how many things sent before the phone keeps the receipt, for the tally of the day. */
const sentKept = 200

const own = (owner: Owner) => (thing: Owner) => thing.personId === owner.personId && thing.postId === owner.postId

const open = (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('items', { keyPath: 'id' }).createIndex('place', 'place')
      database.createObjectStore('files', { keyPath: 'id' }).createIndex('holder', 'holder')
      database.createObjectStore('drafts', { keyPath: 'id' })
      database.createObjectStore('sent', { keyPath: 'id' })
      database.createObjectStore('packs')
    },
  })

/**
 * Opens what the phone keeps (IndexedDB). Every write is one transaction that is on the disk when it resolves
 * (`durability: strict`): a phone that dies the moment after loses nothing that was called saved.
 */
export const openBox = async (name = 'anlan.pocket') => {
  const database = await open(name)

  const write = async <Names extends Store, Value>(
    stores: Names[],
    work: (tx: IDBPTransaction<Schema, Names[], 'readwrite'>) => Promise<Value>,
  ): Promise<Value> => {
    const tx = database.transaction(stores, 'readwrite', { durability: 'strict' })
    const value = await work(tx)
    await tx.done
    return value
  }

  const changeItem = (id: string, change: (item: Item) => Item): Promise<void> =>
    write(['items'], async (tx) => {
      const item = await tx.objectStore('items').get(id)
      if (item) await tx.objectStore('items').put(change(item))
    })

  return {
    close: () => database.close(),

    /** Drafts of the person in the post, last saved first. */
    drafts: async (owner: Owner): Promise<readonly Draft[]> =>
      (await database.getAll('drafts')).filter(own(owner)).toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1)),
    draft: (id: string) => database.get('drafts', id),
    saveDraft: (draft: Draft): Promise<void> => write(['drafts'], async (tx) => void (await tx.objectStore('drafts').put(draft))),
    /** Throws a draft away with its photos. */
    dropDraft: (id: string): Promise<void> =>
      write(['drafts', 'files'], async (tx) => {
        await tx.objectStore('drafts').delete(id)
        for (const key of await tx.objectStore('files').index('holder').getAllKeys(id)) await tx.objectStore('files').delete(key)
      }),

    files: (holder: string) => database.getAllFromIndex('files', 'holder', holder),
    file: (id: string) => database.get('files', id),
    saveFile: (file: KeptFile): Promise<void> => write(['files'], async (tx) => void (await tx.objectStore('files').put(file))),
    dropFile: (id: string): Promise<void> => write(['files'], (tx) => tx.objectStore('files').delete(id)),
    changeFile: (id: string, change: Partial<Pick<KeptFile, 'uploadId' | 'evidenceId'>>): Promise<void> =>
      write(['files'], async (tx) => {
        const file = await tx.objectStore('files').get(id)
        if (file) await tx.objectStore('files').put({ ...file, ...change })
      }),

    /** Everything not yet on the server, of whomever, in the order of sending. */
    items: () => database.getAllFromIndex('items', 'place'),
    /** Puts a thing done into the outbox; its draft ends in the same transaction and its photos go with it. */
    putItem: (item: NewItem): Promise<Item> =>
      write(['items', 'files', 'drafts'], async (tx) => {
        const last = await tx.objectStore('items').index('place').openCursor(null, 'prev')
        let sizeBytes = JSON.stringify(item.content).length
        for (const id of item.files) {
          const file = await tx.objectStore('files').get(id)
          if (!file) throw new Error(`the photo ${id} is not on the phone`)
          sizeBytes += file.blob.size
          await tx.objectStore('files').put({ ...file, holder: item.id })
        }
        if (item.draft) {
          // Photos of the draft that the record does not name would stay for ever.
          for (const key of await tx.objectStore('files').index('holder').getAllKeys(item.draft.id))
            await tx.objectStore('files').delete(key)
          await tx.objectStore('drafts').delete(item.draft.id)
        }
        const put: Item = { ...item, sizeBytes, place: (last?.value.place ?? 0) + 1, attempts: 0, state: { phase: 'waiting' } }
        await tx.objectStore('items').add(put)
        return put
      }),
    countAttempt: (id: string): Promise<void> => changeItem(id, (item) => ({ ...item, attempts: item.attempts + 1 })),
    setState: (id: string, state: ItemState): Promise<void> => changeItem(id, (item) => ({ ...item, state })),
    /** Evidence that the server has cleared away is sent again. */
    forgetUploads: (id: string): Promise<void> =>
      write(['files'], async (tx) => {
        for (const file of await tx.objectStore('files').index('holder').getAll(id))
          await tx.objectStore('files').put({ ...file, uploadKey: crypto.randomUUID(), uploadId: null, evidenceId: null })
      }),
    /** The server has it: the thing and its photos leave the phone, its receipt stays. */
    settle: ({ id, personId, postId, title }: Item, receipt: Pick<Sent, 'sentAt' | 'receivedAt'>): Promise<void> =>
      write(['items', 'files', 'sent'], async (tx) => {
        await tx.objectStore('items').delete(id)
        for (const key of await tx.objectStore('files').index('holder').getAllKeys(id)) await tx.objectStore('files').delete(key)
        await tx.objectStore('sent').put({ id, personId, postId, title, ...receipt })
        const receipts = (await tx.objectStore('sent').getAll()).toSorted((one, other) => (one.sentAt < other.sentAt ? 1 : -1))
        for (const old of receipts.slice(sentKept)) await tx.objectStore('sent').delete(old.id)
      }),
    /** Given up by its person: it leaves the phone unsent. */
    dropItem: (id: string): Promise<void> =>
      write(['items', 'files'], async (tx) => {
        await tx.objectStore('items').delete(id)
        for (const key of await tx.objectStore('files').index('holder').getAllKeys(id)) await tx.objectStore('files').delete(key)
      }),
    /** A refused thing becomes the draft again that it was made from, with its photos; answers where it is filled in. */
    reopen: (id: string): Promise<string | null> =>
      write(['items', 'files', 'drafts'], async (tx) => {
        const item = await tx.objectStore('items').get(id)
        if (!item?.draft) return null
        await tx.objectStore('drafts').put(item.draft)
        for (const file of await tx.objectStore('files').index('holder').getAll(id))
          await tx.objectStore('files').put({ ...file, holder: item.draft.id })
        await tx.objectStore('items').delete(id)
        return item.draft.address
      }),

    /** Things of the person that the server has, the last first. */
    sent: async (owner: Owner): Promise<readonly Sent[]> =>
      (await database.getAll('sent')).filter(own(owner)).toSorted((one, other) => (one.sentAt < other.sentAt ? 1 : -1)),

    pack: (key: string): Promise<unknown> => database.get('packs', key),
    savePack: (key: string, pack: unknown): Promise<void> =>
      write(['packs'], async (tx) => void (await tx.objectStore('packs').put(pack, key))),
    /** What was taken along is thrown away at the sign-out; what is not sent yet never is. */
    dropPacks: (personId: string): Promise<void> =>
      write(['packs'], async (tx) => {
        for (const key of await tx.objectStore('packs').getAllKeys()) if (key.includes(personId)) await tx.objectStore('packs').delete(key)
      }),
  }
}
