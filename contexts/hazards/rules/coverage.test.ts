import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage, reinspection, unitOf, type CoverageAsked, type RegisteredUnit, type Visit } from './coverage.ts'

const unit = (unitId: string, closedOn: string | null = null, registeredOn = '2026-01-01'): RegisteredUnit => ({
  unitId,
  registeredOn,
  closedOn,
})

const visit = (unitId: string, on: string, more: Partial<Visit> = {}): Visit => ({
  visitId: `${unitId}/${on}`,
  unitId,
  on,
  how: 'departmentCheck',
  result: 'checked',
  ...more,
})

const asked: CoverageAsked = { from: '2026-06-01', to: '2026-09-30', ways: ['departmentCheck', 'expertCheck'], aliases: new Map() }

describe('coverage is distinct units checked of the register; visits are counted apart', () => {
  it('two visits to one unit are two visits and one unit', () => {
    const visits = [visit('a', '2026-06-01'), visit('a', '2026-09-30'), visit('b', '2026-07-01')]
    expect(coverage([unit('a'), unit('b'), unit('c'), unit('d')], visits, asked)).toEqual({
      register: 4,
      checked: 2,
      percent: 50,
      visits: 3,
      notAdmitted: 0,
      offRegister: [],
    })
  })
  it.each<[string, readonly Visit[], number, number]>([
    ['before the first day', [visit('a', '2026-05-31')], 0, 0],
    ['after the last day', [visit('a', '2026-10-01')], 0, 0],
    ['by the unit itself', [visit('a', '2026-07-01', { how: 'selfCheck' })], 0, 0],
    ['by an expert', [visit('a', '2026-07-01', { how: 'expertCheck' })], 1, 1],
    ['where nobody was let in', [visit('a', '2026-07-01', { result: 'notAdmitted' })], 0, 0],
  ])('%s', (_title, made, checked, visits) => {
    expect(coverage([unit('a')], made, asked)).toMatchObject({ register: 1, checked, visits })
  })
  it.each<[string, RegisteredUnit, readonly Visit[], number, number]>([
    ['closed before it was visited, it is asked of nobody', unit('a', '2026-07-01'), [], 0, 0],
    ['visited before it closed, it counts above and below', unit('a', '2026-08-01'), [visit('a', '2026-07-01')], 1, 1],
    ['closed after the last day, it is on the register', unit('a', '2026-10-01'), [], 1, 0],
    ['registered after the last day, it is not', unit('a', null, '2026-10-01'), [], 0, 0],
  ])('%s', (_title, registered, visits, register, checked) => {
    expect(coverage([registered], visits, asked)).toMatchObject({ register, checked })
  })
  it('units found to be one are one', () => {
    const aliases = new Map([
      ['b', 'a'],
      ['c', 'b'],
    ])
    const visits = [visit('b', '2026-07-01'), visit('c', '2026-07-02')]
    expect(coverage([unit('a'), unit('b'), unit('c'), unit('d')], visits, { ...asked, aliases })).toMatchObject({
      register: 2,
      checked: 1,
      percent: 50,
      visits: 2,
    })
  })
  it('a unit off the register adds to no share and is named', () => {
    expect(coverage([unit('a')], [visit('x', '2026-07-01')], asked)).toMatchObject({
      checked: 0,
      percent: 0,
      visits: 1,
      offRegister: ['x'],
    })
  })
  it('without a register there is no share', () => {
    expect(coverage([], [visit('x', '2026-07-01')], asked).percent).toBeNull()
  })
  it('a ring of aliases ends', () => {
    expect(
      unitOf(
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toBe('a')
  })
})

describe('no share passes 100 %', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const day = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-15`)
  const units = fc.uniqueArray(fc.record({ unitId: id, registeredOn: day, closedOn: fc.option(day) }), { selector: ({ unitId }) => unitId })
  const visits = fc.array(
    fc.record({
      visitId: fc.uuid(),
      unitId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x'),
      on: day,
      how: fc.constantFrom('departmentCheck' as const, 'selfCheck' as const),
      result: fc.constantFrom('checked' as const, 'notAdmitted' as const),
    }),
  )
  it('whatever is registered, closed, joined and visited', () => {
    fc.assert(
      fc.property(units, visits, fc.array(fc.tuple(id, id)), (registered, made, joined) => {
        const found = coverage(registered, made, { ...asked, aliases: new Map(joined) })
        expect(found.percent ?? 0).toBeLessThanOrEqual(100)
        expect(found.checked).toBeLessThanOrEqual(Math.min(found.register, found.visits))
      }),
    )
  })
  it('nor of the registered hazards', () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), fc.array(id), (registered, reinspected, newlyFound) => {
        const found = reinspection({ registered, reinspected, newlyFound })
        expect(found.percent ?? 0).toBeLessThanOrEqual(100)
        expect(found.outstanding).toHaveLength(found.registered - found.reinspected)
      }),
    )
  })
})

describe('在册 and 新发现 are counted apart', () => {
  it('a new hazard is never inside the registered ones', () => {
    const counted = reinspection({ registered: ['h1', 'h2', 'h3'], reinspected: ['h1', 'h1', 'x'], newlyFound: ['n1', 'n2', 'h2'] })
    expect(counted).toEqual({ registered: 3, reinspected: 1, percent: 100 / 3, outstanding: ['h2', 'h3'], newlyFound: 2 })
  })
})
