import { describe, expect, test } from 'vitest'
import { recordsLink, type Place } from './recordsLink.ts'

const place: Place = { region: '330114', regionAlone: false, month: '', level: '', state: '', industry: '' }
const asked = (address: string): readonly [string, Record<string, string>] => {
  const { pathname, searchParams } = new URL(address, 'http://inside')
  return [pathname, Object.fromEntries(searchParams)]
}

describe('a number leads to exactly the records that it counts', () => {
  test('hazards found, by month, level and industry alone', () => {
    expect(asked(recordsLink('found', { ...place, month: '2026-11', level: 'unclassified', industry: '2614' }))).toEqual([
      '/hazards',
      { region: '330114', industry: '2614', industryAlone: 'true', foundIn: '2026-11', level: 'unclassified' },
    ])
  })

  test('what counts as closed was put right, what was found in error counts as withdrawn', () => {
    expect(asked(recordsLink('found', { ...place, state: 'closed' }))[1]).toEqual({ region: '330114', state: 'closed', withdrawn: 'false' })
    expect(asked(recordsLink('found', { ...place, state: 'withdrawn' }))[1]).toEqual({ region: '330114', withdrawn: 'true' })
    expect(asked(recordsLink('closed', { ...place, month: '2026-10' }))[1]).toEqual({
      region: '330114',
      open: 'false',
      withdrawn: 'false',
      closedIn: '2026-10',
    })
    expect(recordsLink('days', place)).toBe(recordsLink('closed', place))
  })

  test('open ones, overdue, listed and recurrent ones', () => {
    expect(asked(recordsLink('open', { ...place, state: 'rectifying' }))[1]).toEqual({
      open: 'true',
      region: '330114',
      state: 'rectifying',
    })
    expect(asked(recordsLink('overdue', { ...place, level: 'major' }))[1]).toEqual({ overdue: 'true', region: '330114', level: 'major' })
    expect(asked(recordsLink('listed', place))[1]).toEqual({ listed: 'true', region: '330114' })
    expect(asked(recordsLink('recurrent', place))[1]).toEqual({ recurrent: 'true', region: '330114' })
    expect(asked(recordsLink('major', place))[1]).toEqual({ level: 'major', region: '330114' })
  })

  test('what stands in the region itself and not below it', () => {
    expect(asked(recordsLink('units', { ...place, regionAlone: true }))).toEqual(['/units', { region: '330114', regionAlone: 'true' }])
  })

  test('visits of a month from its first day to its last, and those not let in', () => {
    expect(asked(recordsLink('visits', { ...place, month: '2028-02' }))).toEqual([
      '/visits',
      { result: 'checked', region: '330114', from: '2028-02-01', to: '2028-02-29' },
    ])
    expect(asked(recordsLink('notAdmitted', { ...place, month: '2026-12' }))[1]).toEqual({
      result: 'notAdmitted',
      region: '330114',
      from: '2026-12-01',
      to: '2026-12-31',
    })
  })

  test('units checked in a month stand behind their coverage', () => {
    expect(asked(recordsLink('coverage', { ...place, month: '2026-11' }))).toEqual(['/units', { region: '330114', checkedIn: '2026-11' }])
    expect(recordsLink('unitsChecked', { ...place, month: '2026-11' })).toBe(recordsLink('coverage', { ...place, month: '2026-11' }))
  })
})
