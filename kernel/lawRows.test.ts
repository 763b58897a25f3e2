import { expect, test } from 'vitest'
import { kernelLawRows } from './lawRows.ts'

test('every row of the kernel has a key of its own', () => {
  const keys = kernelLawRows.map((row) => row.key)
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  expect(keys).toHaveLength(9 + 1 + 19 + 20 + 20)
})

test.each(kernelLawRows)('$key says what it is in both languages, by which clause, since when and where it counts', (row) => {
  expect(row.zh).toMatch(/\p{Script=Han}/u)
  expect(row.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
  expect(row.clause).not.toBe('')
  expect(Temporal.PlainDate.from(row.inForceFrom).toString()).toBe(row.inForceFrom)
  expect(row.usedIn.length).toBeGreaterThan(0)
})
