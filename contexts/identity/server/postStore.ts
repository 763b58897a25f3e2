import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Role } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/index.ts'
import { peopleNames } from './names.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { IdentityTables } from './tables.ts'

export type Post = RouteOutput<typeof routes.addPost>
export type PostTableRow = IdentityTables['identity.post']

const tables = (tx: Tx) => tx.tables<IdentityTables>()

const inScopeQuery = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('identity.post as post').where('post.region_code', '>=', lo).where('post.region_code', '<', hi)
  return organisationId === null ? query : query.where('post.organisation_id', '=', organisationId)
}

type InScope = ReturnType<typeof inScopeQuery>

const shown = (from: InScope) =>
  from
    .leftJoin('identity.person as person', 'person.id', 'post.person_id')
    .innerJoin('identity.organisation as organisation', 'organisation.id', 'post.organisation_id')
    .leftJoin('identity.region as region', 'region.code', 'post.scope_region')
    .select([
      'post.id',
      'post.title',
      'post.person_id as personId',
      'person.name as personName',
      'post.organisation_id as organisationId',
      'organisation.name as organisationName',
      'post.region_code as regionCode',
      'post.roles',
      'post.scope_region as scopeRegion',
      sql<string>`coalesce(region.name, post.scope_region)`.as('scopeRegionName'),
      sql<string>`coalesce(region.name_en, post.scope_region)`.as('scopeRegionNameEn'),
      'post.own_organisation_only as ownOrganisationOnly',
      'post.starts_on as startsOn',
      'post.ends_on as endsOn',
      'post.roles_granted_at as rolesGrantedAt',
      'post.version',
    ])

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>>

/** Whose posts they are, also where the holder is at home out of scope: a name and nothing else. */
const named = async (tx: Tx, rows: readonly Shown[]): Promise<Post[]> => {
  const elsewhere = rows.filter(({ personName }) => personName === null).map(({ personId }) => personId)
  const names = await peopleNames(tx, elsewhere)
  return rows.map((row) => ({ ...row, personName: row.personName ?? names.get(row.personId) ?? '' }))
}

/** The posts of these people within the scope, ended ones last. */
export const postsOfPeople = async (tx: Tx, personIds: readonly string[]): Promise<Post[]> =>
  personIds.length === 0
    ? []
    : named(
        tx,
        await shown(inScopeQuery(tx))
          .where('post.person_id', 'in', personIds)
          .orderBy(sql`post.ends_on is not null`)
          .orderBy('post.made_at')
          .execute(),
      )

export const shownPost = async (tx: Tx, id: string): Promise<Post | undefined> =>
  (await named(tx, await shown(inScopeQuery(tx)).where('post.id', '=', id).execute()))[0]

type Query = RouteInput<typeof routes.posts>['query']

/** A page of posts in force by age; `waiting` keeps those whose roles are still to be granted. */
export const listPosts = async (tx: Tx, query: Query) => {
  let matching: InScope = inScopeQuery(tx).where('post.ends_on', 'is', null)
  if (query.waiting) matching = matching.where('post.roles_granted_at', 'is', null)
  if (query.organisationId) matching = matching.where('post.organisation_id', '=', query.organisationId)
  const { total } = await matching.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = shown(matching)
  const after = readCursor(query.after, 1)
  if (after) page = page.where('post.id', '>', after[0]!)
  const rows = await page
    .orderBy('post.id')
    .limit(query.limit + 1)
    .execute()
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { rows: await named(tx, rows.slice(0, query.limit)), total: Number(total), next: last ? cursorOf([last.id]) : null }
}

export const lockPost = async (tx: Tx, id: string): Promise<PostTableRow | undefined> =>
  inScopeQuery(tx).selectAll('post').where('post.id', '=', id).forUpdate('post').executeTakeFirst()

export type NewPost = {
  readonly personId: string
  readonly organisationId: string
  readonly regionCode: string
  readonly title: string
  readonly scopeRegion: string
  readonly ownOrganisationOnly: boolean
  readonly startsOn: string
}

export const insertPost = async (tx: Tx, post: NewPost): Promise<string> => {
  const id = randomUUIDv7()
  await tables(tx)
    .insertInto('identity.post')
    .values({
      id,
      person_id: post.personId,
      organisation_id: post.organisationId,
      region_code: post.regionCode,
      title: post.title,
      roles: [],
      scope_region: post.scopeRegion,
      own_organisation_only: post.ownOrganisationOnly,
      starts_on: post.startsOn,
      ends_on: null,
      roles_granted_at: null,
      roles_granted_by: null,
      version: 1,
      made_at: tx.at,
    })
    .execute()
  return id
}

export const updatePost = async (tx: Tx, id: string, values: Partial<PostTableRow>): Promise<void> => {
  await tables(tx)
    .updateTable('identity.post')
    .set({ ...values, version: sql`version + 1` as never })
    .where('id', '=', id)
    .execute()
}

export type EndedPost = Pick<PostTableRow, 'id' | 'person_id' | 'organisation_id' | 'region_code' | 'roles'>

/** Ends whatever posts a person has in force, in or out of scope; answers which they were. */
export const endEveryPost = async (tx: Tx, personId: string, day: string): Promise<readonly EndedPost[]> => {
  const { rows } = await sql<EndedPost>`select * from identity.end_posts(${personId}::uuid, ${day}::date)`.execute(tx.tables())
  return rows
}

/** Whoever changes the roles of a person waits here until the one before has committed. */
export const lockRolesOf = async (tx: Tx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.roles:${personId}`}, 0))`.execute(tx.tables())
}

/** The roles of every post in force of a person, in or out of scope, but for one post: administrators exclude each other over all of them. */
export const otherRolesOf = async (tx: Tx, personId: string, exceptPostId: string): Promise<Role[]> => {
  const { rows } = await sql<{ role: Role }>`select identity.other_roles(${personId}::uuid, ${exceptPostId}::uuid) as role`.execute(
    tx.tables(),
  )
  return rows.map(({ role }) => role)
}
