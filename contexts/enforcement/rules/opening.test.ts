import { describe, expect, it } from 'vitest'
import type { NewCase } from './actions.ts'
import { begin } from './apply.ts'
import { decideOnSpot, propose } from './decide.ts'
import type { Person } from './people.ts'
import type { Verdict } from './refusalFacts.ts'
import { after, ask, beijing, factsOf, newCase, officers, opening, openedCase, penalty, people, proposedCase } from './testing/story.ts'

const now = beijing('2026-11-02T09:00')
const codeOf = (verdict: Verdict<unknown>): string => (verdict.ok ? 'done' : verdict.refusal.code)
const proposed = (more: Partial<NewCase>, person: Person = people.inspector): string => codeOf(propose(newCase(more), factsOf(person), now))
const [one, two] = officers

describe('行政处罚法 art. 54: a case is proposed by who enforces, and opened by the person responsible', () => {
  it.each([
    ['inspector', people.inspector, 'done'],
    ['officer', people.officer, 'done'],
    ['the head of the unit', people.principal, 'CASE_NOT_YOURS'],
    ['another authority', people.stranger, 'CASE_NOT_YOURS'],
  ] as const)('%s: %s', (_who, person, code) => expect(proposed({}, person)).toBe(code))

  it('only the leader opens it, and not one who investigates', () => {
    expect(codeOf(ask(proposedCase(), people.officer, { kind: 'approveOpening' }, now))).toBe('CASE_NOT_YOURS')
    const own = proposedCase({ officers: [{ personId: 'leader', certificateNo: '1', validTo: '2028-01-01' }, ...officers] })
    expect(codeOf(ask(own, people.leader, { kind: 'approveOpening' }, now))).toBe('INVESTIGATOR_BARRED')
    expect(after(proposedCase(), opening).held.state).toBe('investigating')
  })

  it('refused, it is closed as not opened and stays', () => {
    const told = after(proposedCase(), [people.leader, { kind: 'refuseOpening', reason: '不属本机关管辖' }, '2026-11-03T09:00'])
    expect(told.held).toMatchObject({ state: 'closed', outcome: 'notOpened', reason: '不属本机关管辖' })
    expect(codeOf(ask(proposedCase(), people.leader, { kind: 'refuseOpening', reason: ' ' }, now))).toBe('CASE_INCOMPLETE')
  })
})

describe('行政处罚法 art. 42, 43: two officers with certificates in force, none with an interest', () => {
  it.each([
    ['one', [one!], 'OFFICERS_TOO_FEW'],
    ['none', [], 'OFFICERS_TOO_FEW'],
    ['the same twice', [one!, one!], 'OFFICER_TWICE'],
    ['a certificate that ran out yesterday', [one!, { ...two!, validTo: '2026-11-01' }], 'CERTIFICATE_INVALID'],
    ['a certificate that runs out today', [one!, { ...two!, validTo: '2026-11-02' }], 'done'],
    ['no certificate number', [one!, { ...two!, certificateNo: '  ' }], 'CERTIFICATE_INVALID'],
    ['the party himself', [one!, { ...two!, personId: 'accused' }], 'OFFICER_INTERESTED'],
    ['two', [one!, two!], 'done'],
  ])('%s: %s', (_what, given, code) =>
    expect(proposed({ officers: given, party: { kind: 'person', name: '王某', title: '主要负责人', personId: 'accused' } })).toBe(code),
  )

  it('who was asked to stand back is replaced by the leader, and never comes back', () => {
    const asked = after(openedCase(), [
      people.mate,
      { kind: 'askRecusal', personId: 'mate', reason: '近亲属在该公司任职' },
      '2026-11-03T10:00',
    ])
    const answer = { kind: 'decideRecusal', agree: true, reason: '应当回避', replacement: null } as const
    expect(codeOf(ask(asked, people.leader, answer, now))).toBe('OFFICERS_TOO_FEW')
    expect(codeOf(ask(asked, people.officer, answer, now))).toBe('CASE_NOT_YOURS')
    const third = { personId: 'third', certificateNo: '33011403', validTo: '2028-12-31' }
    const done = after(asked, [people.leader, { ...answer, replacement: third }, '2026-11-03T11:00'])
    expect(done.held.officers.map(({ personId }) => personId)).toEqual(['inspector', 'third'])
    expect(done.held.investigators).toEqual(['inspector', 'mate', 'third'])
    const back = { kind: 'replaceOfficers', officers, reason: '复归' } as const
    expect(codeOf(ask(done, people.leader, back, now))).toBe('OFFICER_INTERESTED')
  })
})

describe('行政处罚法 art. 36: what was not found within two years, or five where life or health was harmed, is punished no more', () => {
  it.each([
    [null, false, 'done'],
    ['2024-10-20', false, 'done'],
    ['2024-10-19', false, 'TIME_LIMIT_PASSED'],
    ['2024-10-19', true, 'done'],
    ['2021-10-19', true, 'TIME_LIMIT_PASSED'],
  ] as const)('ended %s, harm %s: %s', (actEndedOn, harm, code) => expect(proposed({ actEndedOn, harm })).toBe(code))
})

describe('what a proposal needs', () => {
  it.each([
    ['a matter', { matter: ' ' }, 'CASE_INCOMPLETE'],
    ['the person’s post', { party: { kind: 'person', name: '王某', title: null, personId: null } }, 'CASE_INCOMPLETE'],
    ['evidence where no hazard proves it', { fact: { text: '未如实记录', evidence: [], hazard: null } }, 'CASE_INCOMPLETE'],
    ['a day of finding that has come', { foundOn: '2026-11-03' }, 'DAY_UNSUITED'],
    ['an end of the act before it was found', { actEndedOn: '2026-10-21' }, 'DAY_UNSUITED'],
  ] as const)('%s', (_what, more, code) => expect(proposed(more as Partial<NewCase>)).toBe(code))
})

describe('行政处罚法 art. 51, 52: on the spot a unit up to 3,000 yuan, a person up to 200', () => {
  const onSpot = (fineYuan: number, more: Partial<NewCase> = {}, person: Person = people.inspector, receiver = '李某') =>
    decideOnSpot(
      newCase(more),
      { penalty: penalty({ fineYuan, penaltyKey: more.party ? 'a104.first.person' : 'a104.first.unit' }), receiver },
      factsOf(person),
      now,
    )
  const accused = { party: { kind: 'person', name: '王某', title: '班长', personId: null } } as const
  it.each([
    ['3,000 of a unit', onSpot(3000), 'done'],
    ['3,001 of a unit', onSpot(3001), 'SIMPLE_TOO_MUCH'],
    ['200 of a person', onSpot(200, accused), 'done'],
    ['201 of a person', onSpot(201, accused), 'SIMPLE_TOO_MUCH'],
    ['one officer alone', onSpot(1000, { officers: [one!] }), 'OFFICERS_TOO_FEW'],
    ['by somebody who is not there', onSpot(1000, {}, people.officer), 'CASE_NOT_YOURS'],
    ['not handed over', onSpot(1000, {}, people.inspector, ''), 'CASE_INCOMPLETE'],
  ])('%s: %s', (_what, verdict, code) => expect(codeOf(verdict)).toBe(code))

  it('makes a case that is decided and served at once', () => {
    const event = onSpot(1000)
    if (!event.ok) throw new Error(event.refusal.code)
    expect(begin(event.value)).toMatchObject({
      state: 'served',
      procedure: 'simple',
      service: { way: 'direct', servedOn: '2026-11-02', receiver: '李某' },
    })
  })
})
