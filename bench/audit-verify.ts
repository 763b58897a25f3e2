import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '../kernel/actor.ts'
import { ok } from '../kernel/result.ts'
import { auditMigrations } from '../platform/audit/migrations.ts'
import { writeCheckpoint } from '../platform/audit/checkpoint.ts'
import type { AuditEntry } from '../platform/audit/entry.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { openDataFolder } from '../platform/dataFolder.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/pool.ts'
import { transact, type Services } from '../platform/database/transaction.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { openSecrets } from '../platform/secrets/openSecrets.ts'

// How long the audit takes to verify and to write. Method and figures are in audit-verify.md.
// node bench/audit-verify.ts [rows]

const rows = Number(process.argv[2] ?? 1_000_000)
const rowsATransaction = 500
const rowsACheckpoint = 20_000

const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-'))
const dataFolder = await openDataFolder(folder)
const postgres = await startEmbeddedPostgres({ dataFolder, log: { info: () => undefined, warn: () => undefined } })
const secrets = await openSecrets(join(folder, 'keys'), postgres.url)
await migrate(postgres.url, [auditMigrations])
const database = openDatabase(postgres.url, {
  size: 20,
  onError: (error) => {
    throw error
  },
})
let now = Temporal.Instant.from('2026-01-01T00:00:00Z')
const services: Services = { database, secrets, clock: () => now }

/** A third of the deeds in 90 counties, the rest in 2,000 organisations; a twentieth with personal values. */
const deed = (place: number): AuditEntry => ({
  action: ['hazard.close', 'hazard.report', 'permit.issue', 'person.update'][place % 4]!,
  record: { kind: 'hazard', id: `0198a7c4-1e00-7000-8000-${String(place).padStart(12, '0')}` },
  regionCode: `33${String(101 + (place % 11)).slice(1)}${String(101 + (place % 9)).slice(1)}001`,
  organisationId: place % 3 === 0 ? null : `0198a7c4-1e00-7000-9000-${String((place * 7919) % 2000).padStart(12, '0')}`,
  before: { state: 'open', level: 'general', foundAt: '2026-03-01T01:02:03.004Z' },
  after: {
    state: 'closed',
    level: 'general',
    foundAt: '2026-03-01T01:02:03.004Z',
    note: '已整改，现场复查合格',
    photos: 2,
    version: place % 7,
  },
  ...(place % 20 === 0
    ? { personal: { personId: `person-${place % 5000}`, before: { phone: '13800138000' }, after: { phone: '13900139000' } } }
    : {}),
})

const actor = {
  kind: 'person' as const,
  personId: '0198a7c4-1e00-7000-a000-000000000001',
  sessionId: '0198a7c4-1e00-7000-b000-000000000001',
  postId: '0198a7c4-1e00-7000-c000-000000000001',
  organisationId: '0198a7c4-1e00-7000-9000-000000000001',
  regionCode: '330114',
  roles: ['inspector' as const],
  scope: { lo: '', hi: ':', organisationId: null },
}
const request = {
  requestId: '0198a7c4-1e00-7000-d000-000000000001',
  address: '10.33.1.14',
  device: 'Mozilla/5.0 (X11; Linux x64) Firefox/151.0',
}

const record = (entries: readonly AuditEntry[], by: typeof actor | ReturnType<typeof systemActor> = actor): Promise<unknown> =>
  transact(services, { actor: by, request }, async (tx) => {
    for (const entry of entries) tx.audit(entry)
    return ok(null)
  })

const say = (what: string, figure: string): void => console.log(`| ${what} | ${figure} |`)
const perSecond = (count: number, began: number): string =>
  `${Math.round(count / ((performance.now() - began) / 1000)).toLocaleString('en-US')}/s`

say('machine', `${availableParallelism()} cores, ${cpus()[0]?.model ?? '?'}, Node ${process.version}, PostgreSQL ${postgres.version}`)

const built = performance.now()
for (let from = 0; from < rows; from += rowsATransaction) {
  now = now.add({ seconds: 10 })
  await record(Array.from({ length: rowsATransaction }, (_, place) => deed(from + place)))
  if ((from + rowsATransaction) % rowsACheckpoint === 0) await writeCheckpoint(services)
}
say(`append, ${rowsATransaction} deeds a transaction, one writer`, perSecond(rows, built))

const { rows: sizes } = await database.pool.query<{ heap: number; total: number }>(
  `select pg_relation_size('audit.entry')::float8 as heap, pg_total_relation_size('audit.entry')::float8 as total`,
)
say('bytes a row, with indexes', `${Math.round(sizes[0]!.heap / rows)}, ${Math.round(sizes[0]!.total / rows)}`)

for (let turn = 1; turn <= 3; turn += 1) {
  const used = process.cpuUsage()
  const found = await verifyAudit(services)
  const [load = 0] = loadavg()
  const { user, system } = process.cpuUsage(used)
  const memory = Math.round(process.memoryUsage().rss / 1_048_576)
  say(
    `verify ${found.rows.toLocaleString('en-US')} rows, ${found.chains} chains, ${found.checkpoints} checkpoints`,
    `${found.seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of Node's processor time), ${memory} MB resident, load ${load.toFixed(1)}, ${found.brokenAt === null ? 'whole' : 'BROKEN'}`,
  )
}

const single = performance.now()
for (let place = 0; place < 2_000; place += 1) await record([deed(place)])
say('append, one deed a transaction, one writer', perSecond(2_000, single))

const writers = async (what: string, deedOf: (writer: number) => AuditEntry): Promise<void> => {
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let turn = 0; turn < 250; turn += 1) await record([deedOf(writer)])
    }),
  )
  say(`append, one deed a transaction, 16 writers, ${what}`, perSecond(4_000, began))
}
await writers('a chain each', (writer) => ({ ...deed(1), organisationId: `writer-${writer}` }))
await writers('one chain', () => ({ ...deed(1), organisationId: 'writer' }))

await database.pool.query(
  'create table public.plain (id bigint generated always as identity primary key, text text); grant insert on public.plain to anlan_app',
)
const plain = performance.now()
for (let turn = 0; turn < 2_000; turn += 1) {
  await transact(services, { actor }, async (tx) => {
    await sql`insert into public.plain (text) values (${'x'.repeat(500)})`.execute(tx.tables<unknown>())
    return ok(null)
  })
}
say('for comparison: a row of 500 bytes in a plain table instead, one writer', perSecond(2_000, plain))

const last = await verifyAudit(services)
say('verify after that', last.brokenAt === null ? 'whole' : 'BROKEN')

await database.close()
await postgres.stop()
await dataFolder.release()
await rm(folder, { recursive: true, force: true })
if (last.brokenAt !== null) process.exitCode = 1
