import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { silentLog } from '../log/log.ts'
import { testDatabase, type TestDatabase } from '../testing/postgres.ts'
import { openStanding } from './standing.ts'
import { until } from './testWork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const admin = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

it('is made again when it breaks, greeted anew, and says so', async () => {
  const heard: string[] = []
  let notices = 0
  const standing = await openStanding(database.url, {
    name: 'test',
    log: silentLog(),
    greet: async (client) => {
      heard.push('greeted')
      await client.query('listen word')
    },
    onBack: () => heard.push('back'),
    onNotice: () => (notices += 1),
  })
  await admin('notify word')
  await until(() => notices === 1)
  await admin(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'anlan test'`)
  await until(() => heard.includes('back'))
  await admin('notify word')
  await until(() => notices === 2)
  expect(heard).toEqual(['greeted', 'greeted', 'back'])
  expect(await standing.query('select 1 as one')).toEqual([{ one: 1 }])
  await standing.close()
  expect(standing.connected).toBe(false)
})

it('tells of a fault in a question and stays whole', async () => {
  const standing = await openStanding(database.url, { name: 'test', log: silentLog(), greet: async () => undefined })
  await expect(standing.query('select nonsense')).rejects.toThrow('nonsense')
  expect(standing.connected).toBe(true)
  expect(await Promise.all([standing.query('select 1 as n'), standing.query('select 2 as n')])).toEqual([[{ n: 1 }], [{ n: 2 }]])
  await standing.close()
})

it('throws when it cannot be opened in the first place, and stops trying when it is closed', async () => {
  const nobody = new URL(database.url)
  nobody.port = '1'
  await expect(openStanding(nobody.href, { name: 'test', log: silentLog(), greet: async () => undefined })).rejects.toThrow('ECONNREFUSED')

  let refused = false
  const standing = await openStanding(database.url, {
    name: 'test',
    log: silentLog(),
    greet: () => (refused ? Promise.reject(new Error('not now')) : Promise.resolve()),
  })
  refused = true
  await admin(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'anlan test'`)
  await until(() => !standing.connected)
  await standing.close()
  await expect(standing.query('select 1')).rejects.toThrow('broken')
})
