import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataFolder } from '../dataFolder.ts'
import { silentLog } from '../log/log.ts'
import { processesWorkingIn, runs } from '../processes.ts'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { clusterIn, createCluster } from './cluster.ts'
import { runningEmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

let home: string
/** A stopped cluster with one row, copied by every test that harms it. */
let master: string

beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'anlan 安澜 ')))
  master = join(home, 'master')
  await served(master, (url) => query(url, "create table kept (name text); insert into kept values ('安澜')"))
})

afterAll(() => rm(home, { recursive: true, force: true }))

let copies = 0
async function copyOfMaster(): Promise<string> {
  const path = join(home, `copy ${(copies += 1)}`)
  await cp(master, path, { recursive: true })
  return path
}

/** Opens the folder, starts the server, lets `use` work, and stops it. */
async function served<Value>(path: string, use: (url: string) => Promise<Value>): Promise<Value> {
  const dataFolder = await openDataFolder(path)
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog() })
    try {
      return await use(postgres.url)
    } finally {
      await postgres.stop()
    }
  } finally {
    await dataFolder.release()
  }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const keptRows = (url: string) => query(url, 'select name from kept')
const mainProcess = async (path: string) => Number.parseInt(await readFile(join(path, 'postgres/data/postmaster.pid'), 'utf8'), 10)

/** An Anlan of its own process, as far as it goes here: it starts the server on `path`, says its address, and stays. */
function startedElsewhere(path: string): ChildProcess {
  const script = `
    const { openDataFolder } = await import(${JSON.stringify(new URL('../dataFolder.ts', import.meta.url).href)})
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    const log = { info() {}, warn() {} }
    const { url } = await startEmbeddedPostgres({ dataFolder: await openDataFolder(process.argv[1]), log })
    console.log(url)
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function addressOf(process: ChildProcess): Promise<string> {
  const [data] = (await once(process.stdout!, 'data')) as [Buffer]
  return data.toString().trim()
}

async function killed(process: ChildProcess): Promise<void> {
  const exit = once(process, 'exit')
  process.kill('SIGKILL')
  await exit
}

describe('the embedded PostgreSQL', () => {
  it('keeps its rows over a stop and a start, in a closed folder with blanks and Chinese characters in its name', async () => {
    const path = join(home, '应急 指挥', '数据')
    await mkdir(join(path, '..'), { mode: 0o700 })
    await served(path, (url) => query(url, "create table kept (name text); insert into kept values ('安澜')"))
    expect(await served(path, keptRows)).toEqual([{ name: '安澜' }])
    expect((await stat(join(path, 'postgres/password'))).mode & 0o777).toBe(0o600)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('puts every acknowledged commit on disk, keeps rows out of its log, and listens to this machine only', async () => {
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'data_checksums',
      'password_encryption',
      'listen_addresses',
      'unix_socket_directories',
      'log_error_verbosity',
      'log_min_error_statement',
      'TimeZone',
      'server_encoding',
      'jit',
    ]
    const list = names.map((name) => `'${name}'`).join()
    const rows = await served(await copyOfMaster(), (url) => query(url, `select name, setting from pg_settings where name in (${list})`))
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      password_encryption: 'scram-sha-256',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      jit: 'off',
    })
  })

  it('refuses a connection without the password', async () => {
    await served(await copyOfMaster(), async (url) => {
      const wrong = Object.assign(new URL(url), { password: 'guessed' }).href
      await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    })
  })

  it('tells when the server ends unasked, and when it was asked', async () => {
    const path = await copyOfMaster()
    const dataFolder = await openDataFolder(path)
    const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog() })
    process.kill(await mainProcess(path), 'SIGKILL')
    expect(await postgres.ended).toMatchObject({ asked: false, signal: 'SIGKILL' })
    await postgres.stop()
    const again = await startEmbeddedPostgres({ dataFolder, log: silentLog() })
    expect(await keptRows(again.url)).toHaveLength(1)
    await Promise.all([again.stop(), again.stop()])
    expect(await again.ended).toEqual({ asked: true, code: 0, signal: null })
    await dataFolder.release()
  })
})

describe('after kill -9', () => {
  it('of Anlan alone, the next start stops the server left behind and keeps what was acknowledged', async () => {
    const path = await copyOfMaster()
    const first = startedElsewhere(path)
    const url = await addressOf(first)
    await query(url, "insert into kept values ('acknowledged')")
    await killed(first)
    const left = await mainProcess(path)
    expect(runs(left)).toBe(true)
    expect(await served(path, keptRows)).toContainEqual({ name: 'acknowledged' })
    expect(runs(left)).toBe(false)
  })

  it('of Anlan and every process of the server, the next start recovers what was acknowledged', async () => {
    const path = await copyOfMaster()
    const first = startedElsewhere(path)
    const url = await addressOf(first)
    await query(url, "insert into kept values ('acknowledged')")
    const all = processesWorkingIn(join(path, 'postgres/data')) ?? [await mainProcess(path)]
    first.kill('SIGKILL')
    for (const pid of all) process.kill(pid, 'SIGKILL')
    await once(first, 'exit')
    expect(await served(path, keptRows)).toContainEqual({ name: 'acknowledged' })
  })

  it.each(['postgres.draft-', 'postgres'])('in the midst of a first start (once %s is there), the next start begins anew', async (mark) => {
    const path = join(home, `first ${mark}`)
    const first = startedElsewhere(path)
    for (;;) {
      const names = await readdir(path).catch(() => [])
      if (names.some((name) => (mark === 'postgres' ? name === mark : name.startsWith(mark)))) break
      await pause(5)
    }
    await killed(first)
    expect(await served(path, (url) => query(url, 'select 1 as one'))).toEqual([{ one: 1 }])
    expect((await readdir(path)).filter((name) => name.includes('draft'))).toEqual([])
  })

  it('a process number in the pid file that is now another process does not keep it from starting', async () => {
    const path = await copyOfMaster()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await writeFile(join(path, 'postgres/data/postmaster.pid'), `${stranger.pid}\n/proc/self/cwd\n1\n5432\n\n127.0.0.1\n 1 1\nready\n`, {
      mode: 0o600,
    })
    expect(await served(path, keptRows)).toHaveLength(1)
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    await killed(stranger)
  })
})

describe('two on one machine', () => {
  it('a second Anlan on a folder in use is refused, and can join the running server instead', async () => {
    const path = await copyOfMaster()
    const first = startedElsewhere(path)
    const url = await addressOf(first)
    await expect(openDataFolder(path)).rejects.toMatchObject({ code: 'DATA_IN_USE', facts: { pid: first.pid } })
    expect(await runningEmbeddedPostgres(path)).toEqual({ url })
    await killed(first)
    expect(await runningEmbeddedPostgres(path)).toBeUndefined()
    expect(await served(path, keptRows)).toHaveLength(1)
  })

  it('a copy of a folder, taken while its server ran, starts beside it and harms it not', async () => {
    const path = await copyOfMaster()
    await served(path, async (url) => {
      const copy = await copyOfMaster()
      await cp(join(path, 'postgres/data/postmaster.pid'), join(copy, 'postgres/data/postmaster.pid'))
      expect(await served(copy, keptRows)).toHaveLength(1)
      expect(await keptRows(url)).toHaveLength(1)
    })
  })
})

describe('a data folder that cannot be opened is refused and left as it is', () => {
  const data = (path: string, ...names: string[]) => join(path, 'postgres', 'data', ...names)
  const damages: [string, (path: string) => Promise<void>][] = [
    ['no PG_VERSION', (path) => rm(data(path, 'PG_VERSION'))],
    ['no data folder', (path) => rm(data(path), { recursive: true })],
    ['no password', (path) => rm(join(path, 'postgres/password'))],
    ['no pg_control', (path) => rm(data(path, 'global/pg_control'))],
    ['pg_control cut short', (path) => truncate(data(path, 'global/pg_control'), 100)],
    ['pg_control altered', (path) => writeFile(data(path, 'global/pg_control'), Buffer.alloc(64, 7), { flag: 'r+' })],
    ['no write-ahead log', (path) => rm(data(path, 'pg_wal'), { recursive: true })],
    ['no transaction log', (path) => rm(data(path, 'pg_xact'), { recursive: true })],
    ['list of databases altered', (path) => writeFile(data(path, 'global/1262'), Buffer.alloc(64, 7), { flag: 'r+' })],
    ['no map of system tables', (path) => rm(data(path, 'global/pg_filenode.map'))],
    ['no settings', (path) => rm(data(path, 'postgresql.conf'))],
    [
      'folder of a database missing',
      async (path) => {
        const oids = await readdir(data(path, 'base'))
        await rm(data(path, 'base', String(Math.max(...oids.map(Number)))), { recursive: true })
      },
    ],
  ]
  it.each(damages)('%s', async (_what, harm) => {
    const path = await copyOfMaster()
    await harm(path)
    const before = await readdir(join(path, 'postgres'))
    await expect(served(path, keptRows)).rejects.toMatchObject({ name: 'StartRefusal', code: 'DATA_DAMAGED', exitCode: 1 })
    expect(await readdir(join(path, 'postgres'))).toEqual(expect.arrayContaining(before))
    expect(processesWorkingIn(data(path)) ?? []).toEqual([])
  })

  it('made by another PostgreSQL', async () => {
    const path = await copyOfMaster()
    await writeFile(data(path, 'PG_VERSION'), '15\n')
    await expect(served(path, keptRows)).rejects.toMatchObject({ code: 'DATA_OTHER_VERSION', facts: { dataMajor: '15', programMajor: 18 } })
  })
})

describe('a data folder that only looks strange is opened', () => {
  it('open to others, as some backups restore it', async () => {
    const path = await copyOfMaster()
    await chmod(join(path, 'postgres/data'), 0o755)
    expect(await served(path, keptRows)).toHaveLength(1)
  })

  it('a cluster whose first start was killed before it had a database', async () => {
    const path = join(home, 'no database')
    const folder = join(path, 'postgres')
    await mkdir(path, { recursive: true })
    const account = await serverAccount(folder)
    await createCluster(folder, await findBinaries(account, join(path, 'programs')), account, { durable: false })
    expect(await served(path, (url) => query(url, 'select current_database() as name'))).toEqual([{ name: 'anlan' }])
    expect(clusterIn(folder).data).toBe(join(folder, 'data'))
  })
})
