import { afterAll, describe, expect, test } from 'vitest'
import { openBook } from './openBook.ts'
import { toGb18030 } from './gb18030.ts'
import { readAll, testFolder, textsOf } from './testFiles.ts'

const folder = testFolder()
afterAll(async () => folder.remove())
const rowsOf = async (bytes: Buffer | string) => textsOf(await readAll(await folder.file(bytes)))

describe('a .csv is parted as a spreadsheet program parts it', () => {
  test.each([
    ['by commas', '姓名,电话\r\n张三,13800138000\r\n', { 1: ['姓名', '电话'], 2: ['张三', '13800138000'] }],
    ['by semicolons', '姓名;"住址,门牌"\n张三;a\n', { 1: ['姓名', '住址,门牌'], 2: ['张三', 'a'] }],
    ['by tabs, a comma within', '姓名\t住址\n张三\t一,二\n李四\t三\n', { 1: ['姓名', '住址'], 2: ['张三', '一,二'], 3: ['李四', '三'] }],
    ['by what its first line declares', 'sep=;\r\na,b;c\r\n', { 2: ['a,b', 'c'] }],
    ['quotes, lines and separators within a field', '"a""b","c\r\nd, e"\r\nf\r\n', { 1: ['a"b', 'c\r\nd, e'], 2: ['f'] }],
    ['any end of a line, the last one missing', 'a\rb\nc\r\nd', { 1: ['a'], 2: ['b'], 3: ['c'], 4: ['d'] }],
    ['empty rows left out and counted', 'a\n\n,,\n　\nb,\n', { 1: ['a'], 5: ['b'] }],
    ['full-width spaces around a text', '　张三　,x\n', { 1: ['张三', 'x'] }],
    ['a quote amid a field', 'a"b,c\n', { 1: ['a"b', 'c'] }],
    ['a field that keeps its zeros', '"=""00123""",="045"\n', { 1: ['00123', '045'] }],
    ['a head that begins as a zip does', 'PK,名称\n1,甲\n', { 1: ['PK', '名称'], 2: ['1', '甲'] }],
    ['a text that was guarded', "'=1+1,'-x,'abc,''=q\n", { 1: ['=1+1', '-x', "'abc", "'=q"] }],
  ])('%s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
    expect(await rowsOf(`\ufeff${text}`)).toEqual(rows)
    expect(await rowsOf(toGb18030(text))).toEqual(rows)
  })
})

describe('the encoding is told by what is in the file', () => {
  const encodingOf = async (bytes: Buffer | string): Promise<string | null> => {
    const opened = await openBook(await folder.file(bytes))
    return opened.ok ? opened.value.encoding : opened.refusal.code
  }
  test.each([
    ['letters alone', 'a,b\n', 'utf-8'],
    ['a mark', '\ufeffa,b\n', 'utf-8'],
    ['UTF-8', '浙江,杭州\n', 'utf-8'],
    ['GB18030', toGb18030('浙江,杭州\n'), 'gb18030'],
    ['a first Chinese sign after 300,000 letters', toGb18030(`${'a,b\n'.repeat(75_000)}浙江\n`), 'gb18030'],
    ['the same in UTF-8', `${'a,b\n'.repeat(75_000)}浙江\n`, 'utf-8'],
    ['UTF-8 cut within a sign', Buffer.from('浙江').subarray(0, 5), 'SHEET_ENCODING_UNKNOWN'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await encodingOf(bytes)).toBe(encoding)
  })
})

test('a sign that is cut between two pieces of the file is whole', async () => {
  for (const shift of [0, 1, 2, 3]) {
    const text = `${'x'.repeat(shift)}${'浙江省杭州市西湖区,'.repeat(20)}\n`.repeat(2_000)
    const wanted = [`${'x'.repeat(shift)}浙江省杭州市西湖区`, ...Array.from({ length: 19 }, () => '浙江省杭州市西湖区')]
    for (const bytes of [Buffer.from(text), toGb18030(text)]) {
      const rows = Object.values(await rowsOf(bytes))
      expect(rows).toHaveLength(2_000)
      expect(rows.every((row) => JSON.stringify(row) === JSON.stringify(wanted))).toBe(true)
    }
  }
})

test('every sign of Unicode goes through GB18030 and back', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const wrong: string[] = []
  for (let start = 0x20; start < 0x110000; start += 0x1000) {
    let text = ''
    for (let sign = start; sign < Math.min(start + 0x1000, 0x110000); sign += 1)
      if (sign < 0xd800 || sign > 0xdfff) text += String.fromCodePoint(sign)
    if (decoder.decode(toGb18030(text)) !== text)
      for (const sign of text) if (decoder.decode(toGb18030(sign)) !== sign) wrong.push(sign.codePointAt(0)!.toString(16))
  }
  // Of private use GB 18030-2022 has given the places of some to signs that Unicode has by now.
  expect(wrong.filter((sign) => !/\p{Co}/u.test(String.fromCodePoint(Number.parseInt(sign, 16))))).toEqual([])
  expect(wrong.length).toBeLessThan(25)
  expect(toGb18030('\ud800')).toEqual(Buffer.from('?'))
})

test('rows after the last one wanted come, and no other', async () => {
  const opened = await openBook(await folder.file(Array.from({ length: 3_500 }, (_, place) => `r${place + 1}\n`).join('')))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const sizes: number[] = []
  const first: number[] = []
  for await (const batch of opened.value.rows(0, { after: 1_200 })) {
    if (!batch.ok) throw new Error(batch.refusal.code)
    sizes.push(batch.value.length)
    first.push(batch.value[0]!.row)
  }
  expect(sizes).toEqual([1_000, 1_000, 300])
  expect(first).toEqual([1_201, 2_201, 3_201])
  await opened.value.close()
})

test('a sheet that is not there is refused', async () => {
  const opened = await openBook(await folder.file('a\n'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  for await (const batch of opened.value.rows(3)) expect(batch).toMatchObject({ ok: false, refusal: { code: 'SHEET_UNKNOWN' } })
  await opened.value.close()
})
