import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../kernel/actor.ts'
import { auditJobs } from '../platform/audit/jobs.ts'
import { auditMigrations } from '../platform/audit/migrations.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/pool.ts'
import type { Services } from '../platform/database/transaction.ts'
import { openDoorway, sessionToken } from '../platform/http/doorway.ts'
import { doorwayJobs } from '../platform/http/once.ts'
import { openOperations } from '../platform/http/operations.ts'
import { openHttp } from '../platform/http/server.ts'
import { startLive } from '../platform/live/live.ts'
import type { Log } from '../platform/log/log.ts'
import type { EvidenceStores } from '../platform/evidence/store.ts'
import type { Secrets } from '../platform/secrets/secrets.ts'
import { secretsMigrations } from '../platform/secrets/openSecrets.ts'
import { listenRefusal } from '../platform/startRefusal.ts'
import { prepareWorker } from '../platform/work/prepare.ts'
import { startWorker, workMigrations } from '../platform/work/worker.ts'
import { openHouse, type FirstAccounts, type House } from './rooms.ts'
import { version } from './version.ts'

export type ServerOptions = {
  readonly databaseUrl: string
  readonly secrets: Secrets
  readonly evidenceStores: EvidenceStores
  readonly log: Log
  readonly host: string
  readonly port: number
  /** Where the built web app lies; nothing serves the API alone. */
  readonly webFolder?: string
  readonly clock?: () => Temporal.Instant
  /** Whether a house without accounts is filled with the sample. */
  readonly sample: boolean
  readonly trustedProxies?: readonly string[]
}

export type RunningServer = {
  readonly address: string
  readonly http: FastifyInstance
  readonly services: Services
  readonly house: House
  /** Who can sign in, where this start made the first accounts. */
  readonly firstAccounts: FirstAccounts | null
  /** Stops taking requests, lets running ones end, then the worker, then the connections. */
  stop(): Promise<void>
}

/** Brings the database to this program's state: the platform's parts first, then each room. */
export const migrateHouse = async (url: string, house: House, log: Log): Promise<void> => {
  await prepareWorker(url, log)
  await migrate(url, [secretsMigrations, auditMigrations, workMigrations, ...house.rooms.map(({ migrations }) => migrations)])
}

/** Opens the house: migrations, furniture, worker, doorway, live push; answers once requests are served. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { databaseUrl, secrets, log, host, port } = options
  const house = openHouse({ evidenceStores: options.evidenceStores })
  await migrateHouse(databaseUrl, house, log)

  const database = openDatabase(databaseUrl, { onError: (error) => log.error({ err: error }, 'an idle connection broke') })
  const services: Services = { database, secrets, clock: options.clock ?? (() => Temporal.Now.instant()) }
  const firstAccounts = await house.furnish(services, { sample: options.sample })

  const http = await openHttp({
    log,
    ...(options.webFolder === undefined ? {} : { web: { folder: options.webFolder } }),
    ...(options.trustedProxies === undefined ? {} : { trustedProxies: options.trustedProxies }),
    onFault: () => operations.faults.inc(),
  })
  const operations = openOperations(http, { contracts: house.contracts, version, database })
  const authenticate = house.authenticate(services)
  openDoorway(http, { services, rooms: house.rooms, authenticate })
  const live = startLive({
    server: http.server,
    services,
    log,
    authenticate: async (request): Promise<Actor | null> => {
      const who = await authenticate(sessionToken(request.headers.cookie), { requestId: null, address: request.socket.remoteAddress ?? null, device: null })
      return who.ok ? who.value : null
    },
  })
  const worker = await startWorker(services, databaseUrl, {
    listeners: house.rooms.flatMap(({ listeners }) => listeners),
    jobs: [...auditJobs, ...doorwayJobs, ...house.rooms.flatMap(({ jobs }) => jobs)],
    log,
  })
  const stop = async (): Promise<void> => {
    operations.setReady(false)
    await live.stop()
    await http.close()
    await worker.stop()
    await database.close()
  }
  try {
    await http.listen({ host, port })
  } catch (error) {
    await stop()
    throw listenRefusal(error, { host, port }) ?? error
  }
  operations.setReady(true)
  const bound = http.server.address()
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${typeof bound === 'object' && bound !== null ? bound.port : port}`, http, services, house, firstAccounts, stop }
}

/** The project's folder. */
export const projectFolder = join(import.meta.dirname, '..')
