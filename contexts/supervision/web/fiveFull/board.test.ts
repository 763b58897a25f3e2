import { describe, expect, it } from 'vitest'
import { cellAt, measuresOf, sortedRows, type Board, type BoardRow } from './board.ts'

const row = (regionCode: string, tally: BoardRow['tally'], more: Partial<BoardRow> = {}): BoardRow => ({
  regionCode,
  regionName: { zh: regionCode, en: regionCode },
  whole: false,
  alone: false,
  tally,
  before: {},
  ...more,
})

const board: Board = {
  period: { kind: 'month', from: '2026-11-01', to: '2026-11-24', ended: false },
  before: { from: '2026-10-08', to: '2026-10-31' },
  asOf: '2026-11-24T02:00:00Z',
  campaign: { campaignId: 'c', name: 'c', kind: 'ordinary', from: '2026-11-01', to: '2026-12-31' },
  flood: null,
  rows: [
    row('330114', { register: 300, unitsChecked: 150, visits: 9, targets: 4, targetsChecked: 1 }, { whole: true }),
    row('330114001', { register: 100, unitsChecked: 20, visits: 5, targets: 2, targetsChecked: 1 }),
    row('330114002', { register: 100, unitsChecked: 60, visits: 1, targets: 2, targetsChecked: 0 }),
    row('330114003', { register: 5, unitsChecked: 5, visits: 3, targets: 0, targetsChecked: 0 }),
  ],
}

describe('the board', () => {
  it('shows what the house keeps, and nothing of rooms that are not there', () => {
    expect(measuresOf('cover', board).map(({ name }) => name)).toEqual(['coverage', 'campaignCoverage', 'visits'])
    expect(measuresOf('mobilise', board)).toEqual([])
  })

  it('has the records of a campaign in its own page', () => {
    const [, ofCampaign] = measuresOf('cover', board)
    expect(cellAt(ofCampaign!, board.rows[1]!, board, 'zh').numerator.address).toBe(
      '/campaigns/c?tab=targets&checked=true&region=330114001',
    )
  })

  it.each([
    [null, ['330114001', '330114002', '330114003']],
    [{ measure: 'coverage', way: 'descending' as const }, ['330114002', '330114001', '330114003']],
    [{ measure: 'coverage', way: 'ascending' as const }, ['330114001', '330114002', '330114003']],
    [{ measure: 'visits', way: 'descending' as const }, ['330114001', '330114003', '330114002']],
    [{ measure: 'nonsense', way: 'descending' as const }, ['330114001', '330114002', '330114003']],
  ])('sorted by %j', (sort, codes) => {
    expect(sortedRows(board, sort, 'zh').map(({ regionCode }) => regionCode)).toEqual(codes)
  })
})
