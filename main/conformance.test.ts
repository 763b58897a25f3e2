import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { area, type AreaTable } from '../kernel/conformance.ts'
import { conformance } from './conformance.ts'
import { readCases } from './conformanceCases.ts'
import { matches } from './conformanceMatch.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '安澜 conformance '))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const fileWith = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

/** Doubles what it is given; breaks at 13. */
const areas: AreaTable = {
  double: area(z.number(), (value) => {
    if (value === 13) throw new Error('thirteen')
    return { value: value * 2, more: true }
  }),
}

const run = async (files: readonly string[], given: { areas?: AreaTable } = {}) => {
  const lines: string[] = []
  const code = await conformance(files, { ...given, write: (line) => lines.push(line) })
  return { code, lines }
}

const doubled = (input: unknown, value: unknown): object => ({ area: 'double', input, expected: { value } })

test("the product's own cases pass, in every area that is built", async () => {
  const { code, lines } = await run([fileURLToPath(new URL('conformance.cases.json', import.meta.url))])
  expect(lines).toEqual(['61 passed, 0 failed, 0 not built'])
  expect(code).toBe(0)
})

describe('the report', () => {
  test('a mismatch is printed whole and ends with 1', async () => {
    const file = await fileWith('mismatch.json', JSON.stringify([doubled(2, 4), doubled(3, 7)]))
    expect(await run([file], { areas })).toEqual({
      code: 1,
      lines: ['double: 3 expected {"value":7}, got {"value":6,"more":true}', '1 passed, 1 failed, 0 not built'],
    })
  })

  test('an area that is not built is counted and is no failure', async () => {
    const file = await fileWith(
      'absent.json',
      JSON.stringify([doubled(2, 4), { area: 'later', input: 1, expected: {} }, { area: 'toString', input: 1, expected: {} }]),
    )
    expect(await run([file], { areas })).toEqual({
      code: 0,
      lines: ['later: not built (1)', 'toString: not built (1)', '1 passed, 0 failed, 2 not built'],
    })
  })

  test('an input that cannot be read and a rule that breaks are failures', async () => {
    const file = await fileWith('broken.json', JSON.stringify([doubled('two', 4), doubled(13, 26)]))
    const { code, lines } = await run([file], { areas })
    expect(code).toBe(1)
    expect(lines[0]).toMatch(/^double: "two" expected .*, the input was not understood: input: /)
    expect(lines[1]).toBe('double: 13 expected {"value":26}, the rule broke: thirteen')
    expect(lines[2]).toBe('0 passed, 2 failed, 0 not built')
  })

  test('several files are one report; one case a line and frames of terminals are read too', async () => {
    const array = await fileWith('one.json', `\uFEFF${JSON.stringify([doubled(1, 2)])}`)
    const frames = `${JSON.stringify(doubled(2, 4))}\r\n\n${JSON.stringify({ frame: '7e7e', expected: {} })}\n`
    const lines = await fileWith('two.jsonl', frames)
    expect(await run([array, lines], { areas })).toEqual({
      code: 0,
      lines: ['jt808.frame: not built (1)', '2 passed, 0 failed, 1 not built'],
    })
  })
})

describe('a file that cannot be used ends with 2 and one sentence', () => {
  test.each([
    ['not-json.json', '[{"area":', 'it begins like a JSON array and is none.'],
    ['empty.json', '', 'it holds no cases.'],
    ['empty-array.json', '[]', 'it holds no cases.'],
    ['no-area.json', '[{"input":1,"expected":{}}]', 'case 1 is no case: area: '],
    ['no-input.json', '[{"area":"double","expected":{}}]', 'case 1 is no case: input: '],
    ['no-expected.json', '[{"area":"double","input":1}]', 'case 1 is no case: expected: '],
    ['bad-line.jsonl', `${JSON.stringify(doubled(1, 2))}\nnonsense`, 'line 2 is no JSON.'],
    ['a-number.json', '7', 'line 1 is no case: the whole: '],
  ])('%s', async (name, text, sentence) => {
    const file = await fileWith(name, text)
    const { code, lines } = await run([file], { areas })
    expect(code).toBe(2)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`Cannot use ${file}: ${sentence}`)
  })

  test('a missing file, a folder, and no file at all', async () => {
    const missing = join(folder, 'missing.json')
    expect(await run([missing, folder], { areas })).toEqual({
      code: 2,
      lines: [`Cannot read ${missing}: there is no such file.`, `Cannot read ${folder}: it is a folder.`],
    })
    expect(await run([], { areas })).toEqual({
      code: 2,
      lines: ['Name at least one file of cases: npm run conformance -- FILE...'],
    })
  })

  test('a good file beside it does not hide it', async () => {
    const good = await fileWith('good.json', JSON.stringify([doubled(1, 2)]))
    expect((await run([good, join(folder, 'missing.json')], { areas })).code).toBe(2)
  })
})

describe('when a verdict says what is expected', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['it may say more', { a: 1 }, { a: 1, b: 2 }, true],
    ['it may not say less', { a: 1, b: 2 }, { a: 1 }, false],
    ['null is none', { a: null }, {}, true],
    ['null is not 0', { a: null }, { a: 0 }, false],
    ['a number is not its text', { a: 1 }, { a: '1' }, false],
    ['a whole number is itself', { a: 2 }, { a: 2.1 }, false],
    ['but for the last bit', { a: 0.3 }, { a: 0.1 + 0.2 }, true],
    ['a quotient is rounded as written', { a: -66.67 }, { a: -200 / 3 }, true],
    ['and no further', { a: -66.66 }, { a: -200 / 3 }, false],
    ['lists match one by one', { a: [{ b: 1 }, 2] }, { a: [{ b: 1, c: 3 }, 2] }, true],
    ['and are as long', { a: [1] }, { a: [1, 2] }, false],
    ['an object is not a list', { a: {} }, { a: [] }, false],
    ['true is not truthy', { a: true }, { a: 1 }, false],
  ])('%s', (_title, expected, got, same) => {
    expect(matches(expected, got)).toBe(same)
  })
})

test('cases keep their order', () => {
  const cases = readCases(JSON.stringify([doubled(1, 2), doubled(2, 4)]))
  expect(cases).toMatchObject([{ input: 1 }, { input: 2 }])
})
