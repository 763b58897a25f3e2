import { expect, test } from 'vitest'
import { codePath } from './codePath.ts'

test('dark modules beside each other are one run, and a run ends with its row', () => {
  const rows = [
    [true, true, false],
    [false, false, true],
    [true, false, true],
  ]
  expect(codePath(rows)).toBe('M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z')
})
