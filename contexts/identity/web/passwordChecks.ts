import { asWritten, limitOf, type Tightened } from '../../../kernel/law.ts'
import { limits } from '../rules/limits.ts'
import { characterKinds, judgePassword } from '../rules/signIn.ts'

/** One demand on a new password, and whether it is met. */
export type PasswordCheck = { readonly demand: 'length' | 'kinds' | 'login' | 'different'; readonly least: number; readonly met: boolean }

/** The facts of a refusal tell what the organisation made stricter. */
export const tightenedBy = (facts: Readonly<Record<string, unknown>>): Tightened => {
  const pairs = [
    [limits.passwordLength.key, facts['minimumLength']],
    [limits.passwordClasses.key, facts['minimumClasses']],
  ] as const
  return new Map(pairs.flatMap(([key, value]) => (typeof value === 'number' ? [[key, value] as const] : [])))
}

/** The demands on a new password one by one, as it is typed; together they are what `judgePassword` and the server demand. */
export const passwordChecks = (
  next: string,
  present: string,
  login: string,
  tightened: Tightened = asWritten,
): readonly PasswordCheck[] => {
  const verdict = judgePassword(next, login, tightened)
  const leastLength: number = limitOf<number>(limits.passwordLength, tightened)
  const leastKinds: number = limitOf<number>(limits.passwordClasses, tightened)
  return [
    { demand: 'length', least: leastLength, met: [...next].length >= leastLength },
    { demand: 'kinds', least: leastKinds, met: characterKinds(next) >= leastKinds },
    { demand: 'login', least: 0, met: next !== '' && (verdict.ok || !verdict.refusal.facts.containsLogin) },
    { demand: 'different', least: 0, met: next !== '' && present !== '' && next !== present },
  ]
}
