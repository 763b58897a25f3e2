import { describe, expect, it } from 'vitest'
import { regionCode } from '../../../kernel/region.ts'
import { regionInForce } from './regionInForce.ts'

const judged = (code: string, day: string) => {
  const verdict = regionInForce(regionCode(code), day)
  return verdict.ok ? verdict.value : verdict.refusal
}

describe('a region that a new record may be made in (GB/T 2260; 国函〔2021〕29号)', () => {
  it.each([
    ['330114', '2021-04-09'],
    ['330114', '2026-11-24'],
    ['330103', '2021-04-08'],
    ['330114001', '2026-11-24'],
    ['330000', '1990-01-01'],
    ['000000', '2026-11-24'],
  ])('%s on %s', (code, day) => {
    expect(judged(code, day)).toBe(code)
  })

  it.each([
    ['330114', '2021-04-08', 'not yet made'],
    ['339900', '2026-11-24', 'never there'],
    ['330114999', '2026-11-24', 'no such town'],
    ['330114001001', '2026-11-24', 'villages are not in the table'],
  ])('%s on %s is unknown: %s', (code, day) => {
    expect(judged(code, day)).toEqual({ code: 'REGION_UNKNOWN', facts: { regionCode: code } })
  })

  it.each([
    ['330103', '下城区', '2021-04-09', ['拱墅区']],
    ['330104', '江干区', '2021-04-09', ['上城区', '钱塘区']],
    ['330104010', '下沙街道', '2021-04-09', ['下沙街道']],
  ])('%s has ended, and what it became is named', (code, name, endedOn, successors) => {
    expect(judged(code, '2026-11-24')).toEqual({ code: 'REGION_ENDED', facts: { regionCode: code, name, endedOn, successors } })
    expect(judged(code, endedOn)).toMatchObject({ code: 'REGION_ENDED' })
  })
})
