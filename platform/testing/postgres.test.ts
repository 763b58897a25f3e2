import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { cloneDatabase, templateDatabase, testDatabase } from './postgres.ts'

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a database for a test', () => {
  it('is empty, UTF-8, in UTC, and at PostgreSQL 15 or later', async () => {
    const database = await testDatabase()
    const [row] = await query<Record<string, unknown>>(
      database.url,
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
              current_setting('server_version_num')::int >= 150000 as recent,
              lower('ÅÄ') as lowered, '安澜' collate "C" < '安全' collate "C" as ordered,
              (select count(*)::int from pg_tables where schemaname = 'public') as tables`,
    )
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', recent: true, lowered: 'åä', ordered: false, tables: 0 })
    await database.drop()
    await expect(query(database.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  })

  it('is cloned from a template that is built once, and changes in one clone stay there', async () => {
    let built = 0
    const build = async (url: string): Promise<void> => {
      built += 1
      await query(url, "create table person (name text); insert into person values ('张三')")
    }
    const templates = await Promise.all([1, 2, 3].map(() => templateDatabase('built_once', build)))
    expect(built).toBe(1)
    const [one, two] = await Promise.all([cloneDatabase(templates[0]!), cloneDatabase(templates[2]!)])
    await query(one.url, "insert into person values ('李四')")
    expect(await query(one.url, 'select name from person')).toHaveLength(2)
    expect(await query(two.url, 'select name from person')).toEqual([{ name: '张三' }])
    await Promise.all([one.drop(), two.drop()])
  })

  it('is built anew after a build that failed', async () => {
    const failing = templateDatabase('fails_first', async (url) => {
      await query(url, 'create table half (a int)')
      throw new Error('a fault in a migration')
    })
    await expect(failing).rejects.toThrow('a fault in a migration')
    const template = await templateDatabase('fails_first', async (url) => {
      await query(url, 'create table whole (a int)')
    })
    const database = await cloneDatabase(template)
    expect(await query(database.url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([{ tablename: 'whole' }])
    await database.drop()
  })

  it.each([
    ['returns', ''],
    ['calls process.exit', 'process.exit(0)'],
  ])('leaves no server and no folder behind a script that %s', async (_how, ending) => {
    const { run, port } = await scriptThatAsksForADatabase(ending)
    expect(existsSync(run)).toBe(false)
    await expect(query(`postgres://anlan:x@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('clears what a killed run left, its server included', async () => {
    const killed = await scriptThatAsksForADatabase("process.kill(process.pid, 'SIGKILL')")
    expect(existsSync(killed.run)).toBe(true)
    await scriptThatAsksForADatabase('')
    expect(existsSync(killed.run)).toBe(false)
    await expect(query(`postgres://anlan:x@127.0.0.1:${killed.port}/postgres`, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

/** A process of its own, outside this run, as a benchmark would be. */
async function scriptThatAsksForADatabase(ending: string): Promise<{ run: string; port: string }> {
  const script = `
    import { writeSync } from 'node:fs'
    import { testDatabase } from ${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)}
    const { url } = await testDatabase()
    writeSync(1, process.env.ANLAN_TEST_RUN + '\\n' + new URL(url).port)
    ${ending}`
  const { ANLAN_TEST_RUN: _outer, ...environment } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const [run, port] = (await text(child.stdout)).split('\n')
  if (run === undefined || port === undefined) throw new Error('the script said nothing')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { run, port }
}
