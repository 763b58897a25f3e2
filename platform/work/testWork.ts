import { sql } from 'kysely'
import pg from 'pg'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { auditMigrations } from '../audit/migrations.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/pool.ts'
import { transact, type Services, type Tx } from '../database/transaction.ts'
import { secretsMigrations } from '../secrets/openSecrets.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase } from '../testing/postgres.ts'
import { prepareWorker, workMigrations } from './prepare.ts'

/** A database with the platform's tables, for tests of work and of live hints. */
export type TestWork = {
  readonly url: string
  readonly services: Services
  /** Sets the clock ahead. */
  later(duration: { minutes?: number; hours?: number }): void
  /** Runs a piece of work as the product itself, and commits. */
  inTx(work: (tx: Tx) => Promise<unknown>): Promise<void>
  /** Asks as the owner. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** What the listeners and jobs of a test left behind, in order. */
  notes(): Promise<readonly string[]>
  close(): Promise<void>
}

export const openTestWork = async (): Promise<TestWork> => {
  const template = await templateDatabase('work', async (url) => {
    await prepareWorker(url)
    await migrate(url, [secretsMigrations, auditMigrations, workMigrations])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`
      create table public.note (id bigint generated always as identity, text text not null);
      grant select, insert on public.note to anlan_app`)
    await client.end()
  })
  const clone = await cloneDatabase(template)
  // A test may cut every connection; what breaks is then part of the test.
  const database = openDatabase(clone.url, { onError: () => undefined })
  let ahead = Temporal.Duration.from({ seconds: 0 })
  const services: Services = { database, secrets: testSecrets(), clock: () => Temporal.Now.instant().add(ahead) }
  return {
    url: clone.url,
    services,
    later: (duration) => {
      ahead = ahead.add(duration)
    },
    async inTx(work) {
      const result = await transact(services, { actor: systemActor('test') }, async (tx) => {
        await work(tx)
        return ok(undefined)
      })
      if (!result.ok) throw new Error(result.refusal.code)
    },
    rows: async <Row>(text: string, values: readonly unknown[] = []) => (await database.pool.query(text, [...values])).rows as Row[],
    notes: async () =>
      (await database.pool.query<{ text: string }>('select text from public.note order by id')).rows.map(({ text }) => text),
    async close() {
      await database.close()
      await clone.drop()
    },
  }
}

/** Leaves a note in the transaction. */
export const note = async (tx: Tx, text: string): Promise<void> => {
  await sql`insert into public.note (text) values (${text})`.execute(tx.tables())
}

/** Resolves once the question is answered with yes; a test that waits in vain ends by its own time limit. */
export const until = async (question: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await question())) await new Promise((resolve) => setTimeout(resolve, 20))
}
