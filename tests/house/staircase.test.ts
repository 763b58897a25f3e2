import { expect, test } from 'vitest'
import { staircaseFaults } from './staircase.ts'
import type { Tree } from './tree.ts'

/** A small house without a fault; each test plants one in it. */
const sound: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { zod: '4', pg: '8', react: '19' },
    devDependencies: { vitest: '5', '@types/pg': '8', '@types/geojson': '1' },
  }),
  'vitest.config.ts': "import { defineConfig } from 'vitest/config'\nexport default defineConfig({})\n",
  'kernel/result.ts': 'export type Result = { ok: boolean }\n',
  'kernel/contract.ts':
    "import type { z } from 'zod'\nimport type { Result } from './result.ts'\nexport type Route = { body: z.ZodType; result: Result }\n",
  'contexts/gate/rules/admit.ts':
    "import type { Result } from '../../../kernel/result.ts'\nexport const admit = (): Result => ({ ok: true })\n",
  'contexts/gate/rules/admit.test.ts':
    "import { expect, test } from 'vitest'\nimport { admit } from './admit.ts'\ntest('a', () => expect(admit().ok).toBe(true))\n",
  'contexts/gate/contract/index.ts':
    "import { z } from 'zod'\nimport type { Route } from '../../../kernel/contract.ts'\nimport { admit } from '../rules/admit.ts'\nexport const routes: Route[] = []\nexport const body = z.object({})\nexport { admit }\n",
  'contexts/gate/server/admitPerson.ts':
    "import pg from 'pg'\nimport { readFile } from 'node:fs/promises'\nimport { begin } from '../../../platform/database.ts'\nimport { admit } from '../rules/admit.ts'\nimport { body } from '../contract/index.ts'\nimport { routes } from '../../law/contract/index.ts'\nexport const admitPerson = [pg, readFile, begin, admit, body, routes]\n",
  'contexts/gate/server/room.ts':
    "import { admitPerson } from './admitPerson.ts'\nexport const room = admitPerson\nexport const migrations = new URL('./migrations/', import.meta.url)\n",
  'contexts/gate/web/GatePage.tsx':
    "import { useState } from 'react'\nimport './gate.css'\nimport { admit } from '../rules/admit.ts'\nimport { body } from '../contract/index.ts'\nimport { routes } from '../../law/contract/index.ts'\nimport { Button } from '../../../ui/Button.tsx'\nexport const GatePage = [useState, admit, body, routes, Button]\n",
  'contexts/gate/web/gate.css': 'a {}\n',
  'contexts/gate/web/room.tsx': "export const page = () => import('./GatePage.tsx')\n",
  'contexts/law/contract/index.ts': "export { limits as routes } from './limits.ts'\n",
  'contexts/law/contract/limits.ts': 'export const limits = 1\n',
  'contexts/law/server/lawStore.ts': 'export const lawStore = 1\n',
  'platform/database.ts':
    "import pg from 'pg'\nimport type { Result } from '../kernel/result.ts'\nexport const begin = async (file: string): Promise<[typeof pg, Result]> => [await import(file), { ok: true }]\n",
  'platform/evidence/contract.ts':
    "import { z } from 'zod'\nimport type { Result } from '../../kernel/result.ts'\nimport { kinds } from './kinds.ts'\nexport const photo: [Result, unknown] = [{ ok: true }, z.enum(kinds)]\n",
  'platform/evidence/kinds.ts': "export const kinds = ['photo']\n",
  'platform/evidence/sniff.ts':
    "import { readFile } from 'node:fs/promises'\nimport { photo } from './contract.ts'\nexport const sniff = [readFile, photo]\n",
  'ui/Photo.tsx': "import { photo } from '../platform/evidence/contract.ts'\nexport const Photo = photo\n",
  'platform/testing/postgres.ts': "export { begin } from '../database.ts'\n",
  'ui/Button.tsx':
    "import { useState } from 'react'\nimport type { Result } from '../kernel/result.ts'\nexport const Button = (r: Result) => [useState, r]\n",
  'main/serve.ts':
    "import { room } from '../contexts/gate/server/room.ts'\nimport { body } from '../contexts/gate/contract/index.ts'\nimport { begin } from '../platform/database.ts'\nimport manifest from '../package.json' with { type: 'json' }\nexport const serve = [room, body, begin, manifest, new URL('./web/', import.meta.url)]\n",
  'main/start.mjs': "await import('./serve.ts')\n",
  'main/web/main.tsx':
    "import { page } from '../../contexts/gate/web/room.tsx'\nimport { Button } from '../../ui/Button.tsx'\nexport const all = [page, Button]\n",
  'tests/journeys/gate.test.ts':
    "import { admitPerson } from '../../contexts/gate/server/admitPerson.ts'\nimport { begin } from '../../platform/testing/postgres.ts'\nimport { test } from 'vitest'\ntest('a', () => [admitPerson, begin])\n",
  'tests/servers/bucket.ts': "import { begin } from '../../platform/database.ts'\nexport const bucket = begin\n",
  'main/testing/house.ts':
    "import { begin } from '../../platform/testing/postgres.ts'\nimport { room } from '../../contexts/gate/server/room.ts'\nimport { lawStore } from '../../contexts/law/server/lawStore.ts'\nexport const house = [begin, room, lawStore]\n",
  'bench/admit.ts': "import { admitPerson } from '../contexts/gate/server/admitPerson.ts'\nexport const run = admitPerson\n",
}

function withFile(path: string, source: string): Tree {
  return new Map(Object.entries({ ...sound, [path]: source }))
}

function faultsIn(tree: Tree): string[] {
  return staircaseFaults(tree).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

test('a sound house has no fault', () => {
  expect(staircaseFaults(new Map(Object.entries(sound)))).toEqual([])
})

const importsOf = (specifier: string): Readonly<Record<string, string>> => ({
  import: `import { x } from '${specifier}'\nexport const y = x\n`,
  'import type': `import type { X } from '${specifier}'\nexport type Y = X\n`,
  'import for its effect': `import '${specifier}'\n`,
  'export from': `export { x } from '${specifier}'\n`,
  'export all from': `export * from '${specifier}'\n`,
  'export type from': `export type { X } from '${specifier}'\n`,
  'import()': `export const x = () => import('${specifier}')\n`,
  'import() in a template': `export const x = () => import(\`${specifier}\`)\n`,
  'import() after a comment': `export const x = () => import(/* webpackChunkName */ '${specifier}')\n`,
  'import() of a type': `export type X = import('${specifier}').X\n`,
  'typeof import()': `export type X = typeof import('${specifier}')\n`,
  'import = require()': `import x = require('${specifier}')\nexport { x }\n`,
  'require()': `export const x = require('${specifier}')\n`,
  'require.resolve()': `export const x = require.resolve('${specifier}')\n`,
  'import.meta.resolve()': `export const x = import.meta.resolve('${specifier}')\n`,
  'new URL() of a worker': `export const x = new Worker(new URL('${specifier}', import.meta.url))\n`,
  'declare module': `declare module '${specifier}' { interface X { y: 1 } }\nexport {}\n`,
  'reference path': `/// <reference path="${specifier}" />\nexport {}\n`,
})

for (const [form, source] of Object.entries(importsOf('../../../platform/database.ts'))) {
  test(`the check sees: ${form}`, () => {
    const file = 'contexts/gate/rules/planted.ts'
    expect(faultsIn(withFile(file, source))).toEqual([`${file}:1 staircase`])
  })
}

test('words in strings and comments are no imports', () => {
  const source = `// import { x } from '../../../platform/database.ts'\nexport const text = "import('../server/room.ts')"\n`
  expect(faultsIn(withFile('contexts/gate/rules/planted.ts', source))).toEqual([])
})

/** From, to: one row a rule of the table. */
const refused: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['kernel imports no room', 'kernel/planted.ts', 'contexts/gate/rules/admit.ts'],
  ['kernel imports no contract', 'kernel/planted.ts', 'contexts/gate/contract/index.ts'],
  ['kernel imports no platform', 'kernel/planted.ts', 'platform/database.ts'],
  ['kernel imports no ui', 'kernel/planted.ts', 'ui/Button.tsx'],
  ['kernel imports no main', 'kernel/planted.ts', 'main/serve.ts'],
  ['rules import no own contract', 'contexts/gate/rules/planted.ts', 'contexts/gate/contract/index.ts'],
  ['rules import no own server', 'contexts/gate/rules/planted.ts', 'contexts/gate/server/admitPerson.ts'],
  ['rules import no own web', 'contexts/gate/rules/planted.ts', 'contexts/gate/web/GatePage.tsx'],
  ["rules import no other room's rules", 'contexts/law/rules/planted.ts', 'contexts/gate/rules/admit.ts'],
  ["rules import no other room's door", 'contexts/gate/rules/planted.ts', 'contexts/law/contract/index.ts'],
  ['rules import no platform', 'contexts/gate/rules/planted.ts', 'platform/database.ts'],
  ['rules import no ui', 'contexts/gate/rules/planted.ts', 'ui/Button.tsx'],
  ['a contract imports no own server', 'contexts/gate/contract/planted.ts', 'contexts/gate/server/admitPerson.ts'],
  ['a contract imports no own web', 'contexts/gate/contract/planted.ts', 'contexts/gate/web/GatePage.tsx'],
  ['a contract imports no other contract', 'contexts/gate/contract/planted.ts', 'contexts/law/contract/index.ts'],
  ["a contract imports no other room's rules", 'contexts/law/contract/planted.ts', 'contexts/gate/rules/admit.ts'],
  ['a contract imports no platform', 'contexts/gate/contract/planted.ts', 'platform/database.ts'],
  ['server imports no own web', 'contexts/gate/server/planted.ts', 'contexts/gate/web/GatePage.tsx'],
  ["server imports no other room's server", 'contexts/gate/server/planted.ts', 'contexts/law/server/lawStore.ts'],
  ["server imports no other room's rules", 'contexts/law/server/planted.ts', 'contexts/gate/rules/admit.ts'],
  ["server imports another room's contract by its door alone", 'contexts/gate/server/planted.ts', 'contexts/law/contract/limits.ts'],
  ['server imports not its own room.ts', 'contexts/gate/server/planted.ts', 'contexts/gate/server/room.ts'],
  ["server imports no other room's room.ts", 'contexts/law/server/planted.ts', 'contexts/gate/server/room.ts'],
  ['server imports no ui', 'contexts/gate/server/planted.ts', 'ui/Button.tsx'],
  ['server imports no main', 'contexts/gate/server/planted.ts', 'main/serve.ts'],
  ['web imports no own server', 'contexts/gate/web/planted.tsx', 'contexts/gate/server/admitPerson.ts'],
  ['web imports no platform', 'contexts/gate/web/planted.tsx', 'platform/database.ts'],
  ["web imports another room's contract by its door alone", 'contexts/gate/web/planted.tsx', 'contexts/law/contract/limits.ts'],
  ["web imports no other room's web", 'contexts/law/web/planted.tsx', 'contexts/gate/web/GatePage.tsx'],
  ["web imports no other room's rules", 'contexts/law/web/planted.tsx', 'contexts/gate/rules/admit.ts'],
  ['web imports not its own room.tsx', 'contexts/gate/web/planted.tsx', 'contexts/gate/web/room.tsx'],
  ['web imports no main', 'contexts/gate/web/planted.tsx', 'main/web/main.tsx'],
  ['platform imports no rules', 'platform/planted.ts', 'contexts/gate/rules/admit.ts'],
  ["platform imports no room's door", 'platform/planted.ts', 'contexts/gate/contract/index.ts'],
  ['platform imports no room.ts', 'platform/planted.ts', 'contexts/gate/server/room.ts'],
  ['platform imports no ui', 'platform/planted.ts', 'ui/Button.tsx'],
  ['platform imports no main', 'platform/planted.ts', 'main/serve.ts'],
  ['platform reads nothing from the root', 'platform/planted.ts', 'vitest.config.ts'],
  ["ui imports no room's door", 'ui/planted.tsx', 'contexts/gate/contract/index.ts'],
  ['ui imports no web', 'ui/planted.tsx', 'contexts/gate/web/GatePage.tsx'],
  ['ui imports no platform', 'ui/planted.tsx', 'platform/database.ts'],
  ["ui imports the platform's rooms by their door alone", 'ui/planted.tsx', 'platform/evidence/kinds.ts'],
  ["web imports the platform's rooms by their door alone", 'contexts/gate/web/planted.tsx', 'platform/evidence/kinds.ts'],
  ["main/web imports the platform's rooms by their door alone", 'main/web/planted.tsx', 'platform/evidence/kinds.ts'],
  ["rules import no platform's door", 'contexts/gate/rules/planted.ts', 'platform/evidence/contract.ts'],
  ["a contract imports no platform's door", 'contexts/gate/contract/planted.ts', 'platform/evidence/contract.ts'],
  ['ui imports no main', 'ui/planted.tsx', 'main/web/main.tsx'],
  ["main imports no room's server inside", 'main/planted.ts', 'contexts/gate/server/admitPerson.ts'],
  ["main imports no room's rules", 'main/planted.ts', 'contexts/gate/rules/admit.ts'],
  ["main imports a room's contract by its door alone", 'main/planted.ts', 'contexts/law/contract/limits.ts'],
  ["main imports no room's web", 'main/planted.ts', 'contexts/gate/web/room.tsx'],
  ["main imports no browser's code", 'main/planted.ts', 'main/web/main.tsx'],
  ['main imports no ui', 'main/planted.ts', 'ui/Button.tsx'],
  ["main/web imports no room's page", 'main/web/planted.tsx', 'contexts/gate/web/GatePage.tsx'],
  ["main/web imports no room's rules", 'main/web/planted.tsx', 'contexts/gate/rules/admit.ts'],
  ["main/web imports no room's server", 'main/web/planted.tsx', 'contexts/gate/server/room.ts'],
  ['main/web imports no platform', 'main/web/planted.tsx', 'platform/database.ts'],
  ["main/web imports no server's main", 'main/web/planted.tsx', 'main/serve.ts'],
  ['nothing stands on a test', 'platform/planted.ts', 'contexts/gate/rules/admit.test.ts'],
  ['nothing stands on the tests folder', 'main/planted.ts', 'tests/journeys/gate.test.ts'],
  ["nothing stands on the tests' own servers", 'main/planted.ts', 'tests/servers/bucket.ts'],
  ['nothing stands on the product opened for tests', 'main/planted.ts', 'main/testing/house.ts'],
  ['nothing stands on a benchmark', 'main/planted.ts', 'bench/admit.ts'],
  ["production does not use the tests' database", 'main/planted.ts', 'platform/testing/postgres.ts'],
]

function pathBetween(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + to
}

for (const [rule, from, to] of refused) {
  for (const type of ['', 'type ']) {
    test(`${rule}${type === '' ? '' : ', types included'}`, () => {
      const source = `\nimport ${type}{ x as X } from '${pathBetween(from, to)}'\nexport ${type === '' ? 'const y =' : 'type Y ='} X\n`
      expect(faultsIn(withFile(from, source))).toEqual([`${from}:2 staircase`])
    })
  }
}

test("web, ui and main/web may use the door of a platform's room", () => {
  for (const file of ['ui/planted.tsx', 'contexts/gate/web/planted.tsx', 'main/web/planted.tsx']) {
    const source = `import { photo } from '${pathBetween(file, 'platform/evidence/contract.ts')}'\nexport const y = photo\n`
    expect(faultsIn(withFile(file, source))).toEqual([])
  }
})

const behindDoors: readonly (readonly [rule: string, file: string, source: string])[] = [
  ["a platform's door brings no file of another folder", 'platform/evidence/contract.ts', "import '../database.ts'\n"],
  ["a platform's door brings no Node module", 'platform/evidence/contract.ts', "import 'node:fs'\n"],
  ["a platform's door brings no package but zod", 'platform/evidence/contract.ts', "import 'pg'\n"],
  ["a platform's door brings no package, types included", 'platform/evidence/contract.ts', "import type { Client } from 'pg'\n"],
]

for (const [rule, file, source] of behindDoors) {
  test(rule, () => {
    expect(faultsIn(withFile(file, `${source}export const photo = 1\n`))).toEqual([`${file}:1 door`])
  })
}

test("what stands behind a platform's door is held to the same, however far behind", () => {
  const tree = new Map(Object.entries({ ...sound, 'platform/evidence/kinds.ts': "export { kinds } from './sizes.ts'\n" }))
  tree.set('platform/evidence/sizes.ts', "import 'node:fs'\nexport const kinds = ['photo']\n")
  expect(faultsIn(tree)).toEqual(['platform/evidence/sizes.ts:1 door'])
})

test('each fault says the rule and the way out', () => {
  const [fault] = staircaseFaults(withFile('contexts/gate/server/planted.ts', "import '../../law/server/lawStore.ts'\n"))
  expect(fault?.sentence).toBe(
    "contexts/law/server/lawStore.ts is inside another room: a room's server imports its own rules, contract and server, kernel, platform, and of other rooms contract/index.ts alone. For an answer from another room declare a function in needs.ts; main/wiring.ts joins it.",
  )
})

test('what stands on tests or benchmarks is told so', () => {
  for (const target of ['tests/servers/bucket.ts', 'bench/admit.ts', 'contexts/gate/rules/admit.test.ts']) {
    const [fault] = staircaseFaults(withFile('main/planted.ts', `import '../${target}'\n`))
    expect(fault?.sentence).toContain('nothing stands on tests or benchmarks')
  }
})

test('an alias is told apart from a package', () => {
  for (const specifier of ['/main/serve.ts', '@/serve.ts', '~/serve.ts', '#kernel/result.ts']) {
    const [fault] = staircaseFaults(withFile('main/planted.ts', `import '${specifier}'\n`))
    expect(fault?.sentence).toContain('neither a relative path nor a package')
  }
})

test('addresses of the root and of folders without a step are no module', () => {
  const source =
    "export const x = ['..', '../package.json', '../contexts/', '../dist/'].map((path) => path)\nexport const y = [new URL('../package.json', import.meta.url), new URL('../contexts/', import.meta.url), new URL('../dist/web/', import.meta.url), new URL('../', import.meta.url)]\n"
  expect(faultsIn(withFile('platform/planted.ts', source))).toEqual([])
})

const paths: readonly (readonly [rule: string, file: string, source: string, fault: string])[] = [
  ['a relative import carries its ending', 'kernel/planted.ts', "import './result'\n", 'path'],
  ['a relative import carries the ending that stands on disk', 'kernel/planted.ts', "import './result.js'\n", 'path'],
  ['a relative import names a file, not a folder', 'main/planted.ts', "import '../contexts/gate/contract'\n", 'path'],
  ['a relative import names a file that exists', 'kernel/planted.ts', "import './nowhere.ts'\n", 'path'],
  ['a relative import stays in the project', 'kernel/planted.ts', "import '../../elsewhere/a.ts'\n", 'path'],
  ['an address stays in the project', 'main/planted.ts', "export const x = new URL('../../elsewhere/', import.meta.url)\n", 'path'],
  ['an import inside the project is no absolute path', 'main/planted.ts', "import '/main/serve.ts'\n", 'package'],
  ['an import inside the project is no alias', 'main/planted.ts', "import '@/serve.ts'\n", 'package'],
  ['an import inside the project is no subpath', 'main/planted.ts', "import '#kernel/result.ts'\n", 'package'],
  [
    'web imports nothing by a pattern',
    'contexts/gate/web/planted.tsx',
    "export const x = import.meta.glob('./*.tsx')\n",
    'computed-import',
  ],
  [
    'server imports nothing by a computed name',
    'contexts/gate/server/planted.ts',
    'export const x = (f: string) => import(f)\n',
    'computed-import',
  ],
  ['main imports nothing by a pattern', 'main/planted.ts', "export const x = import.meta.glob('./*.ts')\n", 'computed-import'],
  [
    "an address into another room's inside counts",
    'contexts/gate/server/planted.ts',
    "export const x = new URL('../../law/server/migrations/0001.sql', import.meta.url)\n",
    'staircase',
  ],
  [
    'of a computed address the fixed beginning counts',
    'contexts/gate/server/planted.ts',
    'export const x = (f: string) => new URL(`../../law/server/${f}`, import.meta.url)\n',
    'staircase',
  ],
  ['code stands in a known folder', 'lib/planted.ts', 'export {}\n', 'place'],
  ["a room's code stands in rules, contract, server or web", 'contexts/gate/model/planted.ts', 'export {}\n', 'place'],
  ['a room has no code beside its four folders', 'contexts/gate/planted.ts', 'export {}\n', 'place'],
  ['a file that cannot be parsed is a fault', 'kernel/planted.ts', 'export const = 1\n', 'parse'],
]

for (const [rule, file, source, fault] of paths) {
  test(rule, () => {
    const faults = staircaseFaults(withFile(file, source))
    expect(faults.map((each) => `${each.file} ${each.rule}`)).toEqual([`${file} ${fault}`])
  })
}

const packages: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['rules import no package', 'contexts/gate/rules/planted.ts', "import { z } from 'zod'\n"],
  ["rules import no package's types", 'contexts/gate/rules/planted.ts', "import type { z } from 'zod'\n"],
  ['rules import no Node module', 'contexts/gate/rules/planted.ts', "import 'node:crypto'\n"],
  ['kernel imports no package', 'kernel/planted.ts', "import 'pg'\n"],
  ['kernel wraps a package in the named file alone', 'kernel/planted.ts', "import type { z } from 'zod'\n"],
  ['kernel imports no Node module', 'kernel/planted.ts', "import { randomUUID } from 'node:crypto'\n"],
  ['kernel imports no Node module by its bare name', 'kernel/planted.ts', "import 'crypto'\n"],
  ['a contract imports zod alone', 'contexts/gate/contract/planted.ts', "import 'pg'\n"],
  ['a contract imports no Node module', 'contexts/gate/contract/planted.ts', "import type { Readable } from 'node:stream'\n"],
  ['web imports no Node module', 'contexts/gate/web/planted.tsx', "import 'node:path'\n"],
  ['ui imports no Node module', 'ui/planted.tsx', "import 'fs/promises'\n"],
  ['main/web imports no Node module', 'main/web/planted.tsx', "import 'node:path'\n"],
  ["web imports no package of the server's", 'contexts/gate/web/planted.tsx', "import 'pg/lib/client.js'\n"],
  ["ui imports no package of the server's", 'ui/planted.tsx', "import 'pg'\n"],
  ['what runs imports no devDependency', 'platform/planted.ts', "import 'vitest/node'\n"],
  ['a package is declared', 'platform/planted.ts', "import '@scope/borrowed/deep.js'\n"],
  ['a package is declared where a test imports it, too', 'tests/planted.test.ts', "import 'borrowed'\n"],
]

for (const [rule, file, source] of packages) {
  test(rule, () => {
    expect(faultsIn(withFile(file, source))).toEqual([`${file}:1 package`])
  })
}

test("the tests' database and browser may use devDependencies", () => {
  expect(faultsIn(withFile('platform/testing/planted.ts', "import 'vitest'\n"))).toEqual([])
})

test("a module of the bundler's own is the browser's alone", () => {
  expect(faultsIn(withFile('main/web/planted.tsx', "import 'virtual:face'\n"))).toEqual([])
  expect(faultsIn(withFile('platform/planted.ts', "import 'virtual:face'\n"))).toEqual(['platform/planted.ts:1 package'])
})

test('types may come from a devDependency, or from its @types', () => {
  expect(faultsIn(withFile('platform/planted.ts', "import type { Test } from 'vitest'\nimport type { Point } from 'geojson'\n"))).toEqual(
    [],
  )
})

const rings: readonly (readonly [form: string, a: string, b: string])[] = [
  ['import', "import { b } from './b.ts'\nexport const a = b\n", "import { a } from './a.ts'\nexport const b = a\n"],
  [
    'import type on both sides',
    "import type { B } from './b.ts'\nexport type A = B[]\n",
    "import type { A } from './a.ts'\nexport type B = A[]\n",
  ],
  [
    'import type one way',
    "import { b } from './b.ts'\nexport type A = typeof b\n",
    "import type { A } from './a.ts'\nexport const b: A | 1 = 1\n",
  ],
  ['export from', "export * from './b.ts'\n", "export { a } from './a.ts'\n"],
  ['import()', "export const a = () => import('./b.ts')\n", "export { a } from './a.ts'\n"],
  ['import() of a type', "export type A = import('./b.ts').B\n", "export type B = import('./a.ts').A[]\n"],
  ['a worker', "export const a = new URL('./b.ts', import.meta.url)\n", "export { a } from './a.ts'\n"],
]

for (const [form, a, b] of rings) {
  test(`imports never go round: ${form}`, () => {
    const tree = new Map(Object.entries({ ...sound, 'kernel/a.ts': a, 'kernel/b.ts': b }))
    const faults = staircaseFaults(tree)
    expect(faults.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['kernel/a.ts ring'])
    expect(faults[0]?.sentence).toContain('kernel/a.ts → kernel/b.ts → kernel/a.ts')
  })
}

test('a file that imports itself goes round', () => {
  expect(faultsIn(withFile('kernel/planted.ts', "import type { A } from './planted.ts'\nexport type B = A\n"))).toEqual([
    'kernel/planted.ts:1 ring',
  ])
})

test('a test may go round through nothing else: rings are sought in every file of the project', () => {
  const tree = new Map(Object.entries({ ...sound, 'bench/a.ts': "import './b.ts'\n", 'bench/b.ts': "import './a.ts'\n" }))
  expect(faultsIn(tree)).toEqual(['bench/a.ts:1 ring'])
})
