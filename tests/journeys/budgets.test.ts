import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { builtWeb } from './builtWeb.ts'

type Chunk = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
}

let folder = ''
let chunks: Readonly<Record<string, Chunk>> = {}

beforeAll(async () => {
  folder = await builtWeb()
  chunks = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
})

/** Everything that must have come before the chunk can run: itself, what it imports, and their style sheets. */
const filesOf = (key: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
  const chunk = chunks[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const sheet of chunk.css ?? []) seen.add(sheet)
  for (const other of chunk.imports ?? []) filesOf(other, seen)
  return seen
}

const kilobytes = (files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1024

const shell = (): ReadonlySet<string> => {
  const address = /src="\/(assets\/before-paint[^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1]
  return new Set(['index.html', address ?? 'missing', ...filesOf('index.html')])
}

const pages = (): readonly string[] =>
  Object.keys(chunks).filter((key) => chunks[key]?.isDynamicEntry && /^(\.\.\/)*contexts\/[^/]+\/web\//.test(key))

test('the first page, sign-in or desk, is at most 180 KB gzip', () => {
  const desk = pages().filter((key) => key.includes('contexts/desk/web/'))
  for (const page of ['', ...desk]) {
    const whole = kilobytes([...shell(), ...filesOf(page)])
    expect(whole, `${page} ${whole.toFixed(1)} KB`).toBeLessThanOrEqual(180)
  }
  expect([...shell(), ...desk.flatMap((key) => [...filesOf(key)])].some((file) => file.includes('/antd-'))).toBe(false)
})

test('a page of the pocket is at most 200 KB gzip with the shell and its frame, and has no table of long lists', () => {
  const pocket = Object.keys(chunks).filter(
    (key) => chunks[key]?.isDynamicEntry && /web\/pocket\/\w+Page\.tsx$|^pocket\/\w+Page\.tsx$/.test(key),
  )
  expect(pocket.length).toBeGreaterThan(6)
  for (const page of pocket) {
    const files = new Set([...shell(), ...filesOf('pocket/PocketFrame.tsx'), ...filesOf(page)])
    const whole = kilobytes(files)
    expect(whole, `${page} ${whole.toFixed(1)} KB`).toBeLessThanOrEqual(200)
    expect(
      [...files].some((file) => file.includes('/antd-')),
      page,
    ).toBe(false)
  }
})

test('the worker of the pocket is one file that names every file of the pocket', () => {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  expect(worker).not.toMatch(/\bimport\b|\bexport\b/)
  for (const file of filesOf('pocket/PocketFrame.tsx')) expect(worker).toContain(`/${file}`)
  for (const file of [...shell()].filter((name) => name !== 'index.html')) expect(worker).toContain(`/${file}`)
})

test('every other page is at most 450 KB gzip, the shell and the table of long lists included', () => {
  const table = Object.keys(chunks).find((key) => key.endsWith('ui/table/VirtualGrid.tsx')) ?? 'missing'
  expect(chunks[table]?.isDynamicEntry).toBe(true)
  for (const page of [...pages(), 'gallery/Gallery.tsx']) {
    expect(chunks[page], page).toBeDefined()
    const whole = kilobytes([...shell(), ...filesOf(page), ...filesOf(table)])
    expect(whole, `${page} ${whole.toFixed(1)} KB`).toBeLessThanOrEqual(450)
  }
})

test('the schemas of the contracts, and their library, stay on the server', () => {
  const scripts = [...shell()].filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'))
  expect(scripts.some((script) => script.includes('ZodError'))).toBe(false)
  expect(scripts.some((script) => script.includes('are not run in the browser'))).toBe(true)
})

test('the page holds no inline script or style, so that the content policy can forbid both', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(page.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull()
  expect(page).not.toMatch(/<style|\son\w+=|style=/)
  expect(page).toContain('nonce="__CSP_NONCE__"')
})
