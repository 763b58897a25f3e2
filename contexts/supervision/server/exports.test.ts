import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openExportStage, recordsIn, sheetsIn, type ExportStage } from '../../../main/testing/exportStage.ts'
import { openStage } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes as desk } from '../../desk/contract/index.ts'
import { doubtNames, doubtStateNames, outcomeNames, stateNames } from '../contract/inspectionNames.ts'
import { routes } from '../contract/index.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import { leastForShare } from '../rules/recheck.ts'

let stage: ExportStage
let province: Caller
let city: Caller
let county: Caller
beforeAll(async () => {
  stage = await openExportStage()
  const { house } = stage
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
  province = await house.as('province.leader')
  city = await house.as('city.leader')
  county = await house.as('county.leader')
}, 300_000)
afterAll(() => stage.close())

const lists = ['rechecks', 'doubts', 'draws', 'closers', 'bulletins', 'fiveFull'] as const

const recordsOf = async (caller: Caller, list: (typeof lists)[number], query: Record<string, string> = {}) => {
  const { exported, bytes } = await stage.exported(caller, { list: `supervision.${list}`, query })
  const records = await recordsIn(bytes)
  expect(exported).toMatchObject({ state: 'ready', rowsDone: records.length, rowsExpected: records.length })
  return records
}

describe('a list of supervision goes out with exactly the rows of the screen', () => {
  it.each([{}, { state: 'settled' }, { outcome: 'false' }, { counts: 'rechecked' }, { region: '330114' }])(
    'rechecks, %o',
    async (query) => {
      const { body } = await city.call(routes.rechecks, { query: { ...query, limit: 200 } as never })
      expect(body.total).toBeGreaterThan(0)
      expect((await recordsOf(city, 'rechecks', query)).map((row) => [row['编号'], row['检查对象'], row['状态'], row['结论']])).toEqual(
        body.rows.map(({ number, unitName, state, outcome }) => [
          number,
          unitName,
          stateNames[state].zh,
          outcome === null ? null : outcomeNames[outcome].zh,
        ]),
      )
    },
  )

  it('rechecks that are somebody’s own, as the desk has them', async () => {
    const officer = await stage.house.as('city.officer')
    const owed = (await officer.call(desk.desk)).body.owed.filter(({ kind }) => kind === 'recheck')
    expect(owed.length).toBeGreaterThan(0)
    expect(await recordsOf(officer, 'rechecks', { mine: 'true' })).toHaveLength(owed.length)
  })

  it.each([{}, { kind: 'travel' }, { state: 'raised' }, { counts: 'doubtsLooked' }])(
    'doubts, %o, under a head that says what they are not',
    async (query) => {
      const { body } = await county.call(routes.doubts, { query: { ...query, limit: 200 } as never })
      expect(body.total).toBeGreaterThan(0)
      const records = await recordsOf(county, 'doubts', query)
      const [head = ''] = Object.keys(records[0] ?? {})
      expect(head).toContain('不是结论')
      expect(records.map((row) => [row[head], row['检查对象'], row['涉及的人'], row['状态']])).toEqual(
        body.rows.map(({ kind, unitName, people, state }) => [
          doubtNames[kind].zh,
          unitName,
          people.map(({ name }) => name).join('、'),
          doubtStateNames[state].zh,
        ]),
      )
    },
  )

  it('draws', async () => {
    const { body } = await city.call(routes.draws, { query: { limit: 200 } as never })
    expect(body.total).toBeGreaterThan(0)
    expect((await recordsOf(city, 'draws')).map((row) => [row['名称'], row['销号时段从'], row['销号时段至'], row['抽出']])).toEqual(
      body.rows.map(({ name, from, to, drawn }) => [name, from, to, String(drawn)]),
    )
  })

  it('closers, without a share of few', async () => {
    const { body } = await city.call(routes.closers, {})
    expect(body.rows.length).toBeGreaterThan(0)
    expect(body.rows.every(({ judged }) => judged < leastForShare)).toBe(true)
    expect((await recordsOf(city, 'closers')).map((row) => [row['销号人'], row['复核'], row['虚假销号'], row['比例']])).toEqual(
      body.rows.map(({ name, judged, falseClosures }) => [
        name,
        String(judged),
        String(falseClosures),
        `不足 ${leastForShare} 条，不算比例`,
      ]),
    )
    expect(await recordsOf(city, 'closers', { to: '2020-01-01' })).toEqual([])
  })

  it.each([{}, { kind: 'month' }, { newest: 'true' }])('bulletins, %o', async (query) => {
    const { body } = await county.call(routes.bulletins, { query: { ...query, limit: 200 } as never })
    expect(body.total).toBeGreaterThan(0)
    expect((await recordsOf(county, 'bulletins', query)).map((row) => [row['标题'], row['期号'], row['时段从'], row['时段至']])).toEqual(
      body.rows.map((row) => [row.title.zh, issueText(row, 'zh'), row.from, row.to]),
    )
  })

  it.each([{}, { kind: 'yearToDate' }, { regionCode: '330100', kind: 'own', from: '2026-05-20', to: '2026-10-03' }])(
    'the five-full board, %o: the regions below, then the whole',
    async (query) => {
      const { body } = await city.call(routes.fiveFull, { query: query as never })
      const rows = [...body.rows.filter(({ whole }) => !whole), ...body.rows.filter(({ whole }) => whole)]
      expect(rows.length).toBeGreaterThan(1)
      const records = await recordsOf(city, 'fiveFull', query)
      const shown = records.map((row) => [
        row['区划代码'],
        row['时段从'],
        row['管控全闭环：整改率（分子）'],
        row['管控全闭环：整改率（分母）'],
        row['排查全覆盖：检查家次'],
      ])
      expect(shown).toEqual(
        rows.map(({ regionCode, tally }) => [
          regionCode,
          body.period.from,
          ...(['foundClosed', 'found', 'visits'] as const).map((name) => String(tally[name] ?? 0)),
        ]),
      )
      expect(records.at(-1)?.['管控全闭环：整改率']).toMatch(/^\d+(\.\d+)?%/)
    },
  )

  it('what the board refuses is refused before a file is begun', async () => {
    const { body } = await stage.begin(county, { list: 'supervision.fiveFull', query: { regionCode: '330109' } })
    expect(body.refusal).toMatchObject({ code: 'EXPORT_FILTER_REFUSED', facts: { code: 'OUT_OF_SCOPE' } })
  })

  it.each(lists)('%s has its heads and words in English too', async (list) => {
    const { bytes } = await stage.exported(city, { list: `supervision.${list}`, format: 'xlsx', language: 'en' })
    const [[head] = []] = await sheetsIn(bytes)
    expect(head?.join('')).toMatch(/^[\x20-\x7e’]+$/)
    expect(new Set(head).size).toBe(head?.length)
  })
})

describe('a file tells nobody more than the page', () => {
  it.each(['rechecks', 'doubts', 'draws', 'closers', 'bulletins'] as const)('%s: a neighbour county gets none', async (list) => {
    const elsewhere = await openStage(stage.house).actor(['leader'], { regionCode: '330109' })
    expect(await recordsOf(elsewhere.caller, list)).toEqual([])
  })

  it('the five-full board of a neighbour county holds no number of this one', async () => {
    const elsewhere = await openStage(stage.house).actor(['leader'], { regionCode: '330109' })
    const records = await recordsOf(elsewhere.caller, 'fiveFull', { kind: 'yearToDate' })
    expect(new Set(records.map((row) => row['区划代码']?.slice(0, 6)))).toEqual(new Set(['330109']))
  })

  it('an unsettled recheck is not told to the county whose closure it looks at', async () => {
    const { rows } = await stage.house.services.database.pool.query<{ number: string; settled: boolean }>(
      `select number, state = 'settled' as settled from supervision.recheck`,
    )
    const numbers = (settled: boolean): readonly string[] => rows.filter((row) => row.settled === settled).map(({ number }) => number)
    const told = async (caller: Caller) => (await recordsOf(caller, 'rechecks')).map((row) => row['编号'] ?? '')
    expect(numbers(false).length).toBeGreaterThan(0)
    expect((await told(county)).toSorted()).toEqual(numbers(true).toSorted())
    expect((await told(await stage.house.as('county.inspector'))).filter((number) => numbers(false).includes(number))).toEqual([])
    expect((await told(province)).toSorted()).toEqual([...numbers(true), ...numbers(false)].toSorted())
  })

  it('a doubt is not told to whom it is about, whatever his role', async () => {
    const leader = await stage.house.actor('county.leader')
    const before = await recordsOf(county, 'doubts')
    await stage.house.bySystem((tx) =>
      sql`update supervision.doubt set people = array[${leader.personId}]::uuid[] where kind = 'travel'`.execute(tx.tables()),
    )
    const after = await recordsOf(county, 'doubts')
    expect(after.length).toBeLessThan(before.length)
    expect(after.flatMap((row) => Object.values(row))).not.toContain(doubtNames.travel.zh)
  })

  it.each(['doubts', 'draws', 'fiveFull'] as const)('%s: a plant may not at all', async (list) => {
    const plant = await stage.house.as('plant.safety')
    expect((await stage.begin(plant, { list: `supervision.${list}` })).body.refusal?.code).toBe('ACTION_NOT_GRANTED')
  })
})
