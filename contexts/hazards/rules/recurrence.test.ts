import { describe, expect, it } from 'vitest'
import type { Hazard } from './hazard.ts'
import { recurrenceCandidates } from './recurrence.ts'
import { after, foundBy, item, people, settings } from './testing/story.ts'

const { inspector, county } = people

const earlier = (hazardId: string, at: string, more: Parameters<typeof foundBy>[1] = {}): Hazard =>
  foundBy(inspector, { hazardId, item, ...more }, at).hazard

const ids = (others: readonly Hazard[], tightened = settings.tightened): readonly string[] =>
  recurrenceCandidates(foundBy(inspector, { item }).hazard, others, { ...settings, tightened }).map(({ hazardId }) => hazardId)

describe('16号令 art. 14: a hazard that may have come back', () => {
  it('is of the same unit and item within 12 months, the newest first', () => {
    const others = [
      earlier('a', '2026-03-01T09:00'),
      earlier('b', '2026-10-01T09:00'),
      earlier('just', '2025-11-02T09:00'),
      earlier('old', '2025-11-02T08:59'),
      earlier('later', '2026-11-03T09:00'),
      earlier('elsewhere', '2026-10-01T09:00', { unitId: 'unit-2' }),
      earlier('other item', '2026-10-01T09:00', { item: { ...item, code: 'H1' } }),
    ]
    expect(ids(others)).toEqual(['b', 'a', 'just'])
    expect(ids(others, new Map([['hazards.recurrence.months', 24]]))).toEqual(['b', 'a', 'just', 'old'])
  })
  it('is none that was found in error', () => {
    const story = after(
      foundBy(inspector, { hazardId: 'a', item }, '2026-10-01T09:00'),
      [{ kind: 'askWithdrawal', reason: '误' }, inspector],
      [{ kind: 'decideWithdrawal', agree: true, reason: null }, county],
    )
    expect(ids([story.hazard])).toEqual([])
  })
  it('is none where no item is cited', () => {
    expect(recurrenceCandidates(foundBy(inspector).hazard, [earlier('a', '2026-10-01T09:00')], settings)).toEqual([])
  })
})
