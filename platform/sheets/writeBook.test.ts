import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { assembleBook } from './assembleBook.ts'
import { toGb18030 } from './gb18030.ts'
import { lettersOf, sheetName, type SheetLayout } from './layout.ts'
import { rowsXml } from './rowsXml.ts'
import type { Written } from './sheet.ts'
import { readAll, testFolder, textsOf } from './testFiles.ts'
import { writeBook } from './writeBook.ts'

const folder = testFolder()
afterAll(async () => folder.remove())
const decoder = new TextDecoder('gb18030')

const layout: SheetLayout = {
  name: '隐患台账',
  titles: ['浙江省安全隐患台账', '填报单位：杭州市'],
  columns: [
    { width: 20, as: 'text' },
    { width: 10, as: 'number' },
    { width: 12, as: 'day' },
  ],
  heads: [
    ['名称', '整改情况', null],
    [null, '数量', '日期'],
  ],
  merges: [
    { top: 0, bottom: 1, left: 0, right: 0 },
    { top: 0, bottom: 0, left: 1, right: 2 },
  ],
}

test('titles and heads stand merged above the rows', async () => {
  const path = folder.path()
  await writeBook(path, { format: 'xlsx', sheets: [{ layout, rows: [[['甲', 1.5, '2026-11-24']]] }] })
  const reading = await readAll(path)
  expect(textsOf(reading)).toEqual({
    1: Array.from({ length: 3 }, () => '浙江省安全隐患台账'),
    2: Array.from({ length: 3 }, () => '填报单位：杭州市'),
    3: ['名称', '整改情况', '整改情况'],
    4: ['名称', '数量', '日期'],
    5: ['甲', '1.5', '2026-11-24'],
  })
  expect(reading).toMatchObject({ sheets: [{ name: '隐患台账', hidden: false }] })
})

/** What a person may have typed, and what must never be run. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      "'",
      '"',
      ',',
      ';',
      ' ',
      '　',
      '＝',
      '安',
      '𠮷',
      '_x000D_',
      '&',
      '<',
      ']]>',
      '\0',
      '\ud800',
      '\uffff',
    ),
    maxLength: 12,
  }),
)

/** As it comes back: trimmed, without NUL, and half of a pair or a sign that XML cannot hold replaced by a sign for it. */
const sameInXml = (text: string): string | null =>
  text
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('\0', '')
    .trim() || null

describe('what is written is read again', () => {
  const anyRow = fc.tuple(
    fc.oneof(anyText, fc.constant(null)),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
    fc.oneof(fc.constantFrom('2026-11-24', '1900-03-01', '9999-12-31', '2024-02-29', '2026-02-30', '1899-01-01'), fc.constant(null)),
  )
  test('.xlsx: any texts, numbers and days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 20 }), async (rows) => {
        const path = folder.path()
        await writeBook(path, { format: 'xlsx', sheets: [{ layout: { ...layout, titles: [], heads: [], merges: [] }, rows: [rows] }] })
        const read = textsOf(await readAll(path))
        for (const [place, [text, number, day]] of rows.entries()) {
          const cells = read[place + 1] ?? []
          expect(cells[0] ?? null).toBe(text === null ? null : sameInXml(text))
          // A spreadsheet shows fifteen digits of a fraction, and no whole number loses one.
          const tolerance = number === null || Number.isSafeInteger(number) ? 0 : Math.abs(number) * 1e-14
          expect(Math.abs(Number(cells[1] ?? 0) - (number ?? 0))).toBeLessThanOrEqual(tolerance)
          expect((cells[1] ?? null) === null).toBe(number === null)
          expect(cells[2] ?? null).toBe(day)
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  })
  test.each(['utf-8', 'gb18030'] as const)('.csv in %s: any texts', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 20 }), async (rows) => {
        const path = folder.path()
        const columns = [layout.columns[0]!, layout.columns[0]!]
        await writeBook(path, { format: 'csv', encoding, sheet: { layout: { name: 's', columns, heads: [['甲', '乙']] }, rows: [rows] } })
        const read = textsOf(await readAll(path))
        const same = (text: string): string | null =>
          (encoding === 'utf-8'
            ? text.toWellFormed()
            : text.replace(/\p{Cs}/gu, '?').replace(/\p{Co}/gu, (sign) => decoder.decode(toGb18030(sign)))
          )
            .replaceAll('\0', '')
            .trim() || null
        for (const [place, row] of rows.entries()) expect([0, 1].map((column) => read[place + 2]?.[column] ?? null)).toEqual(row.map(same))
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

test('a text is a formula in no program that opens a .csv', async () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', "'=1", '＝1', '=cmd|"/c calc"!A1', '" =1']
  const path = folder.path()
  await writeBook(path, {
    format: 'csv',
    encoding: 'utf-8',
    sheet: { layout: { ...layout, heads: [], merges: [] }, rows: [dangerous.map((text) => [text, -5, null])] },
  })
  const lines = (await readFile(path, 'utf8')).replace('\ufeff', '')
  for (const field of lines.match(/(?:^|\r\n)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []) expect(field).not.toMatch(/^(?:\r\n)?"?\s*[=+\-@＝\t]/)
  expect(lines).toContain(',-5,')
  expect(Object.values(textsOf(await readAll(path))).map((row) => row[0])).toEqual(dangerous.map((text) => text.trim()))
})

test('a text that looks like an escape, and one too long, are safe', async () => {
  const path = folder.path()
  await writeBook(path, {
    format: 'xlsx',
    sheets: [{ layout: { ...layout, titles: [], heads: [], merges: [] }, rows: [[['_x000D_'], ['长'.repeat(40_000)]]] }],
  })
  const rows = textsOf(await readAll(path))
  expect(rows[1]).toEqual(['_x000D_'])
  expect(rows[2]![0]).toHaveLength(32_767)
})

const total = 1_048_576 + 10
const many = function* (): Generator<readonly (readonly Written[])[]> {
  for (let from = 0; from < total; from += 4_096) yield Array.from({ length: Math.min(4_096, total - from) }, (_, place) => [from + place])
}

test('more rows than a sheet takes go on in a further sheet under the same head', { timeout: 60_000 }, async () => {
  const path = folder.path()
  const narrow: SheetLayout = { name: '号', columns: [{ width: 8, as: 'number' }], heads: [['号']] }
  await writeBook(path, {
    format: 'xlsx',
    sheets: [
      { layout: narrow, rows: many() },
      { layout: narrow, rows: [[[7]]] },
    ],
  })
  const reading = await readAll(path)
  if (!('sheets' in reading)) throw new Error(reading.refusal.code)
  const ends = reading.sheets.map(({ name, rows }) => [
    name,
    rows.length,
    rows[0]?.cells[0]?.text,
    rows[1]?.cells[0]?.text,
    rows.at(-1)?.row,
    rows.at(-1)?.cells[0]?.text,
  ])
  expect(ends).toEqual([
    ['号', 1_048_576, '号', '0', 1_048_576, '1048574'],
    ['号 (2)', 12, '号', '1048575', 12, String(total - 1)],
    ['号 (3)', 2, '号', '7', 2, '7'],
  ])
})

test('fragments cut anywhere and written again after a crash make the same file', async () => {
  const rows = Array.from({ length: 900 }, (_, place): Written[] => [`企业${place}`, place, '2026-11-24'])
  const whole = folder.path()
  await writeBook(whole, { format: 'xlsx', sheets: [{ layout, rows: [rows] }] })
  const parts = [0, 300, 600].map((from) => rowsXml(layout, rows.slice(from, from + 300), from))
  const bytes = Buffer.from(parts.join(''))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, place) => bytes.subarray(place * 777, (place + 1) * 777))
  const assembled = folder.path()
  await assembleBook(assembled, [{ layout, fragments: pieces }])
  expect(await readAll(assembled)).toEqual(await readAll(whole))
})

test('a source that fails leaves no file and what was there before', async () => {
  const path = folder.path()
  const failing = function* (): Generator<readonly (readonly Written[])[]> {
    yield [['甲']]
    throw new Error('the database is gone')
  }
  for (const book of [
    { format: 'xlsx', sheets: [{ layout, rows: failing() }] },
    { format: 'csv', encoding: 'utf-8', sheet: { layout, rows: failing() } },
  ] as const) {
    await expect(writeBook(path, book)).rejects.toThrow('the database is gone')
    await expect(stat(path)).rejects.toThrow('ENOENT')
  }
  expect((await readdir(dirname(path))).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('names of sheets are such as every program takes', () => {
  const taken = new Set<string>()
  const names = ['a/b:c*', '', "'x'", '很'.repeat(40), '很'.repeat(40), 'A', 'a'].map((name) => {
    const sound = sheetName(name, taken)
    taken.add(sound.toLowerCase())
    return sound
  })
  expect(names).toEqual(['a b c', 'Sheet', 'x', '很'.repeat(31), `${'很'.repeat(27)} (2)`, 'A', 'a (2)'])
  expect([0, 25, 26, 701, 702, 16_383].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
})
