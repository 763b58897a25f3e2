import { describe, expect, it } from 'vitest'
import { clauseText, readValue, withUnit, wordsOf } from './value.ts'

describe('a value as people read it', () => {
  it.each([
    [30, 'min', '30 分钟', '30 min'],
    [5000, '10000 CNY', '5,000 万元', '5,000 ×10,000 CNY'],
    [17.2, 'm/s', '17.2 m/s', '17.2 m/s'],
    [3, '', '3', '3'],
    [true, '', '是', 'yes'],
    ['127,34;127,22', 'deg', '127,34;127,22 度', '127,34;127,22 °'],
  ] as const)('%s %s', (value, unit, zh, en) => {
    expect(withUnit(value, unit, wordsOf('zh'))).toBe(zh)
    expect(withUnit(value, unit, wordsOf('en'))).toBe(en)
  })
})

describe('a value as it is typed', () => {
  it.each([
    ['20', 30, 20],
    [' 1,000 ', 30, 1000],
    ['0.5', 0.5, 0.5],
    ['.5', 0.5, 0.5],
    ['-3', 0, -3],
    ['1e3', 30, null],
    ['0x10', 30, null],
    ['', 30, null],
    ['二十', 30, null],
    ['1.2.3', 30, null],
    ['true', false, true],
    ['false', true, false],
    ['', true, null],
    [' 甲 ', '乙', '甲'],
    [' ', '乙', null],
  ] as const)('"%s" for %s is %s', (typed, kind, value) => {
    expect(readValue(typed, kind)).toBe(value)
  })
})

describe('a clause', () => {
  it.each([
    ['art. 3(1)', '第3条第1项'],
    ['art. 21(3), as numbered before the amendment of 2025', '第21条第3项，2025年修正前的条号'],
    ['ch. 4, table 1', '第4章，表1'],
    ['annex, 暴雨红色预警信号', '附件，暴雨红色预警信号'],
    ['8.1.4.1', '8.1.4.1'],
  ])('%s is %s in Chinese', (clause, zh) => {
    expect(clauseText(clause, 'zh')).toBe(zh)
    expect(clauseText(clause, 'en')).toBe(clause)
  })
})
