import { describe, expect, it } from 'vitest'
import { acts, after, five, foundBy, majorOrdered, next, ordered, outcome, people } from '../testing/story.ts'
import type { Case, Story, Told } from '../testing/story.ts'

const { worker, mate, officer, deputy, head, inspector, county } = people

const refusalOf = (story: Story, deed: Told): unknown => {
  const { verdict } = next(story, deed)
  return verdict.ok ? verdict.value.kind : verdict.refusal
}

describe('16号令 art. 15: the order names who, what and until when', () => {
  it.each<Case>([
    [
      'without who',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, assignee: null }, inspector],
      'DEED_INCOMPLETE',
    ],
    [
      'without what',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, requirement: '' }, inspector],
      'DEED_INCOMPLETE',
    ],
    [
      'until yesterday',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, dueOn: '2026-11-01' }, inspector],
      'DUE_IN_PAST',
    ],
    [
      'until today',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, dueOn: '2026-11-02' }, inspector],
      'ordered',
    ],
    [
      'on the usual 15th day',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, dueOn: '2026-11-17' }, inspector],
      'ordered',
    ],
    [
      'longer without a reason',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, dueOn: '2026-11-18' }, inspector],
      'DUE_LONGER_THAN_USUAL',
    ],
    [
      'longer with a reason',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [{ ...acts.order, dueOn: '2026-11-18', longerReason: '备件' }, inspector],
      'ordered',
    ],
    [
      'a unit where a department found it',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [acts.order, head],
      'NOT_YOURS_TO_DO',
    ],
    [
      'its safety officer where it found a general one',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.general, officer]),
      [acts.order, deputy],
      'ordered',
    ],
    [
      'its safety officer where it found a major one',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer]),
      [acts.order, officer],
      'NOT_YOURS_TO_DO',
    ],
    [
      'its head where it found a major one',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer]),
      [acts.order, head],
      'ordered',
    ],
    [
      'a major one without interim controls (art. 16)',
      () => after(foundBy(inspector), [acts.major, inspector]),
      [{ ...acts.order, interimControls: ' ' }, inspector],
      'DEED_INCOMPLETE',
    ],
    [
      'a major one with controls stated before (art. 16)',
      () => after(foundBy(inspector), [acts.major, inspector], [{ kind: 'control', controls: '撤人' }, worker]),
      [{ ...acts.order, interimControls: null }, inspector],
      'ordered',
    ],
    [
      'beyond a listing that stands',
      () => after(foundBy(inspector), [acts.major, inspector], [{ ...acts.list, dueOn: '2026-11-10' }, county]),
      [acts.order, inspector],
      'DUE_BEYOND_LISTING',
    ],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('16号令 art. 15: five in place before a major hazard may start', () => {
  it.each([
    ['responsibility', { ...five, responsibility: '' }],
    ['measures', { ...five, measures: null }],
    ['funds', { ...five, fundsYuan: null }],
    ['timeLimit', { ...five, dueOn: null }],
    ['contingency', { ...five, contingency: ' ' }],
  ])('without %s it does not', (lacking, plan) => {
    const story = after(majorOrdered(), [{ kind: 'plan', five: { ...plan, dueOn: plan.dueOn === null ? null : '2026-11-15' } }, officer])
    expect(refusalOf(story, [acts.start, worker])).toEqual({ code: 'FIVE_NOT_IN_PLACE', facts: { missing: [lacking] } })
  })
  it('without a plan all five lack', () => {
    expect(refusalOf(majorOrdered(), [acts.start, worker])).toEqual({
      code: 'FIVE_NOT_IN_PLACE',
      facts: { missing: ['responsibility', 'measures', 'funds', 'timeLimit', 'contingency'] },
    })
  })
  it('with all five it does; no money needed is an answer too', () => {
    const story = after(majorOrdered(), [{ kind: 'plan', five: { ...five, fundsYuan: 0, dueOn: '2026-11-16' } }, head])
    expect(outcome(story, [acts.start, worker])).toBe('started')
  })
  it('the plan does not outlast the order', () => {
    expect(outcome(majorOrdered(), [{ kind: 'plan', five: { ...five, dueOn: '2026-11-17' } }, head])).toBe('DUE_BEYOND_LAW')
  })
  it('a general one needs no plan', () => {
    expect(outcome(ordered(), [acts.start, worker])).toBe('started')
    expect(outcome(ordered(), [acts.plan, head])).toBe('LEVEL_UNSUITED')
  })
  it('another worker does not start it', () => {
    expect(outcome(ordered(), [acts.start, mate])).toBe('NOT_YOURS_TO_DO')
  })
})
