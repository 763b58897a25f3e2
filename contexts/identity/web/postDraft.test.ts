import { describe, expect, it } from 'vitest'
import { isWhole, usualPost } from './postDraft.ts'

describe('a post as it usually is', () => {
  it.each([
    ['department', false],
    ['townOffice', false],
    ['enterprise', true],
    ['venue', true],
  ] as const)('of a %s sees only its own organisation: %s', (kind, own) => {
    expect(usualPost({ kind, regionCode: '330114' })).toEqual({ title: '', scopeRegion: '330114', ownOrganisationOnly: own })
  })
  it('can be sent once it has a title and a region', () => {
    const usual = usualPost({ kind: 'department', regionCode: '330114' })
    expect(isWhole(usual)).toBe(false)
    expect(isWhole({ ...usual, title: ' ' })).toBe(false)
    expect(isWhole({ ...usual, title: '科长' })).toBe(true)
    expect(isWhole({ ...usualPost(undefined), title: '科长' })).toBe(false)
  })
})
