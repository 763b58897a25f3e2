import { afterAll, describe, expect, test } from 'vitest'
import { data, entriesOf, readAll, testFolder, textsOf, zipOf, type HandBook, type Reading } from './testFiles.ts'

const folder = testFolder()
afterAll(async () => folder.remove())
const readHand = async (book: HandBook): Promise<Reading> => readAll(await folder.file(zipOf(entriesOf(book))))
const cellsOf = async (rows: string, rest: Partial<HandBook> = {}, after = '') =>
  textsOf(await readHand({ sheets: { 台账: data(rows) + after }, ...rest }))

describe('a cell is what a person saw', () => {
  test.each([
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '整改 & 复查'],
    ['a rich text, its reading aid left out', '<c r="A1" t="s"><v>2</v></c>', '重大隐患'],
    ['a text in place', '<c r="A1" t="inlineStr"><is><t>一</t><r><t>二</t></r><rPh><t>x</t></rPh></is></c>', '一二'],
    ['a text around which full-width spaces stand', '<c r="A1" t="inlineStr"><is><t>　　张三　</t></is></c>', '张三'],
    ['the saved value of a formula', '<c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c>', '12.5'],
    ['the saved text of a formula', '<c r="A1" t="str"><f>A2&amp;"1"</f><v>甲1</v></c>', '甲1'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an untruth', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a credit code kept as a number', '<c r="A1"><v>9.13301007288E+17</v></c>', '913301007288000000'],
    ['a credit code kept as a number, all digits there', '<c r="A1"><v>913301007288123456</v></c>', '913301007288123456'],
    ['a phone number kept as a number', '<c r="A1"><v>13800138000.0</v></c>', '13800138000'],
    ['a phone number with an exponent', '<c r="A1"><v>1.3800138E10</v></c>', '13800138000'],
    ['a small number', '<c r="A1"><v>1.5E-3</v></c>', '0.0015'],
    ['a binary fraction', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a negative number', '<c r="A1"><v>-0.50</v></c>', '-0.5'],
    ['a code padded with zeros', '<c r="A1" s="3"><v>12</v></c>', '000012'],
    ['a part of a hundred', '<c r="A1" s="4"><v>0.855</v></c>', '85.5%'],
    ['an escaped control character', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', 'a\rb_x0041_'],
    ['signs by their numbers', '<c r="A1" t="inlineStr"><is><t>&#x6D59;&#27743;&lt;<![CDATA[<&amp;>]]></t></is></c>', '浙江<<&amp;>'],
  ])('%s', async (_, cell, text) => {
    const texts =
      '<si><t>无</t></si><si><t>整改 &amp; 复查</t></si><si><r><rPr><b/></rPr><t>重大</t></r><r><t>隐患</t></r><rPh sb="0" eb="1"><t>ji</t></rPh></si>'
    expect(await cellsOf(`<row r="1">${cell}</row>`, { texts, formats: ['0.00', '#14', '000000', '0.0%'] })).toEqual({ 1: [text] })
  })
})

describe('a date keeps its serial number, days since 1899-12-30', () => {
  test.each([
    ['yyyy/m/d', '46350', '2026/11/24', 46350],
    ['yyyy-mm-dd hh:mm', '46350.75', '2026-11-24 18:00', 46350.75],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '46350', '2026年11月24日', 46350],
    ['[$-804]yyyy\\-mm\\-dd', '46350', '2026-11-24', 46350],
    ['#14', '46350', '2026/11/24', 46350],
    ['#31', '46350', '2026年11月24日', 46350],
    ['#57', '46350', '2026年11月', 46350],
    ['h:mm AM/PM', '0.75', '6:00 PM', 0.75],
    ['yyyy/m/d', '1', '1900/1/1', 2],
    ['mm:ss', '0.5', '00:00', 0.5],
  ])('%s of %s', async (format, value, text, serial) => {
    const reading = await readHand({ sheets: { s: data(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`) }, formats: [format] })
    expect(reading).toMatchObject({ sheets: [{ rows: [{ row: 1, cells: [{ text, serial }] }] }] })
  })
  test.each(['0.00', '#,##0', '0.00E+00', '[h]:mm', '@', 'General', '[Red]0', '&quot;day&quot;0'])('%s shows no date', async (format) => {
    const reading = await readHand({ sheets: { s: data('<row r="1"><c r="A1" s="1"><v>46350</v></c></row>') }, formats: [format] })
    expect(reading).toMatchObject({ sheets: [{ rows: [{ cells: [{ text: '46350' }] }] }] })
    expect(reading).not.toHaveProperty('sheets.0.rows.0.cells.0.serial')
  })
  test('a workbook that counts from 1904 gives the same day', async () => {
    const book = { sheets: { s: data('<row r="1"><c r="A1" s="1"><v>44888</v></c></row>') }, formats: ['yyyy-mm-dd'], from1904: true }
    expect(await readHand(book)).toMatchObject({ sheets: [{ rows: [{ cells: [{ text: '2026-11-24', serial: 46350 }] }] }] })
  })
  test('a date in ISO 8601', async () => {
    const book = { sheets: { s: data('<row r="1"><c r="A1" s="1" t="d"><v>2026-11-24T12:00:00</v></c></row>') }, formats: ['yyyy-mm-dd'] }
    expect(await readHand(book)).toMatchObject({ sheets: [{ rows: [{ cells: [{ text: '2026-11-24', serial: 46350.5 }] }] }] })
  })
})

describe('rows stand where the spreadsheet numbers them', () => {
  test('empty rows are left out and counted, empty cells are null', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="E2" s="1"/></row><row r="3"><c r="A3"/></row><row r="9"><c r="A9"><v>3</v></c></row>'
    expect(await cellsOf(rows)).toEqual({ 2: [null, '1', null, '2'], 9: ['3'] })
  })
  test('rows and cells without a number follow one another', async () => {
    expect(await cellsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>')).toEqual({
      1: ['1', '2'],
      3: [null, '3'],
    })
  })
  test('names with a prefix are the same names', async () => {
    const entries = entriesOf({ sheets: { s: '' } }).map((entry) =>
      entry.name.endsWith('sheet1.xml')
        ? { ...entry, data: '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" ><x:v>1</x:v ></x:c></x:row></x:sheetData></x:worksheet>' }
        : entry,
    )
    expect(textsOf(await readAll(await folder.file(zipOf(entries))))).toEqual({ 1: ['1'] })
  })
  test('a merged range has its value in each of its cells, those to the right of what is written too', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2"/><c r="C2"><v>5</v></c></row><row r="3"><c r="C3"><v>6</v></c></row><row r="4"><c r="A4"><v>7</v></c></row>'
    const merges = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C2:D3"/></mergeCells>'
    expect(await cellsOf(rows, {}, merges)).toEqual({ 1: ['1', '1'], 2: ['1', '1', '5', '5'], 3: [null, null, '5', '5'], 4: ['7'] })
  })
  test('sheets in their order, hidden ones told', async () => {
    const reading = await readHand({ sheets: { 一: data(''), '!二': data('<row r="1"><c r="A1"><v>1</v></c></row>') } })
    expect(reading).toMatchObject({
      sheets: [
        { name: '一', hidden: false, rows: [] },
        { name: '二', hidden: true, rows: [{ row: 1 }] },
      ],
    })
  })
  test('macros and links to other files are passed over', async () => {
    const entries = entriesOf({ sheets: { s: data('<row r="1"><c r="A1"><v>1</v></c></row>') } })
    const reading = await readAll(await folder.file(zipOf([...entries, { name: 'xl/vbaProject.bin', data: Buffer.from([0xd0, 0xcf]) }])))
    expect(textsOf(reading)).toEqual({ 1: ['1'] })
  })
})

test('shared texts that do not fit in memory are read from the disk, and are the same', async () => {
  const count = 40_000
  const texts = Array.from({ length: count }, (_, place) => `<si><t>文三路${place}号</t></si>`).join('')
  const rows = Array.from(
    { length: count },
    (_, place) => `<row r="${place + 1}"><c r="A${place + 1}" t="s"><v>${(place * 7) % count}</v></c></row>`,
  ).join('')
  const path = await folder.file(zipOf(entriesOf({ sheets: { s: data(rows) }, texts })))
  const spilled = await readAll(path, { limits: { textUnitsInMemory: 10_000 } })
  expect(Object.keys(textsOf(spilled))).toHaveLength(count)
  expect(textsOf(spilled)[4]).toEqual(['文三路21号'])
  expect(spilled).toEqual(await readAll(path))
})
