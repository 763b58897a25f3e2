import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { sessionCookie } from '../../../platform/http/doorway.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { passwordExpired, sessionEnd } from '../rules/signIn.ts'
import { describeMe } from './me.ts'
import type { Needs } from './needs.ts'
import { endSessions, moveSession, postsInForce, runningSessions } from './sessionStore.ts'
import type { IdentityTables } from './tables.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Whether the password of a person must be changed before anything else. */
const mustChange = async (tx: Tx, needs: Needs, personId: string, organisationId: string): Promise<boolean> => {
  const account = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.account')
    .select(['password_changed_at', 'must_change_password'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const tightened = await needs.tightenedFor(tx, organisationId)
  return account.must_change_password || passwordExpired(account.password_changed_at, tx.now, tightened)
}

/** One's own session: who am I, switch the post, look at the others, end them. */
export const openOwnSession = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.me, async (tx, { actor }) =>
    describeMe(tx, needs, actor.personId, actor.postId, await mustChange(tx, needs, actor.personId, actor.organisationId)),
  ),

  handle(routes.switchPost, async (tx, { actor, body }) => {
    const posts = await postsInForce(tx, actor.personId, dateInBeijing(tx.now).toString())
    const post = posts.find(({ id }) => id === body.postId)
    if (!post) return refuse('RECORD_NOT_FOUND', { kind: 'post', id: body.postId })
    await moveSession(tx, actor.sessionId, post.id)
    tx.audit({
      action: 'session.switchPost',
      record: { kind: 'session', id: actor.sessionId },
      regionCode: post.regionCode,
      before: { postId: actor.postId },
      after: { postId: post.id },
    })
    return describeMe(tx, needs, actor.personId, post.id, await mustChange(tx, needs, actor.personId, post.organisationId))
  }),

  handle(routes.sessions, async (tx, { actor }) => {
    const tightened = await needs.tightenedFor(tx, actor.organisationId)
    // One that nobody has used since its time ran out ends when somebody tries; it runs no more already now.
    const rows = (await runningSessions(tx, actor.personId)).filter((session) => sessionEnd(session, tx.now, tightened) === null)
    return ok({ rows: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) })
  }),

  handle(routes.revokeSession, async (tx, { actor, params }) => {
    const ended = await endSessions(tx, { personId: actor.personId, id: params.id }, 'revoked')
    if (ended === 0) return refuse('RECORD_NOT_FOUND', { kind: 'session', id: params.id })
    tx.audit({
      action: 'session.revoke',
      record: { kind: 'session', id: params.id },
      regionCode: actor.regionCode,
      after: { reason: 'revoked' },
    })
    return ok(null)
  }),

  handle(routes.signOut, async (tx, { actor, setCookie }) => {
    await endSessions(tx, { personId: actor.personId, id: actor.sessionId }, 'signedOut')
    tx.audit({
      action: 'session.end',
      record: { kind: 'session', id: actor.sessionId },
      regionCode: actor.regionCode,
      after: { reason: 'signedOut' },
    })
    setCookie({ name: sessionCookie, value: '', maxAgeSeconds: 0 })
    return ok(null)
  }),
]
