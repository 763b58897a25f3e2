import { describe, expect, it } from 'vitest'
import { asWritten } from '../../../kernel/law.ts'
import { rowFaults } from '../../law/rules/limitRows.ts'
import { dueAt, forgetIdentityAt } from './clocks.ts'
import { limits } from './limits.ts'
import { rewardRange } from './reward.ts'
import { accept, after, agree, answer, checkTrue, inspector, keeper, leader, newTip, officer, propose, settings } from './testing/story.ts'
import type { AccidentGrade, RewardKind } from './tip.ts'

const of = (kind: RewardKind, more: { fineYuan?: number; deaths?: number; grade?: AccidentGrade } = {}) => ({
  kind,
  fineYuan: 0,
  deaths: 0,
  grade: 'general' as AccidentGrade,
  ...more,
})

describe('安监总财〔2018〕19号: what a true tip is rewarded with', () => {
  it.each([
    [0, 3000],
    [19_999, 3000],
    [20_000, 3000],
    [20_020, 3003],
    [100_000, 15_000],
    [2_000_000, 300_000],
    [5_000_000, 300_000],
  ])('a major hazard with a fine of %d yuan: 15 %%, 3,000 at least and 300,000 at most, %d', (fineYuan, due) => {
    expect(rewardRange(of('major', { fineYuan }), false, asWritten)).toMatchObject({ leastYuan: due, mostYuan: due })
  })
  it.each([
    ['general', 1, 30_000],
    ['larger', 3, 120_000],
    ['major', 2, 100_000],
    ['gravest', 6, 300_000],
  ] as const)('a concealed accident, %s, %d dead: %d', (grade, deaths, due) => {
    expect(rewardRange(of('concealed', { grade, deaths }), false, asWritten)).toMatchObject({ leastYuan: due, mostYuan: due })
  })
  it('应急〔2020〕69号: who works there may be given more, never above the most', () => {
    expect(rewardRange(of('major', { fineYuan: 100_000 }), true, asWritten)).toMatchObject({ leastYuan: 15_000, mostYuan: 18_000 })
    expect(rewardRange(of('major', { fineYuan: 2_000_000 }), true, asWritten)).toMatchObject({ leastYuan: 300_000, mostYuan: 300_000 })
  })
  it('what a province raised counts', () => {
    expect(rewardRange(of('general'), false, new Map([['tips.reward.general.mostYuan', 3000]])).mostYuan).toBe(3000)
  })
  it('none is nothing', () => {
    expect(rewardRange(of('none'), true, asWritten)).toEqual({ leastYuan: 0, mostYuan: 0, rows: [] })
  })
})

describe('the limits of the room', () => {
  it('are rows that the law table takes', () => {
    expect(rowFaults(Object.values(limits))).toEqual([])
    expect(Object.values(limits).filter(({ key }) => !key.startsWith('tips.'))).toEqual([])
  })
})

describe('the clocks of a tip', () => {
  it('安全生产法 art. 73: seven working days to the decision to accept', () => {
    // From a Tuesday: Wednesday is the first, the Thursday of the week after the seventh.
    expect(dueAt(newTip(), settings)).toBe('2026-12-03T16:00:00.000Z')
    expect(dueAt(newTip(), { ...settings, tightened: new Map([['tips.accept.workingDays', 2]]) })).toBe('2026-11-26T16:00:00.000Z')
  })
  it('安监总财〔2018〕19号: sixty days from the acceptance to the answer, thirty more once', () => {
    const accepted = after(newTip(), [officer, accept])
    // The sixtieth day is a Sunday and runs on to Monday (民法典 art. 203).
    expect(dueAt(accepted, settings)).toBe('2027-01-25T16:00:00.000Z')
    const extended = after(accepted, [leader, { kind: 'extend', reason: '需检测' }])
    expect(dueAt(extended, settings)).toBe('2027-02-23T16:00:00.000Z')
    expect(dueAt(after(extended, [inspector, checkTrue]), settings)).toBe('2027-02-23T16:00:00.000Z')
  })
  it('end with the answer', () => {
    expect(dueAt(after(newTip(), [officer, accept], [inspector, checkTrue], [officer, answer]), settings)).toBeNull()
  })
  it('个人信息保护法 art. 19: the name goes half a year after the end, not before a reward is paid', () => {
    const answered = after(newTip(), [officer, accept], [inspector, checkTrue], [officer, answer])
    expect(forgetIdentityAt(newTip(), settings)).toBeNull()
    expect(forgetIdentityAt(answered, settings)).toBe('2027-05-24T02:00:00.000Z')
    const agreed = after(answered, [inspector, propose], [leader, agree])
    expect(forgetIdentityAt(agreed, settings)).toBeNull()
    expect(forgetIdentityAt(after(agreed, [keeper, { kind: 'payReward', note: '签收' }]), settings)).toBe('2027-05-24T02:00:00.000Z')
    expect(forgetIdentityAt(newTip({ named: false }), settings)).toBeNull()
  })
})
