import { randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { regionCode, regionRange } from '../../../../kernel/region.ts'
import type { Services } from '../../../../platform/database/transaction.ts'
import type { OrganisationKind } from '../../rules/organisations.ts'
import { childrenOf } from '../../rules/regions.ts'
import { scopeOf } from '../authenticate.ts'
import type { IdentityTables } from '../tables.ts'

/** Somebody of the sample in one post, as the doorway would hand him or her to a use case. */
export type SamplePost = {
  readonly login: string | null
  readonly title: string
  readonly organisation: {
    readonly id: string
    readonly kind: OrganisationKind
    readonly name: string
    readonly shortName: string
    readonly uscc: string | null
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

/** Who plays in the histories of the other rooms, in the order of their posts, and the counties of the sample's city with their towns. */
export type SampleCast = { readonly posts: readonly SamplePost[]; readonly counties: readonly SampleCounty[] }

const hangzhou = regionCode('330100')

/**
 * The people of the sample in a house in which nobody has signed in yet, so that all are as the sample made them; null in
 * any other. Of Hangzhou and of the province's own offices.
 */
export const sampleCast = async ({ database }: Services): Promise<SampleCast | null> => {
  const tables = database.kysely.$extendTables<IdentityTables>()
  const entered = await tables.selectFrom('identity.session').select('id').limit(1).executeTakeFirst()
  if (entered) return null
  const { lo, hi } = regionRange(hangzhou)
  const rows = await tables
    .selectFrom('identity.post as post')
    .innerJoin('identity.organisation as organisation', 'organisation.id', 'post.organisation_id')
    .leftJoin('identity.account as account', 'account.person_id', 'post.person_id')
    .select(['post.id as postId', 'post.person_id as personId', 'post.title', 'post.roles', 'post.region_code as regionCode'])
    .select(['post.scope_region as scopeRegion', 'post.own_organisation_only as ownOrganisationOnly', 'account.login'])
    .select(['organisation.id', 'organisation.kind', 'organisation.name', 'organisation.short_name', 'organisation.uscc'])
    .select(['organisation.line', 'organisation.region_code as organisationRegion'])
    .where(({ or, and, eb }) =>
      or([
        eb('organisation.region_code', '=', '330000'),
        and([eb('organisation.region_code', '>=', lo), eb('organisation.region_code', '<', hi)]),
      ]),
    )
    // By name, not by id: the same sample plays the same parts at every first start.
    .orderBy('organisation.region_code')
    .orderBy('organisation.name')
    .orderBy('post.title')
    .orderBy('post.made_at')
    .execute()
  if (!rows.some(({ login }) => login === 'plant.principal')) return null
  const posts = rows
    .filter(({ roles }) => roles.length > 0)
    .map((row): SamplePost => {
      const post = { ...row, organisationId: row.id, scopeRegion: regionCode(row.scopeRegion) }
      const { id, kind, name, short_name: shortName, uscc, line, organisationRegion } = row
      return {
        login: row.login,
        title: row.title,
        organisation: { id, kind, name, shortName, uscc, line, regionCode: organisationRegion },
        actor: {
          kind: 'person',
          personId: row.personId,
          sessionId: randomUUIDv7(),
          postId: row.postId,
          organisationId: id,
          regionCode: row.regionCode,
          roles: row.roles as PersonActor['roles'],
          scope: scopeOf(post),
        },
      }
    })
  const counties = childrenOf(hangzhou).map(({ code, name }) => ({
    code,
    name,
    towns: childrenOf(code)
      .filter(({ statisticalOnly }) => !statisticalOnly)
      .map((town) => ({ code: town.code, name: town.name })),
  }))
  return { posts, counties }
}
