import { describe, expect, it } from 'vitest'
import { alike, bareHeading, isReturnHeading, isSerialHeading, plainHeading } from './headings.ts'

describe('headings are compared', () => {
  it.each([
    ['隐患 描述', '隐患描述'],
    ['隐患\n描述', '隐患描述'],
    ['*单位名称：', '单位名称'],
    ['ＵＳＣＣ', 'uscc'],
    ['整改情况/责任人', '整改情况/责任人'],
  ])('%s in one width, without blanks and marks', (heading, plain) => expect(plainHeading(heading)).toBe(plain))

  it.each([
    ['整改资金（万元）', '整改资金'],
    ['单位名称【必填】', '单位名称'],
    ['1、单位名称', '单位名称'],
    ['（三）隐患描述', '隐患描述'],
    ['一般隐患', '一般隐患'],
    ['（元）', '(元)'],
  ])('%s without units, hints and its number', (heading, bare) => expect(bareHeading(heading)).toBe(bare))

  it('by how much they have in common', () => {
    expect(alike('整改期限', '整改期限')).toBe(1)
    expect(alike('整改责任人', '整改责任人姓名')).toBeGreaterThan(0.8)
    expect(alike('整改完成时间', '完成时间')).toBeGreaterThan(0.7)
    expect(alike('单位名称', '隐患描述')).toBe(0)
    expect(alike('', '')).toBe(0)
  })

  it.each([
    ['退回原因', true, false],
    ['有误列', true, false],
    ['序号', false, true],
    ['NO.', false, true],
    ['原因', false, false],
  ])('%s is one that the product added, or one that numbers the rows', (heading, added, numbers) => {
    expect(isReturnHeading(heading)).toBe(added)
    expect(isSerialHeading(heading)).toBe(numbers)
  })
})
