import type { Block, Paper, Piece } from '../../../platform/paper/paper.ts'
import { isNumber, type Block as TextBlock, type Run } from '../rules/bulletin/document.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import type { Language } from '../rules/bulletin/numbers.ts'
import type { BulletinRow } from './bulletinStore.ts'

/** What a bulletin needs beside its row to be set: who issued it, and where its records are found. */
export type Setting = { readonly issuer: string; readonly issuedBy: string; readonly address: string }

/** The first eight digits, by which a print is compared with the record. */
export const checkOf = ({ sm3 }: Pick<BulletinRow, 'sm3'>): string => sm3.slice(0, 8)

export const bulletinAddress = ({ id }: Pick<BulletinRow, 'id'>, address: string): string => `${address}/bulletins/${id}`

/** The words that stand on a bulletin beside its text, in both languages. */
export const bulletinWords = {
  zh: {
    copy: '打印件（副本），内容以系统记录为准；数字为印发时的统计，链接所示为现在的记录',
    check: (value: string) => `校验值 ${value}`,
    scan: '扫码查看本期战报及每个数字的记录',
    foot: (number: string) => number,
    corrects: (edition: number, reason: string) => `本版更正第${edition}版：${reason}`,
    issued: (issuer: string) => issuer,
  },
  en: {
    copy: 'Printed copy of the record. The numbers are those of the issue; a link shows the records as they are now.',
    check: (value: string) => `Check value ${value}`,
    scan: 'Scan for this bulletin and the records of each number',
    foot: (number: string) => number,
    corrects: (edition: number, reason: string) => `Corrects edition ${edition}: ${reason}`,
    issued: (issuer: string) => issuer,
  },
} as const

const pieceOf =
  (address: string) =>
  (run: Run): Piece =>
    isNumber(run) && run.address !== null ? { text: run.text, link: `${address}${run.address}` } : { text: run.text }

/** Rank, region, and seven numbers in a field of 156 mm. */
const columns = [
  { widthMillimetres: 10, number: false },
  { widthMillimetres: 0, number: false },
  ...Array.from({ length: 7 }, () => ({ widthMillimetres: 15, number: true })),
]

const blockOf = (block: TextBlock, piece: (run: Run) => Piece): Block => {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'pieces', as: 'text', pieces: block.runs.map(piece) }
    case 'note':
      return { kind: 'pieces', as: 'remark', pieces: block.runs.map(piece) }
    case 'item':
      return { kind: 'pieces', as: 'item', pieces: block.runs.map(piece) }
    case 'table':
      return {
        kind: 'grid',
        title: block.title,
        head: block.head,
        rows: block.rows.map(({ cells }) => cells.map((cell) => cell.map(piece))),
        columns,
      }
  }
}

/** An issued bulletin as a paper: the same bulletin is the same file whenever it is set. */
export const bulletinPaper = (row: BulletinRow, language: Language, { issuer, address }: Setting): Paper => {
  const text = row.texts[language]
  const words = bulletinWords[language]
  const number = issueText(row, language)
  const piece = pieceOf(address)
  return {
    language,
    title: text.title,
    issuer,
    number: `${number} · ${text.subtitle}`,
    copy: words.copy,
    blocks: [
      ...(row.reason === null ? [] : [{ kind: 'text', text: words.corrects(row.edition - 1, row.reason) } as const]),
      ...text.sections.flatMap(({ title, blocks }): readonly Block[] => [
        { kind: 'heading', text: title },
        ...blocks.map((block) => blockOf(block, piece)),
      ]),
      { kind: 'pieces', as: 'remark', pieces: [{ text: text.counted }] },
    ],
    code: { address: bulletinAddress(row, address), lines: [words.scan, words.check(checkOf(row))] },
    foot: words.foot(number),
    statedAt: row.asOf,
  }
}
