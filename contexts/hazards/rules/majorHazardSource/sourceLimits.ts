import type { LawRow } from '../../../../kernel/law.ts'
import { categoryTable, substanceTable } from './substanceTable.ts'

const gb18218 = {
  standard: 'GB 18218 危险化学品重大危险源辨识',
  edition: '2018',
  inForceFrom: '2019-03-01',
  inForceTo: null,
  confidence: 'high',
  unit: '',
  tighten: 'never',
  usedIn: ['majorHazardSource'],
} as const

/** GB 18218-2018 4.2 and 4.3: when a unit is a major hazard source, and of which level. */
export const sourceLimits = {
  s: {
    ...gb18218,
    key: 'hazards.source.s',
    clause: '4.2',
    value: 1,
    zh: '构成重大危险源的 S 值（不小于）',
    en: 'S from which on a unit is a major hazard source',
  },
  level1: {
    ...gb18218,
    key: 'hazards.source.level1',
    clause: '4.3.2 表6',
    value: 100,
    zh: '一级重大危险源的 R 值（不小于）',
    en: 'R from which on a source is of level 1',
  },
  level2: {
    ...gb18218,
    key: 'hazards.source.level2',
    clause: '4.3.2 表6',
    value: 50,
    zh: '二级重大危险源的 R 值（不小于）',
    en: 'R from which on a source is of level 2',
  },
  level3: {
    ...gb18218,
    key: 'hazards.source.level3',
    clause: '4.3.2 表6',
    value: 10,
    zh: '三级重大危险源的 R 值（不小于），以下为四级',
    en: 'R from which on a source is of level 3; below it is of level 4',
  },
  alpha100: {
    ...gb18218,
    key: 'hazards.source.alpha.people100',
    clause: '4.3.2 表5',
    value: 2,
    zh: '厂区边界外500米内常住100人以上的校正系数 α',
    en: 'α where 100 people or more live within 500 m of the fence',
  },
  alpha50: {
    ...gb18218,
    key: 'hazards.source.alpha.people50',
    clause: '4.3.2 表5',
    value: 1.5,
    zh: '厂区边界外500米内常住50至99人的校正系数 α',
    en: 'α where 50 to 99 people live within 500 m of the fence',
  },
  alpha30: {
    ...gb18218,
    key: 'hazards.source.alpha.people30',
    clause: '4.3.2 表5',
    value: 1.2,
    zh: '厂区边界外500米内常住30至49人的校正系数 α',
    en: 'α where 30 to 49 people live within 500 m of the fence',
  },
  alpha1: {
    ...gb18218,
    key: 'hazards.source.alpha.people1',
    clause: '4.3.2 表5',
    value: 1,
    zh: '厂区边界外500米内常住1至29人的校正系数 α',
    en: 'α where 1 to 29 people live within 500 m of the fence',
  },
  alpha0: {
    ...gb18218,
    key: 'hazards.source.alpha.people0',
    clause: '4.3.2 表5',
    value: 0.5,
    zh: '厂区边界外500米内无常住人口的校正系数 α',
    en: 'α where nobody lives within 500 m of the fence',
  },
} as const satisfies Record<string, LawRow<number>>

/** The key of a substance's critical quantity. */
export const table1Key = (no: number): string => `hazards.source.table1.no${no}`
export const table2Key = (code: string): string => `hazards.source.table2.${code}`
export const table3Key = (no: number): string => `hazards.source.table3.no${no}`
export const table4Key = (code: string): string => `hazards.source.table4.${code}`

const tableRow = (clause: string, key: string, value: number, unit: string, zh: string, en: string): LawRow<number> => ({
  ...gb18218,
  confidence: 'medium',
  clause,
  key,
  value,
  unit,
  zh,
  en,
})

/** Every value of tables 1 to 4, each a row that can be compared with the official text. */
export const sourceTableRows: readonly LawRow<number>[] = [
  ...substanceTable.map(({ no, zh, en, criticalTonnes, confidence }) => ({
    ...tableRow('4.1.2 表1', table1Key(no), criticalTonnes, 't', `${zh}的临界量`, `Critical quantity of ${en}`),
    confidence,
  })),
  ...categoryTable.map(({ code, criticalTonnes, zh, en }) =>
    tableRow('4.1.2 表2', table2Key(code), criticalTonnes, 't', `${code} ${zh}的临界量`, `Critical quantity of ${code}, ${en}`),
  ),
  ...substanceTable.flatMap(({ no, zh, en, toxicBeta }) =>
    toxicBeta === null ? [] : [tableRow('4.3.2 表3', table3Key(no), toxicBeta, '', `${zh}的校正系数 β`, `β of ${en}`)],
  ),
  ...categoryTable.map(({ code, beta, zh, en }) =>
    tableRow('4.3.2 表4', table4Key(code), beta, '', `${code} ${zh}的校正系数 β`, `β of ${code}, ${en}`),
  ),
]
