import type { Sentence } from '../../../kernel/refusals.ts'
import type { Strata } from '../rules/draw/draw.ts'
import type { DoubtKind, DoubtState } from '../rules/doubts/doubt.ts'
import type { Finding, Outcome, RecheckState, Tier } from '../rules/recheck.ts'

type Names<Key extends string> = { readonly [Name in Key]: Sentence }

export const tierNames: Names<Tier> = {
  unit: { zh: '本单位', en: 'unit' },
  town: { zh: '乡镇（街道）', en: 'town' },
  county: { zh: '县级', en: 'county' },
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
}

export const stateNames: Names<RecheckState> = {
  drawn: { zh: '待派人', en: 'drawn' },
  assigned: { zh: '待复核', en: 'to be rechecked' },
  unconfirmed: { zh: '待第二人确认', en: 'waiting for a second person' },
  settled: { zh: '已办结', en: 'settled' },
  cancelled: { zh: '已作废', en: 'cancelled' },
}

export const findingNames: Names<Finding> = {
  true: { zh: '销号属实', en: 'truly closed' },
  false: { zh: '虚假销号', en: 'falsely closed' },
  cameBack: { zh: '销号后复发', en: 'came back since' },
  unjudged: { zh: '无法判断', en: 'could not be judged' },
}

export const outcomeNames: Names<Outcome> = {
  ...findingNames,
  notConfirmed: { zh: '第二人未确认', en: 'not confirmed' },
}

export const strataNames: Names<Strata> = {
  none: { zh: '不分层', en: 'none' },
  county: { zh: '按县', en: 'by county' },
  level: { zh: '按级别', en: 'by level' },
  closer: { zh: '按销号人', en: 'by who closed' },
}

/** Each says that somebody should look, and none that anything is wrong. */
export const doubtNames: Names<DoubtKind> = {
  photoExact: { zh: '照片出现过', en: 'Photo seen before' },
  photoNear: { zh: '照片画面相同', en: 'Same picture seen before' },
  travel: { zh: '两地相距过远', en: 'Two places too far apart' },
  seconds: { zh: '检查用时很短', en: 'A very short check' },
  copiedText: { zh: '文字相同', en: 'The same text' },
  far: { zh: '定位离对象较远', en: 'A position far from the unit' },
}

export const doubtStateNames: Names<DoubtState> = {
  raised: { zh: '待查看', en: 'to be looked at' },
  explained: { zh: '已说明', en: 'explained' },
  substantiated: { zh: '查实', en: 'substantiated' },
}
