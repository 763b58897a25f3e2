import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/postgres.ts'
import { faultOf, openLog } from './log.ts'

const run = promisify(execFile)
const phone = '13912345678'
let folder: string
let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-log-'))
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`create table person (name text not null, phone text unique, born date, check (phone <> '1'))`)
  await client.query('insert into person values ($1, $2)', ['沈知远', phone])
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const failureOf = (statement: string): Promise<unknown> =>
  client.query(statement).then(
    () => expect.fail('the statement went through'),
    (error: unknown) => error,
  )

describe('what the log keeps of a fault', () => {
  it.each([
    [
      'a value that is taken',
      `insert into person values ('李思齐', '${phone}')`,
      { code: '23505', constraint: 'person_phone_key', message: expect.stringContaining('person_phone_key') },
    ],
    [
      'a row that lacks a value',
      `insert into person values (null, '${phone}1')`,
      { code: '23502', message: expect.stringContaining('"name"') },
    ],
    [
      'a text that is no date',
      `insert into person values ('李思齐', '2', '${phone} 沈知远')`,
      { code: '22007', message: 'PostgreSQL 22007' },
    ],
    [
      'a statement that is wrong',
      'select no_such_column from person',
      { code: '42703', message: expect.stringContaining('no_such_column') },
    ],
  ])('of %s is its kind and place, and no row', async (_what, statement, kept) => {
    const fault = faultOf(await failureOf(statement))
    expect(fault).toMatchObject({ type: 'error', ...kept })
    for (const personal of [phone, '沈知远', '李思齐']) expect(JSON.stringify(fault)).not.toContain(personal)
    expect(fault.stack).toMatch(/\n +at /)
  })

  it('goes on to what caused it, and takes whatever was thrown', () => {
    expect(faultOf(new Error('outer', { cause: new RangeError('inner') }))).toMatchObject({
      type: 'Error',
      message: 'outer',
      cause: { type: 'RangeError', message: 'inner' },
    })
    expect(faultOf(phone)).toEqual({ type: 'string', message: 'what was thrown is no error' })
  })
})

describe('the log', () => {
  it('is one JSON object a line, and strikes out what would name a person or open a door', async () => {
    const destination = join(folder, 'log.jsonl')
    const log = openLog({ destination })
    log.info({ requestId: '1', phone, body: { password: 'Right-1234', identityNumber: 'x', token: 't' } }, 'answered')
    log.error({ err: await failureOf(`insert into person values ('李思齐', '${phone}')`) }, 'fault')
    const written = (): Promise<string> =>
      readFile(destination, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error)))
    while ((await written()).split('\n').length < 3) await pause(10)
    const text = await written()
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toMatchObject([
      {
        level: 30,
        msg: 'answered',
        requestId: '1',
        phone: '[struck out]',
        body: { password: '[struck out]', identityNumber: '[struck out]', token: '[struck out]' },
      },
      { level: 50, msg: 'fault', err: { code: '23505' } },
    ])
    for (const personal of [phone, 'Right-1234', '李思齐']) expect(text).not.toContain(personal)
  })
})

describe('the log’s file', () => {
  it('is for its owner alone', async () => {
    const destination = join(folder, 'own', 'anlan.log')
    const log = openLog({ destination })
    log.info({}, 'begun')
    await pause(200)
    expect((await stat(destination)).mode & 0o777).toBe(0o600)
  })

  it('that cannot be opened ends nothing, and says so on the error stream', async () => {
    const said: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    const log = openLog({ destination: folder })
    log.info({}, 'begun')
    await vi.waitUntil(() => said.length > 0)
    expect(said).toEqual(['the log cannot be written: EISDIR\n'])
  })

  it('that was never opened does not spoil the end of the process', async () => {
    const module = new URL('./log.ts', import.meta.url).href
    const script = `import(${JSON.stringify(module)}).then(({ openLog }) => openLog({ destination: ${JSON.stringify(folder)} }).info({}, 'begun'))`
    const { stderr } = await run(process.execPath, ['--input-type=module', '-e', script])
    expect(stderr).toBe('the log cannot be written: EISDIR\n')
  })
})
