import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHazards, type TestHazards } from '../../../../main/testing/testHazards.ts'
import type { LedgerKind, LedgerRow, RowOutcome } from '../../../../platform/ledger.ts'
import { sm3Hex } from '../../../../platform/secrets/sm.ts'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { creditCodeOf } from '../../rules/testing/creditCode.ts'

let house: TestHazards
let kind: LedgerKind
let officer: PersonActor
beforeAll(async () => {
  house = await openTestHazards()
  kind = house.house.rooms.flatMap(({ ledgers = [] }) => ledgers).find((ledger) => ledger.kind === 'unit')!
  officer = await house.actor('county.officer')
})
afterAll(() => house.close())

let rowNumber = 1
const row = (values: Record<string, string>): LedgerRow => {
  rowNumber += 1
  const digest = sm3Hex(JSON.stringify(values))
  return { sheet: 0, row: rowNumber, digest, values: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { text }])) }
}

const plant = (more: Record<string, string> = {}): LedgerRow =>
  row({ unitName: '杭州测试机械有限公司', region: '白杨街道', industry: '2614', ...more })

const take = (
  rows: readonly LedgerRow[],
  { importId = randomUUIDv7(), dryRun = false, by = officer } = {},
): Promise<readonly RowOutcome[]> => house.done(by, (tx) => kind.take(tx, { importId, dryRun, choices: {} }, rows))

const codes = (outcome: RowOutcome | undefined): readonly string[] =>
  outcome?.kind === 'refused' ? outcome.faults.map(({ code, column }) => `${code} ${column}`) : [outcome?.kind ?? 'nothing']

const count = async (sql: string): Promise<number> =>
  Number((await house.services.database.pool.query(`select count(*) from ${sql}`)).rows[0].count)

describe('a register of units', () => {
  it('a good row becomes a unit: on the register, on the record, counted', async () => {
    const before = await count('hazards.unit')
    const [outcome] = await take([plant({ unitName: '甲机械厂', uscc: creditCodeOf(1), riskColour: '橙色', lng: '120.35', lat: '30.30' })])
    expect(codes(outcome)).toEqual(['taken'])
    expect(await count('hazards.unit')).toBe(before + 1)
    const id = outcome?.kind === 'taken' ? outcome.recordId : ''
    expect(await count(`audit.entry where record_id = '${id}' and action = 'unit.add'`)).toBe(1)
    const figures = await house.house.recomputeFigures(house.services, { repair: false })
    expect(figures.wrong).toEqual([])
  })
})
