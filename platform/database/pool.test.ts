import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../testing/postgres.ts'
import { openDatabase } from './pool.ts'

it('survives a connection that is cut while a transaction holds it and asks nothing', async () => {
  const clone = await testDatabase()
  const database = openDatabase(clone.url, { onError: () => undefined })
  const cut = database.kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await database.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
    await new Promise((resolve) => setTimeout(resolve, 100))
    await sql`select 1`.execute(trx)
  })
  await expect(cut).rejects.toThrow('not queryable')
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await database.close()
  await clone.drop()
})
