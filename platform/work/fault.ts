/** What may be told of a fault where no personal data may stand. */
export type FaultFacts = {
  readonly name: string
  /** SQLSTATE, a system error's code, or the code of a refusal. */
  readonly code: string | null
  /** File and line of the calls, innermost first; empty where the fault has no stack. */
  readonly calls: readonly string[]
}

const codeOf = (error: object): string | null => ('code' in error && typeof error.code === 'string' ? error.code : null)

/**
 * Kind, code and place of a fault. Its message is left out: a database or a parser quotes the value it choked on,
 * and that value may be a name or a number of a person. The whole text stays in the queue, beside the job.
 */
export const faultFacts = (fault: unknown): FaultFacts => {
  if (!(fault instanceof Error)) return { name: typeof fault, code: null, calls: [] }
  const calls = (fault.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
  return { name: fault.name, code: codeOf(fault) ?? (fault.cause instanceof Error ? codeOf(fault.cause) : null), calls }
}
