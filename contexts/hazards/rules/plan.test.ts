import { describe, expect, it } from 'vitest'
import { planVisits, type Inspector, type PlannedUnit } from './plan.ts'

const unit = (unitId: string, regionCode = '330114001', industryCode = '2614', inspectorId: string | null = null): PlannedUnit => ({
  unitId,
  regionCode,
  industryCode,
  inspectorId,
})
const inspector = (personId: string, regionCode = '330114', industries: readonly string[] = []): Inspector => ({
  personId,
  regionCode,
  industries,
})

describe('a plan gives units to inspectors', () => {
  it('evenly, in an order that the same facts repeat', () => {
    const plan = planVisits([unit('4'), unit('1'), unit('3'), unit('2')], [inspector('b'), inspector('a')])
    expect(plan.changed).toEqual([
      { unitId: '1', inspectorId: 'a' },
      { unitId: '2', inspectorId: 'b' },
      { unitId: '3', inspectorId: 'a' },
      { unitId: '4', inspectorId: 'b' },
    ])
  })
  it('by region, and leaves what nobody can take', () => {
    const plan = planVisits([unit('1'), unit('2', '330109001')], [inspector('a'), inspector('b', '330109002')])
    expect(plan).toEqual({ kept: [], changed: [{ unitId: '1', inspectorId: 'a' }], left: ['2'] })
  })
  it('by skill: the trained before those for every industry', () => {
    const plan = planVisits([unit('1'), unit('2', '330114001', '5211')], [inspector('a'), inspector('b', '330114', ['26'])])
    expect(plan.changed).toEqual([
      { unitId: '1', inspectorId: 'b' },
      { unitId: '2', inspectorId: 'a' },
    ])
  })
  it('and leaves a unit with whoever has it, while he or she can take it', () => {
    const units = [unit('1', '330114001', '2614', 'a'), unit('2', '330114001', '2614', 'gone')]
    expect(planVisits(units, [inspector('a'), inspector('b')])).toEqual({
      kept: [{ unitId: '1', inspectorId: 'a' }],
      changed: [{ unitId: '2', inspectorId: 'b' }],
      left: [],
    })
  })
})
