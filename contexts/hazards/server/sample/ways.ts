import type { PersonActor } from '../../../../kernel/actor.ts'
import type { SentAction } from '../../contract/hazardActions.ts'
import type { Chance } from '../../../../kernel/chance.ts'
import { fitting, type SampleFinding } from './findings.ts'
import type { Acting, Story } from './story.ts'

/** The deeds of a hazard's way in the words of the sample. */

export const classify = (level: 'general' | 'major'): SentAction => ({ kind: 'classify', level, reason: null })

export const order = (story: Story, to: PersonActor, days: number): SentAction => ({
  kind: 'order',
  assignee: { personId: to.personId, organisationId: to.organisationId },
  requirement: story.finding.requirement,
  dueOn: story.dayAfter(days),
  longerReason: null,
  interimControls: story.finding.level === 'major' ? '相关区域停用并设警戒，专人值守，未整改到位不得恢复' : null,
})

export const start: SentAction = { kind: 'start' }
export const close: SentAction = { kind: 'close' }

export const selfCheck =
  ({ finding }: Story, rectifiedBy: PersonActor): Acting =>
  (evidence) => ({
    kind: 'selfCheck',
    rectifiedBy: [rectifiedBy.personId],
    description: finding.done,
    evidence: [...evidence],
    costYuan: finding.costYuan,
  })

export const pass: Acting = (evidence) => ({
  kind: 'review',
  passed: true,
  opinion: '现场核对，已按要求整改到位，同意销号',
  evidence: [...evidence],
  noPositionReason: null,
})

export const fail =
  (redoOn: string): Acting =>
  (evidence) => ({
    kind: 'review',
    passed: false,
    opinion: '只做了表面处理，抽查仍有同类问题，退回重新整改',
    evidence: [...evidence],
    noPositionReason: null,
    redoOn,
    suspend: false,
  })

export const wholePlan = ({ finding }: Story, dueOn: string): SentAction => ({
  kind: 'plan',
  five: {
    responsibility: '主要负责人总负责，安全环保部牵头，车间主任现场负责',
    measures: finding.requirement,
    fundsYuan: finding.costYuan,
    dueOn,
    contingency: '整改期间执行现场处置方案，应急器材前置，异常立即停车撤人',
  },
})

export const tellStaff: Acting = (evidence) => ({ kind: 'report', to: 'staff', means: 'noticeBoard', evidence: [...evidence] })

export const evaluate =
  (passed = true): Acting =>
  (evidence) => ({
    kind: 'evaluate',
    by: 'qualifiedBody',
    body: '清平安全技术服务（样例）有限公司',
    evaluators: [],
    opinion: passed ? '整改措施落实，隐患已消除' : '联动试验未完成，尚不能判定消除',
    passed,
    evidence: [...evidence],
  })

export const apply: Acting = (evidence) => ({ kind: 'applyForReview', evidence: [...evidence] })

/** How far a hazard has come. */
export const stops = ['found', 'classified', 'ordered', 'rectifying', 'selfChecked', 'reviewed', 'closed'] as const

export type Stop = (typeof stops)[number]

/** Those who take a hazard its way. */
export type Players = {
  readonly classifies: PersonActor
  readonly orders: PersonActor
  readonly rectifies: PersonActor
  readonly reviews: PersonActor
}

export type Course = {
  readonly until: Stop
  /** Days from the order until the unit says that it is done; more than `days` is late. */
  readonly takes: number
  /** Days that the order gives. */
  readonly days: number
  readonly refusedOnce?: boolean
}

/** A general hazard's usual way, as far as it has come. */
export const general = (
  story: Story,
  { classifies, orders, rectifies, reviews }: Players,
  { until, takes, days, refusedOnce = false }: Course,
): Story => {
  const reach = stops.indexOf(until)
  const gone = (stop: Stop): boolean => reach >= stops.indexOf(stop)
  if (gone('classified')) story.act(0.1, classifies, classify('general'))
  if (gone('ordered')) story.act(0.5, orders, order(story, rectifies, days))
  if (gone('rectifying')) story.act(1, rectifies, start)
  if (gone('selfChecked')) story.act(Math.max(1, takes - 1), rectifies, selfCheck(story, rectifies), 'done')
  if (refusedOnce && gone('reviewed'))
    story.act(2, reviews, fail(story.dayAfter(8)), 'reviewed').act(4, rectifies, selfCheck(story, rectifies), 'done')
  if (gone('reviewed')) story.act(2, reviews, pass, 'reviewed')
  if (gone('closed')) story.act(0.5, reviews, close)
  return story
}

export const majorStops = [
  'found',
  'classified',
  'ordered',
  'rectifying',
  'selfChecked',
  'evaluated',
  'applied',
  'reviewed',
  'closed',
] as const

export type MajorPlayers = Players & { readonly head: PersonActor; readonly plans: PersonActor }

/** A major hazard's usual way, as far as it has come. */
export const major = (
  story: Story,
  { classifies, orders, rectifies, reviews, head, plans }: MajorPlayers,
  { until, takes, days }: { readonly until: (typeof majorStops)[number]; readonly takes: number; readonly days: number },
): Story => {
  const reach = majorStops.indexOf(until)
  const gone = (stop: (typeof majorStops)[number]): boolean => reach >= majorStops.indexOf(stop)
  if (gone('classified')) story.act(0.1, classifies, classify('major'))
  if (gone('ordered')) {
    story.act(0.5, orders, order(story, rectifies, days))
    story.act(0.5, head, tellStaff, 'board')
  }
  if (gone('rectifying')) story.act(2, plans, wholePlan(story, story.dayAfter(Math.max(1, days - 5)))).act(0.5, plans, start)
  if (gone('selfChecked')) story.act(takes, rectifies, selfCheck(story, rectifies), 'done')
  if (gone('evaluated')) story.act(4, plans, evaluate(), 'document')
  if (gone('applied')) story.act(1, head, apply, 'document')
  if (gone('reviewed')) story.act(5, reviews, pass, 'reviewed', 'reviewed')
  if (gone('closed')) story.act(1, reviews, close)
  return story
}

/** Draws a finding that fits a unit, each of a table in turn before one comes again. */
export const drawFrom = (chance: Chance): ((table: readonly SampleFinding[], name: string) => SampleFinding) => {
  const drawn = new Map<SampleFinding, number>()
  return (table, name) => {
    const fits = fitting(table, name)
    const least = Math.min(...fits.map((each) => drawn.get(each) ?? 0))
    const finding = chance.pick(fits.filter((each) => (drawn.get(each) ?? 0) === least))
    drawn.set(finding, least + 1)
    return finding
  }
}
