import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../kernel/actor.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { OrganisationKind } from './organisations.ts'
import { judgeScope } from './scopes.ts'

const giverOf = (code: string, organisationId: string | null = null): Scope => ({ ...regionRange(regionCode(code)), organisationId })
const at = (kind: OrganisationKind, code: string) => ({ id: 'o-1', kind, regionCode: regionCode(code) })
const region = (code: string) => ({ scopeRegion: regionCode(code), ownOrganisationOnly: false })
const own = (code: string) => ({ scopeRegion: regionCode(code), ownOrganisationOnly: true })

describe('nobody gives a wider scope than his own', () => {
  it.each([
    ['a city gives one of its counties', region('330114'), at('department', '330114'), giverOf('330100'), null],
    ['a city gives itself', region('330100'), at('department', '330100'), giverOf('330100'), null],
    ['a county gives its city', region('330100'), at('department', '330114'), giverOf('330114'), 'SCOPE_TOO_WIDE'],
    ['a county gives its neighbour', region('330109'), at('department', '330114'), giverOf('330114'), 'SCOPE_TOO_WIDE'],
    ['a county gives the country', region('000000'), at('department', '330114'), giverOf('330114'), 'SCOPE_TOO_WIDE'],
    ['a county gives a plant its own', own('330114'), at('enterprise', '330114'), giverOf('330114'), null],
    ['a county gives a plant elsewhere its own', own('330109'), at('enterprise', '330109'), giverOf('330114'), 'SCOPE_TOO_WIDE'],
    ['a plant gives its own people its own', own('330114'), at('enterprise', '330114'), giverOf('330114', 'o-1'), null],
    ['a plant gives another plant its own', own('330114'), at('enterprise', '330114'), giverOf('330114', 'o-2'), 'SCOPE_TOO_WIDE'],
    ['a plant gives a bureau the region', region('330114'), at('department', '330114'), giverOf('330114', 'o-1'), 'SCOPE_TOO_WIDE'],
    ['a post of a plant sees a region', region('330114'), at('enterprise', '330114'), giverOf('330100'), 'SCOPE_NOT_FOR_KIND'],
    ['a post of a venue sees a region', region('330114'), at('venue', '330114'), giverOf('330100'), 'SCOPE_NOT_FOR_KIND'],
  ])('%s', (_title, asked, organisation, giver, code) => {
    const verdict = judgeScope(asked, organisation, giver)
    expect(verdict.ok ? null : verdict.refusal.code).toBe(code)
  })
})
