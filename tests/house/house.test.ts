import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { houseFaults } from './house.ts'
import { isCode, readTree, told } from './tree.ts'

const tree = readTree(fileURLToPath(new URL('../..', import.meta.url)))

test('the whole project keeps the rules of the house', () => {
  expect(told(houseFaults(tree))).toBe('')
})

test('the whole project was read', () => {
  const files = [...tree.keys()]
  expect(files).toEqual(expect.arrayContaining(['package.json', '.ci/run', 'tests/house/house.test.ts', 'kernel/result.ts']))
  expect(files.filter(isCode).length).toBeGreaterThan(20)
  expect(files.filter((file) => /(^|\/)(node_modules|dist|\.git|\.anlan)\//.test(file))).toEqual([])
  expect(files.filter((file) => isCode(file) && tree.get(file)?.trim() === '')).toEqual([])
})
