import type { LawRow, Tightened } from '../../../kernel/law.ts'
import { numberOf } from './limits.ts'
import { no, type Verdict } from './refusalFacts.ts'

/** The four colours of risk, gravest first: 重大, 较大, 一般, 低. */
export const riskColours = ['red', 'orange', 'yellow', 'blue'] as const

export type RiskColour = (typeof riskColours)[number]

export const riskColourNames: { readonly [Colour in RiskColour]: { readonly zh: string; readonly en: string } } = {
  red: { zh: '红色（重大风险）', en: 'red (major risk)' },
  orange: { zh: '橙色（较大风险）', en: 'orange (considerable risk)' },
  yellow: { zh: '黄色（一般风险）', en: 'yellow (moderate risk)' },
  blue: { zh: '蓝色（低风险）', en: 'blue (low risk)' },
}

const matrix = {
  standard: 'DB37/T 2883 风险分级管控体系通则',
  edition: '2016',
  clause: '附录 A 风险矩阵法（LS）',
  inForceFrom: '2016-11-01',
  inForceTo: null,
  confidence: 'medium',
  unit: '',
  tighten: 'lower',
  usedIn: ['risk.ls'],
} as const

const lec = {
  ...matrix,
  clause: '附录 A 作业条件危险性分析法（LEC）',
  usedIn: ['risk.lec'],
} as const

/** From which product on a colour begins (LS), and above which danger it begins (LEC). */
export const riskLimits = {
  lsRed: {
    ...matrix,
    key: 'hazards.risk.ls.red',
    value: 20,
    strictest: 9,
    zh: 'LS 法红色起点（R 不小于）',
    en: 'LS: red from this product on',
  },
  lsOrange: {
    ...matrix,
    key: 'hazards.risk.ls.orange',
    value: 15,
    strictest: 6,
    zh: 'LS 法橙色起点（R 不小于）',
    en: 'LS: orange from this product on',
  },
  lsYellow: {
    ...matrix,
    key: 'hazards.risk.ls.yellow',
    value: 9,
    strictest: 3,
    zh: 'LS 法黄色起点（R 不小于）',
    en: 'LS: yellow from this product on',
  },
  lecRed: {
    ...lec,
    key: 'hazards.risk.lec.red',
    value: 320,
    strictest: 70,
    zh: 'LEC 法红色下界（D 大于）',
    en: 'LEC: red above this danger',
  },
  lecOrange: {
    ...lec,
    key: 'hazards.risk.lec.orange',
    value: 160,
    strictest: 40,
    zh: 'LEC 法橙色下界（D 大于）',
    en: 'LEC: orange above this danger',
  },
  lecYellow: {
    ...lec,
    key: 'hazards.risk.lec.yellow',
    value: 70,
    strictest: 20,
    zh: 'LEC 法黄色下界（D 大于）',
    en: 'LEC: yellow above this danger',
  },
} as const satisfies Record<string, LawRow<number>>

/** The values that the methods allow. */
export const riskScales = {
  ls: { L: [1, 2, 3, 4, 5], S: [1, 2, 3, 4, 5] },
  lec: { L: [10, 6, 3, 1, 0.5, 0.2, 0.1], E: [10, 6, 3, 2, 1, 0.5], C: [100, 40, 15, 7, 3, 1] },
} as const

/** What a method says, with how it came to it. */
export type RiskVerdict = {
  readonly score: number
  readonly colour: RiskColour
  /** The law row whose threshold decided; null for blue, which no threshold begins. */
  readonly row: string | null
}

const gradedBy = (
  score: number,
  rows: readonly (readonly [LawRow<number>, RiskColour])[],
  reaches: (score: number, bound: number) => boolean,
  tightened: Tightened,
): RiskVerdict => {
  const hit = rows.find(([row]) => reaches(score, numberOf(row, tightened)))
  return hit === undefined ? { score, colour: 'blue', row: null } : { score, colour: hit[1], row: hit[0].key }
}

/** Products such as 0.2 × 0.5 × 7 carry an error in the last bit; no two products of the scales lie this near. */
const settled = (value: number): number => Math.round(value * 1e6) / 1e6

/** LS: likelihood × severity, 1 to 5 each. 20 and 25 are red, 15 and 16 orange, 9, 10 and 12 yellow, less blue. */
export const riskByLs = (given: { readonly L: number; readonly S: number }, tightened: Tightened): Verdict<RiskVerdict> => {
  for (const factor of ['L', 'S'] as const) {
    const scale: readonly number[] = riskScales.ls[factor]
    if (!scale.includes(given[factor])) return no('RISK_VALUE_OFF_SCALE', { method: 'LS', factor, value: given[factor], scale })
  }
  const { lsRed, lsOrange, lsYellow } = riskLimits
  const rows = [
    [lsRed, 'red'],
    [lsOrange, 'orange'],
    [lsYellow, 'yellow'],
  ] as const
  return { ok: true, value: gradedBy(given.L * given.S, rows, (score, bound) => score >= bound, tightened) }
}

/** LEC: likelihood × exposure × consequence. Above 320 red, above 160 orange, above 70 yellow, up to 70 blue. */
export const riskByLec = (
  given: { readonly L: number; readonly E: number; readonly C: number },
  tightened: Tightened,
): Verdict<RiskVerdict> => {
  for (const factor of ['L', 'E', 'C'] as const) {
    const scale: readonly number[] = riskScales.lec[factor]
    if (!scale.includes(given[factor])) return no('RISK_VALUE_OFF_SCALE', { method: 'LEC', factor, value: given[factor], scale })
  }
  const { lecRed, lecOrange, lecYellow } = riskLimits
  const rows = [
    [lecRed, 'red'],
    [lecOrange, 'orange'],
    [lecYellow, 'yellow'],
  ] as const
  return { ok: true, value: gradedBy(settled(given.L * given.E * given.C), rows, (score, bound) => score > bound, tightened) }
}

/** What makes a risk red whatever its score (直接判定为重大风险). */
export const redReasons = {
  majorHazardOpen: { zh: '存在未销号的重大事故隐患', en: 'A major hazard is open', confidence: 'medium' },
  majorSourceOneOrTwo: { zh: '构成一级、二级重大危险源', en: 'A major hazard source of level 1 or 2', confidence: 'medium' },
  mandatoryClauseBroken: {
    zh: '违反法律、法规及国家标准、行业标准中的强制性条款',
    en: 'A mandatory clause of law or standard is broken',
    confidence: 'medium',
  },
  accidentCauseRemains: {
    zh: '发生过死亡、重伤、职业病或较大财产损失的事故，且条件依然存在',
    en: 'An accident with death, grave injury, disease or great loss happened and its conditions remain',
    confidence: 'medium',
  },
  tenPeopleInDanger: {
    zh: '有中毒、爆炸、火灾危险的场所作业人员在10人以上',
    en: 'Ten people or more work where poison, explosion or fire threatens',
    confidence: 'medium',
  },
} as const

export type RedReason = keyof typeof redReasons

/** The colour in force: red for any reason of the list, else what the method says. */
export const riskColour = (
  verdict: RiskVerdict,
  reasons: readonly RedReason[],
): { readonly colour: RiskColour; readonly because: readonly RedReason[] } =>
  reasons.length > 0 ? { colour: 'red', because: reasons } : { colour: verdict.colour, because: [] }
