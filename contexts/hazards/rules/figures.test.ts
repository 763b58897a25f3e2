import { describe, expect, it } from 'vitest'
import {
  countsOfHazard,
  countsOfUnit,
  countsOfUnitChecked,
  countsOfVisit,
  deltasBetween,
  deltasOfEvent,
  deltasOfMove,
  overdueOn,
  summed,
  type Delta,
} from './figures.ts'
import {
  acts,
  after,
  applied,
  foundBy,
  majorOrdered,
  next,
  ordered,
  ownOrdered,
  people,
  selfChecked,
  type Story,
  type Told,
} from './testing/story.ts'

const { worker, officer, deputy, inspector, county, city } = people

const here = { regionCode: '330114001001', industryCode: '2614', campaignId: 'c1', registered: false }

const told = (deltas: readonly Delta[]): readonly string[] =>
  deltas.map(({ figure, period, level, state, change }) =>
    [figure, period, level, state, change > 0 ? `+${change}` : change].filter((part) => part !== null).join(' '),
  )

const changes = (before: Story, deed: Told): readonly string[] => {
  const { verdict } = next(before, deed)
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return told(deltasOfEvent(before.hazard, verdict.value, here))
}

describe('what an event writes', () => {
  it('finding', () => {
    const [found] = foundBy(inspector).events
    expect(told(deltasOfEvent(null, found!, here))).toEqual(['hazards 2026-11 unclassified found +1'])
  })
  it.each<[string, () => Story, Told, readonly string[]]>([
    [
      'classifying',
      () => foundBy(inspector),
      [acts.general, inspector],
      ['hazards 2026-11 unclassified found -1', 'hazards 2026-11 general classified +1'],
    ],
    [
      'ordering',
      () => after(foundBy(inspector), [acts.general, inspector]),
      [acts.order, inspector],
      ['hazards 2026-11 general classified -1', 'hazards 2026-11 general ordered +1', 'due 2026-11-16 general +1'],
    ],
    [
      'granting more time',
      () => after(ordered(), [acts.askExtension, worker]),
      [acts.grant, city],
      ['due 2026-11-16 general -1', 'due 2026-11-30 general +1'],
    ],
    ['starting', ordered, [acts.start, worker], ['hazards 2026-11 general ordered -1', 'hazards 2026-11 general rectifying +1']],
    ['asking for it', ordered, [acts.askExtension, worker], []],
    ['listing', majorOrdered, [acts.list, county], ['listed major +1']],
    [
      'closing',
      () => after(selfChecked(ownOrdered()), [acts.review, deputy]),
      [acts.close, officer, '2026-12-02T09:00'],
      [
        'hazards 2026-11 general reviewed -1',
        'hazards 2026-11 general closed +1',
        'closed 2026-12 general +1',
        'closedDays 2026-12 general +30',
      ],
    ],
    [
      'withdrawing',
      () => after(ordered(), [{ kind: 'askWithdrawal', reason: '误' }, inspector]),
      [{ kind: 'decideWithdrawal', agree: true, reason: null }, county],
      ['hazards 2026-11 general ordered -1', 'due 2026-11-16 general -1', 'hazards 2026-11 general withdrawn +1'],
    ],
  ])('%s', (_title, given, deed, expected) => {
    expect(changes(given(), deed)).toEqual(expected)
  })
})

describe('what other records count for', () => {
  it('a visit counts in its month, one where nobody was let in apart', () => {
    expect(told(countsOfVisit({ on: '2026-07-03', result: 'checked' }, here))).toEqual(['visits 2026-07 +1'])
    expect(told(countsOfVisit({ on: '2026-07-03', result: 'notAdmitted' }, here))).toEqual(['notAdmitted 2026-07 +1'])
  })
  it('a unit counts as checked once for each row of its own', () => {
    expect(told([...countsOfUnitChecked(null, here), ...countsOfUnitChecked('2026-07', here)])).toEqual([
      'unitsChecked +1',
      'unitsChecked 2026-07 +1',
    ])
  })
  it('a unit that closes leaves the register', () => {
    const before = countsOfUnit({ closedOn: null }, here)
    expect(told(before)).toEqual(['units +1'])
    expect(told(deltasBetween(before, countsOfUnit({ closedOn: '2026-07-03' }, here)))).toEqual(['units -1'])
  })
})

describe('sums', () => {
  it('what comes to nothing is left out', () => {
    const counts = countsOfHazard(ordered().hazard, here)
    expect(deltasBetween(counts, counts)).toEqual([])
    expect(summed([...counts, ...counts]).map(({ change }) => change)).toEqual([2, 2])
  })
  it('a move takes from one region what it gives to the other', () => {
    const there = { ...here, regionCode: '330113001001' }
    const moved = deltasOfMove(applied(majorOrdered()).hazard, here, there)
    expect(moved.map(({ regionCode, change }) => [regionCode, change])).toEqual([
      ['330114001001', -1],
      ['330113001001', 1],
    ])
  })
  it('overdue are those whose last day has gone by', () => {
    const counts = countsOfHazard(ordered().hazard, here)
    expect([overdueOn(counts, '2026-11-16'), overdueOn(counts, '2026-11-17')]).toEqual([0, 1])
  })
})
