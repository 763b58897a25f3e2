import { describe, expect, it } from 'vitest'
import type { Action } from '../actions.ts'
import { acts, after, applied, foundBy, majorOrdered, ordered, outcome, ownOrdered, people } from '../testing/story.ts'
import type { Case, Story } from '../testing/story.ts'

const { worker, officer, deputy, head, inspector, county } = people

const askWithdrawal: Action = { kind: 'askWithdrawal', reason: '看错设备' }
const withdrawYes: Action = { kind: 'decideWithdrawal', agree: true, reason: null }
const reviewed = (): Story => after(applied(majorOrdered()), [acts.review, inspector])

describe('nothing is deleted: found in error is confirmed by a second person and stays', () => {
  it.each<Case>([
    ['without a reason', ordered, [{ ...askWithdrawal, reason: '' }, inspector], 'DEED_INCOMPLETE'],
    ['asked by the unit of what a department found', ordered, [askWithdrawal, head], 'NOT_YOURS_TO_DO'],
    ['asked by the department', ordered, [askWithdrawal, inspector], 'withdrawalAsked'],
    ['not twice', () => after(ordered(), [askWithdrawal, inspector]), [askWithdrawal, county], 'ASKED_ALREADY'],
    ['confirmed by who asked', () => after(ordered(), [askWithdrawal, inspector]), [withdrawYes, inspector], 'SECOND_PERSON_NEEDED'],
    ['confirmed by another', () => after(ordered(), [askWithdrawal, inspector]), [withdrawYes, county], 'withdrawn'],
    [
      'refused without a reason',
      () => after(ordered(), [askWithdrawal, inspector]),
      [{ ...withdrawYes, agree: false }, county],
      'DEED_INCOMPLETE',
    ],
    [
      'refused with one',
      () => after(ordered(), [askWithdrawal, inspector]),
      [{ ...withdrawYes, agree: false, reason: '确有隐患' }, county],
      'withdrawalRefused',
    ],
    ['nothing asked', ordered, [withdrawYes, county], 'NOTHING_ASKED'],
    [
      'of the unit’s own, confirmed by its other officer',
      () => after(ownOrdered(), [askWithdrawal, officer]),
      [withdrawYes, deputy],
      'withdrawn',
    ],
    [
      'of the unit’s own, confirmed by who was to put it right',
      () => after(ownOrdered(), [askWithdrawal, officer]),
      [withdrawYes, { ...worker, roles: ['safetyOfficer'] }],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    [
      'of a major one, confirmed by the unit',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer], [askWithdrawal, officer]),
      [withdrawYes, head],
      'NOT_YOURS_TO_DO',
    ],
    ['of a listed one', () => after(majorOrdered(), [acts.list, county]), [askWithdrawal, inspector], 'LISTING_NOT_LIFTED'],
    ['of a closed one', () => after(reviewed(), [acts.close, county]), [askWithdrawal, inspector], 'HAZARD_STATE_WRONG'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})
