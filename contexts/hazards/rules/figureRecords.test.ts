import { describe, expect, it } from 'vitest'
import { overdueRecordsOf, recordsOf, type FigureCell } from './figureRecords.ts'

const cell: FigureCell = {
  figure: 'hazards',
  regionCode: '330114',
  period: null,
  level: null,
  state: null,
  industryCode: null,
  campaignId: null,
}

describe('the records that a figure counts', () => {
  it.each<[string, Partial<FigureCell>, string, Record<string, string>]>([
    ['all hazards', {}, 'hazards', { region: '330114' }],
    [
      'by month, level, state and industry',
      { period: '2026-11', level: 'unclassified', state: 'found', industryCode: '26' },
      'hazards',
      { region: '330114', industry: '26', industryAlone: 'true', level: 'unclassified', foundIn: '2026-11', state: 'found' },
    ],
    ['closed ones are not those found in error', { state: 'closed' }, 'hazards', { region: '330114', state: 'closed', withdrawn: 'false' }],
    ['found in error', { state: 'withdrawn' }, 'hazards', { region: '330114', withdrawn: 'true' }],
    [
      'closed in a month',
      { figure: 'closed', period: '2026-11' },
      'hazards',
      { region: '330114', closedIn: '2026-11', open: 'false', withdrawn: 'false' },
    ],
    ['due on a day', { figure: 'due', period: '2026-12-01' }, 'hazards', { region: '330114', dueFrom: '2026-12-01', dueTo: '2026-12-01' }],
    [
      'the county itself among its towns',
      { figure: 'listed', regionLevel: 'town' },
      'hazards',
      { region: '330114', regionAlone: 'true', listed: 'true' },
    ],
    [
      'a town among its towns',
      { figure: 'recurrent', regionCode: '330114001', regionLevel: 'town' },
      'hazards',
      { region: '330114001', recurrent: 'true' },
    ],
    [
      'visits of a month',
      { figure: 'visits', period: '2026-02' },
      'visits',
      { region: '330114', result: 'checked', from: '2026-02-01', to: '2026-02-28' },
    ],
    ['not let in', { figure: 'notAdmitted', campaignId: 'c' }, 'visits', { region: '330114', campaignId: 'c', result: 'notAdmitted' }],
    ['units checked in a month', { figure: 'unitsChecked', period: '2026-11' }, 'units', { region: '330114', checkedIn: '2026-11' }],
    ['units', { figure: 'units' }, 'units', { region: '330114' }],
  ])('%s', (_what, changed, list, query) => {
    expect(recordsOf({ ...cell, ...changed })).toEqual({ list, query })
  })

  it('stand in no list for the units checked in a campaign', () => {
    expect(recordsOf({ ...cell, figure: 'unitsChecked', campaignId: 'c' })).toBe(null)
  })

  it('overdue now', () => {
    expect(overdueRecordsOf({ ...cell, level: 'major' })).toEqual({
      list: 'hazards',
      query: { region: '330114', level: 'major', overdue: 'true' },
    })
  })
})
