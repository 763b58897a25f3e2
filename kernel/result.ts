/**
 * A refusal is a value, never a throw: a stable code and the facts that led to it.
 * The sentences for people stand in the refusal table of the room's contract.
 */
export type Refusal<Code extends string = string, Facts = Record<string, unknown>> = {
  readonly code: Code
  readonly facts: Facts
}

/** What a rule or a use case answers: the value, or the refusal. A throw means a bug. */
export type Result<Value, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: R }

/** The answer of a rule that went through. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** The answer of a rule that refuses, with the facts a person needs to understand it. */
export const refuse = <const Code extends string, Facts extends Record<string, unknown>>(
  code: Code,
  facts: Facts,
): { readonly ok: false; readonly refusal: Refusal<Code, Facts> } => ({ ok: false, refusal: { code, facts } })
