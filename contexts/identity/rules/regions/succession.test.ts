import { describe, expect, it } from 'vitest'
import { regionCode } from '../../../../kernel/region.ts'
import { regionTable } from './regionTable.ts'
import { childrenOf } from './regionTree.ts'
import { allSuccessions, currentRegion } from './succession.ts'

const now = (code: string, recordedOn?: string) => {
  const current = currentRegion(regionCode(code), recordedOn ?? null)
  return current && { code: current.code, needsDecision: current.needsDecision, candidates: current.candidates }
}
const decided = (code: string) => ({ code, needsDecision: false, candidates: [code] })
const undecided = (code: string, ...others: string[]) => ({ code, needsDecision: true, candidates: [code, ...others] })

describe('国函〔2021〕29号, 浙政发〔2021〕7号: 杭州 on 2021-04-09', () => {
  it.each([
    ['330103', '330105', '下城区 with 拱墅区 is 拱墅区'],
    ['330105', '330105', '拱墅区 stays in 拱墅区'],
    ['330102', '330102', '上城区 stays in 上城区'],
    ['330103002', '330105013', '武林街道'],
    ['330103008', '330105018', '东新街道'],
    ['330104005', '330102011', '凯旋街道'],
    ['330104014', '330102018', '九堡街道'],
    ['330104010', '330114001', '下沙街道 is in 钱塘区'],
    ['330104009', '330114002', '白杨街道 is in 钱塘区'],
    ['330109008', '330114003', '河庄街道 is in 钱塘区'],
    ['330109007', '330114004', '义蓬街道 is in 钱塘区'],
    ['330109011', '330114007', '前进街道 is in 钱塘区'],
    ['330110001', '330113001', '临平街道 is in 临平区'],
    ['330110102', '330113100', '塘栖镇 is in 临平区'],
    ['330110005', '330110005', '五常街道 stays in 余杭区'],
    ['330109001', '330109001', '城厢街道 stays in 萧山区'],
  ])('a record of 2019 in %s counts in %s: %s', (from, to) => {
    expect(now(from, '2019-06-01')).toEqual(decided(to))
  })

  it.each([
    ['江干区 went to 上城区, 下沙 and 白杨 to 钱塘区', '330104', undecided('330102', '330114')],
    ['余杭区 was split into 余杭区 and 临平区', '330110', undecided('330110', '330113')],
    ['萧山区 gave five streets to 钱塘区', '330109', undecided('330109', '330114')],
  ])('%s: a record of 2019 that names %s alone waits for a decision', (_why, from, expected) => {
    expect(now(from, '2019-06-01')).toEqual(expected)
  })

  it('a record made on the day or later, or without a day under a code in force, stands as it is', () => {
    expect(now('330110', '2021-04-09')).toEqual(decided('330110'))
    expect(now('330110', '2024-01-01')).toEqual(decided('330110'))
    expect(now('330110')).toEqual(decided('330110'))
    expect(now('330110', '2021-04-08')).toEqual(undecided('330110', '330113'))
  })

  it('an ended code counts under its successor whenever it was written, also by mistake after its end', () => {
    expect(now('330103')).toEqual(decided('330105'))
    expect(now('330103', '2023-01-01')).toEqual(decided('330105'))
    expect(now('330104', '2023-01-01')).toEqual(undecided('330102', '330114'))
  })

  it('says why: every row followed, with its day and source', () => {
    const via = currentRegion(regionCode('330104'))?.via ?? []
    expect(via.map(({ from, to, on, main }) => ({ from, to, on, main }))).toEqual([
      { from: '330104', to: '330102', on: '2021-04-09', main: true },
      { from: '330104', to: '330114', on: '2021-04-09', main: false },
    ])
    expect(via.every((row) => row.basis === 'act' && row.source.includes('国函〔2021〕29号'))).toBe(true)
  })

  it('accounts for every town that 下城, 江干, 萧山 and 余杭 had the day before', () => {
    for (const county of ['330103', '330104', '330109', '330110']) {
      for (const town of childrenOf(regionCode(county), '2021-04-08')) {
        const current = currentRegion(town.code, '2021-04-08')
        expect(current?.needsDecision, town.code).toBe(false)
        expect(regionTable().regions.get(current?.code ?? town.code)?.name, town.code).toBe(town.name)
      }
    }
  })
})

describe('other acts', () => {
  it.each([
    ['国函〔2013〕112号: 绍兴县, three towns of it to 越城区', '330621', '2012-01-01', undecided('330603', '330602')],
    ['国函〔2013〕112号: 上虞市, and 沥海 to 越城区 by 2021', '330682', '2012-01-01', undecided('330604', '330602')],
    ['国函〔2014〕157号: 富阳市', '330183', '2012-01-01', decided('330111')],
    ['国函〔2015〕122号: 洞头县', '330322', '2012-01-01', decided('330305')],
    ['国函〔2015〕122号: 龙湾区 without 灵昆街道', '330303', '2012-01-01', undecided('330303', '330305')],
    ['国函〔2016〕158号: 江东区', '330204', '2016-01-01', decided('330212')],
    ['国函〔2016〕158号: 鄞州区 gave nine towns to 海曙区', '330212', '2016-01-01', undecided('330212', '330203')],
    ['国函〔2016〕158号: 集士港镇', '330212115', '2016-01-01', decided('330203102')],
    ['国函〔2016〕158号: 奉化市', '330283', '2016-01-01', decided('330213')],
    ['民函〔2017〕70号: 楚门镇 in 玉环', '331021102', '2016-01-01', decided('331083102')],
    ['国函〔2017〕102号: 锦城街道 in 临安', '330185006', '2016-01-01', decided('330112006')],
    ['民函〔2019〕83号: 苍南县 without 龙港镇', '330327', '2018-01-01', undecided('330327', '330383')],
    ['民函〔2019〕83号: 龙港镇 became the city 龙港', '330327101', '2018-01-01', decided('330383')],
    ['渝府发〔2025〕15号: 江北区 is 两江新区', '500105', '2024-01-01', decided('500157')],
    ['渝府发〔2025〕15号: 渝北区, five towns of it to 北碚区', '500112', '2024-01-01', undecided('500157', '500109')],
  ])('%s (%s recorded on %s)', (_act, code, recordedOn, expected) => {
    expect(now(code, recordedOn)).toEqual(expected)
  })

  it('follows a chain: 尚田镇 of 奉化市 moved in 2016 and became a street by 2019', () => {
    const current = currentRegion(regionCode('330283103'), '2016-01-01')
    expect(current?.code).toBe('330213007')
    expect(current?.via.map((row) => row.on)).toEqual(['2016-09-14', '2019-10-31'])
  })

  it('统计用区划代码 compared: 沥海镇 became a street of 上虞区, then of 越城区', () => {
    expect(now('330604114', '2018-01-01')).toEqual(decided('330602017'))
    expect(now('330604114', '2016-01-01')?.code).toBe('330602017')
  })

  it('a town whose successor is not on record counts in its county, any town of which may be it', () => {
    const current = now('330681114', '2018-01-01')
    expect(current?.code).toBe('330681')
    expect(current?.needsDecision).toBe(true)
    expect(current?.candidates).toEqual(['330681', ...childrenOf(regionCode('330681')).map((town) => town.code)])
  })
})

describe('codes beyond the table', () => {
  it.each([
    ['a village of a town that stays', '330114001001', decided('330114001001')],
    ['a village of a town that moved goes with its town', '330104009003', decided('330114002')],
    ['a town outside Zhejiang in a city that stays', '441900003', decided('441900003')],
    ['a town outside Zhejiang in a county that ended', '500105001', { ...decided('500157'), needsDecision: true }],
  ])('%s: %s', (_what, code, expected) => {
    expect(now(code)).toEqual(expected)
  })

  it.each(['330199', '330114099', '330114099001', '999900'])('%s does not exist and counts nowhere', (code) => {
    expect(currentRegion(regionCode(code))).toBeUndefined()
  })
})

describe('every succession', () => {
  it('leads a record of any region to regions in force, the one that counts among the candidates', () => {
    const { regions } = regionTable()
    for (const region of regions.values()) {
      for (const recordedOn of [null, '2012-01-01', '2017-12-31', '2021-04-08']) {
        const current = currentRegion(region.code, recordedOn)
        expect(current, region.code).toBeDefined()
        if (current === undefined) continue
        expect(current.candidates[0], region.code).toBe(current.code)
        for (const candidate of current.candidates) expect(regions.get(candidate)?.validTo, region.code).toBeNull()
        expect(current.needsDecision || current.candidates.length === 1, region.code).toBe(true)
      }
    }
  })

  it('comes oldest first', () => {
    const days = allSuccessions().map((row) => row.on)
    expect(days).toEqual(days.toSorted())
    expect(days.length).toBeGreaterThan(150)
  })
})
