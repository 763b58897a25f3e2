import { describe, expect, it } from 'vitest'
import { apply, evolve, type TipEvent } from './events.ts'
import { followed } from './follow.ts'
import { accept, after, agree, answer, checkTrue, hazard, inspector, leader, newTip, officer, propose } from './testing/story.ts'

const accepted = () => after(newTip(), [officer, accept])
const answered = () => after(accepted(), [inspector, checkTrue], [officer, answer])

describe('what an informant is told', () => {
  it('is what a second person has confirmed', () => {
    expect(followed(newTip(), null)).toMatchObject({ state: 'received', steps: [{ state: 'received' }], answer: null, named: true })
    expect(followed(after(accepted(), [inspector, checkTrue]), null)).toMatchObject({ state: 'checking', answer: null })
    expect(followed(answered(), null)).toMatchObject({ state: 'rectifying', answer: '您反映的问题属实，已责令整改。' })
  })
  it('goes on until the hazard is closed', () => {
    const closed = apply(answered(), { kind: 'hazardClosed', at: '2026-12-08T02:00:00.000Z' })
    expect(followed(closed, null)).toMatchObject({
      state: 'rectified',
      steps: [
        { state: 'received' },
        { state: 'checking' },
        { state: 'rectifying' },
        { state: 'rectified', at: '2026-12-08T02:00:00.000Z' },
      ],
    })
  })
  it('names no unit, no hazard and nobody of the office', () => {
    const told = JSON.stringify(followed(after(answered(), [officer, { kind: 'write', text: '请补充具体楼层' }]), null))
    for (const secret of [hazard.unitId, hazard.hazardId, 'officer', 'inspector', 'bureau', '属实"'])
      expect(told).not.toContain(`"${secret}`)
    expect(told).toContain('请补充具体楼层')
  })
  it('tells a reward when it is granted, and how much', () => {
    const proposed = after(answered(), [inspector, propose])
    expect(followed(proposed, null)).toMatchObject({ reward: 'considered', amountYuan: null })
    expect(followed(after(proposed, [leader, agree]), null)).toMatchObject({ reward: 'granted', amountYuan: 500 })
  })
  it('安监总财〔2018〕19号: of several who tell of the same the first is rewarded, and all hear the answer', () => {
    const main = after(answered(), [inspector, propose], [leader, agree])
    const later = after(newTip({ at: '2026-11-25T09:00:00.000Z' }), [officer, { kind: 'join', intoId: 'first' }])
    expect(followed(later, main)).toMatchObject({ state: 'rectifying', together: true, reward: 'none', amountYuan: null })
    expect(followed(later, main).steps.every(({ at }) => at >= '2026-11-25T09:00:00.000Z')).toBe(true)
  })
})

describe('the history', () => {
  it('makes the state', () => {
    const received: TipEvent = { kind: 'received', id: 'tip', named: true, received: newTip().received }
    const step = { by: { personId: 'officer', organisationId: 'bureau' }, at: '2026-11-25T02:00:00.000Z' }
    expect(evolve([received, { kind: 'accepted', step }])).toEqual(accepted())
  })
  it('takes nothing that cannot be', () => {
    const step = { by: { personId: 'officer', organisationId: 'bureau' }, at: '2026-11-25T02:00:00.000Z' }
    expect(() => apply(newTip(), { kind: 'answered', step, text: '' })).toThrow(RangeError)
    expect(() => evolve([])).toThrow(RangeError)
  })
})
