import { asWritten } from '../../../../kernel/law.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import type { Action, DeedFacts, NewCase, Settings } from '../actions.ts'
import { apply, begin } from '../apply.ts'
import type { Case, Officer, Penalty } from '../case.ts'
import { decide, propose } from '../decide.ts'
import type { CaseEvent } from '../events.ts'
import type { Person } from '../people.ts'
import type { Verdict } from '../refusalFacts.ts'

export const settings: Settings = { tightened: asWritten, calendar: publicHolidays }

const bureau = (personId: string, ...roles: Person['roles']): Person => ({ personId, organisationId: 'bureau', side: 'authority', roles })

/** The people of the stories. */
export const people = {
  inspector: bureau('inspector', 'inspector'),
  mate: bureau('mate', 'inspector'),
  officer: bureau('officer', 'officer'),
  leader: bureau('leader', 'leader'),
  deputy: bureau('deputy', 'leader'),
  principal: { personId: 'principal', organisationId: 'plant', side: 'party', roles: ['principal'] },
  worker: { personId: 'worker', organisationId: 'plant', side: 'party', roles: ['worker'] },
  stranger: { personId: 'stranger', organisationId: 'elsewhere', side: 'other', roles: ['leader', 'officer', 'inspector', 'principal'] },
} as const satisfies Record<string, Person>

/** A moment in Beijing: `2026-11-02T09:00`. */
export const beijing = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}:00+08:00`)

export const factsOf = (person: Person): DeedFacts => ({ ...settings, person })

export const officers: readonly Officer[] = [
  { personId: 'inspector', certificateNo: '33011401', validTo: '2028-12-31' },
  { personId: 'mate', certificateNo: '33011402', validTo: '2028-12-31' },
]

export const penalty = (more: Partial<Penalty> = {}): Penalty => ({
  penaltyKey: 'a102.first.unit',
  fineYuan: 30_000,
  others: [],
  incomeYuan: null,
  discretion: { kind: 'usual', reasons: '首次查处，积极配合' },
  ...more,
})

export const newCase = (more: Partial<NewCase> = {}): NewCase => ({
  caseId: 'case-1',
  unitId: 'unit-1',
  organisationId: 'plant',
  cause: 'hazardLate',
  matter: '未采取措施消除重大事故隐患',
  party: { kind: 'unit', name: '某化工有限公司', title: null, personId: null },
  foundOn: '2026-10-20',
  actEndedOn: null,
  harm: false,
  officers,
  fact: { text: '罐区报警器失效逾期未改', evidence: [], hazard: { hazardId: 'hazard-1', number: '330114-2026-00001', version: 4 } },
  ...more,
})

/** A case with all that happened to it. */
export type Told = { readonly held: Case; readonly history: readonly CaseEvent[] }

export const proposedCase = (more: Partial<NewCase> = {}, at = beijing('2026-11-02T09:00')): Told => {
  const begun = propose(newCase(more), factsOf(people.inspector), at)
  if (!begun.ok) throw new Error(`the story does not begin: ${begun.refusal.code}`)
  return { held: begin(begun.value), history: [begun.value] }
}

export const ask = ({ held }: Told, person: Person, action: Action, at: Temporal.Instant): Verdict<CaseEvent> =>
  decide(held, action, factsOf(person), at)

/** A deed of a story: who, what, and when in Beijing. */
export type Line = readonly [Person, Action, string]

/** The case after deeds that nobody can refuse. */
export const after = (told: Told, ...lines: readonly Line[]): Told =>
  lines.reduce((before, [person, action, at]) => {
    const event = ask(before, person, action, beijing(at))
    if (!event.ok) throw new Error(`${action.kind}: ${JSON.stringify(event.refusal)}`)
    return { held: apply(before.held, event.value), history: [...before.history, event.value] }
  }, told)

const { inspector, leader, officer, principal } = people

export const opening: Line = [leader, { kind: 'approveOpening' }, '2026-11-03T09:00']
export const proposing = (more: Partial<Penalty> = {}): Line => [
  inspector,
  { kind: 'proposePenalty', penalty: penalty(more) },
  '2026-11-04T09:00',
]
export const notifying: Line = [inspector, { kind: 'notify' }, '2026-11-05T09:00']
export const receiving: Line = [principal, { kind: 'confirmReceipt', paper: 'notice' }, '2026-11-05T15:00']
export const askingHearing: Line = [principal, { kind: 'askHearing', reason: '处罚过重' }, '2026-11-09T10:00']
export const calling: Line = [
  officer,
  { kind: 'callHearing', heldAt: '2026-11-23T01:00:00Z', place: '区应急局三楼', presiderId: 'officer' },
  '2026-11-10T10:00',
]
export const served = (paper: 'hearingNotice' | 'decision', at: string): Line => [principal, { kind: 'confirmReceipt', paper }, at]
export const holding: Line = [officer, { kind: 'holdHearing', opinion: '事实清楚', record: ['record-1'] }, '2026-11-23T11:00']
export const reviewing: Line = [officer, { kind: 'reviewLegally', passed: true, opinion: '程序合法' }, '2026-11-24T09:00']
export const discussing: Line = [leader, { kind: 'discuss', attendees: ['leader', 'deputy'], opinion: '同意' }, '2026-11-24T10:00']
export const deciding = (more: Partial<Penalty> = {}, at = '2026-11-25T09:00'): Line => [
  leader,
  { kind: 'decide', result: 'penalty', penalty: penalty(more), reasons: '事实清楚，证据确凿', rectifyBy: '2026-12-15', lateReason: null },
  at,
]

export const grave = { fineYuan: 100_000, penaltyKey: 'a97.record.first.unit' } as const

/** Stages of the usual stories: a small fine without a hearing, and a large one with it. */
export const openedCase = (): Told => after(proposedCase(), opening)
export const noticedCase = (more: Partial<Penalty> = {}): Told => after(openedCase(), proposing(more), notifying, receiving)
export const weighingCase = (): Told => after(noticedCase(), [principal, { kind: 'waive' }, '2026-11-06T09:00'])
export const heardCase = (): Told => after(noticedCase(grave), askingHearing, calling, served('hearingNotice', '2026-11-10T16:00'), holding)
export const decidedCase = (): Told => after(weighingCase(), deciding())
export const servedCase = (): Told => after(decidedCase(), served('decision', '2026-11-26T09:00'))
