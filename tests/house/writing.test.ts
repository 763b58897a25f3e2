import { expect, test } from 'vitest'
import { writingFaults } from './writing.ts'

function faultsIn(files: Readonly<Record<string, string>>, argued: ReadonlyMap<string, string> = new Map()): string[] {
  return writingFaults(new Map(Object.entries(files)), argued).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

test.each([
  'utils/a.ts',
  'platform/utils.ts',
  'kernel/util.ts',
  'platform/common/a.ts',
  'platform/helpers.ts',
  'ui/helper.tsx',
  'ui/shared/a.tsx',
  'kernel/types.ts',
  'kernel/types.d.ts',
  'platform/type/a.ts',
  'platform/manager.ts',
  'main/misc/a.ts',
  'platform/misc.test.ts',
  'docs/Misc.md',
])('no drawer for anything: %s', (path) => {
  expect(faultsIn({ [path]: 'export {}\n' }).map((fault) => fault.replace(/^.*:0 /, ''))).toEqual(['name'])
})

test('a drawer is told once, not for each thing in it', () => {
  expect(faultsIn({ 'ui/shared/a.ts': '', 'ui/shared/b.ts': '' })).toEqual(['ui/shared:0 name'])
})

test('words that only begin like a drawer are names', () => {
  expect(faultsIn({ 'kernel/accidentTypes.ts': '', 'ui/sharedBorder.css': '', 'kernel/commonRoad.ts': '' })).toEqual([])
})

test.each(['contexts/gate/tsconfig.json', 'ui/.oxlintrc.json', 'platform/vitest.config.ts', 'ui/package.json'])(
  'no settings stand below the root: %s',
  (path) => {
    expect(faultsIn({ 'contexts/gate/README.md': '', [path]: '' })).toEqual([`${path}:0 settings`])
  },
)

const lines = (count: number): string => 'export {}\n'.repeat(count)
const reason = 'one table of the standard, read from top to bottom'

test('a code file has 400 lines or an argument', () => {
  expect(faultsIn({ 'kernel/a.ts': lines(400), 'docs/long.md': lines(500) })).toEqual([])
  expect(faultsIn({ 'kernel/a.ts': lines(401) })).toEqual(['kernel/a.ts:0 length'])
  expect(faultsIn({ 'kernel/a.ts': lines(401) }, new Map([['kernel/a.ts', reason]]))).toEqual([])
})

test('an argument is one, and is taken out when the file is short again or gone', () => {
  expect(faultsIn({ 'kernel/a.ts': lines(401) }, new Map([['kernel/a.ts', 'long']]))).toEqual(['kernel/a.ts:0 length'])
  expect(faultsIn({ 'kernel/a.ts': lines(10) }, new Map([['kernel/a.ts', reason]]))).toEqual(['kernel/a.ts:0 length'])
  expect(faultsIn({}, new Map([['kernel/a.ts', reason]]))).toEqual(['kernel/a.ts:0 length'])
})

test('a room has its page and its doors', () => {
  expect(faultsIn({ 'contexts/gate/rules/a.ts': '' })).toEqual(['contexts/gate/README.md:0 room'])
  expect(faultsIn({ 'contexts/gate/README.md': '', 'contexts/gate/server/a.ts': '', 'contexts/gate/web/a.tsx': '' })).toEqual([
    'contexts/gate/contract/index.ts:0 room',
    'contexts/gate/server/room.ts:0 room',
    'contexts/gate/web/room.tsx:0 room',
  ])
})

test.each([
  "test.only('a', () => {})",
  "test.skip('a', () => {})",
  "test.todo('a')",
  "it.only('a', () => {})",
  "describe.skip('a', () => {})",
  "suite.only('a', () => {})",
  "test.concurrent.only('a', () => {})",
  "test.only.each([1])('a', () => {})",
  "test.each([1]).skip('a', () => {})",
  "test('a', { skip: true }, () => {})",
  "describe('a', { only: true }, () => {})",
  "test('a', { todo: true })",
  "xit('a', () => {})",
  "fdescribe('a', () => {})",
])('no test is left out: %s', (line) => {
  expect(faultsIn({ 'kernel/a.test.ts': `\n${line}\n` })).toEqual(['kernel/a.test.ts:2 test'])
})

test('words that only look like a mark are code', () => {
  const source = "const page = { only: 1 }\nexport const x = page.only\nlist.skip(3)\nit('says test.only', () => run({ skip: 1 }))\n"
  expect(faultsIn({ 'kernel/a.test.ts': source })).toEqual([])
})

test.each([
  '// oxlint-disable-next-line no-console',
  '/* eslint-disable */',
  '// @ts-ignore',
  '/* @ts-expect-error because */',
  '// @ts-nocheck',
])('no check is switched off: %s', (comment) => {
  expect(faultsIn({ 'platform/a.ts': `export const a = 1\n${comment}\n` })).toEqual(['platform/a.ts:2 hushed'])
})

test.each(['// TODO later', '/* FIXME */', '/** XXX what of it */', '// HACK'])('nothing unfinished is left in the code: %s', (comment) => {
  expect(faultsIn({ 'platform/a.ts': `${comment}\n` })).toEqual(['platform/a.ts:1 unfinished'])
})

test('the same words in strings are data', () => {
  expect(faultsIn({ 'platform/a.ts': "export const a = ['TODO', '@ts-ignore', 'eslint-disable']\n" })).toEqual([])
})

test.each(['go().catch(() => {})', 'go().then(a).catch(() => undefined)', 'go().catch(function () {})', 'void go().catch((e) => {})'])(
  'no rejection is swallowed: %s',
  (line) => {
    expect(faultsIn({ 'platform/a.ts': `${line}\n` })).toEqual(['platform/a.ts:1 swallowed'])
  },
)

test('a rejection that is answered, or whose silence is argued, stands', () => {
  expect(
    faultsIn({
      'platform/a.ts': 'go().catch(() => null)\ngo().catch(log)\ngo().then(() => {})\ngo().catch(() => {\n  // The reader has gone.\n})\n',
    }),
  ).toEqual([])
})

test.each([
  'declare const process: { pid: number }',
  'declare function setTimeout(f: () => void): void',
  'declare global { var a: number }',
  "declare module 'x' { }",
  'declare class Buffer {}',
  '/// <reference types="node" />',
  '/// <reference lib="dom" />',
])('nothing ambient comes into kernel, rules and contracts: %s', (line) => {
  for (const file of ['kernel/a.ts', 'contexts/gate/rules/a.ts', 'contexts/gate/contract/index.ts']) {
    expect(faultsIn({ 'contexts/gate/README.md': '', [file]: `${line}\nexport {}\n` })).toEqual([`${file}:1 ambient`])
  }
})

test('a brand has a type and no value', () => {
  expect(faultsIn({ 'kernel/a.ts': 'declare const brand: unique symbol\nexport type Code = string & { [brand]: 1 }\n' })).toEqual([])
})

/** Joined here, so that this file does not say them. */
const said = (...parts: string[]): string => parts.join('')

test.each([
  said('/wo', 'rk/main'),
  said('see /ho', 'me/anna'),
  said('(/tm', 'p/brief)'),
  said('"/ro', 'ot/.cache"'),
  said('registry.npm', 'js.org'),
  said('https://py', 'pi.org/x'),
  said('issue', ' #2'),
  said('fixes (#', '12)'),
  said('.lib', 'rary/env'),
  said('../sha', 'red/cases/rules.json'),
  said('sha', 'red/house.md'),
  said('written by Cl', 'aude'),
])('the project speaks of itself alone: %s', (words) => {
  for (const file of ['README.md', 'platform/a.sql', '.ci/run'])
    expect(faultsIn({ [file]: `first\n# ${words}\n` })).toEqual([`${file}:2 word`])
  expect(faultsIn({ 'platform/a.ts': `export {}\n// ${words}\n` })).toEqual(['platform/a.ts:2 word'])
})

test('paths of the project, of the web and of this machine in general are none of one machine', () => {
  const source = "export const a = ['/api/work/orders', './work/x', `${home}/work/x`, 'a/tmp/b', '#123456', 'the work/rest rule']\n"
  expect(faultsIn({ 'platform/a.ts': source })).toEqual([])
})
