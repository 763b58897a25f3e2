import { describe, expect, it } from 'vitest'
import { withRests, type Tally } from '../bulletin/figures.ts'
import { october } from '../bulletin/testing/story.ts'
import { cellOf, inOrder, isKept, whereOf, type Cell } from './cell.ts'
import { measures, parts, type Measure, type MeasureName } from './measures.ts'

const named = (name: MeasureName): Measure => measures.find((each) => each.name === name)!
const where = { region: '330114', alone: false, from: '2026-10-01', to: '2026-10-31', campaignId: 'c' }
const cell = (name: MeasureName, tally: Tally, before: Tally = {}): Cell =>
  cellOf(named(name), { tally: withRests(tally), before, where }, 'zh')

describe('五全: each part is measured, and no mark is made of them', () => {
  it.each(parts)('%s has measures', (part) => {
    expect(measures.filter((each) => each.part === part).length).toBeGreaterThanOrEqual(3)
  })
  it('every measure tells its records and what it is made of', () => {
    for (const measure of measures) {
      const { numerator, denominator } = cellOf(measure, { tally: october.tally, before: {}, where }, 'zh')
      expect([measure.name, numerator.address]).not.toEqual([measure.name, null])
      expect([measure.name, denominator === null || denominator.address !== null]).toEqual([measure.name, true])
    }
  })
  it('every figure of other rooms is on the board', () => {
    const told = measures.flatMap((measure) => [measure.figure, ...('of' in measure && measure.of !== null ? [measure.of] : [])])
    expect(told).toEqual(expect.arrayContaining(['tips.received', 'enforcement.performed', 'supervision.falseClosures', 'reinspected']))
  })
})

describe('a measure at one place', () => {
  it('is a share of its denominator, never all where it is not all', () => {
    expect(cell('coverage', { unitsChecked: 9_996, register: 10_000 })).toMatchObject({
      text: '99.9%',
      numerator: { text: '9996家', address: '/units?checked=true&region=330114&from=2026-10-01&to=2026-10-31' },
      denominator: { text: '1万家', value: 10_000 },
      small: false,
    })
  })
  it('is told for every 10,000 units', () => {
    expect(cell('tipsPerUnits', { 'tips.received': 21, register: 4_000 }).text).toBe('52.5')
  })
  it.each([
    [29, true],
    [30, false],
  ])('of %d is a rate of few: %s', (register, small) => {
    expect(cell('coverage', { unitsChecked: 1, register }).small).toBe(small)
  })
  it.each([
    [999, true],
    [1000, false],
  ])('for every 10,000 of %d is a rate of few: %s', (register, small) => {
    expect(cell('tipsPerUnits', { 'tips.received': 1, register }).small).toBe(small)
  })
  it('without a denominator has no rate and says why', () => {
    expect(cell('closed', { foundClosed: 0, found: 0 })).toMatchObject({ text: null, without: 'noWhole', small: false })
  })
  it('of more than there is to divide by has no rate and says why', () => {
    expect(cell('casesPerformed', { 'enforcement.performed': 5, 'enforcement.decided': 3 })).toMatchObject({
      text: null,
      without: 'morePart',
    })
  })
  it('that stands by itself is a number, in 万 where it is great', () => {
    expect(cell('visits', { visits: 56_000 }).text).toBe('5.6万')
    expect(cell('rewardYuan', { 'tips.rewardYuan': 36_000 }).text).toBe('3.6万元')
  })
  it('is kept only where both its figures are', () => {
    expect(isKept(named('tipsPerUnits'), { register: 3 })).toBe(false)
    expect(isKept(named('tipsPerUnits'), { register: 3, 'tips.received': 0 })).toBe(true)
  })
})

describe('the change on the period before', () => {
  it('of a share is in points of percent', () => {
    expect(cell('coverage', { unitsChecked: 80, register: 100 }, { unitsChecked: 75, register: 100 }).change).toEqual({
      way: 'up',
      text: '5 个百分点',
      small: false,
    })
  })
  it('of a count is in percent, and none where there was nothing', () => {
    expect(cell('visits', { visits: 90 }, { visits: 100 }).change).toEqual({ way: 'down', text: '10%', small: false })
    expect(cell('visits', { visits: 90 }, { visits: 0 }).change).toBeNull()
    expect(cell('visits', { visits: 90 }, { visits: 3 }).change).toMatchObject({ small: true })
  })
  it('of what stands now is none, for nobody wrote down what stood then', () => {
    expect(cell('overdue', { overdue: 1, open: 50 }, { overdue: 3, open: 50 }).change).toBeNull()
  })
})

describe('where the records of a measure lie', () => {
  const place = { region: '330114', alone: false, from: '2026-10-01', to: '2026-10-31' }
  it.each([
    ['visits', null],
    ['coverage', null],
    ['campaignCoverage', 'ordinary'],
    ['reinspected', 'flood'],
  ] as const)('%s in the campaign %s', (name, campaignId) => {
    expect(whereOf(named(name), place, { campaignId: 'ordinary', floodId: 'flood' }).campaignId).toBe(campaignId)
  })
})

describe('the order of regions', () => {
  it('has rates of few after those of enough, and what cannot be told last, whichever way', () => {
    const many = cell('coverage', { unitsChecked: 50, register: 100 })
    const more = cell('coverage', { unitsChecked: 60, register: 100 })
    const few = cell('coverage', { unitsChecked: 9, register: 9 })
    const none = cell('coverage', { unitsChecked: 0, register: 0 })
    for (const [way, expected] of [
      ['descending', [more, many, few, none]],
      ['ascending', [many, more, few, none]],
    ] as const)
      expect([none, few, many, more].toSorted((one, other) => inOrder(one, other, way))).toEqual(expected)
  })
})
