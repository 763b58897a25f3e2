import { expect, test } from 'vitest'
import { secondsLeft, speedOf, withSample, type Sample } from './speed.ts'

const after = (...samples: readonly Sample[]): readonly Sample[] => samples.reduce<readonly Sample[]>(withSample, [])

test('the speed is that of the last twenty seconds', () => {
  expect(speedOf(after({ at: 0, rows: 0 }, { at: 1_000, rows: 500 }))).toBe(500)
  expect(speedOf(after({ at: 0, rows: 0 }, { at: 10_000, rows: 10_000 }, { at: 21_000, rows: 11_100 }))).toBe(100)
})

test('slow work has a speed too', () => {
  expect(speedOf(after({ at: 0, rows: 0 }, { at: 40_000, rows: 400 }))).toBe(10)
})

test('one look, or two at once, tell no speed', () => {
  expect(speedOf(after({ at: 0, rows: 7 }))).toBeNull()
  expect(speedOf(after({ at: 0, rows: 7 }, { at: 100, rows: 9 }))).toBeNull()
})

test('another pass begins anew', () => {
  expect(after({ at: 0, rows: 900 }, { at: 1_000, rows: 100 })).toEqual([{ at: 1_000, rows: 100 }])
})

test('a look that finds nothing new counts for nothing', () => {
  expect(after({ at: 0, rows: 5 }, { at: 1_000, rows: 5 })).toEqual([{ at: 0, rows: 5 }])
})

test.each([
  [100, 1_100, 100, 10],
  [100, 1_101, 100, 11],
  [1_100, 1_100, 100, 0],
  [100, null, 100, null],
  [100, 1_100, null, null],
  [100, 1_100, 0, null],
])('%s of %s rows at %s a second: %s s', (done, total, speed, seconds) => expect(secondsLeft(done, total, speed)).toBe(seconds))
