import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readAsked } from './checks.ts'

test('the words after npm test are steps or parts of test paths', () => {
  expect(readAsked([])).toEqual({ steps: new Set(), paths: [] })
  expect(readAsked(['lint', 'contexts/identity', 'types'])).toEqual({ steps: new Set(['lint', 'types']), paths: ['contexts/identity'] })
})

test('an unknown option is answered with a sentence', () => {
  expect(readAsked(['--watch'])).toEqual({ refused: expect.stringContaining('npm test knows no option --watch') })
})

const run = fileURLToPath(new URL('../run.mjs', import.meta.url))

function npmTest(...args: readonly string[]): { code: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { code: status, lines: `${stderr}${stdout}`.trimEnd().split('\n') }
}

test('npm test ends with one line of counts and a good exit code', () => {
  const { code, lines } = npmTest('tests/house/cycles.test.ts')
  expect(lines.at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/)
  expect(lines.filter((line) => /^\d+ passed, \d+ failed/.test(line))).toHaveLength(1)
  expect(code).toBe(0)
})

test('npm test that finds no test fails', () => {
  const { code, lines } = npmTest('no/such/path')
  expect(lines.at(-1)).toBe('0 passed, 1 failed')
  expect(code).toBe(1)
})

test('npm test with an unknown option says so and fails', () => {
  const { code, lines } = npmTest('--watch')
  expect(lines).toEqual([expect.stringContaining('knows no option')])
  expect(code).toBe(1)
})
