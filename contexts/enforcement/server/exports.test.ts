import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginningOf, caseBegun, didOnCase, officersOf, smallFine } from '../../../main/testing/caseStory.ts'
import { openExportStage, recordsIn, sheetsIn, type ExportStage } from '../../../main/testing/exportStage.ts'
import { castOf, deedsOf, did, foundAt } from '../../../main/testing/hazardStory.ts'
import { openStage } from '../../../main/testing/stage.ts'
import { testNow, type Caller } from '../../../main/testing/testHouse.ts'
import type { SentAction } from '../contract/caseActions.ts'
import { routes } from '../contract/routes.ts'

const lists = ['enforcement.cases', 'enforcement.leads', 'enforcement.ownCases'] as const
const served: SentAction = {
  kind: 'serve',
  paper: 'notice',
  way: 'direct',
  servedOn: '2026-11-24',
  receiver: '王某',
  witness: null,
  evidence: [],
}
const aDayLate = Temporal.Instant.from('2026-12-02T09:00:00+08:00')

let stage: ExportStage
let officer: Caller
let principal: Caller

beforeAll(async () => {
  stage = await openExportStage()
  const { house } = stage
  house.setClock(testNow)
  const cast = await castOf(house)
  const reviewer = await house.actor('county.reviewer')
  const { regionCode, organisationId } = cast.principal
  const unit = await house.unit({ regionCode, organisationId, name: '浙江试验化工有限公司' })
  const begun = async (matter: string) => {
    const evidence = [await house.photo(cast.inspector)]
    const officers = officersOf(cast.inspector.personId, reviewer.personId)
    return caseBegun(
      house,
      cast.inspector,
      unit.unitId,
      beginningOf(officers, { matter, fact: { text: '台账与现场不符', evidence, hazardId: null } }),
    )
  }
  await didOnCase(
    house,
    await begun('未如实记录隐患'),
    [cast.leader, { kind: 'approveOpening' }],
    [cast.inspector, { kind: 'proposePenalty', penalty: smallFine }],
    [cast.inspector, { kind: 'notify' }],
    [cast.inspector, served],
  )
  await begun('未开展排查')
  const deeds = deedsOf(house)
  for (const description of ['罐区报警器失效', '联锁未投用'])
    await did(
      house,
      await foundAt(house, unit, cast.inspector, { proposedLevel: 'major', description }),
      [cast.inspector, deeds.major],
      [cast.inspector, deeds.order(cast.worker, '2026-12-01')],
    )
  house.setClock(aDayLate)
  officer = await house.as('county.officer')
  principal = await house.as('plant.principal')
})
afterAll(() => stage.close())
beforeEach(async () => {
  stage.house.setClock(aDayLate)
  await stage.house.services.database.pool.query('delete from ledgers.export_part; delete from ledgers.export')
})

describe('an export holds exactly the rows of the screen', () => {
  it.each([
    ['all', {}, 2],
    ['by what is due first', { order: 'due' }, 2],
    ['in a state', { state: 'proposed' }, 1],
    ['found by words', { find: '未如实' }, 1],
    ['none', { open: 'false' }, 0],
  ])('cases, %s', async (_title, query, total) => {
    const screen = await officer.call(routes.cases, { query: query as never })
    const { exported, bytes } = await stage.exported(officer, { list: 'enforcement.cases', query })
    expect((await recordsIn(bytes)).map((row) => row['案号'])).toEqual(screen.body.rows.map(({ number }) => number))
    expect([screen.body.total, exported.rowsDone, exported.rowsExpected]).toEqual([total, total, total])
  })

  it('in words', async () => {
    const { bytes } = await stage.exported(officer, { list: 'enforcement.cases', query: { state: 'proposed' } })
    expect(await recordsIn(bytes)).toMatchObject([
      { 案由: '未开展排查', 单位: '浙江试验化工有限公司', 来源: '隐瞒或者未如实记录隐患', 程序: '普通程序', 进度: '提请立案', 结果: null },
    ])
  })

  it.each([
    ['all', {}, 2],
    ['of the county', { region: '330114' }, 2],
    ['of another', { region: '330109' }, 0],
  ])('leads, %s', async (_title, query, total) => {
    const screen = await officer.call(routes.leads, { query })
    const { exported, bytes } = await stage.exported(officer, { list: 'enforcement.leads', query })
    expect((await recordsIn(bytes)).map((row) => row['隐患编号'])).toEqual(screen.body.rows.map(({ number }) => number))
    expect([screen.body.total, exported.rowsDone, exported.rowsExpected]).toEqual([total, total, total])
  })

  it('the party’s own cases: those of which it was told, with what its screen shows', async () => {
    const screen = await principal.call(routes.ownCases, {})
    const { exported, bytes } = await stage.exported(principal, { list: 'enforcement.ownCases' })
    const records = await recordsIn(bytes)
    expect(records.map((row) => row['案号'])).toEqual(screen.body.rows.map(({ number }) => number))
    expect(records.map((row) => row['案由'])).toEqual(['未如实记录隐患'])
    expect(exported).toMatchObject({ rowsDone: 1, rowsExpected: 1 })
    expect(Object.keys(records[0] ?? {})).not.toContain('来源')
  })
})

describe('whoever may, within the scope', () => {
  it('another county has none', async () => {
    const elsewhere = await openStage(stage.house).actor(['officer'], { regionCode: '330109' })
    for (const list of ['enforcement.cases', 'enforcement.leads'])
      expect(await recordsIn((await stage.exported(elsewhere.caller, { list })).bytes)).toEqual([])
  })

  it('the party has its own list alone, and the authority not that one', async () => {
    for (const list of ['enforcement.cases', 'enforcement.leads'])
      expect((await stage.begin(principal, { list })).body.refusal?.code).toBe('ACTION_NOT_GRANTED')
    expect((await stage.begin(officer, { list: 'enforcement.ownCases' })).body.refusal?.code).toBe('ACTION_NOT_GRANTED')
  })
})

it.each(lists)('%s has an English head', async (list) => {
  const { bytes } = await stage.exported(list === 'enforcement.ownCases' ? principal : officer, { list, language: 'en' })
  const [[head] = []] = await sheetsIn(bytes)
  expect(head?.join('')).toMatch(/^[\x20-\x7e]+$/)
})
