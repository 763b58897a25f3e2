import { describe, expect, it } from 'vitest'
import { headingsOf, signatureOf } from './head.ts'
import { correct, faultyKey, propose, type Remembered, type SheetStart } from './proposal.ts'
import type { Row } from './sniff.ts'
import { hazardKind, rowsOf, unitKind } from './testing/ledgerKinds.ts'

const sheetOf = (rows: readonly Row[], more: Partial<SheetStart> = {}): SheetStart => ({
  index: 0,
  name: '台账',
  hidden: false,
  rows,
  ...more,
})
const proposed = (rows: readonly Row[], remembered: ReadonlyMap<string, Remembered> = new Map()) =>
  propose([hazardKind, unitKind], [sheetOf(rows)], remembered)
const keysOf = (rows: readonly Row[]) => proposed(rows).sheets[0]!.columns.map(({ key }) => key)

const title = '钱塘区下沙街道安全隐患排查治理台账'
const data = ['1', '杭州甲化工有限公司', '91330100MA2CEXAMP1', '配电箱未接地', '一般隐患', '2026-03-01', '2026-03-15', '张三']
const heads = ['序号', '单位名称', '统一社会信用代码', '隐患描述', '隐患级别', '发现日期', '整改期限', '整改责任人']

describe('the head of a sheet is found', () => {
  it('under a title over all columns and a line that says who fills it in', () => {
    const rows = rowsOf(
      heads.map(() => title),
      ['填报单位：下沙街道', '填报单位：下沙街道', '填报单位：下沙街道', '', '', '日期：2026年3月', '日期：2026年3月', ''],
      heads,
      data,
    )
    const { kind, sheets } = proposed(rows)
    expect(kind).toBe('hazard')
    expect(sheets[0]).toMatchObject({ taken: true, headRows: [3], missing: [], remembered: false })
    expect(sheets[0]!.columns.map(({ key }) => key)).toEqual([
      null,
      'unitName',
      'creditCode',
      'description',
      'level',
      'foundOn',
      'deadline',
      'responsible',
    ])
    expect(sheets[0]!.columns[1]).toMatchObject({ confidence: 1, why: 'exact' })
  })

  it('with columns in any order', () => {
    const order = [6, 3, 0, 7, 1, 5, 2, 4]
    expect(
      keysOf(
        rowsOf(
          order.map((place) => heads[place]!),
          order.map((place) => data[place]!),
        ),
      ),
    ).toEqual(['deadline', 'description', null, 'responsible', 'unitName', 'foundOn', 'creditCode', 'level'])
  })

  it('in two rows whose merged cells hold their name in each cell', () => {
    const rows = rowsOf(
      ['序号', '单位名称', '存在问题', '整改情况', '整改情况', '整改情况', '备注'],
      ['序号', '单位名称', '存在问题', '责任人', '整改期限', '完成时间', '备注'],
      ['1', '杭州甲', '未接地', '张三', '2026-03-15', '2026-03-10', ''],
    )
    const [sheet] = proposed(rows).sheets
    expect(sheet).toMatchObject({ headRows: [1, 2] })
    expect(sheet!.columns.map(({ heading, key }) => [heading, key])).toEqual([
      ['序号', null],
      ['单位名称', 'unitName'],
      ['存在问题', 'description'],
      ['整改情况/责任人', 'responsible'],
      ['整改情况/整改期限', 'deadline'],
      ['整改情况/完成时间', 'closedOn'],
      ['备注', 'remark'],
    ])
  })

  it('in two rows of a .csv, where a group is named over its first column alone; by the same signature', () => {
    const merged = rowsOf(
      ['序号', '单位名称', '存在问题', '整改情况', '整改情况', '备注'],
      ['序号', '单位名称', '存在问题', '责任人', '完成时间', '备注'],
    )
    const csv = rowsOf(['序号', '单位名称', '存在问题', '整改情况', '', '备注'], ['', '', '', '责任人', '完成时间', ''])
    expect(headingsOf(csv)).toEqual(headingsOf(merged))
    expect(signatureOf(headingsOf(csv))).toBe(signatureOf(headingsOf(merged)))
    expect(
      proposed([...csv, { row: 3, cells: [{ text: '1' }, { text: '杭州甲' }, { text: '未接地' }, { text: '张三' }] }]).sheets[0],
    ).toMatchObject({
      headRows: [1, 2],
      missing: [],
    })
  })

  it('nowhere in a sheet without one, which is then not proposed', () => {
    const { kind, sheets } = proposed(rowsOf(data, data, data))
    expect(kind).toBeNull()
    expect(sheets[0]).toMatchObject({ taken: false, headRows: [], columns: [] })
  })
})

describe('columns are matched', () => {
  it('by names that are like theirs, with less confidence', () => {
    const [sheet] = proposed(rowsOf(['受检单位全称', '隐患具体描述', '整改责任人姓名'], ['甲', '乙', '丙'])).sheets
    expect(sheet!.columns.map(({ key, why }) => [key, why])).toEqual([
      ['unitName', 'similar'],
      ['description', 'similar'],
      ['responsible', 'similar'],
    ])
    expect(sheet!.columns.every(({ confidence }) => confidence >= 0.5 && confidence < 1)).toBe(true)
  })

  it('by credit codes, whatever stands above them', () => {
    const rows = rowsOf(
      ['单位名称', '证照号', '隐患描述'],
      ...['91330100MA2CEXAMP1', '91330100MA2CEXAMP2', '91330100MA2CEXAMP3'].map((code) => ['甲', code, '未接地']),
    )
    expect(proposed(rows).sheets[0]!.columns[1]).toMatchObject({ key: 'creditCode', why: 'content' })
  })

  it('and a day that holds no days is doubted', () => {
    const rows = rowsOf(['单位名称', '隐患描述', '整改期限'], ...['立即', '马上', '尽快'].map((text) => ['甲', '乙', text]))
    expect(proposed(rows).sheets[0]!.columns[2]).toMatchObject({ key: 'deadline', confidence: 0.7 })
  })

  it('days kept as numbers are days', () => {
    const rows = rowsOf(['单位名称', '隐患描述', '检查 时间'], ['甲', '乙', 46082], ['甲', '乙', 46083], ['甲', '乙', 46084])
    expect(proposed(rows).sheets[0]!.columns[2]).toMatchObject({ key: 'foundOn', confidence: 1 })
  })

  it('with what is needed and not there told', () =>
    expect(proposed(rowsOf(['单位名称', '隐患级别', '发现日期'], ['甲', '一般', '2026-01-01'])).sheets[0]).toMatchObject({
      taken: true,
      missing: ['description'],
    }))

  it('a column that the product added is none', () => {
    const with2 = [...heads, '退回原因', '有误列']
    const [sheet] = proposed(rowsOf(with2, [...data, '单位名称不在名册中', '单位名称'])).sheets
    expect(sheet!.columns.slice(-2).map(({ key }) => key)).toEqual([null, null])
    expect(signatureOf(with2)).toBe(signatureOf(heads))
  })
})

describe('the kind of a file', () => {
  const units = rowsOf(
    ['企业名称', '信用代码', '乡镇街道', '所属行业', '详细地址', '联系电话'],
    ['甲', '91330100MA2CEXAMP1', '下沙街道', '化工', '1号', '0571-88888888'],
  )
  const hazards = rowsOf(heads, data)

  it('is that whose columns it has', () => {
    expect(proposed(units).kind).toBe('unit')
    expect(proposed(hazards).kind).toBe('hazard')
    expect(proposed(units).kinds[0]!.confidence).toBeGreaterThan(0.5)
  })

  it('is one for all sheets: one of another kind, a hidden one and one without a head are not taken', () => {
    const { kind, sheets } = propose(
      [hazardKind, unitKind],
      [
        sheetOf(hazards, { index: 0, name: '下沙街道' }),
        sheetOf(hazards, { index: 1, name: '白杨街道' }),
        sheetOf(units, { index: 2, name: '企业名册' }),
        sheetOf(rowsOf(['填表说明'], ['一、本表由街道填写']), { index: 3, name: '说明' }),
        sheetOf(hazards, { index: 4, name: '旧', hidden: true }),
      ],
      new Map(),
    )
    expect(kind).toBe('hazard')
    expect(sheets.map(({ taken }) => taken)).toEqual([true, true, false, false, false])
  })
})

describe('a correction', () => {
  const rows = rowsOf(['镇街', '对象', '毛病', '期限'], ['下沙', '甲', '未接地', '2026-03-15'])
  const wanted = {
    taken: true,
    headRows: [1],
    columns: [
      { place: 1, key: 'unitName' },
      { place: 2, key: 'description' },
    ],
  }

  it('stands, and the other columns stay as they are proposed', () => {
    const plan = correct(hazardKind, sheetOf(rows), wanted)
    expect(plan).toMatchObject({ taken: true, headRows: [1], missing: [] })
    expect(plan.columns.map(({ key, why }) => [key, why])).toEqual([
      ['region', 'exact'],
      ['unitName', 'person'],
      ['description', 'person'],
      ['deadline', 'similar'],
    ])
  })

  it('of the head reads the columns anew', () => {
    const shifted = rowsOf(['单位名称', '隐患描述'], ['企业名称', '存在问题'], ['甲', '乙'])
    expect(
      correct(hazardKind, sheetOf(shifted), { taken: true, headRows: [2], columns: [] }).columns.map(({ heading, key }) => [heading, key]),
    ).toEqual([
      ['企业名称', 'unitName'],
      ['存在问题', 'description'],
    ])
  })

  it('is remembered by the head, whatever stands above it and however the next file is named', () => {
    const plan = correct(hazardKind, sheetOf(rows), wanted)
    const signature = signatureOf(plan.columns.map(({ heading }) => heading))
    const keys = Object.fromEntries(plan.columns.flatMap(({ place, key }) => (key === null ? [] : [[String(place), key]])))
    const next = [
      { row: 1, cells: rows[0]!.cells.map(() => ({ text: title })) },
      ...rows.map(({ row, cells }) => ({ row: row + 1, cells })),
    ]
    const { kind, sheets } = proposed(next, new Map([[signature, { kind: 'hazard', keys }]]))
    expect(kind).toBe('hazard')
    expect(sheets[0]).toMatchObject({ taken: true, remembered: true, headRows: [2], missing: [] })
    expect(sheets[0]!.columns.map(({ key, why }) => [key, why])).toEqual([
      ['region', 'remembered'],
      ['unitName', 'remembered'],
      ['description', 'remembered'],
      ['deadline', 'remembered'],
    ])
  })

  it('with one key at two columns, or with one that the kind has not, is told', () => {
    expect(faultyKey(hazardKind, [{ key: 'unitName' }, { key: 'unitName' }])).toBe('unitName')
    expect(faultyKey(hazardKind, [{ key: 'planted' }])).toBe('planted')
    expect(faultyKey(hazardKind, [{ key: 'unitName' }, { key: null }, { key: null }])).toBeNull()
  })
})
