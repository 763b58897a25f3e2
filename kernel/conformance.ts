import type { z } from 'zod'

/** What came of an acceptance case: the rule's verdict, or why its input could not be read. */
export type Outcome = { readonly understood: true; readonly verdict: unknown } | { readonly understood: false; readonly problem: string }

/** One area of acceptance cases: reads the input of a case and asks the product's own rule. */
export type Area = (input: unknown, now: Temporal.Instant) => Outcome

/** The areas that one part of the product answers for, by their names in the case files. */
export type AreaTable = Readonly<Record<string, Area>>

/** An area from the shape of its input and the rule that is asked, the verdict in the words of the case files. */
export const area =
  <Schema extends z.ZodType>(
    input: Schema,
    rule: (input: z.output<Schema>, now: Temporal.Instant) => Readonly<Record<string, unknown>>,
  ): Area =>
  (given, now) => {
    const parsed = input.safeParse(given)
    if (parsed.success) return { understood: true, verdict: rule(parsed.data, now) }
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    return { understood: false, problem: problems.join('; ') }
  }
