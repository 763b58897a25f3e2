import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerStage, outcomeOf, type LedgerStage, type TakeOptions } from '../../../../main/testing/takeStage.ts'
import { openTestHazards, type TestHazards } from '../../../../main/testing/testHazards.ts'
import { creditCodeOf } from '../../rules/testing/creditCode.ts'

let house: TestHazards
let stage: LedgerStage
beforeAll(async () => {
  house = await openTestHazards()
  const officer = await house.actor('county.officer')
  stage = ledgerStage(house, 'visit', officer)
  const register = ledgerStage(house, 'unit', officer)
  const units = ['甲厂房', '乙厂房'].map((unitName, n) => ({ unitName, uscc: creditCodeOf(n), region: '白杨街道', industry: '2614' }))
  await register.take(units.map((unit) => register.row(unit)))
})
afterAll(() => house.close())

type Texts = Readonly<Record<string, string>>

const visit = (more: Texts = {}): Texts => ({ unitName: '甲厂房', on: '2026-09-01', how: '部门检查', by: '张三、李四', ...more })
const take = async (rows: readonly Texts[], more?: TakeOptions): Promise<readonly string[]> =>
  (
    await stage.take(
      rows.map((values) => stage.row(values)),
      more,
    )
  ).map(outcomeOf)
const query = async <Row>(text: string): Promise<readonly Row[]> => (await house.services.database.pool.query(text)).rows as Row[]
const figuresHold = async (): Promise<void> =>
  expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])

describe('a ledger of visits', () => {
  it('good rows become visits of their day, on the record and counted; a unit is checked once in a month', async () => {
    const rows = [
      visit({ note: '检查一', found: '3', department: '区应急局' }),
      visit({ on: '2026-09-20', note: '检查二' }),
      visit({ unitName: '乙厂房', result: '未能进入', note: '检查三' }),
    ]
    expect(await take(rows)).toEqual(['taken', 'taken', 'taken'])
    type Row = { on: string; result: string; ledger: { by: string; found: number | null; department: string | null }; audited: number }
    const made = await query<Row>(`
      select on_day::text as on, result, ledger,
        (select count(*)::int from audit.entry where action = 'visit.enter' and record_id = visit.unit_id || '.' || visit.id) as audited
      from hazards.visit where note like '检查%' order by note collate "C"`)
    expect(made.map(({ audited }) => audited)).toEqual([1, 1, 1])
    expect(made.find(({ ledger }) => ledger.found === 3)).toMatchObject({
      on: '2026-09-01',
      ledger: { by: '张三、李四', department: '区应急局' },
    })
    expect(
      await query(
        `select id from hazards.unit_checked where unit_id in (select unit_id from hazards.unit where name in ('甲厂房', '乙厂房'))`,
      ),
    ).toEqual([{ id: 'month/2026-09' }])
    await figuresHold()
  })

  it('sent twice gives nothing new', async () => {
    const rows = [visit({ number: 'JC-1', on: '2026-08-01' }), visit({ on: '2026-08-02' })]
    expect(await take(rows)).toEqual(['taken', 'taken'])
    expect(await take(rows)).toEqual(['present', 'present'])
    expect(await take([visit({ number: 'JC-1', on: '2026-08-03' })])).toEqual(['NUMBER_ON_RECORD_OTHERWISE number'])
    await figuresHold()
  })

  it.each<[Texts, string]>([
    [{ unitName: '无此单位' }, 'UNIT_UNKNOWN unitName'],
    [{ how: '企业自查' }, 'WAY_UNSUITED how'],
    [{ region: '萧山区' }, 'OUT_OF_SCOPE region'],
  ])('%o: %s', async (change, outcome) => {
    expect(await take([visit(change)])).toEqual([outcome])
  })

  it('repeated rows, people without the action, two importers at once', async () => {
    const row = visit({ on: '2026-07-01' })
    expect(await take([row, row])).toEqual(['taken', 'ROW_REPEATED'])
    expect(await stage.tried([stage.row(row)], { by: await house.actor('plant.worker') })).toMatchObject({
      refusal: { code: 'ACTION_NOT_GRANTED', facts: { action: 'visit.enter' } },
    })
    const rows = Array.from({ length: 20 }, (_each, n) => stage.row(visit({ on: '2026-06-01', note: `同时 ${n}` })))
    const outcomes = (await Promise.all([stage.take(rows), stage.take(rows)])).flat().map(outcomeOf)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(20)
    await figuresHold()
  })
})
