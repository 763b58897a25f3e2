import { systemActor, wholeScope, type Actor, type PersonActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/pool.ts'
import { transact, type Services } from '../database/transaction.ts'
import { secretsMigrations } from '../secrets/openSecrets.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase } from '../testing/postgres.ts'
import type { AuditEntry } from './entry.ts'
import { auditMigrations } from './migrations.ts'

/** A database with the tables of the audit alone, and a clock that the test sets. */
export type TestAudit = {
  readonly services: Services
  /** Moves the clock on to this instant. */
  setClock(instant: string): void
  /** One transaction that puts these deeds on the record, one second after the last. */
  record(entries: readonly AuditEntry[], actor?: Actor): Promise<void>
  /** A statement of the owner, behind the product's back. */
  owner(statement: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** What every test of a file finds there: written once a run, under a name of its own. */
export type Furnished = { readonly name: string; readonly furnish: (audit: TestAudit) => Promise<void> }

/** A fresh one for a test. Its clock begins at midnight UTC of 2026-11-24. */
export const testAudit = async (furnished?: Furnished): Promise<TestAudit> => {
  const template = await templateDatabase(furnished?.name ?? 'audit', async (url) => {
    await migrate(url, [secretsMigrations, auditMigrations])
    if (!furnished) return
    const audit = auditIn(url)
    await furnished.furnish(audit)
    await audit.close()
  })
  const clone = await cloneDatabase(template)
  const audit = auditIn(clone.url)
  return {
    ...audit,
    close: async () => {
      await audit.close()
      await clone.drop()
    },
  }
}

const auditIn = (url: string): TestAudit => {
  const database = openDatabase(url, {
    size: 50,
    onError: (error) => {
      throw error
    },
  })
  let now = Temporal.Instant.from('2026-11-24T00:00:00Z')
  const services: Services = { database, secrets: testSecrets(), clock: () => now }
  return {
    services,
    setClock: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    record: async (entries, actor = systemActor('test')) => {
      now = now.add({ seconds: 1 })
      await transact(services, { actor }, async (tx) => {
        for (const entry of entries) tx.audit(entry)
        return ok(null)
      })
    },
    owner: async (statement) => (await database.pool.query<Record<string, unknown>>(statement)).rows,
    close: () => database.close(),
  }
}

/** Somebody who acts in one post, by default one that sees everything. */
export const testPerson = (fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'person-1',
  sessionId: 'session-1',
  postId: 'post-1',
  organisationId: 'organisation-1',
  regionCode: '330114',
  roles: ['auditAdmin'],
  scope: wholeScope,
  ...fields,
})

/** A deed on a record of its own. */
export const testDeed = (fields: Partial<AuditEntry> = {}): AuditEntry => ({
  action: 'hazard.close',
  record: { kind: 'hazard', id: 'hazard-1' },
  regionCode: '330114001',
  before: { state: 'open' },
  after: { state: 'closed' },
  ...fields,
})
