import { describe, expect, it } from 'vitest'
import { acts, after, beijing, foundBy, next, ordered, outcome, ownOrdered, selfChecked, people } from '../testing/story.ts'
import type { Case, Story, Told } from '../testing/story.ts'

const { worker, mate, officer, deputy, head, town, inspector, county, countyLeader, city, province, provinceLeader, otherProvinceLeader } =
  people

const refusalOf = (story: Story, deed: Told): unknown => {
  const { verdict } = next(story, deed)
  return verdict.ok ? verdict.value.kind : verdict.refusal
}

describe('an extension is asked before the deadline, and granted one tier above', () => {
  it.each<Case>([
    ['on the last day', ordered, [acts.askExtension, worker, '2026-11-16T23:59'], 'extensionAsked'],
    ['at 24:00 of the last day', ordered, [acts.askExtension, worker, '2026-11-17T00:00'], 'EXTENSION_TOO_LATE'],
    [
      'claimed in time and received too late',
      ordered,
      [acts.askExtension, worker, '2026-11-17T00:01', { claimedAt: beijing('2026-11-16T20:00').toString() }],
      'EXTENSION_TOO_LATE',
    ],
    ['by somebody else of the unit', ordered, [acts.askExtension, mate], 'NOT_YOURS_TO_DO'],
    ['without interim controls', ordered, [{ ...acts.askExtension, interimControls: '' }, worker], 'DEED_INCOMPLETE'],
    ['without a reason', ordered, [{ ...acts.askExtension, reason: '' }, worker], 'DEED_INCOMPLETE'],
    ['to no later day', ordered, [{ ...acts.askExtension, toOn: '2026-11-16' }, worker], 'EXTENSION_NOT_LATER'],
    ['while one waits', () => after(ordered(), [acts.askExtension, worker]), [acts.askExtension, officer], 'ASKED_ALREADY'],
    ['after the self-check', () => selfChecked(ordered()), [acts.askExtension, worker], 'HAZARD_STATE_WRONG'],
    ['granted by the asker', () => after(ownOrdered(), [acts.askExtension, officer]), [acts.grant, officer], 'SECOND_PERSON_NEEDED'],
    [
      'granted by who set the deadline',
      () => after(ordered(), [acts.askExtension, worker]),
      [acts.grant, inspector],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
    [
      'granted by the same tier',
      () => after(ordered(), [acts.askExtension, worker]),
      [acts.grant, countyLeader],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
    ['granted by the city', () => after(ordered(), [acts.askExtension, worker]), [acts.grant, city], 'extensionGranted'],
    ['granted by the province', () => after(ordered(), [acts.askExtension, worker]), [acts.grant, province], 'extensionGranted'],
    [
      'of a unit’s officer, granted by its head',
      () => after(ownOrdered(), [acts.askExtension, worker]),
      [acts.grant, head],
      'extensionGranted',
    ],
    [
      'of a unit’s officer, granted by another officer',
      () => after(ownOrdered(), [acts.askExtension, worker]),
      [acts.grant, deputy],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
    [
      'granted for longer than asked',
      () => after(ordered(), [acts.askExtension, worker]),
      [{ ...acts.grant, toOn: '2026-12-01' }, city],
      'EXTENSION_MORE_THAN_ASKED',
    ],
    [
      'granted for no longer',
      () => after(ordered(), [acts.askExtension, worker]),
      [{ ...acts.grant, toOn: '2026-11-16' }, city],
      'EXTENSION_NOT_LATER',
    ],
    [
      'granted for days gone by',
      () => after(ordered(), [acts.askExtension, worker]),
      [acts.grant, city, '2026-12-02T09:00'],
      'DUE_IN_PAST',
    ],
    [
      'asked in time, granted after the deadline',
      () => after(ordered(), [acts.askExtension, worker]),
      [acts.grant, city, '2026-11-18T09:00'],
      'extensionGranted',
    ],
    [
      'refused without a reason',
      () => after(ordered(), [acts.askExtension, worker]),
      [{ kind: 'decideExtension', grant: false, reason: '' }, city],
      'DEED_INCOMPLETE',
    ],
    [
      'refused with one',
      () => after(ordered(), [acts.askExtension, worker]),
      [{ kind: 'decideExtension', grant: false, reason: '可提前' }, city],
      'extensionRefused',
    ],
    ['nothing asked', ordered, [acts.grant, city], 'NOTHING_ASKED'],
    [
      'of a province, by another of its leaders',
      () => after(foundBy(provinceLeader), [acts.general, provinceLeader], [acts.order, provinceLeader], [acts.askExtension, worker]),
      [acts.grant, otherProvinceLeader],
      'extensionGranted',
    ],
    [
      'of a province, by the one who set it',
      () => after(foundBy(provinceLeader), [acts.general, provinceLeader], [acts.order, provinceLeader], [acts.askExtension, worker]),
      [acts.grant, provinceLeader],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
    [
      'of a major one that the unit found, not by its own head',
      () => after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer], [acts.order, head], [acts.askExtension, worker]),
      [acts.grant, town],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
    [
      'of one that the city listed, not by the county',
      () =>
        after(
          foundBy(officer, { how: 'selfCheck' }),
          [acts.major, officer],
          [acts.order, head],
          [acts.list, city],
          [acts.askExtension, worker],
        ),
      [acts.grant, county],
      'EXTENSION_GRANTER_TOO_LOW',
    ],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})

describe('the count of extensions is limited', () => {
  const twice = (): Story =>
    after(
      ordered(),
      [acts.askExtension, worker],
      [acts.grant, city],
      [{ ...acts.askExtension, toOn: '2026-12-10' }, worker],
      [{ kind: 'decideExtension', grant: true, toOn: '2026-12-10' }, province],
    )
  it('to two by default', () => {
    expect(refusalOf(twice(), [{ ...acts.askExtension, toOn: '2026-12-20' }, worker])).toEqual({
      code: 'EXTENSIONS_USED_UP',
      facts: { granted: 2, most: 2 },
    })
  })
  it('to one where the enterprise tightened it', () => {
    const tightened = new Map([['hazards.extension.count', 1]])
    const once = after(ordered(), [acts.askExtension, worker], [acts.grant, city])
    expect(outcome(once, [{ ...acts.askExtension, toOn: '2026-12-10' }, worker])).toBe('extensionAsked')
    expect(outcome(once, [{ ...acts.askExtension, toOn: '2026-12-10' }, worker, undefined, { tightened }])).toBe('EXTENSIONS_USED_UP')
  })
})
