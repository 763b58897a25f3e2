import { expect, test } from 'vitest'
import { words } from '../contract/words.ts'
import { enforcementLawRows } from './lawRows.ts'

test('every row has a key of its own', () => {
  const keys = enforcementLawRows.map((row) => row.key)
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})

test.each(enforcementLawRows)('$key says what it is in both languages, by which clause, since when and where it counts', (row) => {
  expect(row.zh).toMatch(/\p{Script=Han}/u)
  expect(row.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
  expect(row.clause).not.toBe('')
  expect(Temporal.PlainDate.from(row.inForceFrom).toString()).toBe(row.inForceFrom)
  for (const use of row.usedIn) expect(words.deeds).toHaveProperty([use])
})
