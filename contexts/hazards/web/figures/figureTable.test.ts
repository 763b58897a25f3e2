import { describe, expect, test } from 'vitest'
import { mostColumns, tableOf } from './figureTable.ts'
import { figureQueryOf, shownOf, type Sum, type View } from './measures.ts'

const view: View = { measure: 'found', rows: '', columns: '', month: '', level: '', state: '' }
const sum = (part: Partial<Sum>): Sum => ({
  figure: 'hazards',
  regionCode: '330114',
  regionName: { zh: '钱塘区', en: 'Qiantang District' },
  period: null,
  level: null,
  state: null,
  industryCode: null,
  industryName: null,
  total: 1,
  ...part,
})
const other = { regionCode: '330105', regionName: { zh: '拱墅区', en: 'Gongshu District' } }

describe('what is asked for', () => {
  test('a measure is told apart only by what it has', () => {
    expect(shownOf({ ...view, measure: 'overdue', rows: 'industry', columns: 'period', month: '2026-11' }, '2026-11')).toMatchObject({
      name: 'overdue',
      rows: 'region',
      columns: null,
      month: '',
    })
    expect(shownOf({ ...view, measure: 'nonsense' }, '2026-11').name).toBe('found')
    expect(shownOf({ ...view, rows: 'industry', columns: 'industry' }, '2026-11').columns).toBeNull()
  })

  test('units checked are asked for one month at a time, because months of distinct units are no sum', () => {
    expect(shownOf({ ...view, measure: 'coverage' }, '2026-11').month).toBe('2026-11')
    expect(shownOf({ ...view, measure: 'coverage', columns: 'period', month: '2026-10' }, '2026-11').month).toBe('')
  })

  test('open ones are told apart by state so that closed ones can be left out', () => {
    expect(figureQueryOf(shownOf({ ...view, measure: 'open', columns: 'level' }, '2026-11'), '330100', 'county')).toEqual({
      figures: 'hazards',
      region: '330100',
      regionLevel: 'county',
      by: 'level,state',
    })
    expect(figureQueryOf(shownOf({ ...view, measure: 'major', month: '2026-10' }, '2026-11'), '330100', 'county')).toEqual({
      figures: 'hazards',
      region: '330100',
      regionLevel: 'county',
      from: '2026-10',
      to: '2026-10',
      level: 'major',
    })
  })
})

describe('the table', () => {
  test('lines and columns add up to the same whole, the fullest line first', () => {
    const sums = [sum({ level: 'general', total: 3 }), sum({ level: 'major', total: 1 }), sum({ ...other, level: 'general', total: 9 })]
    const table = tableOf(sums, shownOf({ ...view, columns: 'level' }, '2026-11'), false)
    expect(table.columns.map(({ name }) => name)).toEqual(['major', 'general'])
    expect(table.lines.map(({ name, cells, total }) => [name.en, cells, total])).toEqual([
      ['Gongshu District', [0, 9], 9],
      ['Qiantang District', [1, 3], 4],
    ])
    expect([table.foot, table.total]).toEqual([[1, 12], 13])
  })

  test('closed ones and those found in error are not open', () => {
    const sums = [sum({ state: 'ordered', total: 2 }), sum({ state: 'closed', total: 5 }), sum({ state: 'withdrawn' })]
    expect(tableOf(sums, shownOf({ ...view, measure: 'open' }, '2026-11'), false).total).toBe(2)
  })

  test('days to close are a mean of hazards, not of means', () => {
    const sums = [
      sum({ figure: 'closed', total: 1 }),
      sum({ figure: 'closedDays', total: 10 }),
      sum({ ...other, figure: 'closed', total: 3 }),
      sum({ ...other, figure: 'closedDays', total: 6 }),
    ]
    const table = tableOf(sums, shownOf({ ...view, measure: 'days' }, '2026-11'), false)
    expect(table.lines.map(({ total }) => total)).toEqual([10, 2])
    expect(table.total).toBe(4)
  })

  test('coverage is of the register; without units there is none; months have no sum', () => {
    const sums = [
      sum({ figure: 'units', total: 8 }),
      sum({ figure: 'unitsChecked', period: '2026-10', total: 2 }),
      sum({ figure: 'unitsChecked', period: '2026-11', total: 3 }),
      sum({ ...other, figure: 'unitsChecked', period: '2026-11', total: 1 }),
    ]
    const table = tableOf(sums, shownOf({ ...view, measure: 'coverage', columns: 'period' }, '2026-11'), false)
    expect(table.lines.map(({ name, cells, total }) => [name.en, cells, total])).toEqual([
      ['Qiantang District', [25, 37.5], null],
      ['Gongshu District', [null, null], null],
    ])
  })

  test('of many months the last stand alone and the earlier ones together, so that nothing is lost', () => {
    const months = Array.from({ length: 15 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
    const sums = months.map((period) => sum({ period }))
    const folded = tableOf(sums, shownOf({ ...view, columns: 'period' }, '2026-03'), false)
    expect(folded.columns).toHaveLength(mostColumns.period)
    expect(folded.columns[0]).toEqual({ keys: months.slice(0, 4), name: null })
    expect([folded.foot[0], folded.total]).toEqual([4, 15])
    expect(tableOf(sums, shownOf({ ...view, columns: 'period' }, '2026-03'), true).columns).toHaveLength(15)
  })
})
