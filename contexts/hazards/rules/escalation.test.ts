import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import { escalated, escalations, nextEscalationAt } from './escalation.ts'
import type { Hazard } from './hazard.ts'
import {
  acts,
  after,
  applied,
  beijing,
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

const { worker, officer, inspector, town, city } = people

const toldAt = (hazard: Hazard, at: string): readonly string[] =>
  escalations(hazard, beijing(at), settings).map(({ owed, tier }) => `${owed} ${tier}`)

const tell = (hazard: Hazard, at: string): Hazard =>
  escalations(hazard, beijing(at), settings).reduce((told, late) => apply(told, escalated(late, beijing(at))), hazard)

describe('安全生产法 art. 41: a late step goes up the tiers', () => {
  it.each<[string, () => Story, string, readonly string[]]>([
    ['in time nobody is told', () => rectifying(ordered()), '2026-11-16T23:59', []],
    ['late, who owes it', () => rectifying(ordered()), '2026-11-17T00:00', ['rectify unit']],
    ['three days late, the county', () => rectifying(ordered()), '2026-11-20T00:00', ['rectify unit', 'rectify county']],
    ['ten days late, the city', () => rectifying(ordered()), '2026-11-27T00:00', ['rectify unit', 'rectify county', 'rectify city']],
    [
      'thirty days late, the province',
      () => rectifying(ordered()),
      '2026-12-17T00:00',
      ['rectify unit', 'rectify county', 'rectify city', 'rectify province'],
    ],
    ['a late classification, the county first', () => foundBy(inspector), '2026-11-09T00:00', ['classify county', 'classify city']],
    [
      'a town’s own lateness, the town first',
      () => selfChecked(after(foundBy(town), [acts.general, town], [acts.order, town])),
      '2026-11-21T00:00',
      ['review town'],
    ],
    ['a unit’s late review, the unit first', () => selfChecked(ownOrdered()), '2026-11-17T00:00', ['review unit']],
    [
      'of a major one after a day, with the report to the staff',
      () => rectifying(majorOrdered()),
      '2026-11-18T00:00',
      ['rectify unit', 'rectify county', 'reportToStaff unit', 'reportToStaff county', 'reportToStaff city', 'reportToStaff province'],
    ],
    [
      'the authority’s late review of a major one',
      () => applied(majorOrdered()),
      '2026-11-27T00:00',
      ['review county', 'review city', 'review province'],
    ],
  ])('%s', (_title, given, at, told) => {
    expect(toldAt(given().hazard, at)).toEqual(told)
  })

  it('to whom, since when and why', () => {
    expect(escalations(rectifying(ordered()).hazard, beijing('2026-11-20T08:00'), settings)).toEqual([
      {
        hazardId: 'hazard-1',
        key: 'hazard-1/rectify/1.0/unit',
        owed: 'rectify',
        tier: 'unit',
        since: '2026-11-16T16:00:00Z',
        dueAt: '2026-11-16T16:00:00Z',
        whom: { tier: 'unit', role: 'safetyOfficer', organisationId: 'plant', personId: 'worker' },
      },
      {
        hazardId: 'hazard-1',
        key: 'hazard-1/rectify/1.0/county',
        owed: 'rectify',
        tier: 'county',
        since: '2026-11-19T16:00:00Z',
        dueAt: '2026-11-16T16:00:00Z',
        whom: { tier: 'county', role: 'officer', organisationId: null, personId: null },
      },
    ])
  })
})

describe('each tier is told once', () => {
  it('asked again at the same moment, nobody; later, only who is new', () => {
    const told = tell(rectifying(ordered()).hazard, '2026-11-20T08:00')
    expect(told.told).toEqual(['hazard-1/rectify/1.0/unit', 'hazard-1/rectify/1.0/county'])
    expect(toldAt(told, '2026-11-20T08:00')).toEqual([])
    expect(toldAt(told, '2026-11-27T08:00')).toEqual(['rectify city'])
  })
  it('again where a new round or a granted extension is late in its turn', () => {
    const told = { ...rectifying(ordered()), hazard: tell(rectifying(ordered()).hazard, '2026-11-18T08:00') }
    const refused = after(told, [acts.selfCheck, worker, '2026-11-18T09:00'], [acts.refuse, inspector, '2026-11-19T09:00'])
    // The new round has days of its own; the legal clock is long over, so it is late at once.
    expect(toldAt(refused.hazard, '2026-11-19T09:00')).toEqual(['rectify unit'])
    const extended = after(ordered(), [acts.askExtension, worker], [acts.grant, city], [acts.start, worker])
    expect(toldAt(extended.hazard, '2026-11-30T23:59')).toEqual([])
    expect(toldAt(extended.hazard, '2026-12-01T00:00')).toEqual(['rectify unit'])
  })
  it('a job knows when to ask next', () => {
    const { hazard } = rectifying(ordered())
    expect(nextEscalationAt(hazard, settings)?.toString()).toBe('2026-11-16T16:00:00Z')
    expect(nextEscalationAt(tell(hazard, '2026-11-17T00:00'), settings)?.toString()).toBe('2026-11-19T16:00:00Z')
    expect(nextEscalationAt(tell(hazard, '2027-11-17T00:00'), settings)).toBeNull()
    const closed = after(selfChecked(ownOrdered()), [acts.review, officer], [acts.close, officer])
    expect(nextEscalationAt(closed.hazard, settings)).toBeNull()
  })
  it('a tightened wait counts', () => {
    const tightened = new Map([['hazards.escalation.general.second', 0]])
    const late = escalations(rectifying(ordered()).hazard, beijing('2026-11-17T00:00'), { ...settings, tightened })
    expect(late.map(({ tier }) => tier)).toEqual(['unit', 'county'])
  })
})
