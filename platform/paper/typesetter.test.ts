import pdfmake from 'pdfmake'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../testing/readPdf.ts'
import type { Paper } from './paper.ts'
import { openPrinter } from './printer.ts'
import { drawable, openTypesetter, type Typesetter } from './typesetter.ts'

const paper = (more: Partial<Paper> = {}): Paper => ({
  language: 'zh',
  title: '通知书',
  issuer: '试验局',
  number: '试〔2026〕1号',
  copy: '打印件',
  blocks: [{ kind: 'text', text: '正文。' }],
  code: { address: 'https://anlan.example.cn/x?version=1&check=0a1b2c3d', lines: ['校验值 0a1b2c3d'] },
  foot: '第 1 步',
  statedAt: '2026-11-24T02:00:00Z',
  ...more,
})

let set: Typesetter
beforeAll(async () => {
  set = await openTypesetter()
})

const read = async (more: Partial<Paper>) => readPdf(await set(paper(more)))

describe('a paper as it is set', () => {
  it.each([
    ['names that are rare', '堃㛃喆翀淏珺禤昇甯龘㮾㙍'],
    ['marks of official papers', '〔2026〕《》“”‘’（）、；：—…·①②℃㎡≥≤×№§％'],
    ['places and units', '嵊泗衢婺缙畲　120.50000°±5m'],
  ])('draws %s', async (_title, text) => {
    const { text: seen, missingGlyphs } = await read({ blocks: [{ kind: 'text', text }] })
    expect(seen).toContain(text.replaceAll(/\s/g, ''))
    expect(missingGlyphs).toBe(0)
  })

  it('tells a sign that its faces do not have by its number, in whatever part of the paper', async () => {
    const told = await read({
      issuer: '𪻐局',
      foot: '☐',
      code: { address: 'https://anlan.example.cn', lines: ['☑'] },
      blocks: [{ kind: 'facts', rows: [['名', '𪻐']] }],
    })
    for (const said of ['〔U+2AED0〕局', '名〔U+2AED0〕', '〔U+2610〕', '〔U+2611〕']) expect(told.text).toContain(said)
    expect(told.missingGlyphs).toBe(0)
  })

  it('has a code that a phone reads', async () => {
    expect((await read({})).code).toBe('https://anlan.example.cn/x?version=1&check=0a1b2c3d')
  })

  it('shows pictures, six of them in less than 300 KB', async () => {
    const noise = await sharp({
      create: { width: 320, height: 240, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 30 }, background: '#000' },
    })
      .jpeg({ quality: 72 })
      .toBuffer()
    const pictures = Array.from({ length: 6 }, (_each, index) => ({ bytes: noise, instead: '', caption: `第 ${index}` }))
    const pdf = await set(paper({ blocks: [{ kind: 'pictures', title: '影像', pictures }] }))
    expect((await readPdf(pdf)).pictures).toBe(6)
    expect(pdf.length).toBeLessThan(300_000)
  })

  it('breaks over pages with signatures, seal and code on one', async () => {
    const blocks: Paper['blocks'] = [
      ...Array.from({ length: 30 }, () => ({ kind: 'text', text: '很长的正文，'.repeat(20) }) as const),
      { kind: 'lines', rows: [[{ label: '签名', lengthMillimetres: 40 }]] },
      { kind: 'seal', lines: ['试验局'] },
    ]
    const { pages, pageTexts } = await read({ blocks })
    expect(pages).toBeGreaterThan(3)
    for (const said of ['签名', '试验局', '校验值', `—${pages}/${pages}—`]) expect(pageTexts.at(-1)).toContain(said)
    expect(pageTexts.slice(0, -1).join('')).not.toMatch(/签名|校验值/)
  })

  it('is the same file each time', async () => {
    expect(Buffer.compare(Buffer.from(await set(paper())), Buffer.from(await set(paper())))).toBe(0)
  })

  it('reads no file and fetches nothing but its faces', async () => {
    await expect(pdfmake.createPdf({ content: [{ image: '/etc/hostname' }], defaultStyle: { font: 'serif' } }).getBuffer()).rejects.toThrow(
      /denied|policy/i,
    )
  })
})

describe('the empty box of a face', () => {
  it('is found where nobody mended the text', async () => {
    const pdf = await pdfmake.createPdf({ content: ['☐☐好'], defaultStyle: { font: 'serif' } }).getBuffer()
    expect((await readPdf(pdf)).missingGlyphs).toBe(2)
  })
  it.each([
    ['好\n', '好\n'],
    ['a𪻐b', 'a〔U+2AED0〕b'],
  ])('%j is drawn as %j', (text, told) => {
    expect(drawable(text, new Set(Array.from('好ab', (each) => each.codePointAt(0)!)))).toBe(told)
  })
})

describe('the printer beside the thread that serves', () => {
  it('prints what the typesetter sets, several at once, and again after its thread went to rest', async () => {
    const print = openPrinter(20)
    const one = await set(paper())
    const both = await Promise.all([print(paper()), print(paper({ title: '另一张' }))])
    expect(Buffer.compare(Buffer.from(both[0]), Buffer.from(one))).toBe(0)
    expect((await readPdf(both[1])).text).toContain('另一张')
    await new Promise((later) => setTimeout(later, 60))
    expect((await print(paper())).length).toBe(one.length)
  })
  it('tells a paper that cannot be set to who asked for it, and goes on', async () => {
    const print = openPrinter()
    const broken = paper({
      blocks: [{ kind: 'pictures', title: '', pictures: [{ bytes: new Uint8Array([1, 2]), instead: '', caption: '' }] }],
    })
    await expect(print(broken)).rejects.toThrow(/image/i)
    expect((await print(paper())).length).toBeGreaterThan(1000)
  })
})
