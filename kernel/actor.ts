/**
 * The roles of the product. A post carries one or more; what each may do is declared
 * with every action in the contract of its room.
 */
export const roles = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'leader',
  'officer',
  'inspector',
  'dispatcher',
  'principal',
  'safetyOfficer',
  'guard',
  'worker',
  'venueManager',
  'rescuer',
  'tipKeeper',
] as const

export type Role = (typeof roles)[number]

/**
 * What one post may see: the half-open range of region codes (compared byte by byte), and,
 * where the post belongs to an enterprise, a venue or a team, only that organisation.
 */
export type Scope = {
  readonly lo: string
  readonly hi: string
  readonly organisationId: string | null
}

/** A person who acts in one post of his or her own; one session acts in one post. */
export type PersonActor = {
  readonly kind: 'person'
  readonly personId: string
  readonly sessionId: string
  readonly postId: string
  readonly organisationId: string
  readonly regionCode: string
  readonly roles: readonly Role[]
  readonly scope: Scope
}

/** Nobody signed in: the sign-in page, and later the public's reports. */
export type AnonymousActor = { readonly kind: 'anonymous'; readonly scope: Scope }

/** The product itself: jobs, listeners, migrations and the sample. */
export type SystemActor = { readonly kind: 'system'; readonly name: string; readonly scope: Scope }

export type Actor = PersonActor | AnonymousActor | SystemActor

/** Sees nothing that has a scope. */
export const noScope: Scope = { lo: '', hi: '', organisationId: null }

/** Sees everything; ':' is the character after '9', so every region code lies below it. */
export const wholeScope: Scope = { lo: '', hi: ':', organisationId: null }

export const anonymous: AnonymousActor = { kind: 'anonymous', scope: noScope }

/** The product acting by itself, named after the job or listener that acts. */
export const systemActor = (name: string): SystemActor => ({ kind: 'system', name, scope: wholeScope })

/** Whether a record of this region and organisation lies in the scope. */
export const inScope = (scope: Scope, record: { regionCode: string; organisationId?: string | null }): boolean =>
  record.regionCode >= scope.lo &&
  record.regionCode < scope.hi &&
  (scope.organisationId === null || scope.organisationId === record.organisationId)
