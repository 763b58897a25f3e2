import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The project as text: path from the root, with `/` on every platform, to the file's content. */
export type Tree = ReadonlyMap<string, string>

/** One thing the house does not allow, told so that the reader knows the rule and the way out. */
export type Fault = {
  readonly file: string
  /** Counted from 1; 0 when the fault is about the file and not about a line. */
  readonly line: number
  readonly rule: string
  readonly sentence: string
}

const codeEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/
const textEnding = /\.(?:[cm]?[jt]s|[jt]sx|jsonc?|md|sql|css|html|svg|ya?ml|toml|sh|txt|csv)$/
const testEnding = /\.test\.tsx?$/

/** TypeScript or JavaScript, in any of its endings. */
export function isCode(path: string): boolean {
  return codeEnding.test(path)
}

/** Run by vitest. */
export function isTest(path: string): boolean {
  return testEnding.test(path)
}

/** The line, counted from 1, on which the character at `offset` stands. */
export function lineAt(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}

/** `file:line rule: sentence`, one fault a line, as the checks print it. */
export function told(faults: readonly Fault[]): string {
  return faults.map(({ file, line, rule, sentence }) => `${file}${line > 0 ? `:${line}` : ''} ${rule}: ${sentence}`).join('\n')
}

/**
 * Reads every text file below `root` that the project keeps: what `.gitignore` names by a plain name, a `name/` or
 * a `*.ending` is left out, and so is the lock file. What is not text, or is data of more than a megabyte, is listed
 * with empty content, since its name still counts.
 */
export function readTree(root: string): Tree {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const names = new Set(['.git', ...ignored.filter((line) => !line.startsWith('*')).map((line) => line.replace(/^\/|\/$/g, ''))])
  const endings = ignored.filter((line) => line.startsWith('*')).map((line) => line.slice(1))
  const tree = new Map<string, string>()
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (names.has(entry.name) || names.has(path) || endings.some((ending) => entry.name.endsWith(ending))) continue
      if (entry.isDirectory()) walk(path)
      else if (path !== 'package-lock.json' && entry.isFile()) {
        tree.set(path, isRead(path, join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
      }
    }
  }
  walk('')
  return tree
}

const largestDataBytes = 1_000_000

function isRead(path: string, place: string): boolean {
  if (isCode(path)) return true
  const isText = textEnding.test(path) || !/\.[^/]*$/.test(path.replace(/(^|\/)\./, '$1'))
  return isText && statSync(place).size <= largestDataBytes
}
