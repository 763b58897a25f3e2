import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportRows } from './testing/rows/exports.ts'
import { enforcementRows } from './testing/rows/enforcement.ts'
import { hazardRows } from './testing/rows/hazards.ts'
import { hazardsRegisterRows } from './testing/rows/hazardsRegister.ts'
import { supervisionBulletinRows } from './testing/rows/supervisionBulletins.ts'
import { importRows } from './testing/rows/imports.ts'
import { tipRows } from './testing/rows/tips.ts'
import { supervisionInspectionRows } from './testing/rows/supervisionInspection.ts'
import { guardedTables, openTables, schemaFaults, type Query } from './testing/schemaRules.ts'
import { openTestHouse, type TestHouse } from './testing/testHouse.ts'

let house: TestHouse
let client: pg.Client
beforeAll(async () => {
  house = await openTestHouse()
  client = new pg.Client({ connectionString: house.services.database.pool.options.connectionString })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await house.close()
})
const query: Query = async <Row>(text: string) => (await client.query(text)).rows as Row[]
/** Does something as the owner and takes it back. */
const inVain = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

describe('the tables of the house', () => {
  it('keep its rules', async () => {
    expect(await schemaFaults(query)).toEqual([])
  })

  it.each([
    [
      'a region that is not compared byte by byte',
      `create table planted.a (region_code text); alter table planted.a enable row level security`,
      ['planted.a.region_code is no text with COLLATE "C"'],
    ],
    [
      'a recorded region of fixed length',
      `create table planted.a (recorded_region char(6))`,
      ['planted.a.recorded_region is no text with COLLATE "C"'],
    ],
    [
      'a region without row-level security',
      `create table planted.a (region_code text collate "C")`,
      ['planted.a has a region_code and no row-level security'],
    ],
    [
      'a trigger',
      `create table planted.a (id int); create trigger t before insert on planted.a for each row execute function suppress_redundant_updates_trigger()`,
      ['planted.a has the trigger t'],
    ],
    [
      'a unit table without a key',
      `create table planted.a (unit_id int, id int)`,
      ['planted.a has no primary key that begins with unit_id'],
    ],
    [
      'a unit table whose key begins elsewhere',
      `create table planted.a (unit_id int, id int, primary key (id, unit_id))`,
      ['planted.a has no primary key that begins with unit_id'],
    ],
    [
      'a plant table whose key begins elsewhere',
      `create table planted.a (plant_id int, id int primary key)`,
      ['planted.a has no primary key that begins with plant_id'],
    ],
    [
      'a unique value over all units',
      `create table planted.a (unit_id int, id int, name text unique, primary key (unit_id, id))`,
      ['planted.a_name_key is unique without unit_id'],
    ],
    [
      'a pointer into another room',
      `create table planted.a (organisation uuid references identity.organisation (id))`,
      ['planted.a points into another room by a_organisation_fkey'],
    ],
    [
      'a pointer that leaves its unit',
      `create table planted.a (unit_id int, id int unique, primary key (unit_id, id)); alter table planted.a drop constraint a_id_key; alter table planted.a add constraint turned unique (id, unit_id);
       create table planted.b (unit_id int, id int, a_unit int, a_id int, primary key (unit_id, id), foreign key (a_unit, a_id) references planted.a (unit_id, id))`,
      ['planted.b leaves its unit_id by b_a_unit_a_id_fkey'],
    ],
    [
      'a pointer from what is on every node',
      `create table planted.a (unit_id int, id int, primary key (unit_id, id)); create table planted.b (u int, i int, foreign key (u, i) references planted.a)`,
      ['planted.b, which is on every node, points to planted.a by b_u_i_fkey'],
    ],
    [
      'a table of the application itself',
      `create table planted.a (id int); alter table planted.a owner to anlan_app`,
      ['planted.a belongs to anlan_app'],
    ],
    [
      'a table that everybody may read',
      `create table planted.a (id int); grant select on planted.a to public`,
      ['planted.a is open to everybody'],
    ],
    [
      'a function with the rights of its owner that everybody may call',
      `create function planted.f() returns int language sql security definer set search_path = pg_catalog as 'select 1'`,
      ['planted.f() works with the rights of its owner, and everybody may call it'],
    ],
    [
      'one that takes whatever names it finds',
      `create function planted.f() returns int language sql security definer as 'select 1'; revoke all on function planted.f() from public`,
      ['planted.f() works with the rights of its owner, and takes whatever names it finds first'],
    ],
    [
      'a record that can be changed',
      `grant update (action), delete on audit.entry to anlan_app`,
      ['anlan_app may update audit.entry', 'anlan_app may delete audit.entry'],
    ],
  ])('%s is found', async (_what, statement, faults) => {
    const found = await inVain(async () => {
      await client.query(`create schema planted; ${statement}`)
      return schemaFaults(query)
    })
    expect(found).toEqual(faults)
  })

  it('a sound unit table breaks no rule', async () => {
    const found = await inVain(async () => {
      await client.query(`create schema planted;
        create table planted.a (unit_id int, id int, region_code text collate "C" not null, name text, primary key (unit_id, id), unique (unit_id, name));
        create table planted.b (unit_id int, id int, a_id int, primary key (unit_id, id), foreign key (unit_id, a_id) references planted.a (unit_id, id));
        alter table planted.a enable row level security`)
      return schemaFaults(query)
    })
    expect(found).toEqual([])
  })
})

/** What the rooms may read whole, each for its reason. A table that is not here is under row-level security, or closed to them. */
const readWhole: Readonly<Record<string, string>> = {
  'audit.verification': 'when the chains were last read through; no record in it',
  'identity.region': 'reference: the region tree',
  'identity.region_succession': 'reference: what regions became',
  'identity.stranger': 'tries under logins that nobody has, by a keyed index',
  'platform.idempotency': 'kept answers, found by person and key',
  'secrets.person_key': 'wrapped keys, of no use without the master key',
  'work.failing': 'counts of jobs that fail, with the kind of the fault and never its words',
}

/** Reference data under row-level security, whose reading is open and whose writing is not. */
const readByAll = new Set(['law."limit"', 'law.vouched'])

const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table: a rule about rows is only proven where there are some, and where one is written. */
const rowsOf: Readonly<Record<string, string>> = {
  'audit.entry': `insert into audit.entry (chain, seq, version, at, actor_kind, action, record_kind, record_id, region_code, result, previous_hash, hash)
    values ('planted', 1, 1, now(), 'system', 'a', 'a', 'a', '330114', 'done', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
  'evidence.chunk': `insert into evidence.chunk values (${id}, 0, 1, 'a')`,
  'evidence.content': `insert into evidence.content (hash, size_bytes, kind, media_type, stored_in) values (repeat('a', 64), 1, 'photo', 'image/png', 'disk')`,
  'evidence.copy': `insert into evidence.copy values (repeat('a', 64), '320', 'b', 'image/png', 1, 1, 1, now())`,
  'evidence.fingerprint': `insert into evidence.fingerprint values (repeat('a', 64), 0, 0::bigint::bit(64), 0::bigint::bit(64), '{1}')`,
  'evidence.item': `insert into evidence.item (id, content_hash, kind, media_type, size_bytes, recorded_region, received_at, exif_state) values (${id}, 'a', 'photo', 'image/png', 1, '330114', now(), 'absent')`,
  'evidence.likeness': `insert into evidence.likeness values (repeat('a', 64), decode(repeat('00', 1024), 'hex'), now())`,
  'evidence.upload': `insert into evidence.upload (id, recorded_region, name, size_bytes, made_at, expires_at) values (${id}, '330114', 'a', 1, now(), now())`,
  ...enforcementRows,
  ...hazardRows,
  ...hazardsRegisterRows,
  ...supervisionInspectionRows,
  ...supervisionBulletinRows,
  ...tipRows,
  'identity.account': `insert into identity.account (person_id, login, password_hash, password_changed_at, must_change_password) values (${id}, 'planted', 'a', now(), false)`,
  'identity.organisation': `insert into identity.organisation (id, kind, name, short_name, recorded_region, region_code, opened_on, made_at) values (${id}, 'park', 'a', 'a', '330114', '330114', now(), now())`,
  'identity.person': `insert into identity.person (id, name, organisation_id, recorded_region, region_code, joined_on, made_at) values (${id}, 'a', ${id}, '330114', '330114', now(), now())`,
  'identity.post': `insert into identity.post (id, person_id, organisation_id, region_code, title, scope_region, own_organisation_only, starts_on, made_at) values (${id}, ${id}, ${id}, '330114', 'a', '330114', false, now(), now())`,
  'identity.session': `insert into identity.session (id, token_hash, person_id, started_at, last_seen_at) values (${id}, 'a', ${id}, now(), now())`,
  ...exportRows,
  ...importRows,
  'law."limit"': `insert into law."limit" (key, revision, standard, edition, clause, in_force_from, confidence, value, unit, tighten, zh, en, used_in, used_from) values ('planted', 1, 'a', 'a', 'a', now(), 'low', '1', '', 'never', 'a', 'a', '{}', now())`,
  'law.tightened': `insert into law.tightened (organisation_id, id, key, value, reason, recorded_region, region_code, person_id, post_id, at) values (${id}, ${id}, 'a', '1', 'a', '330114', '330114', ${id}, ${id}, now())`,
  'law.vouched': `insert into law.vouched (id, key, revision, source, person_id, post_id, at) values (${id}, 'planted', 1, 'a', ${id}, ${id}, now())`,
  'work.alarm': `insert into work.alarm (id, kind, subject, facts, failures, first_at, last_at) values (${id}, 'a', 'a', '{}', 1, now(), now())`,
  'work.event': `insert into work.event (id, type, at, region_code, payload) values (${id}, 'a', now(), '330114', '{}')`,
}

/** How many rows a statement reaches in a transaction that goes on; none where it may not be said at all. */
const reached = async (statement: string): Promise<number> => {
  await client.query('savepoint one')
  const rowCount = await client.query(statement).then(
    (result) => result.rowCount ?? 0,
    (error: Error & { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)),
  )
  await client.query('rollback to one')
  return rowCount
}

describe('default deny: the role of the rooms without a scope', () => {
  it('reads no table whole but those with a reason', async () => {
    expect(await openTables(query)).toEqual(Object.keys(readWhole))
  })

  it('sees, changes, removes and writes no row of any guarded table', async () => {
    // A table that a later room adds needs its row above, or this would prove nothing of it.
    expect(await guardedTables(query)).toEqual(Object.keys(rowsOf).toSorted())
    const through = await inVain(async () => {
      const found: string[] = []
      await client.query('set local role anlan_app')
      for (const [table, insert] of Object.entries(rowsOf)) if ((await reached(insert)) > 0) found.push(`writes ${table}`)
      // Back to the owner, who need not keep the order of pointers.
      await client.query('reset role; set local session_replication_role = replica')
      for (const insert of Object.values(rowsOf)) await client.query(insert)
      const columns = new Map<string, string>()
      for (const table of Object.keys(rowsOf))
        columns.set(
          table,
          (
            await client.query<{ name: string }>(
              // A column that the database itself counts up cannot be set.
              `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`,
            )
          ).rows[0]!.name,
        )
      await client.query('set local role anlan_app')
      for (const [table, column] of columns)
        for (const [deed, statement] of [
          ['reads', `select from ${table}`],
          ['changes', `update ${table} set ${column} = ${column}`],
          ['removes', `delete from ${table}`],
        ] as const)
          if ((await reached(statement)) > 0) found.push(`${deed} ${table}`)
      return found
    })
    expect(through).toEqual([...readByAll].map((table) => `reads ${table}`))
  })

  it('finds a table that lets everybody in', async () => {
    const seen = await inVain(async () => {
      await client.query(`alter policy scope on identity.person using (true); set local role anlan_app`)
      return reached('select from identity.person')
    })
    expect(seen).toBeGreaterThan(1000)
  })
})
