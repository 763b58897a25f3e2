import { describe, expect, it } from 'vitest'
import { mayHaveBelow, pathText } from './regionText.ts'

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
