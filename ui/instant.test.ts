import { expect, test } from 'vitest'
import { dateText, dayMinuteText, fullText, limitText, minuteText, secondText, shortText, startOfDay, weekday } from './instant.ts'

const instant = '2026-11-23T16:05:09.000Z'

test('instants are read in Beijing, whatever zone the browser stands in', () => {
  expect(dateText(instant)).toBe('2026-11-24')
  expect(minuteText(instant)).toBe('00:05')
  expect(secondText(instant)).toBe('00:05:09')
  expect(dayMinuteText(instant)).toBe('11-24 00:05')
  expect(fullText(Date.parse(instant))).toBe('2026-11-24 00:05:09')
  expect(weekday(instant)).toBe(2)
  expect(startOfDay(instant)).toBe(Date.parse('2026-11-24T00:00:00+08:00'))
  expect(startOfDay('2026-11-23T15:59:59.999Z')).toBe(Date.parse('2026-11-23T00:00:00+08:00'))
})

test('the nearer an instant, the less of it is written', () => {
  expect(shortText(instant, '2026-11-24T10:00:00Z')).toBe('00:05')
  expect(shortText(instant, '2026-11-24T17:00:00Z')).toBe('11-24 00:05')
  expect(shortText(instant, '2027-01-02T00:00:00Z')).toBe('2026-11-24 00:05')
})

test('a limit at the end of a day belongs to that day', () => {
  expect(limitText('2026-11-30T16:00:00Z')).toBe('11-30 24:00')
  expect(limitText(instant)).toBe('11-24 00:05')
})
