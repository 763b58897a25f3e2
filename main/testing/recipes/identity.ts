import { randomUUID } from 'node:crypto'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import type { contract } from '../../../contexts/identity/contract/index.ts'
import { hashPassword } from '../../../contexts/identity/server/passwords.ts'
import { updateAccount } from '../../../contexts/identity/server/personStore.ts'
import { insertPost, updatePost } from '../../../contexts/identity/server/postStore.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Site } from '../world.ts'

const write = async <Value>(house: TestHouse, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error('the test could not set its stage')
  return done.value
}

const rowsOf = (body: { rows: { id: string }[] }): string[] => body.rows.map(({ id }) => id)

const organisationFacts = {
  name: '改名单位',
  shortName: '改名',
  uscc: null,
  line: null,
  parentId: null,
  alsoReportsToId: null,
}

const person = ({ personId }: Site) => ({ params: { id: personId } })
const changedPerson = ({ personId }: Site) => ({ params: { id: personId }, body: { version: 1 } })

/** A record of a deed at the site, as the audit keeps it. */
const deedAt = async (house: TestHouse, site: Site): Promise<{ chain: string; seq: number }> => {
  await write(house, async (tx) =>
    tx.audit({
      action: 'test.deed',
      record: { kind: 'test', id: site.personId },
      regionCode: site.regionCode,
      organisationId: site.organisationId,
      personal: { personId: site.personId, after: { name: '试验人员' } },
    }),
  )
  const { rows } = await house.services.database.pool.query<{ chain: string; seq: number }>(
    'select chain, seq from audit.entry where record_id = $1',
    [site.personId],
  )
  return rows[0]!
}

export const identityRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  signIn: {
    elsewhere: false,
    request: async ({ personId }, _actor, house) => {
      const login = `walk-${randomUUID()}`
      const password_hash = await hashPassword('Right-1234')
      await write(house, async (tx) => {
        await updateAccount(tx, personId, { login, password_hash })
        const { rows } = await house.services.database.pool.query<{ id: string }>('select id from identity.post where person_id = $1', [
          personId,
        ])
        await updatePost(tx, rows[0]!.id, { roles: ['worker'] })
      })
      return { body: { login, password: 'Right-1234' } }
    },
  },
  signOut: {
    elsewhere: false,
    // Signing out ends the session that the walk goes on with, so it is asked with a session of its own.
    request: async (_site, actor, house) => ({ headers: { cookie: `anlan_session=${await house.freshToken(actor.personId)}` } }),
  },
  me: { elsewhere: false, request: () => ({}) },
  switchPost: {
    request: async (site, actor, house) => {
      const personId = site.place === 'own' ? actor.personId : site.personId
      const postId = await write(house, async (tx) => {
        const id = await insertPost(tx, {
          personId,
          organisationId: site.place === 'own' ? actor.organisationId : site.organisationId,
          regionCode: site.regionCode,
          title: '第二岗位',
          scopeRegion: site.regionCode,
          ownOrganisationOnly: !actor.regional,
          startsOn: '2026-01-01',
        })
        await updatePost(tx, id, { roles: [actor.role], roles_granted_at: tx.at })
        return id
      })
      return { body: { postId } }
    },
  },
  sessions: { elsewhere: false, request: () => ({}) },
  revokeSession: {
    request: async (site, actor, house) => ({
      params: { id: site.place === 'own' ? await house.freshSession(actor.personId) : site.sessionId },
    }),
  },
  changePassword: {
    elsewhere: false,
    request: async (_site, actor, house) => {
      const password_hash = await hashPassword('Right-1234')
      await write(house, (tx) => updateAccount(tx, actor.personId, { password_hash, failures: 0, locked_until: null }))
      return { body: { present: 'Right-1234', next: 'Other-5678' } }
    },
  },

  regions: { elsewhere: false, request: () => ({ query: { parent: '330100' } }) },
  region: { request: ({ regionCode }) => ({ params: { code: regionCode } }) },

  organisations: {
    request: ({ regionCode }) => ({ query: { region: regionCode, limit: 500, find: '试验单位' } }),
    holds: ({ body }, { organisationId }) => rowsOf(body).includes(organisationId),
  },
  organisation: { request: ({ organisationId }) => ({ params: { id: organisationId } }) },
  addOrganisation: { request: ({ regionCode }) => ({ body: { ...organisationFacts, kind: 'enterprise', regionCode } }) },
  changeOrganisation: { request: ({ organisationId }) => ({ params: { id: organisationId }, body: { ...organisationFacts, version: 1 } }) },
  decideRegion: {
    request: async ({ organisationId, regionCode }, _actor, house) => {
      // Recorded where nothing was ever split, so that its own region is the one candidate.
      await write(house, async (tx) => {
        await tx
          .tables<{ 'identity.organisation': { id: string; region_to_decide: boolean } }>()
          .updateTable('identity.organisation')
          .set({ region_to_decide: true })
          .where('id', '=', organisationId)
          .execute()
      })
      return { params: { id: organisationId }, body: { regionCode, version: 1 } }
    },
  },
  closeOrganisation: {
    request: async ({ organisationId, personId }, _actor, house) => {
      await house.services.database.pool.query(`update identity.person set left_on = '2026-11-01' where id = $1`, [personId])
      return { params: { id: organisationId }, body: { version: 1 } }
    },
  },

  people: {
    request: ({ organisationId }) => ({ query: { organisationId, limit: 500 } }),
    holds: ({ body }, { personId }) => rowsOf(body).includes(personId),
  },
  person: { request: person },
  addPerson: {
    request: ({ organisationId, regionCode }) => ({
      body: {
        name: '新来的人',
        organisationId,
        login: `walk-${randomUUID().slice(0, 8)}`,
        post: { title: '岗位', scopeRegion: regionCode, ownOrganisationOnly: true },
      },
    }),
  },
  changePerson: { request: ({ personId }) => ({ params: { id: personId }, body: { name: '改名的人', version: 1 } }) },
  leavePerson: { request: changedPerson },
  revealPerson: { request: ({ personId }) => ({ params: { id: personId }, body: { purpose: '核对身份' } }) },
  resetPassword: { request: person },
  unlockAccount: { request: person },

  posts: {
    request: ({ organisationId }) => ({ query: { organisationId, limit: 500 } }),
    holds: ({ body }, { postId }) => rowsOf(body).includes(postId),
  },
  addPost: {
    request: ({ personId, organisationId, regionCode }) => ({
      params: { id: personId },
      body: { organisationId, title: '兼任', scopeRegion: regionCode, ownOrganisationOnly: true },
    }),
  },
  endPost: { request: ({ postId }) => ({ params: { id: postId }, body: { version: 1 } }) },
  grantRoles: { request: ({ postId }) => ({ params: { id: postId }, body: { roles: ['worker'], version: 1 } }) },

  auditEntries: {
    request: async (site, _actor, house) => {
      await deedAt(house, site)
      return { query: { recordKind: 'test', recordId: site.personId } }
    },
    holds: ({ body }) => body.rows.length > 0,
  },
  revealAuditEntry: {
    request: async (site, _actor, house) => {
      const { chain, seq } = await deedAt(house, site)
      return { params: { chain, seq }, body: { purpose: '核查' } }
    },
  },
  auditState: { elsewhere: false, request: () => ({}) },
  verifyAudit: { elsewhere: false, request: () => ({}) },
}
