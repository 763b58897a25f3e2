import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { auditJobs } from '../platform/audit/jobs.ts'
import { auditMigrations } from '../platform/audit/migrations.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/pool.ts'
import type { Services } from '../platform/database/transaction.ts'
import { openDoorway, sessionToken, type DoorwayOptions } from '../platform/http/doorway.ts'
import { doorwayJobs } from '../platform/http/once.ts'
import { openOperations, type Operations } from '../platform/http/operations.ts'
import { openHttp } from '../platform/http/server.ts'
import { startLive } from '../platform/live/live.ts'
import { topicsOf } from '../platform/live/topics.ts'
import type { Log } from '../platform/log/log.ts'
import type { Secrets } from '../platform/secrets/secrets.ts'
import { secretsMigrations } from '../platform/secrets/openSecrets.ts'
import { listenRefusal } from '../platform/startRefusal.ts'
import { prepareWorker } from '../platform/work/prepare.ts'
import { startWorker, workMigrations } from '../platform/work/worker.ts'
import { openHouse, type FirstAccounts, type House, type HouseFurnishing, type HouseOptions } from './rooms.ts'
import { version } from './version.ts'

/** The project's folder. */
export const projectFolder = join(import.meta.dirname, '..')

export type HttpHouseOptions = {
  readonly services: Services
  readonly house: House
  readonly log: Log
  /** Where the built web app lies; nothing serves the API alone. */
  readonly webFolder?: string
  readonly trustedProxies?: readonly string[]
  /** Rooms beside those of the house; tests plant faults in them. */
  readonly extraRooms?: DoorwayOptions['rooms']
}

export type HttpHouse = { readonly http: FastifyInstance; readonly operations: Operations }

/** The house behind its doorway, not yet listening. */
export const openHttpHouse = async ({
  services,
  house,
  log,
  webFolder,
  trustedProxies,
  extraRooms = [],
}: HttpHouseOptions): Promise<HttpHouse> => {
  const http = await openHttp({
    log,
    ...(webFolder === undefined ? {} : { web: { folder: webFolder } }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    onFault: () => operations.faults.inc(),
  })
  const rooms = [...house.rooms, ...extraRooms]
  const operations = openOperations(http, { contracts: rooms.map(({ contract }) => contract), version, database: services.database })
  const authenticate = house.authenticate(services, { countsAsUse: true })
  openDoorway(http, { services, rooms, authenticate })
  return { http, operations }
}

/** Brings the database to this program's state: the platform's parts first, then each room. */
export const migrateHouse = async (url: string, house: House, log: Log): Promise<void> => {
  await prepareWorker(url, log)
  await migrate(url, [secretsMigrations, auditMigrations, workMigrations, ...house.rooms.flatMap(({ migrations }) => migrations ?? [])])
}

export type ServerOptions = Omit<HttpHouseOptions, 'services' | 'house' | 'extraRooms'> & {
  readonly databaseUrl: string
  readonly secrets: Secrets
  readonly evidence: HouseOptions['evidence']
  readonly ledgersFolder: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Where people reach the product; null where it is the address it listens on. */
  readonly address: string | null
  /** How a house without accounts gets its first ones. */
  readonly furnish: HouseFurnishing
  /** Tests let days pass. */
  readonly clock?: Services['clock']
}

export type RunningServer = {
  readonly address: string
  /** Who can sign in, where this start made the first accounts. */
  readonly firstAccounts: FirstAccounts | null
  /** Stops taking requests, lets running ones end, then the worker, then the connections. */
  stop(): Promise<void>
}

/** Opens the house: migrations, furniture, doorway, live push, worker; answers once requests are served. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { databaseUrl, secrets, log, host, port } = options
  let listensAt = ''
  const house = openHouse({ evidence: options.evidence, ledgersFolder: options.ledgersFolder, address: () => options.address ?? listensAt })
  await migrateHouse(databaseUrl, house, log)
  const database = openDatabase(databaseUrl, { onError: (error) => log.error({ err: error }, 'an idle connection broke') })
  const services: Services = { database, secrets, clock: options.clock ?? (() => Temporal.Now.instant()) }
  const firstAccounts = await house.furnish(services, options.furnish)

  const { http, operations } = await openHttpHouse({ ...options, services, house })
  const listens = house.authenticate(services, { countsAsUse: false })
  const live = await startLive({
    server: http.server,
    services,
    url: databaseUrl,
    log,
    topics: topicsOf(house.contracts),
    sessionEvents: ['identity.sessionEnded', 'identity.rolesGranted', 'identity.postEnded'],
    authenticate: async (request) => {
      const from = {
        requestId: null,
        address: request.socket.remoteAddress ?? null,
        device: request.headers['user-agent']?.slice(0, 200) ?? null,
      }
      const who = await listens(sessionToken(request.headers.cookie), from)
      return who.ok ? who.value : null
    },
  })
  operations.watch('live', () => ({ ...live.figures() }))
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
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  listensAt = `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`
  return { address: listensAt, firstAccounts, stop }
}
