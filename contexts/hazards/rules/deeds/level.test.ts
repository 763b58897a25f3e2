import { describe, expect, it } from 'vitest'
import type { Action } from '../actions.ts'
import { acts, after, foundBy, item, majorOrdered, ordered, outcome, rectifying, selfChecked, people } from '../testing/story.ts'
import type { Case } from '../testing/story.ts'

const { worker, officer, head, citizen, town, inspector, county, clerk } = people

const raise: Action = { kind: 'raise', reason: '需停产整改' }
const askSoftening: Action = { kind: 'askSoftening', reason: '不属于该情形' }
const softenYes: Action = { kind: 'decideSoftening', agree: true, reason: null }

describe('16号令 art. 3: the level is fixed by who may', () => {
  it.each<Case>([
    ['an inspector classifies what he found', () => foundBy(inspector), [acts.general, inspector], 'classified'],
    ['a unit classifies what it found', () => foundBy(officer, { how: 'selfCheck' }), [acts.general, officer], 'classified'],
    ['a unit does not classify what a department found', () => foundBy(inspector), [acts.general, head], 'NOT_YOURS_TO_DO'],
    [
      'nor what the public reported',
      () => foundBy(citizen, { how: 'publicReport', evidence: [] }),
      [acts.general, head],
      'NOT_YOURS_TO_DO',
    ],
    ['a worker classifies nothing', () => foundBy(officer, { how: 'selfCheck' }), [acts.general, worker], 'NOT_YOURS_TO_DO'],
    ['a dispatcher of the county classifies nothing', () => foundBy(inspector), [acts.general, clerk], 'NOT_YOURS_TO_DO'],
    ['an item that makes it major leaves no choice', () => foundBy(inspector, { item }), [acts.general, county], 'ITEM_MAKES_MAJOR'],
    [
      'the finder alone does not soften his own proposal',
      () => foundBy(inspector, { proposedLevel: 'major' }),
      [{ ...acts.general, reason: '误判' }, inspector],
      'SECOND_PERSON_NEEDED',
    ],
    ['another person says why', () => foundBy(inspector, { proposedLevel: 'major' }), [acts.general, county], 'DEED_INCOMPLETE'],
    ['and then may', () => foundBy(inspector, { proposedLevel: 'major' }), [{ ...acts.general, reason: '误判' }, county], 'classified'],
    ['nobody classifies twice', ordered, [acts.general, inspector], 'HAZARD_STATE_WRONG'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('安全生产法 art. 41: softening a major hazard takes a second person of the county and a reason', () => {
  it.each<Case>([
    ['asked without a reason', majorOrdered, [{ ...askSoftening, reason: ' ' }, inspector], 'DEED_INCOMPLETE'],
    ['asked', majorOrdered, [askSoftening, inspector], 'softeningAsked'],
    ['not of a general one', ordered, [askSoftening, inspector], 'LEVEL_UNSUITED'],
    ['not twice', () => after(majorOrdered(), [askSoftening, inspector]), [askSoftening, county], 'ASKED_ALREADY'],
    ['decided by who asked', () => after(majorOrdered(), [askSoftening, inspector]), [softenYes, inspector], 'SECOND_PERSON_NEEDED'],
    ['decided by the unit', () => after(majorOrdered(), [askSoftening, inspector]), [softenYes, head], 'NOT_YOURS_TO_DO'],
    ['decided by a town', () => after(majorOrdered(), [askSoftening, inspector]), [softenYes, town], 'NOT_YOURS_TO_DO'],
    ['decided by another of the county', () => after(majorOrdered(), [askSoftening, inspector]), [softenYes, county], 'softened'],
    [
      'refused without a reason',
      () => after(majorOrdered(), [askSoftening, inspector]),
      [{ ...softenYes, agree: false }, county],
      'DEED_INCOMPLETE',
    ],
    [
      'refused with one',
      () => after(majorOrdered(), [askSoftening, inspector]),
      [{ ...softenYes, agree: false, reason: '属于' }, county],
      'softeningRefused',
    ],
    ['nothing asked', majorOrdered, [softenYes, county], 'NOTHING_ASKED'],
    ['not while listed', () => after(majorOrdered(), [acts.list, county]), [askSoftening, inspector], 'LISTING_NOT_LIFTED'],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('a general hazard that turns out to be major', () => {
  it('stops the work until five are in place, and keeps its legal clock', () => {
    const story = after(rectifying(ordered()), [raise, officer])
    expect(story.hazard).toMatchObject({ state: 'ordered', level: 'major', round: 2, order: { dueOn: '2026-11-16' } })
    expect(outcome(story, [acts.start, worker])).toBe('FIVE_NOT_IN_PLACE')
    expect(after(story, [acts.plan, head], [acts.start, worker]).hazard).toMatchObject({ state: 'rectifying', round: 2 })
  })
  it('is no longer reviewed on the unit’s word', () => {
    expect(after(selfChecked(ordered()), [raise, inspector]).hazard.state).toBe('ordered')
  })
  it('is not raised twice', () => {
    expect(outcome(majorOrdered(), [raise, inspector])).toBe('LEVEL_UNSUITED')
  })
})
