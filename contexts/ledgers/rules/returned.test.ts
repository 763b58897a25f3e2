import { describe, expect, it } from 'vitest'
import { returnedHead, returnedRow, type ReturnColumn } from './returned.ts'
import { rowsOf } from './testing/ledgerKinds.ts'

const column = (place: number, heading: string, key: string | null, as: ReturnColumn['as'] = 'text'): ReturnColumn => ({
  place,
  heading,
  key,
  width: 12,
  as,
})
const columns = [
  column(0, '序号', null),
  column(1, '单位名称', 'unitName'),
  column(2, '整改情况/责任人', 'responsible'),
  column(3, '整改情况/完成时间', 'closedOn', 'day'),
  column(4, '资金', 'funds', 'number'),
]
const above = rowsOf(
  ['台账', '台账', '台账', '台账', '台账'],
  ['序号', '单位名称', '整改情况', '整改情况', '资金'],
  ['序号', '单位名称', '责任人', '完成时间', '资金'],
)
const why = (column_: string | null, zh: string) => ({ column: column_, sentence: { zh, en: zh } })

describe('what goes back', () => {
  it('has the titles and the head as they were merged, and two columns more', () => {
    const { heads, merges, columns: written } = returnedHead(above, [2, 3], columns)
    expect(heads).toEqual([
      ['台账', null, null, null, null, null, null],
      ['序号', '单位名称', '整改情况', null, '资金', '退回原因', '有误列'],
      [null, null, '责任人', '完成时间', null, null, null],
    ])
    expect(merges).toEqual([
      { top: 0, bottom: 0, left: 0, right: 4 },
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 1, left: 2, right: 3 },
      { top: 1, bottom: 2, left: 4, right: 4 },
      { top: 1, bottom: 2, left: 5, right: 5 },
      { top: 1, bottom: 2, left: 6, right: 6 },
    ])
    expect(written).toHaveLength(7)
  })

  it('has each bad row as it stood, its days as days, and says why and where', () => {
    const [row] = rowsOf(['7', '甲', '', 46091, '1.5'])
    expect(
      returnedRow(row!, columns, [why('responsible', '缺责任人'), why('closedOn', '早于发现日期'), why(null, '不在范围内')], 'zh'),
    ).toEqual(['7', '甲', null, '2026-03-10', 1.5, '缺责任人；早于发现日期；不在范围内', '整改情况/责任人、整改情况/完成时间'])
  })

  it('sent back a second time has its reasons once', () => {
    const again = [...columns, column(5, '退回原因', null), column(6, '有误列', null)]
    const [head, row] = rowsOf(
      [...above[2]!.cells.map((cell) => cell!.text), '退回原因', '有误列'],
      ['7', '甲', '', '', '', '旧的原因', '旧的列'],
    )
    expect(returnedHead([{ row: 3, cells: head!.cells }], [3], again).heads[0]!.filter((text) => text === '退回原因')).toHaveLength(1)
    expect(returnedRow(row!, again, [why('responsible', '缺责任人')], 'zh')).toEqual([
      '7',
      '甲',
      null,
      null,
      null,
      '缺责任人',
      '整改情况/责任人',
    ])
  })
})
