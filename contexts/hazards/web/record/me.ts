import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes as identity } from '../../../identity/contract/index.ts'
import type { Person, Tier } from '../../rules/people.ts'

type Me = RouteOutput<typeof identity.me>

/** The tier of an authority by its region. Regions nest in their codes: 2 digits a province, 4 a city, 6 a county, 9 a town (`330000` is 33, `330100` is 3301). */
export const tierOf = (scopeRegion: string): Exclude<Tier, 'unit'> => {
  if (scopeRegion.length > 6) return 'town'
  if (/^\d{2}0000$/.test(scopeRegion)) return 'province'
  return /^\d{4}00$/.test(scopeRegion) ? 'city' : 'county'
}

/** Who the person of the present session is to a hazard of that organisation's unit; the server settles it for itself. */
export const personOf = ({ person, post }: Me, organisationId: string | null): Person => {
  const who = { personId: person.id, organisationId: post.organisationId, roles: post.roles }
  if (post.organisationId === organisationId) return { ...who, side: 'unit', tier: 'unit' }
  if (!post.ownOrganisationOnly) return { ...who, side: 'authority', tier: tierOf(post.scopeRegion) }
  return { ...who, side: 'peer', tier: 'unit' }
}
