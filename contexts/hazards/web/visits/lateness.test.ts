import { expect, it } from 'vitest'
import { latenessOf, spanParts } from './lateness.ts'

it.each([
  ['2026-11-24T01:00:00Z', '2026-11-24T01:05:59Z', { minutes: 5, late: false }],
  ['2026-11-24T01:00:00Z', '2026-11-24T01:06:00Z', { minutes: 6, late: true }],
  ['2026-11-24T01:00:00Z', '2026-11-24T00:59:00Z', { minutes: 0, late: false }],
])('a visit made at %s and received at %s', (claimedAt, receivedAt, expected) => {
  expect(latenessOf({ claimedAt, receivedAt })).toEqual(expected)
})

it('a long way is told in days, hours and minutes', () => {
  expect(spanParts(1440 + 61)).toEqual({ days: 1, hours: 1, minutes: 1 })
})
