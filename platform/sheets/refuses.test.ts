import { afterAll, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../kernel/refusals.ts'
import { sheetLimits, type SheetLimits } from './limits.ts'
import { sheetRefusals, type SheetRefusal } from './refusals.ts'
import { data, entriesOf, readAll, testFolder, textsOf, zipOf, type HandBook, type Reading } from './testFiles.ts'

const folder = testFolder()
afterAll(async () => folder.remove())
const good = entriesOf({ sheets: { s: data('<row r="1"><c r="A1"><v>1</v></c></row>') } })
const read = async (bytes: Buffer | string, limits: Partial<SheetLimits> = {}): Promise<Reading> =>
  readAll(await folder.file(bytes), { limits })
const hand = (book: HandBook): Buffer => zipOf(entriesOf(book))
const rowOf = (cell: string): Buffer => hand({ sheets: { s: data(`<row r="1">${cell}</row>`) } })
const cfb = (name: string): Buffer => {
  const bytes = Buffer.alloc(1536)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(9, 0x1e)
  bytes.writeUInt32LE(1, 0x30)
  bytes.write(name, 1024 + 128, 'utf16le')
  return bytes
}
const sheetXml = (xml: string): Buffer => zipOf(good.map((entry) => (entry.name.endsWith('sheet1.xml') ? { ...entry, data: xml } : entry)))
const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`

describe('each file that is no table, or does harm, has its code', () => {
  const cases: readonly (readonly [string, SheetRefusal['code'], Buffer | string, Partial<SheetLimits>?])[] = [
    ['nothing', 'SHEET_FILE_EMPTY', ''],
    ['a text of spaces', 'SHEET_FILE_EMPTY', '\ufeff \r\n'],
    ['a workbook locked by a password', 'SHEET_FILE_ENCRYPTED', cfb('EncryptedPackage')],
    ['a workbook of before 2007', 'SHEET_FORMAT_OLD', cfb('Workbook')],
    ['a workbook in binary', 'SHEET_FORMAT_OLD', zipOf([{ name: 'xl/workbook.bin', data: 'x' }])],
    [
      'a workbook of OpenDocument',
      'SHEET_FORMAT_OLD',
      zipOf([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<a/>' },
      ]),
    ],
    ['a workbook of XML of 2003', 'SHEET_FORMAT_OLD', '<?xml version="1.0"?><Workbook/>'],
    ['a web page', 'SHEET_FILE_IS_HTML', '\r\n<HTML><table><tr><td>1</td></tr></table></HTML>'],
    ['a web page in XML', 'SHEET_FILE_IS_HTML', '<?xml version="1.0"?><html/>'],
    ['a web archive', 'SHEET_FILE_IS_HTML', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
    ['a paper', 'SHEET_FILE_UNKNOWN', '%PDF-1.7\n'],
    ['a program', 'SHEET_FILE_UNKNOWN', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a document of words', 'SHEET_FILE_UNKNOWN', zipOf([{ name: 'word/document.xml', data: '<a/>' }])],
    ['a zip of anything', 'SHEET_FILE_UNKNOWN', zipOf([{ name: 'a.txt', data: 'a' }])],
    ['a text in UTF-16', 'SHEET_ENCODING_UNKNOWN', Buffer.from('\ufeff姓名\t电话', 'utf16le')],
    ['a text that is in no encoding', 'SHEET_ENCODING_UNKNOWN', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])],
    ['a zip cut off', 'SHEET_FILE_DAMAGED', zipOf(good).subarray(0, 700)],
    ['a zip that claims less than it holds', 'SHEET_FILE_DAMAGED', zipOf(good.map((entry) => ({ ...entry, claimedBytes: 5 })))],
    ['a zip that claims more than it holds', 'SHEET_FILE_DAMAGED', zipOf(good.map((entry) => ({ ...entry, claimedBytes: 5_000 })))],
    ['a zip packed in a way unknown', 'SHEET_FILE_DAMAGED', zipOf(good.map((entry) => ({ ...entry, method: 14 })))],
    ['a zip with locked entries', 'SHEET_FILE_ENCRYPTED', zipOf(good.map((entry) => ({ ...entry, flags: 1 })))],
    ['a zip with a part twice', 'SHEET_FILE_DAMAGED', zipOf([...good, good[3]!])],
    [
      'a zip with a part twice in other letters',
      'SHEET_FILE_DAMAGED',
      zipOf([...good, { name: 'XL/Worksheets/Sheet1.xml', data: '<worksheet/>' }]),
    ],
    ['a zip that points out of its folder', 'SHEET_FILE_DAMAGED', zipOf([...good, { name: '../../etc/cron.d/x', data: 'x' }])],
    ['a zip without its sheet', 'SHEET_FILE_DAMAGED', zipOf(good.filter(({ name }) => !name.endsWith('sheet1.xml')))],
    ['a zip of too many parts', 'SHEET_TOO_MANY_PARTS', zipOf(good), { entries: 3 }],
    [
      'a bomb that tells its size',
      'SHEET_FILE_INFLATES',
      sheetXml(`<worksheet>${' '.repeat(2_000_000)}</worksheet>`),
      { partBytes: 1_000_000 },
    ],
    [
      'a bomb that hides its size',
      'SHEET_FILE_DAMAGED',
      zipOf(good.map((entry) => ({ ...entry, data: ' '.repeat(2_000_000), claimedBytes: 100 }))),
    ],
    [
      'a bomb by its ratio',
      'SHEET_FILE_INFLATES',
      sheetXml(`<worksheet>${' '.repeat(2_000_000)}</worksheet>`),
      { ratioFromBytes: 1_000_000, ratio: 100 },
    ],
    [
      'a bomb of many parts',
      'SHEET_FILE_INFLATES',
      zipOf([...good, ...Array.from({ length: 30 }, (_, part) => ({ name: `${part}.xml`, data: 'x'.repeat(100) }))]),
      { allBytes: 2_000 },
    ],
    [
      'a bomb of parts that claim more than the file can hold',
      'SHEET_FILE_INFLATES',
      zipOf([...good, { name: 'a.xml', data: 'x', claimedBytes: 0x7fffffff }]),
    ],
    [
      'two sheets of one part',
      'SHEET_FILE_DAMAGED',
      zipOf(
        entriesOf({ sheets: { a: '', b: '' } }).map((entry) => ({
          ...entry,
          data: String(entry.data).replace('sheet2.xml', 'sheet1.xml'),
        })),
      ),
    ],
    ['a number of 200,000 digits', 'SHEET_CELL_TOO_LONG', rowOf(`<c r="A1"><v>${'1'.repeat(200_000)}x</v></c>`)],
    ['entities that multiply', 'SHEET_ENTITIES_DECLARED', sheetXml(laughs)],
    ['an entity from outside', 'SHEET_ENTITIES_DECLARED', sheetXml('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>')],
    ['an entity nobody declared', 'SHEET_FILE_DAMAGED', rowOf('<c r="A1" t="inlineStr"><is><t>&xxe;</t></is></c>')],
    ['a sign that XML has not', 'SHEET_FILE_DAMAGED', rowOf('<c r="A1" t="inlineStr"><is><t>&#0;</t></is></c>')],
    ['elements a thousand deep', 'SHEET_FILE_DAMAGED', sheetXml('<a>'.repeat(1_000))],
    ['XML that is not nested', 'SHEET_FILE_DAMAGED', sheetXml('<worksheet><sheetData></worksheet></sheetData>')],
    ['XML that ends early', 'SHEET_FILE_DAMAGED', sheetXml('<worksheet><sheetData><row r="1">')],
    ['a tag without end', 'SHEET_FILE_DAMAGED', sheetXml(`<worksheet ${'a'.repeat(2_000_000)}`)],
    ['rows that go back', 'SHEET_FILE_DAMAGED', hand({ sheets: { s: data('<row r="2"/><row r="1"/>') } })],
    ['cells that go back', 'SHEET_FILE_DAMAGED', rowOf('<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>')],
    ['a shared text that is not there', 'SHEET_FILE_DAMAGED', rowOf('<c r="A1" t="s"><v>7</v></c>')],
    ['too many sheets', 'SHEET_TOO_MANY_SHEETS', hand({ sheets: { a: '', b: '', c: '' } }), { sheets: 2 }],
    ['a row beyond the last', 'SHEET_TOO_MANY_ROWS', hand({ sheets: { s: data('<row r="1048577"><c><v>1</v></c></row>') } })],
    ['a column beyond the 256th', 'SHEET_TOO_WIDE', rowOf('<c r="IW1"><v>1</v></c>')],
    [
      'too many merged ranges',
      'SHEET_TOO_MANY_MERGES',
      hand({ sheets: { s: `${data('')}<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>` } }),
      { merges: 1 },
    ],
    ['too much text', 'SHEET_TOO_MUCH_TEXT', hand({ sheets: { s: data('') }, texts: '<si><t>12345678901</t></si>' }), { textUnits: 10 }],
    ['a cell too long', 'SHEET_CELL_TOO_LONG', rowOf(`<c r="A1" t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c>`)],
    [
      'a shared text too long',
      'SHEET_CELL_TOO_LONG',
      hand({ sheets: { s: data('') }, texts: `<si>${'<t>xxxxxxxxxx</t>'.repeat(4_000)}</si>` }),
    ],
    ['a field of .csv too long', 'SHEET_CELL_TOO_LONG', `a,${'长'.repeat(32_768)}\n`],
    ['a quote that is never closed', 'SHEET_QUOTE_OPEN', '名称,地址\n"甲,乙\n'],
    ['too many columns of .csv', 'SHEET_TOO_WIDE', 'a,'.repeat(256) + 'b'],
    ['too many rows of .csv', 'SHEET_TOO_MANY_ROWS', 'a\nb\nc\n', { rows: 2 }],
  ]
  test.each(cases.map(([what, code, bytes, limits]) => ({ what, code, bytes, limits })))(
    '$what: $code',
    async ({ code, bytes, limits }) => {
      const reading = await read(bytes, limits)
      expect(reading).toMatchObject({ refusal: { code } })
      if (!('refusal' in reading)) return
      const sentence = sentenceOf(sheetRefusals, reading.refusal)
      expect(sentence.zh).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(sentence.en).toMatch(/^[A-Z].*\.$/)
      expect(`${sentence.zh}${sentence.en}`).not.toMatch(/undefined|NaN/)
    },
  )
  test('every code is met by a case, save that of a sheet that is not there', () => {
    expect([...new Set(cases.map(([, code]) => code)), 'SHEET_UNKNOWN'].sort()).toEqual(Object.keys(sheetRefusals).sort())
  })
})

test('a styled cell without a value beyond the last column is nothing', async () => {
  expect(await read(rowOf('<c r="A1"><v>1</v></c><c r="XFD1" s="1"/>'))).toMatchObject({
    sheets: [{ rows: [{ row: 1, cells: [{ text: '1' }] }] }],
  })
})

test('a merged range of the whole sheet costs a row its columns and no more', async () => {
  const merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:C3"/></mergeCells>'
  const reading = await read(hand({ sheets: { s: data('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"/></row>') + merges } }))
  expect(reading).toMatchObject({ sheets: [{ rows: [{ row: 1 }, { row: 2 }] }] })
  expect(Object.values(textsOf(reading)).map((cells) => cells.length)).toEqual([sheetLimits.columns, sheetLimits.columns])
})
