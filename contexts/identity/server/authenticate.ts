import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import { countryCode, regionCode, regionRange } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import type { Authenticate } from '../../../platform/http/doorway.ts'
import { passwordExpired, sessionEnd } from '../rules/signIn.ts'
import type { Needs } from './needs.ts'
import { endSessions, postsInForce, sessionOfToken, touchSession, type PostRow } from './sessionStore.ts'

const authenticator = systemActor('identity.authenticate')

/** The scope of a post: the region it answers for, or its own organisation within the organisation's region. */
export const scopeOf = (post: Pick<PostRow, 'scopeRegion' | 'ownOrganisationOnly' | 'organisationId'>): PersonActor['scope'] => {
  const { lo, hi } = regionRange(post.ownOrganisationOnly ? countryCode : regionCode(post.scopeRegion))
  return { lo, hi, organisationId: post.ownOrganisationOnly ? post.organisationId : null }
}

// The time a session was last used is written once a minute: precise enough for an idle limit of minutes.
const touchAfterSeconds = 60

/**
 * Who stands behind a session's token. The session must run, its person must have it still, and the post must be in
 * force. An open screen that only listens does not count as use. While the password must be changed the actor has no roles, so only routes for anybody signed in are open.
 */
export const openAuthenticate =
  (services: Services, needs: Needs, { countsAsUse }: { readonly countsAsUse: boolean }): Authenticate =>
  async (token, request) => {
    if (token === null) return refuse('SIGN_IN_REQUIRED', {})
    return transact(services, { actor: authenticator, request }, async (tx): Promise<Result<PersonActor>> => {
      const session = await sessionOfToken(tx, token)
      if (!session) return refuse('SIGN_IN_REQUIRED', {})
      if (session.endReason === 'idle' || session.endReason === 'absolute' || session.endReason === 'postEnded')
        return refuse('SESSION_ENDED', { reason: session.endReason })
      if (session.endReason !== null) return refuse('SESSION_ENDED', { reason: 'revoked' })

      const posts = await postsInForce(tx, session.personId, dateInBeijing(tx.now).toString())
      const post = posts.find(({ id }) => id === session.postId)
      const tightened = post ? await needs.tightenedFor(tx, post.organisationId) : new Map()
      const end = post ? sessionEnd(session, tx.now, tightened) : 'postEnded'
      if (end !== null || !post) {
        const reason = end ?? 'postEnded'
        const ended = await endSessions(tx, { personId: session.personId, id: session.id }, reason)
        tx.keepOnRefusal()
        // Of several requests that come at once one ends it.
        if (ended > 0)
          tx.audit({
            action: 'session.end',
            record: { kind: 'session', id: session.id },
            regionCode: post?.regionCode ?? countryCode,
            after: { reason },
          })
        return refuse('SESSION_ENDED', { reason })
      }
      const idleSeconds = Temporal.Instant.from(session.lastSeenAt).until(tx.now).total('seconds')
      if (countsAsUse && idleSeconds >= touchAfterSeconds) await touchSession(tx, session.id)
      const mustChange = session.mustChangePassword || passwordExpired(session.passwordChangedAt, tx.now, tightened)
      return ok({
        kind: 'person',
        personId: session.personId,
        sessionId: session.id,
        postId: post.id,
        organisationId: post.organisationId,
        regionCode: post.regionCode,
        roles: mustChange ? [] : post.roles,
        scope: scopeOf(post),
      })
    })
  }
