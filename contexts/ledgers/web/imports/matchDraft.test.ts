import { expect, test } from 'vitest'
import type { SheetView } from '../../contract/importShapes.ts'
import { alsoNamed, headLengths, lettersOf, toggledHead, wantedOf, withHead, withKey } from './matchDraft.ts'

const column = (place: number, heading: string, key: string | null): SheetView['columns'][number] => ({
  place,
  heading,
  key,
  confidence: key === null ? 0 : 1,
  why: key === null ? 'none' : 'exact',
})
const sheet = (index: number, columns: SheetView['columns'], taken = true): SheetView => ({
  index,
  name: `sheet ${index}`,
  hidden: false,
  taken,
  headRows: [2],
  columns,
  remembered: false,
  missing: [],
})

test('a key leaves the column where it stood', () => {
  const wanted = wantedOf(sheet(0, [column(0, '单位', 'name'), column(1, '法人', null)]))
  expect(withKey(wanted, 1, 'name').columns).toEqual([
    { place: 0, key: null },
    { place: 1, key: 'name' },
  ])
  expect(withKey(wanted, 0, null).columns).toEqual([
    { place: 0, key: null },
    { place: 1, key: null },
  ])
})

test('under another head the columns are proposed anew, and the sheet is taken', () => {
  expect(withHead(wantedOf(sheet(0, [column(0, '单位', 'name')], false)), [3, 4])).toEqual({
    index: 0,
    taken: true,
    headRows: [3, 4],
    columns: [],
  })
})

test.each([
  ['none yet', [], 4, [4]],
  ['below it', [2], 3, [2, 3]],
  ['above it', [2, 3], 1, [1, 2, 3]],
  ['a fourth', [1, 2, 3], 4, [4]],
  ['elsewhere', [1], 5, [5]],
  ['its first', [1, 2], 1, [2]],
  ['its last', [1, 2, 3], 3, [1, 2]],
  ['its only one', [2], 2, [2]],
  ['its middle', [1, 2, 3], 2, [2]],
])('a press on a row, %s', (_title, head, row, after) => expect(toggledHead(head, row)).toEqual(after))

test('a head grows over rows that follow each other alone', () => {
  expect(headLengths([1, 2, 4, 5, 6], 1)).toEqual([1, 2])
  expect(headLengths([1, 2, 4, 5, 6], 4)).toEqual([1, 2, 3])
})

test('the same heading means the same in the other sheets, unless something stands there already', () => {
  const sheets = [
    sheet(0, [column(0, '主体', null)]),
    sheet(1, [column(0, '序号', null), column(1, '主体', null)]),
    sheet(2, [column(0, '主体', 'address')]),
    sheet(3, [column(0, '主体', null), column(1, '单位名称', 'name')]),
    sheet(4, [column(0, '主体', null)], false),
    sheet(5, [column(0, '主体', null), column(1, '主体', null)]),
  ]
  expect(alsoNamed(sheets, 0, '主体', 'name')).toEqual([
    {
      index: 1,
      taken: true,
      headRows: [2],
      columns: [
        { place: 0, key: null },
        { place: 1, key: 'name' },
      ],
    },
  ])
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [702, 'AAA'],
])('column %i is %s', (place, letters) => expect(lettersOf(place)).toBe(letters))
