import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { openDatabase, type Database } from '../database/pool.ts'
import { cloneDatabase, templateDatabase, type TestDatabase } from '../testing/postgres.ts'
import { masterKeyFile } from './masterKey.ts'
import { openSecrets, secretsMigrations, secretsUnder } from './openSecrets.ts'
import { openUnder, SealBroken, sealUnder } from './sealing.ts'
import { testSecrets } from './testSecrets.ts'

const zhang = '0198a000-0000-7000-8000-000000000001'
const li = '0198a000-0000-7000-8000-000000000002'

let clone: TestDatabase
let database: Database
let folder: string

beforeAll(async () => {
  const template = await templateDatabase('secrets', (url) => migrate(url, [secretsMigrations]))
  clone = await cloneDatabase(template)
  database = openDatabase(clone.url, {
    onError: (error) => {
      throw error
    },
  })
})
afterAll(async () => {
  await database.close()
  await clone.drop()
})
beforeEach(async () => {
  await database.pool.query('truncate secrets.master_key, secrets.person_key')
  folder = await mkdtemp(join(tmpdir(), 'anlan-钥匙 '))
  return () => rm(folder, { recursive: true, force: true })
})

const asApp = <Value>(work: (trx: Kysely<unknown>) => Promise<Value>): Promise<Value> =>
  database.kysely.transaction().execute(async (trx) => {
    await sql`set local role anlan_app`.execute(trx)
    return work(trx)
  })

describe('a sealed text', () => {
  const { seal, open } = testSecrets()

  it.each(['', '330106199003071234', '张三 \0 🙂', 'x'.repeat(100_000)])('opens to what was sealed (%#)', (plain) => {
    expect(open(seal(plain))).toBe(plain)
  })

  it('is another text each time, and shows nothing of the plain one', () => {
    const [one, two] = [seal('13800138000'), seal('13800138000')]
    expect(one).not.toBe(two)
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('138')
  })

  it('is SM4-GCM (GB/T 32907): the bytes that RFC 8998, A.1, gives', () => {
    // The vector's nonce is given, ours is drawn: the known text is put together by hand and opened.
    const key = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex')
    const nonce = '00001234567800000000ABCD'
    const bound = Buffer.from('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2', 'hex')
    const cipherText =
      '17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D'
    const tag = '83DE3541E4C2B58177E065A9BF7B62EC'
    const sealed = Buffer.from(`01${nonce}${cipherText}${tag}`, 'hex').toString('base64')
    const plain = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'EE', 'AA']
      .map((byte) => byte.repeat(8))
      .join('')
      .toLowerCase()
    expect(openUnder(key, bound, sealed).toString('hex')).toBe(plain)
  })

  it('does not open once any byte of it was changed, cut off or added', () => {
    const bytes = Buffer.from(seal('张三'), 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(() => open(changed.toString('base64'))).toThrow(SealBroken)
    }
    expect(() => open(bytes.subarray(0, -1).toString('base64'))).toThrow(SealBroken)
    expect(() => open(`${bytes.toString('base64')}!`)).toThrow(SealBroken)
    expect(() => open('')).toThrow(SealBroken)
  })

  it('does not open under another master key, nor for what it is not bound to', () => {
    expect(() => secretsUnder(Buffer.alloc(32, 'another')).open(seal('张三'))).toThrow(SealBroken)
    const key = Buffer.alloc(16, 1)
    expect(() => openUnder(key, 'person:b', sealUnder(key, 'person:a', '张三'))).toThrow(SealBroken)
  })
})

describe('a blind index', () => {
  it('finds the same value again, under one purpose and one master key alone', () => {
    const secrets = testSecrets()
    const index = secrets.blindIndex('identity-number', '330106199003071234')
    expect(index).toMatch(/^[0-9a-f]{64}$/)
    expect(testSecrets().blindIndex('identity-number', '330106199003071234')).toBe(index)
    expect(secrets.blindIndex('phone', '330106199003071234')).not.toBe(index)
    expect(secretsUnder(Buffer.alloc(32, 'another')).blindIndex('identity-number', '330106199003071234')).not.toBe(index)
  })
})

describe('the key of a person', () => {
  const secrets = testSecrets()

  it('opens what was sealed for that person, also as a page of many', async () => {
    const sealed = await asApp((trx) =>
      secrets.sealAllFor(trx, [
        { personId: zhang, plain: '甲' },
        { personId: li, plain: '乙' },
        { personId: zhang, plain: '丙' },
      ]),
    )
    const opened = await asApp((trx) =>
      secrets.openAllFor(
        trx,
        sealed.map((text, place) => ({ personId: place === 1 ? li : zhang, sealed: text })),
      ),
    )
    expect(opened).toEqual(['甲', '乙', '丙'])
    await expect(asApp((trx) => secrets.openFor(trx, li, sealed[0]!))).rejects.toThrow(SealBroken)
  })

  it('lies in the database wrapped, and opens nothing without the master key', async () => {
    const sealed = await asApp((trx) => secrets.sealFor(trx, zhang, '甲'))
    const other = secretsUnder(Buffer.alloc(32, 'another'))
    await expect(asApp((trx) => other.openFor(trx, zhang, sealed))).rejects.toThrow(SealBroken)
  })

  it('is one, however many transactions make it at once', async () => {
    const plains = Array.from({ length: 24 }, (_, place) => String(place))
    const people = [zhang, li]
    const sealed = await Promise.all(
      plains.map((plain, place) =>
        // Every other one asks for both people in the other order.
        asApp((trx) =>
          secrets.sealAllFor(
            trx,
            (place % 2 ? people : people.toReversed()).map((personId) => ({ personId, plain })),
          ),
        ),
      ),
    )
    const opened = await asApp((trx) =>
      secrets.openAllFor(
        trx,
        sealed.map(([first], place) => ({ personId: place % 2 ? zhang : li, sealed: first! })),
      ),
    )
    expect(opened).toEqual(plains)
    expect((await database.pool.query('select from secrets.person_key')).rowCount).toBe(2)
  })

  it('opens nothing from the moment its destruction is committed, in no process, and never comes back', async () => {
    const sealed = await asApp((trx) => secrets.sealFor(trx, zhang, '甲'))
    const otherProcess = testSecrets()
    expect(await asApp((trx) => otherProcess.openFor(trx, zhang, sealed))).toBe('甲')
    await asApp(async (trx) => {
      await secrets.destroyKeyOf(trx, zhang)
      expect(await asApp((other) => otherProcess.openFor(other, zhang, sealed))).toBe('甲')
    })
    expect(await asApp((trx) => otherProcess.openFor(trx, zhang, sealed))).toBeNull()
    const later = await asApp((trx) => secrets.sealFor(trx, zhang, '后来'))
    expect(await asApp((trx) => secrets.openFor(trx, zhang, later))).toBeNull()
    await asApp((trx) => secrets.destroyKeyOf(trx, zhang))
    expect((await database.pool.query('select wrapped from secrets.person_key')).rows).toEqual([{ wrapped: null }])
  })

  it('may be destroyed before it was ever made', async () => {
    await asApp((trx) => secrets.destroyKeyOf(trx, li))
    const sealed = await asApp((trx) => secrets.sealFor(trx, li, '甲'))
    expect(await asApp((trx) => secrets.openFor(trx, li, sealed))).toBeNull()
  })

  it('stays when the destruction is rolled back', async () => {
    const sealed = await asApp((trx) => secrets.sealFor(trx, zhang, '甲'))
    const undone = asApp(async (trx) => {
      await secrets.destroyKeyOf(trx, zhang)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await asApp((trx) => secrets.openFor(trx, zhang, sealed))).toBe('甲')
  })

  it.each([
    ['change', "update secrets.person_key set wrapped = 'x'"],
    ['delete', 'delete from secrets.person_key'],
    ['read the check value', 'select * from secrets.master_key'],
  ])('is not to be had by the application that tries to %s', async (_what, statement) => {
    await expect(asApp((trx) => sql.raw(statement).execute(trx))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the master key', () => {
  it('is made at the first start, and is the same at the next', async () => {
    const keys = join(folder, 'keys')
    const first = await openSecrets(keys, clone.url)
    const sealed = first.seal('甲')
    expect((await openSecrets(keys, clone.url)).open(sealed)).toBe('甲')
    expect(await readdir(keys)).toEqual(['master.key'])
  })

  it.runIf(process.platform !== 'win32')('is closed to everybody else, and so is its folder', async () => {
    const keys = join(folder, 'keys')
    await openSecrets(keys, clone.url)
    expect((await stat(masterKeyFile(keys))).mode & 0o777).toBe(0o600)
    expect((await stat(keys)).mode & 0o777).toBe(0o700)
  })

  it('is one for all that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(folder, clone.url)))
    expect(new Set(all.map((secrets) => secrets.blindIndex('a', 'b'))).size).toBe(1)
    expect(await readdir(folder)).toEqual(['master.key'])
  })

  it('is not made anew where the database was sealed under one that is gone: KEY_MISSING', async () => {
    await openSecrets(folder, clone.url)
    await rm(masterKeyFile(folder))
    await expect(openSecrets(folder, clone.url)).rejects.toMatchObject({ code: 'KEY_MISSING' })
    expect(await readdir(folder)).toEqual([])
  })

  it('of another database is refused: KEY_DIFFERENT', async () => {
    await openSecrets(join(folder, 'one'), clone.url)
    await database.pool.query('truncate secrets.master_key')
    await openSecrets(join(folder, 'two'), clone.url)
    await expect(openSecrets(join(folder, 'one'), clone.url)).rejects.toMatchObject({ code: 'KEY_DIFFERENT' })
  })

  it.each([
    ['empty', () => ''],
    ['cut off', (whole: string) => whole.slice(0, -8)],
    ['touched in one digit', (whole: string) => whole.replace(/ (.)/, (_, digit: string) => ` ${digit === '0' ? '1' : '0'}`)],
    ['of another kind', () => 'a password\n'],
  ])('that is %s is refused: KEY_DAMAGED', async (_how, damage) => {
    await openSecrets(folder, clone.url)
    const file = masterKeyFile(folder)
    const damaged = damage(await readFile(file, 'utf8'))
    await writeFile(file, damaged)
    await expect(openSecrets(folder, clone.url)).rejects.toMatchObject({ code: 'KEY_DAMAGED' })
    expect(await readFile(file, 'utf8')).toBe(damaged)
  })

  it.runIf(process.platform !== 'win32')('that others may read is refused: KEY_EXPOSED', async () => {
    await openSecrets(folder, clone.url)
    await chmod(masterKeyFile(folder), 0o640)
    await expect(openSecrets(folder, clone.url)).rejects.toMatchObject({ code: 'KEY_EXPOSED', facts: { mode: '0640' } })
  })

  it('comes whole or not at all from a process that is killed while it makes it', async () => {
    const script = `
      import { makeMasterKey } from ${JSON.stringify(new URL('./masterKey.ts', import.meta.url).href)}
      for (let n = 0; ; n += 1) {
        await makeMasterKey(${JSON.stringify(folder)} + '/' + n)
        process.stdout.write('.')
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.once('data', () => child.kill('SIGKILL'))
    await text(child.stdout)
    const made = (await readdir(folder)).filter((name) => !name.startsWith('.'))
    for (const name of made) expect(await readFile(join(folder, name), 'utf8')).toMatch(/^anlan-master-key-1 [0-9a-f]{64} [0-9a-f]{16}\n$/)
    expect(made.length).toBeGreaterThan(0)
  })
})
