import { describe, expect, it } from 'vitest'
import { regionVerdict } from './regionVerdict.ts'

describe('regionVerdict', () => {
  it.each([
    ['330114', { known: true, name: '钱塘区', level: 'county', inForce: true, current: '330114', path: '浙江省杭州市钱塘区' }],
    ['330114000000', { known: true, name: '钱塘区' }],
    ['33', { known: true, name: '浙江省', level: 'province' }],
    ['3301', { known: true, name: '杭州市', level: 'city' }],
    ['330114001', { known: true, name: '下沙街道', level: 'town' }],
    ['330114001000', { known: true, name: '下沙街道' }],
    ['330109401', { known: true, name: '萧山经济技术开发区', statisticalOnly: true }],
    ['330103', { known: true, name: '下城区', inForce: false, validTo: '2021-04-09', current: '330105' }],
    ['330104', { known: true, name: '江干区', inForce: false, needsDecision: true, candidates: ['330102', '330114'] }],
    ['710000', { known: true, name: '台湾省' }],
    ['429004', { known: true, name: '仙桃市', path: '湖北省仙桃市' }],
    ['330199', { known: false, name: null, code: '330199', problem: null }],
    ['330114001001', { known: false, name: null, code: '330114001001', problem: null }],
    ['33011', { known: false, name: null, code: null, problem: 'LENGTH' }],
    ['330014', { known: false, name: null, code: null, problem: 'LEVEL_SKIPPED' }],
    ['杭州', { known: false, name: null, code: null, problem: 'NOT_DIGITS' }],
  ])('GB/T 2260 (2021 and later): %s', (input, expected) => {
    expect(regionVerdict(input)).toMatchObject(expected)
  })
})
