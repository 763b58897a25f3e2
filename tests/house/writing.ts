import { parseSync, Visitor, type Comment, type Expression, type Node } from 'oxc-parser'
import { arguedLongFiles, longestLines } from './longFiles.ts'
import { isPure, placeOf } from './places.ts'
import { isCode, lineAt, type Fault, type Tree } from './tree.ts'

/** How the project is named and written: names, length, tests that run, comments that hide nothing, words that belong. */
export function writingFaults(tree: Tree, argued: ReadonlyMap<string, string> = arguedLongFiles): Fault[] {
  const faults = [...nameFaults(tree), ...lengthFaults(tree, argued), ...roomFaults(tree)]
  for (const [file, source] of tree) {
    faults.push(...wordFaults(file, source))
    if (isCode(file)) faults.push(...codeFaults(file, source))
  }
  return faults
}

// Each is a drawer that anything fits in, so nothing can be found in it.
const drawers = /^(?:utils?|common|helpers?|shared|types?|managers?|misc)$/i

function nameFaults(tree: Tree): Fault[] {
  const seen = new Set<string>()
  for (const file of tree.keys()) {
    const parts = file.split('/')
    parts.forEach((part, index) => {
      if (drawers.test(part.replace(/\..*$/, ''))) seen.add(parts.slice(0, index + 1).join('/'))
    })
  }
  const drawn = [...seen].map((file) => ({
    file,
    line: 0,
    rule: 'name',
    sentence: 'is a drawer for anything. Name it after what it holds; what has no room is in the wrong shape, or is kernel.',
  }))
  // The nearest settings win, so one file further down could loosen every check for its folder.
  const nested = [...tree.keys()].filter((file) =>
    /\/(?:tsconfig[^/]*\.json|\.?oxlint[^/]*|vitest\.config\.[^/]+|package\.json)$/.test(file),
  )
  return [
    ...drawn,
    ...nested.map((file) => ({
      file,
      line: 0,
      rule: 'settings',
      sentence: 'the settings of the checks stand in the root alone, so that one rule holds for the whole project.',
    })),
  ]
}

function lengthFaults(tree: Tree, argued: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = []
  const long = new Map<string, number>()
  for (const [file, source] of tree) {
    const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
    if (isCode(file) && lines > longestLines) long.set(file, lines)
  }
  for (const [file, lines] of long) {
    if (argued.has(file)) continue
    faults.push({
      file,
      line: 0,
      rule: 'length',
      sentence: `has ${lines} lines, more than ${longestLines}. Split it, or argue for it in tests/house/longFiles.ts.`,
    })
  }
  for (const [file, reason] of argued) {
    if (!long.has(file))
      faults.push({
        file,
        line: 0,
        rule: 'length',
        sentence: 'is argued for in tests/house/longFiles.ts but is not long. Take the entry out.',
      })
    else if (reason.length < 30)
      faults.push({
        file,
        line: 0,
        rule: 'length',
        sentence: `"${reason}" is no argument. Say why splitting would make it harder to read.`,
      })
  }
  return faults
}

function roomFaults(tree: Tree): Fault[] {
  const rooms = new Set([...tree.keys()].map((file) => /^contexts\/([^/]+)\/./.exec(file)?.[1]).filter((room) => room !== undefined))
  const faults: Fault[] = []
  for (const room of rooms) {
    const has = (start: string): boolean => [...tree.keys()].some((file) => file.startsWith(`contexts/${room}/${start}`))
    const miss = (file: string, sentence: string): void => {
      if (!tree.has(`contexts/${room}/${file}`)) faults.push({ file: `contexts/${room}/${file}`, line: 0, rule: 'room', sentence })
    }
    miss('README.md', 'is missing: a room is told on one page (nouns, state drawing, events in and out).')
    if (has('contract/') || has('server/')) miss('contract/index.ts', "is missing: it is the room's only door.")
    if (has('server/')) miss('server/room.ts', 'is missing: main opens the room by it.')
    if (has('web/')) miss('web/room.tsx', 'is missing: main/web opens the room by it.')
  }
  return faults
}

// Written so that this table does not match itself.
const foreign: readonly { readonly word: RegExp; readonly sentence: string }[] = [
  {
    word: /(?<![\w.\-}])\/(?:wor[k]|hom[e]|roo[t]|tm[p]|User[s])\/[\w.]/,
    sentence: 'names a path of one machine. Take it from configuration, or from os.tmpdir().',
  },
  {
    word: /registry\.npmj[s]|npmmirro[r]|pypi\.or[g]|crates\.i[o]\b|proxy\.golan[g]/,
    sentence: "names a package registry's host. Which registry is used is the installer's business.",
  },
  {
    word: /\b(?:issue|pull request|PR)s?\s?#\s?\d|\(#\d+\)/i,
    sentence: 'names an issue. The project speaks of itself alone: say the reason instead.',
  },
  {
    word: /\.librar[y]\/|bash_job[s]|\.\.\/share[d]\/|share[d]\/(?:house|domain|experience|peers|look|cases|hooks)\b/,
    sentence: 'names a thing of the workplace. The project speaks of itself alone.',
  },
  {
    word: /\bclaud[e]\b|\banthropi[c]\b|\bchatgp[t]\b|\bcopilo[t]\b|\bopena[i]\b|\bsub-?agen[t]\b/i,
    sentence: 'names a writing tool. The project speaks of itself alone.',
  },
]

function wordFaults(file: string, source: string): Fault[] {
  const faults: Fault[] = []
  for (const { word, sentence } of foreign) {
    if (word.test(file)) faults.push({ file, line: 0, rule: 'word', sentence: `its name ${sentence}` })
    for (const match of source.matchAll(new RegExp(word.source, `${word.flags}gm`))) {
      faults.push({ file, line: lineAt(source, match.index), rule: 'word', sentence: `"${match[0].trim()}" ${sentence}` })
    }
  }
  return faults
}

// Turning the syntax tree into objects is most of the cost, so a file is only looked into when a word gives cause.
function hasCause(file: string, source: string): boolean {
  const place = placeOf(file)
  return (
    /\.\s*catch\b/.test(source) ||
    (place.step === 'test' && /\b(?:only|skip|todo|xit|xtest|xdescribe|fit|fdescribe)\b/.test(source)) ||
    (isPure(place) && /\bdeclare\b/.test(source))
  )
}

function codeFaults(file: string, source: string): Fault[] {
  const isLookedInto = hasCause(file, source)
  if (!isLookedInto && !hushed.test(source) && !unfinished.test(source) && !source.includes('///')) return []
  const parsed = parseSync(file, source)
  if (parsed.errors.length > 0) return []
  const at = ({ start }: { readonly start: number }, rule: string, sentence: string): Fault => ({
    file,
    line: lineAt(source, start),
    rule,
    sentence,
  })
  const faults = parsed.comments.flatMap((comment) => commentFaults(comment, at))
  if (!isLookedInto) return faults
  const isPureFile = isPure(placeOf(file))
  const marked = new Set<number>()
  const ambient = (node: { readonly start: number; readonly declare?: boolean }): void => {
    if (isPureFile && node.declare === true)
      faults.push(at(node, 'ambient', 'kernel, rules and contracts declare nothing ambient. Take the value as an argument.'))
  }
  new Visitor({
    CallExpression: (node) => {
      const mark = testMark(node.callee) ?? optionMark(node.callee, node.arguments[1])
      // `test.only.each(…)(…)` is two calls and one mark.
      if (mark !== null && !marked.has(node.start))
        faults.push(at(node, 'test', `${mark} leaves tests out. A test runs always; what cannot run here does not exist.`))
      if (mark !== null) marked.add(node.start)
      if (isEmptyCatch(node.callee, node.arguments[0], source))
        faults.push(
          at(
            node,
            'swallowed',
            'a rejected promise must become something: a refusal, a log line, a state. Where nothing is the right answer, say why in the empty body.',
          ),
        )
    },
    VariableDeclaration: (node) => {
      // A brand has a type and no value, so nothing comes in by it.
      const isBrand = node.declarations.every(({ id }) => {
        const type = id.typeAnnotation?.typeAnnotation
        return type?.type === 'TSTypeOperator' && type.operator === 'unique'
      })
      if (!isBrand) ambient(node)
    },
    TSDeclareFunction: ambient,
    ClassDeclaration: ambient,
    TSModuleDeclaration: ambient,
  }).visit(parsed.program)
  return faults
}

const hushed = /\b(?:oxlint|eslint)-(?:disable|enable)|@ts-(?:ignore|nocheck|expect-error)/
const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/

function commentFaults(comment: Comment, at: (node: Comment, rule: string, sentence: string) => Fault): Fault[] {
  const faults: Fault[] = []
  if (hushed.test(comment.value))
    faults.push(at(comment, 'hushed', 'a check is not switched off. Mend the line, or argue against the rule for the whole project.'))
  if (unfinished.test(comment.value))
    faults.push(at(comment, 'unfinished', 'what is not done is written down where work is planned, not in the code.'))
  if (comment.type === 'Line' && /^\/\s*<reference\s/.test(comment.value))
    faults.push(
      at(
        comment,
        'ambient',
        'a reference directive brings in what the project may not see. The tsconfig of the place says what is in scope.',
      ),
    )
  return faults
}

const runners = new Set(['test', 'it', 'describe', 'suite', 'bench'])
const marks = new Set(['only', 'skip', 'todo'])
const oldMarks = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'])

/** `it.only`, `test.concurrent.skip`, `describe.each(…).todo`, `xit`. */
function testMark(callee: Expression): string | null {
  if (callee.type === 'Identifier') return oldMarks.has(callee.name) ? callee.name : null
  const words: string[] = []
  let at: Node = callee
  for (;;) {
    if (at.type === 'MemberExpression' && at.property.type === 'Identifier') {
      words.unshift(at.property.name)
      at = at.object
    } else if (at.type === 'CallExpression') {
      at = at.callee
    } else {
      break
    }
  }
  return at.type === 'Identifier' && runners.has(at.name) && words.some((word) => marks.has(word)) ? [at.name, ...words].join('.') : null
}

/** `test('…', { skip: true }, …)`. */
function optionMark(callee: Expression, options: Node | undefined): string | null {
  if (callee.type !== 'Identifier' || !runners.has(callee.name) || options?.type !== 'ObjectExpression') return null
  for (const property of options.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && marks.has(property.key.name))
      return `${callee.name} with ${property.key.name}`
  }
  return null
}

/** `.catch(() => {})` and `.catch(() => undefined)`; a body that holds a comment has given its reason. */
function isEmptyCatch(callee: Expression, handler: Node | undefined, source: string): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'catch') return false
  if (handler?.type !== 'ArrowFunctionExpression' && handler?.type !== 'FunctionExpression') return false
  const body = handler.body
  if (body?.type === 'BlockStatement') return source.slice(body.start + 1, body.end - 1).trim() === ''
  return body?.type === 'Identifier' && body.name === 'undefined'
}
