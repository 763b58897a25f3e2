import { expect, test } from 'vitest'
import { readable } from './readable.ts'

const columns = [{ key: 'name', label: { zh: '单位名称', en: 'Name' } }]
const sheet = { name: '下沙街道', taken: true, headRows: [3], missing: [] as readonly string[] }

test.each([
  ['sheets with heads and all that is needed are read', [sheet, { ...sheet, taken: false, headRows: [], missing: ['name'] }], null],
  ['no sheet', [], 'IMPORT_NO_SHEET'],
  ['one sheet without a head', [{ ...sheet, taken: false, headRows: [] }], 'IMPORT_HEAD_MISSING'],
  [
    'none of several',
    [
      { ...sheet, taken: false },
      { ...sheet, taken: false },
    ],
    'IMPORT_NO_SHEET',
  ],
  ['a sheet that is taken without a head', [sheet, { ...sheet, headRows: [] }], 'IMPORT_HEAD_MISSING'],
  ['a needed column that is not there', [sheet, { ...sheet, missing: ['name'] }], 'IMPORT_COLUMNS_MISSING'],
] as const)('%s', (_title, sheets, code) => {
  const result = readable(sheets, columns)
  expect(result.ok ? null : result.refusal.code).toBe(code)
})

test('what is missing is told by its name', () => {
  const result = readable([{ ...sheet, missing: ['name'] }], columns)
  expect(result.ok ? null : result.refusal.facts).toEqual({ sheet: '下沙街道', columns: [{ zh: '单位名称', en: 'Name' }] })
})
