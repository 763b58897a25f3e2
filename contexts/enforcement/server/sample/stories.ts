import type { PersonActor } from '../../../../kernel/actor.ts'
import type { SentAction, SentBeginning, SentPartyAction } from '../../contract/caseActions.ts'
import type { When } from './when.ts'

type Penalty = Extract<SentAction, { readonly kind: 'proposePenalty' }>['penalty']

/** A deed of a story: how many days ago, by whom, what; a new file where the deed wants one. */
export type StoryDeed = readonly [daysAgo: number, by: PersonActor, action: SentAction | SentPartyAction, wants?: 'evidence' | 'record']

export type Story = {
  /** At the unit whose head plays a part, or at another of the county. */
  readonly where: 'plant' | 'elsewhere'
  readonly begins: number
  readonly by: PersonActor
  readonly beginning: SentBeginning
  readonly deeds: readonly StoryDeed[]
}

export type Players = { readonly [Who in 'leader' | 'officer' | 'inspector' | 'reviewer' | 'principal']: PersonActor }

const noHazard = null
const usual = (reasons: string): Penalty['discretion'] => ({ kind: 'usual', reasons })

const penalties = {
  record: {
    penaltyKey: 'a97.record.first.unit',
    fineYuan: 80_000,
    others: [],
    incomeYuan: null,
    discretion: usual('隐患台账三次与现场不符，情节较重，尚未造成后果'),
  },
  recordLess: {
    penaltyKey: 'a97.record.first.unit',
    fineYuan: 60_000,
    others: [],
    incomeYuan: null,
    discretion: { kind: 'lighter', reasons: '听证后核实：案发后主动补正台账并组织培训' },
  },
  remove: { penaltyKey: 'a102.first.unit', fineYuan: 30_000, others: [], incomeYuan: null, discretion: usual('首次查处，逾期 20 日') },
  source: {
    penaltyKey: 'a101.source.first.unit',
    fineYuan: 90_000,
    others: [],
    incomeYuan: null,
    discretion: usual('重大危险源监控数据中断三十日以上'),
  },
  duty: { penaltyKey: 'a94.first.person', fineYuan: 25_000, others: [], incomeYuan: null, discretion: usual('本年度未组织一次隐患排查') },
  spot: { penaltyKey: 'a104.first.unit', fineYuan: 2000, others: [], incomeYuan: null, discretion: usual('当场改正') },
} as const satisfies Record<string, unknown>

const sent = (penalty: (typeof penalties)[keyof typeof penalties]): Penalty => ({ ...penalty, others: [...penalty.others] })

/** The cases of the sample, one in each state; certificates are invented. */
export const storiesOf = ({ leader, officer, inspector, reviewer, principal }: Players, when: When): readonly Story[] => {
  const officers = [
    { personId: inspector.personId, certificateNo: '浙 330114-0217', validTo: when.day(-900) },
    { personId: reviewer.personId, certificateNo: '浙 330114-0233', validTo: when.day(-700) },
  ]
  const beginning = (more: Partial<SentBeginning> & Pick<SentBeginning, 'matter' | 'foundOn'>, text: string): SentBeginning => ({
    cause: 'hazardConcealed',
    party: { kind: 'unit', name: '', title: null, personId: null },
    actEndedOn: null,
    harm: false,
    officers,
    fact: { text, evidence: [], hazardId: noHazard },
    spot: null,
    ...more,
  })
  const open = (daysAgo: number): StoryDeed => [daysAgo, leader, { kind: 'approveOpening' }]
  const proposed = (daysAgo: number, penalty: (typeof penalties)[keyof typeof penalties]): StoryDeed => [
    daysAgo,
    inspector,
    { kind: 'proposePenalty', penalty: sent(penalty) },
  ]
  const notify = (daysAgo: number): StoryDeed => [daysAgo, inspector, { kind: 'notify' }]
  const byHand = (daysAgo: number, paper: 'notice' | 'decision', receiver: string): StoryDeed => [
    daysAgo,
    inspector,
    { kind: 'serve', paper, way: 'direct', servedOn: when.day(daysAgo), receiver, witness: null, evidence: [] },
  ]
  const received = (daysAgo: number, paper: 'notice' | 'hearingNotice' | 'decision'): StoryDeed => [
    daysAgo,
    principal,
    { kind: 'confirmReceipt', paper },
  ]
  const decided = (
    daysAgo: number,
    penalty: (typeof penalties)[keyof typeof penalties],
    reasons: string,
    rectifyBy: string | null,
  ): StoryDeed => [daysAgo, leader, { kind: 'decide', result: 'penalty', penalty: sent(penalty), reasons, rectifyBy, lateReason: null }]
  const hearing = Temporal.PlainDate.from(when.day(34))
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
    .toInstant()
    .toString()
  return [
    {
      where: 'plant',
      begins: 82,
      by: inspector,
      beginning: beginning(
        { matter: '未如实记录事故隐患排查治理情况', foundOn: when.day(84) },
        '隐患台账登记“已整改”的三处隐患，现场仍未整改',
      ),
      deeds: [
        open(81),
        proposed(74, penalties.record),
        notify(72),
        received(72, 'notice'),
        [71, principal, { kind: 'state', text: '台账系交接时误填，已全部补正', evidence: [] }],
        [70, principal, { kind: 'askHearing', reason: '对罚款数额有异议' }],
        [
          70,
          reviewer,
          { kind: 'answerStatement', place: 1, accepted: false, reason: '补正在案发之后，不影响违法事实认定；改正情节在裁量时考虑' },
        ],
        [69, officer, { kind: 'callHearing', heldAt: hearing, place: '区应急管理局三楼会议室', presiderId: officer.personId }],
        received(68, 'hearingNotice'),
        [34, officer, { kind: 'holdHearing', opinion: '事实清楚，建议酌减罚款', record: [] }, 'record'],
        [33, officer, { kind: 'reviewLegally', passed: true, opinion: '事实清楚、程序合法、适用法律正确' }],
        [33, leader, { kind: 'discuss', attendees: [leader.personId, officer.personId], opinion: '同意从轻，罚款六万元' }],
        decided(32, penalties.recordLess, '违法事实清楚，证据确凿', when.day(10)),
        received(31, 'decision'),
        [24, inspector, { kind: 'recordPayment', yuan: 60_000, paidOn: when.day(24), receiptNo: '浙财罚 2026-00417' }],
        [18, inspector, { kind: 'recordRectified', opinion: '台账已补正并与现场一致', evidence: [] }, 'evidence'],
        [17, inspector, { kind: 'close', reason: '处罚执行完毕' }],
      ],
    },
    {
      where: 'plant',
      begins: 20,
      by: inspector,
      beginning: beginning(
        { cause: 'hazardMajor', matter: '重大危险源监控数据中断未处置', foundOn: when.day(22) },
        '罐区两套液位计数据中断三十日以上，未登记未处置',
      ),
      deeds: [open(19), proposed(9, penalties.source), notify(1), received(1, 'notice')],
    },
    {
      where: 'elsewhere',
      begins: 75,
      by: reviewer,
      beginning: beginning(
        { cause: 'hazardLate', matter: '未采取措施消除事故隐患', foundOn: when.day(77) },
        '配电间可燃物堆放，责令整改期满后仍未清理',
      ),
      deeds: [
        open(74),
        proposed(66, penalties.remove),
        notify(64),
        byHand(64, 'notice', '陈某（安全负责人）'),
        [50, inspector, { kind: 'closeRights' }],
        decided(44, penalties.remove, '违法事实清楚，证据确凿', null),
        byHand(42, 'decision', '陈某（安全负责人）'),
      ],
    },
    {
      where: 'elsewhere',
      begins: 14,
      by: inspector,
      beginning: beginning(
        { cause: 'hazardMajor', matter: '未采取措施消除重大事故隐患', foundOn: when.day(16) },
        '粉尘涉爆除尘系统未设锁气卸灰装置，逾期未改',
      ),
      deeds: [open(13)],
    },
    {
      where: 'elsewhere',
      begins: 2,
      by: officer,
      beginning: beginning(
        {
          cause: 'dutyFailed',
          matter: '主要负责人未履行安全生产管理职责',
          foundOn: when.day(5),
          party: { kind: 'person', name: '周国平', title: '总经理', personId: null },
        },
        '本年度未组织制定教育培训计划，未督促检查安全生产工作',
      ),
      deeds: [],
    },
    {
      where: 'elsewhere',
      begins: 48,
      by: inspector,
      beginning: beginning(
        { cause: 'falseClosure', matter: '隐患虚假销号', foundOn: when.day(50) },
        '上报已整改的可燃气体报警器经复核仍未投用',
      ),
      deeds: [
        open(47),
        proposed(40, penalties.record),
        notify(38),
        byHand(37, 'notice', '沈某'),
        [36, inspector, { kind: 'state', text: '（口头，执法人员记录）设备已到货，正在安装', evidence: [] }],
        [22, inspector, { kind: 'closeRights' }],
      ],
    },
    {
      where: 'elsewhere',
      begins: 40,
      by: reviewer,
      beginning: beginning(
        { cause: 'hazardLate', matter: '特种作业场所隐患逾期未改', foundOn: when.day(42) },
        '焊接区未按期设置接火盆和灭火器材',
      ),
      deeds: [
        open(39),
        proposed(33, penalties.remove),
        notify(31),
        byHand(31, 'notice', '吴某'),
        [17, inspector, { kind: 'closeRights' }],
        decided(2, penalties.remove, '违法事实清楚，证据确凿', when.day(-15)),
      ],
    },
    {
      where: 'elsewhere',
      begins: 9,
      by: inspector,
      beginning: beginning(
        {
          cause: 'other',
          matter: '交叉作业未签订安全生产管理协议',
          foundOn: when.day(9),
          spot: { penalty: sent(penalties.spot), receiver: '徐某（项目负责人）' },
        },
        '两家单位在同一区域作业，未签订安全生产管理协议，当场改正',
      ),
      deeds: [
        [7, inspector, { kind: 'recordPayment', yuan: 2000, paidOn: when.day(7), receiptNo: '浙财罚 2026-00533' }],
        [6, inspector, { kind: 'close', reason: '当场处罚执行完毕' }],
      ],
    },
    {
      where: 'elsewhere',
      begins: 30,
      by: officer,
      beginning: beginning({ cause: 'hazardLate', matter: '一般隐患逾期未改', foundOn: when.day(31) }, '消防通道临时堆物，逾期两日后清理'),
      deeds: [
        open(29),
        [
          24,
          leader,
          {
            kind: 'decide',
            result: 'noPenalty',
            penalty: null,
            reasons: '初次违法且危害后果轻微并及时改正（行政处罚法第三十三条）',
            rectifyBy: null,
            lateReason: null,
          },
        ],
        byHand(23, 'decision', '何某'),
        [22, reviewer, { kind: 'close', reason: '不予行政处罚决定书已送达' }],
      ],
    },
  ]
}
