import { describe, expect, it } from 'vitest'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { inspectionRefusals, type InspectionFacts } from './inspectionRefusals.ts'

/** Facts of every code; the compiler finds one that is missing. */
const examples: { readonly [Code in keyof InspectionFacts]: readonly InspectionFacts[Code][] } = {
  DRAW_FRAME_EMPTY: [{ from: '2026-11-01', to: '2026-11-30' }],
  DRAW_FRAME_TOO_LARGE: [{ size: 300_000, most: 200_000 }],
  DRAW_PERIOD_WRONG: [{ from: '2026-12-01', to: '2026-11-30' }],
  DRAW_CANCELLED: [{ at: '2026-11-24T02:00:00Z' }],
  DRAW_DONE: [{ settled: 2 }],
  RECHECK_STATE_WRONG: [{ state: 'settled', expected: ['drawn', 'assigned'] }],
  RECHECK_HAD_PART: [{ personId: 'a' }],
  RECHECK_TIER_TOO_LOW: [{ tier: 'county', closedAt: 'city' }],
  RECHECK_NOT_YOURS: [{ assigneeId: null }, { assigneeId: 'a' }],
  RECHECK_SECOND_PERSON: [{ foundBy: 'a' }],
  RECHECK_OFF_THE_SPOT: [{ distanceMetres: 1200, accuracyMetres: 20, limitMetres: 300 }],
  RECHECK_POSITION_MISSING: [{ limitMetres: 300 }],
  RECHECK_PHOTOS_MISSING: [{ given: 0, least: 1 }],
  RECHECK_NOTE_MISSING: [{ finding: 'false' }, { finding: 'notConfirmed' }],
  RECHECK_PERSON_UNSUITED: [{ personId: 'a' }],
  DOUBT_LOOKED_AT: [{ personId: 'a', at: '2026-11-24T02:00:00Z' }],
  DOUBT_NO_CLOSED_HAZARD: [{ hazardId: 'a' }],
  REOPENING_UNSUITED: ['notClosed', 'foundInError', 'notAuthority', 'hadHand', 'noReason'].map((problem) => ({ problem })),
  EVIDENCE_ATTACHED: [{ evidenceIds: ['a'] }],
}

const all = Object.entries(examples).flatMap(([code, facts]) => facts.map((each) => ({ code, facts: each }) as RefusalOf<InspectionFacts>))

describe('every refusal of draws, rechecks and doubts says why in both languages', () => {
  it.each(all)('$code', (refusal) => {
    const { zh, en } = sentenceOf(inspectionRefusals, refusal)
    expect(zh + en).not.toMatch(/undefined|null|NaN|\[object/)
    expect([zh.at(-1), en.at(-1)]).toEqual(['。', '.'])
  })
})
