import { expect, test } from 'vitest'
import { monthsBefore } from './months.ts'

test('the months before a day cross the year', () => {
  expect(monthsBefore('2026-02-28', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})
