import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, runTool } from './tools.ts'

type Plant = readonly [rule: string, file: string, line: string]

const clocks: readonly (readonly [rule: string, line: string])[] = [
  ['no-restricted-globals', 'export const x = Date.now()'],
  ['no-restricted-globals', 'export const x = new Date()'],
  ['no-restricted-globals', 'export const x = performance.now()'],
  ['no-restricted-globals', 'export const x = crypto.randomUUID()'],
  ['no-restricted-globals', 'setTimeout(() => undefined, 1)'],
  ['no-restricted-globals', 'setInterval(() => undefined, 1)'],
  ['no-restricted-globals', "export const x = fetch('x')"],
  ['no-restricted-globals', 'export const x = process.env'],
  ['no-restricted-globals', 'export const x = globalThis.Date'],
  ['no-restricted-properties', 'export const x = Temporal.Now.instant()'],
  ['no-restricted-properties', "export const x = Temporal['Now']"],
  ['no-restricted-properties', 'export const x = Math.random()'],
  ['no-restricted-properties', 'export const { random } = Math'],
]

const planted: readonly Plant[] = [
  ...['kernel', 'contexts/gate/rules', 'contexts/gate/contract'].flatMap((folder) =>
    clocks.map(([rule, line], index): Plant => [rule, `${folder}/clock${index}.ts`, line]),
  ),
  ['no-explicit-any', 'platform/any.ts', 'export const x = (y: any): unknown => y'],
  ['ban-ts-comment', 'platform/ignore.ts', '// @ts-ignore\nexport const x: number = 1'],
  ['ban-ts-comment', 'platform/expect.ts', '// @ts-expect-error: it is wrong\nexport const x: number = "1"'],
  ['no-unused-vars', 'platform/unusedImport.ts', "import { readFile } from 'node:fs'"],
  ['no-unused-vars', 'platform/unusedVariable.ts', 'const x = 1'],
  ['no-unused-vars', 'platform/unusedError.ts', 'export const x = (): number => { try { return 1 } catch (error) { return 0 } }'],
  ['no-empty', 'platform/emptyCatch.ts', 'export const x = (): void => { try { x() } catch {} }'],
  ['no-console', 'platform/console.ts', "console.log('x')"],
  ['no-console', 'contexts/gate/server/console.ts', "console.error('x')"],
  ['no-console', 'contexts/gate/web/console.tsx', "console.log('x')"],
  ['no-console', 'ui/console.ts', "console.log('x')"],
  ['no-console', 'main/web/console.ts', "console.log('x')"],
  [
    'no-floating-promises',
    'platform/floating.ts',
    'export const x = async (): Promise<void> => { y() }\nasync function y(): Promise<void> { await x() }',
  ],
  ['no-misused-promises', 'platform/misused.ts', 'export const x = async (): Promise<void> => { [1].forEach(async () => { await x() }) }'],
  ['only-throw-error', 'platform/thrown.ts', "export const x = (): never => { throw 'x' }"],
  ['no-unsafe-return', 'platform/unsafe.ts', "export const x = (): number => JSON.parse('1')"],
  ['switch-exhaustiveness-check', 'platform/exhaustive.ts', "export const x = (a: 'b' | 'c'): void => { switch (a) { case 'b': x(a) } }"],
  ['eqeqeq', 'platform/equal.ts', 'export const x = (a: number, b: number): boolean => a == b'],
  ['prefer-node-protocol', 'platform/protocol.ts', "export { join } from 'path'"],
  [
    'rules-of-hooks',
    'ui/Hook.tsx',
    "import { useState } from 'react'\nexport const Hook = ({ a }: { a: boolean }): number => { if (a) { return useState(1)[0] } return 0 }",
  ],
  [
    'exhaustive-deps',
    'contexts/gate/web/Hook.tsx',
    "import { useEffect } from 'react'\nexport const useX = (a: () => void): void => { useEffect(() => { a() }, []) }",
  ],
  ['no-danger', 'ui/Danger.tsx', "export const Danger = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />"],
  ['alt-text', 'main/web/Alt.tsx', 'export const Alt = () => <img src="x" />'],
  ['expect-expect', 'kernel/nothing.test.ts', "import { test } from 'vitest'\ntest('x', () => undefined)"],
  ['no-focused-tests', 'kernel/focused.test.ts', "import { expect, test } from 'vitest'\ntest.only('x', () => { expect(1).toBe(1) })"],
]

/** What must pass, so that the plants are known to fail for their own reason. */
const sound: Readonly<Record<string, string>> = {
  'kernel/sound.ts': 'export const x = (now: Temporal.Instant, dice: () => number): number => now.epochMilliseconds + Math.max(dice(), 0)',
  'main/sound.ts': "console.log('x', Date.now())",
  'bench/sound.ts': "console.log('x', Math.random())",
  'platform/sound.ts': 'export const x = (): number => { try { return Date.now() } catch { return 0 } }',
  'tests/sound.test.ts':
    "import { expect, test } from 'vitest'\ntest('x', () => { const y = JSON.parse('1'); expect(y.z).toBe(undefined) })",
}

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string; readonly severity: string }[] }

/** The names of the rules that complain about one file; oxlint writes them `plugin(rule)`. */
function complaints(file: string): string[] {
  return found.diagnostics
    .filter(({ filename }) => filename.replaceAll('\\', '/') === file)
    .map(({ code }) => /\((.+)\)/.exec(code)?.[1] ?? code)
}

let found: Report = { diagnostics: [] }
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-lint-'))
  for (const file of [
    '.oxlintrc.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.pure.json',
    'tsconfig.server.json',
    'tsconfig.web.json',
    'tsconfig.browser-tests.json',
  ]) {
    copyFileSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, source] of [...planted.map(([, file, line]): [string, string] => [file, line]), ...Object.entries(sound)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), /^(?:im|ex)port /m.test(source) ? `${source}\n` : `${source}\nexport {}\n`)
  }
  const { output } = await runTool('oxlint', ['--format=json'], { folder })
  found = JSON.parse(output) as Report
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(planted)('%s is an error in %s', (rule, file) => {
  expect(complaints(file)).toContain(rule)
})

test.each(Object.keys(sound))('nothing is wrong with %s', (file) => {
  expect(complaints(file)).toEqual([])
})

test('a rule is an error or does not exist', () => {
  expect(new Set(found.diagnostics.map(({ severity }) => severity))).toEqual(new Set(['error']))
})
