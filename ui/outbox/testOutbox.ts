import { RefusalError } from '../api.ts'
import { openBox, type Box } from './box.ts'
import type { OutboxWorld, Sender } from './engine.ts'
import type { KeptFile, Owner } from './records.ts'

export const owner: Owner = { personId: 'shen', postId: 'inspector' }

/** The phone died: nothing of the engine runs on. */
export class Crash extends Error {}

export const refusal = (status: number, code: string, facts: Readonly<Record<string, unknown>> = {}): RefusalError =>
  new RefusalError(status, { code, facts, sentence: { zh: code, en: code } })

export type Fault = (step: string, when: 'before' | 'after') => Error | undefined

/** A server that does each key once, and keeps what it was sent. */
export const newServer = () => {
  const records = new Map<string, { readonly content: unknown; readonly photos: readonly string[] }>()
  const order: string[] = []
  const uploads = new Map<string, string | null>()
  let wholeFiles = 0
  return {
    records,
    order,
    uploads,
    files: () => wholeFiles,
    send: (key: string, content: unknown, photos: readonly string[]): void => {
      if (photos.some((id) => ![...uploads.values()].includes(id))) throw refusal(404, 'RECORD_NOT_FOUND', { kind: 'evidence' })
      if (records.has(key)) return
      records.set(key, { content, photos })
      order.push(key)
    },
    begin: (key: string): string => {
      if (!uploads.has(key)) uploads.set(key, null)
      return key
    },
    finish: (uploadId: string): string => {
      const held = uploads.get(uploadId)
      if (held) return held
      wholeFiles += 1
      const id = `evidence ${wholeFiles}`
      uploads.set(uploadId, id)
      return id
    },
  }
}

export type Server = ReturnType<typeof newServer>

/** What the tests of one file work on; made anew for each test. */
export const stage: { present: Owner; locked: boolean; later: (() => void)[]; box: Box } = {
  present: owner,
  locked: false,
  later: [],
  box: undefined as unknown as Box,
}

export const worldOf = (server: Server, fault: Fault = () => undefined, sender: Partial<Sender> = {}): OutboxWorld => {
  const step = async <Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> => {
    const before = fault(name, 'before')
    if (before) throw before
    const value = await work()
    const after = fault(name, 'after')
    if (after) throw after
    return value
  }
  return {
    senderOf: async (kind) =>
      kind === 'unknown.kind'
        ? undefined
        : {
            send: (item, { key, evidenceOf }) =>
              step('send', () => {
                server.send(key, item.content, item.files.map(evidenceOf))
                return { receivedAt: '2026-11-24T02:00:00.000Z' }
              }),
            ...sender,
          },
    who: () => step('who', () => stage.present),
    begin: ({ uploadKey }) => step('begin', () => server.begin(uploadKey)),
    upload: (_file, uploadId) => step('bytes', () => server.finish(uploadId)),
    alone: async (work) => {
      if (stage.locked) return false
      stage.locked = true
      try {
        await work()
        return true
      } finally {
        stage.locked = false
      }
    },
    now: () => Date.parse('2026-11-24T01:00:00Z'),
    random: () => 0.5,
    later: (deed) => {
      stage.later.push(deed)
      return () => {
        stage.later = stage.later.filter((each) => each !== deed)
      }
    },
    changed: () => undefined,
  }
}

/** The same stage.box, of which each write may be the last one. */
export const mortal = (held: Box, fault: Fault): Box => {
  const deeds = Object.entries(held).map(([name, deed]) => [
    name,
    async (...given: unknown[]) => {
      const before = fault(`box ${name}`, 'before')
      if (before) throw before
      const value: unknown = await (deed as (...given: unknown[]) => unknown)(...given)
      const after = fault(`box ${name}`, 'after')
      if (after) throw after
      return value
    },
  ])
  return Object.fromEntries(deeds) as Box
}

let names = 0
/** Before each test: a box of its own. */
export const begin = async (): Promise<void> => {
  stage.present = owner
  stage.locked = false
  stage.later = []
  names += 1
  stage.box = await openBox(`outbox ${names}`)
}

/** After each test. */
export const end = (): void => stage.box.close()

export const photo = async (id: string, holder: string): Promise<KeptFile> => {
  const file: KeptFile = {
    id,
    personId: owner.personId,
    holder,
    blob: new Blob([id]),
    name: `${id}.jpg`,
    takenAt: '2026-11-24T00:30:00Z',
    fix: null,
    uploadKey: id,
    uploadId: null,
    evidenceId: null,
  }
  await stage.box.saveFile(file)
  return file
}

export const put = async (id: string, photos = 0, more: object = {}): Promise<void> => {
  const files = Array.from({ length: photos }, (_, index) => `${id} photo ${index + 1}`)
  for (const file of files) await photo(file, 'draft')
  await stage.box.putItem({
    ...owner,
    id,
    kind: 'test.visit',
    title: id,
    detail: '',
    content: { id },
    files,
    claimedAt: '2026-11-24T00:31:00Z',
    subjectAddress: null,
    draft: null,
    ...more,
  })
}

export const left = async (): Promise<readonly string[]> => (await stage.box.items()).map(({ id }) => id)
