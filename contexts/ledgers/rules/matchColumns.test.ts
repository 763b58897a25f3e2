import { expect, it } from 'vitest'
import { matchColumns, type KindColumn } from './matchColumns.ts'

const column = (key: string, zh: string, headings: readonly string[] = []): KindColumn => ({
  key,
  label: { zh, en: key },
  headings,
  needed: false,
  looks: { as: 'text' },
})
const columns = [column('number', '隐患编号', ['编号', '序号']), column('unitName', '单位名称')]
const keysOf = (...headings: readonly string[]) =>
  matchColumns(
    columns,
    headings.map((heading, place) => ({ place, heading, values: [] })),
  ).map(({ key }) => key)

it('a column that counts the rows gives way to the number that the ledger gave, wherever it stands', () => {
  expect(keysOf('序号', '隐患编号', '单位名称')).toEqual([null, 'number', 'unitName'])
  expect(keysOf('单位名称', '隐患编号', '序号')).toEqual(['unitName', 'number', null])
  expect(keysOf('编号', '单位名称')).toEqual(['number', 'unitName'])
})
