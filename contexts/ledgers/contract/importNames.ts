import type { ImportDeed, ImportState } from '../rules/importState.ts'

/** How states are called: on a chip (`zh`, `en`), and in an English sentence. */
export const stateNames: Readonly<Record<ImportState, { readonly zh: string; readonly en: string; readonly inSentence: string }>> = {
  uploading: { zh: '正在上传', en: 'Uploading', inSentence: 'is being uploaded' },
  reading: { zh: '正在识别', en: 'Being read', inSentence: 'is being read' },
  waiting: { zh: '待核对栏目', en: 'Columns to confirm', inSentence: 'waits for its columns to be confirmed' },
  checking: { zh: '正在检查', en: 'Being checked', inSentence: 'is being checked' },
  checked: { zh: '已检查，待导入', en: 'Checked', inSentence: 'is checked and has not begun' },
  taking: { zh: '正在导入', en: 'Being imported', inSentence: 'is running' },
  paused: { zh: '已暂停', en: 'Paused', inSentence: 'is paused' },
  stopped: { zh: '已中止，可继续', en: 'Stopped', inSentence: 'has stopped' },
  done: { zh: '已完成', en: 'Done', inSentence: 'is done' },
  cancelled: { zh: '已放弃', en: 'Cancelled', inSentence: 'is cancelled' },
  unreadable: { zh: '无法读取', en: 'Unreadable', inSentence: 'could not be read' },
}

/** Deeds as a short imperative. */
export const deedNames: Readonly<Record<ImportDeed, { readonly zh: string; readonly en: string }>> = {
  match: { zh: '改动栏目对应', en: 'change its columns' },
  check: { zh: '检查', en: 'check it' },
  begin: { zh: '开始导入', en: 'begin it' },
  pause: { zh: '暂停', en: 'pause it' },
  goOn: { zh: '继续', en: 'go on with it' },
  cancel: { zh: '放弃', en: 'cancel it' },
}

/** Why the product stopped an import. */
export const stopNames = {
  POST_ENDED: {
    zh: '发起人的岗位已结束，导入中止；已导入的保留。岗位恢复后可由本人继续。',
    en: 'The post of whoever began it has ended, so it stopped; what is in stays. He or she may go on when the post is there again.',
  },
  ACTION_LOST: {
    zh: '发起人的岗位已无权导入这种台账，导入中止；已导入的保留。恢复权限后可由本人继续。',
    en: 'The post of whoever began it may no more import such a ledger, so it stopped; what is in stays. He or she may go on when it may again.',
  },
  FAULT: {
    zh: '系统在处理下一批时多次出错，导入中止；已导入的保留，系统管理员已收到报警。可稍后继续。',
    en: 'The product failed several times at the next rows, so it stopped; what is in stays, and the administrator was alarmed. You may go on later.',
  },
} as const

/** Why a row was passed over. */
export const skippedNames = {
  total: { zh: '合计行', en: 'A row of totals' },
  note: { zh: '说明行', en: 'A note' },
  head: { zh: '重复的表头', en: 'The head again' },
  empty: { zh: '空行（只有序号）', en: 'An empty row with a number' },
} as const
