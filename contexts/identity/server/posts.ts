import type { Role } from '../../../kernel/actor.ts'
import { parseRegionCode, regionCode } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { rolesOfOnePerson } from '../rules/adminRoles.ts'
import { regionInForce } from '../rules/regionInForce.ts'
import { judgeScope, withinGiver } from '../rules/scopes.ts'
import { keepOrganisation } from './organisationStore.ts'
import { lockPerson } from './personStore.ts'
import {
  endEveryPost,
  insertPost,
  listPosts,
  lockPost,
  lockRolesOf,
  otherRolesOf,
  shownPost,
  updatePost,
  type EndedPost,
  type Post,
  type PostTableRow,
} from './postStore.ts'
import { endSessions } from './sessionStore.ts'

export type AskedPost = {
  readonly organisationId: string
  readonly title: string
  readonly scopeRegion: string
  readonly ownOrganisationOnly: boolean
}

const tell = (
  tx: Tx,
  fact: 'postAdded' | 'postEnded' | 'rolesGranted',
  post: Pick<PostTableRow, 'id' | 'person_id' | 'region_code' | 'organisation_id'>,
): void =>
  tx.emit({
    type: `identity.${fact}`,
    regionCode: post.region_code,
    organisationId: post.organisation_id,
    record: { kind: 'post', id: post.id },
    payload: { postId: post.id, personId: post.person_id },
  })

const record = (
  tx: Tx,
  action: string,
  post: Pick<PostTableRow, 'id' | 'region_code' | 'organisation_id'>,
  before: object | null,
  after: object,
): void =>
  tx.audit({
    action,
    record: { kind: 'post', id: post.id },
    regionCode: post.region_code,
    organisationId: post.organisation_id,
    ...(before === null ? {} : { before: { ...before } }),
    after: { ...after },
  })

/** Gives a person a post; the roles are the security administrator's to grant, who now owes them. */
export const givePost = async (tx: Tx, personId: string, asked: AskedPost): Promise<Result<Post>> => {
  const organisation = await keepOrganisation(tx, asked.organisationId)
  if (!organisation) return refuse('RECORD_NOT_FOUND', { kind: 'organisation', id: asked.organisationId })
  if (organisation.closed_on !== null) return refuse('ORGANISATION_CLOSED', { name: organisation.name, closedOn: organisation.closed_on })
  const scopeRegion = parseRegionCode(asked.scopeRegion)
  if (!scopeRegion.ok) return refuse('REGION_UNKNOWN', { regionCode: asked.scopeRegion })
  const today = dateInBeijing(tx.now).toString()
  const inForce = regionInForce(scopeRegion.value, today)
  if (!inForce.ok) return inForce
  const judged = judgeScope(
    { scopeRegion: inForce.value, ownOrganisationOnly: asked.ownOrganisationOnly },
    { id: organisation.id, kind: organisation.kind, regionCode: regionCode(organisation.region_code) },
    tx.actor.scope,
  )
  if (!judged.ok) return judged
  const id = await insertPost(tx, { ...asked, personId, regionCode: organisation.region_code, startsOn: today })
  const post = { id, person_id: personId, region_code: organisation.region_code, organisation_id: organisation.id }
  record(tx, 'post.add', post, null, {
    personId,
    title: asked.title,
    scopeRegion: asked.scopeRegion,
    ownOrganisationOnly: asked.ownOrganisationOnly,
  })
  tell(tx, 'postAdded', post)
  return ok((await shownPost(tx, id))!)
}

/** Ends every post in force of a person who leaves, also those that lie out of scope. */
export const endPostsOf = async (tx: Tx, personId: string): Promise<void> => {
  const endsOn = dateInBeijing(tx.now).toString()
  for (const row of await endEveryPost(tx, personId, endsOn)) ended(tx, row, endsOn)
}

const end = async (tx: Tx, row: PostTableRow): Promise<void> => {
  const endsOn = dateInBeijing(tx.now).toString()
  await updatePost(tx, row.id, { ends_on: endsOn })
  await endSessions(tx, { personId: row.person_id, postId: row.id }, 'postEnded')
  ended(tx, row, endsOn)
}

const ended = (tx: Tx, row: EndedPost, endsOn: string): void => {
  record(tx, 'post.end', row, { endsOn: null, roles: row.roles }, { endsOn })
  tell(tx, 'postEnded', row)
}

/** The row a change begins from: in scope, in force, and of the version the writer saw. */
const inForceRow = async (tx: Tx, id: string, version: number): Promise<Result<PostTableRow>> => {
  const row = await lockPost(tx, id)
  if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'post', id })
  if (row.ends_on !== null) return refuse('POST_ENDED', { endsOn: row.ends_on })
  if (row.version !== version) return refuse('VERSION_STALE', { kind: 'post', id, expectedVersion: version, actualVersion: row.version })
  return ok(row)
}

const grant = async (tx: Tx, grantedBy: string, id: string, asked: readonly Role[], version: number): Promise<Result<Post>> => {
  const roles = [...new Set(asked)]
  if (roles.length === 0) return refuse('ROLES_EMPTY', {})
  const row = await inForceRow(tx, id, version)
  if (!row.ok) return row
  if (row.value.person_id === grantedBy) return refuse('OWN_ROLES', {})
  // Two grants to two posts of one person must not pass each other, also where the person is at home out of scope.
  await lockRolesOf(tx, row.value.person_id)
  const judged = rolesOfOnePerson([...roles, ...(await otherRolesOf(tx, row.value.person_id, id))])
  if (!judged.ok) return judged
  const wide = withinGiver(
    { scopeRegion: regionCode(row.value.scope_region), ownOrganisationOnly: row.value.own_organisation_only },
    { id: row.value.organisation_id, regionCode: regionCode(row.value.region_code) },
    tx.actor.scope,
  )
  if (!wide.ok) return wide
  await updatePost(tx, id, { roles, roles_granted_at: tx.at, roles_granted_by: grantedBy })
  record(tx, 'post.grant', row.value, { roles: row.value.roles }, { roles })
  tell(tx, 'rolesGranted', row.value)
  return ok((await shownPost(tx, id))!)
}

/** Posts: given by the system administrator, granted roles by the security administrator, ended with a day. */
export const openPosts = (): readonly RouteHandler[] => [
  handle(routes.posts, async (tx, { query }) => ok(await listPosts(tx, query))),

  handle(routes.addPost, async (tx, { params, body }) => {
    const person = await lockPerson(tx, params.id)
    if (!person) return refuse('RECORD_NOT_FOUND', { kind: 'person', id: params.id })
    if (person.left_on !== null) return refuse('PERSON_LEFT', { leftOn: person.left_on })
    return givePost(tx, params.id, body)
  }),

  handle(routes.endPost, async (tx, { params, body }) => {
    const row = await inForceRow(tx, params.id, body.version)
    if (!row.ok) return row
    await end(tx, row.value)
    return ok((await shownPost(tx, params.id))!)
  }),

  handle(routes.grantRoles, (tx, { actor, params, body }) => grant(tx, actor.personId, params.id, body.roles, body.version)),
]
