import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPure, placeOf } from './places.ts'
import { root, runTool } from './tools.ts'
import { isTest, readTree } from './tree.ts'

const projects = ['pure', 'server', 'web', 'browser-tests'] as const
type Project = (typeof projects)[number]

/** Lines that must not compile, beside every file the project really has: a package could bring the forbidden in. */
const planted: Readonly<Record<Exclude<Project, 'browser-tests'>, Readonly<Record<string, string>>>> = {
  pure: {
    'the console': "console.log('x')",
    'a timer': 'setTimeout(() => undefined, 1)',
    'a repeated timer': 'setInterval(() => undefined, 1)',
    'a microtask': 'queueMicrotask(() => undefined)',
    'an animation frame': 'requestAnimationFrame(() => undefined)',
    'the document': "document.title = 'x'",
    'the window': 'window.close()',
    'the browser store': "localStorage.getItem('x')",
    'the network': "void fetch('x')",
    'an address of the web': "export const x = new URL('x')",
    'the process': 'process.exit(1)',
    'a buffer': "export const x = Buffer.from('x')",
    'a folder of CommonJS': 'export const x = __dirname',
    'the global object': 'globalThis.setTimeout(() => undefined, 1)',
    'ambient cryptography': 'export const x = crypto.randomUUID()',
    'the performance clock': 'export const x = performance.now()',
  },
  server: {
    'the document': "document.title = 'x'",
    'the window': 'window.close()',
    'an element': 'export const x: HTMLElement | null = null',
    'an enum': 'export enum X { A }',
    'a namespace with values': 'export namespace X { export const a = 1 }',
    'a parameter property': 'export class X { constructor(readonly a: number) {} }',
    'a type imported as a value': "import { ServerOptions } from 'node:http'\nexport type X = ServerOptions",
    'a relative import without its ending': "import './x'",
    'an index taken for certain': 'export const x = (list: number[]): number => list[0]',
    'undefined for an absent property': 'export const x: { a?: number } = { a: undefined }',
    'an implicit any': 'export const x = (a) => a',
    'a fall through a case': 'export const x = (a: number): number => { switch (a) { case 1: a++; case 2: return a; default: return 0 } }',
  },
  web: {
    'the process': 'process.exit(1)',
    'a buffer': "export const x = Buffer.from('x')",
    'a folder of CommonJS': 'export const x = __dirname',
    'the global of Node': 'export const x = global',
    'an immediate of Node': 'setImmediate(() => undefined)',
  },
}

/** What must compile, so that the plants are known to fail for their own reason. */
const sound: Readonly<Record<keyof typeof planted, string>> = {
  pure: "export const x = Temporal.Duration.from('PT30M').total('minutes')",
  server: 'export const x = setTimeout(() => undefined, process.pid)',
  web: "document.title = 'x'\nexport const x: number = setTimeout(() => undefined, 1)",
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-scope-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(Object.entries(planted))('in %s nothing foreign is in scope', async (project, plants) => {
  const names = Object.keys(plants)
  mkdirSync(join(folder, project))
  names.forEach((name, index) => writeFileSync(join(folder, project, `planted${index}.ts`), `${plants[name]}\nexport {}\n`))
  writeFileSync(join(folder, project, 'sound.ts'), `${sound[project as keyof typeof planted]}\nexport {}\n`)
  const settings = join(folder, `${project}.json`)
  const real = await filesOf(project as Project)
  writeFileSync(
    settings,
    JSON.stringify({
      extends: join(root, `tsconfig.${project}.json`),
      files: real.map((file) => join(root, file)),
      include: [`${project}/*.ts`],
    }),
  )
  const { output } = await runTool('tsc', ['-p', settings, '--pretty', 'false'], { folder })
  const refused = (file: string): boolean => output.includes(`${project}/${file}.ts(`)
  expect(names.filter((_, index) => !refused(`planted${index}`))).toEqual([])
  expect(refused('sound'), output).toBe(false)
})

/** The project's own files that one tsconfig takes in, by path from the root. */
async function filesOf(project: Project): Promise<string[]> {
  const { output } = await runTool('tsc', ['-p', `tsconfig.${project}.json`, '--listFilesOnly'])
  const start = root.replaceAll('\\', '/')
  return output
    .split(/\r?\n/)
    .map((line) => line.replaceAll('\\', '/'))
    .filter((line) => line.startsWith(start) && !line.includes('/node_modules/'))
    .map((line) => line.slice(start.length))
}

test('every TypeScript file is checked, and what is pure is checked as pure', async () => {
  const files = [...readTree(root).keys()].filter((file) => /\.tsx?$/.test(file))
  const lists = await Promise.all(projects.map(filesOf))
  const checked = new Set(lists.flat())
  expect(files.filter((file) => !checked.has(file))).toEqual([])
  const pure = new Set(lists[0])
  expect(files.filter((file) => isPure(placeOf(file)) && !isTest(file) && !pure.has(file))).toEqual([])
})
