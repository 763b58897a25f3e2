import type { PersonActor } from '../../../kernel/actor.ts'
import type { Person, Tier } from '../rules/people.ts'

/** Codes of a scope share their first digits: 2 a province, 4 a city, 6 a county, 9 a town, 12 a village (`kernel/region.ts`). */
const tierOf = (lo: string): Exclude<Tier, 'unit'> => {
  if (lo.length <= 2) return 'province'
  if (lo.length <= 4) return 'city'
  return lo.length <= 6 ? 'county' : 'town'
}

/**
 * Who somebody is to the hazards of a unit, in the post of the present session: of the unit itself, of the authority that
 * sees a whole region, or of another organisation. `outside` says as what the latter came: a peer, unless an expert.
 */
export const personOf = (
  { personId, organisationId, roles, scope }: PersonActor,
  unit: { readonly organisationId: string | null },
  outside: 'expert' | 'peer' = 'peer',
): Person => {
  const who = { personId, organisationId, roles }
  if (organisationId === unit.organisationId) return { ...who, side: 'unit', tier: 'unit' }
  if (scope.organisationId === null) return { ...who, side: 'authority', tier: tierOf(scope.lo) }
  return { ...who, side: outside, tier: 'unit' }
}
