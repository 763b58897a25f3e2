import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logRetentionRow, mostDaysOfMonths, purgeByAge, purgeByDate, retentionRefusals } from './retention.ts'

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('网络安全法 art. 21(3): logs of six months are kept', () => {
  test.each([
    ['2026-03-01', '2026-09-01', false],
    ['2026-03-01', '2026-09-02', true],
    ['2025-08-31', '2026-02-28', false],
    ['2025-08-31', '2026-03-01', true],
    ['2026-06-07', '2026-11-24', false],
  ])('of %s on %s: may be purged %s', (loggedOn, today, allowed) => {
    expect(purgeByDate(date(loggedOn), date(today)).ok).toBe(allowed)
  })

  test.each([
    [170, false],
    [183, false],
    [184, false],
    [185, true],
    [400, true],
  ])('%d days old, months not known: may be purged %s', (ageDays, allowed) => {
    expect(purgeByAge(ageDays).ok).toBe(allowed)
  })

  test('six months have at most 184 days, a year 366', () => {
    expect(mostDaysOfMonths(6)).toBe(184)
    expect(mostDaysOfMonths(12)).toBe(366)
    expect(mostDaysOfMonths(1)).toBe(31)
  })

  test('the age never allows what the date forbids', () => {
    fc.assert(
      fc.property(fc.nat(366 * 8), fc.integer({ min: 0, max: 400 }), (offset, ageDays) => {
        const loggedOn = date('2024-01-01').add({ days: offset })
        const byDate = purgeByDate(loggedOn, loggedOn.add({ days: ageDays })).ok
        expect(byDate || !purgeByAge(ageDays).ok).toBe(true)
      }),
    )
  })

  test('an enterprise that keeps logs longer is held to it', () => {
    expect(purgeByAge(200, 12).ok).toBe(false)
    expect(purgeByDate(date('2025-11-20'), date('2026-11-20'), 12).ok).toBe(false)
    expect(logRetentionRow.tighten).toBe('higher')
  })

  test('the refusal says until when', () => {
    const refused = purgeByDate(date('2026-06-07'), date('2026-11-24'))
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'LOG_RETENTION_RUNNING', facts: { months: 6, keptThrough: '2026-12-07' } },
    })
    expect(retentionRefusals.LOG_RETENTION_RUNNING.zh({ months: 6, keptThrough: '2026-12-07' })).toContain('2026-12-07 之后方可删除')
    expect(retentionRefusals.LOG_RETENTION_RUNNING.en({ months: 6, keptThrough: null })).toContain('yet')
  })
})
