import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { anonymous, systemActor, type Actor } from '../../kernel/actor.ts'
import type { Contract, Route } from '../../kernel/contract.ts'
import { doorwayRefusals, type RefusalRow } from '../../kernel/refusals.ts'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import type { RequestFacts } from '../audit/entry.ts'
import { transact, type Services, type Tx } from '../database/transaction.ts'
import { once, type Answer } from './once.ts'
import { nobody, openVisitors, type Visitors } from './visitors.ts'
import type { Ask, BytesAnswer, Cookie, RouteHandler } from './handler.ts'

/** Who stands behind a request; a refusal tells why a session that was there is no more. */
export type Authenticate = (token: string | null, request: RequestFacts) => Promise<Result<Actor>>

export type DoorwayOptions = {
  readonly services: Services
  readonly rooms: readonly { readonly contract: Contract; readonly routes: readonly RouteHandler[] }[]
  readonly authenticate: Authenticate
}

export const sessionCookie = 'anlan_session'

/** Requests one address may make to one route in a minute, where the route says nothing else. */
export const usualPerMinute = 600

/** The start stops on a route that nobody could judge. */
export class ContractFault extends Error {}

type Joined = { contract: Contract; route: Route; handler: RouteHandler; name: string }

/**
 * Joins every route of the contracts to its use case and checks what a reviewer would: each route declares an
 * action that its room grants to somebody (or `public`, `signedIn`), has exactly one use case, and names only
 * refusals that have sentences. Throws ContractFault, which stops the start.
 */
export const joinRoutes = (rooms: DoorwayOptions['rooms']): readonly Joined[] => {
  const joined: Joined[] = []
  const addresses = new Set<string>()
  for (const { contract, routes } of rooms) {
    for (const [name, route] of Object.entries(contract.routes)) {
      const title = `${contract.room}.${name} (${route.method} ${route.path})`
      if (!route.action) throw new ContractFault(`${title} declares no action`)
      if (route.action !== 'public' && route.action !== 'signedIn' && !contract.actions[route.action]?.length)
        throw new ContractFault(`${title} declares the action ${route.action}, which the room grants to no role`)
      if (route.nameless && route.action !== 'public') throw new ContractFault(`${title} asks for a sign-in and cannot be nameless`)
      const missing = route.refusals.filter((code) => !(code in contract.refusals) && !(code in doorwayRefusals))
      if (missing.length > 0) throw new ContractFault(`${title} names refusals without sentences: ${missing.join(', ')}`)
      const handlers = routes.filter((handler) => handler.route === route)
      const [handler] = handlers
      if (!handler || handlers.length !== 1) throw new ContractFault(`${title} has ${handlers.length} use cases, not one`)
      if (handler.outsideTransaction && isWrite(route) && route.repeat !== 'natural')
        throw new ContractFault(`${title} works outside a transaction, so its repeat must be natural`)
      const address = `${route.method} ${route.path.replaceAll(/:[^/]+/g, ':')}`
      if (addresses.has(address)) throw new ContractFault(`${title} stands at an address that is taken`)
      addresses.add(address)
      joined.push({ contract, route, handler, name })
    }
  }
  return joined
}

const isWrite = (route: Route): boolean => route.method !== 'GET'

/** The token of the session, from the cookie. */
export const sessionToken = (cookieHeader: string | undefined): string | null => {
  const found = cookieHeader?.split(/;\s*/).find((part) => part.startsWith(`${sessionCookie}=`))
  return found ? found.slice(sessionCookie.length + 1) || null : null
}

/**
 * Another site must not write in a visitor's name. SameSite=Strict already keeps the cookie away; this also holds
 * where an old browser ignores it. A caller without a browser sends neither header.
 */
const foreignOrigin = (request: FastifyRequest): string | null => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return String(request.headers.origin ?? site)
  const { origin } = request.headers
  if (origin === undefined) return null
  // The host as the browser named it, also where a trusted proxy stands between.
  return URL.canParse(origin) && new URL(origin).host === request.host ? null : origin
}

/** Where a value holds NUL, which PostgreSQL cannot keep in a text; null where nowhere. */
const placeOfNul = (value: unknown, path: readonly string[]): readonly string[] | null => {
  if (typeof value === 'string') return value.includes('\0') ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const found = placeOfNul(part, [...path, name])
    if (found) return found
  }
  return null
}

const parsed = (route: Route, request: FastifyRequest): Result<{ params: unknown; query: unknown; body: unknown }> => {
  const issues: { path: string; problem: string }[] = []
  const read = (part: string, shape: z.ZodType | undefined, value: unknown): unknown => {
    if (!shape) return {}
    const outcome = shape.safeParse(value ?? {})
    if (outcome.success) return outcome.data
    for (const issue of outcome.error.issues) issues.push({ path: [part, ...issue.path.map(String)].join('.'), problem: issue.message })
    return {}
  }
  const input = {
    params: read('params', route.params, request.params),
    query: read('query', route.query, request.query),
    body: route.bodyKind === 'bytes' ? {} : read('body', route.body, request.body),
  }
  const nul = issues.length > 0 ? null : placeOfNul(input, [])
  if (nul) issues.push({ path: nul.join('.'), problem: 'holds a NUL character' })
  return issues.length > 0 ? refuse('INPUT_INVALID', { issues }) : ok(input)
}

/** Opens the doorway: registers every route on the server. */
export const openDoorway = (server: FastifyInstance, options: DoorwayOptions): void => {
  const joined = joinRoutes(options.rooms)
  const visitors = openVisitors()
  const open = (at: FastifyInstance, routes: readonly Joined[]): void => {
    for (const one of routes)
      at.route({
        method: one.route.method,
        url: one.route.path,
        config: { rateLimit: { max: one.route.perMinute ?? usualPerMinute, timeWindow: 60_000 } },
        handler: (request, reply) => passThrough(options, visitors, one, request, reply),
      })
  }
  open(
    server,
    joined.filter(({ route }) => route.bodyKind !== 'bytes'),
  )
  // A file that happens to be JSON or text is bytes too: here nothing is read but by the use case.
  void server.register(async (bytes) => {
    bytes.removeAllContentTypeParsers()
    bytes.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    open(
      bytes,
      joined.filter(({ route }) => route.bodyKind === 'bytes'),
    )
  })
}

const passThrough = async (
  options: DoorwayOptions,
  visitors: Visitors,
  { contract, route, handler }: Joined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const facts: RequestFacts = route.nameless
    ? nobody
    : { requestId: request.id, address: request.ip, device: request.headers['user-agent']?.slice(0, 200) ?? null }
  const turnAway = (refusal: Refusal): FastifyReply => sendRefusal(reply, contract, refusal)

  if (isWrite(route)) {
    const origin = foreignOrigin(request)
    if (origin !== null) return turnAway({ code: 'ORIGIN_REFUSED', facts: { origin } })
  }

  const who = route.nameless
    ? ok(systemActor(`${contract.room}.public`))
    : await options.authenticate(sessionToken(request.headers.cookie), facts)
  if (!who.ok && route.action !== 'public') return turnAway(who.refusal)
  const actor = who.ok ? who.value : anonymous
  const judged = may(contract, route, actor)
  if (!judged.ok) {
    await recordRefusal(options.services, route, actor, request, facts, judged.refusal)
    return turnAway(judged.refusal)
  }

  if (route.bodyKind !== 'bytes' && request.body instanceof Readable)
    return turnAway({ code: 'MEDIA_TYPE_UNSUPPORTED', facts: { mediaType: request.headers['content-type'] ?? '' } })
  const input = parsed(route, request)
  if (!input.ok) return turnAway(input.refusal)

  const cookies: Cookie[] = []
  const ask = {
    ...input.value,
    actor,
    request: facts,
    services: options.services,
    bytes: request.body instanceof Readable ? request.body : Readable.from([]),
    headers: request.headers as Record<string, string | undefined>,
    visitor: visitors.markOf(request.ip),
    setCookie: (cookie: Cookie) => void cookies.push(cookie),
  } as Ask<Route>
  const answer = await answerOf(options, route, handler, ask, request)
  for (const cookie of cookies) setCookie(reply, request, cookie)
  if (!answer.ok) {
    if (isWrite(route)) await recordRefusal(options.services, route, actor, request, facts, answer.refusal)
    return turnAway(answer.refusal)
  }
  if (answer.value.replayed) void reply.header('idempotency-replayed', 'true')
  if (route.outputKind === 'bytes') return sendBytes(reply, request, answer.value.body as BytesAnswer)
  if (route.success === 204) return reply.code(204).send()
  return reply.code(route.success).send(answer.value.body)
}

const may = (contract: Contract, route: Route, actor: Actor): Result<null> => {
  if (route.action === 'public') return ok(null)
  if (actor.kind !== 'person') return refuse('SIGN_IN_REQUIRED', {})
  if (route.action === 'signedIn') return ok(null)
  const grantedTo = contract.actions[route.action] ?? []
  return actor.roles.some((role) => grantedTo.includes(role)) ? ok(null) : refuse('ACTION_NOT_GRANTED', { action: route.action, grantedTo })
}

const answerOf = async (
  { services }: DoorwayOptions,
  route: Route,
  handler: RouteHandler,
  ask: Ask<Route>,
  request: FastifyRequest,
): Promise<Result<Answer>> => {
  // What leaves is cut to the declared shape, so that a column added to a table cannot leak through an old route.
  const shaped = (body: unknown): unknown => (route.outputKind === 'bytes' || route.success === 204 ? body : route.output.parse(body))
  const { inTransaction, outsideTransaction } = handler
  const repeat = route.repeat ?? 'key'
  const keyed = isWrite(route) && repeat !== 'natural'
  const options = { actor: ask.actor, request: ask.request, readOnly: !isWrite(route) }
  const fresh = (result: Result<unknown>): Result<Answer> => (result.ok ? ok({ body: shaped(result.value), replayed: false }) : result)

  const onRecord = async (tx: Tx): Promise<Result<unknown>> => {
    const result = await inTransaction!(tx, ask)
    if (result.ok && isWrite(route) && tx.deeds === 0)
      throw new ContractFault(`${route.method} ${route.path} wrote without putting the deed on the record`)
    return result
  }

  if (!keyed) return fresh(inTransaction ? await transact(services, options, onRecord) : await outsideTransaction!(ask))
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) return refuse('IDEMPOTENCY_KEY_MISSING', {})
  const deed = {
    actorKey: actorKeyOf(route, ask),
    key,
    route: `${route.method} ${route.path}`,
    // Under a key: the plain hash of a body that is little more than a phone number could be tried out.
    requestHash: services.secrets.blindIndex('request', JSON.stringify([ask.params, ask.query, ask.body])),
    secret: repeat === 'secret',
  }
  return transact(services, options, (tx) =>
    once(tx, deed, async () => {
      const result = await onRecord(tx)
      return result.ok ? ok(shaped(result.value)) : result
    }),
  )
}

/** Whose key it is. A nameless caller's own key is a chance of 122 bits and needs nobody beside it. */
const actorKeyOf = (route: Route, { actor, request }: Ask<Route>): string => {
  if (actor.kind === 'person') return actor.personId
  return route.nameless ? 'nameless' : `address:${request.address}`
}

/** A refusal that touches somebody's right, or stops a write, is itself on the record. */
const recordRefusal = async (
  services: Services,
  route: Route,
  actor: Actor,
  { params }: FastifyRequest,
  request: RequestFacts,
  refusal: Refusal,
): Promise<void> => {
  if (actor.kind !== 'person') return
  await transact(services, { actor, request }, async (tx) => {
    tx.audit({
      action: route.action,
      record: { kind: 'route', id: `${route.method} ${route.path}` },
      regionCode: actor.regionCode,
      organisationId: actor.scope.organisationId,
      // Which record it was about, as the address named it.
      after: { params: { ...(params as Record<string, string>) } },
      result: 'refused',
      refusalCode: refusal.code,
    })
    return ok(null)
  })
}

/** Sends a refusal with its status and both sentences. */
export const sendRefusal = (reply: FastifyReply, contract: Pick<Contract, 'refusals'> | null, refusal: Refusal): FastifyReply => {
  const tables: Readonly<Record<string, RefusalRow<never>>>[] = [doorwayRefusals, contract?.refusals ?? {}]
  const row = tables.find((table) => refusal.code in table)?.[refusal.code]
  if (!row) throw new ContractFault(`the refusal ${refusal.code} has no sentence`)
  const facts = refusal.facts as never
  return reply
    .code(row.status)
    .send({ refusal: { code: refusal.code, facts: refusal.facts, sentence: { zh: row.zh(facts), en: row.en(facts) } } })
}

const setCookie = (reply: FastifyReply, request: FastifyRequest, { name, value, maxAgeSeconds }: Cookie): void => {
  // Secure wherever the request came in by TLS, also through a proxy that says so.
  void reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: maxAgeSeconds,
  })
}

const sendBytes = (reply: FastifyReply, request: FastifyRequest, answer: BytesAnswer): FastifyReply => {
  if (answer.tag !== undefined) {
    const tag = `"${answer.tag}"`
    void reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) {
      answer.stream.destroy()
      return reply.code(304).send()
    }
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) void reply.header(name, value)
  if (answer.lengthBytes !== undefined) void reply.header('content-length', answer.lengthBytes)
  if (answer.fileName !== undefined)
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`)
  return (
    reply
      .code(answer.status ?? 200)
      .header('content-type', answer.mediaType)
      // Content with a tag may stay in the person's own browser, asked after each time; what has none leaves no trace.
      .header('cache-control', answer.tag === undefined ? 'private, no-store' : 'private, no-cache')
      .send(answer.stream)
  )
}
