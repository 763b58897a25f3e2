import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegisterStage, told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import { newUscc } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

let register: RegisterStage
let county: Caller
let sibling: Caller
let city: Caller
let leader: Caller
beforeAll(async () => {
  register = await openRegisterStage()
  county = (await register.actor(['officer'])).caller
  leader = (await register.actor(['leader'])).caller
  sibling = (await register.actor(['officer'], { regionCode: '330109' })).caller
  city = (await register.actor(['officer'], { regionCode: '330100' })).caller
})
afterAll(() => register.house.close())

const add = async (by: Caller, fields: Parameters<RegisterStage['unitBody']>[0] = {}) =>
  told(await by.call(routes.addUnit, { body: register.unitBody(fields) }))
const shown = async (by: Caller, unitId: string) => told(await by.call(routes.unit, { params: { unitId } }))

describe('a unit is registered', () => {
  it('with region and industry as the standards write them, counted once, and on the record', async () => {
    const before = await register.figure('units', { regionCode: '330114001' })
    const added = await add(county, { industryCode: ' c2614', tags: ['hazardousChemicals'], riskColour: 'red' })
    expect(added).toMatchObject({
      regionCode: '330114001',
      recordedRegion: '330114001',
      industryCode: '2614',
      registeredOn: '2026-11-24',
      version: 1,
    })
    expect(await register.figure('units', { regionCode: '330114001' })).toBe(before + 1)
    const { unitId } = added as { unitId: string }
    expect(await register.stage.rows('select action from audit.entry where record_id = $1', [unitId])).toEqual([{ action: 'unit.add' }])
    expect(await register.stage.rows('select type from work.event where record_id = $1', [unitId])).toEqual([{ type: 'hazards.unitAdded' }])
    expect(await register.disagreement()).toEqual([])
  })

  it.each([
    ['in a region that ended', { regionCode: '330104' }, 422, 'REGION_ENDED'],
    ['in a region that never was', { regionCode: '330199' }, 422, 'REGION_UNKNOWN'],
    ['next door', { regionCode: '330109001' }, 403, 'OUT_OF_SCOPE'],
    ['in an industry that is none', { industryCode: '9999' }, 422, 'INDUSTRY_UNKNOWN'],
    ['in an industry of another section', { industryCode: 'A2614' }, 422, 'INDUSTRY_SECTION_WRONG'],
    ['with a credit code that is none', { uscc: '91330114000000000X' }, 422, 'USCC_INVALID'],
    ['with a substance that GB 18218 does not name', { chemicals: [{ substance: '不明物', tonnes: 1 }] }, 422, 'SUBSTANCE_UNKNOWN'],
    ['of an organisation that is not there', { organisationId: '00000000-0000-4000-8000-000000000001' }, 404, 'RECORD_NOT_FOUND'],
  ])('not %s', async (_what, fields, status, code) => {
    expect(await add(county, fields)).toMatchObject({ status, code })
  })

  it('GB 18218-2018 4.2: the verdict on its chemicals is shown with the rows that decided', async () => {
    const unitId = await register.unit(county, { chemicals: [{ substance: '氨', tonnes: 20 }], exposedPeople: 120 })
    expect(await shown(county, unitId)).toMatchObject({
      exposedPeople: 120,
      majorHazardSource: { S: 2, major: true, alpha: 2, R: 8, level: 4, shares: [{ substance: '氨', criticalTonnes: 10 }] },
    })
    expect(await shown(county, await register.unit(county))).toMatchObject({ majorHazardSource: null, chemicals: [] })
  })
})

describe('doubles', () => {
  it('are refused with their reasons, or registered with the reason why it is another unit', async () => {
    const uscc = newUscc()
    const first = await register.unit(county, { name: '杭州新星化工有限公司', uscc })
    const second = { name: '杭州市钱塘区新星化工厂', uscc }
    const refused = await add(county, second)
    expect(refused).toMatchObject({
      status: 409,
      code: 'UNIT_PROBABLY_REGISTERED',
      facts: { candidates: [{ unitId: first, reasons: ['sameCode', 'sameName'] }] },
    })
    const added = await add(county, { ...second, doubleReason: '同一法人的另一厂区' })
    expect(added).toMatchObject({ doubleReason: '同一法人的另一厂区' })
    const { status, body } = await county.call(routes.unitDuplicates, { params: { unitId: first } })
    expect({ status, body }).toMatchObject({ status: 200, body: [{ unitId: (added as { unitId: string }).unitId, score: 1 }] })
  })

  it('out of scope tell a name and no id', async () => {
    const uscc = newUscc()
    await register.unit(sibling, { regionCode: '330109001', name: '萧山某某厂', uscc })
    expect(await add(county, { uscc })).toMatchObject({
      code: 'UNIT_PROBABLY_REGISTERED',
      facts: { candidates: [{ unitId: null, name: '萧山某某厂' }] },
    })
  })

  it('of ten who register one unit at once one succeeds', async () => {
    const uscc = newUscc()
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(county, { uscc, name: '同时登记厂' })))
    expect(answers.filter((answer) => 'unitId' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'UNIT_PROBABLY_REGISTERED')).toHaveLength(9)
  })

  it('are joined with a trace: one of them counts, and it can be joined no further by itself', async () => {
    const uscc = newUscc()
    const stands = await register.unit(county, { uscc })
    const double = await register.unit(county, { uscc, doubleReason: '误登' })
    const before = await register.figure('units')
    const join = (unitId: string, intoId: string, version: number) =>
      leader.call(routes.joinUnits, { params: { unitId }, body: { intoId, reason: '现场核实为同一单位', version } }).then(told)
    expect(await join(double, double, 1)).toMatchObject({ code: 'JOIN_UNSUITED', facts: { problem: 'itself' } })
    expect(await join(double, await register.unit(county, { uscc: newUscc() }), 1)).toMatchObject({ facts: { problem: 'otherCode' } })
    expect(await join(double, stands, 7)).toMatchObject({ status: 409, code: 'VERSION_STALE' })
    expect(await join(double, stands, 1)).toMatchObject({ aliasOf: stands, closedOn: null })
    expect(await register.figure('units')).toBe(before)
    expect(await join(double, stands, 2)).toMatchObject({ status: 409, code: 'UNIT_JOINED' })
    expect(await join(stands, double, 1)).toMatchObject({ facts: { problem: 'otherJoined' } })
    expect(await shown(county, stands)).toMatchObject({
      joined: [{ unitId: double, reason: '现场核实为同一单位', reasons: ['sameCode'], personName: '试验人员' }],
    })
    const { body } = await county.call(routes.units, { query: { find: uscc } })
    expect(body.rows.map(({ unitId }) => unitId)).toEqual([stands])
    expect(await register.disagreement()).toEqual([])
  })
})

describe('a joining found to be a mistake', () => {
  const visit = async (unitId: string, claimedAt: string) => {
    const body = { visitId: randomUUID(), how: 'departmentCheck', announced: true, result: 'checked', claimedAt } as const
    const { status } = await leader.call(routes.recordVisit, {
      params: { unitId },
      body: { ...body, position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 } },
    })
    expect(status).toBe(201)
  }
  const join = async (unitId: string, intoId: string) => {
    const { unit } = (await leader.call(routes.unit, { params: { unitId } })).body
    const { status } = await leader.call(routes.joinUnits, { params: { unitId }, body: { intoId, reason: '误认', version: unit.version } })
    expect(status).toBe(200)
  }
  const part = async (unitId: string, by: Caller = leader) => {
    const found = await leader.call(routes.unit, { params: { unitId } })
    const body = { reason: '两处经营场所，分别独立', version: found.body.unit.version }
    return told(await by.call(routes.partUnit, { params: { unitId }, body }))
  }
  const aliasOf = async (unitId: string) => (await leader.call(routes.unit, { params: { unitId } })).body.unit.aliasOf

  it('is parted: the unit counts again with what was joined to it, and so do its visits', async () => {
    const uscc = newUscc()
    const make = (name: string) => register.unit(county, { uscc, name, doubleReason: '试验' })
    const [last, middle, first, earlier] = [await make('末厂'), await make('中厂'), await make('首厂'), await make('先厂')]
    await visit(first, '2026-11-24T01:00:00Z')
    await visit(earlier, '2026-11-24T01:10:00Z')
    await visit(last, '2026-10-12T01:00:00Z')
    const units = await register.figure('units')
    const checked = await register.figure('unitsChecked')
    await join(earlier, first)
    await join(first, middle)
    await join(middle, last)
    expect([await aliasOf(earlier), await aliasOf(first), await aliasOf(middle)]).toEqual([last, last, last])
    expect(await register.figure('units')).toBe(units - 3)
    expect(await register.figure('unitsChecked')).toBe(checked - 1)
    expect(await register.disagreement()).toEqual([])

    expect(await part(first)).toMatchObject({ aliasOf: null, doubleReason: '两处经营场所，分别独立' })
    expect([await aliasOf(earlier), await aliasOf(middle)]).toEqual([first, last])
    expect(await register.figure('units')).toBe(units - 2)
    expect(await register.disagreement()).toEqual([])
    expect((await leader.call(routes.unit, { params: { unitId: middle } })).body.joined).toEqual([])

    expect(await part(middle)).toMatchObject({ aliasOf: null })
    expect(await part(earlier)).toMatchObject({ aliasOf: null })
    expect(await register.figure('units')).toBe(units)
    expect(await register.figure('unitsChecked')).toBe(checked)
    expect(await register.disagreement()).toEqual([])
    const trace = await register.stage.rows('select reason, end_reason from hazards.unit_alias where unit_id = $1', [first])
    expect(trace).toEqual([{ reason: '误认', end_reason: '两处经营场所，分别独立' }])
    const entries = await register.stage.rows(`select action from audit.entry where record_id = $1 and action = 'unit.part'`, [first])
    expect(entries).toHaveLength(1)
  })

  it('may be joined and parted again', async () => {
    const uscc = newUscc()
    const stands = await register.unit(county, { uscc })
    const double = await register.unit(county, { uscc, doubleReason: '试验' })
    await join(double, stands)
    expect(await part(double)).toMatchObject({ aliasOf: null })
    await join(double, stands)
    expect(await part(double)).toMatchObject({ aliasOf: null })
    expect(await part(double)).toMatchObject({ status: 409, code: 'PART_UNSUITED', facts: { problem: 'notJoined' } })
    expect(await register.disagreement()).toEqual([])
  })

  it('is parted by whoever sees all that were joined, and by nobody below', async () => {
    const uscc = newUscc()
    const cityLeader = (await register.actor(['leader'], { regionCode: '330100' })).caller
    const stands = await register.unit(sibling, { uscc, regionCode: '330109001', doubleReason: '试验' })
    const double = await register.unit(county, { uscc, doubleReason: '试验' })
    const under = await register.unit(county, { uscc, doubleReason: '试验' })
    await join(under, double)
    const joined = await cityLeader.call(routes.joinUnits, {
      params: { unitId: double },
      body: { intoId: stands, reason: '误认', version: 1 },
    })
    expect(joined.status).toBe(200)
    expect(await part(double)).toMatchObject({ status: 409, code: 'PART_UNSUITED', facts: { problem: 'outOfScope' } })
    expect(told(await leader.call(routes.partUnit, { params: { unitId: double }, body: { reason: '两家', version: 9 } }))).toMatchObject({
      code: 'VERSION_STALE',
    })
    expect(await part(double, cityLeader)).toMatchObject({ aliasOf: null })
    expect(await aliasOf(under)).toBe(double)
    expect(await register.disagreement()).toEqual([])
  })
})

describe('industries', () => {
  it('GB/T 4754: are found by code and by word, each with its path', async () => {
    const find = async (text: string) => (await county.call(routes.industries, { query: { find: text } })).body
    expect(await find('C2614')).toMatchObject([{ code: '2614', name: '有机化学原料制造', path: expect.stringContaining('制造业 / ') }])
    expect((await find('化学原料')).map(({ code }) => code)).toContain('2614')
    expect(await find('')).toEqual([])
  })
})

describe('a unit changes', () => {
  it('and what belongs to it follows to another industry and region; its paper stays', async () => {
    const organisationId = await register.stage.organisation({ kind: 'enterprise' })
    const unitId = await register.unit(county, { organisationId })
    const body = { ...register.unitBody({ organisationId, regionCode: '330109001', industryCode: 'A0111', name: '迁走的厂' }), version: 1 }
    expect(told(await county.call(routes.changeUnit, { params: { unitId }, body }))).toMatchObject({ code: 'OUT_OF_SCOPE' })
    const moved = told(await city.call(routes.changeUnit, { params: { unitId }, body }))
    expect(moved).toMatchObject({ regionCode: '330109001', recordedRegion: '330114001', industryCode: '0111', version: 2 })
    expect(await shown(county, unitId)).toMatchObject({ status: 404 })
    expect(await shown(sibling, unitId)).toMatchObject({ unit: { unitId } })
    expect(await register.stage.rows('select distinct region_code from hazards.unit_key where unit_id = $1', [unitId])).toEqual([
      { region_code: '330109001' },
    ])
    expect(told(await city.call(routes.changeUnit, { params: { unitId }, body }))).toMatchObject({
      code: 'VERSION_STALE',
      facts: { actualVersion: 2 },
    })
    expect(await register.disagreement()).toEqual([])
  })

  it('is closed with a day and never deleted', async () => {
    const unitId = await register.unit(county)
    const before = await register.figure('units')
    const close = (closedOn: string, version = 1) =>
      leader.call(routes.closeUnit, { params: { unitId }, body: { closedOn, reason: '企业注销', version } }).then(told)
    expect(await close('2026-11-25')).toMatchObject({ code: 'CLOSING_DAY_WRONG', facts: { today: '2026-11-24' } })
    expect(await close('2026-11-23')).toMatchObject({ code: 'CLOSING_DAY_WRONG' })
    expect(await close('2026-11-24')).toMatchObject({ closedOn: '2026-11-24', closeReason: '企业注销', version: 2 })
    expect(await close('2026-11-24', 2)).toMatchObject({ code: 'UNIT_CLOSED' })
    expect(await register.figure('units')).toBe(before - 1)
    const { body } = await county.call(routes.units, { query: { closed: 'true' } })
    expect(body.rows.map((row) => row.unitId)).toContain(unitId)
    const [grants] = await register.stage.rows<{ may: boolean }>(`select has_table_privilege('anlan_app', 'hazards.unit', 'delete') as may`)
    expect(grants).toEqual({ may: false })
    expect(await register.disagreement()).toEqual([])
  })
})

describe('the list', () => {
  it('pages by key through everything once, with the exact total, and shows nobody what is not in scope', async () => {
    const made = []
    const marker = randomUUID().slice(0, 8)
    for (const regionCode of ['330114001', '330114002', '330114001', '330114003', '330114002'])
      made.push(await register.unit(county, { regionCode, name: `${marker}${made.length}号`, industryCode: '2614', kind: 'place' }))
    const seen = []
    let after: string | undefined
    do {
      const { body } = await county.call(routes.units, { query: { find: marker, limit: 2, ...(after ? { after } : {}) } })
      expect(body.total).toBe(5)
      seen.push(...body.rows.map(({ unitId }) => unitId))
      after = body.next ?? undefined
    } while (after)
    expect(seen.toSorted()).toEqual(made.toSorted())
    const count = async (by: Caller, query: Record<string, string>) =>
      (await by.call(routes.units, { query: { find: marker, ...query } })).body.total
    expect(await count(sibling, {})).toBe(0)
    expect(await count(county, { region: '330114002' })).toBe(2)
    expect(await count(county, { industry: 'C' })).toBe(5)
    expect(await count(county, { industry: '27' })).toBe(0)
    expect(await count(county, { kind: 'place' })).toBe(5)
    expect(await count(county, { kind: 'village' })).toBe(0)
  })

  it('a unit stands on a special list by itself or by its region, until it is taken off', async () => {
    const here = await register.unit(county, { regionCode: '330114003' })
    const there = await register.unit(county, { regionCode: '330114004' })
    const made = await leader.call(routes.addSpecialList, {
      body: { name: '重点区域', basis: '区安委办〔2026〕1号', regionCode: '330114', regions: ['330114003'] },
    })
    expect(made.status).toBe(201)
    const listId = made.body.id
    const onList = async () => (await county.call(routes.units, { query: { listId, limit: 500 } })).body.rows.map(({ unitId }) => unitId)
    expect(await onList()).toContain(here)
    expect(await onList()).not.toContain(there)
    expect(await shown(county, here)).toMatchObject({ lists: [{ listId, by: 'region' }] })
    const listed = await leader.call(routes.listUnit, { params: { unitId: there }, body: { listId, reason: '连续两年发生事故' } })
    expect(listed.body).toMatchObject([{ listId, by: 'unit', reason: '连续两年发生事故' }])
    expect(await onList()).toContain(there)
    await leader.call(routes.unlistUnit, { params: { unitId: there, listId }, body: { reason: '已整改' } })
    expect(await onList()).not.toContain(there)
    expect(await register.stage.rows('select to_on from hazards.special_listing where unit_id = $1', [there])).toEqual([
      { to_on: '2026-11-24' },
    ])
    const cityLeader = (await register.actor(['leader'], { regionCode: '330100' })).caller
    const whole = await cityLeader.call(routes.addSpecialList, {
      body: { name: '重点县', basis: '市安委办〔2026〕1号', regionCode: '330100', regions: ['330110'] },
    })
    // 330110 is a county of its own, and none of those whose codes begin with 33011.
    expect((await county.call(routes.units, { query: { listId: whole.body.id } })).body.total).toBe(0)
    const close = (version: number) => leader.call(routes.closeSpecialList, { params: { id: listId }, body: { version } }).then(told)
    expect(await close(2)).toMatchObject({ code: 'VERSION_STALE' })
    expect(await close(1)).toMatchObject({ closedOn: '2026-11-24', version: 2 })
    expect(await close(2)).toMatchObject({ code: 'LIST_CLOSED' })
    const again = leader.call(routes.listUnit, { params: { unitId: there }, body: { listId, reason: '再列' } })
    expect(told(await again)).toMatchObject({ code: 'LIST_CLOSED' })
    expect(await shown(county, here)).toMatchObject({ lists: [] })
    expect(told(await leader.call(routes.addSpecialList, { body: { name: '越界', basis: '无', regionCode: '330109' } }))).toMatchObject({
      code: 'OUT_OF_SCOPE',
    })
  })
})
