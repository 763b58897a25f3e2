import { describe, expect, it } from 'vitest'
import {
  acts,
  after,
  applied,
  foundBy,
  majorOrdered,
  ordered,
  outcome,
  ownOrdered,
  place,
  rectifying,
  selfChecked,
  people,
} from '../testing/story.ts'
import type { Case, Story } from '../testing/story.ts'

const { worker, mate, officer, deputy, contractor, peer, town, inspector, county } = people

const elsewhere = { ...place, lat: place.lat + 0.01 }
const reviewed = (): Story => after(applied(majorOrdered()), [acts.review, inspector])

describe('the review is another person’s', () => {
  it.each<Case>([
    ['who was to put it right', () => selfChecked(ordered()), [acts.review, worker], 'REVIEWER_NOT_INDEPENDENT'],
    ['who put it right', () => selfChecked(ownOrdered()), [acts.review, { ...mate, roles: ['safetyOfficer'] }], 'REVIEWER_NOT_INDEPENDENT'],
    [
      'who self-checked it',
      () => after(rectifying(ownOrdered()), [acts.selfCheck, officer]),
      [acts.review, officer],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    [
      'who was to put it right before it was transferred',
      () =>
        after(
          ownOrdered(),
          [{ kind: 'transfer', to: { personId: 'mate', organisationId: 'plant' }, reason: '换班' }, officer],
          [acts.start, mate],
          [acts.selfCheck, mate],
        ),
      [acts.review, { ...worker, roles: ['safetyOfficer'] }],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    [
      'who was to put it right after it was transferred, though others did',
      () =>
        after(
          ownOrdered(),
          [{ kind: 'transfer', to: { personId: 'contractor', organisationId: 'contractors' }, reason: '产权' }, county],
          [acts.start, officer],
          [acts.selfCheck, officer],
        ),
      [acts.review, { ...contractor, roles: ['safetyOfficer'] }],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    ['the finder of his own unit, who had no hand in it', () => selfChecked(ownOrdered()), [acts.review, officer], 'reviewed'],
    ['another officer of the unit, of what it found itself', () => selfChecked(ownOrdered()), [acts.review, deputy], 'reviewed'],
    ['a worker who had no hand in it', () => selfChecked(ownOrdered()), [acts.review, contractor], 'NOT_YOURS_TO_DO'],
    ['an authority, of what the unit found', () => selfChecked(ownOrdered()), [acts.review, town], 'reviewed'],
    ['the unit, of what a department found', () => selfChecked(ordered()), [acts.review, deputy], 'NOT_YOURS_TO_DO'],
    ['the inspector who found it', () => selfChecked(ordered()), [acts.review, inspector], 'reviewed'],
    ['another of the authority', () => selfChecked(ordered()), [acts.review, town], 'reviewed'],
    [
      'the unit, of what an authority ordered',
      () => selfChecked(after(foundBy(officer, { how: 'selfCheck' }), [acts.general, officer], [acts.order, inspector])),
      [acts.review, deputy],
      'NOT_YOURS_TO_DO',
    ],
    [
      'the peer who found it',
      () => selfChecked(after(foundBy(peer, { how: 'peerCheck' }), [acts.general, officer], [acts.order, officer])),
      [acts.review, peer],
      'reviewed',
    ],
    ['a peer who did not find it', () => selfChecked(ownOrdered()), [acts.review, peer], 'NOT_YOURS_TO_DO'],
    ['a major one before the application', () => selfChecked(majorOrdered()), [acts.review, inspector], 'HAZARD_STATE_WRONG'],
    ['a major one by a town', () => applied(majorOrdered()), [acts.review, town], 'NOT_YOURS_TO_DO'],
    ['a major one by the unit', () => applied(majorOrdered()), [acts.review, officer], 'NOT_YOURS_TO_DO'],
    [
      'a major one by its evaluator',
      () => applied(majorOrdered()),
      [acts.review, { ...deputy, side: 'authority', tier: 'county', roles: ['inspector'] }],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    ['a major one by the county', () => applied(majorOrdered()), [acts.review, county], 'reviewed'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('16号令 art. 23: the review is on the spot', () => {
  it.each<Case>([
    ['without a position', () => selfChecked(ordered()), [acts.review, inspector, undefined, { position: null }], 'POSITION_MISSING'],
    [
      'without one and saying why, of a general one',
      () => selfChecked(ordered()),
      [{ ...acts.review, noPositionReason: '地下泵房' }, inspector, undefined, { position: null }],
      'reviewed',
    ],
    [
      'without one and saying why, of a major one',
      () => applied(majorOrdered()),
      [{ ...acts.review, noPositionReason: '地下泵房' }, inspector, undefined, { position: null }],
      'POSITION_MISSING',
    ],
    [
      'from a kilometre away',
      () => selfChecked(ordered()),
      [acts.review, inspector, undefined, { position: elsewhere }],
      'NOT_ON_THE_SPOT',
    ],
    [
      'from a kilometre away by a position that may be off by one',
      () => selfChecked(ordered()),
      [acts.review, inspector, undefined, { position: { ...elsewhere, accuracyMetres: 1000 } }],
      'reviewed',
    ],
    ['without a photo', () => selfChecked(ordered()), [{ ...acts.review, evidence: [] }, inspector], 'EVIDENCE_TOO_LITTLE'],
    [
      'with one where two are asked',
      () => selfChecked(ordered()),
      [acts.review, inspector, undefined, { tightened: new Map([['hazards.review.photos', 2]]) }],
      'EVIDENCE_TOO_LITTLE',
    ],
    ['without an opinion', () => selfChecked(ordered()), [{ ...acts.review, opinion: '' }, inspector], 'DEED_INCOMPLETE'],
    ['refused', () => selfChecked(ordered()), [acts.refuse, inspector], 'reviewRefused'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('a refused review', () => {
  it('begins a new round of work and leaves the legal clock', () => {
    const story = after(selfChecked(ordered()), [acts.refuse, inspector])
    expect(story.hazard).toMatchObject({ state: 'rectifying', round: 2, deadlines: [{ dueOn: '2026-11-16' }] })
    expect(outcome(after(story, [acts.selfCheck, worker]), [acts.review, inspector])).toBe('reviewed')
  })
  it('so does a failed evaluation (16号令 art. 18)', () => {
    const story = after(selfChecked(majorOrdered()), [{ ...acts.evaluate, passed: false }, deputy])
    expect(story.hazard).toMatchObject({ state: 'rectifying', round: 2 })
    expect(story.events.at(-1)?.kind).toBe('evaluationFailed')
  })
})

describe('销号: closing', () => {
  it.each<Case>([
    ['before the review', () => selfChecked(ordered()), [acts.close, inspector], 'HAZARD_STATE_WRONG'],
    [
      'by who put it right',
      () => after(selfChecked(ordered()), [acts.review, inspector]),
      [acts.close, worker],
      'REVIEWER_NOT_INDEPENDENT',
    ],
    [
      'by the unit, of what a department found',
      () => after(selfChecked(ordered()), [acts.review, inspector]),
      [acts.close, deputy],
      'NOT_YOURS_TO_DO',
    ],
    ['by the reviewer', () => after(selfChecked(ordered()), [acts.review, inspector]), [acts.close, inspector], 'closed'],
    ['by the unit, of what it found', () => after(selfChecked(ownOrdered()), [acts.review, deputy]), [acts.close, officer], 'closed'],
    ['a major one by the county', reviewed, [acts.close, county], 'closed'],
    ['twice', () => after(reviewed(), [acts.close, county]), [acts.close, county], 'HAZARD_STATE_WRONG'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})
