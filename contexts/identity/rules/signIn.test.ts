import { describe, expect, it } from 'vitest'
import { asWritten } from '../../../kernel/law.ts'
import { countAttempt, judgePassword, passwordExpired, sessionEnd, type AccountState } from './signIn.ts'

const now = Temporal.Instant.from('2026-11-24T06:00:00Z')
const tightened = new Map([
  ['identity.signIn.failures', 3],
  ['identity.session.idleMinutes', 15],
])

describe('GB/T 22239-2019 8.1.4.1: failures of sign-in lock the account', () => {
  it('locks for 30 minutes with the fifth failure in a row, not with the fourth', () => {
    let account: AccountState = { failures: 0, lockedUntil: null }
    const left: number[] = []
    for (let i = 0; i < 5; i += 1) {
      const attempt = countAttempt(account, now, asWritten)
      if (!attempt.ok) throw new Error('locked too early')
      account = attempt.value.after
      left.push(attempt.value.failuresLeft)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    expect(account).toEqual({ failures: 5, lockedUntil: '2026-11-24T06:30:00.000Z' })
  })
  it.each([
    ['2026-11-24T06:00:00.001Z', 1],
    ['2026-11-24T06:30:00Z', 30],
  ])('refuses while locked until %s', (lockedUntil, minutes) => {
    expect(countAttempt({ failures: 5, lockedUntil }, now, asWritten)).toEqual({
      ok: false,
      refusal: { code: 'ACCOUNT_LOCKED', facts: { lockedUntil, minutes } },
    })
  })
  it('counts from one again at the instant the lock ends', () => {
    const attempt = countAttempt({ failures: 5, lockedUntil: now.toString() }, now, asWritten)
    expect(attempt).toEqual({ ok: true, value: { after: { failures: 1, lockedUntil: null }, failuresLeft: 4 } })
  })
  it('counts a tightened limit', () => {
    expect(countAttempt({ failures: 2, lockedUntil: null }, now, tightened)).toMatchObject({
      value: { after: { failures: 3, lockedUntil: '2026-11-24T06:30:00.000Z' } },
    })
  })
})

describe('GB/T 22239-2019 8.1.4.1: a session ends by itself', () => {
  it.each([
    ['at once', '2026-11-24T06:00:00Z', '2026-11-24T06:00:00Z', asWritten, null],
    ['just before 30 idle minutes', '2026-11-24T05:00:00Z', '2026-11-24T05:30:00.001Z', asWritten, null],
    ['with 30 idle minutes', '2026-11-24T05:00:00Z', '2026-11-24T05:30:00Z', asWritten, 'idle'],
    ['with a tightened 15', '2026-11-24T05:00:00Z', '2026-11-24T05:44:00Z', tightened, 'idle'],
    ['with 12 hours, however busy', '2026-11-23T18:00:00Z', '2026-11-24T05:59:59Z', asWritten, 'absolute'],
  ])('%s', (_title, startedAt, lastSeenAt, facts, end) => {
    expect(sessionEnd({ startedAt, lastSeenAt }, now, facts)).toBe(end)
  })
})

describe('GB/T 22239-2019 8.1.4.1: passwords are complex and change', () => {
  it.each([
    ['Ab1!efgh', true],
    ['Ab1efghi', true],
    ['Ab1!efg', false],
    ['abcdefg1', false],
    ['ABCDEFG1', false],
    ['zhang.san-A1', false],
    ['ZHANG.SAN-a1', false],
    ['安澜安澜安澜Aa', false],
    ['安澜安澜安澜Aa1', true],
  ])('%s: strong enough is %s', (password, strong) => {
    expect(judgePassword(password, 'zhang.san', asWritten).ok).toBe(strong)
  })
  it.each([
    ['2026-08-26T06:00:00.001Z', false],
    ['2026-08-26T06:00:00Z', true],
  ])('a password of %s is expired after 90 days: %s', (changedAt, expired) => {
    expect(passwordExpired(changedAt, now, asWritten)).toBe(expired)
  })
})
