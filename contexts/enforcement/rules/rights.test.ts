import { describe, expect, it } from 'vitest'
import type { Action } from './actions.ts'
import type { Penalty } from './case.ts'
import type { Person } from './people.ts'
import type { Verdict } from './refusalFacts.ts'
import {
  after,
  ask,
  askingHearing,
  beijing,
  calling,
  grave,
  heardCase,
  noticedCase,
  notifying,
  openedCase,
  people,
  proposing,
  receiving,
  served,
  weighingCase,
  type Told,
} from './testing/story.ts'

const codeOf = (verdict: Verdict<unknown>): string => (verdict.ok ? 'done' : verdict.refusal.code)
const tried = (told: Told, person: Person, action: Action, at: string): string => codeOf(ask(told, person, action, beijing(at)))
const { inspector, leader, officer, principal, mate } = people

describe('行政处罚法 art. 44: before a decision the party is told facts, reasons, basis, penalty and rights', () => {
  it('not before a penalty is proposed, nor by who does not investigate', () => {
    expect(tried(openedCase(), inspector, { kind: 'notify' }, '2026-11-04T09:00')).toBe('PROPOSAL_MISSING')
    expect(tried(after(openedCase(), proposing()), officer, { kind: 'notify' }, '2026-11-04T10:00')).toBe('CASE_NOT_YOURS')
  })
  it('not where every fact was struck', () => {
    const told = after(openedCase(), proposing(), [inspector, { kind: 'strikeFact', place: 1, reason: '证据不足' }, '2026-11-04T10:00'])
    expect(told.held.facts).toHaveLength(1)
    expect(tried(told, inspector, { kind: 'notify' }, '2026-11-04T11:00')).toBe('FACTS_MISSING')
  })
  it('the party can neither speak nor ask before the notice has reached it', () => {
    const told = after(openedCase(), proposing(grave), notifying)
    expect(tried(told, principal, { kind: 'state', text: '已整改', evidence: [] }, '2026-11-05T12:00')).toBe('NOT_SERVED')
    expect(tried(told, principal, { kind: 'askHearing', reason: '' }, '2026-11-05T12:00')).toBe('NOT_SERVED')
    expect(tried(told, people.worker, { kind: 'confirmReceipt', paper: 'notice' }, '2026-11-05T12:00')).toBe('CASE_NOT_YOURS')
  })
})

describe('行政处罚法 art. 61: each way of service with its proof', () => {
  const told = after(openedCase(), proposing(), notifying)
  const serve = (more: object): Action => ({
    kind: 'serve',
    paper: 'notice',
    way: 'direct',
    servedOn: '2026-11-05',
    receiver: '王某',
    witness: null,
    evidence: [],
    ...more,
  })
  it.each([
    ['handed over', {}, '2026-11-05T10:00', 'done'],
    ['handed over to nobody', { receiver: '' }, '2026-11-05T10:00', 'CASE_INCOMPLETE'],
    ['left without a witness', { way: 'left' }, '2026-11-05T10:00', 'CASE_INCOMPLETE'],
    ['left before a witness', { way: 'left', witness: '社区干部陈某' }, '2026-11-05T10:00', 'done'],
    ['left, with pictures', { way: 'left', evidence: ['film'] }, '2026-11-05T10:00', 'done'],
    ['posted without a receipt', { way: 'post' }, '2026-11-05T10:00', 'CASE_INCOMPLETE'],
    ['electronic without consent', { way: 'electronic' }, '2026-11-05T10:00', 'CONSENT_MISSING'],
    ['before it was made', { servedOn: '2026-11-04' }, '2026-11-05T10:00', 'DAY_UNSUITED'],
    ['tomorrow', { servedOn: '2026-11-06' }, '2026-11-05T10:00', 'DAY_UNSUITED'],
    [
      'published 29 days ago (民事诉讼法 art. 95)',
      { way: 'publication', evidence: ['p'], servedOn: '2026-12-04' },
      '2026-12-06T10:00',
      'DAY_UNSUITED',
    ],
    [
      'published 30 days ago (民事诉讼法 art. 95)',
      { way: 'publication', evidence: ['p'], servedOn: '2026-12-05' },
      '2026-12-06T10:00',
      'done',
    ],
    ['another paper', { paper: 'decision' }, '2026-11-05T10:00', 'NOTHING_TO_SERVE'],
  ])('%s: %s', (_what, more, at, code) => expect(tried(told, inspector, serve(more), at)).toBe(code))
  it('once', () => expect(tried(noticedCase(), inspector, serve({}), '2026-11-05T16:00')).toBe('SERVED_ALREADY'))
})

describe('行政处罚法 art. 63: the hearing of a large fine or a grave measure', () => {
  const of = (more: Partial<Penalty>): Told => noticedCase(more)
  it.each([
    ['49,999 yuan of a unit', of({ fineYuan: 49_999 }), 'HEARING_NOT_DUE'],
    ['50,000 yuan of a unit', of({ fineYuan: 50_000 }), 'done'],
    ['a stop of production', of({ penaltyKey: 'a102.notMended.unit', fineYuan: 0, others: ['suspend'] }), 'done'],
    ['a warning beside a small fine', of({ others: ['warning'] }), 'HEARING_NOT_DUE'],
  ])('%s: %s', (_what, told, code) => expect(tried(told, principal, { kind: 'askHearing', reason: '' }, '2026-11-09T10:00')).toBe(code))
})

describe('行政处罚法 art. 64 (1), 85: asked within five working days of the notice', () => {
  // Received on Thursday 5 November: Friday is the first day, Thursday the 12th the fifth.
  it.each([
    ['2026-11-12T23:59', 'done'],
    ['2026-11-13T00:00', 'RIGHTS_LAPSED'],
  ])('on %s: %s', (at, code) => expect(tried(noticedCase(grave), principal, { kind: 'askHearing', reason: '' }, at)).toBe(code))
  it('till then nobody closes the party’s days', () => {
    expect(tried(noticedCase(grave), inspector, { kind: 'closeRights' }, '2026-11-12T23:59')).toBe('RIGHTS_RUNNING')
    expect(tried(noticedCase(grave), inspector, { kind: 'closeRights' }, '2026-11-13T00:00')).toBe('done')
  })
})

describe('行政处罚法 art. 64 (2), 85: time and place told seven working days ahead', () => {
  const asked = after(noticedCase(grave), askingHearing)
  const call = (heldAt: string, presiderId = 'officer'): Action => ({ kind: 'callHearing', heldAt, place: '三楼', presiderId })
  it.each([
    ['2026-11-18T01:00:00Z', 'HEARING_TOO_SOON'],
    ['2026-11-19T01:00:00Z', 'done'],
  ])('called on the 10th for %s: %s', (heldAt, code) => expect(tried(asked, officer, call(heldAt), '2026-11-10T10:00')).toBe(code))
  it.each(['inspector', 'mate'])('art. 64 (4): %s, who investigates, does not preside', (presiderId) =>
    expect(tried(asked, officer, call('2026-11-23T01:00:00Z', presiderId), '2026-11-10T10:00')).toBe('INVESTIGATOR_BARRED'),
  )
  it('not held before its hour, unserved, or by another', () => {
    const called = after(asked, calling)
    const hold: Action = { kind: 'holdHearing', opinion: '清楚', record: ['r'] }
    expect(tried(called, officer, hold, '2026-11-23T10:00')).toBe('NOT_SERVED')
    const told = after(called, served('hearingNotice', '2026-11-10T16:00'))
    expect(tried(told, officer, hold, '2026-11-23T08:59')).toBe('HEARING_NOT_YET')
    expect(tried(told, leader, hold, '2026-11-23T10:00')).toBe('CASE_NOT_YOURS')
    expect(tried(told, officer, { ...hold, record: [] } as Action, '2026-11-23T10:00')).toBe('CASE_INCOMPLETE')
    expect(tried(told, officer, hold, '2026-11-23T10:00')).toBe('done')
  })
  it('told too late, it is not held then', () => {
    const told = after(asked, calling, served('hearingNotice', '2026-11-16T09:00'))
    expect(tried(told, officer, { kind: 'holdHearing', opinion: '清楚', record: ['r'] }, '2026-11-23T10:00')).toBe('HEARING_TOO_SOON')
  })
  it('art. 64 (6): the party drops it, or does not come', () => {
    const told = after(asked, calling, served('hearingNotice', '2026-11-10T16:00'))
    expect(tried(told, principal, { kind: 'dropHearing', reason: '' }, '2026-11-12T10:00')).toBe('done')
    expect(tried(told, officer, { kind: 'dropHearing', reason: '未到场' }, '2026-11-23T08:00')).toBe('CASE_NOT_YOURS')
    expect(tried(told, officer, { kind: 'dropHearing', reason: '未到场' }, '2026-11-23T09:30')).toBe('done')
  })
})

describe('行政处罚法 art. 45: what the party says is examined, each point', () => {
  const told = after(noticedCase(), [principal, { kind: 'state', text: '报警器已于 11 月 1 日更换', evidence: [] }, '2026-11-06T09:00'])
  it('by who enforces, once, with a reason', () => {
    const answer: Action = { kind: 'answerStatement', place: 1, accepted: true, reason: '经核查属实' }
    expect(tried(told, principal, answer, '2026-11-07T09:00')).toBe('CASE_NOT_YOURS')
    expect(tried(told, mate, { ...answer, reason: '' } as Action, '2026-11-07T09:00')).toBe('CASE_INCOMPLETE')
    expect(tried(told, mate, { ...answer, place: 2 } as Action, '2026-11-07T09:00')).toBe('NO_SUCH_ENTRY')
    const answered = after(told, [mate, answer, '2026-11-07T09:00'])
    expect(tried(answered, mate, answer, '2026-11-07T10:00')).toBe('NO_REQUEST_WAITING')
  })
  it('an officer writes down what was said by word of mouth', () =>
    expect(tried(noticedCase(), inspector, { kind: 'state', text: '口头陈述：……', evidence: [] }, '2026-11-06T09:00')).toBe('done'))
  it('who gave up speaking speaks no more', () =>
    expect(tried(weighingCase(), principal, { kind: 'state', text: '又及', evidence: [] }, '2026-11-06T10:00')).toBe('WAIVED_ALREADY'))
  it('after a hearing there is still room for words until the review', () =>
    expect(tried(heardCase(), principal, { kind: 'state', text: '补充', evidence: [] }, '2026-11-23T15:00')).toBe('done'))
  it('before a notice there is nothing to answer', () =>
    expect(
      tried(
        after(openedCase(), proposing(), notifying, receiving),
        inspector,
        { kind: 'answerStatement', place: 1, accepted: false, reason: '无' },
        '2026-11-06T09:00',
      ),
    ).toBe('NO_REQUEST_WAITING'))
})
