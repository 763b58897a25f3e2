import { describe, expect, it } from 'vitest'
import type { Action } from './actions.ts'
import type { CaseIn } from './case.ts'
import { lawDeadline, serviceDeadline } from './clocks.ts'
import { dailyFine, outstandingYuan, payDeadline, surchargeYuan } from './fine.ts'
import type { Person } from './people.ts'
import type { Verdict } from './refusalFacts.ts'
import { after, ask, beijing, decidedCase, people, served, servedCase, settings, type Line, type Told } from './testing/story.ts'

const codeOf = (verdict: Verdict<unknown>): string => (verdict.ok ? 'done' : verdict.refusal.code)
const tried = (told: Told, person: Person, action: Action, at: string): string => codeOf(ask(told, person, action, beijing(at)))
const heldOf = (told: Told): CaseIn<'served'> => told.held as CaseIn<'served'>
const { inspector, leader, principal } = people
const pay = (yuan: number, paidOn: string, at = `${paidOn}T17:00`): Line => [
  inspector,
  { kind: 'recordPayment', yuan, paidOn, receiptNo: '3301-1' },
  at,
]
const mended: Line = [inspector, { kind: 'recordRectified', opinion: '已更换', evidence: ['photo'] }, '2026-12-10T09:00']

describe('行政处罚法 art. 61, 85: served within seven working days', () => {
  it('decided on Wednesday 25 November, by Friday 4 December', () =>
    expect(serviceDeadline(decidedCase().held as CaseIn<'decided'>, settings).lastDay?.toString()).toBe('2026-12-04'))
  it('later service counts, and the clock shows that it is late', () => {
    const told = after(decidedCase(), served('decision', '2026-12-07T09:00'))
    expect(told.held.state).toBe('served')
  })
})

describe('行政处罚法 art. 67: paid within fifteen days of receipt', () => {
  // Received on 26 November; the fifteenth day is Friday 11 December.
  it('the term runs from the receipt', () => expect(payDeadline(heldOf(servedCase()), settings).lastDay?.toString()).toBe('2026-12-11'))
  it.each([
    ['in whole', 30_000, '2026-12-01', 'done'],
    ['in part', 10_000, '2026-12-01', 'done'],
    ['too much', 30_001, '2026-12-01', 'PAID_TOO_MUCH'],
    ['nothing', 0, '2026-12-01', 'PAID_TOO_MUCH'],
    ['before it was received', 30_000, '2026-11-25', 'DAY_UNSUITED'],
  ])('%s: %s', (_what, yuan, paidOn, code) =>
    expect(tried(servedCase(), inspector, { kind: 'recordPayment', yuan, paidOn, receiptNo: '1' }, '2026-12-02T09:00')).toBe(code),
  )
  it('paid, no legal clock runs', () => {
    expect(lawDeadline(servedCase().held, '2026-12-01', settings)).not.toBeNull()
    expect(lawDeadline(after(servedCase(), pay(30_000, '2026-12-01')).held, '2026-12-01', settings)).toBeNull()
  })
})

describe('行政处罚法 art. 72 (1): 3 % a day after the term, together no more than the fine', () => {
  it.each([
    ['2026-12-11', 0],
    ['2026-12-12', 900],
    ['2026-12-21', 9_000],
    ['2027-01-13', 29_700],
    ['2027-01-14', 30_000],
    ['2027-06-30', 30_000],
  ])('by %s: %i yuan', (today, yuan) => expect(surchargeYuan(heldOf(servedCase()), today, settings)).toBe(yuan))
  it('of what is unpaid that day', () => {
    const told = after(servedCase(), pay(20_000, '2026-12-11'))
    expect(surchargeYuan(heldOf(told), '2026-12-12', settings)).toBe(300)
    expect(outstandingYuan(heldOf(told), '2026-12-12', settings)).toBe(10_300)
  })
  it('what was paid in time and written down late bears none', () => {
    expect(
      tried(servedCase(), inspector, { kind: 'recordPayment', yuan: 30_001, paidOn: '2026-12-11', receiptNo: '1' }, '2026-12-20T09:00'),
    ).toBe('PAID_TOO_MUCH')
    const told = after(servedCase(), pay(30_000, '2026-12-11', '2026-12-20T09:00'))
    expect(outstandingYuan(heldOf(told), '2026-12-20', settings)).toBe(0)
  })
})

describe('行政处罚法 art. 66: more time is asked by the party and granted by the leader', () => {
  const asked = after(servedCase(), [principal, { kind: 'askInstalments', reason: '停产' }, '2026-12-01T09:00'])
  it('granted, the term is the day granted', () => {
    expect(
      tried(asked, inspector, { kind: 'decideInstalments', agree: true, dueOn: '2027-01-31', reason: '属实' }, '2026-12-02T09:00'),
    ).toBe('CASE_NOT_YOURS')
    const told = after(asked, [leader, { kind: 'decideInstalments', agree: true, dueOn: '2027-01-31', reason: '属实' }, '2026-12-02T09:00'])
    expect(payDeadline(heldOf(told), settings).lastDay?.toString()).toBe('2027-01-31')
    expect(surchargeYuan(heldOf(told), '2027-01-31', settings)).toBe(0)
  })
  it('one request at a time', () =>
    expect(tried(asked, principal, { kind: 'askInstalments', reason: '又' }, '2026-12-02T09:00')).toBe('REQUEST_WAITING'))
})

describe('行政处罚法 art. 73: a remedy does not stop the performance; the surcharge stands still', () => {
  const noted = after(servedCase(), [
    principal,
    { kind: 'noteRemedy', remedy: 'reconsideration', filedOn: '2026-12-16' },
    '2026-12-16T09:00',
  ])
  it('four days before it, none during it, and on after it', () => {
    expect(surchargeYuan(heldOf(noted), '2026-12-31', settings)).toBe(3_600)
    const ended = after(noted, [inspector, { kind: 'endRemedy', endedOn: '2027-01-05', outcome: 'upheld' }, '2027-01-06T09:00'])
    expect(surchargeYuan(heldOf(ended), '2027-01-05', settings)).toBe(4_500)
  })
  it('the term to pay does not move', () => expect(payDeadline(heldOf(noted), settings).lastDay?.toString()).toBe('2026-12-11'))
  it('not closed while it is open', () => {
    const told = after(noted, pay(33_600, '2026-12-16', '2026-12-17T09:00'), [
      inspector,
      { kind: 'recordRectified', opinion: '已', evidence: ['p'] },
      '2026-12-17T10:00',
    ])
    expect(tried(told, inspector, { kind: 'close', reason: '' }, '2026-12-18T09:00')).toBe('NOT_PERFORMED')
  })
  it('revoked, the case is closed as that', () =>
    expect(
      after(noted, [inspector, { kind: 'endRemedy', endedOn: '2027-01-05', outcome: 'revoked' }, '2027-01-06T09:00']).held,
    ).toMatchObject({ state: 'closed', outcome: 'revoked' }))
})

describe('行政强制法 art. 53, 54: called upon, then the court', () => {
  const late = after(servedCase(), [inspector, { kind: 'urge' }, '2026-12-14T09:00'])
  it('nobody is called upon before the term', () =>
    expect(tried(servedCase(), inspector, { kind: 'urge' }, '2026-12-11T09:00')).toBe('NOT_OVERDUE'))
  it.each([
    ['2026-12-20T09:00', 'COURT_TOO_SOON'],
    ['2027-05-25T09:00', 'COURT_TOO_SOON'],
    ['2027-06-01T09:00', 'done'],
  ])('the court on %s: %s', (at, code) => expect(tried(late, leader, { kind: 'askCourt' }, at)).toBe(code))
  it('never without the call', () => expect(tried(servedCase(), leader, { kind: 'askCourt' }, '2027-06-01T09:00')).toBe('COURT_TOO_SOON'))
})

describe('安全生产法 art. 112: refused, the fine again for each day from the day after the order', () => {
  it.each([
    ['2026-11-25', 0, 0],
    ['2026-11-26', 1, 30_000],
    ['2026-12-05', 10, 300_000],
  ])('ordered on 25 November, by %s', (today, days, yuan) => expect(dailyFine(30_000, '2026-11-25', today)).toEqual({ days, yuan }))
})

describe('结案: paid, put right, no remedy open', () => {
  it('each is asked for', () => {
    const close: Action = { kind: 'close', reason: '' }
    expect(tried(servedCase(), inspector, close, '2026-12-10T10:00')).toBe('NOT_PERFORMED')
    const paid = after(servedCase(), pay(30_000, '2026-12-01'))
    expect(tried(paid, inspector, close, '2026-12-10T10:00')).toBe('NOT_PERFORMED')
    expect(after(paid, mended, [inspector, close, '2026-12-10T10:00']).held).toMatchObject({ state: 'closed', outcome: 'performed' })
  })
})
