import type { Sentence } from '../../../../kernel/refusals.ts'
import type { FigureName } from '../bulletin/figures.ts'

/** 五全: mobilise 社会全动员, cover 排查全覆盖, close 管控全闭环, enforce 执法全到位, supervise 督查全方位. */
export const parts = ['mobilise', 'cover', 'close', 'enforce', 'supervise'] as const

export type PartName = (typeof parts)[number]

/** `share` in percent of `of`; `perTenThousand` for every 10,000 of `of`; `count` and `yuan` by themselves. */
export type MeasureKind = 'share' | 'perTenThousand' | 'count' | 'yuan'

export type Measure = {
  readonly name: string
  readonly part: PartName
  readonly kind: MeasureKind
  readonly figure: FigureName
  /** The denominator; null where the number stands by itself. */
  readonly of: FigureName | null
  /** `days` what happened in them; `now` what stands now, and has no period before; `campaign` since the campaign began. */
  readonly when: 'days' | 'now' | 'campaign'
  readonly title: Sentence
  /** What is divided by what, and what is not counted. */
  readonly definition: Sentence
}

const share = (of: FigureName) => ({ kind: 'share', of, when: 'days' }) as const
const alone = { kind: 'count', of: null, when: 'days' } as const

/** What the board measures. No sum over them: a mark made of five unlike things would hide which of them is wanting. */
export const measures = [
  {
    name: 'tipsPerUnits',
    part: 'mobilise',
    kind: 'perTenThousand',
    figure: 'tips.received',
    of: 'register',
    when: 'days',
    title: { zh: '每万家单位举报', en: 'Tips per 10,000 units' },
    definition: {
      zh: '期内收到的举报（件）÷ 在册检查对象（家）× 10000。多少本身不分好坏：少可能是没有问题，也可能是没有人知道怎么报。',
      en: 'Tips received in these days ÷ units on the register × 10,000. Neither many nor few is good by itself: few may mean that nothing is wrong, or that nobody knows how to tell.',
    },
  },
  {
    name: 'tipsInTime',
    part: 'mobilise',
    ...share('tips.decided'),
    figure: 'tips.decidedInTime',
    title: { zh: '举报按时办结', en: 'Decided in time' },
    definition: { zh: '期内按时作出决定的举报 ÷ 期内作出决定的举报。', en: 'Tips decided in time ÷ tips decided in these days.' },
  },
  {
    name: 'tipsSubstantiated',
    part: 'mobilise',
    ...share('tips.decided'),
    figure: 'tips.substantiated',
    title: { zh: '举报查实', en: 'Substantiated' },
    definition: { zh: '期内查实的举报 ÷ 期内作出决定的举报。', en: 'Tips found to be so ÷ tips decided in these days.' },
  },
  {
    name: 'tipsRewarded',
    part: 'mobilise',
    ...share('tips.substantiated'),
    figure: 'tips.rewarded',
    title: { zh: '查实后奖励', en: 'Rewarded' },
    definition: {
      zh: '期内决定奖励的举报 ÷ 期内查实的举报。奖励可以晚于查实。',
      en: 'Tips for which a reward was decided ÷ tips substantiated in these days. A reward may come later.',
    },
  },
  {
    name: 'rewardYuan',
    part: 'mobilise',
    kind: 'yuan',
    of: null,
    when: 'days',
    figure: 'tips.rewardYuan',
    title: { zh: '奖励金额', en: 'Rewards' },
    definition: { zh: '期内决定的举报奖励金额。', en: 'The rewards decided in these days.' },
  },
  {
    name: 'coverage',
    part: 'cover',
    ...share('register'),
    figure: 'unitsChecked',
    title: { zh: '在册单位覆盖率', en: 'Coverage of the register' },
    definition: {
      zh: '期内由部门、专家或互查人员检查过的单位 ÷ 在册单位。每家只计一次，单位自查不计，最高 100%。',
      en: 'Units checked by departments, experts or peers ÷ units on the register. Each counts once, no self-check counts, 100 % at most.',
    },
  },
  {
    name: 'campaignCoverage',
    part: 'cover',
    kind: 'share',
    of: 'targets',
    when: 'campaign',
    figure: 'targetsChecked',
    title: { zh: '专项行动覆盖率', en: 'Coverage of the campaign' },
    definition: {
      zh: '专项行动开展以来检查过的单位 ÷ 检查范围内的单位，不限于所选时段。',
      en: 'Units checked since the campaign began ÷ its units, whatever the days chosen.',
    },
  },
  {
    name: 'visits',
    part: 'cover',
    ...alone,
    figure: 'visits',
    title: { zh: '检查家次', en: 'Visits' },
    definition: {
      zh: '期内的检查次数，含单位自查。家次不是单位数。',
      en: 'Visits in these days, self-checks among them. Visits are not units.',
    },
  },
  {
    name: 'closed',
    part: 'close',
    ...share('found'),
    figure: 'foundClosed',
    title: { zh: '整改率', en: 'Closed of those found' },
    definition: {
      zh: '期内发现、现已整改销号的隐患 ÷ 期内发现的隐患。误报撤销的不计。',
      en: 'Hazards found in these days and closed by now ÷ those found. What was withdrawn as found in error does not count.',
    },
  },
  {
    name: 'overdue',
    part: 'close',
    kind: 'share',
    of: 'open',
    when: 'now',
    figure: 'overdue',
    title: { zh: '现逾期', en: 'Overdue now' },
    definition: {
      zh: '现超过整改期限尚未整改的隐患 ÷ 现未销号的隐患。',
      en: 'Hazards past their deadline and not put right ÷ hazards open now.',
    },
  },
  {
    name: 'openMajor',
    part: 'close',
    ...alone,
    when: 'now',
    figure: 'openMajor',
    title: { zh: '未销号重大隐患', en: 'Major hazards open' },
    definition: { zh: '现未销号的重大隐患。', en: 'Major hazards that are open now.' },
  },
  {
    name: 'fiveInPlace',
    part: 'close',
    kind: 'share',
    of: 'openMajor',
    when: 'now',
    figure: 'openMajorFive',
    title: { zh: '重大隐患五落实', en: 'Five in place' },
    definition: {
      zh: '责任、措施、资金、时限、预案都已落实的 ÷ 现未销号的重大隐患。',
      en: 'Those with responsibility, measures, funds, time limit and contingency in place ÷ major hazards open now.',
    },
  },
  {
    name: 'listed',
    part: 'close',
    ...alone,
    when: 'now',
    figure: 'listed',
    title: { zh: '现挂牌督办', en: 'Listed now' },
    definition: { zh: '现挂牌督办的隐患。', en: 'Hazards listed for supervision now.' },
  },
  {
    name: 'reinspected',
    part: 'close',
    kind: 'share',
    of: 'registered',
    when: 'campaign',
    figure: 'reinspected',
    title: { zh: '在册隐患复查', en: 'Known hazards looked at again' },
    definition: {
      zh: '防汛行动开展以来复查过的 ÷ 其接收的在册隐患。新发现的不在其内。',
      en: 'Looked at again since the flood campaign began ÷ the known hazards it took over. Newly found ones are not among them.',
    },
  },
  {
    name: 'casesOpened',
    part: 'enforce',
    ...alone,
    figure: 'enforcement.opened',
    title: { zh: '立案', en: 'Cases opened' },
    definition: { zh: '期内立案的案件。', en: 'Cases opened in these days.' },
  },
  {
    name: 'casesDecided',
    part: 'enforce',
    ...alone,
    figure: 'enforcement.decided',
    title: { zh: '处罚决定', en: 'Cases decided' },
    definition: { zh: '期内作出处罚决定的案件，可以是期前立案的。', en: 'Cases decided in these days, which may have been opened before.' },
  },
  {
    name: 'casesPerformed',
    part: 'enforce',
    ...share('enforcement.decided'),
    figure: 'enforcement.performed',
    title: { zh: '履行', en: 'Performed' },
    definition: {
      zh: '期内履行的案件 ÷ 期内决定的案件。履行的可以是期前决定的；多于决定时不算比率。',
      en: 'Cases performed ÷ cases decided in these days. Those performed may have been decided before; where they are more, no rate is told.',
    },
  },
  {
    name: 'collectedYuan',
    part: 'enforce',
    ...share('enforcement.penaltyYuan'),
    figure: 'enforcement.collectedYuan',
    title: { zh: '罚款收缴', en: 'Penalties collected' },
    definition: {
      zh: '期内收缴的罚款（元）÷ 期内决定的罚款（元）。',
      en: 'Yuan collected ÷ yuan of penalties decided in these days.',
    },
  },
  {
    name: 'rechecked',
    part: 'supervise',
    ...share('closed'),
    figure: 'supervision.rechecked',
    title: { zh: '销号复核', en: 'Rechecked of closed' },
    definition: {
      zh: '期内现场复核的隐患 ÷ 期内销号的隐患。复核的可以是期前销号的；多于销号时不算比率。',
      en: 'Hazards rechecked on the spot ÷ hazards closed in these days. Those rechecked may have been closed before; where they are more, no rate is told.',
    },
  },
  {
    name: 'falseClosures',
    part: 'supervise',
    ...share('supervision.rechecked'),
    figure: 'supervision.falseClosures',
    title: { zh: '虚假销号', en: 'False closures' },
    definition: { zh: '期内复核发现的虚假销号 ÷ 期内现场复核的隐患。', en: 'False closures found ÷ hazards rechecked in these days.' },
  },
  {
    name: 'doubtsLooked',
    part: 'supervise',
    ...share('supervision.doubts'),
    figure: 'supervision.doubtsLooked',
    title: { zh: '疑点查看', en: 'Doubts looked at' },
    definition: {
      zh: '期内查看的疑点 ÷ 期内提出的疑点。疑点不是结论。',
      en: 'Doubts looked at ÷ doubts raised in these days. A doubt is no verdict.',
    },
  },
] as const satisfies readonly Measure[]

export type MeasureName = (typeof measures)[number]['name']
