import { describe, expect, it } from 'vitest'
import { rowFaults } from '../../law/rules/limitRows.ts'
import { hazardLawRows } from './lawRows.ts'

describe('the limits of the room', () => {
  it('are rows that the law table takes', () => {
    expect(rowFaults(hazardLawRows)).toEqual([])
  })
  it('are all this room’s', () => {
    expect(hazardLawRows.filter(({ key }) => !key.startsWith('hazards.'))).toEqual([])
  })
  it.each([
    ['hazards.review.days.major', '第二十三条', 10, 'high'],
    ['hazards.statistics.quarterDay', '第十四条', 15, 'high'],
    ['hazards.statistics.yearDay', '第十四条', 31, 'high'],
    ['hazards.extension.count', '第十五条', 2, 'low'],
    ['hazards.source.s', '4.2', 1, 'high'],
    ['hazards.source.level1', '4.3.2 表6', 100, 'high'],
    ['hazards.source.table1.no12', '4.1.2 表1', 5, 'high'],
    ['hazards.source.table4.W5.1', '4.3.2 表4', 1.5, 'medium'],
  ])('%s stands in %s: %d', (key, clause, value, confidence) => {
    expect(hazardLawRows.find((row) => row.key === key)).toMatchObject({ clause, value, confidence })
  })
})
