import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { byId, id, pageOf, pageQuery, post, regionCode, role, text, version } from './shapes.ts'

/** Posts and the roles they carry. */
export const postRoutes = {
  posts: route({
    method: 'GET',
    path: '/api/identity/posts',
    summary: { zh: '岗位列表', en: 'Posts' },
    action: 'person.read',
    scope: 'rows',
    query: z.object({ ...pageQuery, waiting: z.stringbool().default(false), organisationId: id.optional() }),
    output: pageOf(post),
    success: 200,
    refusals: [],
  }),
  addPost: route({
    method: 'POST',
    path: '/api/identity/people/:id/posts',
    summary: { zh: '任职', en: 'Give a person a post' },
    action: 'post.add',
    scope: 'record',
    params: byId,
    body: z.object({ organisationId: id, title: text, scopeRegion: regionCode, ownOrganisationOnly: z.boolean() }),
    output: post,
    success: 201,
    refusals: ['PERSON_LEFT', 'ORGANISATION_CLOSED', 'SCOPE_TOO_WIDE', 'SCOPE_NOT_FOR_KIND', 'REGION_UNKNOWN'],
  }),
  endPost: route({
    method: 'POST',
    path: '/api/identity/posts/:id/end',
    summary: { zh: '免职', en: 'End a post' },
    action: 'post.end',
    scope: 'record',
    params: byId,
    body: z.object({ version }),
    output: post,
    success: 200,
    refusals: ['POST_ENDED', 'VERSION_STALE'],
  }),
  grantRoles: route({
    method: 'PUT',
    path: '/api/identity/posts/:id/roles',
    summary: { zh: '授予角色', en: 'Grant roles to a post' },
    action: 'post.grant',
    scope: 'record',
    params: byId,
    body: z.object({ roles: z.array(role).max(6), version }),
    output: post,
    success: 200,
    refusals: ['ADMIN_ROLES_EXCLUDE', 'KEEPER_ROLE_EXCLUDES', 'ROLES_EMPTY', 'OWN_ROLES', 'SCOPE_TOO_WIDE', 'POST_ENDED', 'VERSION_STALE'],
  }),
}
