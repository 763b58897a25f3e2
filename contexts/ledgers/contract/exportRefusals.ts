import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { ExportState } from '../rules/exporting.ts'
import { exportStateNames } from './exportNames.ts'

/** The facts of each refusal of exports. */
export type ExportFacts = {
  EXPORT_LIST_UNKNOWN: { list: string }
  EXPORT_FILTER_REFUSED: { code: string; sentence: Sentence }
  EXPORT_FILTER_PERSONAL: Record<never, never>
  EXPORTS_TOO_MANY: { underway: number; most: number }
  EXPORT_NOT_READY: { state: ExportState }
  EXPORT_ENDED: { state: ExportState }
  EXPORT_EXPIRED: { expiredAt: string }
  EXPORT_RIGHT_LOST: { lost: 'post' | 'action' | 'scope' }
  EXPORT_DISK_FULL: { freeBytes: number; neededBytes: number }
  EXPORT_RANGE_UNSATISFIABLE: { sizeBytes: number }
}

const lostZh = { post: '该岗位已终止', action: '该岗位已无权查看此列表', scope: '该岗位的管辖范围已缩小或变更' } as const
const lostEn = {
  post: 'the post has ended',
  action: 'the post may no longer read this list',
  scope: 'the scope of the post has become narrower or another',
} as const

const gigabytes = (bytes: number): string => (bytes / 1_073_741_824).toFixed(1)

export const exportRefusals: RefusalTable<ExportFacts> = {
  EXPORT_LIST_UNKNOWN: {
    status: 404,
    zh: ({ list }) => `没有可导出的列表“${list}”。`,
    en: ({ list }) => `There is no list ${list} to export.`,
  },
  EXPORT_FILTER_REFUSED: { status: 422, zh: ({ sentence }) => sentence.zh, en: ({ sentence }) => sentence.en },
  EXPORT_FILTER_PERSONAL: {
    status: 422,
    zh: () => '筛选中含有手机号或身份证号，不能导出：号码会随导出留存。请换用姓名、单位等条件。',
    en: () => 'The filters hold a phone or identity number, which would be kept with the export. Please filter by something else.',
  },
  EXPORTS_TOO_MANY: {
    status: 409,
    zh: ({ underway, most }) => `您已有 ${underway} 个导出正在进行，最多 ${most} 个。请等待完成，或在“导出”页取消。`,
    en: ({ underway, most }) =>
      `${underway} of your exports are under way; ${most} are the most. Please wait, or cancel one on the page of exports.`,
  },
  EXPORT_NOT_READY: {
    status: 409,
    zh: ({ state }) => `文件不可下载：${exportStateNames[state].zh}。`,
    en: ({ state }) => `There is no file to download: ${exportStateNames[state].en.toLowerCase()}.`,
  },
  EXPORT_ENDED: {
    status: 409,
    zh: ({ state }) => `导出已结束（${exportStateNames[state].zh}），无可取消。`,
    en: ({ state }) => `The export has ended (${exportStateNames[state].en.toLowerCase()}); there is nothing to cancel.`,
  },
  EXPORT_EXPIRED: {
    status: 410,
    zh: () => '文件已过保存期限并删除，请重新导出。',
    en: () => 'The file was kept for its time and is gone. Please export again.',
  },
  EXPORT_RIGHT_LOST: {
    status: 403,
    zh: ({ lost }) => `导出后权限有变：${lostZh[lost]}，文件不再提供。`,
    en: ({ lost }) => `Since this was exported ${lostEn[lost]}, so the file is no longer given out.`,
  },
  EXPORT_DISK_FULL: {
    status: 503,
    zh: ({ freeBytes }) => `服务器磁盘空间不足（剩余 ${gigabytes(freeBytes)} GB），请联系系统管理员。`,
    en: ({ freeBytes }) => `The server’s disk is nearly full (${gigabytes(freeBytes)} GB left). Please tell the system administrator.`,
  },
  EXPORT_RANGE_UNSATISFIABLE: {
    status: 416,
    zh: ({ sizeBytes }) => `请求的范围超出文件，文件共 ${sizeBytes} 字节。`,
    en: ({ sizeBytes }) => `The range lies outside the file, which has ${sizeBytes} bytes.`,
  },
}
