import { describe, expect, it } from 'vitest'
import { asWritten } from '../../../kernel/law.ts'
import { judgePassword } from '../rules/signIn.ts'
import { passwordChecks, tightenedBy } from './passwordChecks.ts'

const met = (next: string, present = 'Former-1', tightened = asWritten) =>
  passwordChecks(next, present, 'zhang.san', tightened)
    .filter((check) => check.met)
    .map(({ demand }) => demand)

describe('GB/T 22239-2019 8.1.4.1: the demands on a new password while it is typed', () => {
  it.each([
    ['', []],
    ['Ab1!', ['kinds', 'login', 'different']],
    ['abcdefgh', ['length', 'login', 'different']],
    ['Ab1!efgh', ['length', 'kinds', 'login', 'different']],
    ['zhang.san-A1', ['length', 'kinds', 'different']],
    ['Former-1', ['length', 'kinds', 'login']],
  ])('%o meets %o', (next, demands) => {
    expect(met(next)).toEqual(demands)
  })
  it.each(['', 'Ab1!efg', 'Ab1!efgh', 'abcdefg1', 'ZHANG.SAN-a1', '安澜安澜安澜Aa1'])('says of %o what the rule says', (next) => {
    const all = passwordChecks(next, '', 'zhang.san').filter(({ demand }) => demand !== 'different')
    expect(all.every((check) => check.met)).toBe(judgePassword(next, 'zhang.san', asWritten).ok && next !== '')
  })
  it('learns from a refusal what the organisation made stricter', () => {
    const tightened = tightenedBy({ minimumLength: 12, minimumClasses: 4, containsLogin: false })
    expect(passwordChecks('Ab1!efgh', 'Former-1', 'zhang.san', tightened).map(({ least, met: isMet }) => [least, isMet])).toEqual([
      [12, false],
      [4, true],
      [0, true],
      [0, true],
    ])
    expect(tightenedBy({}).size).toBe(0)
  })
})
