import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { ImportDeed, ImportState } from '../rules/importState.ts'
import { deedNames, stateNames } from './importNames.ts'

/** The facts of each refusal of imports. */
export type ImportFacts = {
  IMPORT_TOO_LARGE: { sizeBytes: number; limitBytes: number }
  IMPORT_QUOTA_REACHED: { usedBytes: number; limitBytes: number }
  IMPORT_STORE_FULL: Record<string, never>
  IMPORT_OFFSET_WRONG: { receivedBytes: number; sizeBytes: number }
  IMPORT_CHUNK_TOO_LARGE: { limitBytes: number }
  IMPORT_LONGER_THAN_DECLARED: { sizeBytes: number }
  IMPORT_STATE_WRONG: { state: ImportState; deed: ImportDeed }
  IMPORT_LIMIT_REACHED: { running: number; limit: number }
  IMPORT_KIND_UNKNOWN: { kind: string }
  IMPORT_KIND_NOT_GRANTED: { kind: Sentence }
  IMPORT_CHOICE_UNKNOWN: { choice: string }
  IMPORT_SHEET_UNKNOWN: { sheet: number }
  IMPORT_COLUMN_WRONG: { sheet: string; key: string }
  IMPORT_NO_SHEET: Record<string, never>
  IMPORT_HEAD_MISSING: { sheet: string }
  IMPORT_HEAD_WRONG: { sheet: string; rows: readonly number[] }
  IMPORT_COLUMNS_MISSING: { sheet: string; columns: readonly Sentence[] }
  IMPORT_UNREADABLE: { sentence: Sentence }
  IMPORT_FILE_GONE: { purgedAt: string | null }
  IMPORT_NOTHING_RETURNED: Record<string, never>
}

const size = (bytes: number): string => `${Number((bytes / 1024 ** 2).toFixed(1))} MiB`

export const importRefusals: RefusalTable<ImportFacts> = {
  IMPORT_TOO_LARGE: {
    status: 413,
    zh: ({ sizeBytes, limitBytes }) => `文件大小为 ${size(sizeBytes)}，超过上限 ${size(limitBytes)}。请分成几个文件导入。`,
    en: ({ sizeBytes, limitBytes }) =>
      `A ledger may have ${size(limitBytes)} at most; this one has ${size(sizeBytes)}. Please send it in parts.`,
  },
  IMPORT_QUOTA_REACHED: {
    status: 413,
    zh: ({ usedBytes, limitBytes }) =>
      `本单位在存的台账文件已达 ${size(usedBytes)}，上限 ${size(limitBytes)}。请放弃不再需要的导入后再试。`,
    en: ({ usedBytes, limitBytes }) =>
      `The ledgers of this organisation come to ${size(usedBytes)}; the limit is ${size(limitBytes)}. Please cancel imports that are not needed any more.`,
  },
  IMPORT_STORE_FULL: {
    status: 503,
    zh: () => '服务器磁盘空间不足，请联系系统管理员，稍后再传。',
    en: () => 'The disk of the server is full. Please tell the system administrator and send the file later.',
  },
  IMPORT_OFFSET_WRONG: {
    status: 409,
    zh: ({ receivedBytes }) => `续传位置不符，请从第 ${receivedBytes} 字节继续。`,
    en: ({ receivedBytes }) => `The upload continues at byte ${receivedBytes}.`,
  },
  IMPORT_CHUNK_TOO_LARGE: {
    status: 413,
    zh: ({ limitBytes }) => `单次上传的分段不得超过 ${size(limitBytes)}。`,
    en: ({ limitBytes }) => `One chunk may have ${size(limitBytes)} at most.`,
  },
  IMPORT_LONGER_THAN_DECLARED: {
    status: 422,
    zh: ({ sizeBytes }) => `内容超出了声明的 ${sizeBytes} 字节。`,
    en: ({ sizeBytes }) => `More came than the ${sizeBytes} bytes that were declared.`,
  },
  IMPORT_STATE_WRONG: {
    status: 409,
    zh: ({ state, deed }) => `这次导入${stateNames[state].zh}，不能${deedNames[deed].zh}。`,
    en: ({ state, deed }) => `This import ${stateNames[state].inSentence}; it is not possible to ${deedNames[deed].en} now.`,
  },
  IMPORT_LIMIT_REACHED: {
    status: 409,
    zh: ({ running, limit }) => `本单位已有 ${running} 项导入正在进行，上限 ${limit} 项。请等其中一项完成或暂停后再开始。`,
    en: ({ running, limit }) =>
      `${running} imports of this organisation are running; the limit is ${limit}. Please begin when one of them is done or paused.`,
  },
  IMPORT_KIND_UNKNOWN: {
    status: 422,
    zh: ({ kind }) => `没有“${kind}”这种台账。`,
    en: ({ kind }) => `There is no kind of ledger called "${kind}".`,
  },
  IMPORT_KIND_NOT_GRANTED: {
    status: 403,
    zh: ({ kind }) => `当前岗位无权登记${kind.zh}中的内容，不能导入这种台账。`,
    en: ({ kind }) => `This post may not record what stands in a ledger of this kind (${kind.en}), so it may not import one.`,
  },
  IMPORT_CHOICE_UNKNOWN: {
    status: 422,
    zh: ({ choice }) => `没有“${choice}”这个选项。`,
    en: ({ choice }) => `There is no choice "${choice}".`,
  },
  IMPORT_SHEET_UNKNOWN: {
    status: 422,
    zh: ({ sheet }) => `文件中没有第 ${sheet + 1} 张工作表。`,
    en: ({ sheet }) => `The file has no sheet ${sheet + 1}.`,
  },
  IMPORT_COLUMN_WRONG: {
    status: 422,
    zh: ({ sheet, key }) => `工作表“${sheet}”中，“${key}”对应了两列，或不是这种台账的栏目。`,
    en: ({ sheet, key }) => `In the sheet "${sheet}", "${key}" stands for two columns, or is no column of this kind of ledger.`,
  },
  IMPORT_NO_SHEET: {
    status: 422,
    zh: () => '没有选中任何工作表。请至少选择一张要导入的工作表。',
    en: () => 'No sheet is chosen. Please choose at least one sheet to import.',
  },
  IMPORT_HEAD_MISSING: {
    status: 422,
    zh: ({ sheet }) => `工作表“${sheet}”没有找到表头。请指定表头所在的行，或不导入这张表。`,
    en: ({ sheet }) => `No head was found in the sheet "${sheet}". Please say which row is its head, or leave the sheet out.`,
  },
  IMPORT_HEAD_WRONG: {
    status: 422,
    zh: ({ sheet, rows }) => `工作表“${sheet}”的表头行 ${rows.join('、')} 无效：表头须是前 60 行中相连的一至三行，且有内容。`,
    en: ({ sheet, rows }) =>
      `Row ${rows.join(', ')} cannot be the head of the sheet "${sheet}": a head is one to three rows that follow each other among the first 60 and hold something.`,
  },
  IMPORT_COLUMNS_MISSING: {
    status: 422,
    zh: ({ sheet, columns }) => `工作表“${sheet}”缺少必需的栏目：${columns.map(({ zh }) => zh).join('、')}。请指定对应的列。`,
    en: ({ sheet, columns }) =>
      `The sheet "${sheet}" has no column for: ${columns.map(({ en }) => en).join(', ')}. Please say which columns they are.`,
  },
  IMPORT_UNREADABLE: { status: 422, zh: ({ sentence }) => sentence.zh, en: ({ sentence }) => sentence.en },
  IMPORT_FILE_GONE: {
    status: 410,
    zh: () => '台账文件已按保存期限删除，只留下处理结果的数字。',
    en: () => 'The ledger was taken away at the end of its time; only the counts of its result are kept.',
  },
  IMPORT_NOTHING_RETURNED: {
    status: 409,
    zh: () => '没有退回的行。',
    en: () => 'No row was sent back.',
  },
}
