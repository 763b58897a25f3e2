import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { handleOutside } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { countAttempt, judgePassword } from '../rules/signIn.ts'
import type { Needs } from './needs.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { endSessions } from './sessionStore.ts'
import type { IdentityTables } from './tables.ts'

/**
 * A person changes the password. Wrong tries are counted like those of sign-in, or a screen left open would be a
 * place to guess in peace. Every other session of the person ends.
 */
export const openChangePassword = (needs: Needs) =>
  handleOutside(routes.changePassword, async ({ actor, body, services, request }) => {
    const options = { actor, request }
    const counted = await transact(services, options, async (tx): Promise<Result<{ login: string; hash: string }>> => {
      const account = await tx
        .tables<IdentityTables>()
        .selectFrom('identity.account')
        .select(['login', 'password_hash as hash', 'failures', 'locked_until as lockedUntil'])
        .where('person_id', '=', actor.personId)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const attempt = countAttempt(account, tx.now, await needs.tightenedFor(tx, actor.organisationId))
      if (!attempt.ok) return attempt
      const { after } = attempt.value
      await update(tx, actor.personId, { failures: after.failures, locked_until: after.lockedUntil, last_failure_at: tx.at })
      return ok(account)
    })
    if (!counted.ok) return counted
    const { login, hash } = counted.value
    if (!(await passwordFits(body.present, hash))) return refuse('PASSWORD_WRONG', {})
    const judged = await transact(services, options, async (tx) => {
      await update(tx, actor.personId, { failures: 0, locked_until: null })
      tx.keepOnRefusal()
      return judgePassword(body.next, login, await needs.tightenedFor(tx, actor.organisationId))
    })
    if (!judged.ok) return judged
    // Both are hashed in this form, so another spelling of the same characters is no change.
    if (body.next.normalize('NFC') === body.present.normalize('NFC')) return refuse('PASSWORD_UNCHANGED', {})
    const next = await hashPassword(body.next)
    return transact(services, options, async (tx) => {
      const same = await tx
        .tables<IdentityTables>()
        .updateTable('identity.account')
        .set({ password_hash: next, password_changed_at: tx.at, must_change_password: false })
        .where('person_id', '=', actor.personId)
        // Another password was set while argon2 worked: the one that was typed is no longer the present one.
        .where('password_hash', '=', hash)
        .executeTakeFirst()
      if (same.numUpdatedRows === 0n) return refuse('PASSWORD_WRONG', {})
      await endSessions(tx, { personId: actor.personId, except: actor.sessionId }, 'passwordChanged')
      tx.audit({
        action: 'password.change',
        record: { kind: 'account', id: actor.personId },
        regionCode: actor.regionCode,
        after: { changedAt: tx.at },
      })
      return ok(null)
    })
  })

const update = async (tx: Tx, personId: string, values: Partial<IdentityTables['identity.account']>): Promise<void> => {
  await tx.tables<IdentityTables>().updateTable('identity.account').set(values).where('person_id', '=', personId).execute()
}
