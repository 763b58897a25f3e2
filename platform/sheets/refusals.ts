import type { RefusalOf, RefusalTable } from '../../kernel/refusals.ts'
import { refuse } from '../../kernel/result.ts'

/** Why a table file is not taken. Spread `sheetRefusals` into the contract of a room that opens files. */
export type SheetRefusalFacts = {
  SHEET_FILE_EMPTY: Record<string, never>
  /** Neither a spreadsheet nor a text: `looksLike` tells what the first bytes say. */
  SHEET_FILE_UNKNOWN: { looksLike: string }
  SHEET_FILE_ENCRYPTED: Record<string, never>
  SHEET_FORMAT_OLD: { format: 'xls' | 'xlsb' | 'ods' | 'xml' }
  SHEET_FILE_IS_HTML: Record<string, never>
  /** `part` is the part of the zip, `problem` a word for a person who mends software. */
  SHEET_FILE_DAMAGED: { part: string; problem: string }
  SHEET_ENTITIES_DECLARED: { part: string }
  SHEET_FILE_INFLATES: { part: string; limitBytes: number; limitRatio: number }
  SHEET_TOO_MANY_PARTS: { limit: number }
  SHEET_TOO_MANY_SHEETS: { limit: number }
  SHEET_TOO_MANY_ROWS: { sheet: string; limit: number }
  SHEET_TOO_WIDE: { sheet: string; row: number; limit: number }
  SHEET_TOO_MANY_MERGES: { sheet: string; limit: number }
  SHEET_TOO_MUCH_TEXT: { limit: number }
  SHEET_CELL_TOO_LONG: { sheet: string; row: number; limit: number }
  SHEET_ENCODING_UNKNOWN: Record<string, never>
  /** A quote was opened in the row and never closed. */
  SHEET_QUOTE_OPEN: { row: number }
  SHEET_UNKNOWN: { sheet: number; sheets: number }
}

export type SheetRefusal = RefusalOf<SheetRefusalFacts>

/** What is thrown inside the reader and comes out as a refusal; it never leaves this folder. */
export class SheetFault extends Error {
  readonly refusal: SheetRefusal
  constructor(refusal: SheetRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Ends the reading with a refusal. */
export const fault = <Code extends keyof SheetRefusalFacts>(code: Code, facts: SheetRefusalFacts[Code]): SheetFault =>
  new SheetFault(refuse(code, facts).refusal as SheetRefusal)

const mebibytes = (bytes: number): string => String(Math.round(bytes / 1024 ** 2))

export const sheetRefusals: RefusalTable<SheetRefusalFacts> = {
  SHEET_FILE_EMPTY: { status: 422, zh: () => '文件是空的。', en: () => 'The file is empty.' },
  SHEET_FILE_UNKNOWN: {
    status: 415,
    zh: ({ looksLike }) => `这不是表格文件（看起来是 ${looksLike}）。请上传 .xlsx 或 .csv 文件。`,
    en: ({ looksLike }) => `This is no table file (it looks like ${looksLike}). Please send an .xlsx or a .csv file.`,
  },
  SHEET_FILE_ENCRYPTED: {
    status: 422,
    zh: () => '文件设有打开密码。请取消密码后重新上传。',
    en: () => 'The file is locked by a password. Please save it without one and send it again.',
  },
  SHEET_FORMAT_OLD: {
    status: 415,
    zh: ({ format }) => `不能读取 .${format} 格式。请在表格软件中另存为 .xlsx 后上传。`,
    en: ({ format }) => `The format .${format} cannot be read. Please save it as .xlsx and send that.`,
  },
  SHEET_FILE_IS_HTML: {
    status: 415,
    zh: () => '这是改了扩展名的网页，不是表格。请用表格软件打开，另存为 .xlsx 后上传。',
    en: () =>
      'This is a web page under the name of a spreadsheet. Please open it in a spreadsheet program, save it as .xlsx and send that.',
  },
  SHEET_FILE_DAMAGED: {
    status: 422,
    zh: ({ part, problem }) => `文件已损坏，无法读完（${part}：${problem}）。请在表格软件中打开并另存后重新上传。`,
    en: ({ part, problem }) =>
      `The file is damaged and cannot be read to its end (${part}: ${problem}). Please open it in a spreadsheet program, save it anew and send that.`,
  },
  SHEET_ENTITIES_DECLARED: {
    status: 422,
    zh: ({ part }) => `文件内含有不允许的实体声明（${part}），已拒绝读取。`,
    en: ({ part }) => `The file declares entities (${part}), which no spreadsheet program does. It was not read.`,
  },
  SHEET_FILE_INFLATES: {
    status: 413,
    zh: ({ part, limitBytes, limitRatio }) =>
      `文件展开后过大（${part}）：上限 ${mebibytes(limitBytes)} MiB，压缩比上限 ${limitRatio}。请分成几个文件上传。`,
    en: ({ part, limitBytes, limitRatio }) =>
      `The file grows too large when unpacked (${part}): the limit is ${mebibytes(limitBytes)} MiB and ${limitRatio} times its size. Please send it in parts.`,
  },
  SHEET_TOO_MANY_PARTS: {
    status: 413,
    zh: ({ limit }) => `文件内的部件过多，上限 ${limit} 个。请删去图片等附件后重新上传。`,
    en: ({ limit }) => `The file has too many parts; the limit is ${limit}. Please take out pictures and send it again.`,
  },
  SHEET_TOO_MANY_SHEETS: {
    status: 413,
    zh: ({ limit }) => `工作表过多，上限 ${limit} 个。`,
    en: ({ limit }) => `The file has too many sheets; the limit is ${limit}.`,
  },
  SHEET_TOO_MANY_ROWS: {
    status: 413,
    zh: ({ sheet, limit }) => `工作表“${sheet}”的行数超过上限 ${limit}。请分成几个文件上传。`,
    en: ({ sheet, limit }) => `The sheet "${sheet}" has more than ${limit} rows. Please send it in parts.`,
  },
  SHEET_TOO_WIDE: {
    status: 413,
    zh: ({ sheet, row, limit }) => `工作表“${sheet}”第 ${row} 行在第 ${limit} 列之后还有内容。请删去多余的列。`,
    en: ({ sheet, row, limit }) =>
      `Row ${row} of the sheet "${sheet}" goes on past column ${limit}. Please delete the columns that are not needed.`,
  },
  SHEET_TOO_MANY_MERGES: {
    status: 413,
    zh: ({ sheet, limit }) => `工作表“${sheet}”的合并单元格超过 ${limit} 处。`,
    en: ({ sheet, limit }) => `The sheet "${sheet}" has more than ${limit} merged ranges.`,
  },
  SHEET_TOO_MUCH_TEXT: {
    status: 413,
    zh: ({ limit }) => `文件内的文字超过上限（${limit} 字）。请分成几个文件上传。`,
    en: ({ limit }) => `The file holds too much text; the limit is ${limit} characters. Please send it in parts.`,
  },
  SHEET_CELL_TOO_LONG: {
    status: 413,
    zh: ({ sheet, row, limit }) => `“${sheet}”第 ${row} 行有单元格超过 ${limit} 字。`,
    en: ({ sheet, row, limit }) => `A cell in row ${row} of "${sheet}" has more than ${limit} characters.`,
  },
  SHEET_ENCODING_UNKNOWN: {
    status: 422,
    zh: () => '无法识别文字编码。请另存为 UTF-8 或 GB18030（GBK）编码的 .csv，或存为 .xlsx。',
    en: () => 'The encoding of the text is not known. Please save it as .csv in UTF-8 or GB18030 (GBK), or as .xlsx.',
  },
  SHEET_QUOTE_OPEN: {
    status: 422,
    zh: ({ row }) => `第 ${row} 行的引号没有成对，其后的内容无法分列。`,
    en: ({ row }) => `A quote that begins in row ${row} is never closed, so what follows cannot be told apart.`,
  },
  SHEET_UNKNOWN: {
    status: 404,
    zh: ({ sheet, sheets }) => `没有第 ${sheet + 1} 张工作表；文件共有 ${sheets} 张。`,
    en: ({ sheet, sheets }) => `There is no sheet ${sheet + 1}; the file has ${sheets}.`,
  },
}
