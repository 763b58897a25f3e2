import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { sendRefusal } from './doorway.ts'
import type { Log } from '../log/log.ts'

export type WebFolder = { readonly folder: string }

export type HttpOptions = {
  readonly log: Log
  /** Where the built web app lies; nothing while only the API is served. */
  readonly web?: WebFolder
  /** Addresses of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies?: readonly string[]
  readonly onFault?: () => void
}

/** JSON bodies; files go through routes that read bytes. */
const bodyLimitBytes = 1024 * 1024

class TooMany extends Error {
  readonly statusCode = 429
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many requests')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The HTTP server with what every answer carries: security headers, a strict content policy, clear refusals and faults. */
export const openHttp = async ({ log, web, trustedProxies, onFault }: HttpOptions): Promise<FastifyInstance> => {
  const server = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    // A HEAD on a route of bytes would read the whole file to throw it away.
    exposeHeadRoutes: false,
    trustProxy: trustedProxies ? [...trustedProxies] : false,
    genReqId: () => randomUUID(),
    // Idle keep-alive connections must not hold up a graceful stop.
    forceCloseConnections: 'idle',
    // An address that cannot be read reaches no route and no hook.
    frameworkErrors: (_error, request, reply) => void unknownRoute(request, reply.header('content-security-policy', apiPolicy)),
  })
  server.addHook('onResponse', (request, reply, done) => {
    // The route's pattern and never the address itself: a query may hold a name.
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '-',
        status: reply.statusCode,
        millis: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
    done()
  })
  await server.register(cookie)
  // Each server counts for itself, by address and route; a route says how many a minute.
  await server.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => new TooMany(Math.ceil(ttl / 1000)) })
  await server.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 })
  await server.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  // Every answer is locked down; the page below opens just what the app needs.
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.header('content-security-policy', apiPolicy)
    void reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(self)')
    done()
  })
  // Bytes reach the route as a stream; what is not JSON is refused by every other route.
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof TooMany)
      return sendRefusal(reply, null, { code: 'TOO_MANY_REQUESTS', facts: { retryAfterSeconds: error.retryAfterSeconds } })
    if (error.statusCode === 413) return sendRefusal(reply, null, { code: 'BODY_TOO_LARGE', facts: { limitBytes: bodyLimitBytes } })
    if (error.statusCode === 415)
      return sendRefusal(reply, null, { code: 'MEDIA_TYPE_UNSUPPORTED', facts: { mediaType: request.headers['content-type'] ?? '' } })
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendRefusal(reply, null, { code: 'INPUT_INVALID', facts: { issues: [{ path: 'body', problem: error.message }] } })
    log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'fault')
    onFault?.()
    return reply.code(500).send({ fault: { id: request.id } })
  })
  await serveWeb(server, web)
  return server
}

const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0]!

const unknownRoute = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendRefusal(reply, null, { code: 'ROUTE_UNKNOWN', facts: { method: request.method, path: pathOf(request) } })

/** The page may run its own scripts and the styles that carry this answer's nonce; it may talk to this server only. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The worker fetches files of this server, and nothing else. */
const workerPolicy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"

const serveWeb = async (server: FastifyInstance, web: WebFolder | undefined): Promise<void> => {
  if (web)
    await server.register(serveStatic, {
      root: join(web.folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
    })
  // The worker that keeps the pocket on a phone stands at the root, under one name for every build.
  if (web)
    server.get('/sw.js', async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-security-policy', workerPolicy)
        .send(await readFile(join(web.folder, 'sw.js'), 'utf8')),
    )
  server.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request)
    if (!web || request.method !== 'GET' || path.startsWith('/api/') || path.startsWith('/assets/') || path.includes('.'))
      return unknownRoute(request, reply)
    // Every other address belongs to the app's own router.
    const nonce = randomBytes(16).toString('base64')
    const page = await readFile(join(web.folder, 'index.html'), 'utf8')
    return reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  })
}
