import { describe, expect, it } from 'vitest'
import { evolve } from './apply.ts'
import { possibleActions } from './decide.ts'
import type { Person } from './people.ts'
import {
  acts,
  after,
  applied,
  beijing,
  factsOf,
  foundBy,
  item,
  majorOrdered,
  ordered,
  rectifying,
  selfChecked,
  people,
} from './testing/story.ts'
import type { Story } from './testing/story.ts'

const { worker, citizen, inspector, county } = people

const reviewed = (): Story => after(applied(majorOrdered()), [acts.review, inspector])

describe('finding', () => {
  it('an item that makes it major is proposed as major', () => {
    expect(foundBy(inspector, { item, proposedLevel: 'general' }).hazard.found.proposedLevel).toBe('major')
  })
  it.each<[string, Person, Parameters<typeof foundBy>[1]]>([
    ['without a description', inspector, { description: ' ' }],
    ['without a photo', inspector, { evidence: [] }],
  ])('%s it is not on record', (_title, person, more) => {
    expect(() => foundBy(person, more)).toThrow('DEED_INCOMPLETE')
  })
  it('a citizen may have no photo', () => {
    expect(foundBy(citizen, { how: 'publicReport', evidence: [] }).hazard).toMatchObject({ state: 'found', supervisor: null })
  })
})

describe('the whole loop', () => {
  it('of a major hazard, from the inspector to the closing, is what its events make', () => {
    const story = after(reviewed(), [acts.close, county, '2026-11-20T09:00'])
    expect(story.events.map(({ kind }) => kind)).toEqual([
      'found',
      'classified',
      'ordered',
      'planned',
      'started',
      'selfChecked',
      'reported',
      'evaluated',
      'reviewApplied',
      'reviewed',
      'closed',
    ])
    expect(evolve(story.events)).toEqual(story.hazard)
    expect(story.hazard).toMatchObject({
      state: 'closed',
      outcome: 'rectified',
      version: 11,
      review: { step: { by: { personId: 'inspector' } } },
    })
  })
  it('keeps both moments of a deed without signal', () => {
    const claimedAt = beijing('2026-11-10T08:00').toString()
    const story = after(rectifying(ordered()), [acts.selfCheck, worker, '2026-11-11T18:00', { claimedAt }])
    expect(story.hazard).toMatchObject({ selfCheck: { step: { claimedAt, receivedAt: '2026-11-11T10:00:00.000Z' } } })
  })
})

describe('what a screen greys out', () => {
  const open = (story: Story, person: Person): readonly string[] =>
    possibleActions(story.hazard, factsOf(person, story.at), story.at)
      .filter(({ refusal }) => refusal === null)
      .map(({ action }) => action)
  it.each<[string, () => Story, Person, readonly string[]]>([
    ['the worker of an ordered one', ordered, worker, ['control', 'start', 'askExtension']],
    ['the worker of a major one without five', majorOrdered, worker, ['control', 'askExtension']],
    ['the worker after his self-check', () => selfChecked(ordered()), worker, ['control']],
    [
      'the inspector after the self-check',
      () => selfChecked(ordered()),
      inspector,
      ['raise', 'control', 'handOver', 'review', 'linkRecurrence', 'askWithdrawal'],
    ],
    ['anybody of a closed one', () => after(reviewed(), [acts.close, county]), county, []],
  ])('%s', (_title, given, person, actions) => {
    expect(open(given(), person)).toEqual(actions)
  })
  it('gives the reason for each of the others', () => {
    const all = possibleActions(selfChecked(ordered()).hazard, factsOf(worker, beijing('2026-11-10T10:00')), beijing('2026-11-10T10:00'))
    expect(all.find(({ action }) => action === 'review')?.refusal).toEqual({
      code: 'REVIEWER_NOT_INDEPENDENT',
      facts: { action: 'review', personId: 'worker', as: 'assignee' },
    })
    expect(all).toHaveLength(23)
  })
})
