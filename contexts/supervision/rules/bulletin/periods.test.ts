import { describe, expect, it } from 'vitest'
import { daysText, lastYearOf, monthsIn, periodBefore, periodOf } from './periods.ts'

const today = '2026-11-24'

describe('the days of a bulletin', () => {
  it.each([
    ['week', '2026-11-24', '2026-11-23', '2026-11-24', false],
    ['week', '2026-11-18', '2026-11-16', '2026-11-22', true],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22', true],
    ['month', '2026-11-02', '2026-11-01', '2026-11-24', false],
    ['month', '2026-02-10', '2026-02-01', '2026-02-28', true],
    ['yearToDate', '2026-11-24', '2026-01-01', '2026-11-24', false],
    ['yearToDate', '2026-11-23', '2026-01-01', '2026-11-23', true],
  ] as const)('the %s of %s is %s to %s', (kind, on, from, to, ended) => {
    expect(periodOf({ kind, on }, today)).toEqual({ ok: true, value: { kind, from, to, ended } })
  })

  it('of one’s own are those days, up to today', () => {
    expect(periodOf({ kind: 'own', from: '2026-06-01', to: '2026-12-31' }, today)).toEqual({
      ok: true,
      value: { kind: 'own', from: '2026-06-01', to: today, ended: false },
    })
  })

  it.each([
    ['2026-06-02', '2026-06-01', 'BULLETIN_PERIOD_EMPTY'],
    ['2026-11-25', '2026-11-30', 'BULLETIN_PERIOD_AHEAD'],
    ['2022-01-01', '2026-01-01', 'BULLETIN_PERIOD_LONG'],
  ])('from %s to %s is refused: %s', (from, to, code) => {
    expect(periodOf({ kind: 'own', from, to }, today)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('the same days of last year', () => {
  it.each([
    ['2026-10-01', '2026-10-31', '2025-10-01', '2025-10-31'],
    ['2026-01-01', '2026-11-24', '2025-01-01', '2025-11-24'],
    ['2028-02-01', '2028-02-29', '2027-02-01', '2027-02-28'],
    ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['2028-02-10', '2028-02-29', '2027-02-10', '2027-02-28'],
  ])('of %s to %s are %s to %s', (from, to, first, last) => {
    expect(lastYearOf({ from, to })).toEqual({ from: first, to: last })
  })
})

describe('the period before', () => {
  it.each([
    ['2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-07-01', '2026-09-30', '2026-04-01', '2026-06-30'],
    ['2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['2026-11-01', '2026-11-24', '2026-10-08', '2026-10-31'],
  ])('of %s to %s is %s to %s', (from, to, first, last) => {
    expect(periodBefore({ from, to })).toEqual({ from: first, to: last })
  })
})

describe('whole months and the days beside them', () => {
  it.each([
    ['2026-10-01', '2026-10-31', { months: { from: '2026-10', to: '2026-10' }, rest: [] }],
    ['2026-10-02', '2026-10-30', { months: null, rest: [{ from: '2026-10-02', to: '2026-10-30' }] }],
    ['2026-10-02', '2026-11-05', { months: null, rest: [{ from: '2026-10-02', to: '2026-11-05' }] }],
    [
      '2026-09-15',
      '2026-11-24',
      {
        months: { from: '2026-10', to: '2026-10' },
        rest: [
          { from: '2026-09-15', to: '2026-09-30' },
          { from: '2026-11-01', to: '2026-11-24' },
        ],
      },
    ],
    ['2025-12-01', '2026-11-24', { months: { from: '2025-12', to: '2026-10' }, rest: [{ from: '2026-11-01', to: '2026-11-24' }] }],
  ])('of %s to %s', (from, to, parts) => {
    expect(monthsIn({ from, to })).toEqual(parts)
  })
})

describe('how days are written', () => {
  it.each([
    ['2026-10-01', '2026-10-31', '2026年10月', '2026-10'],
    ['2026-11-16', '2026-11-22', '2026年11月16日至22日', '2026-11-16 to 2026-11-22'],
    ['2026-01-01', '2026-11-24', '2026年1月1日至11月24日', '2026-01-01 to 2026-11-24'],
    ['2025-12-29', '2026-01-04', '2025年12月29日至2026年1月4日', '2025-12-29 to 2026-01-04'],
    ['2026-11-24', '2026-11-24', '2026年11月24日', '2026-11-24'],
  ])('%s to %s', (from, to, zh, en) => {
    expect(daysText({ from, to }, 'zh')).toBe(zh)
    expect(daysText({ from, to }, 'en')).toBe(en)
  })
})
