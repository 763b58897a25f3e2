import { describe, expect, it } from 'vitest'
import { judgeTightening, type JudgedLimit, type Value } from './judgeTightening.ts'

const limit = (value: Value, tighten: JudgedLimit['tighten'], more: Partial<JudgedLimit> = {}): JudgedLimit => ({
  key: 'test.limit',
  value,
  tighten,
  retired: false,
  ...more,
})

const lower = limit(30, 'lower', { strictest: 5 })
const higher = limit(8, 'higher', { strictest: 64 })

describe('an organisation moves a limit towards more safety, for a reason', () => {
  it.each<[string, JudgedLimit, Value | null, Value | null]>([
    ['a lower limit', lower, null, 20],
    ['the strictest that works', lower, null, 5],
    ['pinned to what the text says now', lower, null, 30],
    ['back towards the text, never past it', lower, 10, 25],
    ['a higher minimum', higher, null, 64],
    ['a duty switched on', limit(false, 'higher'), null, true],
    ['taken back', lower, 20, null],
    ['taken back from a row that nobody may move any more', limit(30, 'never'), 20, null],
    ['taken back from a row that is no longer used', limit(30, 'lower', { retired: true }), 20, null],
  ])('%s', (_title, row, held, asked) => {
    expect(judgeTightening(row, held, asked, '本单位要求')).toEqual({ ok: true, value: null })
  })

  it.each<[string, JudgedLimit, Value | null, Value | null, string, object]>([
    ['looser than the text', lower, null, 31, 'LIMIT_LOOSENED', { key: 'test.limit', value: 30, asked: 31, tighten: 'lower' }],
    ['a smaller minimum', higher, 12, 7, 'LIMIT_LOOSENED', { key: 'test.limit', value: 8, asked: 7, tighten: 'higher' }],
    [
      'a duty switched off',
      limit(true, 'higher'),
      null,
      false,
      'LIMIT_LOOSENED',
      { key: 'test.limit', value: true, asked: false, tighten: 'higher' },
    ],
    ['so strict that nobody could work', lower, null, 4, 'LIMIT_TOO_STRICT', { key: 'test.limit', strictest: 5, asked: 4 }],
    ['a minimum that nobody could meet', higher, null, 65, 'LIMIT_TOO_STRICT', { key: 'test.limit', strictest: 64, asked: 65 }],
    ['a row that nobody may move', limit('127,34', 'never'), null, '127,35', 'LIMIT_FIXED', { key: 'test.limit' }],
    ['a row that is no longer used', limit(30, 'lower', { retired: true }), null, 20, 'LIMIT_RETIRED', { key: 'test.limit' }],
    ['what is held already', lower, 20, 20, 'LIMIT_UNCHANGED', { key: 'test.limit', value: 20 }],
    ['nothing to take back', lower, null, null, 'LIMIT_UNCHANGED', { key: 'test.limit', value: null }],
    ['a text for a number', lower, null, '20', 'VALUE_OF_WRONG_KIND', { key: 'test.limit', wanted: 'number' }],
  ])('refuses %s', (_title, row, held, asked, code, facts) => {
    expect(judgeTightening(row, held, asked, '本单位要求')).toEqual({ ok: false, refusal: { code, facts } })
  })

  it('refuses without a reason', () => {
    expect(judgeTightening(lower, null, 20, ' ')).toEqual({ ok: false, refusal: { code: 'REASON_MISSING', facts: {} } })
  })
})
