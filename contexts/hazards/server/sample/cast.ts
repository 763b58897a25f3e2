import type { PersonActor, Role } from '../../../../kernel/actor.ts'

/** Somebody of the house's sample in one post, as the doorway would hand him or her to a use case. */
export type SamplePost = {
  readonly login: string | null
  readonly title: string
  readonly organisation: {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly shortName: string
    readonly uscc: string | null
    /** The line of government of a department: emergency, fire, water and so on. */
    readonly line: string | null
    readonly regionCode: string
  }
  readonly actor: PersonActor
}

export type SampleCounty = {
  readonly code: string
  readonly name: string
  readonly towns: readonly { readonly code: string; readonly name: string }[]
}

/** Who plays in the sample of this room, and the counties of the sample's city. */
export type SampleCast = { readonly posts: readonly SamplePost[]; readonly counties: readonly SampleCounty[] }

/** Those of a county who find, order and review. */
export type Authority = { readonly leader: PersonActor; readonly officer: PersonActor; readonly inspector: PersonActor }

/** Those of a unit who put right; one person may be all three. */
export type Crew = { readonly head: PersonActor; readonly safety: PersonActor; readonly worker: PersonActor }

export type Cast = SampleCast & {
  /** By the login of a sample account. */
  readonly by: (login: string) => PersonActor
  readonly authorityOf: (county: string) => Authority
  /** The colleagues beside the sample's own inspector and officer of Qiantang. */
  readonly deputies: Authority
  /** The head of a department of a county, who sees to what no organisation answers for. */
  readonly lineOf: (line: string, county: string) => PersonActor
  readonly crewOf: (organisationId: string) => Crew
  readonly organisations: (kinds: readonly string[]) => readonly SamplePost['organisation'][]
}

export const qiantang = '330114'
export const hangzhou = '330100'

/** Finds everybody; a part that nobody can play is a fault of the house's sample. */
export const openCast = (sample: SampleCast): Cast => {
  const { posts } = sample
  const part = (what: string, fits: (post: SamplePost) => boolean): PersonActor => {
    const post = posts.find(fits)
    if (!post) throw new Error(`nobody in the sample can play ${what}`)
    return post.actor
  }
  const by = (login: string, role?: Role) =>
    part(login, (post) => post.login === login && (role === undefined || post.actor.roles.includes(role)))
  const atCounty = (county: string, role: Role) =>
    part(`${role} of ${county}`, ({ login, organisation: { line, regionCode }, actor }) =>
      Boolean(login === null && line === 'emergency' && regionCode === county && actor.roles.includes(role)),
    )
  const own: Authority = { leader: by('county.leader'), officer: by('county.officer', 'officer'), inspector: by('county.inspector') }
  const crewOf = (organisationId: string): Crew => {
    const people = posts.filter(({ organisation: { id } }) => id === organisationId)
    const holding = (roles: readonly Role[]): PersonActor | undefined =>
      roles.map((role) => people.find(({ actor }) => actor.roles.includes(role))?.actor).find((actor) => actor !== undefined)
    const head = holding(['principal', 'venueManager', 'leader'])
    if (!head) throw new Error(`nobody in the sample heads the organisation ${organisationId}`)
    return { head, safety: holding(['safetyOfficer']) ?? head, worker: holding(['worker']) ?? head }
  }
  return {
    ...sample,
    by,
    authorityOf: (county) =>
      county === qiantang
        ? own
        : {
            leader: atCounty(county, 'leader'),
            officer: atCounty(county, 'officer'),
            inspector: atCounty(county, 'inspector'),
          },
    deputies: { leader: own.leader, officer: atCounty(qiantang, 'officer'), inspector: atCounty(qiantang, 'inspector') },
    lineOf: (line, county) =>
      part(`${line} of ${county}`, ({ organisation, actor }) =>
        Boolean(organisation.line === line && organisation.regionCode === county && actor.roles.includes('leader')),
      ),
    crewOf,
    organisations: (kinds) => [
      ...new Map(
        posts.filter(({ organisation }) => kinds.includes(organisation.kind)).map(({ organisation }) => [organisation.id, organisation]),
      ).values(),
    ],
  }
}
