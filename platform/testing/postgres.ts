import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { lockHolder, takeLock, type Lock } from '../lockFile.ts'
import { serverAccount } from '../postgres/account.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { clusterIn, createCluster } from '../postgres/cluster.ts'
import { clusterUrl, startServer, stopLeftover } from '../postgres/server.ts'
import { testSettings } from '../postgres/settings.ts'
import { runs } from '../processes.ts'

/** A database for one test. `url` is that of the cluster's superuser; roles are shared by the whole cluster. */
export type TestDatabase = { readonly url: string; drop(): Promise<void> }

/** A database that is built once a run and cloned for each test. */
export type Template = { readonly database: string }

/** Where the workers of one run find each other. */
const runVariable = 'ANLAN_TEST_RUN'

const lockName = 'run.lock'
const draftName = 'draft'

/**
 * Opens a run: the place where one cluster will be, shared by all workers. Nothing is started
 * before a test asks for a database. What killed runs left, servers included, is cleared away.
 *
 * The default export, because vitest's `globalSetup` calls that and keeps what it answers.
 *
 * @returns closes the run: its server is stopped and its folder removed
 */
export default async function openTestRun(): Promise<() => Promise<void>> {
  if (process.env[runVariable] !== undefined) return async () => undefined
  const home = await testHome()
  await clearDeadRuns(home)
  const run = await mkdtemp(join(home, 'run-'))
  const lock = await held(join(run, lockName))
  process.env[runVariable] = run
  return async () => {
    delete process.env[runVariable]
    await removeRun(run)
    await lock.release()
  }
}

/** An empty database of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await testCluster()
  const database = `t_${shortId()}`
  await cluster.admin(`create database ${database}`)
  return testDatabaseNamed(cluster, database)
}

/**
 * Builds a template once a run, however many workers ask for it at the same time; the later ones
 * wait for the first. Two templates of one name in one run are one template.
 *
 * @param build fills the database at `url`; connections it leaves open are closed
 */
export async function templateDatabase(name: string, build: (url: string) => Promise<void>): Promise<Template> {
  if (!/^[a-z0-9_]{1,40}$/.test(name)) throw new RangeError(`name of a template: a-z, 0-9 and _, 40 at most: ${name}`)
  const cluster = await testCluster()
  const database = `template_${name}`
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await client.connect()
  try {
    // Held by the connection, so a worker that dies lets the next one build.
    await client.query('select pg_advisory_lock(hashtext($1))', [database])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) {
      const draft = `${draftName}_${name}`
      await client.query(`drop database if exists ${draft} with (force)`)
      await client.query(`create database ${draft}`)
      await build(cluster.urlOf(draft))
      // A connection that has just been closed takes the server a moment to forget.
      await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [draft])
      await client.query(`alter database ${draft} rename to ${database}`)
      await client.query(`alter database ${database} with is_template true allow_connections false`)
    }
    return { database }
  } finally {
    await client.end()
  }
}

/** A fresh database with everything that the template holds. */
export async function cloneDatabase(template: Template): Promise<TestDatabase> {
  const cluster = await testCluster()
  const database = `t_${shortId()}`
  await cluster.admin(`create database ${database} template ${template.database}`)
  return testDatabaseNamed(cluster, database)
}

type Cluster = { urlOf(database: string): string; admin(sql: string): Promise<void> }

let ownCluster: Promise<Cluster> | undefined

/** The cluster of this run, started by whoever asks first. */
function testCluster(): Promise<Cluster> {
  ownCluster ??= (async () => {
    const run = process.env[runVariable] ?? (await runOfThisProcess())
    const url = new URL(await startedIn(run))
    const urlOf = (database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href
    return {
      urlOf,
      admin: async (sql) => {
        const client = new pg.Client({ connectionString: urlOf('postgres') })
        await client.connect()
        try {
          await client.query(sql)
        } finally {
          await client.end()
        }
      },
    }
  })()
  return ownCluster
}

function testDatabaseNamed(cluster: Cluster, database: string): TestDatabase {
  return { url: cluster.urlOf(database), drop: () => cluster.admin(`drop database if exists ${database} with (force)`) }
}

/** Starts the cluster of the run, or waits for the worker that does; answers its address. */
async function startedIn(run: string): Promise<string> {
  const note = join(run, 'url')
  for (;;) {
    const url = await readFile(note, 'utf8').catch(absentAsUndefined)
    if (url !== undefined) return url
    const taken = await takeLock(join(run, 'start.lock'))
    if ('heldBy' in taken) {
      await pause(50)
      continue
    }
    try {
      if ((await stat(note).catch(absentAsUndefined)) === undefined) await startCluster(run, note)
    } finally {
      await taken.lock.release()
    }
  }
}

async function startCluster(run: string, note: string): Promise<void> {
  const cluster = clusterIn(join(run, 'postgres'))
  const account = await serverAccount(cluster.folder)
  const binaries = await findBinaries(account, join(run, 'programs'))
  // A worker that died in the midst of this leaves a cluster without a note.
  await stopLeftover(cluster, binaries)
  await rm(cluster.folder, { recursive: true, force: true })
  await createCluster(cluster.folder, binaries, account, { durable: false })
  const server = await startServer(cluster, binaries, account, testSettings)
  // The server outlives this worker; the run stops it.
  server.process.unref()
  await writeFile(`${note}.draft`, await clusterUrl(cluster, server.port, 'postgres'), { mode: 0o600 })
  await rename(`${note}.draft`, note)
}

/** Without a run around it (a script, a benchmark) a process has a cluster of its own, gone when it ends. */
async function runOfThisProcess(): Promise<string> {
  const close = await openTestRun()
  const run = process.env[runVariable]
  if (run === undefined) throw new Error('the test run has just been opened')
  process.once('beforeExit', () => void close())
  process.once('exit', () => endRunAtOnce(run))
  return run
}

/** `process.exit` leaves no time to wait, and the data are of no worth: an abrupt end serves as well. */
function endRunAtOnce(run: string): void {
  if (!existsSync(run)) return
  const pidFile = join(clusterIn(join(run, 'postgres')).data, 'postmaster.pid')
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0
  if (runs(pid)) process.kill(pid, 'SIGQUIT')
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let waits = 0; runs(pid) && waits < 100; waits += 1) Atomics.wait(clock, 0, 0, 20)
  rmSync(run, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

async function removeRun(run: string): Promise<void> {
  const cluster = clusterIn(join(run, 'postgres'))
  if (existsSync(cluster.folder)) {
    const account = await serverAccount(cluster.folder)
    await stopLeftover(cluster, await findBinaries(account, join(run, 'programs')))
  }
  await rm(run, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

async function clearDeadRuns(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const run = join(home, name)
    const age = Date.now() - ((await stat(run).catch(absentAsUndefined))?.mtimeMs ?? Date.now())
    // A run of this very moment may not have written its lock yet.
    const dead = existsSync(join(run, lockName)) ? (await lockHolder(join(run, lockName))) === undefined : age > 60_000
    if (!dead) continue
    const taken = await takeLock(join(run, lockName))
    if ('lock' in taken) await removeRun(run)
  }
}

/** One folder a user, closed to others, for the runs of all checkouts. */
async function testHome(): Promise<string> {
  const home = join(await realpath(tmpdir()), `anlan-test-${process.geteuid?.() ?? userInfo().username}`)
  await mkdir(home, { recursive: true, mode: 0o700 })
  const found = await stat(home)
  if (process.geteuid !== undefined && found.uid !== process.geteuid()) throw new Error(`${home} belongs to another user`)
  return home
}

async function held(path: string): Promise<Lock> {
  const taken = await takeLock(path)
  if ('heldBy' in taken) throw new Error(`${path} is held by process ${taken.heldBy.pid}`)
  return taken.lock
}

function shortId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 16)
}

function absentAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
