/** How the desk and the audit speak of exports. */
export const exportDeedWords = {
  'export.make': { zh: '导出列表', en: 'Export a list' },
  'export.finish': { zh: '导出完成', en: 'An export is ready' },
  'export.stop': { zh: '导出中止', en: 'An export stopped' },
  'export.cancel': { zh: '取消导出', en: 'Cancel an export' },
  'export.download': { zh: '下载导出文件', en: 'Download an export' },
  'export.expire': { zh: '到期删除导出文件', en: 'Take an export away at the end of its time' },
} as const

/** Rules that are no deed, by the name that limits say they are used in. */
export const exportRules = {} as const
