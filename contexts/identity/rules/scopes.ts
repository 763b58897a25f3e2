import { inScope, type Scope } from '../../../kernel/actor.ts'
import { regionRange, type RegionCode } from '../../../kernel/region.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { governsRegion, type OrganisationKind } from './organisations.ts'

type TooWide = Refusal<'SCOPE_TOO_WIDE', { scopeRegion: string }>
type ScopeRefusal = TooWide | Refusal<'SCOPE_NOT_FOR_KIND', { kind: string }>

export type AskedScope = { readonly scopeRegion: RegionCode; readonly ownOrganisationOnly: boolean }

/** Nobody gives a post more to see than he sees himself. */
export const withinGiver = (
  asked: AskedScope,
  organisation: { readonly id: string; readonly regionCode: RegionCode },
  giver: Scope,
): Result<null, TooWide> => {
  const range = regionRange(asked.scopeRegion)
  const inside = asked.ownOrganisationOnly
    ? inScope(giver, { regionCode: organisation.regionCode, organisationId: organisation.id })
    : giver.organisationId === null && range.lo >= giver.lo && range.hi <= giver.hi
  return inside ? ok(null) : refuse('SCOPE_TOO_WIDE', { scopeRegion: asked.scopeRegion })
}

/** What a new post may be given to see: within the giver's own scope, and a region only where the organisation governs one. */
export const judgeScope = (
  asked: AskedScope,
  organisation: { readonly id: string; readonly kind: OrganisationKind; readonly regionCode: RegionCode },
  giver: Scope,
): Result<null, ScopeRefusal> =>
  // An enterprise, a venue or a team answers for itself and not for a region.
  asked.ownOrganisationOnly || governsRegion(organisation.kind)
    ? withinGiver(asked, organisation, giver)
    : refuse('SCOPE_NOT_FOR_KIND', { kind: organisation.kind })
