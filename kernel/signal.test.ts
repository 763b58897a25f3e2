import { expect, test } from 'vitest'
import { graverSignal } from './signal.ts'

test.each([
  [null, null, null],
  [null, 'blue', 'blue'],
  ['blue', null, 'blue'],
  ['blue', 'yellow', 'yellow'],
  ['orange', 'yellow', 'orange'],
  ['orange', 'red', 'red'],
  ['red', 'red', 'red'],
] as const)('CMA order 16 art. 4: of %s and %s the graver is %s', (one, other, graver) => {
  expect(graverSignal(one, other)).toBe(graver)
})
