import { systemActor } from '../../../kernel/actor.ts'
import { asWritten } from '../../../kernel/law.ts'
import { countryCode } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Json } from '../../../platform/audit/entry.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import { sessionCookie } from '../../../platform/http/doorway.ts'
import { handleOutside } from '../../../platform/http/handler.ts'
import type { Job } from '../../../platform/work/work.ts'
import { routes } from '../contract/index.ts'
import { countAttempt, passwordExpired, type AccountState } from '../rules/signIn.ts'
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
  organisationId: string
}

/** A try that was counted, at an account or at a login that nobody has. */
type Counted = { readonly account: Account | null; readonly failuresLeft: number }

/**
 * Sign-in in three steps, so that no connection is held while argon2 works: the attempt is counted, then the
 * password is checked, then the session begins and the count goes back to nothing. A login that nobody has goes the
 * same way to its end, and the answers do not tell it from another.
 */
export const openSignIn = (needs: Needs) =>
  handleOutside(routes.signIn, async ({ body, services, request, setCookie }) => {
    const options = { actor: doorkeeper, request }
    const counted = await transact(services, options, (tx) => countTry(tx, body.login))
    if (!counted.ok) return counted
    const { account, failuresLeft } = counted.value
    const failed = refuse('SIGN_IN_FAILED', { failuresLeft })
    const fits = await passwordFits(body.password, account?.hash ?? hashOfNobody)
    if (!account || !fits) {
      await transact(services, options, async (tx) => ok(recordFailure(tx, account, body.login, failuresLeft)))
      return failed
    }
    return transact(services, options, async (tx) => {
      // Whoever was let go, or given another password, while argon2 worked, is not let in by the old one.
      const same = await accounts(tx)
        .set({ failures: 0, locked_until: null })
        .where('person_id', '=', account.personId)
        .where('password_hash', '=', account.hash)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      if (same.numUpdatedRows === 0n) {
        tx.keepOnRefusal()
        recordFailure(tx, account, body.login, failuresLeft)
        return failed
      }
      const posts = await postsInForce(tx, account.personId, dateInBeijing(tx.now).toString())
      const last = await lastPost(tx, account.personId)
      const post = posts.find(({ id }) => id === last) ?? posts[0]
      if (!post) {
        tx.keepOnRefusal()
        recordRefused(tx, account, 'NO_POST', {})
        return refuse('NO_POST', {})
      }
      const tightened = await needs.tightenedFor(tx, post.organisationId)
      const mustChange = account.mustChangePassword || passwordExpired(account.passwordChangedAt, tx.now, tightened)
      const session = await beginSession(tx, {
        personId: account.personId,
        postId: post.id,
        address: request.address,
        device: request.device,
      })
      tx.audit({
        action: 'session.start',
        by: { personId: account.personId, postId: post.id },
        record: { kind: 'session', id: session.id },
        regionCode: post.regionCode,
        after: { personId: account.personId, postId: post.id },
      })
      setCookie({ name: sessionCookie, value: session.token, maxAgeSeconds: limits.absoluteHours.value * 3600 })
      return describeMe(tx, needs, account.personId, post.id, mustChange)
    })
  })

const accounts = (tx: Tx) => tx.tables<IdentityTables>().updateTable('identity.account')

const accountOf = async (tx: Tx, login: string) =>
  tx
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
      'person.organisation_id as organisationId',
    ])
    .where((row) => row(row.fn('lower', ['account.login']), '=', login.toLowerCase()))
    .where('account.closed_at', 'is', null)
    .forUpdate('account')
    .executeTakeFirst()

const strangers = (tx: Tx) => tx.tables<IdentityTables>()

/** What was tried before under a login that nobody has. */
const strangerOf = async (tx: Tx, index: string): Promise<AccountState> => {
  await strangers(tx)
    .insertInto('identity.stranger')
    .values({ login_index: index, failures: 0, locked_until: null, last_failure_at: tx.at })
    .onConflict((conflict) => conflict.column('login_index').doNothing())
    .execute()
  return strangers(tx)
    .selectFrom('identity.stranger')
    .select(['failures', 'locked_until as lockedUntil'])
    .where('login_index', '=', index)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

const countTry = async (tx: Tx, login: string): Promise<Result<Counted>> => {
  const account = (await accountOf(tx, login)) ?? null
  const index = tx.secrets.blindIndex('login', login.toLowerCase())
  // Before anybody is known there is no organisation whose tightened limit could count.
  const attempt = countAttempt(account ?? (await strangerOf(tx, index)), tx.now, asWritten)
  if (!attempt.ok) {
    tx.keepOnRefusal()
    recordRefused(tx, account, attempt.refusal.code, { lockedUntil: attempt.refusal.facts.lockedUntil })
    return attempt
  }
  const { after, failuresLeft } = attempt.value
  const counted = { failures: after.failures, locked_until: after.lockedUntil, last_failure_at: tx.at }
  await (
    account
      ? accounts(tx).set(counted).where('person_id', '=', account.personId)
      : strangers(tx).updateTable('identity.stranger').set(counted).where('login_index', '=', index)
  ).execute()
  return ok({ account, failuresLeft })
}

/** A refused sign-in is on the record under the account's region; an unknown login leaves only that it was unknown. */
const recordRefused = (tx: Tx, account: Account | null, code: string, after: { readonly [name: string]: Json }): void =>
  tx.audit({
    action: 'session.start',
    record: { kind: 'account', id: account?.personId ?? 'unknown' },
    regionCode: account?.regionCode ?? countryCode,
    result: 'refused',
    refusalCode: code,
    after,
  })

const recordFailure = (tx: Tx, account: Account | null, login: string, failuresLeft: number): void => {
  recordRefused(tx, account, 'SIGN_IN_FAILED', account ? { failuresLeft } : { failuresLeft, loginLength: login.length })
  // The security administrator may be waiting to unlock.
  if (account && failuresLeft === 0)
    tx.emit({
      type: 'identity.personChanged',
      regionCode: account.regionCode,
      organisationId: account.organisationId,
      record: { kind: 'person', id: account.personId },
      payload: { personId: account.personId },
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

/** Tries under logins that nobody has are of no use once their lock has ended. */
const keptHours = 24

export const forgetStrangers: Job = {
  name: 'identity.forgetStrangers',
  timetable: '23 3 * * *',
  run: async (services: Services) => {
    await transact(services, { actor: systemActor('identity.forgetStrangers') }, async (tx) => {
      await strangers(tx)
        .deleteFrom('identity.stranger')
        .where('last_failure_at', '<', tx.now.subtract({ hours: keptHours }).toString())
        .execute()
      return ok(null)
    })
  },
}
