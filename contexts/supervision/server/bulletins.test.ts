import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as caseRoutes } from '../../enforcement/contract/index.ts'
import { routes as hazardRoutes } from '../../hazards/contract/index.ts'
import { routes as tipRoutes } from '../../tips/contract/index.ts'
import { openTestHouse, testNow, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes as supervisionRoutes } from '../contract/index.ts'
import { fiveFullRoutes } from '../contract/fiveFullRoutes.ts'
import { bulletinRoutes as routes } from '../contract/bulletinRoutes.ts'
import { isNumber, runsOf, type NumberRun } from '../rules/bulletin/document.ts'
import { cellOf, isKept, whereOf } from '../rules/fiveFull/cell.ts'
import { measures } from '../rules/fiveFull/measures.ts'

let house: TestHouse
let leader: Caller
beforeAll(async () => {
  house = await openTestHouse()
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
  leader = await house.as('county.leader')
}, 300_000)
afterAll(() => house.close())

const county = '330114'

/** The route behind each page that a number may lead to. */
const lists = {
  hazards: hazardRoutes.hazards,
  visits: hazardRoutes.visits,
  units: hazardRoutes.units,
  tips: tipRoutes.tips,
  cases: caseRoutes.cases,
  rechecks: supervisionRoutes.rechecks,
  doubts: supervisionRoutes.doubts,
} as const

/** How many records stand at the address of a number, asked as its page asks; null where the reader may not open the page. */
const totalAt = async (caller: Caller, address: string): Promise<number | null> => {
  const { pathname, searchParams } = new URL(address, 'https://anlan.example.cn')
  const query = Object.fromEntries(searchParams)
  const ask = async (route: unknown, input: object): Promise<number | null> => {
    const { status, body } = await caller.call(route as typeof hazardRoutes.hazards, input as never)
    if (body.refusal?.code === 'ACTION_NOT_GRANTED') return null
    expect([status, address]).toEqual([200, address])
    return body.total
  }
  const [, page, id] = pathname.split('/')
  if (page !== undefined && page in lists) return ask(lists[page as keyof typeof lists], { query: { ...query, limit: 1 } })
  if (page !== 'campaigns') throw new Error(`a number leads to ${address}, of which this test knows no list`)
  const { tab, ...filters } = query
  return ask(tab === 'targets' ? hazardRoutes.targets : hazardRoutes.registeredHazards, {
    params: { id },
    query: { ...filters, limit: 1 },
  })
}

const preview = async (caller: Caller, query: object) => {
  const { status, body } = await caller.call(routes.previewBulletin, { query: query as never })
  expect([status, body.refusal]).toEqual([200, undefined])
  return body
}

/** Every counted number of a bulletin beside the total of the list that its address opens. */
const held = async (caller: Caller, numbers: readonly Pick<NumberRun, 'address' | 'value' | 'kind'>[]) => {
  const seen = new Map<string, { readonly said: number; readonly listed: number | null }>()
  for (const { address, value, kind } of numbers) {
    if (address === null || kind === 'yuan' || seen.has(address)) continue
    seen.set(address, { said: value, listed: await totalAt(caller, address) })
  }
  return [...seen].filter(([, { listed }]) => listed !== null)
}

const floodId = async (): Promise<string> => {
  const { body } = await leader.call(hazardRoutes.campaigns, { query: { limit: 100 } })
  return body.rows.find(({ kind }) => kind === 'flood')!.id
}

describe('every number opens what it counts', () => {
  it.each([
    ['last month, the county', 'county.leader', { regionCode: county, kind: 'month', on: '2026-10-10' }],
    ['the year to date, the county', 'county.leader', { regionCode: county, kind: 'yearToDate' }],
    ['a week that runs, the county', 'county.officer', { regionCode: county, kind: 'week' }],
    [
      'days of one’s own across months, the city',
      'city.leader',
      { regionCode: '330100', kind: 'own', from: '2026-05-20', to: '2026-10-03' },
    ],
    ['the year to date, the province', 'province.leader', { regionCode: '330000', kind: 'yearToDate' }],
  ])('%s', async (_title, login, query) => {
    const caller = await house.as(login)
    const { zh } = await preview(caller, query)
    const numbers = runsOf(zh).filter(isNumber)
    const pairs = await held(caller, numbers)
    expect(pairs.map(([address, { listed }]) => [address, listed])).toEqual(pairs.map(([address, { said }]) => [address, said]))
    // A bulletin of nothing would prove nothing.
    expect(pairs.filter(([, { said }]) => said > 0).length).toBeGreaterThan(8)
    expect(numbers.filter(({ address }) => address === null).map(({ figure }) => figure)).toEqual([])
  })

  it('of a campaign, and of each region in it', async () => {
    const { zh } = await preview(leader, { regionCode: county, kind: 'own', campaignId: await floodId() })
    const pairs = await held(leader, runsOf(zh).filter(isNumber))
    expect(pairs.map(([address, { listed }]) => [address, listed])).toEqual(pairs.map(([address, { said }]) => [address, said]))
    expect(zh.sections.map(({ key }) => key)).toContain('flood')
    expect(pairs.filter(([, { said }]) => said > 0).length).toBeGreaterThan(8)
  })

  it('of a town, which knows no region below that it could rank', async () => {
    const { facts } = await preview(leader, { regionCode: county, kind: 'yearToDate' })
    const town = facts.regions.find(({ alone }) => !alone)!
    const { zh } = await preview(leader, { regionCode: town.regionCode, kind: 'yearToDate' })
    const pairs = await held(leader, runsOf(zh).filter(isNumber))
    expect(pairs.map(([address, { listed }]) => [address, listed])).toEqual(pairs.map(([address, { said }]) => [address, said]))
  })
})

describe('what is counted', () => {
  it('by month from the figures and by day from the records is the same', async () => {
    const whole = (await preview(leader, { regionCode: county, kind: 'own', from: '2026-02-01', to: '2026-10-31' })).facts.tally
    const parts = []
    for (const [from, to] of [
      ['2026-02-01', '2026-02-27'],
      ['2026-02-28', '2026-06-15'],
      ['2026-06-16', '2026-10-30'],
      ['2026-10-31', '2026-10-31'],
    ])
      parts.push((await preview(leader, { regionCode: county, kind: 'own', from, to })).facts.tally)
    for (const name of [
      'visits',
      'selfChecks',
      'notAdmitted',
      'found',
      'foundMajor',
      'foundClosed',
      'foundMajorClosed',
      'closed',
      'closedMajor',
    ] as const)
      expect([name, parts.reduce((sum, tally) => sum + (tally[name] ?? 0), 0)]).toEqual([name, whole[name]])
    expect(whole.found).toBeGreaterThan(50)
  })

  it('in the regions adds up to the whole, and covers no more than all', async () => {
    const { facts } = await preview(leader, { regionCode: county, kind: 'yearToDate' })
    expect(facts.regions.length).toBeGreaterThan(2)
    for (const name of ['visits', 'found', 'closed', 'open', 'overdue', 'register', 'unitsChecked'] as const)
      expect([name, facts.regions.reduce((sum, { tally }) => sum + (tally[name] ?? 0), 0)]).toEqual([name, facts.tally[name]])
    for (const { tally } of [facts, ...facts.regions]) expect(tally.unitsChecked).toBeLessThanOrEqual(tally.register!)
  })

  it('is compared with the same days of last year, up to the same day', async () => {
    const { facts } = await preview(leader, { regionCode: county, kind: 'yearToDate', on: '2026-06-30' })
    expect(facts.lastYear).toMatchObject({ from: '2025-01-01', to: '2025-06-30' })
  })
})

describe('what may not be drawn up', () => {
  it.each([
    ['county.leader', { regionCode: '330100', kind: 'month' }, 403, 'OUT_OF_SCOPE'],
    ['county.leader', { regionCode: '330109', kind: 'month' }, 403, 'OUT_OF_SCOPE'],
    ['county.leader', { regionCode: '330114001001', kind: 'month' }, 422, 'BULLETIN_REGION_UNSUITED'],
    ['county.leader', { regionCode: county, kind: 'own' }, 422, 'BULLETIN_DAYS_MISSING'],
    ['county.leader', { regionCode: county, kind: 'own', from: '2026-03-02', to: '2026-03-01' }, 422, 'BULLETIN_PERIOD_EMPTY'],
    ['county.leader', { regionCode: county, kind: 'month', on: '2027-01-01' }, 422, 'BULLETIN_PERIOD_AHEAD'],
    [
      'county.leader',
      { regionCode: county, kind: 'month', campaignId: '00000000-0000-4000-8000-000000000000' },
      422,
      'BULLETIN_CAMPAIGN_ELSEWHERE',
    ],
    ['plant.principal', { regionCode: county, kind: 'month' }, 403, 'ACTION_NOT_GRANTED'],
  ])('by %s: %j', async (login, query, status, code) => {
    const answer = await (await house.as(login)).call(routes.previewBulletin, { query: query as never })
    expect([answer.status, answer.body.refusal?.code]).toEqual([status, code])
  })
})

describe('a bulletin that was issued', () => {
  const june = { regionCode: county, kind: 'month' as const, on: '2026-06-10' }

  it('stands: the same days again are an edition that names the one before and its reason', async () => {
    const first = await leader.call(routes.issueBulletin, { body: june })
    // The first of the year is that of last month, which the sample issued.
    expect([first.status, first.body.ordinal, first.body.edition, first.body.sound]).toEqual([201, 2, 1, true])
    expect(first.body.sm3).toMatch(/^[0-9a-f]{64}$/)

    const again = await leader.call(routes.issueBulletin, { body: june })
    expect([again.status, again.body.refusal?.facts]).toMatchObject([409, { id: first.body.id, ordinal: 2, edition: 1 }])
    expect((await preview(leader, june)).issued).toMatchObject({ id: first.body.id, edition: 1 })

    const silent = await leader.call(routes.issueBulletin, { body: { ...june, corrects: first.body.id } })
    expect(silent.body.refusal?.code).toBe('BULLETIN_REASON_MISSING')

    const days = { regionCode: county, kind: 'own' as const, from: '2026-06-01', to: '2026-06-30' }
    const second = await leader.call(routes.issueBulletin, { body: { ...days, corrects: first.body.id, reason: '补录两次检查' } })
    expect(second.body).toMatchObject({ kind: 'month', ordinal: 2, edition: 2, reason: '补录两次检查', superseded: false })
    expect(second.body.editions.map(({ edition }) => edition)).toEqual([1, 2])

    const late = await leader.call(routes.issueBulletin, { body: { ...june, corrects: first.body.id, reason: '再更正' } })
    expect([late.status, late.body.refusal?.code]).toEqual([409, 'BULLETIN_SUPERSEDED'])

    const { body: kept } = await leader.call(routes.bulletin, { params: { id: first.body.id } })
    expect(kept).toMatchObject({ zh: first.body.zh, superseded: true, sound: true })
    const { body: list } = await leader.call(routes.bulletins, { query: { newest: 'true' } })
    expect(list.rows.map(({ ordinal, edition }) => [ordinal, edition])).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect(list.rows[1]).toMatchObject({ title: { zh: '钱塘区隐患排查整治战报' }, regionName: { zh: '钱塘区' } })
  })

  it('keeps its numbers whatever happens after, and its records open as they are now', async () => {
    const days = { regionCode: county, kind: 'own' as const, from: '2026-10-01', to: '2026-11-24' }
    const { body: issued } = await leader.call(routes.issueBulletin, { body: days })
    const before = issued.facts.tally.visits!
    const { body: units } = await leader.call(hazardRoutes.units, { query: { limit: 1, region: county } })
    const visit = await (
      await house.as('county.inspector')
    ).call(hazardRoutes.recordVisit, {
      params: { unitId: units.rows[0]!.unitId },
      body: {
        visitId: crypto.randomUUID(),
        how: 'departmentCheck',
        announced: false,
        result: 'checked',
        noPositionReason: '试验',
        claimedAt: testNow.toString(),
      },
    })
    expect(visit.status).toBe(201)
    const { body: kept } = await leader.call(routes.bulletin, { params: { id: issued.id } })
    const number = runsOf(kept.zh)
      .filter(isNumber)
      .find(({ figure }) => figure === 'visits')!
    expect([number.value, await totalAt(leader, number.address!)]).toEqual([before, before + 1])
    expect((await preview(leader, days)).facts.tally.visits).toBe(before + 1)
  })

  it('shows a row that somebody changed behind its back', async () => {
    const { body: issued } = await leader.call(routes.issueBulletin, { body: { regionCode: county, kind: 'month', on: '2026-09-01' } })
    await house.services.database.pool.query(
      `update supervision.bulletin set facts = jsonb_set(facts, '{tally,found}', '0') where id = $1`,
      [issued.id],
    )
    const { body } = await leader.call(routes.bulletin, { params: { id: issued.id } })
    expect(body.sound).toBe(false)
  })

  it('is issued once by two who do so at once', async () => {
    const body = { regionCode: county, kind: 'month' as const, on: '2026-08-01' }
    const answers = await Promise.all(
      [leader, await house.as('county.officer')].map((caller) => caller.call(routes.issueBulletin, { body })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  it('of one year have numbers without gaps', async () => {
    const { body } = await leader.call(routes.bulletins, { query: { newest: 'true' } })
    const ordinals = body.rows.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b)
    expect(ordinals).toEqual(ordinals.map((_each, at) => at + 1))
    expect(ordinals.length).toBeGreaterThan(3)
  })

  it('is read by whoever answers for the region, and issued by a leader or an officer alone', async () => {
    const inspector = await house.as('county.inspector')
    const { body } = await inspector.call(routes.bulletins, {})
    expect(body.total).toBeGreaterThan(0)
    const issued = await inspector.call(routes.issueBulletin, { body: { regionCode: county, kind: 'month', on: '2026-07-01' } })
    expect(issued.body.refusal?.code).toBe('ACTION_NOT_GRANTED')
    const city = await (await house.as('city.leader')).call(routes.bulletins, { query: { region: county } })
    expect(city.body.total).toBe(body.total)
  })
})

describe('the five-full board', () => {
  const board = async (caller: Caller, query: object) => {
    const { status, body } = await caller.call(fiveFullRoutes.fiveFull, { query: query as never })
    expect([status, body.refusal]).toEqual([200, undefined])
    return body
  }

  it.each([
    ['county.leader', { kind: 'month' }],
    ['county.inspector', { kind: 'yearToDate' }],
    ['city.leader', { kind: 'own', from: '2026-04-10', to: '2026-09-20' }],
    ['city.leader', { kind: 'month', on: '2026-09-01', regionCode: county }],
  ])('as %s sees it, %j: every number of every region opens what it counts', async (login, query) => {
    const caller = await house.as(login)
    const { rows, period, campaign, flood } = await board(caller, query)
    const within = { campaignId: campaign?.campaignId ?? null, floodId: flood?.campaignId ?? null }
    const numbers = rows.flatMap(({ regionCode, alone, tally, before }) =>
      measures
        .filter((measure) => isKept(measure, tally))
        .flatMap((measure) => {
          const where = whereOf(measure, { region: regionCode, alone, from: period.from, to: period.to }, within)
          const { numerator, denominator } = cellOf(measure, { tally, before, where }, 'zh')
          return [numerator, ...(denominator === null ? [] : [denominator])]
        }),
    )
    const pairs = await held(
      caller,
      // A sum of yuan is no number of records.
      numbers.map((number) => ({ ...number, kind: number.address?.includes('Yuan') ? ('yuan' as const) : ('count' as const) })),
    )
    expect(pairs.map(([address, { listed }]) => [address, listed])).toEqual(pairs.map(([address, { said }]) => [address, said]))
    expect(pairs.filter(([, { said }]) => said > 0).length).toBeGreaterThan(12)
  })

  it('adds up: the regions are the whole, and no share passes 100 %', async () => {
    const { rows } = await board(leader, { kind: 'yearToDate' })
    const [whole, ...below] = rows
    expect(whole).toMatchObject({ whole: true, regionCode: county, regionName: { zh: '钱塘区' } })
    expect(below.length).toBeGreaterThan(2)
    for (const name of [
      'visits',
      'register',
      'unitsChecked',
      'found',
      'foundClosed',
      'open',
      'overdue',
      'targets',
      'targetsChecked',
      'registered',
    ] as const)
      expect([name, below.reduce((sum, { tally }) => sum + (tally[name] ?? 0), 0)]).toEqual([name, whole!.tally[name]])
    for (const { tally } of rows) {
      expect(tally.unitsChecked).toBeLessThanOrEqual(tally.register!)
      expect(tally.reinspected).toBeLessThanOrEqual(tally.registered!)
    }
  })

  it('compares with the period before', async () => {
    const { period, before } = await board(leader, { kind: 'month', on: '2026-10-10' })
    expect([period, before]).toMatchObject([
      { from: '2026-10-01', to: '2026-10-31', ended: true },
      { from: '2026-09-01', to: '2026-09-30' },
    ])
    const september = await board(leader, { kind: 'month', on: '2026-09-10' })
    const october = await board(leader, { kind: 'month', on: '2026-10-10' })
    expect(october.rows[0]!.before.visits).toBe(september.rows[0]!.tally.visits)
    expect(october.rows[0]!.before.unitsChecked).toBe(september.rows[0]!.tally.unitsChecked)
  })
})
