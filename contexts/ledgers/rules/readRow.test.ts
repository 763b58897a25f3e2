import { describe, expect, it } from 'vitest'
import { layoutOf, readRow } from './readRow.ts'
import { rowsOf } from './testing/ledgerKinds.ts'

const layout = layoutOf([
  { place: 0, heading: '序号', key: null },
  { place: 1, heading: '单位名称', key: 'unitName' },
  { place: 2, heading: '隐患描述', key: 'description' },
  { place: 3, heading: '整改情况/责任人', key: 'responsible' },
  { place: 4, heading: '经办', key: null },
  { place: 5, heading: '退回原因', key: null },
])
const read = (...cells: readonly string[]) => readRow(layout, rowsOf(cells)[0]!.cells)

describe('a row below the head', () => {
  it('is a record with what stands under its columns, and nothing of the others', () =>
    expect(read('1', '甲', '未接地', '', '李四', '缺责任人')).toEqual({
      kind: 'record',
      values: { unitName: { text: '甲' }, description: { text: '未接地' } },
    }))

  it.each([
    ['a record with faults, which comes back', ['2', '', '未接地']],
    ['a record whose unit is called like a total', ['3', '合计划公司', '未接地']],
    ['a record that begins like a note', ['4', '说明书印刷厂', '未接地']],
    ['a single value under a column', ['5', '甲']],
  ])('%s', (_title, cells) => expect(read(...cells).kind).toBe('record'))

  it.each([
    ['合计', ['合计', '', '12']],
    ['合 计, in the first column of names', ['', '合 计', '12', '3']],
    ['小计：', ['小计：', '3']],
    ['本页合计', ['本页合计', '', '9']],
  ])('is a total: %s', (_title, cells) => expect(read(...cells)).toEqual({ kind: 'skipped', why: 'total' }))

  it.each([
    ['merged over the columns', ['以上情况属实', '以上情况属实', '以上情况属实', '以上情况属实']],
    ['注：', ['注：本表一式三份']],
    ['who filled it in', ['填表人：张三', '', '审核人：李四', '', '2026年3月']],
    ['beside the table', ['', '', '', '', '待核']],
  ])('is a note: %s', (_title, cells) => expect(read(...cells)).toEqual({ kind: 'skipped', why: 'note' }))

  it('is the head again, as on each page of a printed ledger', () => {
    expect(read('序号', '单位名称', '隐患描述', '责任人')).toEqual({ kind: 'skipped', why: 'head' })
    expect(read('序号', '单位名称', '隐患描述', '整改情况')).toEqual({ kind: 'skipped', why: 'head' })
  })

  it('is empty where only its number stands, as in a form of fifty lines', () =>
    expect(read('37')).toEqual({ kind: 'skipped', why: 'empty' }))
})
