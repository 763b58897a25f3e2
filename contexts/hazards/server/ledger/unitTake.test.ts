import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerStage, outcomeOf, type LedgerStage, type TakeOptions } from '../../../../main/testing/takeStage.ts'
import { openTestHazards, type TestHazards } from '../../../../main/testing/testHazards.ts'
import { creditCodeOf } from '../../rules/testing/creditCode.ts'

let house: TestHazards
let stage: LedgerStage
beforeAll(async () => {
  house = await openTestHazards()
  stage = ledgerStage(house, 'unit', await house.actor('county.officer'))
})
afterAll(() => house.close())

type Texts = Readonly<Record<string, string>>

const plant = (more: Texts = {}): Texts => ({ unitName: '杭州测试机械有限公司', region: '白杨街道', industry: '2614', ...more })
const take = async (rows: readonly Texts[], more?: TakeOptions): Promise<readonly string[]> =>
  (
    await stage.take(
      rows.map((values) => stage.row(values)),
      more,
    )
  ).map(outcomeOf)
const query = async <Row>(text: string): Promise<readonly Row[]> => (await house.services.database.pool.query(text)).rows as Row[]
const count = async (from: string): Promise<number> => Number((await query<{ count: string }>(`select count(*) from ${from}`))[0]!.count)
const figuresHold = async (): Promise<void> =>
  expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])

describe('a register of units', () => {
  it('a good row becomes a unit: on the register, on the record, counted', async () => {
    const rows = [
      plant({ unitName: '甲机械厂', uscc: creditCodeOf(1), riskColour: '橙色', lng: '120.35', lat: '30.30', registeredOn: '2024.3.5' }),
      plant({ unitName: '杭氏小店', kind: '沿街店铺', region: '330114', industry: '零售业', address: '学源街 1 号' }),
    ]
    expect(await take(rows)).toEqual(['taken', 'taken'])
    expect(
      await query(
        `select kind, uscc, risk_colour as colour, registered_on::text as day, organisation_id, address from hazards.unit where name in ('甲机械厂', '杭氏小店') order by uscc`,
      ),
    ).toEqual([
      { kind: 'enterprise', uscc: creditCodeOf(1), colour: 'orange', day: '2024-03-05', organisation_id: null, address: null },
      { kind: 'place', uscc: null, colour: null, day: '2026-11-24', organisation_id: null, address: '学源街 1 号' },
    ])
    expect(
      await count(
        `audit.entry where action = 'unit.add' and record_id in (select unit_id::text from hazards.unit where name = '甲机械厂')`,
      ),
    ).toBe(1)
    await figuresHold()
  })

  it('sent twice gives nothing new, by credit code or by name and place', async () => {
    const rows = [plant({ unitName: '乙机械厂', uscc: creditCodeOf(2) }), plant({ unitName: '乙小店' })]
    expect(await take(rows)).toEqual(['taken', 'taken'])
    expect(await take(rows)).toEqual(['present', 'present'])
    // The same unit, written another way.
    expect(await take([plant({ unitName: '杭州市乙机械有限公司', uscc: creditCodeOf(2).toLowerCase() })])).toEqual(['present'])
    // The same name elsewhere is another unit.
    expect(await take([plant({ unitName: '乙小店', region: '下沙街道' })])).toEqual(['taken'])
    await figuresHold()
  })

  it('a row that repeats another of the file is a fault, in the same batch or in a later one', async () => {
    const importId = randomUUIDv7()
    const row = plant({ unitName: '丙机械厂', uscc: creditCodeOf(3) })
    expect(await take([row, { ...row, address: '另一处' }], { importId })).toEqual(['taken', 'ROW_REPEATED'])
    expect(await take([row], { importId })).toEqual(['ROW_REPEATED'])
  })

  it('one that was closed here stays closed, however often an old register is sent', async () => {
    const row = plant({ unitName: '丁机械厂', uscc: creditCodeOf(4) })
    await take([row])
    await query(`update hazards.unit set closed_on = '2026-06-30', close_reason = '停产' where name = '丁机械厂'`)
    expect(await take([row])).toEqual(['present'])
    await house.house.recomputeFigures(house.services, { repair: true })
  })

  it.each<[Texts, string]>([
    [{ unitName: '完全别的名字', uscc: creditCodeOf(1) }, 'UNIT_OF_THIS_CODE_OTHERWISE_NAMED uscc'],
    [{ region: '萧山区' }, 'OUT_OF_SCOPE region'],
    [{ region: '江干区' }, 'OUT_OF_SCOPE region'],
    [{ region: '无此街道' }, 'REGION_UNKNOWN region'],
  ])('%o: %s', async (change, outcome) => {
    expect(await take([plant(change)])).toEqual([outcome])
  })

  it('one that is registered in another county is not registered again', async () => {
    const by = await house.actor('city.officer')
    expect(await take([plant({ unitName: '戊机械厂', uscc: creditCodeOf(5), region: '萧山区' })], { by })).toEqual(['taken'])
    expect(await take([plant({ unitName: '戊机械厂', uscc: creditCodeOf(5) })])).toEqual(['UNIT_REGISTERED_ELSEWHERE unitName'])
  })

  it('a city names the county beside the street, and an ended one with what it became', async () => {
    const by = await house.actor('city.officer')
    expect(await take([plant({ unitName: '己机械厂', county: '钱塘区', region: '白杨街道' })], { by })).toEqual(['taken'])
    const [outcome] = await stage.take([stage.row(plant({ unitName: '庚机械厂', region: '江干区' }))], { by })
    expect(outcomeOf(outcome)).toBe('REGION_ENDED region')
    expect(outcome?.kind === 'refused' && outcome.faults[0]?.sentence.zh).toContain('上城区')
  })

  it('people without the action are refused as a whole', async () => {
    for (const login of ['county.leader', 'plant.principal'])
      expect(await stage.tried([stage.row(plant())], { by: await house.actor(login) })).toMatchObject({
        ok: false,
        refusal: { code: 'ACTION_NOT_GRANTED', facts: { action: 'unit.add' } },
      })
  })

  it('two who send one file at once register each unit once', async () => {
    const rows = Array.from({ length: 40 }, (_each, n) => stage.row(plant({ unitName: `同时第${n}机械厂`, uscc: creditCodeOf(100 + n) })))
    const both = await Promise.all([stage.take(rows), stage.take(rows)])
    const outcomes = both.flat().map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(40)
    expect(outcomes.filter((outcome) => outcome === 'present')).toHaveLength(40)
    expect(await count(`hazards.unit where name like '同时第%'`)).toBe(40)
    await figuresHold()
  })
})
