import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import type { Route, RouteCall, RouteOutput } from '../../kernel/contract.ts'
import { systemActor } from '../../kernel/actor.ts'
import type { Sentence } from '../../kernel/refusals.ts'
import { ok } from '../../kernel/result.ts'
import { beginSession } from '../../contexts/identity/server/sessionStore.ts'
import type { IdentityTables } from '../../contexts/identity/server/tables.ts'
import { openDatabase } from '../../platform/database/pool.ts'
import { transact, type Services } from '../../platform/database/transaction.ts'
import { diskStore } from '../../platform/evidence/diskStore.ts'
import type { DoorwayOptions } from '../../platform/http/doorway.ts'
import type { LedgerKind } from '../../platform/ledger.ts'
import { silentLog } from '../../platform/log/log.ts'
import { testSecrets } from '../../platform/secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase } from '../../platform/testing/postgres.ts'
import { openHouse, type House } from '../rooms.ts'
import { migrateHouse, openHttpHouse } from '../server.ts'

/** The instant at which the template's sample was made; tests begin then. */
export const testNow = Temporal.Instant.from('2026-11-24T02:00:00Z')

/** Beside what a route declares: the refusal or the fault it answered instead. */
export type Told = {
  readonly refusal?: { readonly code: string; readonly facts: Readonly<Record<string, unknown>>; readonly sentence: Sentence }
  readonly fault?: { readonly id: string }
}

export type Answered<Body = unknown> = {
  readonly status: number
  readonly body: Body & Told
  readonly headers: Readonly<Record<string, unknown>>
  /** The body as it came. */
  readonly raw: Buffer
}

/** Somebody at the doorway: signed in with a session of his own, or nobody. */
export type Caller = {
  call<R extends Route>(
    route: R,
    input?: RouteCall<R>,
    options?: { readonly key?: string | null; readonly headers?: Record<string, string> },
  ): Promise<Answered<RouteOutput<R>>>
  /** An address that is no route of a contract. */
  get(path: string): Promise<Answered>
  readonly token: string | null
}

export type TestHouse = {
  readonly services: Services
  readonly house: House
  setClock(instant: Temporal.Instant | string): void
  /** The caller of a sample account, without the password's cost. */
  as(login: string): Promise<Caller>
  /** The caller of a post that the test made. */
  inPost(personId: string, postId: string): Promise<Caller>
  withToken(token: string): Caller
  /** Another session of a person, in the first of his or her posts: its token, or its id. */
  freshToken(personId: string): Promise<string>
  freshSession(personId: string): Promise<string>
  readonly nobody: Caller
  /** Where files of imports and exports lie. */
  readonly ledgersFolder: string
  close(): Promise<void>
}

const services = (url: string, clock: () => Temporal.Instant): Services => ({
  database: openDatabase(url, {
    // The end of a template cuts connections that are just being closed; that is no fault of a test.
    onError: () => undefined,
  }),
  secrets: testSecrets(),
  clock,
})

/** A whole house on a database of its own, with the sample in it, behind its real doorway. */
export const openTestHouse = async ({
  extraRooms = [],
  furtherLedgers = [],
}: {
  readonly extraRooms?: DoorwayOptions['rooms']
  readonly furtherLedgers?: readonly LedgerKind[]
} = {}): Promise<TestHouse> => {
  const evidenceFolder = await mkdtemp(join(tmpdir(), 'anlan-evidence-'))
  const house = openHouse({
    evidence: { store: diskStore(evidenceFolder) },
    ledgersFolder: join(evidenceFolder, 'ledgers'),
    furtherLedgers,
    address: () => 'https://anlan.example.cn',
  })
  const template = await templateDatabase('house', async (url) => {
    await migrateHouse(url, house, silentLog())
    const opened = services(url, () => testNow)
    await house.furnish(opened, { sample: true, keep: async () => {} })
    await opened.database.close()
  })
  const clone = await cloneDatabase(template)
  let now = testNow
  const opened = services(clone.url, () => now)
  const { http, operations } = await openHttpHouse({ services: opened, house, log: silentLog(), extraRooms })
  operations.setReady(true)
  await http.ready()

  const answered = <Body>(response: LightMyRequestResponse): Answered<Body> => {
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : response.body) as Body & Told,
      headers: response.headers,
      raw: response.rawPayload,
    }
  }
  // Each caller has an address of its own, or all together would meet the limits on requests.
  let callers = 0
  const caller = (token: string | null): Caller => {
    callers += 1
    const remoteAddress = `127.1.${callers >> 8}.${callers & 255}`
    return callerAt(remoteAddress, token)
  }
  const callerAt = (remoteAddress: string, token: string | null): Caller => ({
    token,
    get: async (path) =>
      answered(await http.inject({ method: 'GET', url: path, headers: token === null ? {} : { cookie: `anlan_session=${token}` } })),
    call: async (route, input, { key, headers = {} } = {}) => {
      const {
        params = {},
        query = {},
        body,
      } = (input ?? {}) as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }
      const path = route.path.replaceAll(/:([^/]+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
      const response = await http.inject({
        method: route.method,
        url: path,
        remoteAddress,
        query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
        headers: {
          ...(token === null ? {} : { cookie: `anlan_session=${token}` }),
          ...(key === null ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return answered<RouteOutput<typeof route>>(response)
    },
  })
  const begin = async (personId: string, postId: string): Promise<{ id: string; token: string }> => {
    const begun = await transact(opened, { actor: systemActor('test') }, async (tx) =>
      ok(await beginSession(tx, { personId, postId, address: null, device: null })),
    )
    if (!begun.ok) throw new Error('a session could not begin')
    return begun.value
  }
  const inPost = async (personId: string, postId: string): Promise<Caller> => caller((await begin(personId, postId)).token)
  const fresh = async (personId: string): Promise<{ id: string; token: string }> => {
    const post = await opened.database.kysely
      .$extendTables<IdentityTables>()
      .selectFrom('identity.post')
      .select('id')
      .where('person_id', '=', personId)
      .where('ends_on', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    return begin(personId, post.id)
  }
  return {
    services: opened,
    house,
    setClock: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    inPost,
    as: async (login) => {
      const found = await opened.database.kysely
        .$extendTables<IdentityTables>()
        .selectFrom('identity.account as account')
        .innerJoin('identity.post as post', 'post.person_id', 'account.person_id')
        .select(['account.person_id as personId', 'post.id as postId'])
        .where('account.login', '=', login)
        .orderBy('post.made_at')
        .orderBy('post.id')
        .executeTakeFirstOrThrow()
      return inPost(found.personId, found.postId)
    },
    withToken: caller,
    freshToken: async (personId) => (await fresh(personId)).token,
    freshSession: async (personId) => (await fresh(personId)).id,
    nobody: caller(null),
    ledgersFolder: join(evidenceFolder, 'ledgers'),
    close: async () => {
      await http.close()
      await opened.database.close()
      await clone.drop()
      await rm(evidenceFolder, { recursive: true, force: true })
    },
  }
}
