import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryTable, majorHazardSource, substancesNamed, substanceTable, type Holding } from './majorHazardSource.ts'

const of = (substance: string, tonnes: number, more: Partial<Holding> = {}): Holding => ({ substance, tonnes, ...more })

const verdict = (holdings: readonly Holding[], people: number | null = 0) => {
  const answer = majorHazardSource(holdings, people)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

const code = (holding: Holding): string => {
  const answer = majorHazardSource([holding], 0)
  return answer.ok ? 'ok' : answer.refusal.code
}

describe('GB 18218-2018 4.2: S = Σ q/Q, major from 1 on', () => {
  it.each<[string, readonly Holding[], number, boolean]>([
    ['ammonia just at its critical quantity', [of('氨', 10)], 1, true],
    ['just below', [of('氨', 9.999)], 0.9999, false],
    ['two that make it together', [of('氨', 5), of('液氯', 2.5)], 1, true],
    ['tenths that miss 1 by the last bit of a number', [of('氨', 7), of('氯', 1), of('甲醇', 50)], 1, true],
    ['by alias', [of('光气', 0.3)], 1, true],
    ['by CAS number', [of('7664-41-7', 20)], 2, true],
    ['by a category of table 2', [of('某易燃液体', 500, { category: 'W5.3' })], 0.5, false],
    ['nothing', [], 0, false],
  ])('%s', (_title, holdings, S, major) => {
    expect(verdict(holdings)).toMatchObject({ S, major })
  })
})

describe('GB 18218-2018 4.3: R = α Σ β q/Q, and its level', () => {
  it.each<[string, readonly Holding[], number, number, number, number | null]>([
    ['50 t of chlorine, 120 people', [of('氯', 50)], 120, 2, 80, 2],
    ['5,000 t of methanol, 10 people', [of('甲醇', 5000)], 10, 1, 10, 3],
    ['just level 1', [of('氨', 250)], 100, 2, 100, 1],
    ['just below level 1', [of('氨', 249)], 100, 2, 99.6, 2],
    ['just level 2', [of('氨', 250)], 1, 1, 50, 2],
    ['just level 3', [of('氨', 100)], 0, 0.5, 10, 3],
    ['below 10', [of('氨', 99)], 0, 0.5, 9.9, 4],
    ['no source, no level', [of('氨', 9)], 200, 2, 3.6, null],
  ])('%s', (_title, holdings, people, alpha, R, level) => {
    expect(verdict(holdings, people)).toMatchObject({ alpha, R, level })
  })
  it.each([
    [0, 0.5],
    [1, 1],
    [29, 1],
    [30, 1.2],
    [49, 1.2],
    [50, 1.5],
    [99, 1.5],
    [100, 2],
    [5000, 2],
  ])('table 5: %d people within 500 m: α %d', (people, alpha) => {
    expect(verdict([of('氨', 10)], people).alpha).toBe(alpha)
  })
  it('without a count of people there is no level, and no guess', () => {
    expect(verdict([of('氨', 1000)], null)).toMatchObject({ S: 100, major: true, alpha: null, R: null, level: null })
  })
  it('without a known β there is no level', () => {
    expect(verdict([of('某物质', 10, { given: { criticalTonnes: 5 } })], 10)).toMatchObject({ S: 2, major: true, R: null, level: null })
  })
})

describe('GB 18218-2018 tables 3 and 4: β', () => {
  it.each([
    ['一氧化碳', 2],
    ['二氧化硫', 2],
    ['氨', 2],
    ['环氧乙烷', 2],
    ['氯化氢', 3],
    ['溴甲烷', 3],
    ['氯', 4],
    ['硫化氢', 5],
    ['氟化氢', 5],
    ['二氧化氮', 10],
    ['氰化氢', 10],
    ['光气', 20],
    ['磷化氢', 20],
    ['异氰酸甲酯', 20],
    ['天然气', 1.5],
    ['液化石油气', 1.5],
    ['氢', 1.5],
    ['汽油', 1],
    ['甲醇', 1],
    ['乙醇', 1],
    ['苯', 1],
    ['乙醚', 1.5],
    ['梯恩梯', 2],
  ])('%s %d', (substance, beta) => {
    expect(verdict([of(substance, 1)]).shares[0]?.beta).toBe(beta)
  })
  it('a liquid worked above its boiling point counts as W5.1, its critical quantity stays that of table 1', () => {
    expect(verdict([of('甲醇', 500, { category: 'W5.1' })], 1)).toMatchObject({ S: 1, R: 1.5 })
  })
})

describe('GB 18218-2018 table 1: critical quantities in tonnes', () => {
  it.each([
    ['氨', 10],
    ['氯', 5],
    ['光气', 0.3],
    ['硫化氢', 5],
    ['甲烷', 50],
    ['天然气', 50],
    ['LPG', 50],
    ['氢', 5],
    ['汽油', 200],
    ['甲醇', 500],
    ['乙醇', 500],
    ['苯', 50],
    ['一氧化碳', 20],
    ['环氧乙烷', 10],
    ['液氧', 200],
    ['乙炔', 1],
    ['电石', 100],
  ])('%s %d', (substance, tonnes) => {
    expect(substancesNamed(substance).map(({ criticalTonnes }) => criticalTonnes)).toEqual([tonnes])
  })
  it('holds 85 substances in order and 24 categories, each once', () => {
    expect(substanceTable.map(({ no }) => no)).toEqual(Array.from({ length: 85 }, (_, index) => index + 1))
    expect(new Set(categoryTable.map((row) => row.code)).size).toBe(24)
    expect(substanceTable.every(({ toxicBeta, category }) => (toxicBeta === null) !== (category === null))).toBe(true)
    expect(substanceTable.filter(({ toxicBeta }) => toxicBeta !== null)).toHaveLength(14)
  })
  it('CAS numbers carry a right check digit', () => {
    const wrong = substanceTable
      .flatMap(({ cas }) => cas)
      .filter((number) => {
        const digits = number.replaceAll('-', '')
        const sum = Array.from(digits.slice(0, -1))
          .toReversed()
          .reduce((total, digit, index) => total + Number(digit) * (index + 1), 0)
        return sum % 10 !== Number(digits.at(-1))
      })
    expect(wrong).toEqual([])
  })
})

describe('what cannot be judged is refused', () => {
  it.each<[string, Holding, string]>([
    ['a name that nobody knows', of('不明物', 1), 'SUBSTANCE_UNKNOWN'],
    ['a name of several forms', of('硝酸铵', 1), 'SUBSTANCE_AMBIGUOUS'],
    ['the form told by its category', of('硝酸铵', 1, { category: 'W9.2' }), 'ok'],
    ['the form told in full', of('硝酸铵（含可燃物≤0.2%）', 1), 'ok'],
    ['less than nothing', of('氨', -1), 'QUANTITY_INVALID'],
    ['no number', of('氨', Number.NaN), 'QUANTITY_INVALID'],
    ['a critical quantity of 0', of('氨', 1, { given: { criticalTonnes: 0 } }), 'QUANTITY_INVALID'],
  ])('%s', (_title, holding, expected) => {
    expect(code(holding)).toBe(expected)
  })
})

describe('the verdict explains itself', () => {
  it('names every row that it used', () => {
    expect(verdict([of('氯', 50), of('某液体', 1000, { category: 'W5.3' })], 120)).toMatchObject({
      shares: [
        {
          substance: '氯',
          tonnes: 50,
          criticalTonnes: 5,
          quotient: 10,
          beta: 4,
          rows: ['hazards.source.table1.no12', 'hazards.source.table3.no12'],
          confidence: 'high',
        },
        {
          substance: '某液体',
          criticalTonnes: 1000,
          quotient: 1,
          beta: 1,
          rows: ['hazards.source.table2.W5.3', 'hazards.source.table4.W5.3'],
        },
      ],
      rows: [
        'hazards.source.s',
        'hazards.source.alpha.people100',
        'hazards.source.level2',
        'hazards.source.table1.no12',
        'hazards.source.table3.no12',
        'hazards.source.table2.W5.3',
        'hazards.source.table4.W5.3',
      ],
    })
  })
  it('more of anything never lowers S or the level', () => {
    const names = fc.constantFrom('氨', '氯', '甲醇', '汽油', '氢')
    const holdings = fc.array(fc.record({ substance: names, tonnes: fc.double({ min: 0, max: 5000, noNaN: true }) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(holdings, names, fc.double({ min: 0, max: 100, noNaN: true }), fc.nat(300), (held, name, more, people) => {
        const before = verdict(held, people)
        const after = verdict([...held, of(name, more)], people)
        expect(after.S).toBeGreaterThanOrEqual(before.S)
        expect(after.level ?? 5).toBeLessThanOrEqual(before.level ?? 5)
      }),
    )
  })
})
