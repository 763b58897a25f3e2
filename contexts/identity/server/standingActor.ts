import type { PersonActor } from '../../../kernel/actor.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { scopeOf } from './authenticate.ts'
import { postsInForce } from './sessionStore.ts'

/** Who began something and in which post; the session that stands in the audit of what is done in his name. */
export type Begun = { readonly personId: string; readonly postId: string; readonly sessionId: string }

/**
 * The actor of work that goes on after its request: the post as it stands now, with the roles and the scope it has now;
 * undefined where it has ended.
 */
export const standingActor = async (tx: Tx, { personId, postId, sessionId }: Begun): Promise<PersonActor | undefined> => {
  const post = (await postsInForce(tx, personId, dateInBeijing(tx.now).toString())).find(({ id }) => id === postId)
  return (
    post && {
      kind: 'person',
      personId,
      sessionId,
      postId,
      organisationId: post.organisationId,
      regionCode: post.regionCode,
      roles: post.roles,
      scope: scopeOf(post),
    }
  )
}
