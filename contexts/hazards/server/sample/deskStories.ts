import { dateInBeijing } from '../../../../kernel/time.ts'
import type { Campaigns } from './campaigns.ts'
import { findingsOf, type SampleFinding } from './findings.ts'
import type { Registered } from './register.ts'
import type { Stage } from './stage.ts'
import { tellFound, tellVisit, type Story } from './story.ts'
import { underAuthority, underUnit } from './everyday.ts'
import { apply, classify, evaluate, fail, general, major, order, pass, selfCheck, start, tellStaff, wholePlan } from './ways.ts'

const pick = (table: readonly SampleFinding[], part: string): SampleFinding => {
  const found = table.find(({ text }) => text.includes(part))
  if (!found) throw new Error(`the sample has no finding with ${part}`)
  return found
}

const { chemical, chemicalMajor, venue } = findingsOf
const generalOf = (part: string): SampleFinding => pick(chemical, part)
const majorOf = (part: string): SampleFinding => pick(chemicalMajor, part)

/**
 * The stories that stand right before a step which somebody with a sample account owes, and those that show what is rare: a
 * listing, an extension, a transfer, a recurrence, a softening, a withdrawal, a refused review, a step long overdue.
 */
export const tellDeskStories = (stage: Stage, units: readonly Registered[], { winter, yearEnd }: Campaigns): void => {
  const { cast, times } = stage
  const at = (key: string): Registered => {
    const unit = units.find((each) => each.key === key)
    if (!unit) throw new Error(`the sample has no unit ${key}`)
    return unit
  }
  const [inspector, officer] = [cast.by('county.inspector'), cast.by('county.officer')]
  const { inspector: deputy, officer: colleague } = cast.deputies
  const city = cast.by('city.officer')
  const visited = (
    unit: Registered,
    finding: SampleFinding,
    daysAgo: number,
    by = inspector,
    campaign: Campaigns['winter'] | null = winter,
  ): Story => {
    const [story] = tellVisit(stage, unit, [finding], {
      at: times.daysAgo(daysAgo),
      by,
      ...(campaign === null ? {} : { campaign: campaign.id }),
    })
    if (!story) throw new Error('a visit with a finding begins a story')
    return story
  }
  const daysTo = (story: Story, daysAgo: number): number => dateInBeijing(story.at).until(times.today).days - daysAgo
  const own = (unit: Registered, finding: SampleFinding, daysAgo: number, by = unit.crew.safety): Story =>
    tellFound(stage, unit, finding, { at: times.daysAgo(daysAgo), by, tight: true, how: 'selfCheck' })

  const home = at('澄湖精细化工')
  const { head, safety, worker } = home.crew

  // A major one that plant.safety is to begin: two of the five are not in place, and the staff was not told yet.
  const gas = visited(home, majorOf('苯系物'), 6)
  gas.act(0.1, inspector, classify('major')).act(1, officer, order(gas, safety, 60))
  gas.act(1, safety, {
    kind: 'plan',
    five: {
      responsibility: '安全环保部部长牵头，罐区主任现场负责',
      measures: gas.finding.requirement,
      fundsYuan: null,
      dueOn: gas.dayAfter(40),
      contingency: null,
    },
  })

  // General ones of plant.worker: one begun, one to begin, one whose extension plant.principal is to decide on.
  const mend = own(home, generalOf('取样口'), 5)
  general(mend, underUnit(home), { until: 'rectifying', takes: 2, days: 12 })
  general(own(home, generalOf('洗眼器'), 2), underUnit(home), { until: 'ordered', takes: 2, days: 10 })
  const longer = own(home, generalOf('泡沫液'), 9)
  general(longer, underUnit(home), { until: 'rectifying', takes: 2, days: 12 }).act(4, worker, {
    kind: 'askExtension',
    toOn: longer.dayAfter(20),
    reason: '泡沫液由厂家定制，货期比原来多一周',
    interimControls: '向相邻企业借用泡沫液2吨，泵房24小时有人',
  })
  // One that plant.safety is to review: ordered by the head, put right by the worker.
  general(
    own(home, generalOf('气瓶没有固定'), 6, worker),
    { ...underUnit(home), orders: head },
    { until: 'selfChecked', takes: 2, days: 12 },
  )
  // One that went from the worker to the safety officer, because it needs a contractor.
  const moved = own(home, generalOf('格兰头'), 8)
  general(moved, underUnit(home), { until: 'rectifying', takes: 2, days: 13 }).act(2, safety, {
    kind: 'transfer',
    to: { personId: safety.personId, organisationId: safety.organisationId },
    reason: '需要防爆电气资质的单位施工，由安全环保部组织',
  })

  // For county.inspector: to classify, to review, to review a major one, to close.
  const near = at('望涛新材料')
  visited(near, generalOf('校验标签'), 1, colleague)
  general(
    visited(near, generalOf('跨接线'), 8, deputy),
    { ...underAuthority(near), classifies: deputy, orders: colleague },
    { until: 'selfChecked', takes: 3, days: 12 },
  )
  const resin = at('蛟川树脂')
  const cutOff = visited(resin, majorOf('短接'), 40, deputy, null)
  major(cutOff, { ...underAuthority(resin), classifies: deputy, orders: colleague }, { until: 'applied', takes: 22, days: 45 })
  const store = at('安泽化学仓储')
  const mixed = visited(store, generalOf('氧化剂'), 12, deputy)
  general(mixed, { ...underAuthority(store), classifies: deputy, reviews: deputy }, { until: 'reviewed', takes: 4, days: 12 })

  // For county.officer: to order, to decide on a softening, on a withdrawal, on an extension of a head's own deadline.
  const dye = at('临江染化')
  visited(dye, generalOf('旁路三天'), 2, deputy).act(0.1, inspector, classify('general'))
  const soft = visited(at('白沙涂料'), majorOf('蓄电池'), 4, deputy)
  soft.act(0.1, deputy, classify('major')).act(1, deputy, {
    kind: 'askSoftening',
    reason: '涉及的是办公区机柜，不是控制系统主电源，建议按一般隐患处理',
  })
  const wrong = visited(at('云栖日化'), generalOf('卸车口'), 5, deputy)
  wrong
    .act(0.1, inspector, classify('general'))
    .act(1, inspector, { kind: 'askWithdrawal', reason: '复核发现该卸车口已停用拆除，现场看错点位' })
  const scent = at('浪屿香料')
  const asked = own(scent, generalOf('超过控制上限'), 11)
  general(asked, { ...underUnit(scent), orders: scent.crew.head }, { until: 'rectifying', takes: 2, days: 13 }).act(5, scent.crew.worker, {
    kind: 'askExtension',
    toOn: asked.dayAfter(16),
    reason: '再沸器清理要等月底停车窗口',
    interimControls: '降负荷到七成运行，塔底温度每小时记录',
  })

  // For city.officer: an extension of a county's deadline; a listing to lift, and one that runs.
  const chlorine = at('平湖液氯储运')
  const arms = visited(chlorine, majorOf('万向管道'), 45, inspector, null)
  major(arms, underAuthority(chlorine), { until: 'rectifying', takes: 5, days: 60 })
  arms.act(4, city, { kind: 'list', documentNo: `杭安委督〔${times.today.year}〕（样例）7号`, dueOn: times.day(20) })
  arms.act(daysTo(arms, 2), chlorine.crew.safety, {
    kind: 'askExtension',
    toOn: times.day(24),
    reason: '万向管道厂家排产延迟，到货要晚两周',
    interimControls: '停止充装，储罐降到三成，24小时监测',
  })
  const fluorine = at('甬和氟材')
  const valves = visited(fluorine, majorOf('铅封'), 74, inspector, null)
  major(valves, underAuthority(fluorine), { until: 'classified', takes: 5, days: 60 }).act(2, city, {
    kind: 'list',
    documentNo: `杭安委督〔${times.day(-72).slice(0, 4)}〕（样例）5号`,
    dueOn: times.day(10),
  })
  valves.act(0.5, officer, order(valves, fluorine.crew.safety, 60)).act(1, fluorine.crew.head, tellStaff, 'board')
  valves.act(2, fluorine.crew.safety, wholePlan(valves, valves.dayAfter(40))).act(0.5, fluorine.crew.safety, start)
  valves.act(daysTo(valves, 14), fluorine.crew.safety, selfCheck(valves, fluorine.crew.worker), 'done')
  valves.act(daysTo(valves, 9), fluorine.crew.safety, evaluate(), 'document')
  valves.act(daysTo(valves, 7), fluorine.crew.head, apply, 'document')
  valves.act(daysTo(valves, 2), inspector, pass, 'reviewed', 'reviewed')

  // Long overdue: told to the county, the city and the province, each in turn.
  const tanks = at('东屿罐储')
  const slow = visited(tanks, majorOf('不能远程关闭'), 62, inspector, null)
  major(slow, underAuthority(tanks), { until: 'rectifying', takes: 5, days: 45 })
  // A general one overdue by four days, told to the county's officer; and one that was begun late.
  const glue = at('前进胶粘')
  general(
    visited(glue, generalOf('穿管孔洞'), 20, deputy, winter),
    { ...underAuthority(glue), classifies: deputy },
    { until: 'rectifying', takes: 2, days: 14 },
  )
  general(visited(at('昱成助剂'), generalOf('受限空间作业票'), 14, inspector), underAuthority(at('昱成助剂')), {
    until: 'ordered',
    takes: 2,
    days: 14,
  })

  // An extension granted by the city, and the work goes on.
  const acid = at('新湾电子化学')
  const more = visited(acid, majorOf('过氧化物'), 50, inspector, null)
  major(more, underAuthority(acid), { until: 'rectifying', takes: 5, days: 48 })
    .act(20, acid.crew.safety, {
      kind: 'askExtension',
      toOn: times.day(30),
      reason: '新库验收排期在下月',
      interimControls: '超量部分已退运，其余分垛隔离，专人看守',
    })
    .act(1, city, { kind: 'decideExtension', grant: true, toOn: times.day(26) })

  // Refused once, in its second round; and one that failed its evaluation.
  const helper = at('镇澜助剂')
  const again = visited(helper, generalOf('地面有湿迹'), 16, inspector)
  general(again, underAuthority(helper), { until: 'selfChecked', takes: 4, days: 12 }).act(2, deputy, fail(times.day(5)), 'reviewed')
  const medicine = at('潮音医化')
  const proof = visited(medicine, majorOf('回看录像'), 27, deputy, null)
  major(proof, { ...underAuthority(medicine), classifies: deputy }, { until: 'selfChecked', takes: 16, days: 50 }).act(
    3,
    medicine.crew.safety,
    evaluate(false),
    'document',
  )

  // It came back: linked to the earlier one of the same unit.
  const epoxy = at('澜石环氧')
  const before = visited(epoxy, generalOf('塑料袋罩住'), 120, inspector, null)
  general(before, underAuthority(epoxy), { until: 'closed', takes: 4, days: 12 })
  const back = visited(epoxy, generalOf('塑料袋罩住'), 7, inspector)
  back.act(0.1, inspector, classify('general')).act(0.5, inspector, {
    kind: 'linkRecurrence',
    earlierHazardId: before.hazardId,
    reason: '四个月内同一罐区再次遮挡探头，要查管理原因',
  })
  back.act(0.2, officer, order(back, epoxy.crew.safety, 12)).act(1, epoxy.crew.safety, start)

  // Given to a contractor by the authority; found in error and confirmed by a second person.
  const catalyst = at('河庄催化剂')
  const [contractor] = cast.organisations(['contractor'])
  if (!contractor) throw new Error('the sample has no contractor')
  const outside = cast.crewOf(contractor.id).head
  const leak = visited(catalyst, generalOf('能量隔离'), 9, inspector)
  general(leak, underAuthority(catalyst), { until: 'rectifying', takes: 2, days: 14 }).act(2, officer, {
    kind: 'transfer',
    to: { personId: outside.personId, organisationId: outside.organisationId },
    reason: '检修由承包商负责，按协议由其整改',
  })
  for (const [key, part, daysAgo] of [
    ['义蓬农化', '压力表玻璃', 70],
    ['观潮聚酯', '改走向', 33],
  ] as const) {
    const unit = at(key)
    visited(unit, generalOf(part), daysAgo, deputy, null)
      .act(0.1, deputy, classify('general'))
      .act(1, deputy, { kind: 'askWithdrawal', reason: '经查阅设计文件，现场做法符合设计，不构成隐患' })
      .act(1, officer, { kind: 'decideWithdrawal', agree: true, reason: null })
  }

  // One evaluated, for its head to apply; one that waits for its evaluation; a specialist's finding that the unit orders.
  const gasWorks = at('海晏气体')
  major(
    visited(gasWorks, majorOf('蓄电池'), 27, deputy, null),
    { ...underAuthority(gasWorks), classifies: deputy },
    { until: 'evaluated', takes: 16, days: 60 },
  )
  const soap = at('青屿表面活性剂')
  major(visited(soap, majorOf('铅封'), 24, inspector), underAuthority(soap), { until: 'selfChecked', takes: 10, days: 60 })
  const lithium = at('远帆锂电材料')
  const [advised] = tellVisit(stage, lithium, [generalOf('转岗操作工')], {
    at: times.daysAgo(10),
    by: deputy,
    how: 'expertCheck',
    campaign: winter.id,
  })
  if (advised) general(advised, underUnit(lithium), { until: 'rectifying', takes: 3, days: 14 })

  tellHome(stage, home, own)
  tellVenue(stage, units, yearEnd)
}

/** The year behind the sample's own plant: found by itself, closed by itself. */
const tellHome = (stage: Stage, home: Registered, own: (unit: Registered, finding: SampleFinding, daysAgo: number) => Story): void => {
  for (const [part, daysAgo] of [
    ['压力表玻璃', 210],
    ['空瓶和实瓶', 164],
    ['法兰渗漏', 121],
    ['承诺公告', 77],
    ['备用孔', 48],
    ['校验标签', 29],
  ] as const)
    general(own(home, generalOf(part), daysAgo), underUnit(home), { until: 'closed', takes: stage.chance.integer(2, 6), days: 12 })
}

/** What venue.manager owes: one to begin, one begun, one begun again after a refused review. */
const tellVenue = (stage: Stage, units: readonly Registered[], { id }: Campaigns['yearEnd']): void => {
  const { cast, times } = stage
  const manager = cast.by('venue.manager')
  const home = units.find(({ crew }) => crew.head.personId === manager.personId)
  if (!home) throw new Error('the sample has no unit of venue.manager')
  const { inspector } = home.authority
  const visit = (part: string, daysAgo: number): Story => {
    const [story] = tellVisit(stage, home, [pick(venue, part)], { at: times.daysAgo(daysAgo), by: inspector, campaign: id, tight: true })
    if (!story) throw new Error('a visit with a finding begins a story')
    return story
  }
  general(visit('临时线', 2), underAuthority(home), { until: 'ordered', takes: 2, days: 12 })
  general(visit('应急照明', 5), underAuthority(home), { until: 'rectifying', takes: 2, days: 13 })
  general(visit('疏散门', 12), underAuthority(home), { until: 'selfChecked', takes: 3, days: 12 }).act(
    2,
    inspector,
    fail(times.day(4)),
    'reviewed',
  )
  const old = tellFound(stage, home, pick(venue, '灭火器压力'), { at: times.daysAgo(90), by: manager, how: 'selfCheck' })
  general(old, { classifies: manager, orders: manager, rectifies: manager, reviews: inspector }, { until: 'closed', takes: 3, days: 10 })
}
