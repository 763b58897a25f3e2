import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateKeys, judgeDuplicate, nameLikeness, plainName, type UnitFeatures } from './duplicates.ts'

const at = { lng: 120.5, lat: 30.3 }
/** About 44 m and 56 m to the north. */
const near = { lng: 120.5, lat: 30.3004 }
const beyond = { lng: 120.5, lat: 30.3005 }
const far = { lng: 120.6, lat: 30.3 }

const unit = (unitId: string, more: Partial<UnitFeatures> = {}): UnitFeatures => ({
  unitId,
  name: '杭州新星化工有限公司',
  uscc: null,
  regionCode: '330114001001',
  place: at,
  ...more,
})

describe('one name written in many ways', () => {
  it.each([
    ['杭州新星化工有限公司', '新星化工'],
    ['浙江省杭州市钱塘区（新星）化工 有限公司', '新星化工'],
    ['杭州新星化工厂', '新星化工'],
    ['新星化工股份有限公司', '新星化工'],
    ['新星化工(集团)有限公司', '新星化工'],
    ['ＡＢＣ塑胶公司', 'abc塑胶'],
    ['宁波港', '宁波港'],
    ['义蓬村民委员会', '义蓬村民委员会'],
  ])('%s is %s', (name, plain) => {
    expect(plainName(name)).toBe(plain)
  })
})

describe('two units that are probably one', () => {
  it.each<[string, Partial<UnitFeatures>, Partial<UnitFeatures>, boolean, readonly string[]]>([
    ['one credit code', { uscc: 'CODE-1', place: null }, { uscc: 'CODE-1', name: '别的名称' }, true, ['sameCode', 'sameVillage']],
    ['the same name within 50 m', {}, { name: '新星化工厂', place: near, regionCode: '330114001002' }, true, ['sameName', 'samePlace']],
    ['the same name just beyond 50 m in another village', {}, { place: beyond, regionCode: '330114001002' }, false, ['sameName']],
    ['the same name in the same village', {}, { place: null }, true, ['sameName', 'sameVillage']],
    ['the same name in the same town', { regionCode: '330114001' }, { place: null, regionCode: '330114001' }, false, ['sameName']],
    [
      'a like name within 50 m',
      {},
      { name: '杭州新星化工业有限公司', place: near, regionCode: '330114001002' },
      false,
      ['similarName', 'samePlace'],
    ],
    ['another name at the same place', {}, { name: '东方纺织厂' }, false, ['samePlace', 'sameVillage']],
    [
      'the same name with another credit code',
      { uscc: 'CODE-1' },
      { uscc: 'CODE-2' },
      false,
      ['otherCode', 'sameName', 'samePlace', 'sameVillage'],
    ],
    [
      'another site of the same enterprise',
      { uscc: 'CODE-1' },
      { uscc: 'CODE-1', name: '别的名称', place: far, regionCode: '330114002001' },
      false,
      ['sameCode', 'farApart'],
    ],
  ])('%s', (_title, one, other, probablyOne, reasons) => {
    expect(judgeDuplicate(unit('a', one), unit('b', other))).toMatchObject({ probablyOne, reasons })
  })
  it('a unit is no double of itself', () => {
    expect(judgeDuplicate(unit('a'), unit('a')).probablyOne).toBe(false)
  })
  it('the verdict is the same from both sides, and between 0 and 1', () => {
    const units = fc.record({
      unitId: fc.constantFrom('a', 'b'),
      name: fc.constantFrom('杭州新星化工有限公司', '新星化工厂', '新星化工贸易有限公司', '东方纺织厂', '厂'),
      uscc: fc.constantFrom(null, 'CODE-1', 'CODE-2'),
      regionCode: fc.constantFrom('330114001001', '330114001002', '330114'),
      place: fc.constantFrom(null, at, near, beyond, far),
    })
    fc.assert(
      fc.property(units, units, (a, b) => {
        const verdict = judgeDuplicate(a, b)
        expect(judgeDuplicate(b, a)).toEqual(verdict)
        expect(verdict.score).toBeGreaterThanOrEqual(0)
        expect(verdict.score).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('likeness and keys', () => {
  it.each([
    ['新星化工', '新星化工', 1],
    ['新星化工', '东方纺织', 0],
    ['新星化工', '新星', 0.5],
    ['厂', '厂矿', 0],
  ])('%s and %s: %d', (a, b, likeness) => {
    expect(nameLikeness(a, b)).toBe(likeness)
  })
  it('units that are probably one by name or code share a key', () => {
    const keys = duplicateKeys(unit('a', { uscc: 'CODE-1' }))
    expect(keys).toEqual(['code/CODE-1', 'name/330114/新星化工'])
    expect(duplicateKeys(unit('b', { name: '新星化工厂' }))).toEqual(['name/330114/新星化工'])
  })
})
