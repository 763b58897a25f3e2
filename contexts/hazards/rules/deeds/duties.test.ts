import { describe, expect, it } from 'vitest'
import type { Action } from '../actions.ts'
import { acts, after, foundBy, majorOrdered, next, ordered, outcome, ownOrdered, selfChecked, people } from '../testing/story.ts'
import type { Case, Story, Told } from '../testing/story.ts'

const { worker, officer, deputy, head, inspector, county } = people

const refusalOf = (story: Story, deed: Told): unknown => {
  const { verdict } = next(story, deed)
  return verdict.ok ? verdict.value.kind : verdict.refusal
}
const mateOfPlant = { personId: 'mate', organisationId: 'plant' }
const contractors = { personId: 'contractor', organisationId: 'contractors' }
const link = (hazardId: string, unitId: string, foundAt: string): Action => ({
  kind: 'linkRecurrence',
  earlier: { hazardId, unitId, foundAt },
  reason: '同一点位',
})

describe('安全生产法 art. 41: a major hazard is reported to the authority and to the staff', () => {
  const own = (): Story => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer], [acts.order, head])
  const evaluated = (story: Story): Story => after(selfChecked(story), [acts.evaluate, deputy])
  it('what the unit found goes to both before it may apply for review', () => {
    const story = evaluated(own())
    expect(refusalOf(story, [acts.applyForReview, deputy])).toEqual({
      code: 'REPORTS_MISSING',
      facts: { missing: ['authority', 'staff'] },
    })
    const half = after(story, [acts.reportAuthority, head])
    expect(refusalOf(half, [acts.applyForReview, deputy])).toEqual({ code: 'REPORTS_MISSING', facts: { missing: ['staff'] } })
    expect(outcome(after(half, [acts.reportStaff, head]), [acts.applyForReview, deputy])).toBe('reviewApplied')
  })
  it('what the authority found it need not be told', () => {
    expect(outcome(majorOrdered(), [acts.reportAuthority, head])).toBe('REPORT_NOT_NEEDED')
    expect(outcome(evaluated(majorOrdered()), [acts.applyForReview, deputy])).toBe('REPORTS_MISSING')
  })
  it('with proof, once, by the unit, of a major one', () => {
    expect(outcome(majorOrdered(), [{ ...acts.reportStaff, evidence: [] }, head])).toBe('DEED_INCOMPLETE')
    expect(outcome(after(majorOrdered(), [acts.reportStaff, head]), [acts.reportStaff, head])).toBe('REPORTED_ALREADY')
    expect(outcome(majorOrdered(), [acts.reportStaff, inspector])).toBe('NOT_YOURS_TO_DO')
    expect(outcome(ordered(), [acts.reportStaff, head])).toBe('LEVEL_UNSUITED')
  })
})

describe('transfer and handing over', () => {
  it.each<Case>([
    ['inside the unit by its officer', ownOrdered, [{ kind: 'transfer', to: mateOfPlant, reason: '换班' }, officer], 'transferred'],
    [
      'to who has it',
      ownOrdered,
      [{ kind: 'transfer', to: { personId: 'worker', organisationId: 'plant' }, reason: '换班' }, officer],
      'TRANSFER_TO_SAME',
    ],
    ['without a reason', ownOrdered, [{ kind: 'transfer', to: mateOfPlant, reason: '' }, officer], 'DEED_INCOMPLETE'],
    ['out of the unit by its officer', ownOrdered, [{ kind: 'transfer', to: contractors, reason: '产权' }, officer], 'NOT_YOURS_TO_DO'],
    ['out of the unit by the county', ownOrdered, [{ kind: 'transfer', to: contractors, reason: '产权' }, county], 'transferred'],
    ['by the worker himself', ownOrdered, [{ kind: 'transfer', to: mateOfPlant, reason: '换班' }, worker], 'NOT_YOURS_TO_DO'],
    [
      'after the self-check',
      () => selfChecked(ownOrdered()),
      [{ kind: 'transfer', to: mateOfPlant, reason: '换班' }, officer],
      'HAZARD_STATE_WRONG',
    ],
    [
      'to another authority',
      ordered,
      [{ kind: 'handOver', to: { organisationId: 'fireBureau', tier: 'county' }, reason: '消防' }, inspector],
      'handedOver',
    ],
    [
      'to the authority that has it',
      ordered,
      [{ kind: 'handOver', to: { organisationId: 'countyBureau', tier: 'county' }, reason: '消防' }, inspector],
      'TRANSFER_TO_SAME',
    ],
    [
      'by the unit',
      ordered,
      [{ kind: 'handOver', to: { organisationId: 'fireBureau', tier: 'county' }, reason: '消防' }, head],
      'NOT_YOURS_TO_DO',
    ],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('16号令 art. 14: a hazard that came back is linked to the earlier one', () => {
  it.each<Case>([
    ['an earlier one of the unit', ordered, [link('hazard-0', 'unit-1', '2026-06-01T00:00:00Z'), inspector], 'recurrenceLinked'],
    ['itself', ordered, [link('hazard-1', 'unit-1', '2026-06-01T00:00:00Z'), inspector], 'RECURRENCE_UNSUITED'],
    ['one of another unit', ordered, [link('hazard-0', 'unit-2', '2026-06-01T00:00:00Z'), inspector], 'RECURRENCE_UNSUITED'],
    ['a later one', ordered, [link('hazard-2', 'unit-1', '2026-11-03T00:00:00Z'), inspector], 'RECURRENCE_UNSUITED'],
    [
      'the one linked already',
      () => after(ordered(), [link('hazard-0', 'unit-1', '2026-06-01T00:00:00Z'), inspector]),
      [link('hazard-0', 'unit-1', '2026-06-01T00:00:00Z'), inspector],
      'RECURRENCE_UNSUITED',
    ],
    ['by a worker', ordered, [link('hazard-0', 'unit-1', '2026-06-01T00:00:00Z'), worker], 'NOT_YOURS_TO_DO'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})
