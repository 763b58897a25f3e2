import { describe, expect, test } from 'vitest'
import { barAt, dayAfter, daysAfter, daysBefore, daysFrom, isWithin, rangeOf, stripOf } from './dueDays.ts'

const today = '2026-11-24'

describe('the strip of legal due days', () => {
  test('runs from seven days ago to forty-five ahead, today once', () => {
    const { bars } = stripOf([], today)
    expect(bars).toHaveLength(daysBefore + daysAfter + 1)
    expect(bars[0]?.dueOn).toBe('2026-11-17')
    expect(bars.at(-1)?.dueOn).toBe('2027-01-08')
    expect(bars.filter((bar) => bar.today).map(({ dueOn }) => dueOn)).toEqual([today])
  })

  test('bars begin at zero and the fullest day is the whole height', () => {
    const { bars } = stripOf(
      [
        { dueOn: '2026-11-24', total: 4, stepLate: 1 },
        { dueOn: '2026-11-25', total: 1, stepLate: 0 },
      ],
      today,
    )
    expect(bars.slice(7, 10).map(({ height, lateShare }) => [height, lateShare])).toEqual([
      [1, 0.25],
      [0.25, 0],
      [0, 0],
    ])
  })

  test('what lies beyond its ends is counted, never dropped', () => {
    const days = [
      { dueOn: '2026-11-16', total: 2, stepLate: 2 },
      { dueOn: '2026-11-17', total: 1, stepLate: 0 },
      { dueOn: '2027-01-08', total: 1, stepLate: 0 },
      { dueOn: '2027-01-09', total: 5, stepLate: 0 },
    ]
    const { bars, earlier, later } = stripOf(days, today)
    expect([earlier, later]).toEqual([2, 5])
    expect(earlier + later + bars.reduce((sum, { total }) => sum + total, 0)).toBe(9)
  })

  test('weekends have a ground of their own; the first day, today and each seventh from it are named', () => {
    const { bars } = stripOf([], today)
    expect(
      bars
        .filter(({ weekend }) => weekend)
        .slice(0, 2)
        .map(({ dueOn }) => dueOn),
    ).toEqual(['2026-11-21', '2026-11-22'])
    expect(
      bars
        .filter(({ labelled }) => labelled)
        .slice(0, 3)
        .map(({ dueOn }) => dueOn),
    ).toEqual(['2026-11-17', '2026-11-24', '2026-12-01'])
  })

  test('a pointer finds its day, beside the strip the nearest', () => {
    expect([barAt(-5, 530, 53), barAt(0, 530, 53), barAt(79, 530, 53), barAt(530, 530, 53), barAt(900, 530, 53)]).toEqual([0, 0, 7, 52, 52])
  })

  test('dragged leftwards it is the same range', () => {
    expect(rangeOf('2026-12-01', '2026-11-25')).toEqual(rangeOf('2026-11-25', '2026-12-01'))
  })

  test('an open end reaches as far as there are days, both ends are included', () => {
    expect([
      isWithin('2026-11-24', '', '2026-11-24'),
      isWithin('2026-11-25', '', '2026-11-24'),
      isWithin('2026-11-24', '2026-11-24', ''),
    ]).toEqual([true, false, true])
  })

  test('days are counted over the turn of the year', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysFrom('2026-12-31', '2026-11-30')).toBe(-31)
  })
})
