import type { Sentence } from '../../../kernel/refusals.ts'
import type { ExportState } from '../rules/exporting.ts'

/** How each state of an export is called. */
export const exportStateNames: { readonly [State in ExportState]: Sentence } = {
  waiting: { zh: '等待', en: 'Waiting' },
  reading: { zh: '正在写入', en: 'Writing' },
  joining: { zh: '正在合成文件', en: 'Joining the file' },
  ready: { zh: '可下载', en: 'Ready' },
  stopped: { zh: '已中止', en: 'Stopped' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
}
