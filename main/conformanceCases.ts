import { z } from 'zod'

/** One acceptance case: what the rule of an area is asked, and what its verdict must say at least. */
export type AcceptanceCase = {
  readonly area: string
  readonly input: unknown
  readonly expected: Readonly<Record<string, unknown>>
}

const expected = z.record(z.string(), z.unknown())

const namedCase = z.object({ area: z.string().min(1), input: z.unknown(), expected })

/** A frame of a terminal carries no area: its file is of one kind alone. */
const frameCase = z
  .object({ frame: z.string().min(1), expected })
  .transform((given): AcceptanceCase => ({ area: 'jt808.frame', input: given.frame, expected: given.expected }))

const isFrame = (given: unknown): boolean => typeof given === 'object' && given !== null && 'frame' in given && !('area' in given)

/** A case, or what is wrong with it. */
const caseOf = (given: unknown, where: string): AcceptanceCase | string => {
  const parsed = isFrame(given) ? frameCase.safeParse(given) : namedCase.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return `${where} is no case: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? ''}.`
}

const jsonOf = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

const collect = (found: readonly (AcceptanceCase | string)[]): readonly AcceptanceCase[] | string => {
  const wrong = found.find((one) => typeof one === 'string')
  if (wrong !== undefined) return wrong
  const cases = found.filter((one) => typeof one !== 'string')
  return cases.length === 0 ? 'it holds no cases.' : cases
}

/**
 * The cases in a text: a JSON array of `{area, input, expected}`, or one case a line, where frames of terminals
 * (`{frame, expected}`) may stand too.
 * @returns the cases, or a sentence that says what is wrong with the first that is none
 */
export const readCases = (text: string): readonly AcceptanceCase[] | string => {
  const bare = text.replace(/^\uFEFF/, '').trim()
  if (bare.startsWith('[')) {
    const parsed = jsonOf(bare)
    if (parsed === null || !Array.isArray(parsed.value)) return 'it begins like a JSON array and is none.'
    return collect(parsed.value.map((given: unknown, index) => caseOf(given, `case ${index + 1}`)))
  }
  return collect(
    bare
      .split('\n')
      .map((line, index) => ({ line: line.trim(), where: `line ${index + 1}` }))
      .filter(({ line }) => line !== '')
      .map(({ line, where }) => {
        const parsed = jsonOf(line)
        return parsed === null ? `${where} is no JSON.` : caseOf(parsed.value, where)
      }),
  )
}
