import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../../../kernel/chance.ts'
import { actOn, attemptsOf, castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'
import { overdueRecordsOf, recordsOf, type FigureRecords } from '../rules/figureRecords.ts'
import type { Hazard } from '../rules/hazard.ts'
import type { UnitFacts } from './unitStore.ts'

let house: TestHazards
let cast: Cast
let reader: Caller

const chance = chanceOf('figure records')
/** A division and a class in it: what stands above is no sum of what stands below. */
const industries = ['26', '2614', '2710']

const visits = async (units: readonly UnitFacts[], days: readonly string[], many: number): Promise<void> => {
  const inspector = await house.as('county.inspector')
  for (let each = 0; each < many; each += 1) {
    const { status } = await inspector.call(routes.recordVisit, {
      params: { unitId: chance.pick(units).unitId },
      body: {
        visitId: randomUUID(),
        how: chance.pick(['departmentCheck', 'expertCheck'] as const),
        announced: false,
        result: chance.pick(['checked', 'checked', 'notAdmitted'] as const),
        noPositionReason: '试验',
        claimedAt: `${chance.pick(days)}T02:00:00Z`,
      },
    })
    expect(status).toBe(201)
  }
}

/** Deeds of anybody at any hazard, and links between them; what the rules refuse changes nothing. */
const story = async (hazards: readonly Hazard[], steps: number): Promise<void> => {
  const attempts = attemptsOf(cast, deedsOf(house))
  for (let step = 0; step < steps; step += 1) {
    const hazard = chance.pick(hazards)
    if (step % 9 === 0) {
      const earlier = hazards.find(({ id, unitId }) => unitId === hazard.unitId && id !== hazard.id)
      if (earlier) await actOn(house, cast.officer, hazard, { kind: 'linkRecurrence', earlierHazardId: earlier.id, reason: '同一部位' })
    }
    const [by, action] = await chance.pick(attempts)()
    await actOn(house, by, hazard, action)
  }
}

/** Through all hands to the end; chance alone seldom gets there. */
const putRight = async (hazards: readonly Hazard[]): Promise<void> => {
  const { inspector, worker } = cast
  const deeds = deedsOf(house)
  for (const hazard of hazards)
    await did(
      house,
      hazard,
      [inspector, deeds.general],
      [inspector, deeds.order(worker, '2026-12-05')],
      [worker, deeds.start],
      [worker, await deeds.selfCheck(worker)],
      [inspector, await deeds.pass(inspector)],
      [inspector, deeds.close],
    )
}

const closeOne = async ([unit]: readonly UnitFacts[]): Promise<void> => {
  const leader = await house.as('county.leader')
  const body = { closedOn: '2026-12-01', reason: '注销', version: 1 }
  const { status } = await leader.call(routes.closeUnit, { params: { unitId: unit!.unitId }, body })
  expect(status).toBe(200)
}

beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
  const { organisationId, regionCode: home } = cast.principal
  const units: UnitFacts[] = []
  // The county itself and two of its towns; the plant's own people see the last.
  for (const regionCode of ['330114', '330114001', home])
    for (const industryCode of industries) units.push(await house.unit({ regionCode, organisationId, industryCode }))
  await visits(units, ['2026-10-31', '2026-11-02', '2026-11-24'], 25)
  const hazards: Hazard[] = []
  for (let each = 0; each < 24; each += 1) {
    const unit = chance.pick(units)
    const finder = unit.regionCode === home ? chance.pick([cast.inspector, cast.safety]) : cast.inspector
    hazards.push(
      await foundAt(house, unit, finder, {
        claimedAt: `${chance.pick(['2026-10-31T15:59:59', '2026-10-31T16:00:00', '2026-11-24T01:00:00'])}Z`,
      }),
    )
  }
  const seen = new Set(units.filter(({ regionCode }) => regionCode === home).map(({ unitId }) => unitId))
  const ending = hazards.filter(({ unitId, found }) => seen.has(unitId) && found.how === 'departmentCheck').slice(0, 4)
  await putRight(ending.slice(0, 2))
  await story(
    hazards.filter((hazard) => !ending.includes(hazard)),
    260,
  )
  house.setClock('2026-12-02T02:00:00Z')
  await visits(units, ['2026-11-30', '2026-12-01'], 10)
  await putRight(ending.slice(2))
  await story(hazards, 160)
  // Who was checked stays checked though it closed since.
  await closeOne(units)
  reader = await house.as('county.inspector')
})
afterAll(() => house.close())

/** How many records the list shows under the filters of a cell. */
const totalOf = async ({ list, query }: FigureRecords): Promise<number> => {
  const { status, body } = await reader.call(routes[list], { query: { ...query, limit: 1 } as never })
  expect(status).toBe(200)
  return body.total
}

const levels = [undefined, 'county', 'town'] as const

describe('every figure opens the records it counts, and no others', () => {
  it.each([
    ['hazards', ''],
    ['hazards', 'period'],
    ['hazards', 'level'],
    ['hazards', 'state'],
    ['hazards', 'industry'],
    ['hazards', 'period,level,state,industry'],
    ['due', ''],
    ['due', 'period,level'],
    ['closed', 'period'],
    ['closed', 'period,level,industry'],
    ['listed', 'level'],
    ['recurrent', 'period,level'],
    ['visits', 'period'],
    ['visits', 'period,industry'],
    ['notAdmitted', 'period'],
    ['unitsChecked', 'period'],
    ['unitsChecked', 'period,industry'],
  ])('%s by %s', async (figure, by) => {
    let told = 0
    for (const regionLevel of levels) {
      const { body } = await reader.call(routes.figures, {
        query: { figures: figure, ...(by === '' ? {} : { by }), ...(regionLevel ? { regionLevel } : {}) },
      })
      told += body.rows.length
      const pairs = []
      for (const row of body.rows) {
        const records = recordsOf({ ...row, campaignId: null, regionLevel })
        pairs.push({ ...row, listed: records && (await totalOf(records)) })
      }
      expect(pairs).toEqual(body.rows.map((row) => ({ ...row, listed: row.total })))
    }
    // A story in which nothing of the kind happened would prove nothing.
    expect(told).toBeGreaterThan(2)
  })

  it('overdue now', async () => {
    const { body } = await reader.call(routes.overdue, { query: { regionLevel: 'town' } })
    const listed = []
    for (const row of body.rows)
      listed.push(await totalOf(overdueRecordsOf({ ...row, industryCode: null, campaignId: null, regionLevel: 'town' })))
    expect(listed).toEqual(body.rows.map(({ overdue }) => overdue))
    expect(Math.max(...listed)).toBeGreaterThan(0)
  })
})

describe('the summary of hazards', () => {
  it.each([{}, { level: 'unclassified' }, { industry: '26' }, { open: 'true', regionAlone: 'true', region: '330114' }])(
    'under %j is what the list holds',
    async (query) => {
      const { body: all } = await reader.call(routes.hazards, { query: { ...query, limit: 500 } as never })
      const { body: summary } = await reader.call(routes.hazardSummary, { query: query as never })
      const { rows } = all
      const days = [...new Set(rows.map(({ dueOn }) => dueOn).filter((day) => day !== null))].toSorted((a, b) => (a < b ? -1 : 1))
      const late = ({ stepDueAt }: (typeof rows)[number]) => stepDueAt !== null && stepDueAt <= '2026-12-02T02:00:00.000Z'
      expect(rows.length).toBeGreaterThan(0)
      expect(summary).toEqual({
        total: all.total,
        units: new Set(rows.map(({ unitId }) => unitId)).size,
        major: rows.filter(({ level }) => level === 'major').length,
        general: rows.filter(({ level }) => level === 'general').length,
        unclassified: rows.filter(({ level }) => level === null).length,
        stepLate: rows.filter(late).length,
        overdue: rows.filter(({ overdue }) => overdue).length,
        dueDays: days.map((dueOn) => {
          const due = rows.filter((row) => row.dueOn === dueOn)
          return { dueOn, total: due.length, stepLate: due.filter(late).length }
        }),
      })
    },
  )
})

describe('a list of hazards', () => {
  it.each(['found', 'stepDue', 'lawDue'] as const)(
    'in the order %s pages through everything once, clocks that do not run last',
    async (order) => {
      const seen: { readonly hazardId: string; readonly key: string | null }[] = []
      for (let after: string | null | undefined; after !== null;) {
        const { body } = await reader.call(routes.hazards, { query: { order, limit: 5, ...(after ? { after } : {}) } })
        seen.push(
          ...body.rows.map(({ hazardId, foundAt, stepDueAt, lawDueAt }) => ({
            hazardId,
            key: { found: foundAt, stepDue: stepDueAt, lawDue: lawDueAt }[order],
          })),
        )
        expect(body.total).toBe(24)
        after = body.next
      }
      expect(new Set(seen.map(({ hazardId }) => hazardId)).size).toBe(24)
      const keys = seen.map(({ key }) => key ?? '9999')
      expect(keys).toEqual(keys.toSorted((one, other) => (order === 'found' ? (one < other ? 1 : -1) : one < other ? -1 : 1)))
    },
  )

  it('narrows by way, step, day and number', async () => {
    const { rows } = (await reader.call(routes.hazards, { query: { limit: 500 } })).body
    const under = async (query: Record<string, string>) =>
      (await reader.call(routes.hazards, { query: { ...query, limit: 500 } as never })).body.rows.map(({ hazardId }) => hazardId).toSorted()
    const those = (fits: (row: (typeof rows)[number]) => boolean) =>
      rows
        .filter(fits)
        .map(({ hazardId }) => hazardId)
        .toSorted()
    expect(await under({ how: 'selfCheck' })).toEqual(those(({ how }) => how === 'selfCheck'))
    expect(await under({ stepLate: 'true' })).toEqual(
      those(({ stepDueAt }) => stepDueAt !== null && stepDueAt <= '2026-12-02T02:00:00.000Z'),
    )
    expect(await under({ dueFrom: '2026-11-25', dueTo: '2026-12-01' })).toEqual(
      those(({ dueOn }) => dueOn !== null && dueOn >= '2026-11-25' && dueOn <= '2026-12-01'),
    )
    const [one] = rows
    expect(await under({ find: one!.number })).toEqual([one!.hazardId])
    expect(await under({ find: one!.number.slice('330114-20'.length) })).toEqual([one!.hazardId])
    expect((await reader.call(routes.hazards, { query: { industry: '9999' } })).status).toBe(422)
  })

  it('gives each hazard a number of its own: the county, the year, and its place', async () => {
    const { rows } = (await reader.call(routes.hazards, { query: { limit: 500 } })).body
    expect(rows.map(({ number }) => number).toSorted()).toEqual(
      Array.from({ length: 24 }, (_each, at) => `330114-2026-${String(at + 1).padStart(5, '0')}`),
    )
  })
})
