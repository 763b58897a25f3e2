import type { KindColumn } from '../matchColumns.ts'
import type { Kind } from '../proposal.ts'
import type { Row } from '../sniff.ts'

const column = (
  key: string,
  zh: string,
  headings: readonly string[],
  needed = false,
  as: 'text' | 'number' | 'day' = 'text',
): KindColumn => ({
  key,
  label: { zh, en: key },
  headings,
  needed,
  looks: { as },
})

/** Ledgers as bureaux keep them, for tests. */
export const hazardKind: Kind = {
  kind: 'hazard',
  columns: [
    column('unitName', '单位名称', ['企业名称', '受检单位', '被检查单位'], true),
    column('creditCode', '统一社会信用代码', ['信用代码']),
    column('region', '所属区划', ['所属乡镇', '镇街', '乡镇街道']),
    column('description', '隐患描述', ['隐患内容', '存在问题', '隐患情况'], true),
    column('level', '隐患级别', ['隐患等级', '隐患类别']),
    column('foundOn', '发现日期', ['检查日期', '检查时间', '排查时间'], false, 'day'),
    column('deadline', '整改期限', ['整改时限', '整改情况/整改期限'], false, 'day'),
    column('responsible', '整改责任人', ['整改情况/责任人']),
    column('closedOn', '整改完成日期', ['整改情况/完成时间', '完成日期', '销号日期'], false, 'day'),
    column('funds', '整改资金', ['投入资金'], false, 'number'),
    column('remark', '备注', []),
  ],
}

export const unitKind: Kind = {
  kind: 'unit',
  columns: [
    column('unitName', '单位名称', ['企业名称'], true),
    column('creditCode', '统一社会信用代码', ['信用代码']),
    column('region', '所属区划', ['所属乡镇', '镇街', '乡镇街道'], true),
    column('industry', '行业类别', ['所属行业'], true),
    column('address', '地址', ['详细地址', '生产经营地址']),
    column('phone', '联系电话', ['电话', '手机号']),
  ],
}

/** Rows of a sheet from 1 on; an empty text is an empty cell, a number a date that the file keeps as a number. */
export const rowsOf = (...rows: readonly (readonly (string | number)[])[]): readonly Row[] =>
  rows.map((cells, place) => ({
    row: place + 1,
    cells: cells.map((cell) => (typeof cell === 'number' ? { text: String(cell), serial: cell } : cell === '' ? null : { text: cell })),
  }))
