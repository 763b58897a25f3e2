import { describe, expect, it } from 'vitest'
import { limitOf, tightens } from '../../../../kernel/law.ts'
import {
  highRiskRows,
  highRiskSectorsOf,
  industriesIn,
  industryByCode,
  industryEdition,
  industryPath,
  industryPathText,
  isHighRisk,
  isWithinIndustry,
  readIndustry,
  searchIndustries,
  statisticalCode,
} from '../industries.ts'
import { industryTable } from './industryTable.ts'

const all = [...industryTable().values()]
const ofLevel = (level: string) => all.filter((industry) => industry.level === level)

/** Divisions, groups and classes of each section as table 1 of the standard counts them. */
const countsBySection: Record<string, readonly [number, number, number]> = {
  A: [5, 24, 72],
  B: [7, 19, 39],
  C: [31, 179, 609],
  D: [3, 9, 18],
  E: [4, 18, 44],
  F: [2, 18, 128],
  G: [8, 27, 67],
  H: [2, 10, 16],
  I: [3, 17, 34],
  J: [4, 26, 48],
  K: [1, 5, 5],
  L: [2, 12, 58],
  M: [3, 19, 48],
  N: [4, 18, 33],
  O: [3, 16, 32],
  P: [1, 6, 17],
  Q: [2, 6, 30],
  R: [5, 27, 48],
  S: [6, 16, 34],
  T: [1, 1, 1],
}

describe('the table of GB/T 4754-2017', () => {
  it('GB/T 4754-2017, first print: 20 sections, 97 divisions, 473 groups, 1,381 classes', () => {
    expect(['section', 'division', 'group', 'class'].map((level) => ofLevel(level).length)).toEqual([20, 97, 473, 1381])
    expect(industryEdition.standard).toBe('GB/T 4754-2017')
  })

  it.each(Object.entries(countsBySection))('GB/T 4754-2017 table 1: section %s', (section, counts) => {
    const inSection = all.filter((industry) => industry.section === section)
    expect(['division', 'group', 'class'].map((level) => inSection.filter((industry) => industry.level === level).length)).toEqual(counts)
  })

  it('GB/T 4754-2017 clause 4: the length of a code is its level, and it continues the code of its parent', () => {
    const lengths = { section: 1, division: 2, group: 3, class: 4 }
    for (const { code, level } of all) expect(code).toHaveLength(lengths[level])
    for (const { code, parent, section } of ofLevel('division')) expect(parent, code).toBe(section)
    for (const { code, parent } of [...ofLevel('group'), ...ofLevel('class')]) expect(parent, code).toBe(code.slice(0, -1))
    for (const { code, parent } of ofLevel('section')) expect(parent, code).toBeNull()
  })

  it('GB/T 4754-2017 clause 4: divisions run from 01 to 97; classes of a group rise, and a 0 stands alone', () => {
    const codes = ofLevel('division').map(({ code }) => code)
    expect(codes).toEqual(Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')))
    for (const { code } of ofLevel('group')) {
      const digits = industriesIn(code).map((child) => child.code.slice(-1))
      expect(digits, code).toEqual([...digits].sort())
      expect(digits[0] === '0' ? digits.length : 1, code).toBe(1)
    }
  })

  it('names are Chinese with full-width marks only, and siblings never share one', () => {
    for (const { code, name } of all) expect(name, code).toMatch(/^[\u4e00-\u9fff、（）0-9D]+$/)
    for (const { code } of all) {
      const names = industriesIn(code).map(({ name }) => name)
      expect(new Set(names).size, code).toBe(names.length)
    }
  })

  it('sections and divisions have an English name each, groups and classes none', () => {
    for (const { code, nameEn } of [...ofLevel('section'), ...ofLevel('division')]) expect(nameEn, code).toMatch(/^[A-Z][A-Za-z' ,-]+$/)
    for (const { code, nameEn } of [...ofLevel('group'), ...ofLevel('class')]) expect(nameEn, code).toBeNull()
  })
})

describe('looking up', () => {
  it.each([
    ['2614', '有机化学原料制造'],
    ['C2614', '有机化学原料制造'],
    ['c26', '化学原料和化学制品制造业'],
    [' 26 ', '化学原料和化学制品制造业'],
    ['C', '制造业'],
    ['0190', '其他农业'],
    ['2672', '焰火、鞭炮产品制造'],
    ['5435', '危险货物道路运输'],
    ['5942', '危险化学品仓储'],
    ['3110', '炼铁'],
    ['1492', '保健食品制造'],
    ['9700', '国际组织'],
  ])('%s is %s', (typed, name) => {
    expect(industryByCode(typed)?.name).toBe(name)
  })

  it.each(['', '2', '26149', '9999', 'U', 'CC', '26 14', '2614x', '012A'])('%j is no industry', (typed) => {
    expect(readIndustry(typed)).toEqual({ ok: false, refusal: { code: 'INDUSTRY_UNKNOWN', facts: { typed } } })
  })

  it('a letter that is not the section of the digits is refused with the right one', () => {
    expect(readIndustry('A2614')).toEqual({
      ok: false,
      refusal: { code: 'INDUSTRY_SECTION_WRONG', facts: { typed: 'A2614', section: 'A', belongsTo: 'C' } },
    })
  })

  it('a path runs from the section down, and is empty for an unknown code', () => {
    expect(industryPath('2614').map(({ code }) => code)).toEqual(['C', '26', '261', '2614'])
    expect(industryPath('C').map(({ code }) => code)).toEqual(['C'])
    expect(industryPath('9999')).toEqual([])
  })

  it('a path in words names a group of one class once', () => {
    expect(industryPathText('2614')).toBe('制造业 / 化学原料和化学制品制造业 / 基础化学原料制造 / 有机化学原料制造')
    expect(industryPathText('3110')).toBe('制造业 / 黑色金属冶炼和压延加工业 / 炼铁')
  })

  it('within: itself and all above it, nothing beside it', () => {
    for (const outer of ['C', '26', 'C26', '261', '2614']) expect(isWithinIndustry('2614', outer), outer).toBe(true)
    for (const outer of ['B', '27', '262', '2611', '', '9999']) expect(isWithinIndustry('2614', outer), outer).toBe(false)
    expect(isWithinIndustry('26', '2614')).toBe(false)
  })

  it('children in order; the sections at the top; none for an unknown code', () => {
    expect(
      industriesIn(null)
        .map(({ code }) => code)
        .join(''),
    ).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(industriesIn('C267').map(({ code }) => code)).toEqual(['2671', '2672'])
    expect(industriesIn('9999')).toEqual([])
  })

  it('every industry is found again under both of its written forms', () => {
    for (const industry of all) {
      expect(industryByCode(industry.code)).toBe(industry)
      expect(industryByCode(statisticalCode(industry))).toBe(industry)
    }
  })
})

describe('searching', () => {
  const codes = (typed: string, limit = 5) => searchIndustries(typed, { limit }).map(({ code }) => code)

  it('by the beginning of a code, with or without the letter', () => {
    expect(codes('267')).toEqual(['267', '2671', '2672'])
    expect(codes('c267')).toEqual(['267', '2671', '2672'])
  })

  it('by the beginning of a name before any part of it', () => {
    expect(codes('炼', 4)).toEqual(['2521', '3110', '3120', '3521'])
    expect(codes('危险')[0]).toBe('5435')
  })

  it('in English among sections and divisions', () => {
    expect(codes('construction')).toEqual(['E', '47', '50'])
  })

  it('of one level only, never more than asked, and nothing for blanks', () => {
    expect(searchIndustries('制造', { level: 'division', limit: 3 }).map(({ level }) => level)).toEqual([
      'division',
      'division',
      'division',
    ])
    expect(codes('制造', 2)).toHaveLength(2)
    expect(codes('  ')).toEqual([])
  })

  it('offers a group of one class once, as the class', () => {
    expect(codes('制糖')).toEqual(['1340'])
    expect(searchIndustries('制糖', { level: 'group', limit: 5 }).map(({ code }) => code)).toEqual(['134'])
  })
})

describe('high-risk sectors', () => {
  it.each([
    ['0610', ['mine']],
    ['1012', ['mine']],
    ['3120', ['metalSmelting']],
    ['3130', []],
    ['3391', ['metalSmelting']],
    ['E', ['construction']],
    ['B', ['mine']],
    ['4710', ['construction']],
    ['5435', ['roadTransport', 'hazardousGoods']],
    ['5521', ['otherTransport']],
    ['2614', ['hazardousGoods']],
    ['C26', []],
    ['5942', ['hazardousGoods']],
    ['5265', ['hazardousGoods']],
    ['2671', ['hazardousGoods']],
    ['2672', ['fireworks']],
    ['6210', []],
    ['1340', []],
    ['nothing', []],
  ])('安全生产法 art. 24(1): %s is %j', (code, sectors) => {
    expect(highRiskSectorsOf(code)).toEqual(sectors)
    expect(isHighRisk(code)).toBe(sectors.length > 0)
  })

  it('安全生产法 art. 24(1): each row names codes of the table, none of them twice or inside another', () => {
    for (const row of Object.values(highRiskRows)) {
      const codes = row.value.split(' ')
      for (const code of codes) {
        expect(industryByCode(code)?.code, row.key).toBe(code)
        expect(codes.filter((other) => isWithinIndustry(code, other))).toEqual([code])
      }
    }
  })

  it('安全生产法 art. 24(1): an enterprise cannot take itself out of a sector', () => {
    expect(tightens(highRiskRows.mine, '')).toBe(false)
    expect(limitOf(highRiskRows.mine, new Map([[highRiskRows.mine.key, '06']]))).toBe(highRiskRows.mine.value)
  })
})
