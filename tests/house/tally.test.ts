import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCodeOf, judgeRun, judgeStep, lastLine, sum, type Judged, type RunSeen } from './tally.ts'
import { seenFileVariable } from './tallyReporter.ts'
import { root, runTool, stopTools } from './tools.ts'

const seen: RunSeen = { passed: 3, failed: 0, skipped: 0, brokenOutside: 0, unhandled: 0, interrupted: false }

test.each<[name: string, seen: RunSeen | null, code: number | null, passed: number, failed: number]>([
  ['all passed', seen, 0, 3, 0],
  ['a failed test', { ...seen, failed: 2 }, 1, 3, 2],
  ['a file that broke at its import', { ...seen, brokenOutside: 1 }, 1, 3, 1],
  ['an error that no test caught', { ...seen, unhandled: 1 }, 1, 3, 1],
  ['an interrupted run', { ...seen, interrupted: true }, 130, 3, 1],
  ['an exit code that no test explains', seen, 1, 3, 1],
  ['an end by a signal', seen, null, 3, 1],
  ['a crash before the end', null, 134, 0, 1],
  ['a good exit code without an end', null, 0, 0, 1],
  ['no test found', { ...seen, passed: 0 }, 0, 0, 1],
])('%s', (_, given, code, passed, failed) => {
  const { tally, reasons } = judgeRun(given, { code })
  expect(tally).toEqual({ passed, failed, skipped: 0 })
  // What no test tells of itself is told here.
  expect(reasons.length > 0).toBe(failed > (given?.failed ?? 0))
})

test('a step of types or of lint is one check', () => {
  expect(judgeStep({ code: 0 }).tally).toEqual({ passed: 1, failed: 0, skipped: 0 })
  for (const code of [1, 2, null]) expect(judgeStep({ code }).tally).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the last line and the exit code', () => {
  const all = sum([
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 2 },
  ])
  expect(lastLine(all)).toBe('7 passed, 1 failed, 2 skipped')
  expect(lastLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed')
  expect(exitCodeOf(all)).toBe(1)
  expect(exitCodeOf({ passed: 7, failed: 0, skipped: 0 })).toBe(0)
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 0 })).toBe(1)
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 3 })).toBe(1)
})

const passing = "test('passes', () => expect(1).toBe(1))\n"

/** Small projects that vitest runs for real: name to the files in it. */
const fixtures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  good: { 'a.test.mjs': `${passing}test('passes, too', () => expect(2).toBe(2))\n` },
  mixed: {
    'a.test.mjs': `${passing}test('fails', () => expect(1).toBe(2))\ntest.skip('waits', () => {})\n`,
    'import.test.mjs': `import './nowhere.mjs'\n${passing}`,
    'before.test.mjs': `import { beforeAll } from 'vitest'\nbeforeAll(() => { throw new Error('no') })\n${passing}`,
    'after.test.mjs': `import { afterAll } from 'vitest'\nafterAll(() => { throw new Error('no') })\n${passing}`,
  },
  unhandled: {
    'a.test.mjs': `${passing}test('leaves', async () => { void Promise.reject(new Error('no')); await new Promise((r) => setTimeout(r, 50)) })\n`,
  },
  crash: { 'a.test.mjs': "test('dies', () => { process.kill(process.pid, 'SIGKILL') })\n" },
  empty: { 'a.mjs': '' },
  unreadable: { 'vitest.config.mjs': 'throw new Error("no")\n', 'a.test.mjs': passing },
  hanging: {
    'setup.mjs': "import { writeFileSync } from 'node:fs'\nexport default () => () => writeFileSync('closed', '')\n",
    'vitest.config.mjs': "export default { test: { pool: 'forks', globalSetup: ['./setup.mjs'], testTimeout: 600_000 } }\n",
    'a.test.mjs':
      "import { writeFileSync } from 'node:fs'\ntest('hangs', () => new Promise(() => { writeFileSync('pid', String(process.pid)); setInterval(() => 1, 1000) }))\n",
  },
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-tally-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [name, files] of Object.entries(fixtures)) {
    mkdirSync(join(folder, name))
    const settings = { 'package.json': '{ "type": "module" }', 'vitest.config.mjs': "export default { test: { pool: 'forks' } }\n" }
    for (const [file, source] of Object.entries({ ...settings, ...files })) {
      writeFileSync(join(folder, name, file), file.endsWith('.test.mjs') ? `import { expect, test } from 'vitest'\n${source}` : source)
    }
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const reporter = fileURLToPath(new URL('tallyReporter.ts', import.meta.url))

async function judged(fixture: string): Promise<Judged> {
  const file = join(folder, fixture, 'seen.json')
  const end = await runTool('vitest', ['run', '--reporter=minimal', `--reporter=${reporter}`], {
    folder: join(folder, fixture),
    environment: { [seenFileVariable]: file },
  })
  return judgeRun(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunSeen) : null, end)
}

test.each([
  ['good', { passed: 2, failed: 0, skipped: 0 }],
  // One failed test, and three files that broke outside their tests; after a broken beforeAll its test did not run.
  ['mixed', { passed: 2, failed: 4, skipped: 2 }],
  ['unhandled', { passed: 2, failed: 1, skipped: 0 }],
  ['empty', { passed: 0, failed: 1, skipped: 0 }],
  ['unreadable', { passed: 0, failed: 1, skipped: 0 }],
])('vitest itself is counted: %s', async (fixture, tally) => {
  expect((await judged(fixture)).tally).toEqual(tally)
})

test('vitest itself is counted: a worker that is killed is a failure', async () => {
  const { tally } = await judged('crash')
  expect(tally.passed).toBe(0)
  expect(tally.failed).toBeGreaterThan(0)
})

test('a run that is told to stop closes what its set-up opened, leaves no worker and counts as failed', async () => {
  const end = judged('hanging')
  const at = (name: string): string => join(folder, 'hanging', name)
  while (!existsSync(at('pid')) || readFileSync(at('pid'), 'utf8') === '') await pause(20)
  stopTools('SIGTERM')
  expect((await end).tally).toEqual({ passed: 0, failed: 1, skipped: 1 })
  expect(existsSync(at('closed'))).toBe(true)
  expect(() => process.kill(Number(readFileSync(at('pid'), 'utf8')), 0)).toThrow(/ESRCH/)
})
