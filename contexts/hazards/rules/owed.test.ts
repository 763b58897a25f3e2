import { describe, expect, it } from 'vitest'
import { owedBy } from './owed.ts'
import {
  acts,
  after,
  applied,
  foundBy,
  majorOrdered,
  ordered,
  ownOrdered,
  people,
  rectifying,
  selfChecked,
  settings,
} from './testing/story.ts'
import type { Story } from './testing/story.ts'

const { worker, officer, deputy, head, inspector, county, city, citizen } = people

const owed = (story: Story): readonly string[] =>
  owedBy(story.hazard, settings).map(
    ({ kind, owner }) =>
      `${kind}: ${owner.tier} ${owner.organisationId ?? '-'} ${owner.personId ?? owner.role}${owner.except.length > 0 ? ` but ${owner.except.join(',')}` : ''}`,
  )

describe('what is owed, by whom', () => {
  it.each<[string, () => Story, readonly string[]]>([
    ['found by a department', () => foundBy(inspector), ['classify: county countyBureau inspector']],
    ['reported by the public', () => foundBy(citizen, { how: 'publicReport' }), ['classify: county - inspector']],
    ['found by the unit', () => foundBy(officer, { how: 'selfCheck' }), ['classify: unit plant safetyOfficer']],
    [
      'classified by the unit',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.general, officer]),
      ['order: unit plant safetyOfficer'],
    ],
    [
      '安全生产法 art. 41: a major one of the unit is to be ordered and reported twice',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer]),
      ['order: unit plant principal', 'reportToAuthority: unit plant principal', 'reportToStaff: unit plant principal'],
    ],
    ['ordered', ordered, ['start: unit plant worker']],
    ['in work', () => rectifying(ordered()), ['rectify: unit plant worker']],
    ['put right, of a department', () => selfChecked(ordered()), ['review: county countyBureau inspector but worker,mate']],
    ['put right, of the unit', () => selfChecked(ownOrdered()), ['review: unit plant safetyOfficer but worker,mate']],
    [
      '16号令 art. 18: a major one put right',
      () => selfChecked(majorOrdered()),
      ['evaluate: unit plant safetyOfficer', 'reportToStaff: unit plant principal'],
    ],
    [
      '16号令 art. 18: a major one evaluated',
      () => after(selfChecked(majorOrdered()), [acts.reportStaff, head], [acts.evaluate, deputy]),
      ['applyForReview: unit plant principal'],
    ],
    [
      '16号令 art. 23: a major one applied for',
      () => applied(majorOrdered()),
      ['review: county countyBureau inspector but worker,mate,deputy'],
    ],
    ['reviewed', () => after(selfChecked(ordered()), [acts.review, inspector]), ['close: county countyBureau inspector but worker,mate']],
    [
      'reviewed and listed by the city',
      () => after(applied(after(majorOrdered(), [acts.list, city])), [acts.review, inspector]),
      ['liftListing: city cityBureau officer'],
    ],
    ['closed', () => after(selfChecked(ordered()), [acts.review, inspector], [acts.close, inspector]), []],
  ])('%s', (_title, given, expected) => {
    expect(owed(given())).toEqual(expected)
  })
})

describe('requests wait for their answer, one tier up', () => {
  it.each<[string, () => Story, string]>([
    [
      'more time than the county gave',
      () => after(ordered(), [acts.askExtension, worker]),
      'decideExtension: city - officer but worker,inspector',
    ],
    [
      'more time than the unit’s officer gave',
      () => after(ownOrdered(), [acts.askExtension, worker]),
      'decideExtension: unit plant principal but worker',
    ],
    [
      'more time than the unit’s head gave for a major one',
      () =>
        after(
          foundBy(officer, { how: 'selfCheck' }),
          [acts.major, officer],
          [acts.order, head],
          [acts.reportAuthority, head],
          [acts.reportStaff, head],
          [acts.askExtension, worker],
        ),
      'decideExtension: county - officer but worker,head',
    ],
    [
      'softening',
      () => after(majorOrdered(), [acts.reportStaff, head], [{ kind: 'askSoftening', reason: '否' }, inspector]),
      'decideSoftening: county countyBureau officer but inspector',
    ],
    [
      'withdrawal',
      () => after(ordered(), [{ kind: 'askWithdrawal', reason: '误' }, county]),
      'decideWithdrawal: county countyBureau officer but county,worker',
    ],
  ])('%s', (_title, given, expected) => {
    expect(owed(given())).toEqual(['start: unit plant worker', expected])
  })
  it('has both clocks where there are two', () => {
    const [rectify] = owedBy(rectifying(ordered()).hazard, settings)
    expect([rectify?.since, rectify?.step?.lastDay?.toString(), rectify?.law?.lastDay?.toString()]).toEqual([
      '2026-11-02T01:00:00.000Z',
      '2026-11-16',
      '2026-11-16',
    ])
  })
})
