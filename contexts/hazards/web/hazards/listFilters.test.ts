import { describe, expect, test } from 'vitest'
import {
  addressOf,
  dotsOf,
  filtersOf,
  flagsBeside,
  lastingOf,
  monthsBefore,
  noFilters,
  queryOf,
  summaryQueryOf,
  viewOf,
  views,
} from './listFilters.ts'

describe('the filters of a list of hazards', () => {
  test('what is empty is not asked, and an order is not asked of sums', () => {
    const values = { ...noFilters, open: 'true', region: '330211', order: 'lawDue' }
    expect(queryOf(values)).toEqual({ open: 'true', region: '330211', order: 'lawDue' })
    expect(summaryQueryOf(values)).toEqual({ open: 'true', region: '330211' })
  })

  test('an address and its filters are each other’s inverse', () => {
    const filters = { open: 'true', level: 'major', region: '330211', find: '储罐 & 阀' }
    const address = addressOf(filters)
    expect(address.startsWith('/hazards?open=true&level=major&region=330211&find=')).toBe(true)
    expect(filtersOf(address.slice(address.indexOf('?') + 1))).toEqual(filters)
    expect(addressOf({})).toBe('/hazards')
  })

  test('what no list of hazards knows does not enter by an address', () => {
    expect(filtersOf('open=true&limit=5000&after=x&level=grave&state=lost&order=up')).toEqual({ open: 'true' })
  })

  test('the narrowest view that fits is the one that is shown', () => {
    expect(viewOf({}).id).toBe('all')
    expect(viewOf({ open: 'true', level: 'general' }).id).toBe('open')
    expect(viewOf({ open: 'true', level: 'major', region: '330211' }).id).toBe('major')
    for (const { id, filters } of views) expect(viewOf(filters).id).toBe(id)
  })

  test('a yes or no that the view does not say stands as a chip', () => {
    expect(flagsBeside({ open: 'true', listed: 'true' })).toEqual(['listed'])
    expect(flagsBeside({ state: 'closed', withdrawn: 'false' })).toEqual(['withdrawn'])
    expect(flagsBeside({ open: 'true', level: 'major' })).toEqual([])
  })

  test('another view keeps where, whose and what is looked for', () => {
    expect(lastingOf({ ...noFilters, region: '330211', find: '阀', state: 'found', dueTo: '2026-12-01' })).toEqual({
      region: '330211',
      find: '阀',
    })
  })

  test('a general hazard walks seven steps, a major one nine (16号令第十八条)', () => {
    expect(dotsOf('general', 'reviewed')).toEqual({ total: 7, present: 5 })
    expect(dotsOf('major', 'reviewed')).toEqual({ total: 9, present: 7 })
    expect(dotsOf(null, 'found')).toEqual({ total: 7, present: 0 })
  })

  test('months run back over the turn of the year', () => {
    expect(monthsBefore('2026-02-03', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  })
})
