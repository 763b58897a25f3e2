import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { MigrationSet } from '../room.ts'
import { startRefusal } from '../startRefusal.ts'

/** The platform's own tables. */
export const platformMigrations: MigrationSet = { schema: 'platform', folder: new URL('./migrations/', import.meta.url) }

type Step = { number: number; name: string; text: string; digest: string }

/** Any two servers that start on one database take this lock in turn; the number is arbitrary and must stay. */
const lockKey = 7_306_112_024

const stepsOf = async ({ schema, folder }: MigrationSet): Promise<Step[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4))
      if (!/^\d{4}_[a-zA-Z0-9]+\.sql$/.test(name) || number !== index + 1)
        throw new Error(`the migrations of ${schema} must be numbered without a gap: ${name} stands at place ${index + 1}`)
      const text = await readFile(new URL(name, folder), 'utf8')
      return { number, name, text, digest: createHash('sm3').update(text.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
}

/**
 * Brings a database to the state this program knows: numbered, forward only, each step in a transaction of its own,
 * one server at a time. Refuses a database that is newer than the program, and one whose steps were changed after
 * they were taken.
 * @param url the owner's address; rooms later work as the role `anlan_app`, which owns nothing.
 */
export const migrate = async (url: string, sets: readonly MigrationSet[]): Promise<void> => {
  const plans = await Promise.all([platformMigrations, ...sets].map(async (set) => ({ set, steps: await stepsOf(set) })))
  const client = new pg.Client({ connectionString: url, application_name: 'anlan migrations' })
  // A connection that breaks off fails the statement it was asked; the event alone would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Held by the session, so a server that dies lets go of it.
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await prepare(client)
    for (const { set, steps } of plans) await bring(client, set, steps)
  } finally {
    await client.end()
  }
}

const prepare = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>(`select exists (select from pg_roles where rolname = 'anlan_app') as there`)
  // Roles belong to the whole server, so another database's start may make it between the look and the deed.
  if (!rows[0]?.there)
    await client.query(`do $$ begin create role anlan_app nologin; exception when duplicate_object or unique_violation then null; end $$`)
  await client.query(`
    -- Whoever may not grant was granted it before by the administrator of the server.
    do $$ begin
      execute format('grant anlan_app to %I', current_user);
    exception when insufficient_privilege then null;
    end $$;
    create schema if not exists platform;
    grant usage on schema platform to anlan_app;
    create table if not exists platform.migration (
      schema_name text not null,
      number integer not null,
      name text not null,
      digest text not null,
      at timestamptz not null default now(),
      primary key (schema_name, number)
    );`)
}

const bring = async (client: pg.Client, { schema }: MigrationSet, steps: readonly Step[]): Promise<void> => {
  const { rows: taken } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from platform.migration where schema_name = $1 order by number',
    [schema],
  )
  if (taken.length > steps.length)
    throw startRefusal('SCHEMA_NEWER', { room: schema, databaseVersion: taken.length, programVersion: steps.length })
  for (const { number, digest, name } of taken)
    if (steps[number - 1]?.digest !== digest) throw startRefusal('SCHEMA_CHANGED', { room: schema, step: name })
  for (const { number, name, text, digest } of steps.slice(taken.length)) {
    try {
      await client.query('begin')
      await client.query(`create schema if not exists ${schema}; grant usage on schema ${schema} to anlan_app`)
      await client.query(text)
      await client.query('insert into platform.migration (schema_name, number, name, digest) values ($1, $2, $3, $4)', [
        schema,
        number,
        name,
        digest,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`step ${name} of ${schema} failed`, { cause: error })
    }
  }
}
