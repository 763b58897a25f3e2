import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerStage, outcomeOf, type LedgerStage } from '../../../../main/testing/ledgerStage.ts'
import { openTestHazards, type TestHazards } from '../../../../main/testing/testHazards.ts'
import type { PersonActor } from '../../../../kernel/actor.ts'
import type { RowOutcome } from '../../../../platform/ledger.ts'
import type { UnitFacts } from '../unitStore.ts'
import { replaceKeys } from '../unitStore.ts'
import { duplicateKeys } from '../../rules/duplicates.ts'
import { creditCodeOf } from '../../rules/testing/creditCode.ts'
import { escalate } from '../escalate.ts'
import { hazardRecord } from '../hazardRecord.ts'
import { testNeeds } from '../../../../main/testing/testHazards.ts'
import { evolve } from '../../rules/apply.ts'

let house: TestHazards
let officer: PersonActor
let stage: LedgerStage
let plant: UnitFacts
beforeAll(async () => {
  house = await openTestHazards()
  officer = await house.actor('county.officer')
  stage = ledgerStage(house, 'hazard', officer)
  plant = await keyed('甲阀门厂', '330114001', (await house.actor('plant.principal')).organisationId)
  // What was put there without its use case was counted by nobody.
  await house.house.recomputeFigures(house.services, { repair: true })
})
afterAll(() => house.close())

/** A unit on the register that ledgers find by its name. */
const keyed = async (name: string, regionCode: string, organisationId: string | null = null): Promise<UnitFacts> => {
  const unit = await house.unit({ name, regionCode, organisationId })
  await house.bySystem((tx) =>
    replaceKeys(
      tx,
      { unit_id: unit.unitId, recorded_region: regionCode, region_code: regionCode, organisation_id: organisationId },
      duplicateKeys({ unitId: unit.unitId, name, uscc: null, regionCode, place: null }),
    ),
  )
  return unit
}

const good = {
  unitName: '甲阀门厂',
  description: '可燃气体报警器失效',
  foundOn: '2026-09-01',
  level: '一般',
  dueOn: '2026-12-01',
  number: '',
}
const closed = {
  ...good,
  state: '已销号',
  responsible: '李四',
  rectifiedOn: '2026-09-03',
  reviewedOn: '2026-09-05',
  reviewedBy: '王五',
  closedOn: '2026-09-06',
}
const row = (values: Record<string, string>) => stage.row(values)
const told = (outcomes: readonly RowOutcome[]): readonly string[] => outcomes.map(outcomeOf)
const query = async <Row>(text: string): Promise<readonly Row[]> => (await house.services.database.pool.query(text)).rows as Row[]
const figuresHold = async (): Promise<void> =>
  expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])

describe('a ledger of hazards', () => {
  it('good rows become hazards as far along as the ledger says, each numbered, owed, on the record and counted', async () => {
    const outcomes = await stage.take([
      row({ ...good, description: '甲一：报警器失效' }),
      row({ ...closed, description: '甲二：护栏缺失' }),
      row({ ...good, description: '甲三：积尘严重', state: '整改中', responsible: '李四' }),
      row({ ...good, description: '甲四：通道堵塞', state: '已整改', rectifiedOn: '2026.9.9' }),
      row({ ...good, description: '甲五：无等级', level: '', dueOn: '' }),
    ])
    expect(told(outcomes)).toEqual(Array.from({ length: 5 }, () => 'taken'))
    const states = await query<{ state: string; number: string }>(
      `select state, number from hazards.hazard where description like '甲%' order by description`,
    )
    expect(states.map(({ state }) => state).toSorted()).toEqual(['closed', 'found', 'ordered', 'rectifying', 'selfChecked'])
    expect(new Set(states.map(({ number }) => number)).size).toBe(5)
    await figuresHold()
  })
})
