import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Contract } from '../../kernel/contract.ts'
import type { Database } from '../database/pool.ts'
import { sendRefusal } from './doorway.ts'
import { openApiDocument } from './openapi.ts'

/** What the operators' tools read: alive, ready, figures, and the document of the API. */
export type Operations = {
  readonly faults: Counter
  readonly registry: Registry
  /** Ready once everything is up; not ready again as soon as a stop begins. */
  setReady(ready: boolean): void
  /** Figures that a part keeps itself, read when they are asked for. */
  watch(part: string, read: () => Readonly<Record<string, number | boolean>>): void
}

export type OperationsOptions = {
  readonly contracts: readonly Contract[]
  readonly version: string
  readonly database: Database
}

/** Opens /healthz, /readyz, /metrics and /api/openapi.json. None of them names a person. */
export const openOperations = (server: FastifyInstance, { contracts, version, database }: OperationsOptions): Operations => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'anlan_' })
  const answers = new Histogram({
    name: 'anlan_http_answer_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const faults = new Counter({ name: 'anlan_http_faults_total', help: 'Requests that ended in a fault (500)', registers: [registry] })
  const pool = new Gauge({
    name: 'anlan_database_connections',
    help: 'Connections of the pool, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, database.pool.totalCount)
      this.set({ state: 'idle' }, database.pool.idleCount)
      this.set({ state: 'waiting' }, database.pool.waitingCount)
    },
  })
  void pool
  server.addHook('onResponse', (request, reply, done) => {
    answers.observe({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })

  let ready = false
  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'))
  server.get('/readyz', async (_request, reply) => {
    if (!ready) return sendRefusal(reply, null, { code: 'NOT_READY', facts: { waitingFor: 'start' } })
    const answered = await database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    if (!answered) return sendRefusal(reply, null, { code: 'NOT_READY', facts: { waitingFor: 'PostgreSQL' } })
    return reply.type('text/plain').send('ready\n')
  })
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  const document = openApiDocument(contracts, version)
  server.get('/api/openapi.json', async (_request, reply) => reply.send(document))
  return {
    faults,
    registry,
    setReady: (now) => {
      ready = now
    },
    watch: (part, read) => {
      for (const figure of Object.keys(read()))
        new Gauge({
          name: `anlan_${part}_${figure}`,
          help: `${figure} of ${part}`,
          registers: [registry],
          collect() {
            this.set(Number(read()[figure]))
          },
        })
    },
  }
}
