import type { LawRow } from '../../../kernel/law.ts'
import type { Cause } from './causes.ts'

/** Who is fined: the unit, or a person who answers for it. */
export const partyKinds = ['unit', 'person'] as const

export type PartyKind = (typeof partyKinds)[number]

/** 行政处罚法 art. 9, beside a fine. */
export const otherPenalties = ['warning', 'confiscate', 'suspend', 'revoke', 'close'] as const

export type OtherPenalty = (typeof otherPenalties)[number]

/** Whether it is the first finding, or was ordered before and not put right in time (逾期未改正、拒不执行). */
export const branches = ['first', 'notMended', 'accident'] as const

export type Branch = (typeof branches)[number]

/** One way in which a clause punishes. Amounts in yuan, or in percent of the income of the year before. */
export type PenaltyRow = {
  readonly key: string
  /** Article of 安全生产法 2021. */
  readonly article: number
  readonly clause: string
  readonly branch: Branch
  readonly who: PartyKind
  /** Whom the clause names: 主要负责人, 直接负责的主管人员和其他直接责任人员. */
  readonly person: 'principal' | 'manager' | 'direct' | null
  readonly measure: 'yuan' | 'incomePercent'
  readonly lowest: number
  readonly highest: number
  readonly others: readonly OtherPenalty[]
  /** Cases that usually come under it. */
  readonly causes: readonly Cause[]
  /** The duty that was broken, by its clause, and what the breach is. */
  readonly violated: string
  readonly zh: string
  readonly en: string
}

type Amounts = readonly [lowest: number, highest: number]

type Article = Pick<PenaltyRow, 'article' | 'clause' | 'violated' | 'zh' | 'en'> & { readonly causes?: readonly Cause[] }

const row = (
  article: Article,
  branch: Branch,
  [lowest, highest]: Amounts,
  more: Partial<Pick<PenaltyRow, 'who' | 'person' | 'measure' | 'others'>> & { readonly part?: string } = {},
): PenaltyRow => {
  const { part, ...rest } = more
  const who = rest.who ?? 'unit'
  return {
    key: [`a${article.article}`, part, branch, who].filter((each) => each !== undefined).join('.'),
    person: null,
    measure: 'yuan',
    others: [],
    causes: [],
    ...article,
    ...rest,
    branch,
    who,
    lowest,
    highest,
  }
}

const a94: Article = {
  article: 94,
  clause: '第九十四条第一款',
  violated: '第二十一条',
  causes: ['dutyFailed', 'hazardMajor'],
  zh: '主要负责人未履行安全生产管理职责',
  en: 'The principal failed in the duties of managing safety',
}
const a95: Article = {
  article: 95,
  clause: '第九十五条',
  violated: '第二十一条',
  causes: ['dutyFailed'],
  zh: '主要负责人未履行职责导致发生一般事故',
  en: 'The principal failed in his duties and an ordinary accident came of it',
}
const a96: Article = {
  article: 96,
  clause: '第九十六条',
  violated: '第二十五条',
  causes: ['dutyFailed'],
  zh: '其他负责人和安全生产管理人员未履行职责',
  en: 'Another head or a safety officer failed in his duties',
}
const record: Article = {
  article: 97,
  clause: '第九十七条第五项',
  violated: '第四十一条第二款',
  causes: ['hazardConcealed', 'falseClosure'],
  zh: '未将隐患排查治理情况如实记录或者未向从业人员通报',
  en: 'Hazards and their rectification were not recorded truthfully, or the staff was not told',
}
const train: Article = {
  article: 97,
  clause: '第九十七条第三项',
  violated: '第二十八条',
  causes: ['other'],
  zh: '未按规定进行安全生产教育和培训或者未如实告知',
  en: 'Staff were not trained or not told truthfully',
}
const licence: Article = {
  article: 97,
  clause: '第九十七条第七项',
  violated: '第三十条第一款',
  causes: ['other'],
  zh: '特种作业人员未取得相应资格上岗作业',
  en: 'Special work was done without the licence',
}
const a99: Article = {
  article: 99,
  clause: '第九十九条',
  violated: '第三十五条、第三十六条',
  causes: ['hazardMajor', 'other'],
  zh: '未设安全警示标志、安全设备不符合标准或者关闭破坏监控报警设备',
  en: 'Warning signs missing, safety equipment below the standard, or alarms and their data tampered with',
}
const source: Article = {
  article: 101,
  clause: '第一百零一条第二项',
  violated: '第四十条',
  causes: ['hazardMajor'],
  zh: '重大危险源未登记建档、未评估监控或者未制定应急预案',
  en: 'A major hazard source was not filed, assessed, monitored or planned for',
}
const special: Article = {
  article: 101,
  clause: '第一百零一条第三项',
  violated: '第四十三条',
  causes: ['other'],
  zh: '危险作业未安排专门人员进行现场安全管理',
  en: 'Dangerous work went on without somebody in charge of safety on the spot',
}
const system: Article = {
  article: 101,
  clause: '第一百零一条第四项、第五项',
  violated: '第四十一条',
  causes: ['hazardMajor', 'hazardConcealed'],
  zh: '未建立双重预防制度，或者重大隐患排查治理情况未按规定报告',
  en: 'No system of risk control and hazards, or a major hazard was not reported as required',
}
const a102: Article = {
  article: 102,
  clause: '第一百零二条',
  violated: '第四十一条第二款',
  causes: ['hazardMajor', 'hazardLate', 'falseClosure'],
  zh: '未采取措施消除事故隐患',
  en: 'A hazard was not removed',
}
const a104: Article = {
  article: 104,
  clause: '第一百零四条',
  violated: '第四十八条',
  causes: ['other'],
  zh: '同一作业区域内未签订安全生产管理协议或者未指定专人协调',
  en: 'Units at one site without a safety agreement or a coordinator',
}
const a108: Article = {
  article: 108,
  clause: '第一百零八条',
  violated: '第六十六条',
  causes: ['hazardConcealed', 'other'],
  zh: '拒绝、阻碍监督检查，拒不改正',
  en: 'Inspection was refused or hindered, and went on being so',
}
const a109: Article = {
  article: 109,
  clause: '第一百零九条',
  violated: '第五十一条第二款',
  causes: ['other'],
  zh: '高危行业未投保安全生产责任保险',
  en: 'No liability insurance in a high-risk industry',
}
const a110: Article = {
  article: 110,
  clause: '第一百一十条',
  violated: '第八十三条',
  causes: ['hazardConcealed'],
  zh: '主要负责人对事故不立即组织抢救或者隐瞒不报、谎报、迟报',
  en: 'The principal did not see to the rescue, or concealed, falsified or delayed the report of an accident',
}
const a114: Article = {
  article: 114,
  clause: '第一百一十四条第一款第一项',
  violated: '第四条',
  causes: ['other'],
  zh: '发生一般事故负有责任',
  en: 'Answers for an ordinary accident',
}
const a114larger: Article = {
  ...a114,
  clause: '第一百一十四条第一款第二项',
  zh: '发生较大事故负有责任',
  en: 'Answers for a larger accident',
}

const stop = { others: ['suspend'] } as const satisfies { readonly others: readonly OtherPenalty[] }
const direct = { who: 'person', person: 'direct' } as const

/**
 * How 安全生产法 (2021 revision, in force 2021-09-01) punishes what enforcement meets: the clause, whether first or not mended in
 * time, who is fined, the lowest and the highest amount. "以下" with nothing below it has 0 as its lowest.
 */
export const penaltyTable: readonly PenaltyRow[] = [
  row(a94, 'first', [20_000, 50_000], { who: 'person', person: 'principal' }),
  row(a94, 'notMended', [50_000, 100_000], { who: 'person', person: 'principal' }),
  row(a95, 'accident', [40, 40], { who: 'person', person: 'principal', measure: 'incomePercent' }),
  row(a96, 'first', [10_000, 30_000], { who: 'person', person: 'manager' }),
  row(a96, 'accident', [20, 50], { who: 'person', person: 'manager', measure: 'incomePercent', others: ['revoke'] }),
  ...[
    [record, 'record'],
    [train, 'train'],
    [licence, 'licence'],
  ].flatMap(([article, part]) => [
    row(article as Article, 'first', [0, 100_000], { part: part as string }),
    row(article as Article, 'notMended', [100_000, 200_000], { ...stop, part: part as string }),
    row(article as Article, 'notMended', [20_000, 50_000], { ...direct, part: part as string }),
  ]),
  row(a99, 'first', [0, 50_000]),
  row(a99, 'notMended', [50_000, 200_000], stop),
  row(a99, 'notMended', [10_000, 20_000], direct),
  ...[
    [source, 'source'],
    [special, 'special'],
    [system, 'system'],
  ].flatMap(([article, part]) => [
    row(article as Article, 'first', [0, 100_000], { part: part as string }),
    row(article as Article, 'notMended', [100_000, 200_000], { ...stop, part: part as string }),
    row(article as Article, 'notMended', [20_000, 50_000], { ...direct, part: part as string }),
  ]),
  row(a102, 'first', [0, 50_000]),
  row(a102, 'notMended', [0, 0], stop),
  row(a102, 'notMended', [50_000, 100_000], direct),
  row(a104, 'first', [0, 50_000]),
  row(a104, 'first', [0, 10_000], direct),
  row(a108, 'notMended', [20_000, 200_000]),
  row(a108, 'notMended', [10_000, 20_000], direct),
  row(a109, 'first', [50_000, 100_000]),
  row(a109, 'notMended', [100_000, 200_000]),
  row(a110, 'accident', [60, 100], { who: 'person', person: 'principal', measure: 'incomePercent' }),
  row(a114, 'accident', [300_000, 1_000_000]),
  row(a114larger, 'accident', [1_000_000, 2_000_000], { part: 'larger' }),
]

/** A row by its key; undefined for none. */
export const penaltyRow = (key: string): PenaltyRow | undefined => penaltyTable.find((each) => each.key === key)

const law = {
  standard: '安全生产法',
  edition: '2021',
  inForceFrom: '2021-09-01',
  inForceTo: null,
  confidence: 'high',
  tighten: 'never',
} as const

const branchWords: { readonly [Name in Branch]: { readonly zh: string; readonly en: string } } = {
  first: { zh: '首次查处', en: 'first finding' },
  notMended: { zh: '逾期未改正或者拒不执行', en: 'not mended in time' },
  accident: { zh: '导致发生事故或者事故后', en: 'with an accident' },
}

const whoWords: { readonly [Name in PartyKind]: { readonly zh: string; readonly en: string } } = {
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '个人', en: 'person' },
}

/** Both bounds of each row as rows of the law table. */
export const penaltyLawRows: readonly LawRow<number>[] = penaltyTable.flatMap((each) =>
  (['lowest', 'highest'] as const).map((bound) => ({
    ...law,
    key: `enforcement.penalty.${each.key}.${bound}`,
    clause: each.clause,
    value: each[bound],
    unit: each.measure === 'yuan' ? '元' : '%',
    zh: `${each.zh}（${whoWords[each.who].zh}，${branchWords[each.branch].zh}）${bound === 'lowest' ? '罚款下限' : '罚款上限'}`,
    en: `${each.en}: ${bound} fine (${whoWords[each.who].en}, ${branchWords[each.branch].en})`,
    usedIn: ['case.proposePenalty', 'case.decide'],
  })),
)

/** What a row allows as a fine, in yuan. Of an income that is not known, nothing. */
export const fineRange = (
  { measure, lowest, highest }: PenaltyRow,
  incomeYuan: number | null,
): { readonly lowest: number; readonly highest: number } =>
  measure === 'yuan'
    ? { lowest, highest }
    : { lowest: Math.round(((incomeYuan ?? 0) * lowest) / 100), highest: Math.round(((incomeYuan ?? 0) * highest) / 100) }
