import { matchesGlob } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import vitestConfig from '../../vitest.config.ts'
import { houseFaults } from './house.ts'
import { isCode, isTest, readTree, told } from './tree.ts'

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

test('every test file is run, and run once', () => {
  const projects = (vitestConfig.test?.projects ?? []).map((project) => {
    if (typeof project !== 'object' || !('test' in project))
      throw new TypeError('a project of vitest that is not written out in its config')
    return project.test ?? {}
  })
  expect(projects.length).toBeGreaterThan(1)
  const matches = (file: string, globs: readonly string[] = []): boolean => globs.some((glob) => matchesGlob(file, glob))
  const timesRun = (file: string): number =>
    projects.filter(({ include, exclude }) => matches(file, include) && !matches(file, exclude)).length
  expect([...tree.keys()].filter((file) => isTest(file) && timesRun(file) !== 1)).toEqual([])
})
