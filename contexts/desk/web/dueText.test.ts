import { expect, it } from 'vitest'
import { dueText } from './dueText.ts'

it.each([
  ['2026-11-24T10:00:00Z', '11-24 18:00'],
  ['2026-11-24T16:00:00Z', '11-24 24:00'],
  ['2026-12-31T16:00:00Z', '12-31 24:00'],
])('%s is due at %s', (dueAt, text) => {
  expect(dueText(dueAt)).toBe(text)
})
