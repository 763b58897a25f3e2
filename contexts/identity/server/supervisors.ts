import { sql } from 'kysely'
import type { Role } from '../../../kernel/actor.ts'
import { codePath, regionCode } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Somebody with a standing post in an authority that answers for a region. */
export type SupervisorPost = {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly organisationId: string
  /** What the post answers for; the region asked for lies in it. */
  readonly scopeRegion: string
}

/** Who of these roles answers for a region, or for one it lies in; posts in the asker's sight alone. */
export const supervisorsFor = async (tx: Tx, region: string, roles: readonly Role[]): Promise<readonly SupervisorPost[]> => {
  const { rows } = await sql<SupervisorPost>`
    select person.id as "personId", person.name, post.title, post.organisation_id as "organisationId", post.scope_region as "scopeRegion"
    from identity.post join identity.person on person.id = post.person_id
    where post.roles && ${[...roles]}::text[] and not post.own_organisation_only and post.ends_on is null and person.left_on is null
      and post.scope_region = any(${[...codePath(regionCode(region))]}::text[])
    order by post.scope_region desc, person.name, person.id limit 500`.execute(tx.tables())
  return rows
}
