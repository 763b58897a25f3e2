import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, systemActor, type PersonActor } from '../../kernel/actor.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { auditMigrations } from '../audit/migrations.ts'
import { secretsMigrations } from '../secrets/openSecrets.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase, type TestDatabase } from '../testing/postgres.ts'
import { prepareWorker, workMigrations } from '../work/prepare.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './pool.ts'
import { transact, type Services, type Tx } from './transaction.ts'

let clone: TestDatabase
let services: Services
/** One connection, so that whoever comes next is given the same one. */
let narrow: Services
beforeAll(async () => {
  clone = await cloneDatabase(
    await templateDatabase('transactions', async (url) => {
      await prepareWorker(url)
      await migrate(url, [secretsMigrations, auditMigrations, workMigrations])
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`
        create table public.place (name text primary key, region_code text collate "C" not null, visits integer not null default 0);
        create table public.taken (name text primary key);
        alter table public.place enable row level security;
        create policy scope on public.place using (region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true));
        grant select, insert, update on public.place, public.taken to anlan_app`)
      await client.end()
    }),
  )
  const open = (size: number): Services => ({
    database: openDatabase(clone.url, { size, onError: () => undefined }),
    secrets: testSecrets(),
    clock: () => Temporal.Instant.from('2026-11-24T02:00:00.123456Z'),
  })
  services = open(10)
  narrow = open(1)
})
afterAll(async () => {
  await services.database.close()
  await narrow.database.close()
  await clone.drop()
})

const actor = (code: string, organisationId: string | null = null): PersonActor => ({
  kind: 'person',
  personId: 'person-1',
  sessionId: 'session-1',
  postId: 'post-1',
  organisationId: 'organisation-1',
  regionCode: code,
  roles: [],
  scope: { ...regionRange(regionCode(code)), organisationId },
})
const system = systemActor('test')
type PlaceTable = { place: { name: string; region_code: string; visits?: number } }
const places = (tx: Tx) => tx.tables<PlaceTable>()
const newPlace = async (code: string): Promise<string> => {
  const name = randomUUID()
  await transact(services, { actor: system }, async (tx) =>
    ok(await places(tx).insertInto('place').values({ name, region_code: code }).execute()),
  )
  return name
}
const rows = async <Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await services.database.pool.query(statement, [...values])).rows as Row[]
const settingsOf = async (tx: Tx) =>
  (
    await sql<
      Record<string, string>
    >`select current_user as role, current_setting('anlan.lo', true) as lo, current_setting('anlan.hi', true) as hi,
      current_setting('anlan.organisation_id', true) as organisation, current_setting('anlan.person_id', true) as person`.execute(
      tx.tables(),
    )
  ).rows[0]
const failure = (code: string): Error => Object.assign(new Error(`PostgreSQL says ${code}`), { code })

describe('the scope of a transaction', () => {
  it('is set for whoever acts, under a role that owns nothing', async () => {
    const asked: Record<string, unknown>[] = []
    for (const of of [actor('330114', 'organisation-1'), actor('330100'), system, anonymous])
      await transact(narrow, { actor: of }, async (tx) => {
        asked.push((await settingsOf(tx))!)
        return ok(null)
      })
    expect(asked).toEqual([
      { role: 'anlan_app', lo: '330114', hi: '330115', organisation: 'organisation-1', person: 'person-1' },
      { role: 'anlan_app', lo: '3301', hi: '3302', organisation: '', person: 'person-1' },
      { role: 'anlan_app', lo: '', hi: ':', organisation: '', person: '' },
      { role: 'anlan_app', lo: '', hi: '', organisation: '', person: '' },
    ])
  })

  it('holds for rows, and a row cannot be written out of it', async () => {
    const [here, there] = [await newPlace('330114'), await newPlace('330109')]
    const seen = await transact(services, { actor: actor('330114') }, async (tx) =>
      ok(await places(tx).selectFrom('place').select('name').where('name', 'in', [here, there]).execute()),
    )
    expect(seen).toEqual(ok([{ name: here }]))
    const changed = await transact(services, { actor: actor('330114') }, async (tx) =>
      ok((await places(tx).updateTable('place').set({ visits: 1 }).where('name', 'in', [here, there]).executeTakeFirst()).numUpdatedRows),
    )
    expect(changed).toEqual(ok(1n))
    const out = transact(services, { actor: actor('330114') }, async (tx) =>
      ok(await places(tx).insertInto('place').values({ name: randomUUID(), region_code: '330109' }).execute()),
    )
    await expect(out).rejects.toThrow('row-level security')
  })

  it.each([
    ['after a commit', async () => ok(null)],
    ['after a refusal', async () => refuse('NO', {})],
    ['after a fault', async () => Promise.reject(new Error('a fault'))],
  ])('leaves nothing on the connection %s', async (_how, work) => {
    const wide = systemActor('wide')
    await Promise.allSettled([transact(narrow, { actor: wide }, work)])
    const client = await narrow.database.pool.connect()
    try {
      const [left] = (
        await client.query<Record<string, string>>(
          `select current_user <> 'anlan_app' as owner, coalesce(current_setting('anlan.lo', true), '') || coalesce(current_setting('anlan.hi', true), '') as scope`,
        )
      ).rows
      expect(left).toEqual({ owner: true, scope: '' })
      await client.query('begin; set local role anlan_app')
      expect((await client.query('select from place')).rowCount).toBe(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  it('takes no text that is neither code nor id', async () => {
    const attack = { ...actor('330114'), personId: `x'; set local anlan.hi = ':` }
    await expect(transact(services, { actor: attack }, async () => ok(null))).rejects.toThrow(RangeError)
  })

  it('of a read writes nothing', async () => {
    const write = transact(services, { actor: system, readOnly: true }, async (tx) =>
      ok(await places(tx).insertInto('place').values({ name: randomUUID(), region_code: '330114' }).execute()),
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })
})

describe('all or nothing', () => {
  const deed = async (tx: Tx, name: string): Promise<void> => {
    await places(tx).insertInto('place').values({ name, region_code: '330114' }).execute()
    tx.audit({ action: 'place.add', record: { kind: 'place', id: name }, regionCode: '330114' })
    tx.emit({ type: 'test.placeAdded', regionCode: '330114', record: { kind: 'place', id: name }, payload: {} })
    tx.enqueue({ job: 'test.visit', payload: { name } })
  }
  const left = async (name: string) => {
    const [found] = await rows<Record<string, number>>(
      `select (select count(*) from place where name = $1)::int as rows, (select count(*) from audit.entry where record_id = $1)::int as deeds,
        (select count(*) from work.event where record_id = $1)::int as events,
        (select count(*) from graphile_worker._private_jobs where payload::text like '%' || $1 || '%')::int as jobs`,
      [name],
    )
    return found
  }
  const all = { rows: 1, deeds: 1, events: 1, jobs: 1 }
  const none = { rows: 0, deeds: 0, events: 0, jobs: 0 }

  it('state, record, event and job stand together', async () => {
    const name = randomUUID()
    const request = { requestId: 'r-1', address: '203.0.113.7', device: 'a browser' }
    const done = await transact(services, { actor: actor('330114'), request }, async (tx) => {
      await deed(tx, name)
      return ok(tx.at)
    })
    expect(done).toEqual(ok('2026-11-24T02:00:00.123Z'))
    expect(await left(name)).toEqual(all)
    expect(
      await rows('select at, actor_kind, person_id, post_id, request_id, address, device from audit.entry where record_id = $1', [name]),
    ).toEqual([
      {
        at: '2026-11-24T02:00:00.123Z',
        actor_kind: 'person',
        person_id: 'person-1',
        post_id: 'post-1',
        request_id: 'r-1',
        address: '203.0.113.7',
        device: 'a browser',
      },
    ])
  })

  it('a refusal takes everything back', async () => {
    const name = randomUUID()
    const refused = await transact(services, { actor: system }, async (tx) => {
      await deed(tx, name)
      return refuse('NO', { name })
    })
    expect(refused).toEqual(refuse('NO', { name }))
    expect(await left(name)).toEqual(none)
  })

  it('but for one that asks to keep it', async () => {
    const name = randomUUID()
    const kept = await transact(services, { actor: system }, async (tx) => {
      await deed(tx, name)
      tx.keepOnRefusal()
      return refuse('NO', {})
    })
    expect(kept.ok).toBe(false)
    expect(await left(name)).toEqual(all)
  })

  it('a fault takes everything back and is thrown on', async () => {
    const name = randomUUID()
    const work = transact(services, { actor: system }, async (tx) => {
      await deed(tx, name)
      tx.keepOnRefusal()
      throw new Error('a bug')
    })
    await expect(work).rejects.toThrow('a bug')
    expect(await left(name)).toEqual(none)
  })

  it('a deed that cannot be put on the record does not stand', async () => {
    const name = randomUUID()
    const work = transact(services, { actor: system }, async (tx) => {
      await deed(tx, name)
      tx.audit({ action: 'place.add', record: { kind: 'place', id: name }, regionCode: '330114', result: 'perhaps' as never })
      return ok(null)
    })
    await expect(work).rejects.toThrow('result_check')
    expect(await left(name)).toEqual(none)
  })
})

describe('work that meets other work', () => {
  it('is done again after a deadlock, and both stand', async () => {
    const [one, other] = [await newPlace('330114'), await newPlace('330114')]
    const visit = (tx: Tx, name: string) =>
      places(tx)
        .updateTable('place')
        .set({ visits: sql<number>`visits + 1` as never })
        .where('name', '=', name)
        .execute()
    let arrived = 0
    let open: () => void = () => undefined
    const bothHoldOne = new Promise<void>((resolve) => {
      open = resolve
    })
    const tries: string[] = []
    const both = (first: string, second: string) =>
      transact(services, { actor: system }, async (tx) => {
        tries.push(first)
        await visit(tx, first)
        arrived += 1
        if (arrived === 2) open()
        await bothHoldOne
        await visit(tx, second)
        tx.audit({ action: 'place.visit', record: { kind: 'place', id: first }, regionCode: '330114' })
        return ok(null)
      })
    expect(await Promise.all([both(one, other), both(other, one)])).toEqual([ok(null), ok(null)])
    expect(tries.length).toBeGreaterThan(2)
    expect(await rows('select visits from place where name = any($1)', [[one, other]])).toEqual([{ visits: 2 }, { visits: 2 }])
    expect(await rows('select from audit.entry where record_id = any($1)', [[one, other]])).toHaveLength(2)
  })

  it('finds on a second look what somebody else has just taken', async () => {
    const name = randomUUID()
    type TakenTable = { taken: { name: string } }
    let looks = 0
    let open: () => void = () => undefined
    const bothHaveLooked = new Promise<void>((resolve) => {
      open = resolve
    })
    const take = () =>
      transact(services, { actor: system }, async (tx) => {
        const found = await tx.tables<TakenTable>().selectFrom('taken').select('name').where('name', '=', name).executeTakeFirst()
        looks += 1
        if (looks === 2) open()
        await bothHaveLooked
        if (found) return refuse('TAKEN', {})
        await tx.tables<TakenTable>().insertInto('taken').values({ name }).execute()
        return ok(null)
      })
    const taken = await Promise.all([take(), take()])
    expect(taken.filter((result) => result.ok)).toHaveLength(1)
    expect(taken.filter((result) => !result.ok)).toEqual([refuse('TAKEN', {})])
    expect(looks).toBe(3)
  })

  it.each([
    ['40P01', 3],
    ['40001', 3],
    ['23505', 3],
    ['23514', 1],
    ['57014', 1],
  ])('that always fails with %s is tried %i times and then thrown', async (code, times) => {
    let tries = 0
    const work = transact(services, { actor: system }, async () => {
      tries += 1
      throw failure(code)
    })
    await expect(work).rejects.toMatchObject({ code })
    expect(tries).toBe(times)
  })
})

describe('what the pool hands over', () => {
  it('is what the API says: instants in UTC, days as they are, counts as numbers', async () => {
    expect(
      await rows(`select '2026-11-24 10:00:00.5+08'::timestamptz as at, '2026-11-24'::date as day, 9007199254740991::bigint as count`),
    ).toEqual([{ at: '2026-11-24T02:00:00.500Z', day: '2026-11-24', count: 9007199254740991 }])
    await expect(rows('select 9007199254740993::bigint')).rejects.toThrow(RangeError)
  })
})
