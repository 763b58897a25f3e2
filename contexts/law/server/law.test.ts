import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import type { LawRow } from '../../../kernel/law.ts'
import { kernelLawRows } from '../../../kernel/lawRows.ts'
import { ok } from '../../../kernel/result.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { actorIn } from '../../../main/testing/world.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { runDueWork } from '../../../platform/work/worker.ts'
import { silentLog } from '../../../platform/log/log.ts'
import { routes } from '../contract/index.ts'
import { openLaw } from './room.ts'
import { syncLimits } from './sync.ts'
import { tightenedFor } from './tightenedStore.ts'

const key = 'identity.session.idleMinutes'

let house: TestHouse
let safety: Caller
let officer: Caller
let leader: Caller

beforeAll(async () => {
  house = await openTestHouse()
  safety = await house.as('plant.safety')
  officer = (await actorIn(house, 'officer')).caller
  leader = await house.as('province.leader')
})
afterAll(() => house.close())

const asOwner = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await house.services.database.pool.query(text, [...values])).rows as Row[]

const productRows = (): readonly LawRow[] => [...kernelLawRows, ...house.house.rooms.flatMap(({ law }) => law)]

const inTx = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

const tighten = (caller: Caller, value: LawRow['value'] | null, reason = '本单位要求', of = key) =>
  caller.call(routes.tightenLimit, { params: { key: of }, body: { value, reason } })

describe('every limit that the product uses', () => {
  it('is in the table once the house is furnished, by standard and clause, with where it is used', async () => {
    const { status, body } = await officer.call(routes.limits, {})
    expect(status).toBe(200)
    const keys: string[] = body.rows.map((row) => row.key)
    expect(keys.toSorted()).toEqual(
      productRows()
        .map((row) => row.key)
        .toSorted(),
    )
    expect(keys).toEqual(
      expect.arrayContaining([
        'wind.force.8.from',
        'accident.class.exceptional.deaths',
        'retention.log.months',
        'evidence.size.photo',
        key,
      ]),
    )
    expect(body.total).toBe(keys.length)
    expect(body.standards).toContainEqual({ standard: 'GB/T 22239-2019', limits: expect.any(Number) })
    expect(body.rows.find((row) => row.key === key)).toMatchObject({
      clause: '8.1.4.1',
      value: 30,
      unit: 'min',
      confidence: 'medium',
      usedIn: [{ name: 'session.use', title: { zh: '使用会话', en: 'Use of a session' } }],
      retiredAt: null,
      vouched: null,
      own: null,
    })
  })

  it('says in words where each is used', async () => {
    const { body } = await officer.call(routes.limits, {})
    const used = body.rows.flatMap(({ usedIn }) => usedIn)
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter(({ title }) => title === null)).toEqual([])
  })

  it.each<[object, (row: LawRow) => boolean]>([
    [{ find: '警戒线' }, ({ zh }) => zh.includes('警戒线')],
    [{ find: 'WARNING line' }, ({ en }) => /warning line/i.test(en)],
    [{ standard: 'GB/T 22239-2019' }, ({ standard }) => standard === 'GB/T 22239-2019'],
    [{ confidence: 'low' }, ({ confidence }) => confidence === 'low'],
    [{ unvouched: 'true' }, () => true],
    [{ find: '100%' }, () => false],
    [{ tightened: 'true' }, () => false],
    [{ retired: 'true' }, () => false],
  ])('%o', async (query, matches) => {
    const { body } = await leader.call(routes.limits, { query: query as never })
    const keys: string[] = body.rows.map(({ key: of }) => of)
    expect(keys.toSorted()).toEqual(
      productRows()
        .filter(matches)
        .map((row) => row.key)
        .toSorted(),
    )
  })

  it('is unknown under another key', async () => {
    expect(await officer.call(routes.limit, { params: { key: 'identity.nothing' } })).toMatchObject({
      status: 404,
      body: { refusal: { code: 'RECORD_NOT_FOUND' } },
    })
  })
})

describe('an organisation tightens a limit for itself', () => {
  it('is counted by the rules at once, is told with who and why, and is taken back', async () => {
    const me = (
      await asOwner<{ organisation_id: string; region_code: string }>(
        `select post.organisation_id, post.region_code from identity.account join identity.post using (person_id) where login = 'plant.safety'`,
      )
    )[0]!
    expect(await tighten(safety, 20)).toMatchObject({
      status: 200,
      body: { own: { value: 20, reason: '本单位要求', counts: true }, tightenedBy: 1 },
    })
    expect(await inTx((tx) => tightenedFor(tx, me.organisation_id))).toEqual(new Map([[key, 20]]))
    expect(await tighten(safety, 15, '年度检查要求')).toMatchObject({ status: 200, body: { own: { value: 15 } } })
    expect(await inTx((tx) => tightenedFor(tx, me.organisation_id))).toEqual(new Map([[key, 15]]))
    expect(await inTx((tx) => tightenedFor(tx, null))).toEqual(new Map())

    const { body: seen } = await officer.call(routes.limit, { params: { key } })
    expect(seen.limit).toMatchObject({ own: null, tightenedBy: 1 })
    expect(seen.tightened).toEqual([
      expect.objectContaining({
        organisationId: me.organisation_id,
        organisationName: expect.any(String),
        value: 15,
        by: expect.any(String),
      }),
    ])
    expect((await leader.call(routes.limits, { query: { tightened: 'true' as never } })).body.rows).toHaveLength(1)

    expect(await tighten(safety, null, '检查结束')).toMatchObject({ status: 200, body: { own: null, tightenedBy: 0 } })
    expect(await inTx((tx) => tightenedFor(tx, me.organisation_id))).toEqual(new Map())
    const { body: after } = await safety.call(routes.limit, { params: { key } })
    expect(new Set(after.history.map(({ deed, value, reason }) => `${deed} ${value}: ${reason}`))).toEqual(
      new Set(['tightened 20: 本单位要求', 'tightened 15: 年度检查要求', 'released null: 检查结束']),
    )

    const deeds = await asOwner(
      `select action, region_code, organisation_id, before, after from audit.entry where record_kind = 'limit' and record_id = $1 order by seq`,
      [key],
    )
    expect(deeds).toEqual([
      {
        action: 'limit.tighten',
        region_code: me.region_code,
        organisation_id: me.organisation_id,
        before: '{"own":null,"text":30}',
        after: '{"own":20,"reason":"本单位要求"}',
      },
      {
        action: 'limit.tighten',
        region_code: me.region_code,
        organisation_id: me.organisation_id,
        before: '{"own":20,"text":30}',
        after: '{"own":15,"reason":"年度检查要求"}',
      },
      {
        action: 'limit.release',
        region_code: me.region_code,
        organisation_id: me.organisation_id,
        before: '{"own":15,"text":30}',
        after: '{"own":null,"reason":"检查结束"}',
      },
    ])
    expect(await asOwner(`select type from work.event where record_id = $1 order by xid`, [key])).toEqual([
      { type: 'law.limitTightened' },
      { type: 'law.limitTightened' },
      { type: 'law.limitReleased' },
    ])
  })

  it.each([
    [key, 31, '本单位要求', 'LIMIT_LOOSENED'],
    [key, 4, '本单位要求', 'LIMIT_TOO_STRICT'],
    [key, '20', '本单位要求', 'VALUE_OF_WRONG_KIND'],
    [key, 20, '  ', 'REASON_MISSING'],
    [key, null, '撤回', 'LIMIT_UNCHANGED'],
    ['wind.force.8.from', 17.2, '本单位要求', 'LIMIT_FIXED'],
    ['identity.nothing', 20, '本单位要求', 'RECORD_NOT_FOUND'],
  ] as const)('%s: %s (%s) is refused with %s, and nothing is written', async (of, value, reason, code) => {
    const before = await asOwner(`select count(*)::int as n from law.tightened`)
    const { body } = await tighten(safety, value, reason, of)
    expect(body.refusal).toMatchObject({ code, sentence: { zh: expect.any(String), en: expect.any(String) } })
    expect(await asOwner(`select count(*)::int as n from law.tightened`)).toEqual(before)
  })

  it('two at once leave one value, and both are on the record', async () => {
    const one = await actorIn(house, 'principal')
    await Promise.all([tighten(one.caller, 11), tighten(one.caller, 12)])
    const rows = await asOwner<{ value: number; ended: boolean }>(
      `select value, ended_at is not null as ended from law.tightened where organisation_id = $1 order by ended desc`,
      [one.organisationId],
    )
    expect(rows.map(({ ended }) => ended)).toEqual([true, false])
    expect(new Set(rows.map(({ value }) => value))).toEqual(new Set([11, 12]))
  })

  it('is seen above and not by another organisation', async () => {
    const [one, other] = [await actorIn(house, 'safetyOfficer'), await actorIn(house, 'safetyOfficer')]
    await tighten(one.caller, 9)
    const holders = async (caller: Caller): Promise<string[]> =>
      (await caller.call(routes.limit, { params: { key } })).body.tightened.map(({ organisationId }) => organisationId)
    expect(await holders(one.caller)).toEqual([one.organisationId])
    expect(await holders(other.caller)).toEqual([])
    expect(await holders(officer)).toContain(one.organisationId)
    expect(await holders(await house.as('city.officer'))).toContain(one.organisationId)
  })

  it('row-level security says the same where a query forgets', async () => {
    const one = await actorIn(house, 'safetyOfficer')
    await tighten(one.caller, 9)
    const seen = async (scope: PersonActor['scope']): Promise<number> => {
      const counted = await transact(house.services, { actor: { ...systemActor('test'), scope } }, async (tx) => {
        const row = await tx
          .tables<{ 'law.tightened': { organisation_id: string } }>()
          .selectFrom('law.tightened')
          .select('organisation_id')
          .where('organisation_id', '=', one.organisationId)
          .execute()
        return ok(row.length)
      })
      return counted.ok ? counted.value : -1
    }
    expect(await seen({ lo: '3301', hi: '3302', organisationId: null })).toBe(1)
    expect(await seen({ lo: '330109', hi: '33010:', organisationId: null })).toBe(0)
    expect(await seen({ lo: '', hi: ':', organisationId: crypto.randomUUID() })).toBe(0)
    expect(await seen({ lo: '', hi: '', organisationId: null })).toBe(0)
  })

  it('follows an organisation whose region was succeeded', async () => {
    const one = await actorIn(house, 'safetyOfficer')
    await tighten(one.caller, 9)
    await inTx(async (tx) =>
      tx.emit({
        type: 'identity.organisationChanged',
        regionCode: '330113',
        organisationId: one.organisationId,
        payload: { organisationId: one.organisationId },
      }),
    )
    await runDueWork(house.services, { listeners: house.house.rooms.flatMap(({ listeners }) => listeners), jobs: [], log: silentLog() })
    expect(
      await asOwner(`select recorded_region, region_code from law.tightened where organisation_id = $1`, [one.organisationId]),
    ).toEqual([{ recorded_region: '330114', region_code: '330113' }])
  })
})

describe('an officer vouches for a row', () => {
  it('and everybody is told who, when and by which text', async () => {
    const source = '全国标准信息公共服务平台，GB/T 22239-2019 正文'
    const of = 'identity.signIn.failures'
    expect((await officer.call(routes.vouchLimit, { params: { key: of }, body: { source } })).status).toBe(200)
    const stranger = await actorIn(house, 'guard')
    const { body } = await stranger.caller.call(routes.limit, { params: { key: of } })
    expect(body.limit.vouched).toEqual({ by: expect.any(String), at: expect.any(String), source })
    expect(body.history).toEqual([expect.objectContaining({ deed: 'vouched', reason: source })])
    const unvouched = (await officer.call(routes.limits, { query: { unvouched: 'true' as never } })).body.rows
    expect(unvouched.map((row) => row.key)).not.toContain(of)
    expect(await asOwner(`select action, record_id from audit.entry where action = 'limit.vouch'`)).toEqual([
      { action: 'limit.vouch', record_id: of },
    ])
  })
})

describe('the law table follows the program', () => {
  const row = (value: number, more: Partial<LawRow> = {}): LawRow => ({
    key: 'test.limit',
    standard: 'GB 0',
    edition: '2022',
    clause: '1',
    inForceFrom: '2022-10-01',
    inForceTo: null,
    confidence: 'high',
    value,
    unit: 'min',
    tighten: 'lower',
    zh: '限值',
    en: 'Limit',
    usedIn: [],
    ...more,
  })
  const sync = (...own: LawRow[]): Promise<void> => syncLimits(house.services, [...productRows(), ...own])
  const revisions = () =>
    asOwner<object>(
      `select revision, value, edition, zh, used_to is not null as ended from law.limit where key = 'test.limit' order by revision`,
    )
  const deeds = () => asOwner<{ after: string }>(`select after from audit.entry where action = 'limit.revise' order by at, seq`)

  it('with a revision for each change of content, once, and an end where a row is gone', async () => {
    await sync(row(30))
    const after = (await deeds()).length
    await Promise.all([sync(row(30)), sync(row(30))])
    expect((await deeds()).length).toBe(after)
    expect(await revisions()).toEqual([{ revision: 1, value: 30, edition: '2022', zh: '限值', ended: false }])

    await officer.call(routes.vouchLimit, { params: { key: 'test.limit' }, body: { source: 'GB 0-2022' } })
    await sync(row(30, { zh: '限值（改写）' }))
    expect(await revisions()).toEqual([{ revision: 1, value: 30, edition: '2022', zh: '限值（改写）', ended: false }])
    expect((await officer.call(routes.limit, { params: { key: 'test.limit' } })).body.limit.vouched).not.toBeNull()

    await Promise.all([sync(row(20, { edition: '2030' })), sync(row(20, { edition: '2030' }))])
    expect(await revisions()).toEqual([
      { revision: 1, value: 30, edition: '2022', zh: '限值（改写）', ended: true },
      { revision: 2, value: 20, edition: '2030', zh: '限值', ended: false },
    ])
    const { body } = await officer.call(routes.limit, { params: { key: 'test.limit' } })
    expect(body.limit).toMatchObject({ value: 20, edition: '2030', vouched: null })
    expect(body.revisions).toMatchObject([
      { revision: 2, usedTo: null },
      { revision: 1, usedTo: expect.any(String) },
    ])

    const one = await actorIn(house, 'safetyOfficer')
    await tighten(one.caller, 10, '本单位要求', 'test.limit')
    await sync(row(5))
    const { body: stricter } = await one.caller.call(routes.limit, { params: { key: 'test.limit' } })
    expect(stricter.limit.own).toMatchObject({ value: 10, counts: false })

    await sync()
    expect((await officer.call(routes.limits, { query: { find: 'test.limit' } })).body.rows).toEqual([])
    const { body: gone } = await officer.call(routes.limits, { query: { retired: 'true' as never, find: 'test.limit' } })
    expect(gone.rows).toMatchObject([{ key: 'test.limit', retiredAt: expect.any(String) }])
    expect(await tighten(one.caller, 3, '本单位要求', 'test.limit')).toMatchObject({
      status: 409,
      body: { refusal: { code: 'LIMIT_RETIRED' } },
    })
    expect(await officer.call(routes.vouchLimit, { params: { key: 'test.limit' }, body: { source: 'GB 0' } })).toMatchObject({
      status: 409,
    })
    await sync(row(5))
    expect(await revisions()).toHaveLength(4)
  })

  it('and refuses to start with two rows of one key', async () => {
    await expect(sync(row(30), row(30))).rejects.toThrow('test.limit stands twice')
    const names = async () => new Map<string, string>()
    await expect(
      openLaw({
        rows: () => [row(1, { inForceTo: '2000-01-01' })],
        contracts: () => [],
        peopleNames: names,
        organisationNames: names,
      }).sync(house.services),
    ).rejects.toThrow('ends before it begins')
  })

  it('nobody in a post writes the law', async () => {
    const write = transact(
      house.services,
      { actor: { ...systemActor('test'), scope: { lo: '33', hi: '34', organisationId: null } } },
      async (tx) => {
        await tx
          .tables<{ 'law.limit': { key: string; zh: string } }>()
          .updateTable('law.limit')
          .set({ zh: '改了' })
          .where('key', '=', key)
          .execute()
        return ok(null)
      },
    )
    await write
    expect(await asOwner(`select zh from law.limit where key = $1`, [key])).not.toEqual([{ zh: '改了' }])
  })
})
