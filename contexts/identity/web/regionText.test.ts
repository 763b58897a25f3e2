import { describe, expect, it } from 'vitest'
import { mayHaveBelow, pathText, successionRole } from './regionText.ts'

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
  it.each([
    [{ main: true, needsDecision: false }, 'main'],
    [{ main: false, needsDecision: false }, 'part'],
    [{ main: true, needsDecision: true }, 'needsDecision'],
  ] as const)('%o is shown as %s', (row, role) => {
    expect(successionRole(row)).toBe(role)
  })
})
