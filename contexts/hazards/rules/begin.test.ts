import { describe, expect, it } from 'vitest'
import { apply, evolve } from './apply.ts'
import { daysToClose, isOverdue, legalClock, stepDeadline, wasRectifiedLate } from './clocks.ts'
import { escalated, escalations, nextEscalationAt } from './escalation.ts'
import { countsOfHazard } from './figures.ts'
import { owedBy } from './owed.ts'
import { paperAt } from './paper.ts'
import { reopen } from './reopen.ts'
import { enteredBy } from './testing/ledger.ts'
import { acts, after, beijing, factsOf, people, settings } from './testing/story.ts'

const { inspector, officer, worker } = people

const closed = {
  stands: 'closed',
  rectifiedOn: '2026-09-20',
  reviewedOn: '2026-09-22',
  reviewedBy: '王五',
  closedOn: '2026-09-23',
} as const

describe('a hazard taken over from a ledger is as far along as the ledger says', () => {
  it.each([
    ['open without a level', { level: null, dueOn: null }, 'found'],
    ['open without a deadline', { dueOn: null }, 'classified'],
    ['open with a deadline', {}, 'ordered'],
    ['underway', { stands: 'underway' }, 'rectifying'],
    ['16号令 art. 15: underway and major, until five are in place', { stands: 'underway', level: 'major' }, 'ordered'],
    ['put right', { stands: 'rectified', rectifiedOn: '2026-09-20' }, 'selfChecked'],
    ['closed', closed, 'closed'],
  ] as const)('%s', (_title, ledger, state) => {
    const { hazard, events } = enteredBy(inspector, ledger)
    expect(hazard).toMatchObject({ state, version: 1, ledger, hands: [], supervisor: { organisationId: 'countyBureau', tier: 'county' } })
    expect(evolve(events)).toEqual(hazard)
    expect(JSON.parse(JSON.stringify(hazard))).toEqual(hazard)
    expect(owedBy(hazard, settings).length > 0).toBe(state !== 'closed')
  })

  it('its legal clock ends on the ledger day, its step clock begins with the taking over', () => {
    const { hazard } = enteredBy(inspector)
    expect(legalClock(hazard)).toMatchObject({ origin: 'ordered', originAt: '2026-09-14T16:00:00Z', dueOn: '2026-11-10' })
    expect(stepDeadline(hazard, settings)?.endsAt.toString()).toBe('2026-11-05T16:00:00Z')
  })

  it('goes through the rest of the loop like any other, the work done by people of the unit', () => {
    const story = after(
      enteredBy(inspector, { stands: 'underway' }),
      [acts.selfCheck, officer, '2026-11-04T09:00'],
      [acts.review, inspector, '2026-11-05T09:00'],
      [acts.close, inspector],
    )
    expect(story.hazard).toMatchObject({ state: 'closed', outcome: 'rectified', ledger: { number: 'AH-17' } })
    expect(wasRectifiedLate(story.hazard)).toBe(false)
  })

  it('the work can be given to somebody, who then owes it', () => {
    const { hazard } = after(enteredBy(inspector), [
      { kind: 'transfer', to: { personId: 'worker', organisationId: 'plant' }, reason: '落实到人' },
      officer,
    ])
    expect(owedBy(hazard, settings)[0]?.owner).toMatchObject({ personId: worker.personId, role: 'safetyOfficer' })
  })

  it('at a unit that nobody on record answers for the authority owes the next step', () => {
    const { hazard } = enteredBy(inspector, {}, { organisationId: null })
    expect(owedBy(hazard, settings)[0]?.owner).toMatchObject({ tier: 'county', role: 'inspector', organisationId: 'countyBureau' })
  })

  it('closed in a ledger it counts as closed in that month and with its days, and nobody reopens it', () => {
    const { hazard } = enteredBy(inspector, closed)
    expect(hazard).toMatchObject({ outcome: 'closedInLedger' })
    expect(daysToClose(hazard)).toBe(8)
    const counts = countsOfHazard(hazard, { regionCode: '330114', industryCode: '26', campaignId: null, registered: false })
    expect(counts.map(({ figure, period, change }) => [figure, period, change])).toEqual([
      ['hazards', '2026-09', 1],
      ['closed', '2026-09', 1],
      ['closedDays', '2026-09', 8],
    ])
    const now = beijing('2026-11-20T09:00')
    expect(reopen(hazard, { recheckId: 'r', reason: '仍在' }, factsOf(people.city, now), now)).toMatchObject({
      refusal: { code: 'REOPENING_UNSUITED', facts: { problem: 'closedInLedger' } },
    })
  })

  it('the entry has no paper; a review of what was put right before answers the order that the ledger tells of', () => {
    const story = after(enteredBy(inspector, { stands: 'rectified', rectifiedOn: '2026-09-20' }), [
      acts.review,
      inspector,
      '2026-11-04T09:00',
    ])
    expect(paperAt(story.events, 1)).toMatchObject({ refusal: { code: 'PAPER_UNSUITED' } })
    expect(paperAt(story.events, 2)).toMatchObject({ value: { kind: 'review', answers: { dueOn: '2026-11-10', requirement: '更换' } } })
  })

  it('a hazard begins once', () => {
    const { hazard, events } = enteredBy(inspector)
    expect(() => apply(hazard, events[0]!)).toThrow(RangeError)
  })
})

describe('what was late when it was taken over', () => {
  const late = () => enteredBy(inspector, { dueOn: '2026-10-01' })

  it('is overdue at once', () => {
    expect(isOverdue(late().hazard, beijing('2026-11-02T09:00'))).toBe(true)
  })

  it('is told to nobody on that day: its owner finds it on his desk, the tiers follow as long after as elsewhere', () => {
    const { hazard } = late()
    expect(escalations(hazard, beijing('2026-11-02T09:00'), settings)).toEqual([])
    expect(nextEscalationAt(hazard, settings)?.toString()).toBe('2026-11-05T01:00:00Z')
    expect(escalations(hazard, beijing('2026-11-05T09:00'), settings).map(({ tier }) => tier)).toEqual(['county'])
    const told = escalations(hazard, beijing('2026-11-13T09:00'), settings)
    expect(told.map(({ tier }) => tier)).toEqual(['county', 'city'])
    const now = beijing('2026-11-13T09:00')
    const after10 = told.reduce((each, step) => apply(each, escalated(step, now)), hazard)
    expect(escalations(after10, now, settings)).toEqual([])
  })

  it('what falls due after it was taken over is told from the first tier on, like any other', () => {
    const { hazard } = enteredBy(inspector, { stands: 'underway', dueOn: '2026-11-10' })
    expect(escalations(hazard, beijing('2026-11-11T09:00'), settings).map(({ tier }) => tier)).toEqual(['unit'])
  })
})
