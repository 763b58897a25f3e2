import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chanceOf } from '../../../kernel/chance.ts'
import { ok } from '../../../kernel/result.ts'
import type { PersonActor } from '../../../kernel/actor.ts'
import { actOn, attemptsOf, castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import type { Hazard } from '../rules/hazard.ts'
import { foldFigures, recomputeFigures, recountHazards } from './figureJobs.ts'
import { figuresCommand } from './figuresCommand.ts'
import { overdueByRegion, sumFigures, writeDeltas } from './figureStore.ts'
import type { UnitFacts } from './unitStore.ts'

let house: TestHazards
let cast: Cast
let deeds: ReturnType<typeof deedsOf>
let unit: UnitFacts

beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
  deeds = deedsOf(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setClock(testNow)
  unit = await house.unit({ regionCode: cast.principal.regionCode, organisationId: cast.principal.organisationId })
})

const recount = (repair = false) => recomputeFigures(house.services, [recountHazards], { repair })
const range = { lo: '330114', hi: '330115' }
const byState = (reader: PersonActor) =>
  house.done(reader, async (tx) =>
    ok(await sumFigures(tx, { ...range, figures: ['hazards'] }, { regionDigits: 6, by: ['state', 'level'] })),
  )

describe('figures', () => {
  it('equal the records after any story, folded in the middle or not', async () => {
    const chance = chanceOf('figures')
    const hazards: Hazard[] = []
    let happened = 0
    for (let step = 0; step < 160; step += 1) {
      if (step % 16 === 0) hazards.push(await foundAt(house, unit, chance.pick([cast.inspector, cast.safety])))
      if (step % 50 === 49) await foldFigures(house.services)
      if (step === 80) house.setClock('2026-11-27T02:00:00Z')
      const [by, action] = await chance.pick(attemptsOf(cast, deeds))()
      if ((await actOn(house, by, chance.pick(hazards), action)).ok) happened += 1
    }
    expect(happened).toBeGreaterThan(20)
    const before = await recount()
    expect(before.wrong).toEqual([])
    expect(before.compared).toBeGreaterThan(3)
    const shown = await byState(cast.inspector)
    expect(shown.reduce((sum, { total }) => sum + total, 0)).toBe(hazards.length)
    await foldFigures(house.services)
    const { rows } = await house.services.database.pool.query('select count(*) as n from hazards.figure_delta')
    expect(rows).toEqual([{ n: 0 }])
    expect(await byState(cast.inspector)).toEqual(shown)
    expect((await recount()).wrong).toEqual([])
  })

  it('that were falsified are found and put right', async () => {
    await foundAt(house, unit, cast.inspector)
    const lie = {
      figure: 'hazards',
      regionCode: unit.regionCode,
      industryCode: unit.industryCode,
      campaignId: null,
      period: '2026-11',
      level: 'unclassified',
      state: 'found',
      registered: false,
    } as const
    await house.bySystem((tx) => writeDeltas(tx, [{ ...lie, change: 3 }]))
    expect(await recount()).toMatchObject({ wrong: [{ ...lie, change: -3 }], repaired: false })
    const lines: string[] = []
    const command = (...args: string[]): Promise<number> =>
      figuresCommand(args, {
        services: house.services,
        recompute: (services, options) => recomputeFigures(services, [recountHazards], options),
        print: (line) => void lines.push(line),
      })
    expect([
      await command('recompute'),
      await command('recompute', '--repair'),
      await command('recompute'),
      await command('count'),
    ]).toEqual([1, 0, 0, 2])
    expect(lines).toHaveLength(6)
    expect(lines.at(-2)).toContain('与记录一致')
    expect((await recount()).wrong).toEqual([])
  })

  it('are written once for each distinct key of a transaction, and nothing where it comes to nothing', async () => {
    const key = {
      figure: 'units',
      regionCode: '330114',
      industryCode: 'T',
      campaignId: null,
      period: null,
      level: null,
      state: null,
      registered: null,
    } as const
    await house.bySystem((tx) =>
      writeDeltas(tx, [
        { ...key, change: 1 },
        { ...key, change: 2 },
        { ...key, industryCode: 'U', change: 1 },
        { ...key, industryCode: 'U', change: -1 },
      ]),
    )
    const { rows } = await house.services.database.pool.query(
      `select industry_code, change from hazards.figure_delta where figure = 'units'`,
    )
    expect(rows).toEqual([{ industry_code: 'T', change: 3 }])
  })

  it('folded by four at once lose nothing and count nothing twice', async () => {
    const key = {
      figure: 'visits',
      regionCode: '330114',
      industryCode: 'C',
      campaignId: null,
      period: '2026-11',
      level: null,
      state: null,
      registered: null,
    } as const
    for (let each = 0; each < 40; each += 1)
      await house.bySystem((tx) => writeDeltas(tx, [{ ...key, period: `2026-${String((each % 3) + 1).padStart(2, '0')}`, change: 1 }]))
    await Promise.all(Array.from({ length: 4 }, () => foldFigures(house.services)))
    const sums = await house.done(cast.inspector, async (tx) =>
      ok(await sumFigures(tx, { ...range, figures: ['visits'] }, { regionDigits: 0, by: ['period'] })),
    )
    expect(sums.map(({ period, total }) => [period, total])).toEqual([
      ['2026-01', 14],
      ['2026-02', 13],
      ['2026-03', 13],
    ])
  })

  it('of overdue are a question of the day, and days to close run from the order', async () => {
    const village = `${cast.principal.regionCode}001`
    const plant = await house.unit({ regionCode: village, organisationId: cast.principal.organisationId })
    const start = await foundAt(house, plant, cast.inspector)
    const hazard = await did(
      house,
      start,
      [cast.inspector, deeds.general],
      [cast.inspector, deeds.order(cast.worker)],
      [cast.worker, deeds.start],
    )
    const on = (today: string) =>
      house.done(cast.inspector, async (tx) =>
        ok(await overdueByRegion(tx, { lo: village, hi: `${village}:`, campaignId: undefined, today, regionDigits: 12 })),
      )
    expect(await on('2026-12-01')).toEqual([{ region: village, level: 'general', overdue: 0, running: 1, closed: 0, closedDays: 0 }])
    expect(await on('2026-12-02')).toMatchObject([{ overdue: 1, running: 1 }])
    house.setClock('2026-11-29T02:00:00Z')
    await did(
      house,
      hazard,
      [cast.worker, await deeds.selfCheck(cast.worker)],
      [cast.inspector, await deeds.pass(cast.inspector)],
      [cast.inspector, deeds.close],
    )
    expect(await on('2026-12-02')).toEqual([{ region: village, level: 'general', overdue: 0, running: 0, closed: 1, closedDays: 5 }])
  })

  it('of a region are for who sees the whole of it', async () => {
    await foundAt(house, unit, cast.safety)
    expect(await byState(cast.safety)).toEqual([])
    expect(await byState({ ...cast.inspector, scope: { lo: '330109', hi: '33010:', organisationId: null } })).toEqual([])
    const desk = await house.done(cast.safety, async (tx) =>
      ok(
        (
          await sql<{
            figure: string
            total: number
          }>`select figure, sum(change)::bigint as total from hazards.region_figure where figure = 'openHazards' group by figure`.execute(
            tx.tables(),
          )
        ).rows,
      ),
    )
    expect(desk[0]?.total).toBeGreaterThan(0)
  })
})
