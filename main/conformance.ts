import { readFile } from 'node:fs/promises'
import { conformance as hazardAreas } from '../contexts/hazards/server/room.ts'
import { conformance as identityAreas } from '../contexts/identity/server/room.ts'
import type { Area, AreaTable } from '../kernel/conformance.ts'
import { groundAreas } from './conformanceAreas.ts'
import { readCases, type AcceptanceCase } from './conformanceCases.ts'
import { matches } from './conformanceMatch.ts'

const areas: AreaTable = { ...groundAreas, ...identityAreas, ...hazardAreas }

export type ConformanceSettings = {
  readonly areas: AreaTable
  readonly now: Temporal.Instant
  /** Takes one line of the report. */
  readonly write: (line: string) => void
}

const settings = (): ConformanceSettings => ({
  areas,
  now: Temporal.Now.instant(),
  write: (line) => void process.stdout.write(`${line}\n`),
})

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

/** Every case of a file, or a sentence that says why there are none. */
const casesOf = async (file: string): Promise<readonly AcceptanceCase[] | string> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return `Cannot read ${file}: ${reasonOf(error)}.`
  }
  const cases = readCases(text)
  return typeof cases === 'string' ? `Cannot use ${file}: ${cases}` : cases
}

/** What the product's rule says of a case: null where it agrees, else what came instead. */
const disagreement = (ask: Area, { input, expected }: AcceptanceCase, now: Temporal.Instant): string | null => {
  let outcome
  try {
    outcome = ask(input, now)
  } catch (error) {
    return `the rule broke: ${reasonOf(error)}`
  }
  if (!outcome.understood) return `the input was not understood: ${outcome.problem}`
  return matches(expected, outcome.verdict) ? null : `got ${JSON.stringify(outcome.verdict)}`
}

/**
 * Runs acceptance cases through the product's own rules and prints each case that fails, the areas that are not built
 * yet, and at last `N passed, N failed, N not built`.
 * @param files JSON arrays of cases, or one case a line
 * @returns the exit code: 0 where nothing failed, 1 where something did, 2 where a file could not be used
 */
export const conformance = async (files: readonly string[], given: Partial<ConformanceSettings> = {}): Promise<number> => {
  const use = { ...settings(), ...given }
  if (files.length === 0) {
    use.write('Name at least one file of cases: npm run conformance -- FILE...')
    return 2
  }
  const read = await Promise.all(files.map(casesOf))
  const unusable = read.filter((cases) => typeof cases === 'string')
  if (unusable.length > 0) {
    unusable.forEach(use.write)
    return 2
  }
  let passed = 0
  let failed = 0
  const notBuilt = new Map<string, number>()
  for (const acceptanceCase of read.flatMap((cases) => (typeof cases === 'string' ? [] : cases))) {
    const { area, input, expected } = acceptanceCase
    const ask = Object.hasOwn(use.areas, area) ? use.areas[area] : undefined
    if (ask === undefined) {
      notBuilt.set(area, (notBuilt.get(area) ?? 0) + 1)
      continue
    }
    const problem = disagreement(ask, acceptanceCase, use.now)
    if (problem === null) passed += 1
    else {
      failed += 1
      use.write(`${area}: ${JSON.stringify(input)} expected ${JSON.stringify(expected)}, ${problem}`)
    }
  }
  for (const [area, count] of notBuilt) use.write(`${area}: not built (${count})`)
  const absent = [...notBuilt.values()].reduce((sum, count) => sum + count, 0)
  use.write(`${passed} passed, ${failed} failed, ${absent} not built`)
  return failed > 0 ? 1 : 0
}
