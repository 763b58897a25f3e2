import { join } from 'node:path'
import pg from 'pg'
import { lockName, type DataFolder } from '../dataFolder.ts'
import { lockHolder } from '../lockFile.ts'
import { startRefusal } from '../startRefusal.ts'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { clusterIn, clusterState, createCluster, closeToOthers, type ClusterFolder } from './cluster.ts'
import { failureOf, meaningOf } from './failure.ts'
import { clusterUrl, serverOn, startServer, stopLeftover, stopServer, type RunningServer } from './server.ts'
import { productSettings, type ServerSettings } from './settings.ts'

/** A PostgreSQL of our own. */
export type EmbeddedPostgres = {
  /** Address of the database `anlan`, as its superuser. It holds a password: never log it. */
  readonly url: string
  /** As the server says it, for example `18.4`. */
  readonly version: string
  /** Settles when the server's process ends: `asked` is false when nobody called `stop`. */
  readonly ended: Promise<{ readonly asked: boolean; readonly code: number | null; readonly signal: string | null }>
  /** Stops the server; everything acknowledged is on disk. Call it after the last write, once or often. */
  stop(): Promise<void>
}

/** What a start tells while it goes on. Pino's logger is one. */
export type StartLog = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

const database = 'anlan'
const folderName = 'postgres'

/**
 * Starts the bundled PostgreSQL on `<data folder>/postgres`, making the cluster at the first
 * start. A server that a killed process left running is stopped first: starting anew takes a
 * tenth of a second, and then the programs and settings are surely those of this release.
 *
 * @param dataFolder opened, so that no second Anlan works in it
 * @param settings server settings that differ from the product's
 * @throws StartRefusal DATA_DAMAGED | DATA_OTHER_VERSION | DATA_OWNED_BY_OTHER | DATA_NOT_WRITABLE | DISK_TOO_SMALL |
 *   PLATFORM_UNSUPPORTED | PROGRAM_UNREACHABLE | ACCOUNT_UNKNOWN | ACCOUNT_MISSING | POSTGRES_FAILED
 */
export async function startEmbeddedPostgres({
  dataFolder,
  log,
  settings = {},
}: {
  dataFolder: DataFolder
  log: StartLog
  settings?: ServerSettings
}): Promise<EmbeddedPostgres> {
  const cluster = clusterIn(join(dataFolder.path, folderName))
  const account = await serverAccount(cluster.folder)
  const binaries = await findBinaries(account, join(dataFolder.path, 'programs'))
  if ((await clusterState(cluster.folder, binaries.major)) === 'absent') {
    log.info({ folder: cluster.folder, account: account.name }, 'making a new PostgreSQL cluster')
    await createCluster(cluster.folder, binaries, account, { durable: true })
  } else {
    await closeToOthers(cluster, account)
    if (await stopLeftover(cluster, binaries)) {
      log.warn({ folder: cluster.folder }, 'stopped a PostgreSQL server that an earlier process left running')
    }
  }
  const server = await startServer(cluster, binaries, account, { ...productSettings(), ...settings }, () =>
    log.info({ folder: cluster.folder }, 'PostgreSQL is still recovering after it was interrupted'),
  )
  let asked = false
  const stop = async (): Promise<void> => {
    asked = true
    await stopServer(server, binaries)
  }
  try {
    const version = await readyDatabase(cluster, server)
    return {
      url: await clusterUrl(cluster, server.port, database),
      version,
      ended: server.ended.then((end) => ({ asked, ...end })),
      stop,
    }
  } catch (error) {
    await stopServer(server, binaries, 'immediate')
    const meaning = meaningOf(error)
    if (meaning === 'damaged') throw startRefusal('DATA_DAMAGED', { folder: cluster.folder, cause: (error as Error).message })
    if (meaning === 'fallen') throw (await failureOf(cluster, await server.ended, server.startedAt)).refusal
    throw error
  }
}

/**
 * The address of the server that another Anlan runs on this data folder at this moment, for a
 * command that works beside it (`audit verify`). Undefined when none runs.
 *
 * @param path of the data folder, not opened
 */
export async function runningEmbeddedPostgres(path: string): Promise<{ url: string } | undefined> {
  if ((await lockHolder(join(path, lockName))) === undefined) return undefined
  const cluster = clusterIn(join(path, folderName))
  const server = await serverOn(cluster)
  return server?.ready === true ? { url: await clusterUrl(cluster, server.port, database) } : undefined
}

/** Makes the database unless it is there (a first start may have been killed before), opens it, and asks the version. */
async function readyDatabase(cluster: ClusterFolder, server: RunningServer): Promise<string> {
  const version = await connected(await clusterUrl(cluster, server.port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ version: string; present: boolean }>(
      `select current_setting('server_version') as version,
              exists (select from pg_database where datname = $1) as present`,
      [database],
    )
    const found = rows[0]
    if (found === undefined) throw new Error('PostgreSQL did not tell its version')
    if (!found.present) await client.query(`create database ${database}`)
    return found.version
  })
  await connected(await clusterUrl(cluster, server.port, database), (client) => client.query('select count(*) from pg_class'))
  return version
}

async function connected<Value>(url: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
