import type { LawRow } from '../../../kernel/law.ts'
import type { Level } from './hazard.ts'

/**
 * 责令限期整改指令书, which an authority issues; 隐患整改通知单, where the unit's own manager ordered; 挂牌督办通知书; 整改复查意见书.
 */
export type PaperKind = 'order' | 'notice' | 'listing' | 'review'

/** A clause that a paper names, and the law it stands in. */
export type Basis = { readonly law: 'safetyLaw' | 'order16'; readonly zh: string; readonly en: string }

/** The laws that papers rest on, by their names. */
export const laws = {
  safetyLaw: { zh: '《中华人民共和国安全生产法》', en: 'Work Safety Law (2021)' },
  order16: { zh: '《安全生产事故隐患排查治理暂行规定》', en: 'Order 16 (2007)' },
} as const

const report: Basis = { law: 'safetyLaw', zh: '第四十一条', en: 'art. 41' }
const remove: Basis = { law: 'safetyLaw', zh: '第六十五条第一款第三项', en: 'art. 65 (1) 3' }
const putRight: Basis = { law: 'order16', zh: '第十五条', en: 'art. 15' }
const guard: Basis = { law: 'order16', zh: '第十六条', en: 'art. 16' }
const judge: Basis = { law: 'order16', zh: '第十八条', en: 'art. 18' }
const siteReview: Basis = { law: 'order16', zh: '第二十三条', en: 'art. 23' }

/** The clauses that a paper rests on, by what it is, by whom, and for which level. */
export const basesOf = (kind: PaperKind, byAuthority: boolean, level: Level): readonly Basis[] => {
  switch (kind) {
    case 'order':
      return level === 'major' ? [report, remove, putRight, guard] : [report, remove, putRight]
    case 'notice':
      return level === 'major' ? [report, putRight, guard] : [report, putRight]
    case 'listing':
      return [report, putRight]
    case 'review':
      if (level === 'major') return [report, remove, judge, siteReview]
      return byAuthority ? [report, remove] : [report, putRight]
  }
}

/** What an authority's paper says of remedies; both are periods of the law that nobody may change. */
export const remedyLimits = {
  reconsiderationDays: {
    key: 'hazards.remedy.reconsiderationDays',
    standard: '行政复议法',
    edition: '2023',
    inForceFrom: '2024-01-01',
    inForceTo: null,
    clause: '第二十条',
    confidence: 'high',
    value: 60,
    unit: 'd',
    tighten: 'never',
    zh: '自知道责令整改之日起几日内可以申请行政复议',
    en: 'Days from the knowledge of an order within which its reconsideration can be asked for',
    usedIn: ['hazard.read'],
  },
  lawsuitMonths: {
    key: 'hazards.remedy.lawsuitMonths',
    standard: '行政诉讼法',
    edition: '2017',
    inForceFrom: '2017-07-01',
    inForceTo: null,
    clause: '第四十六条',
    confidence: 'high',
    value: 6,
    unit: 'mo',
    tighten: 'never',
    zh: '自知道责令整改之日起几个月内可以提起行政诉讼',
    en: 'Months from the knowledge of an order within which a court can be asked',
    usedIn: ['hazard.read'],
  },
} as const satisfies Record<string, LawRow<number>>
