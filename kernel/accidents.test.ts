import { describe, expect, test } from 'vitest'
import { accidentClass, accidentLawRows } from './accidents.ts'

describe('国务院令第493号 art. 3 class of an accident, art. 44 bounds', () => {
  test.each([
    [0, 0, 0, 'ordinary'],
    [2, 9, 999.99, 'ordinary'],
    [3, 0, 0, 'larger'],
    [0, 10, 0, 'larger'],
    [0, 0, 1000, 'larger'],
    [9, 49, 4999.99, 'larger'],
    [10, 0, 0, 'major'],
    [0, 50, 0, 'major'],
    [0, 0, 5000, 'major'],
    [29, 99, 9999.99, 'major'],
    [30, 0, 0, 'exceptional'],
    [0, 100, 0, 'exceptional'],
    [0, 0, 10_000, 'exceptional'],
    [1, 120, 10, 'exceptional'],
    [13, 35, 0, 'major'],
    [3, 0, 10_000, 'exceptional'],
  ])('%d deaths, %d serious injuries, %d 万元: %s', (deaths, seriousInjuries, directLossWanYuan, name) => {
    expect(accidentClass({ deaths, seriousInjuries, directLossWanYuan })).toBe(name)
  })

  test.each([-1, Number.NaN])('%d deaths is no amount', (deaths) => {
    expect(() => accidentClass({ deaths, seriousInjuries: 0, directLossWanYuan: 0 })).toThrow(RangeError)
  })

  test('the law rows name their item of art. 3', () => {
    expect(accidentLawRows).toHaveLength(9)
    expect(accidentLawRows.find((row) => row.key === 'accident.class.exceptional.deaths')).toMatchObject({
      value: 30,
      clause: 'art. 3(1)',
    })
  })
})
