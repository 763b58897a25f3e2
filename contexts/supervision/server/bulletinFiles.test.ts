import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTypesetter, type Typesetter } from '../../../platform/paper/typesetter.ts'
import { readPdf } from '../../../platform/testing/readPdf.ts'
import { compose } from '../rules/bulletin/compose.ts'
import { isNumber, runsOf, textOf } from '../rules/bulletin/document.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import { october } from '../rules/bulletin/testing/story.ts'
import { bulletinDocx } from './bulletinDocx.ts'
import { bulletinPaper, bulletinWords } from './bulletinPaper.ts'
import type { BulletinRow } from './bulletinStore.ts'

const id = '00000000-0000-4000-8000-00000000000b'
const row: BulletinRow = {
  id,
  regionCode: '330114',
  recordedRegion: '330114',
  year: 2026,
  ordinal: 3,
  edition: 2,
  corrects: '00000000-0000-4000-8000-00000000000a',
  reason: '补录两次检查',
  kind: 'month',
  from: '2026-10-01',
  to: '2026-10-31',
  campaignId: null,
  asOf: '2026-11-24T02:05:00.000Z',
  facts: october,
  texts: { zh: compose(october, 'zh'), en: compose(october, 'en') },
  sm3: '0a1b2c3d'.padEnd(64, '0'),
  personId: id,
  postId: id,
  organisationId: id,
}
const setting = { issuer: '杭州市钱塘区应急管理局', issuedBy: '王局', address: 'https://anlan.example.cn' }

const unzipped = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))

const unescaped = (xml: string): string =>
  xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** What a reader of the file sees, without its marks. */
const plain = (xml: string): string =>
  unescaped(
    xml
      .split('</w:p>')
      .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
      .join('\n'),
  )

describe.each(['zh', 'en'] as const)('the Word file (%s)', (language) => {
  let files: Readonly<Record<string, string>>
  beforeAll(async () => {
    files = unzipped(await bulletinDocx(row, language, setting))
  })

  it('holds every sentence and every number of the bulletin', () => {
    const told = plain(files['word/document.xml']!)
    for (const { title, blocks } of row.texts[language].sections) {
      expect(told).toContain(title)
      for (const block of blocks)
        for (const line of block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [block.runs])
          expect(told).toContain(textOf(line))
    }
    expect(told).toContain(row.texts[language].title)
    expect(told).toContain('杭州市钱塘区应急管理局')
    expect(told).toContain('补录两次检查')
  })

  it('leads from each number to its records', () => {
    const links = new Map(
      [...files['word/_rels/document.xml.rels']!.matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
        /Id="([^"]*)"/.exec(each)![1]!,
        unescaped(/Target="([^"]*)"/.exec(each)![1]!),
      ]),
    )
    const followed = [...files['word/document.xml']!.matchAll(/<w:hyperlink [^>]*r:id="([^"]*)"[^>]*>(.*?)<\/w:hyperlink>/gs)].map(
      ([, name, inside]) => [plain(inside!), links.get(name!)],
    )
    const numbers = runsOf(row.texts[language]).filter(isNumber)
    expect(followed.slice(0, -1)).toEqual(numbers.map(({ text, address }) => [text, `https://anlan.example.cn${address}`]))
    expect(followed.at(-1)).toEqual([`https://anlan.example.cn/bulletins/${id}`, `https://anlan.example.cn/bulletins/${id}`])
  })

  it('has styles of its own, headings, and its check value on each page', () => {
    expect(files['word/styles.xml']).toContain(language === 'zh' ? '战报正文' : 'Bulletin text')
    expect(files['word/document.xml']).toContain('w:val="Heading1"')
    expect(files['word/document.xml']).toContain('<w:tblHeader/>')
    expect(Object.entries(files).filter(([name, xml]) => name.startsWith('word/footer') && xml.includes('0a1b2c3d'))).toHaveLength(1)
  })

  it('is the same file again', async () => {
    expect(Buffer.from(await bulletinDocx(row, language, setting)).equals(Buffer.from(await bulletinDocx(row, language, setting)))).toBe(
      true,
    )
    expect(files['docProps/core.xml']).toContain('2026-11-24T02:05:00.000Z')
  })
})

describe('the PDF', () => {
  let set: Typesetter
  beforeAll(async () => {
    set = await openTypesetter()
  })

  it.each(['zh', 'en'] as const)('holds every sentence, number and region, with every sign drawn (%s)', async (language) => {
    const pdf = await set(bulletinPaper(row, language, setting))
    const { pageTexts, missingGlyphs, code } = await readPdf(pdf)
    const bare = (text: string): string => text.replaceAll(/\s/g, '').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')
    // What stands at the head and foot of each page comes within a sentence that goes over the break.
    const furniture = [bare(bulletinWords[language].copy), bare(issueText(row, language))]
    const seen = pageTexts
      .map((page) => furniture.reduce((rest, each) => rest.replaceAll(each, ''), bare(page)).replaceAll(/—\d+\/\d+—/g, ''))
      .join('')
    for (const { title, blocks } of row.texts[language].sections) {
      expect(seen).toContain(bare(title))
      for (const block of blocks)
        for (const line of block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [block.runs])
          expect(seen).toContain(bare(textOf(line)))
    }
    expect(missingGlyphs).toBe(0)
    expect(code).toBe(`https://anlan.example.cn/bulletins/${id}`)
  })

  it('leads from its numbers to their records, and is the same file again', async () => {
    const pdf = Buffer.from(await set(bulletinPaper(row, 'zh', setting)))
    const links = [...pdf.toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map(([, link]) => link)
    expect(links).toContain('https://anlan.example.cn/hazards?withdrawn=false&region=330114&foundFrom=2026-10-01&foundTo=2026-10-31')
    expect(pdf.equals(Buffer.from(await set(bulletinPaper(row, 'zh', setting))))).toBe(true)
  })
})
