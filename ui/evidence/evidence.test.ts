import { expect, test } from 'vitest'
import type { EvidenceView } from '../../platform/evidence/contract.ts'
import { chosenOf } from './chosen.ts'
import { isUnderway, takenAtOf, type Sending } from './useUploads.ts'
import { sizeText } from './words.ts'

test('a strip shows what was named, in that order, and leaves out what the record has not', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }) as EvidenceView)
  expect(chosenOf(rows, ['c', 'x', 'a']).map(({ id }) => id)).toEqual(['c', 'a'])
  expect(chosenOf(rows, undefined)).toBe(rows)
})

test('a file lost on its way still has to arrive; a refused one has not', () => {
  const states: readonly Sending['state'][] = ['queued', 'sending', 'waiting', 'arrived', 'refused', 'lost']
  expect(states.filter((state) => isUnderway({ state }))).toEqual(['queued', 'sending', 'waiting', 'lost'])
})

test('the date of a file is when it was taken, unless it lies ahead or is none', () => {
  const now = Date.parse('2026-11-24T06:00:00Z')
  expect(takenAtOf(now - 60_000, now)).toBe('2026-11-24T05:59:00.000Z')
  expect(takenAtOf(now + 1, now)).toBeUndefined()
  expect(takenAtOf(0, now)).toBeUndefined()
})

test('sizes are told in the unit that people compare', () => {
  expect([1, 2048, 3.4 * 1024 ** 2, 1.25 * 1024 ** 3].map(sizeText)).toEqual(['1 B', '2 KB', '3.4 MB', '1.25 GB'])
})
