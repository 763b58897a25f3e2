import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openExportStage, recordsIn, sheetsIn, type ExportStage } from '../../../main/testing/exportStage.ts'
import { openStage } from '../../../main/testing/stage.ts'
import { testNow, type Caller } from '../../../main/testing/testHouse.ts'
import { tipStage } from '../../../main/testing/tipStory.ts'
import { routes } from '../contract/index.ts'

const informant = { name: '钱有信', phone: '13905710001' }

let stage: ExportStage
let officer: Caller

beforeAll(async () => {
  stage = await openExportStage()
  stage.house.setClock(testNow)
  officer = await stage.house.as('county.officer')
  const tips = tipStage(stage.house)
  const sent = [await tips.tip({ identity: informant }), await tips.tip({ words: '=飞线充电', topics: ['electricity'] }), await tips.tip()]
  await tips.did(sent[1]!.tipId, [officer, { kind: 'accept' }])
  await tips.did(sent[2]!.tipId, [officer, { kind: 'decline', text: '不属于本部门职责' }])
  for (const title of ['金沙大道口', '学林街口'])
    await officer.call(routes.addPoster, {
      body: { kind: 'street', title, words: { zh: '请扫码', en: 'Please scan' }, regionCode: '330114' },
    })
})
afterAll(() => stage.close())
beforeEach(async () => {
  stage.house.setClock(testNow)
  await stage.house.services.database.pool.query('delete from ledgers.export_part; delete from ledgers.export')
})

describe('tips that go out', () => {
  it.each([
    ['all', {}, 3],
    ['by what is to be done first', { order: 'due' }, 3],
    ['open ones', { open: 'true' }, 2],
    ['of a kind', { topic: 'electricity' }, 1],
    ['none', { reward: 'paid' }, 0],
  ])('are those of the screen: %s', async (_title, query, total) => {
    const screen = await officer.call(routes.tips, { query: query as never })
    const { exported, bytes } = await stage.exported(officer, { list: 'tips.tips', query })
    const records = await recordsIn(bytes)
    expect(records.map((row) => row['编号'])).toEqual(screen.body.rows.map(({ number }) => number))
    expect([screen.body.total, exported.rowsDone, exported.rowsExpected]).toEqual([total, total, total])
  })

  it('say in words what the screen says', async () => {
    const { bytes } = await stage.exported(officer, { list: 'tips.tips', query: { topic: 'electricity' }, format: 'xlsx' })
    expect(await recordsIn(bytes)).toMatchObject([
      { 类别: '乱接电线、飞线充电', 反映的问题: '=飞线充电', 状态: '核查中', 超期: '否', 奖励: '无' },
    ])
  })

  it('tell nothing of who told, nor whether the name is known', async () => {
    const { bytes } = await stage.exported(officer, { list: 'tips.tips' })
    const [[head] = []] = await sheetsIn(bytes)
    expect(head?.join()).not.toMatch(/举报人|实名|匿名|本单位人员/)
    expect(bytes.toString()).not.toMatch(/钱有信|13905710001|实名|匿名/)
  })

  it('stay within the scope: another county has none', async () => {
    const elsewhere = await openStage(stage.house).actor(['officer'], { regionCode: '330109' })
    for (const list of ['tips.tips', 'tips.posters'])
      expect(await recordsIn((await stage.exported(elsewhere.caller, { list })).bytes)).toEqual([])
  })

  it('go to no enterprise', async () => {
    const principal = await stage.house.as('plant.principal')
    for (const list of ['tips.tips', 'tips.posters'])
      expect((await stage.begin(principal, { list })).body.refusal?.code).toBe('ACTION_NOT_GRANTED')
  })
})

describe('posters that go out', () => {
  it.each([
    ['all', {}, ['学林街口', '金沙大道口']],
    ['by their name', { find: '金沙' }, ['金沙大道口']],
    ['ended ones', { ended: 'true' }, []],
  ])('are those of the screen: %s', async (_title, query, titles) => {
    const screen = await officer.call(routes.posters, { query: query as never })
    const { exported, bytes } = await stage.exported(officer, { list: 'tips.posters', query })
    expect((await recordsIn(bytes)).map((row) => row['内部名称'])).toEqual(titles)
    expect(screen.body).toMatchObject({ total: titles.length, rows: titles.map((title) => ({ title })) })
    expect(exported).toMatchObject({ rowsDone: titles.length, rowsExpected: titles.length })
  })

  it('keep their codes to themselves', async () => {
    const screen = await officer.call(routes.posters, {})
    const { bytes } = await stage.exported(officer, { list: 'tips.posters' })
    for (const { code } of screen.body.rows) expect(bytes.toString()).not.toContain(code)
  })
})

it.each(['tips.tips', 'tips.posters'])('%s has an English head', async (list) => {
  const { bytes } = await stage.exported(officer, { list, language: 'en' })
  const [[head] = []] = await sheetsIn(bytes)
  expect(head?.join('')).toMatch(/^[\x20-\x7e]+$/)
})
