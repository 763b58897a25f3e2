import type { LawRow } from '../../../kernel/law.ts'

const ownRule = {
  standard: 'Anlan 安澜',
  edition: '1',
  inForceFrom: '2026-01-01',
  inForceTo: null,
  confidence: 'low',
} as const

/** Limits of imports that no law sets. */
export const importLimits = {
  sizeMiB: {
    ...ownRule,
    clause: 'ledgers 1',
    key: 'ledgers.import.size',
    // 1,000,000 rows of 20 columns have about 150 MiB.
    value: 200,
    unit: 'MiB',
    tighten: 'lower',
    zh: '单份台账文件的最大大小',
    en: 'Largest size of a ledger that is sent',
    usedIn: ['ledger.import'],
  },
  heldMiB: {
    ...ownRule,
    clause: 'ledgers 2',
    key: 'ledgers.import.held',
    value: 4096,
    unit: 'MiB',
    tighten: 'lower',
    zh: '每个单位在存台账文件的总量上限',
    en: 'How much an organisation may have in ledgers that are kept',
    usedIn: ['ledger.import'],
  },
  running: {
    ...ownRule,
    clause: 'ledgers 3',
    key: 'ledgers.import.running',
    value: 2,
    unit: '',
    tighten: 'lower',
    zh: '每个单位同时进行的导入数上限',
    en: 'How many imports of an organisation may run at a time',
    usedIn: ['ledger.import'],
  },
  keepDays: {
    ...ownRule,
    clause: 'ledgers 4',
    key: 'ledgers.import.keepDays',
    // 个人信息保护法 art. 19: no longer than the purpose needs. A row sent back is mended within a quarter.
    value: 90,
    unit: 'd',
    tighten: 'lower',
    strictest: 7,
    zh: '导入的台账文件及退回行的保存天数，期满自动删除（内含个人信息，仅为核对和补正保存）',
    en: 'Days for which a ledger that was sent, and the rows sent back, are kept: they hold personal data and serve to compare and to mend',
    usedIn: ['ledger.import', 'ledgers.purgeImports'],
  },
  unfinishedDays: {
    ...ownRule,
    clause: 'ledgers 5',
    key: 'ledgers.import.unfinishedDays',
    value: 7,
    unit: 'd',
    tighten: 'never',
    zh: '未传完的台账文件保留天数',
    en: 'Days for which a ledger whose upload did not end is kept',
    usedIn: ['ledger.import', 'ledgers.purgeImports'],
  },
} as const satisfies Record<string, LawRow<number>>
