import { asWritten } from '../../../../kernel/law.ts'
import { weekendsOnly } from '../../../../kernel/time.ts'
import type { Action, DeedFacts, NewFinding, Settings } from '../actions.ts'
import { apply, begin } from '../apply.ts'
import { decide, find } from '../decide.ts'
import type { HazardEvent } from '../events.ts'
import type { CitedItem, Fix, Five, Hazard } from '../hazard.ts'
import type { Person } from '../people.ts'
import type { Verdict } from '../refusalFacts.ts'

export const settings: Settings = { tightened: asWritten, calendar: weekendsOnly }

const unit = (personId: string, ...roles: Person['roles']): Person => ({
  personId,
  organisationId: 'plant',
  side: 'unit',
  tier: 'unit',
  roles,
})

const authority = (personId: string, tier: Person['tier'], ...roles: Person['roles']): Person => ({
  personId,
  organisationId: `${tier}Bureau`,
  side: 'authority',
  tier,
  roles,
})

/** The people of the stories. */
export const people = {
  worker: unit('worker', 'worker'),
  mate: unit('mate', 'worker'),
  officer: unit('officer', 'safetyOfficer'),
  deputy: unit('deputy', 'safetyOfficer'),
  head: unit('head', 'principal'),
  contractor: { ...unit('contractor', 'worker'), organisationId: 'contractors' },
  expert: { personId: 'expert', organisationId: 'institute', side: 'expert', tier: 'unit', roles: ['worker'] },
  peer: { personId: 'peer', organisationId: 'neighbour', side: 'peer', tier: 'unit', roles: ['safetyOfficer'] },
  citizen: { personId: 'citizen', organisationId: 'public', side: 'public', tier: 'unit', roles: [] },
  town: authority('town', 'town', 'inspector'),
  inspector: authority('inspector', 'county', 'inspector'),
  county: authority('county', 'county', 'officer'),
  countyLeader: authority('countyLeader', 'county', 'leader'),
  city: authority('city', 'city', 'officer'),
  province: authority('province', 'province', 'officer'),
  provinceLeader: authority('provinceLeader', 'province', 'leader'),
  otherProvinceLeader: authority('otherProvinceLeader', 'province', 'leader'),
  clerk: authority('clerk', 'county', 'dispatcher'),
} as const satisfies Record<string, Person>

export const place: Fix = { lng: 120.5, lat: 30.3, accuracyMetres: 8 }

/** A moment in Beijing: `2026-11-02T09:00`. */
export const beijing = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+08:00`)

export const factsOf = (person: Person, now: Temporal.Instant, more: Partial<DeedFacts> = {}): DeedFacts => ({
  ...settings,
  person,
  claimedAt: now.toString(),
  position: place,
  ...more,
})

export const item: CitedItem = { code: 'H12', edition: '安监总管三〔2017〕121号', clause: '第十二条', makesMajor: true }

export const finding = (more: Partial<NewFinding> = {}): NewFinding => ({
  hazardId: 'hazard-1',
  unitId: 'unit-1',
  organisationId: 'plant',
  how: 'departmentCheck',
  description: '可燃气体报警器失效',
  evidence: ['photo-1'],
  item: null,
  proposedLevel: 'general',
  ...more,
})

export const five: Five = {
  responsibility: '仪表车间主任',
  measures: '更换报警器并标定',
  fundsYuan: 60_000,
  dueOn: '2026-11-20',
  contingency: '泄漏现场处置方案',
}

/** What is done, by whom and when; the moment stays the former one where it is left out. */
export type Told = readonly [action: Action, person: Person, at?: string | undefined, more?: Partial<DeedFacts>]

/** A hazard with everything that happened to it. */
export type Story = { readonly hazard: Hazard; readonly events: readonly HazardEvent[]; readonly at: Temporal.Instant }

/** The day on which every story begins: a Monday. */
export const monday = '2026-11-02T09:00'

export const foundBy = (person: Person, more: Partial<NewFinding> = {}, at = monday): Story => {
  const now = beijing(at)
  const found = find(finding(more), factsOf(person, now), now)
  if (!found.ok) throw new Error(`not found: ${found.refusal.code}`)
  return { hazard: begin(found.value), events: [found.value], at: now }
}

/** What the rule says to one more deed. */
export const next = (
  story: Story,
  [action, person, at, more]: Told,
): { readonly verdict: Verdict<HazardEvent>; readonly at: Temporal.Instant } => {
  const now = at === undefined ? story.at : beijing(at)
  return { verdict: decide(story.hazard, action, factsOf(person, now, more), now), at: now }
}

/** The story with these deeds, each of which goes through. */
export const after = (story: Story, ...deeds: readonly Told[]): Story =>
  deeds.reduce((before, deed) => {
    const { verdict, at } = next(before, deed)
    if (!verdict.ok) throw new Error(`${deed[0].kind}: ${JSON.stringify(verdict.refusal)}`)
    return { hazard: apply(before.hazard, verdict.value), events: [...before.events, verdict.value], at }
  }, story)

/** The code of the refusal of one more deed, or what happened. */
export const outcome = (story: Story, deed: Told): string => {
  const { verdict } = next(story, deed)
  return verdict.ok ? verdict.value.kind : verdict.refusal.code
}

export const assignee = { personId: 'worker', organisationId: 'plant' }

export const acts = {
  general: { kind: 'classify', level: 'general', reason: null },
  major: { kind: 'classify', level: 'major', reason: null },
  order: { kind: 'order', assignee, requirement: '更换', dueOn: '2026-11-16', longerReason: null, interimControls: '停用该区域' },
  plan: { kind: 'plan', five: { ...five, dueOn: '2026-11-15' } },
  reportAuthority: { kind: 'report', to: 'authority', evidence: ['letter'] },
  reportStaff: { kind: 'report', to: 'staff', means: 'noticeBoard', evidence: ['board'] },
  start: { kind: 'start' },
  selfCheck: { kind: 'selfCheck', rectifiedBy: ['mate'], description: '已更换', evidence: ['photo-2'], costYuan: 58_000 },
  evaluate: {
    kind: 'evaluate',
    by: 'qualifiedBody',
    body: '评价机构',
    evaluators: [],
    opinion: '符合',
    passed: true,
    evidence: ['report'],
  },
  applyForReview: { kind: 'applyForReview', evidence: ['application'] },
  review: { kind: 'review', passed: true, opinion: '合格', evidence: ['photo-3'], noPositionReason: null },
  refuse: { kind: 'review', passed: false, opinion: '未标定', evidence: ['photo-4'], noPositionReason: null, redoOn: null, suspend: false },
  close: { kind: 'close' },
  askExtension: { kind: 'askExtension', toOn: '2026-11-30', reason: '备件未到', interimControls: '便携仪巡检' },
  grant: { kind: 'decideExtension', grant: true, toOn: '2026-11-30' },
  list: { kind: 'list', documentNo: '督办〔2026〕1号', dueOn: '2026-12-31' },
  lift: { kind: 'lift', reason: null },
} as const satisfies Record<string, Action>

const { worker, officer, head, inspector, deputy } = people

/** Found by the county's inspector and ordered to the plant's worker until 16 November. */
export const ordered = (): Story => after(foundBy(inspector), [acts.general, inspector], [acts.order, inspector])

/** The same, of a major one. */
export const majorOrdered = (): Story =>
  after(foundBy(inspector, { proposedLevel: 'major' }), [acts.major, inspector], [acts.order, inspector])

/** Found by the plant's officer, ordered by him to the worker. */
export const ownOrdered = (): Story => after(foundBy(officer, { how: 'selfCheck' }), [acts.general, officer], [acts.order, officer])

export const rectifying = (story: Story): Story =>
  story.hazard.level === 'major' ? after(story, [acts.plan, head], [acts.start, worker]) : after(story, [acts.start, worker])

export const selfChecked = (story: Story): Story => after(rectifying(story), [acts.selfCheck, worker, '2026-11-10T10:00'])

/** A major hazard that waits for the authority's review. */
export const applied = (story: Story): Story =>
  after(selfChecked(story), [acts.reportStaff, head], [acts.evaluate, deputy], [acts.applyForReview, deputy, '2026-11-12T10:00'])

/** Given a story, when somebody does something, then it happens or is refused. */
export type Case = readonly [title: string, given: () => Story, when: Told, then: string]
