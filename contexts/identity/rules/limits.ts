import type { LawRow } from '../../../kernel/law.ts'

const level3 = {
  standard: 'GB/T 22239-2019',
  edition: '2019',
  clause: '8.1.4.1',
  inForceFrom: '2019-12-01',
  inForceTo: null,
} as const

/**
 * Level 3 names the measures (complexity, change at intervals, end after failures, time-out) and leaves the numbers
 * to the operator; these are the numbers usual in practice.
 */
export const limits = {
  failures: {
    ...level3,
    key: 'identity.signIn.failures',
    confidence: 'medium',
    value: 5,
    unit: '',
    tighten: 'lower',
    zh: '连续登录失败几次后锁定账号',
    en: 'Failures of sign-in in a row that lock the account',
    usedIn: ['session.start'],
  },
  lockMinutes: {
    ...level3,
    key: 'identity.signIn.lockMinutes',
    confidence: 'medium',
    value: 30,
    unit: 'min',
    tighten: 'higher',
    zh: '账号锁定时长',
    en: 'How long an account stays locked',
    usedIn: ['session.start'],
  },
  idleMinutes: {
    ...level3,
    key: 'identity.session.idleMinutes',
    confidence: 'medium',
    value: 30,
    unit: 'min',
    tighten: 'lower',
    zh: '无操作多久后结束会话',
    en: 'Idle time that ends a session',
    usedIn: ['session.use'],
  },
  absoluteHours: {
    ...level3,
    key: 'identity.session.absoluteHours',
    confidence: 'low',
    value: 12,
    unit: 'h',
    tighten: 'lower',
    zh: '会话最长时限',
    en: 'Longest time of a session',
    usedIn: ['session.use'],
  },
  passwordLength: {
    ...level3,
    key: 'identity.password.length',
    confidence: 'medium',
    value: 8,
    unit: '',
    tighten: 'higher',
    zh: '密码最少位数',
    en: 'Fewest characters of a password',
    usedIn: ['password.change', 'password.reset'],
  },
  passwordClasses: {
    ...level3,
    key: 'identity.password.classes',
    confidence: 'medium',
    value: 3,
    unit: '',
    tighten: 'higher',
    zh: '密码最少字符类别数（大写、小写、数字、符号）',
    en: 'Fewest kinds of characters in a password (capitals, small letters, digits, signs)',
    usedIn: ['password.change'],
  },
  passwordDays: {
    ...level3,
    key: 'identity.password.days',
    confidence: 'medium',
    value: 90,
    unit: 'd',
    tighten: 'lower',
    zh: '密码更换周期',
    en: 'Days after which a password must be changed',
    usedIn: ['session.start'],
  },
} as const satisfies Record<string, LawRow<number>>
