import { systemActor } from '../../../kernel/actor.ts'
import { asWritten } from '../../../kernel/law.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { sessionCookie } from '../../../platform/http/doorway.ts'
import { handleOutside } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { countAttempt, passwordExpired } from '../rules/signIn.ts'
import { limits } from '../rules/limits.ts'
import { describeMe } from './me.ts'
import type { Needs } from './needs.ts'
import { hashOfNobody, passwordFits } from './passwords.ts'
import { beginSession, postsInForce } from './sessionStore.ts'
import type { IdentityTables } from './tables.ts'

const doorkeeper = systemActor('identity.signIn')

type Account = {
  personId: string
  hash: string
  passwordChangedAt: string
  mustChangePassword: boolean
  regionCode: string
  failuresLeft: number
}

/**
 * Sign-in in three steps, so that no connection is held while argon2 works: the attempt is counted, then the
 * password is checked, then the session begins and the count goes back to nothing.
 */
export const openSignIn = (needs: Needs) =>
  handleOutside(routes.signIn, async ({ body, services, request, setCookie }) => {
    const options = { actor: doorkeeper, request }
    const counted = await transact(services, options, (tx) => countedAccount(tx, body.login))
    if (!counted.ok) return counted
    const account = counted.value
    const fits = await passwordFits(body.password, account?.hash ?? hashOfNobody)
    if (!account || !fits) {
      await transact(services, options, async (tx) => ok(recordFailure(tx, account, body.login)))
      return refuse('SIGN_IN_FAILED', { failuresLeft: account ? account.failuresLeft : null })
    }
    return transact(services, options, async (tx) => {
      await accounts(tx).set({ failures: 0, locked_until: null }).where('person_id', '=', account.personId).execute()
      const posts = await postsInForce(tx, account.personId, dateInBeijing(tx.now).toString())
      const last = await lastPost(tx, account.personId)
      const post = posts.find(({ id }) => id === last) ?? posts[0]
      if (!post) {
        tx.keepOnRefusal()
        return refuse('NO_POST', {})
      }
      const tightened = await needs.tightenedFor(tx, post.organisationId)
      const mustChange = account.mustChangePassword || passwordExpired(account.passwordChangedAt, tx.now, tightened)
      const session = await beginSession(tx, { personId: account.personId, postId: post.id, address: request.address, device: request.device })
      tx.audit({
        action: 'session.start',
        record: { kind: 'session', id: session.id },
        regionCode: post.regionCode,
        after: { personId: account.personId, postId: post.id },
      })
      setCookie({ name: sessionCookie, value: session.token, maxAgeSeconds: limits.absoluteHours.value * 3600 })
      return describeMe(tx, needs, account.personId, post.id, mustChange)
    })
  })

const accounts = (tx: Tx) => tx.tables<IdentityTables>().updateTable('identity.account')

const countedAccount = async (tx: Tx, login: string): Promise<Result<Account | null>> => {
  const found = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.account as account')
    .innerJoin('identity.person as person', 'person.id', 'account.person_id')
    .select([
      'account.person_id as personId',
      'account.password_hash as hash',
      'account.password_changed_at as passwordChangedAt',
      'account.must_change_password as mustChangePassword',
      'account.failures',
      'account.locked_until as lockedUntil',
      'person.region_code as regionCode',
    ])
    .where((row) => row(row.fn('lower', ['account.login']), '=', login.toLowerCase()))
    .where('account.closed_at', 'is', null)
    .forUpdate('account')
    .executeTakeFirst()
  if (!found) return ok(null)
  const { failures, lockedUntil, ...account } = found
  // Before anybody is known there is no organisation whose tightened limit could count.
  const attempt = countAttempt({ failures, lockedUntil }, tx.now, asWritten)
  if (!attempt.ok) return attempt
  const { after, failuresLeft } = attempt.value
  await accounts(tx)
    .set({ failures: after.failures, last_failure_at: tx.at, locked_until: after.lockedUntil })
    .where('person_id', '=', account.personId)
    .execute()
  return ok({ ...account, failuresLeft })
}

/** A failure for a known account is on the record under its region; an unknown login leaves only that it was unknown. */
const recordFailure = (tx: Tx, account: Account | null, login: string): void => {
  tx.audit({
    action: 'session.start',
    record: { kind: 'account', id: account?.personId ?? 'unknown' },
    regionCode: account?.regionCode ?? '000000',
    result: 'refused',
    refusalCode: 'SIGN_IN_FAILED',
    after: account ? { failuresLeft: account.failuresLeft } : { loginLength: login.length },
  })
}

const lastPost = async (tx: Tx, personId: string): Promise<string | null> => {
  const last = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.session')
    .select('post_id')
    .where('person_id', '=', personId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.post_id ?? null
}
