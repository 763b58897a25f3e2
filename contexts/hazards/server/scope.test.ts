import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { guardedTables, openTables, schemaFaults, type Query } from '../../../main/testing/schemaRules.ts'
import { hazardsRegisterRows } from '../../../main/testing/rows/hazardsRegister.ts'

let house: TestHazards
let client: pg.Client
beforeAll(async () => {
  house = await openTestHazards()
  client = new pg.Client({ connectionString: house.services.database.pool.options.connectionString })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await house.close()
})
const query: Query = async <Row>(text: string) => (await client.query(text)).rows as Row[]

it('the tables of the register keep the rules of the house, and none is read whole', async () => {
  expect((await schemaFaults(query)).filter((fault) => fault.includes('hazards.'))).toEqual([])
  expect((await openTables(query)).filter((table) => table.startsWith('hazards.'))).toEqual([])
  const guarded = await guardedTables(query)
  expect(Object.keys(hazardsRegisterRows).filter((table) => !guarded.includes(table))).toEqual([])
})

/** How many rows a statement reaches; none where it may not be said at all. */
const reached = async (statement: string): Promise<number> => {
  await client.query('savepoint one')
  const count = await client.query(statement).then(
    (result) => result.rowCount ?? 0,
    (error: Error & { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)),
  )
  await client.query('rollback to one')
  return count
}

it.each([
  ['without a scope sees, changes, removes and writes no row', '', [] as string[]],
  [
    'next door reads what is told to everybody, and no more',
    `set local anlan.lo = '330109'; set local anlan.hi = '33010:'; set local anlan.organisation_id = ''`,
    ['hazards.campaign', 'hazards.checklist', 'hazards.special_list'],
  ],
])('whoever stands %s', async (_who, scope, told) => {
  await client.query('begin')
  try {
    await client.query('set local session_replication_role = replica')
    for (const statement of Object.values(hazardsRegisterRows)) await client.query(statement)
    await client.query(`set local role anlan_app; ${scope}`)
    const seen: string[] = []
    const touched: string[] = []
    for (const table of Object.keys(hazardsRegisterRows)) {
      if ((await reached(`select from ${table}`)) > 0) seen.push(table)
      const column = table === 'hazards.checklist' ? 'key' : 'region_code'
      for (const deed of [`update ${table} set ${column} = ${column}`, `delete from ${table}`])
        if ((await reached(deed)) > 0) touched.push(deed)
    }
    expect(seen).toEqual(told)
    expect(touched).toEqual([])
  } finally {
    await client.query('rollback')
  }
})

it('and nobody writes a row where he does not stand', async () => {
  await client.query('begin')
  try {
    await client.query(
      `set local role anlan_app; set local anlan.lo = '330109'; set local anlan.hi = '33010:'; set local anlan.organisation_id = ''`,
    )
    const written: string[] = []
    for (const [table, statement] of Object.entries(hazardsRegisterRows)) if ((await reached(statement)) > 0) written.push(table)
    // Criteria hold for everybody; who may enter them is a question of the role, not of the region.
    expect(written).toEqual(['hazards.checklist'])
  } finally {
    await client.query('rollback')
  }
})
