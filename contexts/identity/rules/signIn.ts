import { limitOf, type LawRow, type Tightened } from '../../../kernel/law.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { limits } from './limits.ts'

/** The failures an account has run up; instants as ISO text. */
export type AccountState = { readonly failures: number; readonly lockedUntil: string | null }

export type Attempt = {
  /** What the account holds from now on, written before the password is looked at. */
  readonly after: AccountState
  readonly failuresLeft: number
}

const numberOf = (row: LawRow<number>, tightened: Tightened): number => limitOf<number>(row, tightened)

/**
 * One try to sign in. It is counted before the password is checked, so that many tries at once cannot get past the
 * limit; a right password puts the count back to nothing.
 */
export const countAttempt = (
  account: AccountState,
  now: Temporal.Instant,
  tightened: Tightened,
): Result<Attempt, Refusal<'ACCOUNT_LOCKED', { lockedUntil: string; minutes: number }>> => {
  const locked = account.lockedUntil === null ? null : Temporal.Instant.from(account.lockedUntil)
  if (locked !== null && Temporal.Instant.compare(now, locked) < 0) {
    const minutes = Math.ceil(now.until(locked).total('minutes'))
    return refuse('ACCOUNT_LOCKED', { lockedUntil: account.lockedUntil!, minutes })
  }
  const most = numberOf(limits.failures, tightened)
  const failures = (locked === null ? account.failures : 0) + 1
  const lockedUntil =
    failures < most ? null : now.add({ minutes: numberOf(limits.lockMinutes, tightened) }).toString({ smallestUnit: 'millisecond' })
  return ok({ after: { failures, lockedUntil }, failuresLeft: Math.max(0, most - failures) })
}

/** The age of a session against its two limits. */
export type SessionState = { readonly startedAt: string; readonly lastSeenAt: string }

/** Whether a session still stands: null, or why it ended. */
export const sessionEnd = (session: SessionState, now: Temporal.Instant, tightened: Tightened): 'idle' | 'absolute' | null => {
  const since = (instant: string): number => Temporal.Instant.from(instant).until(now).total('minutes')
  if (since(session.startedAt) >= numberOf(limits.absoluteHours, tightened) * 60) return 'absolute'
  if (since(session.lastSeenAt) >= numberOf(limits.idleMinutes, tightened)) return 'idle'
  return null
}

/** Whether the password was set so long ago that it must be changed. */
export const passwordExpired = (changedAt: string, now: Temporal.Instant, tightened: Tightened): boolean =>
  Temporal.Instant.from(changedAt).until(now).total('hours') >= numberOf(limits.passwordDays, tightened) * 24

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

/** How many kinds of characters a password has: capitals, small letters, digits, signs. */
export const characterKinds = (password: string): number => classes.filter((kind) => kind.test(password)).length

/** Whether a new password is strong enough; another word than the login, long enough, of enough kinds of characters. */
export const judgePassword = (
  password: string,
  login: string,
  tightened: Tightened,
): Result<null, Refusal<'PASSWORD_WEAK', { minimumLength: number; minimumClasses: number; containsLogin: boolean }>> => {
  const minimumLength = numberOf(limits.passwordLength, tightened)
  const minimumClasses = numberOf(limits.passwordClasses, tightened)
  const containsLogin = password.toLowerCase().includes(login.toLowerCase())
  const strong = [...password].length >= minimumLength && characterKinds(password) >= minimumClasses && !containsLogin
  return strong ? ok(null) : refuse('PASSWORD_WEAK', { minimumLength, minimumClasses, containsLogin })
}
