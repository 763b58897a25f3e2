import { describe, expect, it } from 'vitest'
import { roleChoices } from './roleChoices.ts'

const excluded = (...input: Parameters<typeof roleChoices>): string[] =>
  roleChoices(...input)
    .filter(({ excludedBy }) => excludedBy !== null)
    .map(({ role, excludedBy }) => `${role} by ${excludedBy ?? ''}`)

describe('GB/T 22239-2019, level 3, 8.1.5: the form offers no second administrator', () => {
  it('offers every role where none is held', () => {
    expect(excluded([], [])).toEqual([])
    expect(roleChoices([], [])).toHaveLength(14)
  })
  it('rules out the other two once one is chosen here', () => {
    expect(excluded(['systemAdmin'], [])).toEqual(['securityAdmin by systemAdmin', 'auditAdmin by systemAdmin', 'tipKeeper by systemAdmin'])
  })
  it('rules them out where one is held in another post', () => {
    expect(excluded(['leader'], ['auditAdmin'])).toEqual([
      'systemAdmin by auditAdmin',
      'securityAdmin by auditAdmin',
      'tipKeeper by auditAdmin',
    ])
  })
  it('lets a chosen one be taken back although it clashes', () => {
    expect(roleChoices(['systemAdmin'], ['auditAdmin']).find(({ role }) => role === 'systemAdmin')).toEqual({
      role: 'systemAdmin',
      chosen: true,
      excludedBy: null,
      because: null,
    })
  })
  it('rules out the inspector beside the keeper of tips, and says why', () => {
    expect(roleChoices(['tipKeeper'], []).find(({ role }) => role === 'inspector')).toEqual({
      role: 'inspector',
      chosen: false,
      excludedBy: 'tipKeeper',
      because: 'KEEPER_ROLE_EXCLUDES',
    })
  })
})
