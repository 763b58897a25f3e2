import { describe, expect, it } from 'vitest'
import type { Action } from './actions.ts'
import { daysToClose, isOverdue, lawDeadline, legalClock, siteReviewVerdict, stepDeadline, stepOf, wasRectifiedLate } from './clocks.ts'
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

const { worker, officer, deputy, inspector, city, county, head } = people

const endOf = (due: ReturnType<typeof stepDeadline>): string | null =>
  due === null ? null : due.endsAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })

const major = (): Story => after(foundBy(inspector), [acts.major, inspector])
const evaluated = (): Story => after(selfChecked(majorOrdered()), [acts.evaluate, deputy])
const reviewed = (): Story => after(applied(majorOrdered()), [acts.review, inspector])

describe('each step has its own clock, begun by its receipt; the law’s clock runs beside it', () => {
  // Found on Monday 2 November at 9:00; a last day on a weekend moves to Monday (民法典 art. 203).
  it.each<[string, () => Story, string, string | null]>([
    ['classify', () => foundBy(inspector), '2026-11-06T00:00', null],
    ['order', major, '2026-11-06T00:00', null],
    ['start', ordered, '2026-11-06T00:00', '2026-11-17T00:00'],
    ['start', majorOrdered, '2026-11-18T00:00', '2026-11-17T00:00'],
    ['rectify', () => rectifying(ordered()), '2026-11-17T00:00', '2026-11-17T00:00'],
    // An authority's review of a general hazard has ten days, a unit's own five (a Sunday, so Monday).
    ['review', () => selfChecked(ordered()), '2026-11-21T00:00', '2026-11-21T00:00'],
    ['review', () => selfChecked(ownOrdered()), '2026-11-17T00:00', null],
    ['evaluate', () => selfChecked(majorOrdered()), '2026-11-26T00:00', '2026-11-17T00:00'],
    ['applyForReview', evaluated, '2026-11-17T00:00', '2026-11-17T00:00'],
    // 16号令 art. 23: ten days from the application of 12 November end on Sunday the 22nd, so on Monday.
    ['review', () => applied(majorOrdered()), '2026-11-24T00:00', '2026-11-24T00:00'],
    ['close', reviewed, '2026-11-17T00:00', null],
  ])('%s', (step, given, stepEnds, lawEnds) => {
    const { hazard } = given()
    expect([stepOf(hazard), endOf(stepDeadline(hazard, settings)), endOf(lawDeadline(hazard, settings))]).toEqual([step, stepEnds, lawEnds])
  })
  it('a closed hazard has none', () => {
    const { hazard } = after(reviewed(), [acts.close, county])
    expect([stepOf(hazard), stepDeadline(hazard, settings), lawDeadline(hazard, settings)]).toEqual([null, null, null])
  })
  it('an enterprise’s tightened days count', () => {
    const tightened = new Map([['hazards.step.classifyDays', 1]])
    expect(endOf(stepDeadline(foundBy(inspector).hazard, { ...settings, tightened }))).toBe('2026-11-04T00:00')
  })
})

describe('the legal clock never starts anew', () => {
  it('begins with the order where an authority found it', () => {
    const story = after(foundBy(inspector), [acts.general, inspector, '2026-11-03T08:00'], [acts.order, inspector, '2026-11-04T08:00'])
    expect(legalClock(story.hazard)).toEqual({
      origin: 'ordered',
      originAt: '2026-11-04T00:00:00Z',
      firstDueOn: '2026-11-16',
      dueOn: '2026-11-16',
      extensions: 0,
    })
  })
  it('begins with the finding where the unit found it itself', () => {
    const story = after(
      foundBy(officer, { how: 'selfCheck' }),
      [acts.general, officer, '2026-11-03T08:00'],
      [acts.order, officer, '2026-11-04T08:00'],
    )
    expect(legalClock(story.hazard)).toMatchObject({ origin: 'found', originAt: '2026-11-02T01:00:00Z' })
  })
  it('a claimed moment counts for it, but none later than the receipt', () => {
    const claimedAt = beijing('2026-11-09T08:00').toString()
    const story = after(foundBy(inspector), [acts.general, inspector], [acts.order, inspector, '2026-11-04T08:00', { claimedAt }])
    expect(legalClock(story.hazard)?.originAt).toBe('2026-11-04T00:00:00Z')
  })
  const transfer: Action = { kind: 'transfer', to: { personId: 'mate', organisationId: 'plant' }, reason: '换班' }
  it.each<[string, (story: Story) => Story, string, number]>([
    ['not by a transfer', (story) => after(story, [transfer, officer, '2026-11-10T08:00']), '2026-11-16', 0],
    ['not by a refused review', (story) => after(selfChecked(story), [acts.refuse, inspector, '2026-11-20T08:00']), '2026-11-16', 0],
    ['not by a raised level', (story) => after(story, [{ kind: 'raise', reason: '停产' }, inspector, '2026-11-10T08:00']), '2026-11-16', 0],
    [
      'an extension moves its end alone',
      (story) => after(story, [acts.askExtension, worker], [acts.grant, city, '2026-11-12T08:00']),
      '2026-11-30',
      1,
    ],
  ])('%s', (_title, then, dueOn, extensions) => {
    const before = ordered()
    const origin = legalClock(before.hazard)
    expect(legalClock(then(before).hazard)).toEqual({ ...origin, dueOn, extensions })
  })
  it('a listing may end it sooner, never later', () => {
    const sooner = after(majorOrdered(), [{ ...acts.list, dueOn: '2026-11-10' }, county])
    const later = after(majorOrdered(), [acts.list, county])
    expect([legalClock(sooner.hazard)?.dueOn, legalClock(later.hazard)?.dueOn]).toEqual(['2026-11-10', '2026-11-16'])
  })
  it('before an order there is none', () => {
    expect(legalClock(major().hazard)).toBeNull()
  })
})

describe('a new round of work', () => {
  const refused = (redoOn: string | null): Story =>
    after(selfChecked(ordered()), [{ ...acts.refuse, redoOn }, inspector, '2026-11-11T10:00'])
  it.each([
    // Seven days from 11 November.
    [null, '2026-11-19T00:00'],
    ['2026-11-13', '2026-11-14T00:00'],
  ])('ends by the reviewer’s day %s or the usual one, while the legal clock stays', (redoOn, ends) => {
    const { hazard } = refused(redoOn)
    expect([endOf(stepDeadline(hazard, settings)), endOf(lawDeadline(hazard, settings))]).toEqual([ends, '2026-11-17T00:00'])
  })
  it('is moved by an extension asked in it', () => {
    const { hazard } = after(refused('2026-11-13'), [acts.askExtension, worker], [acts.grant, city])
    expect(endOf(stepDeadline(hazard, settings))).toBe('2026-12-01T00:00')
  })
  it('is not moved by an extension of an earlier round', () => {
    const extended = after(ordered(), [acts.askExtension, worker, '2026-11-03T08:00'], [acts.grant, city])
    const { hazard } = after(selfChecked(extended), [{ ...acts.refuse, redoOn: '2026-11-13' }, inspector, '2026-11-11T10:00'])
    expect([endOf(stepDeadline(hazard, settings)), endOf(lawDeadline(hazard, settings))]).toEqual(['2026-11-14T00:00', '2026-12-01T00:00'])
  })
})

describe('16号令 art. 23: the review on the site within 10 days of the application', () => {
  // A Thursday and a Friday: the tenth days are a Sunday and a Monday.
  it.each([
    ['2026-11-12T10:00', '2026-11-22T10:00', 'on time'],
    ['2026-11-12T10:00', '2026-11-23T23:59', 'on time'],
    ['2026-11-12T10:00', '2026-11-24T00:00', 'late'],
    ['2026-11-13T10:00', '2026-11-23T23:59', 'on time'],
    ['2026-11-13T10:00', '2026-11-24T00:00', 'late'],
    ['2023-06-01T12:00', '2023-06-12T12:00', 'on time'],
    ['2023-06-01T12:00', '2023-06-13T12:00', 'late'],
  ])('applied %s, reviewed %s: %s', (appliedAt, reviewedAt, verdict) => {
    const receivedAt = beijing(appliedAt).toString()
    const step = { ...foundBy(inspector).hazard.found.step, claimedAt: receivedAt, receivedAt }
    const now = beijing('2027-01-01T00:00')
    expect(siteReviewVerdict({ step }, beijing(reviewedAt), now, settings)).toBe(verdict)
  })
  it('waits until then', () => {
    const step = { ...foundBy(inspector).hazard.found.step, receivedAt: beijing('2026-11-12T10:00').toString() }
    expect(siteReviewVerdict({ step }, null, beijing('2026-11-23T09:00'), settings)).toBe('waiting')
    expect(siteReviewVerdict({ step }, null, beijing('2026-11-24T00:00'), settings)).toBe('late')
  })
})

describe('overdue and days to close', () => {
  it.each([
    ['2026-11-16T23:59', false],
    ['2026-11-17T00:00', true],
  ])('at %s', (at, overdue) => {
    expect(isOverdue(ordered().hazard, beijing(at))).toBe(overdue)
    expect(isOverdue(rectifying(ordered()).hazard, beijing(at))).toBe(overdue)
  })
  it('no longer once it is put right; whether that was late stays known', () => {
    const now = beijing('2026-12-31T00:00')
    expect(isOverdue(selfChecked(ordered()).hazard, now)).toBe(false)
    expect(wasRectifiedLate(selfChecked(ordered()).hazard)).toBe(false)
    expect(wasRectifiedLate(after(rectifying(ordered()), [acts.selfCheck, worker, '2026-11-17T00:00']).hazard)).toBe(true)
    expect(wasRectifiedLate(ordered().hazard)).toBeNull()
  })
  it('days run from the legal origin to the closing', () => {
    const closed = after(selfChecked(ownOrdered()), [acts.review, deputy], [acts.close, officer, '2026-11-12T23:00'])
    expect(daysToClose(closed.hazard)).toBe(10)
    expect(daysToClose(reviewed().hazard)).toBeNull()
    const withdrawn = after(
      ordered(),
      [{ kind: 'askWithdrawal', reason: '误' }, inspector],
      [{ kind: 'decideWithdrawal', agree: true, reason: null }, county],
    )
    expect(daysToClose(withdrawn.hazard)).toBeNull()
    expect(legalClock(withdrawn.hazard)?.dueOn).toBe('2026-11-16')
  })
  it('a hazard that its own head ordered runs from the finding', () => {
    const own = after(foundBy(officer, { how: 'selfCheck' }), [acts.major, officer], [acts.order, head, '2026-11-05T09:00'])
    expect(legalClock(own.hazard)?.originAt).toBe('2026-11-02T01:00:00Z')
  })
})
