import type { ToolEnd } from './tools.ts'

/** How many checks ended how. A step of types or of lint is one check, a test of vitest is one, too. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** What our reporter saw of one run of vitest. */
export type RunSeen = Tally & {
  /** Files or suites that broke outside any test: an import, a `beforeAll`, an `afterAll`. */
  readonly brokenOutside: number
  /** Errors that nobody caught while the tests ran. */
  readonly unhandled: number
  /** The run was stopped before its end. */
  readonly interrupted: boolean
}

/** A tally and the reasons for what in it is no test's own failure. */
export type Judged = { readonly tally: Tally; readonly reasons: readonly string[] }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), nothing)
}

/** A step that is one check: it passed if the tool ended well. */
export function judgeStep({ code }: Pick<ToolEnd, 'code'>): Judged {
  return code === 0 ? { tally: { ...nothing, passed: 1 }, reasons: [] } : { tally: { ...nothing, failed: 1 }, reasons: [] }
}

/**
 * The tally of one run of vitest. Whatever went wrong counts as at least one failed check: a crash, a run without
 * any test, an error that no test caught, an exit code that the tests do not explain.
 *
 * @param seen null when vitest ended without telling our reporter of its end.
 */
export function judgeRun(seen: RunSeen | null, { code }: Pick<ToolEnd, 'code'>): Judged {
  const fail = (reason: string): Judged => ({ tally: { ...nothing, failed: 1 }, reasons: [reason] })
  if (seen === null) return fail(`vitest ended before its tests did (exit code ${code ?? 'none, by a signal'}).`)
  const { passed, skipped, brokenOutside, unhandled } = seen
  const reasons: string[] = []
  if (brokenOutside > 0) reasons.push(`${brokenOutside} of the files or suites broke outside any test.`)
  if (unhandled > 0) reasons.push(`${unhandled} of the errors were caught by no test.`)
  if (seen.interrupted) reasons.push('the run was interrupted.')
  const failed = seen.failed + brokenOutside + unhandled + (seen.interrupted ? 1 : 0)
  if (failed === 0 && passed + skipped === 0) return fail('no test was found.')
  if (failed === 0 && code !== 0) {
    return {
      tally: { passed, skipped, failed: 1 },
      reasons: [`vitest ended with exit code ${code ?? 'none, by a signal'} though no test failed.`],
    }
  }
  return { tally: { passed, failed, skipped }, reasons }
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Nothing that ran is no success. */
export function exitCodeOf({ passed, failed }: Tally): 0 | 1 {
  return failed === 0 && passed > 0 ? 0 : 1
}
