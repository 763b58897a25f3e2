import type { Role } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/index.ts'
import type { Needs } from './needs.ts'
import { regionPathOf } from './regionStore.ts'
import { postsInForce, type PostRow } from './sessionStore.ts'
import type { IdentityTables } from './tables.ts'

type Me = RouteOutput<typeof routes.me>
type PostInHand = Me['post']

const inHand = async (tx: Tx, post: PostRow): Promise<PostInHand> => ({
  ...post,
  regionPath: (await regionPathOf(tx, post.regionCode)).map(({ code, name, nameEn }) => ({ code, name, nameEn })),
})

/** Who somebody is in the present post, and which posts he or she could switch to. */
export const describeMe = async (
  tx: Tx,
  needs: Needs,
  personId: string,
  postId: string,
  mustChangePassword: boolean,
): Promise<Result<Me>> => {
  const person = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.person as person')
    .innerJoin('identity.account as account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'account.login'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  const inForce = await postsInForce(tx, personId, dateInBeijing(tx.now).toString())
  const posts: PostInHand[] = []
  for (const post of inForce) posts.push(await inHand(tx, post))
  const post = posts.find(({ id }) => id === postId)
  if (!post) return refuse('NO_POST', {})
  // Until the password is changed nothing else may be done; the roles are there, the actions are not.
  const actions = mustChangePassword ? [] : needs.actionsOf(post.roles as readonly Role[])
  return ok({ person, post, posts, actions: [...actions], mustChangePassword, serverTime: tx.at })
}
