import { systemActor, type Role } from '../../../kernel/actor.ts'
import { countryCode } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import { hashPassword, newFirstPassword } from './passwords.ts'
import { insertOrganisation } from './organisationStore.ts'
import { insertAccount, insertPerson } from './personStore.ts'
import { insertPost, updatePost } from './postStore.ts'
import type { IdentityTables } from './tables.ts'

export type FirstAccount = {
  readonly login: string
  readonly password: string
  readonly words: { readonly zh: string; readonly en: string }
}

const administrators: readonly { login: string; role: Role; zh: string; en: string }[] = [
  { login: 'system', role: 'systemAdmin', zh: '系统管理员', en: 'system administrator' },
  { login: 'security', role: 'securityAdmin', zh: '安全管理员', en: 'security administrator' },
  { login: 'audit', role: 'auditAdmin', zh: '审计管理员', en: 'audit administrator' },
]

/** Whether anybody could sign in; a new house has nobody. */
export const hasAccounts = async (services: Services): Promise<boolean> => {
  const row = await services.database.kysely
    .$extendTables<IdentityTables>()
    .selectFrom('identity.account')
    .select('person_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Three administrators, three people, three passwords: all that a house needs to be filled. */
export const firstAccounts = (): readonly (FirstAccount & { readonly role: Role })[] =>
  administrators.map(({ login, role, zh, en }) => ({ login, role, password: newFirstPassword(), words: { zh, en } }))

/** Writes the first accounts. */
export const makeFirstAccounts = async (services: Services, accounts: ReturnType<typeof firstAccounts>): Promise<void> => {
  const made = await transact(services, { actor: systemActor('identity.makeFirstAccounts') }, async (tx) => {
    const today = dateInBeijing(tx.now).toString()
    const organisationId = await insertOrganisation(tx, {
      kind: 'government',
      name: '平台管理单位',
      short_name: '平台管理',
      uscc: null,
      line: null,
      recorded_region: countryCode,
      region_code: countryCode,
      parent_id: null,
      also_reports_to: null,
      opened_on: today,
    })
    for (const { login, role, password, words } of accounts) {
      const personId = await insertPerson(tx, {
        name: words.zh,
        organisationId,
        regionCode: countryCode,
        joinedOn: today,
        numbers: { identityNumber: null, phone: null },
      })
      await insertAccount(tx, personId, login, await hashPassword(password))
      const postId = await insertPost(tx, {
        personId,
        organisationId,
        regionCode: countryCode,
        title: words.zh,
        scopeRegion: countryCode,
        ownOrganisationOnly: false,
        startsOn: today,
      })
      await updatePost(tx, postId, { roles: [role], roles_granted_at: tx.at })
      tx.audit({
        action: 'person.add',
        record: { kind: 'person', id: personId },
        regionCode: countryCode,
        organisationId,
        after: { login, roles: [role] },
      })
    }
    return ok(null)
  })
  if (!made.ok) throw new Error(`the first accounts were refused: ${made.refusal.code}`)
}
