import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import type { MigrationSet } from '../room.ts'
import { StartRefusal } from '../startRefusal.ts'
import { testDatabase, type TestDatabase } from '../testing/postgres.ts'
import { migrate } from './migrate.ts'

const folders: string[] = []
const databases: TestDatabase[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
  await Promise.all(databases.splice(0).map((database) => database.drop()))
})

const newDatabase = async (): Promise<string> => {
  const database = await testDatabase()
  databases.push(database)
  return database.url
}
const stepsOf = async (steps: Readonly<Record<string, string>>, schema = 'room'): Promise<MigrationSet> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-steps-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(steps)) await writeFile(join(folder, name), text)
  return { schema, folder: pathToFileURL(`${folder}/`) }
}
const query = async <Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
const taken = (url: string) => query(url, `select number, name from platform.migration where schema_name = 'room' order by number`)
const refusalOf = async (work: Promise<void>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof StartRefusal ? { code: error.code, facts: error.facts } : error
}

const first = { '0001_place.sql': 'create table room.place (name text); grant select on room.place to anlan_app' }
const second = { ...first, '0002_more.sql': 'alter table room.place add column visits integer not null default 0' }

describe('migrations', () => {
  it('bring a database to what the program knows, each step once, and leave it there', async () => {
    const url = await newDatabase()
    await migrate(url, [await stepsOf(first)])
    await query(url, `insert into room.place values ('one')`)
    for (let start = 0; start < 2; start += 1) await migrate(url, [await stepsOf(second)])
    expect(await query(url, 'select * from room.place')).toEqual([{ name: 'one', visits: 0 }])
    expect(await taken(url)).toEqual([
      { number: 1, name: '0001_place.sql' },
      { number: 2, name: '0002_more.sql' },
    ])
  })

  it('leave the role of the rooms without anything of its own', async () => {
    const url = await newDatabase()
    await migrate(url, [await stepsOf(first)])
    expect(await query(url, `select tableowner = current_user as own from pg_tables where schemaname = 'room'`)).toEqual([{ own: true }])
    expect(await query(url, `select rolsuper, rolcanlogin, rolbypassrls from pg_roles where rolname = 'anlan_app'`)).toEqual([
      { rolsuper: false, rolcanlogin: false, rolbypassrls: false },
    ])
    await expect(query(url, 'set role anlan_app; create table room.own (a int)')).rejects.toMatchObject({ code: '42501' })
    await expect(query(url, 'set role anlan_app; select * from platform.migration')).rejects.toMatchObject({ code: '42501' })
  })

  it('of five starters at once are done once', async () => {
    const url = await newDatabase()
    const slow = await stepsOf({
      '0001_slow.sql': `create table room.once (n int); insert into room.once values (1); select pg_sleep(0.2)`,
    })
    await Promise.all(Array.from({ length: 5 }, () => migrate(url, [slow])))
    expect(await query(url, 'select n from room.once')).toEqual([{ n: 1 }])
  })

  it('are let go by a starter that dies in the midst', async () => {
    const url = await newDatabase()
    const stuck = await stepsOf({ '0001_stuck.sql': `create table room.half (n int); select pg_sleep(3600)` })
    const dying = migrate(url, [stuck]).catch((error: Error) => error.message)
    const working = `select pid from pg_stat_activity where datname = current_database() and application_name = 'anlan migrations' and query like '%pg_sleep%' and pid <> pg_backend_pid()`
    let pids: { pid: number }[] = []
    while (pids.length === 0) pids = await query<{ pid: number }>(url, working)
    await query(url, `select pg_terminate_backend(${pids[0]!.pid}, 10000)`)
    expect(await dying).toEqual(expect.any(String))
    await migrate(url, [await stepsOf(first)])
    expect(await query(url, `select to_regclass('room.half') as half, to_regclass('room.place')::text as place`)).toEqual([
      { half: null, place: 'room.place' },
    ])
  })

  it.each([
    ['with a gap', { '0001_place.sql': 'select 1', '0003_more.sql': 'select 1' }, '0003_more.sql stands at place 2'],
    ['with a number twice', { '0001_a.sql': 'select 1', '0001_b.sql': 'select 1' }, '0001_b.sql stands at place 2'],
    ['that begin elsewhere', { '0000_place.sql': 'select 1' }, '0000_place.sql stands at place 1'],
    ['of another form', { '0001-place.sql': 'select 1' }, '0001-place.sql stands at place 1'],
  ])('%s are a bug, and nothing is touched', async (_how, steps, sentence) => {
    const url = await newDatabase()
    await expect(migrate(url, [await stepsOf(steps)])).rejects.toThrow(sentence)
    expect(await query(url, `select to_regnamespace('platform') as platform`)).toEqual([{ platform: null }])
  })

  it('that were changed after they were taken are refused', async () => {
    const url = await newDatabase()
    await migrate(url, [await stepsOf(first)])
    const changed = migrate(url, [await stepsOf({ '0001_place.sql': 'create table room.place (name text, secret text)' })])
    expect(await refusalOf(changed)).toEqual({ code: 'SCHEMA_CHANGED', facts: { room: 'room', step: '0001_place.sql' } })
  })

  it('are the same steps whichever way a checkout ends its lines', async () => {
    const url = await newDatabase()
    const text = '-- a step\ncreate table room.place (name text)\n'
    await migrate(url, [await stepsOf({ '0001_place.sql': text })])
    await migrate(url, [await stepsOf({ '0001_place.sql': text.replaceAll('\n', '\r\n') })])
    expect(await taken(url)).toHaveLength(1)
  })

  it('of a database that is newer than the program are refused, and nothing is touched', async () => {
    const url = await newDatabase()
    await migrate(url, [await stepsOf(second)])
    expect(await refusalOf(migrate(url, [await stepsOf(first)]))).toEqual({
      code: 'SCHEMA_NEWER',
      facts: { room: 'room', databaseVersion: 2, programVersion: 1 },
    })
    expect(await taken(url)).toHaveLength(2)
  })

  it('a step that fails is taken back whole, and those before it stand', async () => {
    const url = await newDatabase()
    const broken = await stepsOf({
      ...first,
      '0002_more.sql': `insert into room.place values ('half'); alter table room.nowhere add column a int`,
    })
    const failed = await migrate(url, [broken]).catch((error: Error) => error)
    expect(failed).toMatchObject({ message: 'step 0002_more.sql of room failed', cause: { code: '42P01' } })
    expect(await query(url, 'select * from room.place')).toEqual([])
    expect(await taken(url)).toEqual([{ number: 1, name: '0001_place.sql' }])
    await migrate(url, [await stepsOf(second)])
    expect(await taken(url)).toHaveLength(2)
  })

  it('and so is one that cannot be noted as taken', async () => {
    const url = await newDatabase()
    const unnoted = await stepsOf({
      ...first,
      '0002_more.sql': `insert into room.place values ('half'); insert into platform.migration values ('room', 2, 'in its place', '')`,
    })
    await expect(migrate(url, [unnoted])).rejects.toThrow('step 0002_more.sql of room failed')
    expect(await query(url, 'select * from room.place')).toEqual([])
    expect(await taken(url)).toEqual([{ number: 1, name: '0001_place.sql' }])
  })
})
