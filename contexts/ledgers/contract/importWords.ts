/** How the desk and the audit speak of imports. */
export const importDeedWords = {
  'ledger.import': { zh: '导入台账', en: 'Import a ledger' },
  'ledger.read': { zh: '查看台账导入', en: 'See what was imported' },
  'ledger.upload': { zh: '上传台账', en: 'Send a ledger' },
  'ledger.match': { zh: '核对台账栏目', en: 'Confirm the columns of a ledger' },
  'ledger.check': { zh: '检查台账', en: 'Check a ledger' },
  'ledger.begin': { zh: '开始导入台账', en: 'Begin to take a ledger in' },
  'ledger.pause': { zh: '暂停导入', en: 'Pause an import' },
  'ledger.goOn': { zh: '继续导入', en: 'Go on with an import' },
  'ledger.cancel': { zh: '放弃导入', en: 'Cancel an import' },
  'ledger.end': { zh: '导入结束', en: 'An import ended' },
  'ledger.stop': { zh: '导入中止', en: 'An import stopped' },
  'ledger.return': { zh: '下载退回的行', en: 'Download the rows sent back' },
  'ledger.purge': { zh: '到期删除台账文件', en: 'Take a ledger away at the end of its time' },
} as const

/** Rules that are no deed, by the name that limits say they are used in. */
export const importRules = {
  'ledgers.purgeImports': { zh: '台账文件到期删除', en: 'Ledgers are taken away at the end of their time' },
} as const
