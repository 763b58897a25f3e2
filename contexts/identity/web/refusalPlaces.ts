import { RefusalError } from '../../../ui/api.ts'
import type { Sentence } from '../../../kernel/refusals.ts'

/** The sentence of a refusal at the field that it is about; nothing where the refusal is about none of these. */
export const sentenceAt = <Field extends string>(
  problem: unknown,
  places: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, Sentence>> => {
  if (!(problem instanceof RefusalError)) return {}
  const field = (Object.keys(places) as Field[]).find((name) => places[name].includes(problem.code))
  return field === undefined ? {} : ({ [field]: problem.sentence } as Partial<Record<Field, Sentence>>)
}
