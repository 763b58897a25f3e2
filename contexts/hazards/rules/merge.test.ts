import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { acts, after, factsOf, ordered, people, rectifying, selfChecked, beijing, ownOrdered } from './testing/story.ts'
import type { Story, Told } from './testing/story.ts'

const { worker, mate, officer, deputy, inspector, county, city } = people

/** Somebody saw the hazard as it was `before`, did something without signal, and it arrives `now`. */
const arrives = (before: Story, now: Story, [action, person, at, more]: Told) => {
  const moment = at === undefined ? now.at : beijing(at)
  return merge(now.hazard, { baseVersion: before.events.length, history: now.events }, action, factsOf(person, moment, more), moment)
}

const code = (before: Story, now: Story, deed: Told): string => {
  const verdict = arrives(before, now, deed)
  return verdict.ok ? verdict.value.kind : verdict.refusal.code
}

describe('two people at the same hazard', () => {
  it('what is still possible and means the same counts', () => {
    const before = rectifying(ordered())
    const now = after(before, [{ kind: 'control', controls: '围挡' }, officer])
    expect(code(before, now, [acts.selfCheck, worker])).toBe('selfChecked')
  })
  it('who arrives second is told who did what meanwhile', () => {
    const before = selfChecked(ordered())
    const now = after(before, [acts.review, inspector, '2026-11-11T09:00'])
    expect(arrives(before, now, [acts.review, county, '2026-11-11T18:00', { claimedAt: beijing('2026-11-11T08:00').toString() }])).toEqual({
      ok: false,
      refusal: {
        code: 'CHANGED_MEANWHILE',
        facts: {
          action: 'review',
          deeds: [{ kind: 'reviewed', personId: 'inspector', claimedAt: '2026-11-11T01:00:00Z', receivedAt: '2026-11-11T01:00:00.000Z' }],
          because: 'HAZARD_STATE_WRONG',
        },
      },
    })
  })
  it('a self-check of the first round is none of the second, though the state is the same', () => {
    const before = rectifying(ordered())
    const now = after(before, [acts.selfCheck, officer, '2026-11-10T08:00'], [acts.refuse, inspector, '2026-11-11T08:00'])
    expect(now.hazard.state).toBe(before.hazard.state)
    expect(code(before, now, [acts.selfCheck, worker])).toBe('CHANGED_MEANWHILE')
  })
  it('a review of one self-check is none of the next', () => {
    const before = selfChecked(ordered())
    const now = after(before, [acts.refuse, inspector, '2026-11-11T08:00'], [acts.selfCheck, worker, '2026-11-12T08:00'])
    expect(code(before, now, [acts.review, county])).toBe('CHANGED_MEANWHILE')
    expect(code(now, now, [acts.review, county])).toBe('reviewed')
  })
  it('an answer to one request is none to another', () => {
    const asked = after(ordered(), [acts.askExtension, worker])
    const now = after(
      asked,
      [{ kind: 'decideExtension', grant: false, reason: '可提前' }, city],
      [{ ...acts.askExtension, toOn: '2026-12-20' }, worker],
    )
    expect(code(asked, now, [acts.grant, city])).toBe('CHANGED_MEANWHILE')
  })
  it('what would have been refused anyway is refused for its own reason', () => {
    const before = selfChecked(ordered())
    const now = after(before, [{ kind: 'control', controls: '围挡' }, officer])
    expect(code(before, now, [{ ...acts.review, evidence: [] }, inspector])).toBe('EVIDENCE_TOO_LITTLE')
    expect(code(before, now, [acts.review, worker])).toBe('REVIEWER_NOT_INDEPENDENT')
  })
  it('over the present version it is an ordinary deed', () => {
    const now = selfChecked(ownOrdered())
    expect(code(now, now, [acts.review, deputy])).toBe('reviewed')
    expect(code(now, now, [acts.review, mate])).toBe('REVIEWER_NOT_INDEPENDENT')
  })
})
