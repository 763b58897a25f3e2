import { describe, expect, it } from 'vitest'
import { countryCode, regionCode } from '../../../../kernel/region.ts'
import { childrenOf, nameOnPaper, regionByCode, regionPath, regionPathText } from './regionTree.ts'

const names = (code: string, at?: string) => childrenOf(regionCode(code), at).map((region) => region.name)

describe('regionByCode', () => {
  it('knows ended regions, and with a day only those in force on it', () => {
    expect(regionByCode(regionCode('330103'))?.validTo).toBe('2021-04-09')
    expect(regionByCode(regionCode('330103'), '2021-04-08')?.name).toBe('下城区')
    expect(regionByCode(regionCode('330103'), '2021-04-09')).toBeUndefined()
    expect(regionByCode(regionCode('330114'), '2021-04-08')).toBeUndefined()
    expect(regionByCode(regionCode('330114'), '2021-04-09')?.name).toBe('钱塘区')
    expect(regionByCode(regionCode('330199'))).toBeUndefined()
  })

  it('gives the name of the day where a code kept its digits and changed its name', () => {
    const town = regionCode('330681106')
    expect(regionByCode(town)?.name).toBe('姚江镇')
    expect(regionByCode(town, '2019-10-30')?.name).toBe('直埠镇')
    expect(regionByCode(town, '2019-10-30')?.nameEn).toBe('Zhibu Town')
    expect(regionByCode(town, '2019-10-31')?.name).toBe('姚江镇')
  })

  it('counts a town no older than its county', () => {
    expect(regionByCode(regionCode('330111001'))?.validFrom).toBe('2014-12-13')
    expect(regionByCode(regionCode('330106002'))?.validFrom).toBeNull()
  })
})

describe('childrenOf', () => {
  it('国函〔2021〕29号: the districts of 杭州 before and after', () => {
    const before = names('330100', '2020-12-31')
    const after = names('330100', '2021-04-09')
    expect(before.join(' ')).toBe('上城区 下城区 江干区 拱墅区 西湖区 滨江区 萧山区 余杭区 富阳区 临安区 桐庐县 淳安县 建德市')
    expect(after.filter((name) => !before.includes(name))).toEqual(['临平区', '钱塘区'])
    expect(before.filter((name) => !after.includes(name))).toEqual(['下城区', '江干区'])
    expect(names('330100')).toEqual(after)
  })

  it('国函〔2021〕29号: 钱塘区 has two streets of 江干 and five of 萧山', () => {
    expect(names('330114').join(' ')).toBe('下沙街道 白杨街道 河庄街道 义蓬街道 新湾街道 临江街道 前进街道')
    expect(names('330104', '2021-04-08')).toContain('下沙街道')
    expect(names('330109', '2021-04-08')).toContain('河庄街道')
    expect(names('330109')).not.toContain('河庄街道')
    expect(names('330114', '2021-04-08')).toEqual([])
  })

  it('GB/T 2260: the country has its provinces, a county outside Zhejiang no towns', () => {
    expect(childrenOf(countryCode)).toHaveLength(34)
    expect(names('110100')).toHaveLength(16)
    expect(names('441900')).toEqual([])
  })
})

describe('nameOnPaper', () => {
  it.each([
    ['330103', '2019-05-01', '浙江省杭州市下城区'],
    ['330103', '2024-05-01', '浙江省杭州市下城区'],
    ['330103002', '2019-05-01', '浙江省杭州市下城区武林街道'],
    ['330105013', '2024-05-01', '浙江省杭州市拱墅区武林街道'],
    ['330185006', '2016-10-01', '浙江省杭州市临安市锦城街道'],
    ['330681106', '2018-01-01', '浙江省绍兴市诸暨市直埠镇'],
    ['330681106', '2022-01-01', '浙江省绍兴市诸暨市姚江镇'],
    ['330114', '2024-05-01', '浙江省杭州市钱塘区'],
    ['330114001001', '2024-05-01', '浙江省杭州市钱塘区下沙街道'],
    ['110101', '2024-05-01', '北京市东城区'],
    ['429004', '2024-05-01', '湖北省仙桃市'],
    ['441900003', '2024-05-01', '广东省东莞市'],
    ['330000', '2024-05-01', '浙江省'],
    ['000000', '2024-05-01', '中华人民共和国'],
  ])('GB/T 2260: %s recorded on %s reads %s', (code, recordedOn, text) => {
    expect(nameOnPaper(regionCode(code), recordedOn)).toBe(text)
  })

  it.each(['330199', '999999', '330114099', '330114099001', '339900'])('has no name for %s: no such code', (code) => {
    expect(nameOnPaper(regionCode(code), '2024-05-01')).toBeUndefined()
    expect(regionPath(regionCode(code), null, 'zh')).toBeUndefined()
  })
})

describe('regionPath', () => {
  it('runs from the province down, each step with its code', () => {
    expect(regionPath(regionCode('330114001'), null, 'en')).toEqual([
      { code: '330000', name: 'Zhejiang Province' },
      { code: '330100', name: 'Hangzhou' },
      { code: '330114', name: 'Qiantang District' },
      { code: '330114001', name: 'Xiasha Subdistrict' },
    ])
  })

  it('reads from the small to the large in English, and in the words of the day', () => {
    expect(regionPathText(regionCode('330114'), null, 'en')).toBe('Qiantang District, Hangzhou, Zhejiang Province')
    expect(regionPathText(regionCode('330681106'), '2018-01-01', 'en')).toBe('Zhibu Town, Zhuji, Shaoxing, Zhejiang Province')
  })
})
