import { describe, expect, it } from 'vitest'
import { departmentLines, governsRegion, organisationKinds } from './organisations.ts'

describe('kinds of organisations', () => {
  it('of which some answer for a region, and all others for themselves alone', () => {
    expect(organisationKinds.filter(governsRegion)).toEqual([
      'government',
      'committee',
      'department',
      'townOffice',
      'park',
      'grassrootsBody',
    ])
  })

  it('and fourteen lines of government', () => {
    expect(new Set(departmentLines).size).toBe(14)
  })
})
