import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import { isOverdue, legalClock, stepDeadline } from './clocks.ts'
import { countsOfHazard, deltasOfEvent, falselyClosedIn } from './figures.ts'
import { merge } from './merge.ts'
import { owedBy } from './owed.ts'
import { reopen } from './reopen.ts'
import { acts, after, beijing, factsOf, ordered, outcome, people, rectifying, selfChecked, settings, type Story } from './testing/story.ts'

const { inspector, county, city, province, town, worker, officer } = people

const closed = (): Story => after(selfChecked(ordered()), [acts.review, inspector], [acts.close, county])
const recheck = { recheckId: 'recheck-1', reason: '报警器仍无显示' }
const inDecember = beijing('2026-12-07T09:00')

const reopening = (story: Story, person = city, change: Partial<typeof recheck> = {}) =>
  reopen(story.hazard, { ...recheck, ...change }, factsOf(person, inDecember), inDecember)

const reopened = (): Story => {
  const story = closed()
  const event = reopening(story)
  if (!event.ok) throw new Error(event.refusal.code)
  return { hazard: apply(story.hazard, event.value), events: [...story.events, event.value], at: inDecember }
}

describe('a false closing (虚假销号) is undone', () => {
  it('the work begins anew, the legal clock runs on and is overdue, the level stays', () => {
    const [before, { hazard }] = [closed().hazard, reopened()]
    expect(hazard).toMatchObject({ state: 'rectifying', round: 2, level: before.level, assignee: { personId: 'worker' } })
    expect(legalClock(hazard)).toEqual(legalClock(before))
    expect(isOverdue(hazard, inDecember)).toBe(true)
    expect(stepDeadline(hazard, settings)?.lastDay?.toString()).toBe('2026-12-14')
    expect(owedBy(hazard, settings)[0]).toMatchObject({ kind: 'rectify', owner: { personId: 'worker' } })
  })

  it('who reviewed and who closed it may do neither again; another may', () => {
    const again = after(reopened(), [acts.selfCheck, worker])
    expect(outcome(again, [acts.review, inspector])).toBe('REVIEWER_NOT_INDEPENDENT')
    expect(outcome(again, [acts.review, county])).toBe('REVIEWER_NOT_INDEPENDENT')
    expect(outcome(again, [acts.review, town])).toBe('reviewed')
    expect(owedBy(again.hazard, settings)[0]?.owner.except).toEqual(expect.arrayContaining(['inspector', 'county', 'worker']))
  })

  it('counts: one closed less, one open more, one closed falsely in the month it was found out', () => {
    const [before, { hazard, events }] = [closed().hazard, reopened()]
    const standing = { regionCode: '330114001', industryCode: 'C2614', campaignId: null, registered: false }
    const event = events.at(-1)
    if (event === undefined) throw new Error('no event')
    const changes = deltasOfEvent(before, event, standing).map(({ figure, period, state, change }) => [figure, period, state, change])
    expect(changes).toEqual(
      expect.arrayContaining([
        ['hazards', '2026-11', 'closed', -1],
        ['hazards', '2026-11', 'rectifying', 1],
        ['closed', '2026-11', null, -1],
        ['falselyClosed', '2026-12', null, 1],
        ['due', '2026-11-16', null, 1],
      ]),
    )
    expect(falselyClosedIn(hazard)).toEqual(['2026-12'])
    expect(hazard.falselyClosed).toMatchObject([
      { recheckId: 'recheck-1', reviewedBy: { personId: 'inspector' }, closedBy: { personId: 'county' } },
    ])
  })

  it('once found out twice in one month, it counts once there: the list shows one hazard', () => {
    const again = after(reopened(), [acts.selfCheck, worker], [acts.review, town], [acts.close, town])
    const event = reopening(again, province, { recheckId: 'recheck-2' })
    if (!event.ok) throw new Error(event.refusal.code)
    const hazard = apply(again.hazard, event.value)
    const counted = countsOfHazard(hazard, { regionCode: '330114', industryCode: '26', campaignId: null, registered: false })
    expect(hazard.falselyClosed).toHaveLength(2)
    expect(counted.filter(({ figure }) => figure === 'falselyClosed')).toHaveLength(1)
  })
})

describe('nobody else opens a hazard again', () => {
  it.each([
    ['one that is open', () => rectifying(ordered()), city, {}, 'notClosed'],
    [
      'one that was found in error',
      () =>
        after(
          ordered(),
          [{ kind: 'askWithdrawal', reason: '误报' }, inspector],
          [{ kind: 'decideWithdrawal', agree: true, reason: null }, county],
        ),
      city,
      {},
      'foundInError',
    ],
    ['by the unit', closed, officer, {}, 'notAuthority'],
    ['by who reviewed it', closed, inspector, {}, 'hadHand'],
    ['by who closed it', closed, county, {}, 'hadHand'],
    ['without saying what was seen', closed, city, { reason: ' ' }, 'noReason'],
  ] as const)('%s', (_title, given, person, change, problem) => {
    expect(reopening(given(), person, change)).toMatchObject({ ok: false, refusal: { code: 'REOPENING_UNSUITED', facts: { problem } } })
  })
})

it('a self-check of the first round, sent late, is not taken for one of the second', () => {
  const first = rectifying(ordered())
  const { hazard, events } = reopened()
  const sent = merge(hazard, { baseVersion: first.events.length, history: events }, acts.selfCheck, factsOf(worker, inDecember), inDecember)
  expect(sent).toMatchObject({ ok: false, refusal: { code: 'CHANGED_MEANWHILE' } })
})
