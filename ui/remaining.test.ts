import { describe, expect, test } from 'vitest'
import { remaining } from './remaining.ts'

const due = '2026-11-24T10:00:00.000Z'
const at = (seconds: number): number => Date.parse(due) - seconds * 1_000
const day = 86_400

describe('how long is left', () => {
  test.each([
    [2 * day + 9 * 3_600 + 27 * 60, '余 2 天 09:27', '2 d 09:27 left'],
    [1 * day + 3 * 3_600 + 27 * 60, '余 1 天 03:27', '1 d 03:27 left'],
    [day, '余 1 天 00:00', '1 d 00:00 left'],
    [day - 1, '余 23:59', '23:59 left'],
    [2 * 3_600 + 27 * 60, '余 2:27', '2:27 left'],
    [27 * 60, '余 0:27', '0:27 left'],
    [59, '余 0:00', '0:00 left'],
    [0, '余 0:00', '0:00 left'],
    [-1, '超 0:00', 'over 0:00'],
    [-(3 * 3_600 + 40 * 60), '超 3:40', 'over 3:40'],
    [-(day + 4 * 3_600 + 12 * 60), '超 1 天 04:12', 'over 1 d 04:12'],
  ])('%i s before the limit: %s, %s', (left, zh, en) => {
    expect(remaining(due, at(left), 'zh').text).toBe(zh)
    expect(remaining(due, at(left), 'en').text).toBe(en)
    expect(remaining(due, at(left), 'zh').over).toBe(left < 0)
  })

  test.each([
    [164, '余 2:44'],
    [5, '余 0:05'],
    [3_600 + 61, '余 1:01:01'],
    [day + 60, '余 1 天 00:01'],
    [-16, '超 0:16'],
  ])('to the second, %i s: %s', (left, zh) => {
    expect(remaining(due, at(left), 'zh', 'second').text).toBe(zh)
  })

  test('is cut and not rounded: no limit looks farther than it is', () => {
    expect(remaining(due, at(119.9), 'zh').text).toBe('余 0:01')
  })

  test('a text that is no instant is a bug and not 1970', () => {
    expect(() => remaining('tomorrow', 0, 'zh')).toThrow('Not an instant')
  })
})
