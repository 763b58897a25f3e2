import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { isNumber, type Block, type Run } from '../rules/bulletin/document.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import type { Language } from '../rules/bulletin/numbers.ts'
import { bulletinAddress, bulletinWords, checkOf, type Setting } from './bulletinPaper.ts'
import type { BulletinRow } from './bulletinStore.ts'

/** GB/T 9704-2012: 仿宋 for the text, 小标宋 for the title; Word takes its own 宋体 where those are not installed. */
const faces = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', cs: 'Times New Roman' },
} as const

/** Half points: 二号 for the title, 三号 for headings and text, 小四 for tables. */
const sizes = { title: 44, heading: 32, text: 28, table: 21, remark: 21 } as const
/** Twentieths of a point in a millimetre. */
const twips = 1440 / 25.4
const fieldMillimetres = 156

const childrenOf = (runs: readonly Run[], address: string): NonNullable<IParagraphOptions['children']> =>
  runs.map((run) =>
    isNumber(run) && run.address !== null
      ? new ExternalHyperlink({ link: `${address}${run.address}`, children: [new TextRun({ text: run.text, style: 'Hyperlink' })] })
      : new TextRun(run.text),
  )

const widths = [10, 41, 15, 15, 15, 15, 15, 15, 15] as const

const tableOf = ({ head, rows }: Extract<Block, { kind: 'table' }>, address: string): Table => {
  const cell = (children: NonNullable<IParagraphOptions['children']>, at: number, style: string): TableCell =>
    new TableCell({
      width: { size: Math.round((widths[at] ?? 15) * twips), type: WidthType.DXA },
      children: [new Paragraph({ style, children, alignment: at > 1 ? AlignmentType.RIGHT : AlignmentType.LEFT })],
    })
  return new Table({
    width: { size: Math.round(fieldMillimetres * twips), type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round(width * twips)),
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell([new TextRun({ text, bold: true })], at, 'Cell')),
      }),
      ...rows.map(
        ({ cells }) => new TableRow({ cantSplit: true, children: cells.map((runs, at) => cell(childrenOf(runs, address), at, 'Cell')) }),
      ),
    ],
  })
}

const blockOf = (block: Block, address: string): readonly FileChild[] => {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ style: 'Body', children: childrenOf(block.runs, address) })]
    case 'note':
      return [new Paragraph({ style: 'Remark', children: childrenOf(block.runs, address) })]
    case 'item':
      return [new Paragraph({ style: 'Body', numbering: { reference: 'items', level: 0 }, children: childrenOf(block.runs, address) })]
    case 'table':
      return [
        new Paragraph({ style: 'Remark', keepNext: true, children: [new TextRun({ text: block.title, bold: true })] }),
        tableOf(block, address),
      ]
  }
}

const ink = '000000'

/** Styles that a person finds in Word's list and may change for all at once. */
const stylesOf = (language: Language) => ({
  default: {
    document: { run: { font: faces.text, size: sizes.text, color: ink, language: { value: 'en-GB', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: faces.heading, size: sizes.title, bold: true, color: ink },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
    },
    heading1: {
      run: { font: faces.heading, size: sizes.heading, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: '0E5A54', underline: { type: 'dotted' as const } } },
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: language === 'zh' ? '战报正文' : 'Bulletin text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 100, line: 400 }, ...(language === 'zh' ? { indent: { firstLine: 2 * sizes.text * 10 } } : {}) },
    },
    {
      id: 'Remark',
      name: language === 'zh' ? '战报说明' : 'Bulletin remark',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: sizes.remark },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: 'Cell',
      name: language === 'zh' ? '战报表格' : 'Bulletin table',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: sizes.table },
    },
  ],
})

const drawn = (row: BulletinRow, language: Language, { issuer, issuedBy, address }: Setting): Document => {
  const text = row.texts[language]
  const words = bulletinWords[language]
  const number = issueText(row, language)
  const centred = (said: string): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(said)] })
  const here = bulletinAddress(row, address)
  return new Document({
    title: `${text.title} ${number}`,
    creator: issuer,
    lastModifiedBy: issuedBy,
    styles: stylesOf(language),
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '·',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 420, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * twips), height: Math.round(297 * twips) },
            margin: {
              top: Math.round(37 * twips),
              bottom: Math.round(35 * twips),
              left: Math.round(28 * twips),
              right: Math.round(26 * twips),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Remark',
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [`${number} · ${words.check(checkOf(row))} · — `, PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children: [
          centred(issuer),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(text.title)] }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            border: { bottom: { style: BorderStyle.SINGLE, size: 10, space: 4, color: ink } },
            children: [new TextRun(`${number} · ${text.subtitle}`)],
          }),
          ...(row.reason === null
            ? []
            : [new Paragraph({ style: 'Body', children: [new TextRun(words.corrects(row.edition - 1, row.reason))] })]),
          ...text.sections.flatMap(({ title, blocks }): readonly FileChild[] => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
            ...blocks.flatMap((block) => blockOf(block, address)),
          ]),
          new Paragraph({ style: 'Remark', children: [new TextRun(text.counted)] }),
          new Paragraph({
            style: 'Remark',
            children: [
              new TextRun(`${words.copy} · `),
              new ExternalHyperlink({ link: here, children: [new TextRun({ text: here, style: 'Hyperlink' })] }),
            ],
          }),
        ],
      },
    ],
  })
}

/** The first day that a zip can name; the file says when it was issued elsewhere. */
const noDay = new Date(1980, 0, 1)

/**
 * The library gives links random names and dates of now; with names in the order of the text and the date of the issue one
 * bulletin is one file.
 */
const settled = (bytes: Uint8Array, issuedAt: string): Uint8Array => {
  const files = unzipSync(bytes)
  const names = new Map<string, string>()
  const rename = (xml: string): string =>
    xml.replaceAll(/\b(r:id|Id)="(rId(?!\d+")[^"]*)"/g, (_whole, attribute: string, name: string) => {
      const inOrder = names.get(name) ?? `rIdLink${names.size + 1}`
      names.set(name, inOrder)
      return `${attribute}="${inOrder}"`
    })
  const dated = (xml: string): string =>
    xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, (_whole, begin: string, end: string) => `${begin}${issuedAt}${end}`)
  const paths = Object.keys(files).toSorted()
  const told = new Map<string, Uint8Array>()
  // The text first: it has the links in their order, and the list of links follows it.
  for (const path of paths.toSorted((one, other) => Number(other === 'word/document.xml') - Number(one === 'word/document.xml'))) {
    const file = files[path] ?? new Uint8Array()
    told.set(path, /\.(?:xml|rels)$/.test(path) ? strToU8(dated(rename(strFromU8(file)))) : file)
  }
  return zipSync(Object.fromEntries(paths.map((path) => [path, told.get(path) ?? new Uint8Array()])), { mtime: noDay, level: 6 })
}

/** An issued bulletin as a Word file with styles of its own; its numbers lead to their records. The same bulletin is the same file. */
export const bulletinDocx = async (row: BulletinRow, language: Language, setting: Setting): Promise<Uint8Array> =>
  settled(new Uint8Array(await Packer.toBuffer(drawn(row, language, setting))), row.asOf)
