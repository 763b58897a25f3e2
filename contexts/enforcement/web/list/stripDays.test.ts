import { expect, test } from 'vitest'
import { stripDays } from './stripDays.ts'

test('thirty days from today on, those before in one number, the highest bar full, and one alone a quarter of it', () => {
  const strip = stripDays(
    [
      { dueOn: '2026-11-20', total: 2 },
      { dueOn: '2026-11-23', total: 1 },
      { dueOn: '2026-11-24', total: 3 },
      { dueOn: '2026-12-23', total: 6 },
      { dueOn: '2026-12-24', total: 9 },
    ],
    '2026-11-24',
  )
  expect(strip).toMatchObject({ earlier: 3, before: '2026-11-23', most: 6 })
  expect(strip.bars).toHaveLength(30)
  expect(strip.bars[0]).toEqual({ dueOn: '2026-11-24', total: 3, labelled: true })
  expect(strip.bars.at(-1)).toEqual({ dueOn: '2026-12-23', total: 6, labelled: false })
})

test('without a day there is still a strip', () =>
  expect(stripDays([], '2026-12-31')).toMatchObject({ earlier: 0, before: '2026-12-30', most: 4 }))
