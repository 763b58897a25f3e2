import { describe, expect, it } from 'vitest'
import { regionCandidates, whereItCounts, type RegionOnRecord } from './regionOnRecord.ts'

const record = (recordedRegion: string, openedOn: string, decided?: readonly [region: string, on: string]): RegionOnRecord => ({
  recordedRegion,
  openedOn,
  regionDecided: decided?.[0] ?? null,
  regionDecidedOn: decided?.[1] ?? null,
})

describe('国函〔2021〕29号: where a record of Hangzhou counts', () => {
  it.each([
    ['of 2019 in 下城区 under 拱墅区', record('330103', '2019-06-01'), '330105', false],
    ['of 2019 in 江干区 under 上城区 until somebody decides', record('330104', '2019-06-01'), '330102', true],
    ['of 2019 in 江干区 where somebody decided', record('330104', '2019-06-01', ['330114', '2021-05-01']), '330114', false],
    ['decided on the very day of the act', record('330104', '2019-06-01', ['330114', '2021-04-09']), '330114', false],
    [
      'that had been decided before a later act goes on from there',
      record('330104', '2010-01-01', ['330103', '2015-01-01']),
      '330105',
      false,
    ],
    [
      'and waits again where the later act split what was decided',
      record('330102', '2010-01-01', ['330110', '2015-01-01']),
      '330110',
      true,
    ],
  ])('%s', (_title, of, code, needsDecision) => {
    expect(whereItCounts(of)).toMatchObject({ code, needsDecision })
  })

  it('nowhere where its region never existed', () => {
    expect(whereItCounts(record('339999', '2019-06-01'))).toBeUndefined()
    expect(regionCandidates(record('339999', '2019-06-01'))).toEqual([])
  })
})

describe('which regions somebody may choose from', () => {
  it.each([
    ['the parts of the region on the paper', record('330104', '2019-06-01'), ['330102', '330114']],
    [
      'the same once one of them was chosen, so that a slip can be mended',
      record('330104', '2019-06-01', ['330114', '2021-05-01']),
      ['330102', '330114'],
    ],
    [
      'the parts of what was chosen, after a later act split it',
      record('330102', '2010-01-01', ['330110', '2015-01-01']),
      ['330110', '330113'],
    ],
    ['its own region where nothing changed', record('330114', '2022-01-01'), ['330114']],
  ])('%s', (_title, of, candidates) => {
    expect(regionCandidates(of)).toEqual(candidates)
  })
})
