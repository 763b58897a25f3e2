import type { Role } from '../../../kernel/actor.ts'

/** From the unit itself up to the province. A town's office or a park stands between unit and county. */
export const tiers = ['unit', 'town', 'county', 'city', 'province'] as const

export type Tier = (typeof tiers)[number]

/** What somebody's organisation is to a hazard. */
export const sides = ['unit', 'authority', 'expert', 'peer', 'public'] as const

export type Side = (typeof sides)[number]

/** The person who acts, in the post of the present session. */
export type Person = {
  readonly personId: string
  readonly organisationId: string
  readonly side: Side
  /** Of the authority; `unit` for all others. */
  readonly tier: Tier
  readonly roles: readonly Role[]
}

/** A person as the record keeps him or her. */
export type Who = Omit<Person, 'roles'> & {
  /** The head of the unit, or a leader of the authority. */
  readonly leads: boolean
}

const heads: readonly Role[] = ['principal', 'venueManager']
const managers: readonly Role[] = [...heads, 'safetyOfficer']
const supervisors: readonly Role[] = ['officer', 'inspector', 'leader']

const holds = (person: Person, roles: readonly Role[]): boolean => person.roles.some((role) => roles.includes(role))

/** 安全生产法 art. 5: the first responsible person of the unit. */
export const isHead = (person: Person): boolean => person.side === 'unit' && holds(person, heads)

/** Manages safety in the unit. */
export const isManager = (person: Person): boolean => person.side === 'unit' && holds(person, managers)

/** Supervises for an authority. */
export const isAuthority = (person: Person): boolean => person.side === 'authority' && person.tier !== 'unit' && holds(person, supervisors)

const heightOf = (tier: Tier): number => tiers.indexOf(tier)

/** Whether one tier stands as high as another, or higher. */
export const atLeast = (tier: Tier, least: Tier): boolean => heightOf(tier) >= heightOf(least)

/** 安全生产法 art. 41: departments of the county or above answer for major hazards. */
export const isCountyAuthority = (person: Person): boolean => isAuthority(person) && atLeast(person.tier, 'county')

/** What the record keeps of who acted. */
export const whoOf = (person: Person): Who => ({
  personId: person.personId,
  organisationId: person.organisationId,
  side: person.side,
  tier: person.tier,
  leads: isHead(person) || (isAuthority(person) && person.roles.includes('leader')),
})

/**
 * Whether a person stands one tier above who set a deadline, and so may move it: an authority of a higher tier; inside a
 * unit its head, above a safety officer; in a province, above which nobody stands here, another leader.
 */
export const standsAbove = (person: Person, setter: Who): boolean => {
  if (person.personId === setter.personId) return false
  if (isAuthority(person) && heightOf(person.tier) > heightOf(setter.tier)) return true
  if (setter.tier === 'unit') return isHead(person) && !setter.leads
  return setter.tier === 'province' && isAuthority(person) && person.tier === 'province' && person.roles.includes('leader')
}
