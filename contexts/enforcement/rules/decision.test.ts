import { describe, expect, it } from 'vitest'
import type { Action } from './actions.ts'
import type { Penalty } from './case.ts'
import { lawDeadline } from './clocks.ts'
import { fineRange, penaltyRow, penaltyTable } from './penalties.ts'
import type { Person } from './people.ts'
import type { Verdict } from './refusalFacts.ts'
import {
  after,
  ask,
  beijing,
  deciding,
  decidedCase,
  discussing,
  grave,
  heardCase,
  noticedCase,
  openedCase,
  penalty,
  people,
  proposedCase,
  reviewing,
  settings,
  weighingCase,
  type Told,
} from './testing/story.ts'

const codeOf = (verdict: Verdict<unknown>): string => (verdict.ok ? 'done' : verdict.refusal.code)
const tried = (told: Told, person: Person, action: Action, at: string): string => codeOf(ask(told, person, action, beijing(at)))
const { inspector, leader, officer, mate, principal } = people
const decide = (more: object = {}, fine: Partial<Penalty> = {}): Action => ({ ...(deciding(fine)[1] as object), ...more }) as Action

describe('安全生产法 art. 94–114: amounts by clause, by branch and by who is fined', () => {
  it.each([
    ['art. 94, principal, first', 'a94.first.person', 20_000, 50_000],
    ['art. 94, principal, not mended', 'a94.notMended.person', 50_000, 100_000],
    ['art. 96, safety officer', 'a96.first.person', 10_000, 30_000],
    ['art. 97 (5), not recorded, first', 'a97.record.first.unit', 0, 100_000],
    ['art. 97 (5), not recorded, not mended', 'a97.record.notMended.unit', 100_000, 200_000],
    ['art. 97 (5), direct person, not mended', 'a97.record.notMended.person', 20_000, 50_000],
    ['art. 99, first', 'a99.first.unit', 0, 50_000],
    ['art. 99, not mended', 'a99.notMended.unit', 50_000, 200_000],
    ['art. 101, first', 'a101.system.first.unit', 0, 100_000],
    ['art. 102, not removed', 'a102.first.unit', 0, 50_000],
    ['art. 102, direct person who refuses', 'a102.notMended.person', 50_000, 100_000],
    ['art. 108, hinders inspection', 'a108.notMended.unit', 20_000, 200_000],
    ['art. 109, no insurance', 'a109.first.unit', 50_000, 100_000],
    ['art. 114 (1), ordinary accident', 'a114.accident.unit', 300_000, 1_000_000],
  ])('%s', (_clause, key, lowest, highest) => expect(fineRange(penaltyRow(key)!, null)).toEqual({ lowest, highest }))
  it('art. 95: 40 % of the year before, art. 110: 60 to 100 %', () => {
    expect(fineRange(penaltyRow('a95.accident.person')!, 300_000)).toEqual({ lowest: 120_000, highest: 120_000 })
    expect(fineRange(penaltyRow('a110.accident.person')!, 300_000)).toEqual({ lowest: 180_000, highest: 300_000 })
  })
  it('each row has a key of its own, and its bounds are in order', () => {
    expect(new Set(penaltyTable.map(({ key }) => key)).size).toBe(penaltyTable.length)
    for (const { lowest, highest } of penaltyTable) expect(lowest).toBeLessThanOrEqual(highest)
  })
})

describe('行政处罚法 art. 32, 33: within the amounts, below them only with what mitigates, never above', () => {
  const propose = (more: Partial<Penalty>, told: Told = openedCase()): string =>
    tried(told, inspector, { kind: 'proposePenalty', penalty: penalty(more) }, '2026-11-04T09:00')
  const mitigated = { kind: 'mitigated', reasons: '主动消除危害后果' } as const
  it.each([
    ['the highest', { fineYuan: 50_000 }, 'done'],
    ['above the highest', { fineYuan: 50_001 }, 'FINE_OUT_OF_RANGE'],
    ['nothing at all', { fineYuan: 0 }, 'PENALTY_EMPTY'],
    ['part of a yuan', { fineYuan: 100.5 }, 'FINE_OUT_OF_RANGE'],
    ['below the lowest', { penaltyKey: 'a108.notMended.unit', fineYuan: 19_999 }, 'FINE_OUT_OF_RANGE'],
    ['below the lowest, mitigated', { penaltyKey: 'a108.notMended.unit', fineYuan: 19_999, discretion: mitigated }, 'done'],
    ['mitigated, and yet within', { penaltyKey: 'a108.notMended.unit', fineYuan: 20_000, discretion: mitigated }, 'FINE_OUT_OF_RANGE'],
    ['a stop that the clause does not know', { others: ['suspend'] }, 'OTHER_PENALTY_UNKNOWN'],
    ['no reasons', { discretion: { kind: 'usual', reasons: '' } }, 'CASE_INCOMPLETE'],
    ['a row for persons', { penaltyKey: 'a94.first.person' }, 'PENALTY_WHO_WRONG'],
    ['no such row', { penaltyKey: 'a1' }, 'PENALTY_UNKNOWN'],
  ] as const)('%s: %s', (_what, more, code) => expect(propose(more as Partial<Penalty>)).toBe(code))
  it('a share of an income needs the income', () => {
    const told = after(proposedCase({ cause: 'dutyFailed', party: { kind: 'person', name: '王某', title: '总经理', personId: null } }), [
      leader,
      { kind: 'approveOpening' },
      '2026-11-03T09:00',
    ])
    expect(propose({ penaltyKey: 'a95.accident.person', fineYuan: 120_000 }, told)).toBe('CASE_INCOMPLETE')
    expect(propose({ penaltyKey: 'a95.accident.person', fineYuan: 120_000, incomeYuan: 300_000 }, told)).toBe('done')
  })
})

describe('行政处罚法 art. 57, 58: a grave case is reviewed by law and discussed before it is decided', () => {
  it('review first, then the discussion, then the decision', () => {
    const told = heardCase()
    expect(tried(told, leader, decide({}, grave), '2026-11-25T09:00')).toBe('REVIEW_MISSING')
    expect(tried(told, leader, { kind: 'discuss', attendees: ['a', 'b'], opinion: '同意' }, '2026-11-24T09:00')).toBe('REVIEW_MISSING')
    expect(tried(after(told, reviewing), leader, decide({}, grave), '2026-11-25T09:00')).toBe('DISCUSSION_MISSING')
    expect(tried(after(told, reviewing), leader, { kind: 'discuss', attendees: ['leader'], opinion: '同意' }, '2026-11-24T09:00')).toBe(
      'CASE_INCOMPLETE',
    )
    expect(tried(after(told, reviewing, discussing), leader, decide({}, grave), '2026-11-25T09:00')).toBe('done')
  })
  it.each([
    ['inspector', inspector],
    ['mate', mate],
  ])('%s, who investigated, does not review', (_who, person) =>
    expect(tried(heardCase(), person, { kind: 'reviewLegally', passed: true, opinion: '无' }, '2026-11-24T09:00')).toBe(
      'INVESTIGATOR_BARRED',
    ),
  )
  it('what is wanting goes back to be looked into, and needs a notice of its own', () => {
    const told = after(heardCase(), [officer, { kind: 'reviewLegally', passed: false, opinion: '证据不足' }, '2026-11-24T09:00'])
    expect(told.held).toMatchObject({ state: 'investigating', proposal: null })
    expect(tried(told, leader, decide({}, grave), '2026-11-25T09:00')).toBe('CASE_STATE_WRONG')
  })
  it('a small one is decided without', () => expect(tried(weighingCase(), leader, decide(), '2026-11-25T09:00')).toBe('done'))
  it('only the person responsible decides', () => {
    expect(tried(weighingCase(), officer, decide(), '2026-11-25T09:00')).toBe('CASE_NOT_YOURS')
    expect(tried(weighingCase(), inspector, decide(), '2026-11-25T09:00')).toBe('CASE_NOT_YOURS')
  })
})

describe('行政处罚法 art. 45: a defence never makes it heavier', () => {
  const told = after(noticedCase(), [principal, { kind: 'state', text: '已整改', evidence: [] }, '2026-11-06T09:00'])
  const answered = after(
    told,
    [mate, { kind: 'answerStatement', place: 1, accepted: true, reason: '属实' }, '2026-11-07T09:00'],
    [inspector, { kind: 'closeRights' }, '2026-11-13T09:00'],
  )
  it('undecided while a point waits for its answer', () => {
    const waiting = after(told, [inspector, { kind: 'closeRights' }, '2026-11-13T09:00'])
    expect(tried(waiting, leader, decide(), '2026-11-25T09:00')).toBe('STATEMENT_UNANSWERED')
  })
  it.each([
    ['the same', {}, 'done'],
    ['less', { fineYuan: 20_000 }, 'done'],
    ['one yuan more', { fineYuan: 30_001 }, 'HEAVIER_THAN_NOTICED'],
    ['a warning more', { others: ['warning'] }, 'HEAVIER_THAN_NOTICED'],
    ['by another clause', { penaltyKey: 'a99.first.unit' }, 'OTHER_CLAUSE_THAN_NOTICED'],
  ] as const)('%s: %s', (_what, more, code) =>
    expect(tried(answered, leader, decide({}, more as Partial<Penalty>), '2026-11-25T09:00')).toBe(code),
  )
})

describe('行政处罚法 art. 60: decided within ninety days of the opening', () => {
  // Opened on 3 November 2026: the ninetieth day is 1 February 2027, a Monday.
  it('the clock is the law’s, and goes on through notice and hearing', () => {
    for (const told of [openedCase(), noticedCase(grave), heardCase()])
      expect(lawDeadline(told.held, '2026-11-25', settings)?.lastDay?.toString()).toBe('2027-02-01')
  })
  it.each([
    ['2027-02-01T23:59', null, 'done'],
    ['2027-02-02T00:00', null, 'DECISION_LATE'],
    ['2027-02-02T00:00', '鉴定延误', 'done'],
  ])('on %s with the reason %s: %s', (at, lateReason, code) =>
    expect(tried(weighingCase(), leader, decide({ lateReason, rectifyBy: null }), at)).toBe(code),
  )
  it('extended before it ends, with a reason, by ninety days at most', () => {
    const extend = (toOn: string, reason = '案情复杂'): Action => ({ kind: 'extend', toOn, reason })
    expect(tried(openedCase(), leader, extend('2027-02-01'), '2026-12-01T09:00')).toBe('TERM_UNSUITED')
    expect(tried(openedCase(), leader, extend('2027-05-03'), '2026-12-01T09:00')).toBe('TERM_UNSUITED')
    expect(tried(openedCase(), leader, extend('2027-03-01', ''), '2026-12-01T09:00')).toBe('CASE_INCOMPLETE')
    expect(tried(openedCase(), leader, extend('2027-03-01'), '2027-02-02T00:00')).toBe('TERM_GONE_BY')
    expect(tried(openedCase(), officer, extend('2027-03-01'), '2026-12-01T09:00')).toBe('CASE_NOT_YOURS')
    const told = after(openedCase(), [leader, extend('2027-03-01'), '2026-12-01T09:00'])
    expect(lawDeadline(told.held, '2026-12-01', settings)?.lastDay?.toString()).toBe('2027-03-01')
  })
})

describe('行政处罚法 art. 27, 33, 57: no penalty, not founded, handed to justice, withdrawn: closed and kept', () => {
  const other = (result: string): Action =>
    ({ kind: 'decide', result, penalty: null, reasons: '初次违法且后果轻微并及时改正', rectifyBy: null, lateReason: null }) as Action
  it.each(['noPenalty', 'notFounded', 'handOver'])('%s once it was looked into', (result) => {
    expect(tried(openedCase(), leader, other(result), '2026-11-05T09:00')).toBe('done')
    expect(tried(openedCase(), leader, { ...other(result), penalty: penalty() } as Action, '2026-11-05T09:00')).toBe('RESULT_UNSUITED')
    expect(tried(openedCase(), leader, { ...other(result), reasons: '' } as Action, '2026-11-05T09:00')).toBe('CASE_INCOMPLETE')
  })
  it.each([
    ['handOver', 'handedOver'],
    ['notFounded', 'notFounded'],
  ])('%s is closed as %s', (result, outcome) => {
    const told = after(
      openedCase(),
      [leader, other(result), '2026-11-05T09:00'],
      [inspector, { kind: 'close', reason: '' }, '2026-11-06T09:00'],
    )
    expect(told.held).toMatchObject({ state: 'closed', outcome })
  })
  it('no penalty is told the party before it is closed', () => {
    const told = after(openedCase(), [leader, other('noPenalty'), '2026-11-05T09:00'])
    expect(tried(told, inspector, { kind: 'close', reason: '' }, '2026-11-06T09:00')).toBe('NOT_SERVED')
  })
  it('withdrawn before a decision alone', () => {
    expect(tried(noticedCase(), leader, { kind: 'withdraw', reason: '重复立案' }, '2026-11-06T09:00')).toBe('done')
    expect(tried(decidedCase(), leader, { kind: 'withdraw', reason: '重复立案' }, '2026-11-26T09:00')).toBe('CASE_STATE_WRONG')
  })
})
