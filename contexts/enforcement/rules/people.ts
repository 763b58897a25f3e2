import type { Role } from '../../../kernel/actor.ts'

/** What somebody is to a case: of the authority that has it, of the party, or of neither. */
export const sides = ['authority', 'party', 'other'] as const

export type Side = (typeof sides)[number]

/** The person who acts, in the post of the present session. */
export type Person = {
  readonly personId: string
  readonly organisationId: string
  readonly side: Side
  readonly roles: readonly Role[]
}

/** A person as the record keeps him or her. */
export type Who = Omit<Person, 'roles'>

/** Who did something and when; an ISO instant of the server. */
export type Step = { readonly by: Who; readonly at: string }

const enforcers: readonly Role[] = ['leader', 'officer', 'inspector']
const heads: readonly Role[] = ['principal', 'venueManager']

const holds = ({ roles }: Person, wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role))

/** Works for the authority that has the case. */
export const isEnforcer = (person: Person): boolean => person.side === 'authority' && holds(person, enforcers)

/** 行政处罚法 art. 57: the person responsible of the authority, who decides. */
export const isLeader = (person: Person): boolean => person.side === 'authority' && person.roles.includes('leader')

/** Speaks for the party: the first responsible person of the unit. */
export const isParty = (person: Person): boolean => person.side === 'party' && holds(person, heads)

export const whoOf = ({ personId, organisationId, side }: Person): Who => ({ personId, organisationId, side })
