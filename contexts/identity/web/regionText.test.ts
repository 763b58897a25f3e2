import { describe, expect, it } from 'vitest'
import { actsOf, mayHaveBelow, pathText, successionRole } from './regionText.ts'

const path = [
  { name: '浙江省', nameEn: 'Zhejiang Province' },
  { name: '杭州市', nameEn: 'Hangzhou' },
  { name: '钱塘区', nameEn: 'Qiantang District' },
]

describe('the path of a region', () => {
  it('reads from the province down in Chinese, from the county up in English', () => {
    expect(pathText(path, 'zh')).toBe('浙江省杭州市钱塘区')
    expect(pathText(path, 'en')).toBe('Qiantang District, Hangzhou, Zhejiang Province')
  })
})

describe('the tree', () => {
  it.each([
    ['country', true],
    ['county', true],
    ['town', false],
    ['village', false],
  ] as const)('%s may be unfolded: %s', (level, unfolds) => {
    expect(mayHaveBelow({ level })).toBe(unfolds)
  })
})

describe('a succession', () => {
  it('is told act by act', () => {
    const row = (code: string, on: string, source: string) => ({
      code,
      name: code,
      nameEn: code,
      on,
      main: true,
      needsDecision: false,
      source,
    })
    const rows = [
      row('330102', '2021-04-09', '国函〔2021〕29号'),
      row('330114', '2021-04-09', '国函〔2021〕29号'),
      row('330105', '2022-01-01', '另一件'),
    ]
    expect(actsOf(rows).map((act) => [act.on, act.rows.map(({ code }) => code)])).toEqual([
      ['2021-04-09', ['330102', '330114']],
      ['2022-01-01', ['330105']],
    ])
  })
  it.each([
    [{ main: true, needsDecision: false }, 'main'],
    [{ main: false, needsDecision: false }, 'part'],
    [{ main: true, needsDecision: true }, 'needsDecision'],
  ] as const)('%o is shown as %s', (row, role) => {
    expect(successionRole(row)).toBe(role)
  })
})
