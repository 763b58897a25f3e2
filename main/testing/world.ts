import { randomUUID } from 'node:crypto'
import { systemActor, type Role } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { insertOrganisation } from '../../contexts/identity/server/organisationStore.ts'
import { insertAccount, insertPerson } from '../../contexts/identity/server/personStore.ts'
import { insertPost, updatePost } from '../../contexts/identity/server/postStore.ts'
import { beginSession } from '../../contexts/identity/server/sessionStore.ts'
import { hashOfNobody } from '../../contexts/identity/server/passwords.ts'
import type { OrganisationKind } from '../../contexts/identity/rules/organisations.ts'
import { transact, type Tx } from '../../platform/database/transaction.ts'
import type { Caller, TestHouse } from './testHouse.ts'

/**
 * Where a record lies, seen from the actor: in its own region or organisation, in the county next door, above, below,
 * or at another organisation of the same county.
 */
export const places = ['own', 'sibling', 'above', 'below', 'neighbour'] as const
export type Place = (typeof places)[number]

const county = '330114'
const regionAt: Readonly<Record<Place, string>> = { own: county, sibling: '330109', above: '330100', below: '330114001', neighbour: county }

/** Roles of a bureau answer for a region; the others see their own organisation. */
const regional: readonly Role[] = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'leader',
  'officer',
  'inspector',
  'dispatcher',
  'tipKeeper',
]

/** Somebody in each role, in the same county. */
export type Actor = {
  readonly role: Role
  readonly regional: boolean
  readonly personId: string
  readonly organisationId: string
  readonly caller: Caller
  readonly sessionId: string
}

/** A record's surroundings at a place: an organisation with a person who has a post without roles, an account and a session. */
export type Site = {
  readonly place: Place
  readonly regionCode: string
  readonly organisationId: string
  readonly personId: string
  readonly postId: string
  readonly sessionId: string
}

const inTest = async <Value>(house: TestHouse, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error('the test could not set its stage')
  return done.value
}

const organisation = (tx: Tx, kind: OrganisationKind, regionCode: string): Promise<string> =>
  insertOrganisation(tx, {
    kind,
    name: `试验单位 ${randomUUID()}`,
    short_name: '试验单位',
    uscc: null,
    line: kind === 'department' ? 'emergency' : null,
    recorded_region: regionCode,
    region_code: regionCode,
    parent_id: null,
    also_reports_to: null,
    opened_on: '2026-01-01',
  })

const personIn = async (tx: Tx, organisationId: string, regionCode: string, own: boolean, roles: readonly Role[]) => {
  const personId = await insertPerson(tx, {
    name: '试验人员',
    organisationId,
    regionCode,
    joinedOn: '2026-01-01',
    numbers: { identityNumber: null, phone: '19900009999' },
  })
  await insertAccount(tx, personId, `test-${randomUUID()}`, hashOfNobody)
  await tx
    .tables<{ 'identity.account': { must_change_password: boolean; person_id: string } }>()
    .updateTable('identity.account')
    .set({ must_change_password: false })
    .where('person_id', '=', personId)
    .execute()
  const postId = await insertPost(tx, {
    personId,
    organisationId,
    regionCode,
    title: '试验岗位',
    scopeRegion: regionCode,
    ownOrganisationOnly: own,
    startsOn: '2026-01-01',
  })
  if (roles.length > 0) await updatePost(tx, postId, { roles: [...roles], roles_granted_at: tx.at })
  const session = await beginSession(tx, { personId, postId, address: null, device: null })
  return { personId, postId, session }
}

export const actorIn = (house: TestHouse, role: Role): Promise<Actor> =>
  inTest(house, async (tx) => {
    const governs = regional.includes(role)
    const organisationId = await organisation(tx, governs ? 'department' : 'enterprise', county)
    const { personId, session } = await personIn(tx, organisationId, county, !governs, [role])
    return { role, regional: governs, personId, organisationId, sessionId: session.id, caller: house.withToken(session.token) }
  })

/** Fresh records at a place; an actor who sees only his own organisation has `own` there. */
export const siteAt = (house: TestHouse, actor: Actor, place: Place): Promise<Site> =>
  inTest(house, async (tx) => {
    const regionCode = regionAt[place]
    const organisationId = place === 'own' && !actor.regional ? actor.organisationId : await organisation(tx, 'enterprise', regionCode)
    const { personId, postId, session } = await personIn(tx, organisationId, regionCode, true, [])
    return { place, regionCode, organisationId, personId, postId, sessionId: session.id }
  })

/** Whether the actor's scope holds what lies there. */
export const seen = (actor: Actor, place: Place): boolean => (actor.regional ? place !== 'sibling' && place !== 'above' : place === 'own')
