import type { Content, DocumentDefinition } from 'pdfmake'
import type { Block, Line, Paper, Picture, Piece } from './paper.ts'
import { millimetres, sheet, sizes } from './measures.ts'

const thin = 0.6

/** Rules of ink round every cell. */
const ruled = {
  hLineWidth: () => thin,
  vLineWidth: () => thin,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 2,
  paddingBottom: () => 4,
}

const bare = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

const cell = (text: string, more: { readonly bold?: boolean; readonly alignment?: 'center' } = {}): Content => ({
  text,
  fontSize: sizes.table,
  ...more,
})

/** Eight characters in Chinese; English says the same at more length. */
const labelWidth = { zh: millimetres(32), en: millimetres(42) }
const gap = 9

/** A label and a rule after it to write on. */
const written = ({ label, lengthMillimetres }: Line): Content => ({
  width: 'auto',
  columns: [
    { width: 'auto', text: label, fontSize: sizes.table, noWrap: true },
    {
      width: millimetres(lengthMillimetres),
      canvas: [{ type: 'line', x1: 2, y1: 13, x2: millimetres(lengthMillimetres), y2: 13, lineWidth: thin }],
    },
  ],
})

const picturesBeside = 3
const pictureWidth = (sheet.width - 2 * gap) / picturesBeside

/** Copies are 320 pixels on their longer side; they stand in a box of equal height, whichever way they were taken. */
const pictured = ({ bytes, instead, caption }: Picture): Content => ({
  width: pictureWidth,
  stack: [
    bytes === null
      ? {
          table: {
            widths: [pictureWidth - 12],
            heights: [millimetres(28)],
            body: [[cell(instead, { alignment: 'center' })]],
          },
          layout: ruled,
        }
      : {
          image: `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`,
          fit: [pictureWidth, millimetres(33)],
          alignment: 'center',
        },
    { text: caption, fontSize: sizes.small, alignment: 'center', margin: [0, 3, 0, 0] },
  ],
})

const inRows = <Item>(items: readonly Item[], most: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_each, row) => items.slice(row * most, (row + 1) * most))

const picturedRow = (row: readonly Picture[]): Content => ({
  columns: row.map(pictured),
  columnGap: gap,
  margin: [0, 0, 0, gap],
  unbreakable: true,
})

/** How a paragraph of pieces stands; Chinese text begins two characters in, as in the rest of a paper. */
const pieced = ({ as, pieces }: Extract<Block, { kind: 'pieces' }>, language: Paper['language']): Content => {
  if (as === 'remark') return { text: pieces, fontSize: sizes.table, lineHeight: 1.1, margin: [0, 0, 0, 6] }
  if (as === 'item')
    return {
      columns: [
        { width: 14, text: '·', fontSize: sizes.text },
        { width: '*', text: pieces, fontSize: sizes.text },
      ],
      margin: [0, 0, 0, 3],
    }
  return {
    text: pieces,
    fontSize: sizes.text,
    lineHeight: 1.1,
    leadingIndent: language === 'zh' ? 2 * sizes.text : 0,
    margin: [0, 0, 0, 5],
  }
}

/** Fewer rows than this stay in one piece. */
const fewRows = 12

const gridded = ({ title, head, rows, columns }: Extract<Block, { kind: 'grid' }>): Content => {
  const placed = (text: string | readonly Piece[], column: number, bold: boolean): Content => ({
    text,
    fontSize: sizes.small,
    bold,
    ...(columns[column]?.number ? { alignment: 'right' as const } : {}),
  })
  return {
    stack: [
      { text: title, fontSize: sizes.table, bold: true, margin: [0, 2, 0, 5] },
      {
        table: {
          widths: columns.map(({ widthMillimetres }) => (widthMillimetres === 0 ? '*' : millimetres(widthMillimetres))),
          headerRows: 1,
          dontBreakRows: true,
          body: [head.map((text, at) => placed(text, at, true)), ...rows.map((row) => row.map((pieces, at) => placed(pieces, at, false)))],
        },
        layout: { ...ruled, paddingLeft: () => 3, paddingRight: () => 3 },
      },
    ],
    unbreakable: rows.length < fewRows,
    margin: [0, 2, 0, gap],
  }
}

const drawn = (block: Block, language: Paper['language']): Content => {
  switch (block.kind) {
    case 'addressee':
      return { text: block.text, fontSize: sizes.text, margin: [0, 0, 0, 4] }
    case 'text':
      return {
        text: block.text,
        fontSize: sizes.text,
        lineHeight: 1.1,
        leadingIndent: language === 'zh' ? 2 * sizes.text : 0,
        margin: [0, 0, 0, 5],
      }
    case 'heading':
      return { text: block.text, fontSize: sizes.text, bold: true, margin: [0, gap, 0, 5] }
    case 'pieces':
      return pieced(block, language)
    case 'grid':
      return gridded(block)
    case 'facts':
      return {
        table: {
          widths: [labelWidth[language], '*'],
          dontBreakRows: true,
          body: block.rows.map(([label, value]) => [cell(label, { bold: true }), cell(value)]),
        },
        layout: ruled,
        margin: [0, 2, 0, gap],
      }
    case 'table':
      return {
        stack: [
          { text: block.title, fontSize: sizes.table, bold: true, margin: [0, 2, 0, 5] },
          {
            table: {
              widths: block.widths.map((width) => (width === 0 ? '*' : millimetres(width))),
              headerRows: 1,
              body: [block.head.map((text) => cell(text, { bold: true })), ...block.rows.map((row) => row.map((text) => cell(text)))],
            },
            layout: ruled,
          },
        ],
        unbreakable: true,
        margin: [0, 2, 0, gap],
      }
    case 'pictures': {
      const [first = '', ...others] = inRows(block.pictures, picturesBeside).map(picturedRow)
      return {
        stack: [
          { stack: [{ text: block.title, fontSize: sizes.table, bold: true, margin: [0, 2, 0, 5] }, first], unbreakable: true },
          ...others,
        ],
      }
    }
    case 'lines':
      return {
        stack: block.rows.map((row): Content => ({
          columns: row.map(written),
          columnGap: 12,
          margin: [0, 0, 0, 11],
        })),
        unbreakable: true,
        margin: [0, 8, 0, 0],
      }
    case 'seal':
      return {
        stack: block.lines.map((text): Content => ({ text, fontSize: sizes.text, alignment: 'right', margin: [0, 0, millimetres(8), 3] })),
        unbreakable: true,
        margin: [0, gap, 0, gap],
      }
  }
}

/** A heading stays on the page of what it heads. */
const underHeadings = (blocks: readonly Block[], language: Paper['language']): readonly Content[] =>
  blocks.flatMap((block, at): readonly Content[] => {
    const before = blocks[at - 1]
    if (block.kind === 'heading' && blocks[at + 1] !== undefined && blocks[at + 1]?.kind !== 'heading') return []
    if (before?.kind !== 'heading' || block.kind === 'heading') return [drawn(block, language)]
    const both = [drawn(before, language), drawn(block, language)]
    // A long table goes on over pages; in one piece with its heading it could not.
    return block.kind === 'grid' && block.rows.length >= fewRows ? both : [{ stack: both, unbreakable: true }]
  })

const codeMillimetres = 26

const largeCodeMillimetres = 95

/** A code for the street, in the middle, its lines below it. */
const codedLarge = ({ code }: Paper, picture: string): Content => ({
  stack: [
    { svg: picture, width: millimetres(largeCodeMillimetres), alignment: 'center', margin: [0, 4, 0, 8] },
    ...code.lines.map((text): Content => ({ text, fontSize: sizes.table, alignment: 'center', margin: [0, 0, 0, 3] })),
  ],
  unbreakable: true,
  margin: [0, gap, 0, 0],
})

/** The code with what to compare beside it, in one piece. */
const coded = ({ code }: Paper, picture: string): Content => ({
  table: {
    widths: [millimetres(codeMillimetres + 4), '*'],
    dontBreakRows: true,
    body: [
      [
        { svg: picture, width: millimetres(codeMillimetres), margin: [0, 2, 0, 0] },
        { stack: code.lines.map((text): Content => ({ text, fontSize: sizes.small, margin: [0, 0, 0, 2.5] })), margin: [0, 2, 0, 0] },
      ],
    ],
  },
  layout: { ...bare, hLineWidth: (row: number) => (row === 0 ? thin : 0), paddingTop: () => 5 },
  unbreakable: true,
  margin: [0, gap, 0, 0],
})

/**
 * A paper as pdfmake sets it: A4 with the margins of an official document (GB/T 9704-2012), black ink alone.
 * @param codePicture the code as SVG
 */
export const layoutOf = (paper: Paper, codePicture: string): DocumentDefinition => {
  const signed = paper.blocks.findIndex(({ kind }) => kind === 'lines' || kind === 'seal')
  const ending = signed < 0 ? [] : paper.blocks.slice(signed)
  const body = paper.blocks.slice(0, paper.blocks.length - ending.length)
  return {
    pageSize: 'A4',
    pageMargins: [sheet.left, sheet.top, sheet.right, sheet.bottom],
    version: '1.7',
    language: paper.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      title: `${paper.title} ${paper.number}`,
      author: paper.issuer,
      creator: 'Anlan',
      producer: 'Anlan',
      creationDate: new Date(paper.statedAt),
    },
    defaultStyle: { font: 'serif', fontSize: sizes.text, color: '#000000' },
    header: {
      text: paper.copy,
      fontSize: sizes.small,
      margin: [sheet.left, millimetres(22), sheet.right, 0],
      alignment: 'left',
    },
    // GB/T 9704-2012, 7.5: the page's number between rules, 7 mm below the field.
    footer: (page, pages) => ({
      columns: [
        { text: paper.foot, fontSize: sizes.small, width: '*' },
        { text: `— ${page} / ${pages} —`, fontSize: sizes.table, width: 'auto' },
      ],
      margin: [sheet.left, millimetres(7), sheet.right, 0],
    }),
    content: [
      { text: paper.issuer, fontSize: sizes.issuer, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
      { text: paper.title, fontSize: sizes.title, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
      { text: paper.number, fontSize: sizes.text, alignment: 'center', margin: [0, 0, 0, 6] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: sheet.width, y2: 0, lineWidth: 1.2 }], margin: [0, 0, 0, 12] },
      ...underHeadings(body, paper.language),
      // Signatures, seal and code stand on one page, so that none of them can be laid under another paper.
      {
        stack: [
          ...ending.map((block) => drawn(block, paper.language)),
          paper.code.size === 'large' ? codedLarge(paper, codePicture) : coded(paper, codePicture),
        ],
        unbreakable: true,
      },
    ],
  }
}
