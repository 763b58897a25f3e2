import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import type { Actor, PersonActor, Role } from '../../kernel/actor.ts'
import { route, type Contract } from '../../kernel/contract.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { auditMigrations } from '../audit/migrations.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/pool.ts'
import type { Services } from '../database/transaction.ts'
import { silentLog, type Log } from '../log/log.ts'
import { secretsMigrations } from '../secrets/openSecrets.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase } from '../testing/postgres.ts'
import { prepareWorker, workMigrations } from '../work/prepare.ts'
import { openDoorway, sessionCookie } from './doorway.ts'
import { handle, handleOutside, type RouteHandler } from './handler.ts'
import { openOperations, type Operations } from './operations.ts'
import { openHttp, type WebFolder } from './server.ts'

const note = z.object({ id: z.number().int(), text: z.string() })
const text = z.object({ text: z.string().trim().min(1).max(100), regionCode: z.string().default('330114') })
const summary = { zh: '试验', en: 'test' }

const routes = {
  notes: route({
    method: 'GET',
    path: '/api/notes',
    summary,
    action: 'note.read',
    scope: 'rows',
    query: z.object({ limit: z.coerce.number().int().max(5).default(5) }),
    output: z.object({ rows: z.array(note) }),
    success: 200,
    refusals: [],
  }),
  addNote: route({
    method: 'POST',
    path: '/api/notes',
    summary,
    action: 'note.add',
    scope: 'input',
    body: text,
    output: note,
    success: 201,
    refusals: ['NOTE_REFUSED'],
  }),
  changeNote: route({
    method: 'PUT',
    path: '/api/notes/:id',
    summary,
    action: 'note.add',
    scope: 'record',
    params: z.object({ id: z.coerce.number().int() }),
    body: text,
    output: note,
    success: 200,
    refusals: [],
  }),
  removeNote: route({
    method: 'DELETE',
    path: '/api/notes/:id',
    summary,
    action: 'note.add',
    scope: 'record',
    params: z.object({ id: z.coerce.number().int() }),
    output: z.null(),
    success: 204,
    refusals: [],
  }),
  addSecret: route({
    method: 'POST',
    path: '/api/secrets',
    summary,
    action: 'note.add',
    scope: 'own',
    body: text,
    output: z.object({ secret: z.string() }),
    success: 200,
    refusals: [],
    repeat: 'secret',
  }),
  unrecorded: route({
    method: 'POST',
    path: '/api/unrecorded',
    summary,
    action: 'signedIn',
    scope: 'own',
    output: z.null(),
    success: 204,
    refusals: [],
  }),
  unrecordedNatural: route({
    method: 'PUT',
    path: '/api/unrecorded',
    summary,
    action: 'signedIn',
    scope: 'own',
    output: z.null(),
    success: 204,
    refusals: [],
    repeat: 'natural',
  }),
  open: route({
    method: 'POST',
    path: '/api/open',
    summary,
    action: 'public',
    scope: 'own',
    body: text,
    output: z.object({ cookies: z.number() }),
    success: 200,
    refusals: [],
    repeat: 'natural',
  }),
  seldom: route({
    method: 'GET',
    path: '/api/seldom',
    summary,
    action: 'public',
    scope: 'all',
    output: z.object({}),
    success: 200,
    refusals: [],
    perMinute: 3,
  }),
  fault: route({
    method: 'GET',
    path: '/api/fault',
    summary,
    action: 'signedIn',
    scope: 'own',
    query: z.object({ kind: z.enum(['constraint', 'value', 'shape']) }),
    output: z.object({ text: z.string() }),
    success: 200,
    refusals: [],
  }),
  receive: route({
    method: 'PATCH',
    path: '/api/bytes',
    summary,
    action: 'signedIn',
    scope: 'own',
    bodyKind: 'bytes',
    output: z.object({ text: z.string() }),
    success: 200,
    refusals: [],
    repeat: 'natural',
  }),
  send: route({
    method: 'GET',
    path: '/api/bytes',
    summary,
    action: 'signedIn',
    scope: 'own',
    output: z.null(),
    outputKind: 'bytes',
    success: 200,
    refusals: [],
  }),
}

const actions = { 'note.read': ['officer', 'leader'], 'note.add': ['officer'] } as const satisfies Record<string, readonly Role[]>

/** A room with a table of notes, as little as shows every way through the doorway. */
export const notesContract = {
  room: 'notes',
  actions,
  routes,
  refusals: { NOTE_REFUSED: { status: 422, zh: () => '不收这样的话。', en: () => 'Such a note is not taken.' } },
  events: {},
  views: [],
} satisfies Contract<{ NOTE_REFUSED: Record<string, never> }, typeof actions>

type NoteTable = { note: { id?: number; text: string; region_code: string } }

const handlers: readonly RouteHandler[] = [
  handle(routes.notes, async (tx, { query }) =>
    ok({
      rows: await tx
        .tables<Required<{ note: Required<NoteTable['note']> }>>()
        .selectFrom('note')
        .selectAll()
        .orderBy('id')
        .limit(query.limit)
        .execute(),
    }),
  ),
  handle(routes.addNote, async (tx, { body }) => {
    const written = await tx
      .tables<NoteTable>()
      .insertInto('note')
      .values({ text: body.text, region_code: body.regionCode })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (body.text === 'refuse') return refuse('NOTE_REFUSED', {})
    if (body.text === 'refuse and keep') {
      tx.keepOnRefusal()
      return refuse('NOTE_REFUSED', {})
    }
    tx.audit({
      action: 'note.add',
      record: { kind: 'note', id: String(written.id) },
      regionCode: body.regionCode,
      after: { text: body.text },
    })
    return ok({ ...written, id: written.id! })
  }),
  handle(routes.changeNote, async (_tx, { params }) => refuse('RECORD_NOT_FOUND', { kind: 'note', id: String(params.id) })),
  handle(routes.removeNote, async (tx, { params }) => {
    await tx.tables<NoteTable>().deleteFrom('note').where('id', '=', params.id).execute()
    tx.audit({ action: 'note.add', record: { kind: 'note', id: String(params.id) }, regionCode: '330114' })
    return ok(null)
  }),
  handle(routes.addSecret, async (tx, { body }) => {
    tx.audit({ action: 'note.add', record: { kind: 'secret', id: '1' }, regionCode: '330114' })
    return ok({ secret: `${body.text} ${Math.random()}` })
  }),
  handle(routes.unrecorded, async (tx) => {
    await tx.tables<NoteTable>().insertInto('note').values({ text: 'unrecorded', region_code: '330114' }).execute()
    return ok(null)
  }),
  handle(routes.unrecordedNatural, async (tx) => {
    await tx.tables<NoteTable>().insertInto('note').values({ text: 'unrecorded', region_code: '330114' }).execute()
    return ok(null)
  }),
  handleOutside(routes.open, async ({ setCookie }) => {
    setCookie({ name: sessionCookie, value: 'given', maxAgeSeconds: 60 })
    return ok({ cookies: 1 })
  }),
  handle(routes.seldom, async () => ok({})),
  handle(routes.fault, async (_tx, { query, services }) => {
    if (query.kind === 'constraint')
      await services.database.pool.query(`insert into note (text, region_code) values ('a phone of 13912345678', null)`)
    if (query.kind === 'value') await services.database.pool.query(`select 'a phone of 13912345678'::int`)
    return ok({ text: 1 as never })
  }),
  handleOutside(routes.receive, async ({ bytes }) => ok({ text: (await buffer(bytes)).toString() })),
  handleOutside(routes.send, async () =>
    ok({
      stream: Readable.from([Buffer.from('安澜')]),
      mediaType: 'text/plain',
      lengthBytes: 6,
      fileName: '安 澜.txt',
      tag: 'one',
      headers: { 'x-part': 'whole' },
    }),
  ),
]

/** Somebody of the county in these roles; the cookie names him. */
export const noteActor = (name: string, roles: readonly Role[]): PersonActor => ({
  kind: 'person',
  personId: name,
  sessionId: `session-${name}`,
  postId: `post-${name}`,
  organisationId: 'organisation-1',
  regionCode: '330114',
  roles,
  scope: { ...regionRange(regionCode('330114')), organisationId: null },
})

export type TestDoorway = {
  readonly http: FastifyInstance
  readonly operations: Operations
  readonly services: Services
  /** Asks as the owner. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** One request; `as` is who asks, nobody where absent, and each write brings a key of its own unless it is given one. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD', url: string, options?: Asking): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

export type Asking = {
  readonly as?: string
  readonly key?: string | null
  readonly headers?: Record<string, string>
  readonly body?: string | object
  readonly remoteAddress?: string
}

export type TestDoorwayOptions = { readonly web?: WebFolder; readonly trustedProxies?: readonly string[]; readonly log?: Log }

/** The room of notes behind its doorway, on a database of its own. The callers are `officer`, `leader` and `guard`. */
export const openTestDoorway = async ({ log = silentLog(), ...options }: TestDoorwayOptions = {}): Promise<TestDoorway> => {
  const template = await templateDatabase('doorway', async (url) => {
    await prepareWorker(url)
    await migrate(url, [secretsMigrations, auditMigrations, workMigrations])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`
      create table public.note (id integer generated always as identity, text text not null unique, region_code text collate "C" not null);
      grant select, insert, delete on public.note to anlan_app`)
    await client.end()
  })
  const clone = await cloneDatabase(template)
  const database = openDatabase(clone.url, { onError: () => undefined })
  const services: Services = { database, secrets: testSecrets(), clock: () => Temporal.Now.instant() }
  const http = await openHttp({ log, ...options, onFault: () => operations.faults.inc() })
  const operations = openOperations(http, { contracts: [notesContract], version: '1.2.3', database })
  const people = new Map<string, Actor>((['officer', 'leader', 'guard'] as const).map((role) => [role, noteActor(role, [role])]))
  const authenticate = async (token: string | null): Promise<Result<Actor>> => {
    if (token === 'ended') return refuse('SESSION_ENDED', { reason: 'idle' })
    const found = token === null ? undefined : people.get(token)
    return found ? ok(found) : refuse('SIGN_IN_REQUIRED', {})
  }
  openDoorway(http, { services, rooms: [{ contract: notesContract, routes: handlers }], authenticate })
  await http.ready()
  return {
    http,
    operations,
    services,
    rows: async <Row>(statement: string, values: readonly unknown[] = []) =>
      (await database.pool.query(statement, [...values])).rows as Row[],
    ask: (method, url, { as, key, headers = {}, body, remoteAddress } = {}) =>
      http.inject({
        method,
        url,
        headers: {
          ...(as === undefined ? {} : { cookie: `other=1; ${sessionCookie}=${as}` }),
          ...(key === null ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
        ...(remoteAddress === undefined ? {} : { remoteAddress }),
      }),
    close: async () => {
      await http.close()
      await database.close()
      await clone.drop()
    },
  }
}
