import { describe, expect, it } from 'vitest'
import { asWritten, limitOf, tightens, type LawRow } from './law.ts'

const row = <Value extends number | string | boolean>(value: Value, tighten: LawRow['tighten']): LawRow<Value> => ({
  key: 'test.limit',
  standard: 'GB 0',
  edition: '2022',
  clause: '1',
  inForceFrom: '2022-10-01',
  inForceTo: null,
  confidence: 'high',
  value,
  unit: '',
  tighten,
  zh: '限值',
  en: 'limit',
  usedIn: [],
})

describe('an enterprise may tighten a row, never loosen it', () => {
  it.each([
    ['a lower limit', row(30, 'lower'), 20, true, 20],
    ['the same', row(30, 'lower'), 30, true, 30],
    ['a looser limit', row(30, 'lower'), 31, false, 30],
    ['a higher minimum', row(8, 'higher'), 12, true, 12],
    ['a looser minimum', row(8, 'higher'), 7, false, 8],
    ['a row that nobody may move', row(8, 'never'), 9, false, 8],
    ['a duty switched on', row(false, 'higher'), true, true, true],
    ['a duty switched off', row(true, 'higher'), false, false, true],
    ['the strictest that works', { ...row(30, 'lower'), strictest: 5 }, 5, true, 5],
    ['a limit so low that it locks out', { ...row(30, 'lower'), strictest: 5 }, 4, false, 30],
    ['the greatest that works', { ...row(8, 'higher'), strictest: 64 }, 64, true, 64],
    ['a minimum nobody can meet', { ...row(8, 'higher'), strictest: 64 }, 65, false, 8],
    ['another kind of value', row(8, 'higher'), '9', false, 8],
  ] as const)('%s', (_title, limit, value, allowed, inForce) => {
    expect(tightens(limit as LawRow, value)).toBe(allowed)
    expect(limitOf(limit as LawRow, new Map([['test.limit', value]]))).toBe(inForce)
    expect(limitOf(limit as LawRow, asWritten)).toBe(limit.value)
  })
})
