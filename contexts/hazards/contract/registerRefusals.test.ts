import { describe, expect, it } from 'vitest'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { registerRefusals, type RegisterFacts } from './registerRefusals.ts'

/** One example of each, and of each branch of its sentence; the compiler asks for one of every code. */
const examples: { readonly [Code in keyof RegisterFacts]: readonly RegisterFacts[Code][] } = {
  USCC_INVALID: [{ problem: 'check' }],
  REGION_UNKNOWN: [{ regionCode: '330199' }],
  REGION_ENDED: [{ regionCode: '330104', name: '江干区', endedOn: '2021-04-09', successors: ['上城区', '钱塘区'] }],
  INDUSTRY_UNKNOWN: [{ typed: '9999' }],
  INDUSTRY_SECTION_WRONG: [{ typed: 'A26', section: 'A', belongsTo: 'C' }],
  UNIT_PROBABLY_REGISTERED: [
    {
      candidates: [
        {
          unitId: null,
          name: '新星化工有限公司',
          regionCode: '330114',
          score: 0.9,
          reasons: ['sameCode', 'otherCode', 'sameName', 'similarName', 'samePlace', 'sameVillage', 'farApart'],
        },
      ],
    },
  ],
  UNIT_CLOSED: [{ unitId: 'u', name: '新星化工厂', closedOn: '2026-11-01' }],
  UNIT_JOINED: [{ name: '新星化工厂', intoId: 'u' }],
  CLOSING_DAY_WRONG: [{ closedOn: '2026-12-01', registeredOn: '2026-01-01', today: '2026-11-24' }],
  JOIN_UNSUITED: [
    { problem: 'itself', score: null },
    { problem: 'otherJoined', score: null },
    { problem: 'otherClosed', score: null },
    { problem: 'otherCode', score: 0 },
    { problem: 'unlike', score: 0 },
  ],
  PART_UNSUITED: [{ problem: 'notJoined' }, { problem: 'outOfScope' }],
  LIST_CLOSED: [{ name: '重点县', closedOn: '2026-11-01' }],
  CHECKLIST_FAULTY: [
    {
      faults: [
        { code: 'TEXT_MISSING', key: '甲', field: 'zh' },
        { code: 'LANGUAGES_ALIKE', key: '甲' },
        { code: 'ITEM_KEY_TWICE', key: '甲' },
        { code: 'ITEM_KEY_FOREIGN', key: '甲' },
        { code: 'INDUSTRY_UNKNOWN', key: '甲', industry: '9999' },
      ],
    },
    {
      faults: [
        { code: 'DAY_MALFORMED', key: '甲', day: '1' },
        { code: 'RANGE_EMPTY', key: '甲', from: '1', to: '1' },
        { code: 'EDITIONS_OVERLAP', key: '甲', editions: ['1', '2'] },
        { code: 'EDITION_TWICE', key: '甲', edition: '1' },
      ],
    },
  ],
  CHECKLIST_UNKNOWN: [{ key: 'none' }],
  ITEM_UNKNOWN: [{ itemKey: 'chem20.99' }],
  ITEM_RETIRED: [{ itemKey: 'chem20.05', retiredOn: '2026-05-01', on: '2026-11-24' }],
  PERIOD_EMPTY: [{ from: '2026-11-24', to: '2026-11-01' }],
  CAMPAIGN_NOT_RUNNING: [{ name: '百日攻坚', from: '2026-09-01', to: '2026-10-31', on: '2026-11-24' }],
  CAMPAIGN_ENDED: [{ name: '百日攻坚', endedOn: '2026-11-20' }],
  CAMPAIGN_OVER: [{ name: '百日攻坚', to: '2026-10-31' }],
  CAMPAIGN_END_PAST: [{ to: '2026-11-01', today: '2026-11-24' }],
  INSPECTOR_UNKNOWN: [{ personId: 'p' }],
  VISIT_KIND_UNSUITED: [{ how: 'selfCheck', expected: ['departmentCheck', 'expertCheck', 'peerCheck'] }],
  VISIT_RECORDED_OTHERWISE: [{ visitId: 'v' }],
  VISIT_POSITION_MISSING: [{ how: 'departmentCheck' }],
  VISIT_NOT_ADMITTED: [{ answers: 1, findings: 0, reinspections: 0 }],
  HAZARD_NOT_REGISTERED: [{ hazardId: 'h', campaignId: null }],
  EVIDENCE_ATTACHED: [{ evidenceIds: ['e'] }],
}

const all = Object.entries(examples).flatMap(([code, facts]) => facts.map((each) => ({ code, facts: each }) as RefusalOf<RegisterFacts>))

describe('every refusal of the register has a sentence in both languages', () => {
  it.each(all.map((refusal) => [refusal.code, JSON.stringify(refusal.facts), refusal] as const))('%s %s', (_code, _facts, refusal) => {
    const { zh, en } = sentenceOf(registerRefusals, refusal)
    expect(zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(en).toMatch(/^["A-Z].*\.$/)
    expect(zh + en).not.toMatch(/undefined|null|NaN|\[object/)
  })
})
