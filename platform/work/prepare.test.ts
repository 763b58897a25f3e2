import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { testDatabase, type TestDatabase } from '../testing/postgres.ts'
import { prepareWorker, workMigrations } from './prepare.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.drop())

const start = async () => {
  await prepareWorker(database.url)
  await migrate(database.url, [workMigrations])
}

it('lets several servers start on an empty database at once, and again later', async () => {
  await Promise.all([start(), start(), start()])
  await start()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows: eras } = await client.query('select era from work.cursor')
  const { rows: steps } = await client.query<{ steps: number; latest: number }>(
    'select count(*)::integer as steps, max(id) as latest from graphile_worker.migrations',
  )
  await client.end()
  expect(eras).toHaveLength(1)
  expect(steps[0]?.steps).toBeGreaterThan(0)
  expect(steps[0]?.steps).toBe(steps[0]?.latest)
})
