import { parseSync, Visitor, type Expression, type Node } from 'oxc-parser'
import { lineAt } from './tree.ts'

/** One mention of another module in a file. */
export type Reference = {
  /**
   * - `value`: loads the module (import, export from, `import()`, `require`, `import.meta.resolve`);
   * - `type`: only its types (`import type`, `import('…').T`, `declare module './…'`);
   * - `url`: only its address (`new URL('…', import.meta.url)`: workers, pages, migrations);
   * - `glob`: whatever matches a pattern (`import.meta.glob`);
   * - `unreadable`: loads what is only known when it runs.
   */
  readonly kind: 'value' | 'type' | 'url' | 'glob' | 'unreadable'
  /** Empty for `glob` and `unreadable`. */
  readonly specifier: string
  readonly line: number
}

export type Reading = {
  readonly references: readonly Reference[]
  /** The parser's first complaint, if the file cannot be read. */
  readonly unparsed: string | null
}

// Turning the tree into objects costs five to ten times the parsing, and most files need only their import list.
const needsTree = /\bimport\s*(?:\(|\.\s*meta\b|\/[*/])|\brequire\b|\bdeclare\s+module\b/

type Found = { readonly kind: Reference['kind']; readonly specifier: string; readonly offset: number }

/** Every module that a TypeScript or JavaScript file names, in the order of its lines. */
export function readReferences(path: string, source: string): Reading {
  const parsed = parseSync(path, source)
  const [error] = parsed.errors
  if (error !== undefined) return { references: [], unparsed: error.message }
  const found: Found[] = []
  for (const statement of parsed.module.staticImports) {
    const text = source.slice(statement.start, statement.end)
    const typeOnly = /^import\s+type\b/.test(text) && statement.entries.length > 0 && statement.entries.every((entry) => entry.isType)
    found.push({ kind: typeOnly ? 'type' : 'value', specifier: statement.moduleRequest.value, offset: statement.start })
  }
  for (const statement of parsed.module.staticExports) {
    const [entry] = statement.entries
    if (entry?.moduleRequest == null) continue
    const typeOnly = statement.entries.every((each) => each.isType)
    found.push({ kind: typeOnly ? 'type' : 'value', specifier: entry.moduleRequest.value, offset: statement.start })
  }
  for (const slash of source.matchAll(/^\/\/\/\s*<reference\s+path\s*=\s*["']([^"']+)["']/gm)) {
    found.push({ kind: 'type', specifier: relative(slash[1] ?? ''), offset: slash.index })
  }
  if (needsTree.test(source)) found.push(...foundInTree(parsed.program))
  const references = found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ kind, specifier, offset }) => ({ kind, specifier, line: lineAt(source, offset) }))
  return { references, unparsed: null }
}

function relative(path: string): string {
  return path.startsWith('.') ? path : `./${path}`
}

function foundInTree(program: Parameters<Visitor['visit']>[0]): Found[] {
  const found: Found[] = []
  const note = (kind: Reference['kind'], given: Node | null | undefined, offset: number): void => {
    const specifier = literal(given)
    if (specifier === null) found.push({ kind: 'unreadable', specifier: '', offset })
    else found.push({ kind, specifier, offset })
  }
  new Visitor({
    ImportExpression: (node) => note('value', node.source, node.start),
    TSImportType: (node) => note('type', node.source, node.start),
    TSExternalModuleReference: (node) => note('value', node.expression, node.start),
    TSModuleDeclaration: (node) => {
      if (node.id.type === 'Literal') note('type', node.id, node.start)
    },
    NewExpression: (node) => {
      const [path, base] = node.arguments
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || metaWord(base) !== 'url') return
      // Of a computed address the fixed beginning still tells which folder it is in.
      const fixed = literal(path) ?? (path?.type === 'TemplateLiteral' ? (path.quasis[0]?.value.cooked ?? '') : '')
      if (fixed.includes('/')) found.push({ kind: 'url', specifier: relative(fixed), offset: node.start })
    },
    CallExpression: (node) => {
      const { callee } = node
      const word = metaWord(callee)
      if (word === 'glob') found.push({ kind: 'glob', specifier: '', offset: node.start })
      else if (word === 'resolve' || isRequire(callee)) note('value', node.arguments[0], node.start)
    },
  }).visit(program)
  return found
}

function literal(node: Node | null | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null
  return null
}

/** `x` of `import.meta.x`. */
function metaWord(node: Node | null | undefined): string | null {
  if (node?.type !== 'MemberExpression' || node.object.type !== 'MetaProperty') return null
  return node.property.type === 'Identifier' ? node.property.name : null
}

function isRequire(callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require'
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'require'
}
