import { describe, expect, it } from 'vitest'
import type { TipAction } from './actions.ts'
import { joinable, possibleActions } from './decide.ts'
import {
  accept,
  after,
  agree,
  answer,
  checkTrue,
  codeOf,
  everything,
  inspector,
  keeper,
  leader,
  newTip,
  officer,
  propose,
  tried,
} from './testing/story.ts'

const accepted = () => after(newTip(), [officer, accept])
const checked = () => after(accepted(), [inspector, checkTrue])
const answered = () => after(checked(), [officer, answer])

describe('安全生产法 art. 73: a tip is accepted, checked, and answered', () => {
  it('goes from its receipt to the reward through four people', () => {
    const tip = after(answered(), [inspector, propose], [leader, agree], [keeper, { kind: 'payReward', note: '转账凭证 118' }])
    expect(tip).toMatchObject({ state: 'answered', version: 7, reward: { paid: { step: { by: { personId: 'keeper' } } } } })
  })

  it.each<[string, () => ReturnType<typeof newTip>, TipAction]>([
    ['checked before it was accepted', newTip, checkTrue],
    ['answered before it was checked', accepted, answer],
    ['declined once it was accepted', accepted, { kind: 'decline', text: '不属于本部门职责' }],
    ['accepted twice', accepted, accept],
    ['joined once it was answered', answered, { kind: 'join', intoId: 'other' }],
  ])('cannot be %s', (_title, tip, action) => {
    expect(codeOf(tried(tip(), { ...everything, roles: ['officer', 'inspector', 'leader'] }, action))).toBe('TIP_STATE_WRONG')
  })

  it('is confirmed by somebody else than who checked it', () => {
    const checkedByOfficer = after(accepted(), [officer, checkTrue])
    expect(codeOf(tried(checkedByOfficer, officer, answer))).toBe('TIP_SECOND_PERSON')
    expect(codeOf(tried(checkedByOfficer, officer, { kind: 'sendBack', reason: '照片不符' }))).toBe('TIP_SECOND_PERSON')
    expect(codeOf(tried(checkedByOfficer, leader, answer))).toBe('done')
  })

  it('that is sent back is checked again under the same clock', () => {
    const again = after(checked(), [leader, { kind: 'sendBack', reason: '未到现场' }])
    expect(again).toMatchObject({ state: 'accepted', accepted: { at: '2026-11-25T02:00:00.000Z' } })
    expect(again).not.toHaveProperty('check')
  })

  it.each([
    ['true', null],
    ['known', null],
    ['notFound', { unitId: 'u', hazardId: 'h' }],
  ] as const)('whose check says %s cannot have the hazard %j', (outcome, hazard) => {
    expect(codeOf(tried(accepted(), inspector, { kind: 'check', outcome, opinion: '核查', hazard }))).toBe('TIP_HAZARD_UNSUITED')
  })

  it('is put off once, by a leader', () => {
    expect(codeOf(tried(accepted(), officer, { kind: 'extend', reason: '需要检测' }))).toBe('TIP_NOT_YOURS')
    const extended = after(accepted(), [leader, { kind: 'extend', reason: '需要检测' }])
    expect(codeOf(tried(extended, leader, { kind: 'extend', reason: '再延' }))).toBe('TIP_EXTENDED_ALREADY')
  })

  it('joins another that is open, and not itself', () => {
    expect(codeOf(tried(newTip(), officer, { kind: 'join', intoId: 'tip' }))).toBe('TIP_JOIN_UNSUITED')
    expect(joinable(accepted()).ok).toBe(true)
    expect(joinable(answered()).ok).toBe(true)
    expect(joinable(after(newTip(), [officer, { kind: 'decline', text: '与安全生产无关' }])).ok).toBe(false)
    expect(joinable(after(newTip(), [officer, { kind: 'join', intoId: 'first' }])).ok).toBe(false)
  })
})

describe('安监总财〔2018〕19号: the informant is kept secret from all who handle the tip', () => {
  it('the keeper looks, and is counted', () => {
    expect(after(newTip(), [keeper, { kind: 'reveal' }], [keeper, { kind: 'reveal' }]).reveals).toHaveLength(2)
  })
  it.each(['officer', 'inspector', 'leader', 'systemAdmin', 'auditAdmin'] as const)('%s may not look', (role) => {
    expect(codeOf(tried(newTip(), { ...officer, roles: [role] }, { kind: 'reveal' }))).toBe('TIP_NOT_YOURS')
  })
  it('who had a part in the case never looks, whatever his roles', () => {
    const tip = after(newTip(), [everything, accept])
    expect(codeOf(tried(tip, everything, { kind: 'reveal' }))).toBe('KEEPER_APART')
  })
  it('who has looked has no part in the case any more', () => {
    const tip = after(newTip(), [everything, { kind: 'reveal' }])
    expect(codeOf(tried(tip, everything, accept))).toBe('KEEPER_APART')
    expect(
      possibleActions(tip, everything)
        .filter(({ refusal }) => refusal === null)
        .map(({ action }) => action),
    ).toEqual(['reveal'])
  })
  it('there is nothing to look at of who named nobody', () => {
    expect(codeOf(tried(newTip({ named: false }), keeper, { kind: 'reveal' }))).toBe('IDENTITY_NOT_KEPT')
  })
})

describe('安全生产法 art. 76: a reward is decided by two and handed over by the keeper', () => {
  it('not by who proposed it', () => {
    const both = { ...officer, roles: ['officer', 'leader'] as const }
    const tip = after(answered(), [both, propose])
    expect(codeOf(tried(tip, both, agree))).toBe('TIP_SECOND_PERSON')
    expect(codeOf(tried(tip, leader, agree))).toBe('done')
  })
  it('only of a tip that was answered as true', () => {
    expect(tried(checked(), inspector, propose)).toMatchObject({ refusal: { facts: { problem: 'notAnswered' } } })
    const nothing = after(
      accepted(),
      [inspector, { kind: 'check', outcome: 'notFound', opinion: '现场无异常', hazard: null }],
      [officer, answer],
    )
    expect(tried(nothing, inspector, propose)).toMatchObject({ refusal: { facts: { problem: 'notTrue' } } })
  })
  it('once, and again only where it was refused', () => {
    const proposed = after(answered(), [inspector, propose])
    expect(tried(proposed, officer, propose)).toMatchObject({ refusal: { facts: { problem: 'pending' } } })
    const refused = after(proposed, [leader, { kind: 'decideReward', agree: false, reason: '应按罚款计算' }])
    expect(codeOf(tried(refused, officer, propose))).toBe('done')
    expect(tried(after(proposed, [leader, agree]), officer, propose)).toMatchObject({ refusal: { facts: { problem: 'decided' } } })
  })
  it('is paid once, after it was agreed', () => {
    const pay: TipAction = { kind: 'payReward', note: '现金签收' }
    const proposed = after(answered(), [inspector, propose])
    expect(tried(proposed, keeper, pay)).toMatchObject({ refusal: { facts: { problem: 'notAgreed' } } })
    const paid = after(proposed, [leader, agree], [keeper, pay])
    expect(tried(paid, keeper, pay)).toMatchObject({ refusal: { facts: { problem: 'paid' } } })
  })
  it('within the rule', () => {
    expect(tried(answered(), inspector, { ...propose, amountYuan: 5000 } as TipAction)).toMatchObject({
      refusal: { code: 'REWARD_OUTSIDE_RULE', facts: { amountYuan: 5000, leastYuan: 100, mostYuan: 1000 } },
    })
  })
})
