import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineMessages } from './language.tsx'

test('both languages are told from the same facts', () => {
  const messages = defineMessages({
    zh: { title: '人员', left: (days: number) => `余 ${days} 天`, deep: { er: '里' } },
    en: { title: 'People', left: (days) => `${days} d left`, deep: { er: 'inside' } },
  })
  expect(messages.zh.left(3)).toBe('余 3 天')
  expect(messages.en.left(3)).toBe('3 d left')
  expect(messages.en.deep.er).toBe('inside')
})

/*
 * The compiler is the check that no sentence is missing, so it is itself checked: each of these has one fault and must
 * not compile; the sound one has none, and must.
 */
const zh = `{ title: '人员', left: (days: number) => \`余 \${days} 天\`, deep: { inside: '里' } }`
const sound = `{ title: 'People', left: (days) => \`\${days} d left\`, deep: { inside: 'inside' } }`
const plants: readonly (readonly [name: string, en: string, says: RegExp])[] = [
  ['missing', `{ left: (days) => \`\${days} d\`, deep: { inside: 'inside' } }`, /'title' is missing/],
  ['missingInside', `{ title: 'People', left: (days) => \`\${days} d\`, deep: {} }`, /'inside' is missing/],
  [
    'surplus',
    `{ title: 'People', left: (days) => \`\${days} d\`, deep: { inside: 'inside' }, more: 'x' }`,
    /'string' is not assignable to type 'never'/,
  ],
  [
    'otherFacts',
    `{ title: 'People', left: (days: string) => days, deep: { inside: 'inside' } }`,
    /Type 'number' is not assignable to type 'string'/,
  ],
  [
    'moreFacts',
    `{ title: 'People', left: (days: number, hours: number) => \`\${days} \${hours}\`, deep: { inside: 'inside' } }`,
    /Target signature provides too few arguments/,
  ],
  ['sentenceForFunction', `{ title: 'People', left: '3 d', deep: { inside: 'inside' } }`, /Type 'string' is not assignable/],
  [
    'functionForSentence',
    `{ title: () => 'People', left: (days) => \`\${days}\`, deep: { inside: 'inside' } }`,
    /is not assignable to type 'string'/,
  ],
]

const root = fileURLToPath(new URL('..', import.meta.url))
let folder = ''
let said: readonly string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-planted-'))
  for (const [name, en] of [['sound', sound] as const, ...plants]) {
    writeFileSync(
      join(folder, `${name}.ts`),
      `import { defineMessages } from ${JSON.stringify(join(root, 'ui/language.tsx'))}\nexport const m = defineMessages({ zh: ${zh}, en: ${en} })\n`,
    )
  }
  const settings = { extends: join(root, 'tsconfig.web.json'), compilerOptions: { types: [] }, include: ['*.ts'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const checked = spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.json'), '--pretty', 'false'], { encoding: 'utf8' })
  said = (checked.stdout + checked.stderr).split(/\n(?=\S)/)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const faultsOf = (name: string): readonly string[] => said.filter((fault) => fault.includes(`${name}.ts(`))

test('sound messages compile', () => {
  expect(said.join('')).toContain('missing.ts(')
  expect(faultsOf('sound')).toEqual([])
})

test.each(plants)('the compiler finds: %s', (name, _en, says) => {
  expect(faultsOf(name).join('\n')).toMatch(says)
})
