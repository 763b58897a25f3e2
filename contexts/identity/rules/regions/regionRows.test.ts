import { describe, expect, it } from 'vitest'
import { regionRows, successionRows } from './regionRows.ts'

const regions = [...regionRows()]
const successions = [...successionRows()]

describe('regionRows', () => {
  it('gives each code once, a parent before its children', () => {
    const seen = new Set<string>()
    for (const row of regions) {
      expect(seen.has(row.code), row.code).toBe(false)
      expect(row.parent_code === null || seen.has(row.parent_code), row.code).toBe(true)
      seen.add(row.code)
    }
    expect(regions.filter((row) => row.parent_code === null).map((row) => row.code)).toEqual(['000000'])
  })

  it('carries the columns of the table', () => {
    expect(regions.find((row) => row.code === '330103')).toEqual({
      code: '330103',
      name: '下城区',
      name_en: 'Xiacheng District',
      level: 'county',
      parent_code: '330100',
      valid_from: null,
      valid_to: '2021-04-09',
      statistical_only: false,
    })
    expect(regions.find((row) => row.code === '330109401')).toMatchObject({ level: 'town', statistical_only: true })
  })
})

describe('successionRows', () => {
  it('gives each (from_code, to_code, on_date) once, both ends among the regions', () => {
    const keys = successions.map((row) => `${row.from_code} ${row.to_code} ${row.on_date}`)
    expect(new Set(keys).size).toBe(keys.length)
    const codes = new Set(regions.map((row) => row.code))
    for (const row of successions) expect(codes.has(row.from_code) && codes.has(row.to_code), row.from_code).toBe(true)
  })

  it('国函〔2021〕29号: 江干区 has a main successor and another, both waiting for a decision', () => {
    expect(successions.filter((row) => row.from_code === '330104').map(({ source: _source, ...row }) => row)).toEqual([
      { from_code: '330104', to_code: '330102', on_date: '2021-04-09', main: true, needs_decision: true },
      { from_code: '330104', to_code: '330114', on_date: '2021-04-09', main: false, needs_decision: true },
    ])
  })
})
