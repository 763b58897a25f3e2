import { createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/postgres.ts'
import { fakePostgres } from '../testing/fakePostgres.ts'
import { checkExternalPostgres, withoutSecrets } from './external.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const changed = (change: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port' | 'hostname'>>) =>
  Object.assign(new URL(database.url), change).href

describe('an external PostgreSQL', () => {
  it('that lets us in is taken, and tells its version', async () => {
    expect(await checkExternalPostgres(database.url)).toEqual({ version: expect.stringMatching(/^\d+\.\d+$/) })
  })

  it.each([
    ['nobody listens', () => changed({ port: '1' }), 'nothing listens there'],
    ['the password is wrong', () => changed({ password: 'topsecret' }), 'the user name or the password is wrong'],
    ['the user is unknown', () => changed({ username: 'nobody' }), 'the user name or the password is wrong'],
    ['the database is missing', () => changed({ pathname: '/none' }), 'there is no database of this name'],
    ['the host is unknown', () => changed({ hostname: 'host.invalid' }), 'the host name'],
  ])('is refused when %s', async (_when, url, words) => {
    const refused = checkExternalPostgres(url())
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', exitCode: 1, en: expect.stringContaining(words) })
    await expect(refused).rejects.toMatchObject({
      en: expect.not.stringContaining('topsecret'),
      zh: expect.not.stringContaining('topsecret'),
    })
  })

  it.each([
    ['14.12', 140_012, 'POSTGRES_TOO_OLD'],
    ['9.6.24', 90_624, 'POSTGRES_TOO_OLD'],
  ])('of version %s is refused', async (version, number, code) => {
    const old = await fakePostgres({ version, number })
    await expect(checkExternalPostgres(old.url)).rejects.toMatchObject({ code, facts: { version, neededMajor: 15 } })
    await old.close()
  })

  it.each([
    [{ encoding: 'SQL_ASCII' }, 'UTF8 is needed'],
    [{ standby: true }, 'standby'],
  ])('that cannot serve is refused: %o', async (state, words) => {
    const server = await fakePostgres({ version: '15.1', number: 150_001, ...state })
    await expect(checkExternalPostgres(server.url)).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      en: expect.stringContaining(words),
    })
    await server.close()
  })

  it('of version 15 is taken', async () => {
    const server = await fakePostgres({ version: '15.0', number: 150_000 })
    expect(await checkExternalPostgres(server.url)).toEqual({ version: '15.0' })
    await server.close()
  })

  it('that is no PostgreSQL is refused', async () => {
    const other: Server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(checkExternalPostgres(`postgres://a:b@127.0.0.1:${port}/c`)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    other.close()
  })

  it('whose connections are all taken is refused', async () => {
    const admin = new pg.Client({ connectionString: database.url })
    await admin.connect()
    await admin.query(`create role crowded login password 'x' connection limit 0`)
    await expect(checkExternalPostgres(changed({ username: 'crowded', password: 'x' }))).rejects.toMatchObject({
      en: expect.stringContaining('no connection left'),
    })
    await admin.query('drop role crowded')
    await admin.end()
  })
})

it('an address is told without its password', () => {
  expect(withoutSecrets('postgres://user:secret@host:5433/name?sslpassword=other')).toBe('postgres://user@host:5433/name')
})
