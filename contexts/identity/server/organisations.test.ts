import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteCall } from '../../../kernel/contract.ts'
import { newUscc, openStage, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
let stage: Stage
let county: Caller
let sibling: Caller
let city: Caller
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
  county = (await stage.actor(['systemAdmin'], { regionCode: '330114' })).caller
  sibling = (await stage.actor(['systemAdmin'], { regionCode: '330109' })).caller
  city = (await stage.actor(['systemAdmin'], { regionCode: '330100' })).caller
})
afterAll(() => house.close())

type Fields = Partial<NonNullable<RouteCall<typeof routes.addOrganisation>['body']>>
const told = <Body extends { refusal?: { code: string; facts: unknown } }>({ status, body }: { status: number; body: Body }) =>
  body.refusal ? { status, code: body.refusal.code, facts: body.refusal.facts } : body
const register = async (by: Caller, fields: Fields = {}) =>
  told(
    await by.call(routes.addOrganisation, {
      body: { kind: 'enterprise', name: '澄江（试验）有限公司', shortName: '澄江', regionCode: '330114', ...fields },
    }),
  )
const change = async (by: Caller, id: string, version: number, fields: Fields = {}) =>
  told(
    await by.call(routes.changeOrganisation, {
      params: { id },
      body: { name: '改名（试验）有限公司', shortName: '改名', uscc: null, line: null, ...fields, version },
    }),
  )
const close = async (by: Caller, id: string, version = 1) =>
  told(await by.call(routes.closeOrganisation, { params: { id }, body: { version } }))
const shown = async (by: Caller, id: string) => {
  const { status, body } = await by.call(routes.organisation, { params: { id } })
  return status === 200 ? body.organisation : { status }
}
const idOf = (organisation: object): string => ('id' in organisation ? String(organisation.id) : expect.fail(JSON.stringify(organisation)))

describe('an organisation is registered', () => {
  it('with its code, its superiors and a day, and is on the record', async () => {
    const parentId = await stage.organisation({ name: '钱塘区应急管理局' })
    const uscc = newUscc()
    const added = await register(county, { uscc: ` ${uscc.toLowerCase()} `, parentId })
    expect(added).toMatchObject({
      uscc,
      regionCode: '330114',
      regionName: '钱塘区',
      recordedRegion: '330114',
      regionOnPaper: '浙江省杭州市钱塘区',
      parent: { id: parentId, name: '钱塘区应急管理局' },
      openedOn: '2026-11-24',
      closedOn: null,
      people: 0,
      version: 1,
    })
    const id = idOf(added)
    const [entry] = await stage.rows<{ action: string; before: string | null; after: string }>(
      'select action, before, after from audit.entry where record_id = $1',
      [id],
    )
    expect(entry).toMatchObject({ action: 'organisation.add', before: null })
    expect(JSON.parse(entry!.after)).toMatchObject({ kind: 'enterprise', uscc, regionCode: '330114', parentId })
    expect(await stage.rows('select type, region_code, organisation_id from work.event where record_id = $1', [id])).toEqual([
      { type: 'identity.organisationAdded', region_code: '330114', organisation_id: id },
    ])
  })

  it('GB 32100-2015: a credit code with a wrong check character is refused', async () => {
    const uscc = newUscc()
    const other = uscc.endsWith('0') ? '1' : '0'
    expect(await register(county, { uscc: uscc.slice(0, 17) + other })).toEqual({
      status: 422,
      code: 'USCC_INVALID',
      facts: { problem: 'check' },
    })
    expect(await register(county, { uscc: '' })).toMatchObject({ code: 'USCC_INVALID', facts: { problem: 'length' } })
  })

  it('once in the whole country: of the holder out of scope the name is told, and no more', async () => {
    const uscc = newUscc()
    const held = await register(sibling, { uscc, regionCode: '330109', name: '萧山（试验）有限公司' })
    expect(await shown(county, idOf(held))).toEqual({ status: 404 })
    expect(await register(county, { uscc })).toEqual({
      status: 409,
      code: 'USCC_TAKEN',
      facts: { uscc, organisationName: '萧山（试验）有限公司' },
    })
    const own = idOf(await register(county))
    expect(await change(county, own, 1, { uscc })).toMatchObject({ code: 'USCC_TAKEN' })
    expect(await close(sibling, idOf(held))).toMatchObject({ closedOn: '2026-11-24' })
    expect(await change(county, own, 1, { uscc })).toMatchObject({ uscc })
    expect(await change(county, own, 2, { uscc, name: '仍是自己的' })).toMatchObject({ uscc, name: '仍是自己的' })
  })

  it('of ten who register one code at once one succeeds, and the others are refused', async () => {
    const uscc = newUscc()
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(county, { uscc })))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'USCC_TAKEN')).toHaveLength(9)
  })

  it.each([
    [
      'that has ended names what it became',
      '330104',
      {
        status: 422,
        code: 'REGION_ENDED',
        facts: { regionCode: '330104', name: '江干区', endedOn: '2021-04-09', successors: ['上城区', '钱塘区'] },
      },
    ],
    ['that never was', '330199', { status: 422, code: 'REGION_UNKNOWN', facts: { regionCode: '330199' } }],
    ['next door', '330109', { status: 403, code: 'OUT_OF_SCOPE', facts: { regionCode: '330109' } }],
    ['above', '330100', { status: 403, code: 'OUT_OF_SCOPE', facts: { regionCode: '330100' } }],
  ])('not in a region %s', async (_what, regionCode, refusal) => {
    expect(await register(county, { regionCode })).toEqual(refusal)
  })

  it('not in a code that skips a level, neither here nor in a list', async () => {
    expect(await register(county, { regionCode: '330001' })).toMatchObject({ status: 400, code: 'INPUT_INVALID' })
    const { status } = await county.call(routes.organisations, { query: { region: '330001' } })
    expect(status).toBe(400)
  })
})

describe('superiors', () => {
  it('out of scope can be neither named nor seen, and stay where a change does not name them', async () => {
    const bureau = await stage.organisation({ regionCode: '330100', name: '杭州市应急管理局' })
    expect(await register(county, { parentId: bureau })).toEqual({
      status: 404,
      code: 'RECORD_NOT_FOUND',
      facts: { kind: 'organisation', id: bureau },
    })
    const added = idOf(await register(city, { alsoReportsToId: bureau }))
    expect(await shown(city, added)).toMatchObject({ alsoReportsTo: { id: bureau, name: '杭州市应急管理局' } })
    expect(await shown(county, added)).toMatchObject({ alsoReportsTo: null })
    expect(await change(county, added, 1)).toMatchObject({ name: '改名（试验）有限公司', alsoReportsTo: null })
    expect(await shown(city, added)).toMatchObject({ alsoReportsTo: { id: bureau } })
    expect(await change(county, added, 2, { parentId: bureau })).toMatchObject({ parent: null })
    expect(await change(city, added, 3, { parentId: null, alsoReportsToId: null })).toMatchObject({ parent: null, alsoReportsTo: null })
  })

  it('are never the organisation itself', async () => {
    const id = await stage.organisation()
    expect(await change(county, id, 1, { parentId: id })).toMatchObject({ status: 404 })
    expect(await change(county, id, 1, { alsoReportsToId: id })).toMatchObject({ status: 404 })
  })

  it('show what stands below them on either line, as far as it is seen', async () => {
    const park = await stage.organisation({ kind: 'park' })
    const [below, reporting, elsewhere] = [
      await stage.organisation({ parentId: park }),
      await stage.organisation({ alsoReportsToId: park }),
      await stage.organisation({ regionCode: '330109', parentId: park }),
    ]
    const of = async (by: Caller) =>
      (await by.call(routes.organisation, { params: { id: park } })).body.children.map(({ id }) => id).toSorted()
    expect(await of(county)).toEqual([below, reporting].toSorted())
    expect(await of(city)).toEqual([below, reporting, elsewhere].toSorted())
  })
})

describe('a change', () => {
  it('carries the version that was seen, and tells what was before', async () => {
    const id = await stage.organisation({ kind: 'enterprise', name: '旧名' })
    const both = await Promise.all([change(county, id, 1), change(county, id, 1)])
    expect(both.filter((answer) => 'version' in answer)).toMatchObject([{ version: 2 }])
    expect(both.filter((answer) => 'code' in answer)).toEqual([
      { status: 409, code: 'VERSION_STALE', facts: { kind: 'organisation', id, expectedVersion: 1, actualVersion: 2 } },
    ])
    const [entry] = await stage.rows<{ before: string; after: string }>(
      `select before, after from audit.entry where action = 'organisation.change' and record_id = $1 and result = 'done'`,
      [id],
    )
    expect([JSON.parse(entry!.before), JSON.parse(entry!.after)]).toMatchObject([{ name: '旧名' }, { name: '改名（试验）有限公司' }])
  })
})

describe('an organisation is closed', () => {
  it.each<[string, (id: string) => Promise<unknown>, { people: number; children: number }]>([
    ['somebody is at home there', (id) => stage.person({ organisationId: id }), { people: 1, children: 0 }],
    [
      'somebody from elsewhere has a post there',
      async (id) => stage.post((await stage.person({ regionCode: '330109' })).personId, { organisationId: id }),
      { people: 1, children: 0 },
    ],
    ['an open one stands below it', (id) => stage.organisation({ parentId: id }), { people: 0, children: 1 }],
    ['an open one reports to it', (id) => stage.organisation({ alsoReportsToId: id }), { people: 0, children: 1 }],
    [
      'one that stands below it lies out of scope',
      (id) => stage.organisation({ regionCode: '330109', parentId: id }),
      { people: 0, children: 1 },
    ],
  ])('not while %s', async (_what, hang, holders) => {
    const id = await stage.organisation()
    await hang(id)
    expect(await close(county, id)).toEqual({ status: 409, code: 'ORGANISATION_IN_USE', facts: holders })
  })

  it('once nothing hangs on it, with the day, for good', async () => {
    const id = await stage.organisation()
    const { personId } = await stage.person({ organisationId: id })
    await stage.rows(`update identity.organisation set closed_on = '2026-11-01' where id = $1`, [
      await stage.organisation({ parentId: id }),
    ])
    expect(await close(county, id)).toMatchObject({ facts: { people: 1, children: 0 } })
    expect((await county.call(routes.leavePerson, { params: { id: personId }, body: { version: 1 } })).status).toBe(200)
    expect(await close(county, id, 2)).toMatchObject({ code: 'VERSION_STALE' })
    expect(await close(county, id)).toMatchObject({ closedOn: '2026-11-24', version: 2 })
    expect(await close(county, id, 2)).toMatchObject({ status: 409, code: 'ORGANISATION_CLOSED', facts: { closedOn: '2026-11-24' } })
    expect(await change(county, id, 2)).toMatchObject({ code: 'ORGANISATION_CLOSED' })
    const listed = async (closed: 'true' | 'false') =>
      (await county.call(routes.organisations, { query: { closed, limit: 500 } })).body.rows.map((row) => row.id)
    expect(await listed('true')).toContain(id)
    expect(await listed('false')).not.toContain(id)
  })
})

describe('a list of organisations', () => {
  it('comes in pages by key, each once, with the exact total of what is asked for', async () => {
    const word = `单${crypto.randomUUID().slice(0, 8)}`
    const made = await Promise.all(
      ['330114', '330114001', '330114', '330109', '330114002'].map((regionCode) => stage.organisation({ regionCode, name: `${word}位` })),
    )
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await county.call(routes.organisations, {
        query: { find: word, limit: 2, ...(after === undefined ? {} : { after }) },
      })
      expect(body.total).toBe(4)
      seen.push(...body.rows.map(({ id }) => id))
      after = body.next ?? undefined
    } while (after !== undefined)
    expect(seen.toSorted()).toEqual(made.filter((_id, index) => index !== 3).toSorted())
    const { body } = await county.call(routes.organisations, { query: { find: word, region: '330114001' } })
    expect(body.rows.map(({ id }) => id)).toEqual([made[1]])
  })

  it('by kind, by line, and by the whole credit code', async () => {
    const uscc = newUscc()
    const plant = idOf(await register(county, { uscc }))
    const of = async (query: NonNullable<RouteCall<typeof routes.organisations>['query']>) =>
      (await county.call(routes.organisations, { query })).body.rows
    expect((await of({ find: uscc.toLowerCase() })).map(({ id }) => id)).toEqual([plant])
    expect((await of({ kind: 'venue', limit: 500 })).every(({ kind }) => kind === 'venue')).toBe(true)
    expect((await of({ line: 'fire', limit: 500 })).map(({ line }) => line)).toEqual(expect.arrayContaining(['fire']))
    expect((await of({ line: 'fire', limit: 500 })).every(({ line }) => line === 'fire')).toBe(true)
  })
})
