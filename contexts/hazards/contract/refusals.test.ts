import { describe, expect, it } from 'vitest'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { refusals, type HazardFacts } from './refusals.ts'

const at = '2026-11-16T16:00:00Z'

/** Facts of every code; the compiler finds one that is missing. */
const examples: { readonly [Code in keyof HazardFacts]: readonly HazardFacts[Code][] } = {
  HAZARD_STATE_WRONG: [{ action: 'review', state: 'found', expected: ['selfChecked', 'applied'] }],
  NOT_YOURS_TO_DO: [
    { action: 'review', needed: 'countyAuthority', because: 'major' },
    { action: 'start', needed: 'assigneeOrManager', because: null },
  ],
  DEED_INCOMPLETE: [
    { action: 'find', missing: ['description', 'evidence'] },
    { action: 'order', missing: ['assignee'] },
  ],
  EVIDENCE_TOO_LITTLE: [{ action: 'review', given: 0, least: 1 }],
  ITEM_MAKES_MAJOR: [{ itemCode: 'H12', edition: '安监总管三〔2017〕121号', clause: '第十二条' }],
  SECOND_PERSON_NEEDED: [{ action: 'decideWithdrawal', firstPersonId: 'a' }],
  LEVEL_UNSUITED: [{ action: 'list', level: 'general', expected: 'major' }],
  DUE_IN_PAST: [{ dueOn: '2026-11-01', today: '2026-11-02' }],
  DUE_LONGER_THAN_USUAL: [{ dueOn: '2026-12-01', usualOn: '2026-11-17', days: 15 }],
  DUE_BEYOND_LAW: [{ dueOn: '2026-12-01', lawDueOn: '2026-11-17' }],
  DUE_BEYOND_LISTING: [{ dueOn: '2026-12-01', listingDueOn: '2026-11-17' }],
  FIVE_NOT_IN_PLACE: [{ missing: ['funds', 'contingency'] }],
  REPORT_NOT_NEEDED: [{ to: 'authority', how: 'departmentCheck' }],
  REPORTED_ALREADY: [{ to: 'staff', at }],
  REPORTS_MISSING: [{ missing: ['authority', 'staff'] }],
  EXTENSION_TOO_LATE: [
    { dueAt: at, askedAt: at, clock: 'law' },
    { dueAt: at, askedAt: at, clock: 'step' },
  ],
  EXTENSIONS_USED_UP: [{ granted: 2, most: 2 }],
  EXTENSION_NOT_LATER: [{ dueOn: '2026-11-16', askedOn: '2026-11-16' }],
  EXTENSION_MORE_THAN_ASKED: [{ askedOn: '2026-11-30', grantedOn: '2026-12-01' }],
  EXTENSION_GRANTER_TOO_LOW: [
    { setterTier: 'unit', setterLeads: true, granterTier: 'unit', least: 'unit' },
    { setterTier: 'county', setterLeads: false, granterTier: 'county', least: 'county' },
  ],
  ASKED_ALREADY: [{ action: 'askExtension', personId: 'a', at }],
  NOTHING_ASKED: [{ action: 'decideExtension' }],
  HAND_OVER_UNSUITED: [
    { problem: 'noDepartment', statedTier: 'county', tier: null },
    { problem: 'otherTier', statedTier: 'city', tier: 'county' },
  ],
  TRANSFER_TO_SAME: [
    { organisationId: 'o', personId: 'a' },
    { organisationId: 'o', personId: null },
  ],
  REVIEWER_NOT_INDEPENDENT: [{ action: 'review', personId: 'a', as: 'rectifier' }],
  POSITION_MISSING: [{ action: 'review', limitMetres: 200 }],
  NOT_ON_THE_SPOT: [{ distanceMetres: 1100, accuracyMetres: 16, limitMetres: 200 }],
  LISTED_ALREADY: [{ tier: 'city', organisationId: 'o', documentNo: '督办〔2026〕1号' }],
  NOT_LISTED: [{ action: 'lift' }],
  LISTING_NOT_LIFTED: [{ action: 'close', tier: 'city', organisationId: 'o', documentNo: '督办〔2026〕1号' }],
  LISTING_TIER_TOO_LOW: [{ listedTier: 'city', ownTier: 'county' }],
  RECURRENCE_UNSUITED: [
    { problem: 'itself', earlierId: 'h' },
    { problem: 'otherUnit', earlierId: 'h' },
    { problem: 'notEarlier', earlierId: 'h' },
    { problem: 'linkedAlready', earlierId: 'h' },
  ],
  CHANGED_MEANWHILE: [{ action: 'review', deeds: [{ kind: 'reviewed', personId: 'a', claimedAt: at, receivedAt: at }], because: null }],
  RISK_VALUE_OFF_SCALE: [{ method: 'LEC', factor: 'L', value: 2, scale: [10, 6, 3] }],
  SUBSTANCE_UNKNOWN: [{ substance: '不明物' }],
  SUBSTANCE_AMBIGUOUS: [{ substance: '硝酸铵', candidates: ['甲', '乙'] }],
  QUANTITY_INVALID: [{ substance: '氨', tonnes: -1 }],
  REOPENING_UNSUITED: [
    { problem: 'notClosed' },
    { problem: 'foundInError' },
    { problem: 'closedInLedger' },
    { problem: 'notAuthority' },
    { problem: 'hadHand' },
    { problem: 'noReason' },
  ],
  PAPER_UNSUITED: [
    { kind: 'classified', version: 2 },
    { kind: 'escalated', version: 5 },
  ],
}

const all = Object.entries(examples).flatMap(([code, facts]) => facts.map((each) => ({ code, facts: each }) as RefusalOf<HazardFacts>))

describe('every refusal has a sentence in both languages', () => {
  it.each(all.map((refusal) => [refusal.code, JSON.stringify(refusal.facts), refusal] as const))('%s %s', (_code, _facts, refusal) => {
    const { zh, en } = sentenceOf(refusals, refusal)
    expect(zh).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u)
    expect(en).toMatch(/^["A-Z0-9α].*\.$/)
    expect(zh + en).not.toMatch(/undefined|null|NaN|\[object/)
  })
  it('says moments as people in Beijing read them', () => {
    expect(
      sentenceOf(refusals, { code: 'EXTENSION_TOO_LATE', facts: { dueAt: at, askedAt: '2026-11-17T01:30:00Z', clock: 'law' } }).zh,
    ).toBe('整改期限已于 2026-11-17 00:00 届满，2026-11-17 09:30 才提出，逾期不再受理延期。')
  })
})
