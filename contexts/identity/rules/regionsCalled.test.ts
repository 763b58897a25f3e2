import { describe, expect, it } from 'vitest'
import { regionsCalled } from './regionsCalled.ts'

const codes = (text: string): readonly string[] => regionsCalled(text).map(({ code }) => code)

describe('what a ledger calls a region', () => {
  it.each([
    ['钱塘区', '330114'],
    ['钱塘', '330114'],
    ['杭州市钱塘区', '330114'],
    ['浙江省杭州市钱塘区', '330114'],
    ['浙江杭州钱塘', '330114'],
    ['浙江省 / 钱塘区', '330114'],
  ])('%s', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  it('a town is found alone, under its county, and as the place of a village', () => {
    const [town] = codes('钱塘区白杨街道')
    expect(town).toMatch(/^330114\d{3}$/)
    expect(codes('杭州市钱塘区白杨街道')).toEqual([town])
    expect(codes('白杨街道')).toContain(town)
    expect(codes('钱塘区白杨街道邻里社区')).toEqual([town])
  })

  it('a county is not found under a city that it does not lie in', () => {
    expect(codes('宁波市钱塘区')).toEqual([])
    expect(codes('无此地')).toEqual([])
    expect(codes('')).toEqual([])
  })

  it('of one that ended it says when, and what it became', () => {
    const ended = regionsCalled('江干区').find(({ code }) => code === '330104')
    expect(ended).toMatchObject({ endedOn: expect.stringMatching(/^2021-/) as string, whole: true })
    expect(ended?.successors).toContain('上城区')
  })

  it('a name that many places bear names them all', () => {
    expect(codes('城关镇').length + codes('城东街道').length).toBeGreaterThan(1)
  })
})
