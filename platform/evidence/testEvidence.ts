import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { systemActor, type Actor, type PersonActor } from '../../kernel/actor.ts'
import type { Route, RouteInput } from '../../kernel/contract.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { auditMigrations } from '../audit/migrations.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/pool.ts'
import { transact, type Services, type Tx } from '../database/transaction.ts'
import type { Ask, BytesAnswer, InTransaction, OutsideTransaction } from '../http/handler.ts'
import { secretsMigrations } from '../secrets/openSecrets.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase } from '../testing/postgres.ts'
import { prepareWorker, workMigrations } from '../work/prepare.ts'
import { attachEvidence, type AttachRequest } from './attachEvidence.ts'
import { evidenceRoutes, type EvidenceView, type UploadView } from './contract.ts'
import { diskStore, evidenceMigrations, openEvidence, type EvidenceOptions, type EvidenceStore } from './room.ts'

type AnswerOf<R extends Route> = Awaited<ReturnType<OutsideTransaction<R>>>

/** The evidence store on a database and a folder of its own, with a clock that the test sets. */
export type TestEvidence = {
  readonly url: string
  readonly folder: string
  readonly services: Services
  readonly store: EvidenceStore
  readonly room: ReturnType<typeof openEvidence>
  /** Sets the clock ahead. */
  later(duration: { days?: number; hours?: number; minutes?: number }): void
  /** Calls a route's use case as the doorway does, after it has judged the action. */
  call<R extends Route>(route: R, actor: Actor, input?: Partial<RouteInput<R>> & CallExtras): Promise<AnswerOf<R>>
  /** Sends a whole file, in one chunk or in several. */
  send(actor: Actor, bytes: Uint8Array, options?: { name?: string; chunkBytes?: number; takenAt?: string }): Promise<Result<UploadView>>
  /** Sends a file that must be taken. */
  add(actor: Actor, bytes: Uint8Array, name?: string): Promise<EvidenceView>
  attach(actor: Actor, request: AttachRequest): Promise<Result<readonly EvidenceView[]>>
  inTx<Value>(actor: Actor, work: (tx: Tx) => Promise<Value>): Promise<Value>
  /** Runs a job of the room now. */
  job(name: string, payload?: Record<string, unknown>): Promise<void>
  /** Asks as the owner. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export type CallExtras = { readonly bytes?: Readable; readonly headers?: Record<string, string> }

/** The database's address of a clone that is there already, and a folder: for a process beside the test. */
export type TestPlace = { readonly url: string; readonly folder: string }

export const openTestEvidence = async (options: Partial<EvidenceOptions> & { readonly at?: TestPlace } = {}): Promise<TestEvidence> => {
  const clone = options.at ? { url: options.at.url, drop: async () => undefined } : await cloneDatabase(await templateOfEvidence())
  const folder = options.at?.folder ?? (await mkdtemp(join(tmpdir(), 'anlan-evidence ')))
  const database = openDatabase(clone.url, {
    onError: (error) => {
      throw error
    },
  })
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z')
  const services: Services = { database, secrets: testSecrets(), clock: () => now }
  const store = options.store ?? diskStore(join(folder, 'evidence'))
  const room = openEvidence({ ...options, store })

  const call: TestEvidence['call'] = async (route, actor, input = {}) => {
    const handler = room.routes.find((each) => each.route === route)
    const { bytes = Readable.from([]), headers = {}, ...parsed } = input
    const request = { requestId: null, address: null, device: null }
    const ask = {
      params: {},
      query: {},
      body: {},
      ...parsed,
      actor,
      request,
      services,
      bytes,
      headers,
      visitor: 'test',
      setCookie: () => undefined,
    }
    const by = { actor, readOnly: route.method === 'GET' }
    // The doorway's own erasure of types: a handler is found by its route.
    const inTransaction = handler?.inTransaction as InTransaction<Route> | undefined
    const result = inTransaction
      ? await transact(services, by, (tx) => inTransaction(tx, ask as Ask<Route>))
      : await handler!.outsideTransaction!(ask as Ask<Route>)
    return result as AnswerOf<typeof route>
  }

  const send: TestEvidence['send'] = async (actor, bytes, { name = 'photo.jpg', chunkBytes = 8 * 1024 ** 2, takenAt } = {}) => {
    const begun = await call(evidenceRoutes.beginUpload, actor, { body: { name, sizeBytes: bytes.byteLength, takenAt } })
    if (!begun.ok) return begun
    let last: Result<UploadView> = begun
    for (let start = 0; start < bytes.byteLength && last.ok; start += chunkBytes) {
      last = await call(evidenceRoutes.receiveChunk, actor, {
        params: { uploadId: begun.value.uploadId },
        headers: { 'upload-offset': String(start) },
        bytes: Readable.from([bytes.subarray(start, start + chunkBytes)]),
      })
    }
    return last
  }

  return {
    url: clone.url,
    folder,
    services,
    store,
    room,
    later: (duration) => {
      now = now.add({ hours: (duration.days ?? 0) * 24 + (duration.hours ?? 0), minutes: duration.minutes ?? 0 })
    },
    call,
    send,
    add: async (actor, bytes, name = 'photo.jpg') => {
      const { item } = valueOf(await send(actor, bytes, { name }))
      if (!item) throw new Error('the upload has become no item')
      return item
    },
    attach: (actor, request) => transact(services, { actor }, (tx) => attachEvidence(tx, request)),
    inTx: async (actor, work) => valueOf(await transact(services, { actor }, async (tx) => ok(await work(tx)))),
    job: async (name, payload = {}) => {
      await room.jobs.find((job) => job.name === name)!.run(services, payload)
    },
    rows: async <Row>(text: string, values: readonly unknown[] = []) => (await database.pool.query(text, [...values])).rows as Row[],
    close: async () => {
      await database.close()
      await clone.drop()
      if (!options.at) await rm(folder, { recursive: true, force: true })
    },
  }
}

const templateOfEvidence = () =>
  templateDatabase('evidence', async (url) => {
    await prepareWorker(url)
    await migrate(url, [secretsMigrations, auditMigrations, workMigrations, evidenceMigrations])
  })

/** The value of an answer that must not be a refusal. */
export const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
  return result.value
}

/** The refusal of an answer that must be one. */
export const refusalOf = (result: Result<unknown>): Refusal => {
  if (result.ok) throw new Error('not refused')
  return result.refusal
}

export const bytesOf = async (result: Result<BytesAnswer>): Promise<Buffer> => buffer(valueOf(result).stream)

export const qiantang = '330114'
export const xiaoshan = '330109'

/** Somebody at work in one post, who sees his or her county and everything in it. */
export const testInspector = (county: string = qiantang, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: randomUUID(),
  sessionId: randomUUID(),
  postId: randomUUID(),
  organisationId: randomUUID(),
  regionCode: county,
  roles: ['inspector'],
  scope: { ...regionRange(regionCode(county)), organisationId: null },
  ...fields,
})

export const product = systemActor('test')
