import { describe, expect, it } from 'vitest'
import { numberText, seriesOf, shortNumber } from './hazardNumber.ts'

describe('the number of a hazard', () => {
  it.each([
    ['330114', 417, '330114-2026-00417'],
    ['330114001', 1, '330114-2026-00001'],
    ['330114001002', 99_999, '330114-2026-99999'],
    ['330100', 7, '330100-2026-00007'],
    ['330000', 7, '330000-2026-00007'],
    ['441900003', 7, '441900-2026-00007'],
    ['330114', 123_456, '330114-2026-123456'],
  ])('of one recorded in %s at place %i is %s', (regionCode, place, number) => {
    expect(numberText({ regionCode, year: 2026, place })).toBe(number)
    expect(number.startsWith(seriesOf(regionCode))).toBe(true)
  })

  it.each([
    ['330114-2026-00417', '26-00417'],
    ['330114-2026-123456', '26-123456'],
    ['330000-2031-00001', '31-00001'],
  ])('%s is %s for short', (number, short) => expect(shortNumber(number)).toBe(short))
})
