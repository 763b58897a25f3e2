import { describe, expect, it } from 'vitest'
import { itemHolds, standingOn, type Item } from './records.ts'

describe('an edition on a day', () => {
  const edition = { inForceFrom: '2026-01-01', inForceTo: '2027-01-01' }
  it.each([
    ['2025-12-31', 'coming'],
    ['2026-01-01', 'now'],
    ['2026-12-31', 'now'],
    ['2027-01-01', 'ended'],
  ] as const)('%s: %s', (day, standing) => {
    expect(standingOn(edition, day)).toBe(standing)
  })
})

describe('finding within a list', () => {
  const item: Item = {
    key: 'chem20.05',
    clause: '第五条',
    zh: '未设置紧急切断',
    en: 'No emergency shut-off',
    makesMajor: true,
    confidence: 'high',
    howToCheck: { zh: '查看阀门', en: 'Look at the valve' },
    appliesTo: { kinds: [], industries: [], tags: [] },
  }
  it.each([
    ['紧急', true],
    ['SHUT', true],
    ['阀门', true],
    ['第五条', true],
    ['chem20.05', true],
    ['粉尘', false],
  ])('%s', (typed, holds) => {
    expect(itemHolds(item, typed)).toBe(holds)
  })
})
