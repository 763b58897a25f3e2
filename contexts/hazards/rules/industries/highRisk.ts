import type { LawRow } from '../../../../kernel/law.ts'
import { isWithinIndustry } from './industryTree.ts'

/** Lines of business that the law holds to more than others, whatever their size. */
export type HighRiskSector = 'mine' | 'metalSmelting' | 'construction' | 'roadTransport' | 'otherTransport' | 'hazardousGoods' | 'fireworks'

const article24 = {
  standard: '安全生产法',
  edition: '2021',
  clause: '第二十四条第一款',
  inForceFrom: '2021-09-01',
  inForceTo: null,
  unit: '',
  tighten: 'never',
  usedIn: ['hazards.highRiskSectorsOf'],
} as const

/**
 * Article 24 names the sectors in words; the codes of GB/T 4754 are read into them here. `value` is codes with blanks
 * between them: a unit of any of these, or of anything below them, belongs to the sector. What a unit really makes and
 * stores decides in the end, so a register may tag it where its code does not tell (a paint shop with a solvent store).
 */
export const highRiskRows = {
  mine: {
    ...article24,
    key: 'hazards.highRisk.mine',
    confidence: 'medium',
    value: 'B',
    zh: '矿山行业的国民经济行业代码（安全生产法第二十四条：不论人数均应设置安全机构或配备专职人员）',
    en: 'Industry codes that are mines; under article 24 they always have a safety body or full-time safety staff',
  },
  metalSmelting: {
    ...article24,
    key: 'hazards.highRisk.metalSmelting',
    confidence: 'medium',
    value: '311 312 314 321 322 323 324 3391 3392',
    zh: '金属冶炼行业的国民经济行业代码（含合金制造与黑色、有色金属铸造，按金属冶炼目录2015版换算）',
    en: 'Industry codes that are metal smelting, with alloys and casting of metals as in the smelting catalogue of 2015',
  },
  construction: {
    ...article24,
    key: 'hazards.highRisk.construction',
    confidence: 'high',
    value: 'E',
    zh: '建筑施工行业的国民经济行业代码',
    en: 'Industry codes that are construction',
  },
  roadTransport: {
    ...article24,
    key: 'hazards.highRisk.roadTransport',
    confidence: 'high',
    value: '54',
    zh: '道路运输行业的国民经济行业代码',
    en: 'Industry codes that are road transport',
  },
  otherTransport: {
    ...article24,
    key: 'hazards.highRisk.otherTransport',
    confidence: 'medium',
    value: '53 55 56 57',
    zh: '铁路、水上、航空、管道运输行业的国民经济行业代码（2021年修改后第二十四条为“运输单位”，不限于道路）',
    en: 'Industry codes that are transport by rail, water, air or pipeline: since 2021 the article speaks of transport in general',
  },
  hazardousGoods: {
    ...article24,
    key: 'hazards.highRisk.hazardousGoods',
    clause: '第二十四条第一款、第一百一十七条',
    confidence: 'medium',
    value: '251 252 253 261 262 263 264 265 266 2671 271 45 5162 5167 5169 5265 5266 5296 5435 57 594',
    zh: '危险物品（含危险化学品、燃气、民用爆炸物品、核燃料）生产、经营、储存、装卸行业的国民经济行业代码',
    en: 'Industry codes that make, sell, store or load dangerous goods: chemicals, fuel gas, civil explosives, nuclear fuel',
  },
  fireworks: {
    ...article24,
    key: 'hazards.highRisk.fireworks',
    clause: '第二十四条第一款、第一百一十七条',
    confidence: 'high',
    value: '2672',
    zh: '烟花爆竹行业的国民经济行业代码',
    en: 'Industry codes that are fireworks',
  },
} as const satisfies Record<HighRiskSector, LawRow<string>>

const sectors = Object.keys(highRiskRows) as HighRiskSector[]

/** The high-risk sectors of an industry code, in the order of article 24; empty for an ordinary or unknown one. */
export const highRiskSectorsOf = (typed: string): readonly HighRiskSector[] =>
  sectors.filter((sector) => highRiskRows[sector].value.split(' ').some((code) => isWithinIndustry(typed, code)))

/** Whether the law always asks for full-time safety staff there, whatever the head count (安全生产法 art. 24). */
export const isHighRisk = (typed: string): boolean => highRiskSectorsOf(typed).length > 0
