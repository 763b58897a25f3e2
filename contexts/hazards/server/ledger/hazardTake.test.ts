import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerStage, outcomeOf, type LedgerStage, type TakeOptions } from '../../../../main/testing/takeStage.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../../main/testing/testHazards.ts'
import type { PersonActor } from '../../../../kernel/actor.ts'
import type { RowOutcome } from '../../../../platform/ledger.ts'
import { evolve } from '../../rules/apply.ts'
import { creditCodeOf } from '../../rules/testing/creditCode.ts'
import { escalate } from '../escalate.ts'
import { hazardRecord } from '../hazardRecord.ts'

let house: TestHazards
let officer: PersonActor
let stage: LedgerStage
beforeAll(async () => {
  house = await openTestHazards()
  officer = await house.actor('county.officer')
  stage = ledgerStage(house, 'hazard', officer)
  const { uscc, region_code: region } = await plantOf()
  const register = ledgerStage(house, 'unit', officer)
  const units = [
    { unitName: '甲阀门厂', uscc: uscc ?? '', region, industry: '3443' },
    { unitName: '乙机械有限公司', uscc: creditCodeOf(2), region: '白杨街道', industry: '3443' },
    { unitName: '城北批发部', region: '白杨街道', industry: '5219' },
    { unitName: '城北批发部', region: '下沙街道', industry: '5219' },
    { unitName: '已关小厂', uscc: creditCodeOf(3), region: '白杨街道', industry: '3443' },
  ]
  await register.take(units.map((unit) => register.row(unit)))
  await house.services.database.pool.query(
    `update hazards.unit set closed_on = '2026-06-30', close_reason = '停产' where name = '已关小厂'`,
  )
  await house.house.recomputeFigures(house.services, { repair: true })
})
afterAll(() => house.close())

/** The organisation of the sample's plant, to whose credit code a unit of a ledger then belongs. */
const plantOf = async (): Promise<{ readonly uscc: string | null; readonly region_code: string }> => {
  const { organisationId } = await house.actor('plant.principal')
  return (
    await query<{ uscc: string | null; region_code: string }>(
      `select uscc, region_code from identity.organisation where id = '${organisationId}'`,
    )
  )[0]!
}

const query = async <Row>(text: string): Promise<readonly Row[]> => (await house.services.database.pool.query(text)).rows as Row[]
const count = async (from: string): Promise<number> => Number((await query<{ count: string }>(`select count(*) from ${from}`))[0]!.count)

const open = { unitName: '甲阀门厂', description: '可燃气体报警器失效', foundOn: '2026-09-01', level: '一般', dueOn: '2026-12-01' }
const closed = {
  ...open,
  state: '已销号',
  responsible: '李四',
  rectifiedOn: '2026-09-03',
  reviewedOn: '2026-09-05',
  reviewedBy: '王五',
  closedOn: '2026-09-06',
}

type Texts = Readonly<Record<string, string>>
const take = async (rows: readonly Texts[], more?: TakeOptions): Promise<readonly string[]> =>
  (
    await stage.take(
      rows.map((values) => stage.row(values)),
      more,
    )
  ).map(outcomeOf)
const idOf = (outcome: RowOutcome | undefined): readonly [unitId: string, hazardId: string] => {
  const [unitId = '', hazardId = ''] = outcome !== undefined && 'recordId' in outcome ? outcome.recordId.split('.') : []
  return [unitId, hazardId]
}
const figuresHold = async (): Promise<void> =>
  expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])

describe('a ledger of hazards', () => {
  it('keeps every sign of a text but those that part rows and values on their way', async () => {
    const odd = '制“表”\\ {,}\t符 NULL \u001e行\u001f列\u001c空 🧯'
    expect(
      await take([
        { ...open, description: odd },
        { ...open, description: '此行在其后' },
      ]),
    ).toEqual(['taken', 'taken'])
    const kept = await query<{ description: string }>(
      `select description from hazards.hazard where description in ('此行在其后', '制“表”\\ {,}\t符 NULL  行 列 空 🧯')`,
    )
    expect(kept).toHaveLength(2)
    await figuresHold()
  })

  it('good rows become hazards as far along as the ledger says, each numbered, owed, on the record and counted', async () => {
    const rows = [
      { ...open, description: '甲一：报警器失效', number: 'YH-1' },
      { ...closed, description: '甲二：护栏缺失' },
      { ...open, description: '甲三：积尘严重', state: '整改中', responsible: '李四' },
      { ...open, description: '甲四：通道堵塞', state: '已整改', rectifiedOn: '2026.9.9' },
      { ...open, description: '甲五：未定等级', level: '', dueOn: '' },
    ]
    expect(await take(rows)).toEqual(rows.map(() => 'taken'))
    type Row = {
      state: string
      number: string
      organisation_id: string | null
      closed: string | null
      found: string
      owing: number
      audited: number
    }
    const made = await query<Row>(`
      select state, number, organisation_id, (closed_at at time zone 'Asia/Shanghai')::date::text as closed, (found_at at time zone 'Asia/Shanghai')::date::text as found,
        (select count(*)::int from hazards.owing where owing.hazard_id = hazard.id) as owing,
        (select count(*)::int from audit.entry where record_id = hazard.unit_id || '.' || hazard.id and action = 'hazard.enter') as audited
      from hazards.hazard where description like '甲%：%' order by substr(description, 2, 1) collate "C"`)
    expect(made.map(({ state }) => state).toSorted()).toEqual(['closed', 'found', 'ordered', 'rectifying', 'selfChecked'])
    expect(new Set(made.map(({ number }) => number)).size).toBe(5)
    expect(made.every(({ number }) => /^330114-2026-\d{5}$/.test(number))).toBe(true)
    expect(made.every(({ found, audited }) => found === '2026-09-01' && audited === 1)).toBe(true)
    expect(
      made.every(({ state, owing, closed: day }) => (state === 'closed' ? owing === 0 && day === '2026-09-06' : owing > 0 && day === null)),
    ).toBe(true)
    // The unit's credit code is that of an organisation of the product: its people see the hazard.
    expect(new Set(made.map(({ organisation_id }) => organisation_id))).toEqual(
      new Set([(await house.actor('plant.principal')).organisationId]),
    )
    await figuresHold()
  })

  it('the state on record is the one that its event makes, and the record page reads it', async () => {
    const [outcome] = await stage.take([stage.row({ ...closed, description: '记录页：电线裸露', number: 'YH-2' })])
    const [unitId, hazardId] = idOf(outcome)
    const record = await house.done(officer, (tx) => hazardRecord(tx, testNeeds, officer, unitId, hazardId))
    expect(record.history.map(({ kind }) => kind)).toEqual(['entered'])
    expect(evolve(record.history)).toEqual(record.hazard)
    expect(record.hazard).toMatchObject({ state: 'closed', outcome: 'closedInLedger', ledger: { number: 'YH-2', reviewedBy: '王五' } })
    expect(record.actions.every(({ refusal }) => refusal !== null)).toBe(true)
  })

  it('sent twice gives nothing new, by the number or by what it says', async () => {
    const rows = [
      { ...open, description: '两次：报警器失效', number: 'YH-3' },
      { ...closed, description: '两次：护栏缺失' },
      { ...closed, description: '两次：护栏松动', number: '12' },
    ]
    expect(await take(rows)).toEqual(['taken', 'taken', 'taken'])
    const before = await count('hazards.hazard')
    expect(await take(rows)).toEqual(['present', 'present', 'present'])
    expect(await count('hazards.hazard')).toBe(before)
    await figuresHold()
  })

  it('a batch that is sent again within one import, after a broken connection, is on record', async () => {
    const importId = randomUUIDv7()
    const rows = [stage.row({ ...open, description: '断线：报警器失效' })]
    expect((await stage.take(rows, { importId })).map(outcomeOf)).toEqual(['taken'])
    expect((await stage.take(rows, { importId })).map(outcomeOf)).toEqual(['present'])
  })

  it('a row that repeats another of the file is a fault, in the same batch or in a later one', async () => {
    const importId = randomUUIDv7()
    const row = { ...open, description: '重复：报警器失效' }
    expect(await take([row, row], { importId })).toEqual(['taken', 'ROW_REPEATED'])
    expect(await take([row], { importId })).toEqual(['ROW_REPEATED'])
  })

  it('a number that is on record and says otherwise now is sent back, and nothing is changed', async () => {
    await take([{ ...open, description: '编号：报警器失效', number: 'YH-4' }])
    expect(await take([{ ...open, description: '编号：报警器已换', number: 'YH-4' }])).toEqual(['NUMBER_ON_RECORD_OTHERWISE number'])
  })

  it('a hazard of the product that went out with its number comes back as what it is', async () => {
    await take([{ ...open, description: '往返：报警器失效' }])
    const [held] = await query<{ number: string }>(`select number from hazards.hazard where description = '往返：报警器失效'`)
    expect(await take([{ ...open, description: '往返：报警器失效', number: held!.number }])).toEqual(['present'])
  })

  it('looked through without writing, the outcomes are the same', async () => {
    const before = await count('hazards.hazard')
    expect(
      await take(
        [
          { ...open, description: '预览：报警器失效' },
          { ...open, level: '严重' },
        ],
        { dryRun: true },
      ),
    ).toEqual(['taken', 'LEVEL_UNKNOWN level'])
    expect(await count('hazards.hazard')).toBe(before)
  })
})

describe('what the register and the record say against a row', () => {
  it.each<[Texts, string]>([
    [{ ...open, unitName: '无此单位' }, 'UNIT_UNKNOWN unitName'],
    [{ ...open, unitName: '城北批发部' }, 'UNIT_AMBIGUOUS unitName'],
    [{ ...open, unitName: '城北批发部', region: '下沙街道', description: '属地：报警器失效' }, 'taken'],
    [{ ...open, unitName: '已关小厂', foundOn: '2026-07-01' }, 'UNIT_CLOSED unitName'],
    [{ ...open, unitName: '已关小厂', foundOn: '2026-06-30', description: '关前：报警器失效' }, 'taken'],
    [{ ...open, unitName: '完全别的名字', uscc: creditCodeOf(2) }, 'UNIT_OF_THIS_CODE_OTHERWISE_NAMED uscc'],
    [{ ...open, unitName: '杭州乙机械有限公司', uscc: creditCodeOf(2), description: '异写：报警器失效' }, 'taken'],
    [{ ...open, unitName: '乙机械', uscc: creditCodeOf(99) }, 'UNIT_UNKNOWN unitName'],
    [{ ...open, region: '萧山区' }, 'OUT_OF_SCOPE region'],
    [{ ...open, item: 'chem20.99' }, 'ITEM_UNKNOWN item'],
    [{ ...open, item: 'chem20.01' }, 'LEVEL_BELOW_ITEM level'],
    [{ ...open, item: 'chem20.01', level: '重大', description: '依据：未经考核' }, 'taken'],
  ])('%o: %s', async (row, outcome) => {
    expect(await take([row])).toEqual([outcome])
  })

  it('a unit that is not known is registered where the importer chose so and the row holds enough', async () => {
    const choices = { unknownUnit: 'register' }
    const fresh = { ...open, unitName: '新来小厂', uscc: creditCodeOf(50), region: '白杨街道', industry: '有机化学原料制造' }
    expect(
      await take(
        [
          { ...fresh, description: '新登：报警器失效' },
          { ...fresh, description: '新登：护栏缺失' },
          { ...open, unitName: '另一小厂' },
          { ...open, unitName: '另一小厂', region: '白杨街道', industry: '化工' },
        ],
        { choices },
      ),
    ).toEqual(['taken', 'taken', 'INDUSTRY_MISSING industry, REGION_MISSING region', 'INDUSTRY_UNKNOWN industry'])
    expect(await count(`hazards.unit where name = '新来小厂'`)).toBe(1)
    await figuresHold()
  })

  it('a unit that lies beyond the scope is not registered a second time', async () => {
    const city = await house.actor('city.officer')
    const register = ledgerStage(house, 'unit', city)
    await register.take([register.row({ unitName: '萧山某厂', uscc: creditCodeOf(60), region: '萧山区', industry: '2614' })])
    const row = { ...open, unitName: '萧山某厂', uscc: creditCodeOf(60), region: '白杨街道', industry: '2614' }
    expect(await take([row])).toEqual(['UNIT_UNKNOWN unitName'])
    expect(await take([row], { choices: { unknownUnit: 'register' } })).toEqual(['UNIT_REGISTERED_ELSEWHERE unitName'])
  })
})

describe('who takes a ledger in', () => {
  it('people without the action are refused as a whole', async () => {
    for (const login of ['plant.worker', 'province.leader', 'rescue.station'])
      expect(await stage.tried([stage.row(open)], { by: await house.actor(login) })).toMatchObject({
        ok: false,
        refusal: { code: 'ACTION_NOT_GRANTED', facts: { action: 'hazard.enter' } },
      })
  })

  it('a plant takes in what its own ledger says, and of no other unit', async () => {
    const by = await house.actor('plant.safety')
    expect(
      await take(
        [
          { ...open, description: '厂内：报警器失效' },
          { ...open, unitName: '乙机械有限公司' },
        ],
        { by },
      ),
    ).toEqual(['taken', 'UNIT_UNKNOWN unitName'])
    expect(await take([{ ...closed, level: '重大', description: '厂内：重大已销' }], { by })).toEqual(['MAJOR_CLOSED_BY_UNIT level'])
    const [held] = await query<{ how: string }>(`select how from hazards.hazard where description = '厂内：报警器失效'`)
    expect(held).toEqual({ how: 'selfCheck' })
    expect(await stage.tried([stage.row(open)], { by, choices: { unknownUnit: 'register' } })).toMatchObject({
      refusal: { code: 'ACTION_NOT_GRANTED', facts: { action: 'unit.add' } },
    })
  })

  it('two who send one file at once bring each row in once', async () => {
    const rows = Array.from({ length: 40 }, (_each, n) =>
      stage.row({ ...open, unitName: n % 2 ? '甲阀门厂' : '乙机械有限公司', description: `同时：${n} 号柜未接地` }),
    )
    const both = await Promise.all([stage.take(rows), stage.take(rows)])
    const outcomes = both.map((each) => each.map(outcomeOf))
    expect(outcomes.flat().filter((outcome) => outcome === 'taken')).toHaveLength(40)
    expect(outcomes.flat().filter((outcome) => outcome === 'present')).toHaveLength(40)
    expect(await count(`hazards.hazard where description like '同时：%'`)).toBe(40)
    await figuresHold()
  })

  it('two who register one unit with it at once register it once', async () => {
    const choices = { unknownUnit: 'register' }
    const rowOf = (n: number) =>
      stage.row({ ...open, unitName: '同登小厂', region: '白杨街道', industry: '2614', description: `同登：${n} 号柜未接地` })
    const both = await Promise.all([stage.take([rowOf(1)], { choices }), stage.take([rowOf(2)], { choices })])
    expect(both.flat().map(outcomeOf)).toEqual(['taken', 'taken'])
    expect(await count(`hazards.unit where name = '同登小厂'`)).toBe(1)
    await figuresHold()
  })
})

describe('what was late in the ledger', () => {
  it('is overdue at once, and nobody is told of it apart on that day', async () => {
    await escalate(house.services, testNeeds)
    const before = await count(`hazards.hazard_event where kind = 'escalated'`)
    const late = { ...open, description: '逾期：报警器失效', state: '未整改', dueOn: '2026-09-20' }
    expect(await take([late])).toEqual(['taken'])
    expect(await count(`hazards.hazard where description = '逾期：报警器失效' and due_on < '2026-11-24'`)).toBe(1)
    await escalate(house.services, testNeeds)
    expect(await count(`hazards.hazard_event where kind = 'escalated'`)).toBe(before)
    const [held] = await query<{ at: string }>(`select next_escalation_at as at from hazards.hazard where description = '逾期：报警器失效'`)
    expect(held?.at).toBe('2026-11-27T02:00:00.000Z')
  })
})
