import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { routes as deskRoutes } from '../../desk/contract/index.ts'
import { openStage, type Seat, type Seated, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
let stage: Stage
const at: Record<'county' | 'sibling' | 'city', { system: Caller; security: Seated & { caller: Caller } }> = {} as never
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
  for (const [name, regionCode] of [
    ['county', '330114'],
    ['sibling', '330109'],
    ['city', '330100'],
  ] as const)
    at[name] = {
      system: (await stage.actor(['systemAdmin'], { regionCode })).caller,
      security: await stage.actor(['securityAdmin'], { regionCode }),
    }
})
afterAll(() => house.close())

const grant = async (by: Caller, { postId }: Pick<Seat, 'postId'>, roles: readonly Role[], version = 1) => {
  const { status, body } = await by.call(routes.grantRoles, { params: { id: postId }, body: { roles: [...roles], version } })
  return status === 200 ? body : { status, ...body.refusal, sentence: undefined }
}
const give = async (
  by: Caller,
  personId: string,
  fields: { organisationId: string; scopeRegion: string; ownOrganisationOnly: boolean },
) => {
  const { status, body } = await by.call(routes.addPost, { params: { id: personId }, body: { title: '岗位', ...fields } })
  return status === 201 ? body : { status, ...body.refusal, sentence: undefined }
}
const rolesOf = async (personId: string) =>
  (await stage.rows<{ roles: Role[] }>('select roles from identity.post where person_id = $1 order by made_at, id', [personId])).map(
    ({ roles }) => roles,
  )

describe('a post', () => {
  it('is given by the system administrator, owed by the security administrator, who grants its roles', async () => {
    const { caller: system } = await stage.actor(['systemAdmin'])
    const who = await stage.person({ roles: ['officer'] })
    const given = await give(system, who.personId, {
      organisationId: who.organisationId,
      scopeRegion: '330114',
      ownOrganisationOnly: false,
    })
    expect(given).toMatchObject({
      personId: who.personId,
      roles: [],
      rolesGrantedAt: null,
      startsOn: '2026-11-24',
      endsOn: null,
      version: 1,
      scopeRegionName: '钱塘区',
      scopeRegionNameEn: 'Qiantang District',
    })
    const postId = 'id' in given ? String(given.id) : ''
    const owed = async () => (await at.county.security.caller.call(deskRoutes.desk)).body.owed.filter(({ id }) => id === `post:${postId}`)
    expect(await owed()).toMatchObject([
      { kind: 'rolesToGrant', recordId: who.personId, owedSince: '2026-11-24T02:00:00.000Z', stepDueAt: '2026-11-25T02:00:00.000Z' },
    ])
    expect(await grant(system, { postId }, ['leader'])).toMatchObject({ status: 403, code: 'ACTION_NOT_GRANTED' })

    expect(await grant(at.county.security.caller, { postId }, ['leader', 'leader', 'dispatcher'])).toMatchObject({
      roles: ['leader', 'dispatcher'],
      rolesGrantedAt: '2026-11-24T02:00:00.000Z',
      version: 2,
    })
    expect(await owed()).toEqual([])
    expect(
      await stage.rows('select action, person_id, before, after from audit.entry where record_id = $1 order by seq', [postId]),
    ).toMatchObject([
      {
        action: 'post.add',
        after: JSON.stringify({ ownOrganisationOnly: false, personId: who.personId, scopeRegion: '330114', title: '岗位' }),
      },
      { action: 'post.grant', person_id: at.county.security.personId, before: '{"roles":[]}', after: '{"roles":["leader","dispatcher"]}' },
    ])
    expect(await stage.rows('select type, payload from work.event where record_id = $1 order by xid', [postId])).toEqual([
      { type: 'identity.postAdded', payload: { postId, personId: who.personId } },
      { type: 'identity.rolesGranted', payload: { postId, personId: who.personId } },
    ])
  })

  it('gives what its roles may do at once, and takes it away with them', async () => {
    const who = await stage.actor(['officer'])
    const people = async () => (await who.caller.call(routes.people)).status
    expect(await people()).toBe(200)
    expect(await grant(at.county.security.caller, who, ['guard'], 2)).toMatchObject({ roles: ['guard'] })
    expect(await people()).toBe(403)
  })

  it('is neither changed from an old version, nor without roles, nor after its end', async () => {
    const who = await stage.person()
    const { caller } = at.county.security
    expect(await grant(caller, who, [])).toMatchObject({ status: 422, code: 'ROLES_EMPTY' })
    expect(await grant(caller, who, ['guard'], 7)).toMatchObject({
      status: 409,
      code: 'VERSION_STALE',
      facts: { kind: 'post', id: who.postId, expectedVersion: 7, actualVersion: 1 },
    })
    expect((await at.county.system.call(routes.endPost, { params: { id: who.postId }, body: { version: 1 } })).body).toMatchObject({
      endsOn: '2026-11-24',
    })
    expect(await grant(caller, who, ['guard'], 2)).toMatchObject({ status: 409, code: 'POST_ENDED', facts: { endsOn: '2026-11-24' } })
    expect((await at.county.system.call(routes.endPost, { params: { id: who.postId }, body: { version: 2 } })).body.refusal?.code).toBe(
      'POST_ENDED',
    )
  })

  it('of somebody at home elsewhere is listed, owed and granted where it lies, by name alone', async () => {
    const who = await stage.person({ name: '沈知远', regionCode: '330109' })
    const visiting = await stage.post(who.personId, { regionCode: '330114' })
    const { caller } = at.county.security
    expect((await caller.call(routes.person, { params: { id: who.personId } })).status).toBe(404)
    const { body } = await caller.call(routes.posts, { query: { organisationId: visiting.organisationId } })
    expect([body.total, body.rows]).toMatchObject([1, [{ id: visiting.postId, personName: '沈知远' }]])
    expect((await caller.call(deskRoutes.desk)).body.owed.find(({ id }) => id === `post:${visiting.postId}`)).toMatchObject({
      subject: '沈知远',
    })
    expect(await grant(caller, visiting, ['leader'])).toMatchObject({ personName: '沈知远', roles: ['leader'] })
  })
})

describe('GB/T 22239-2019 level 3, 8.1.5: system, security and audit administrator exclude each other', () => {
  it('over all posts of a person, also those that the one who grants cannot see', async () => {
    const who = await stage.person({ regionCode: '330114' })
    const elsewhere = await stage.post(who.personId, { regionCode: '330109', roles: ['auditAdmin'] })
    expect(await grant(at.county.security.caller, who, ['systemAdmin'])).toEqual({
      status: 422,
      code: 'ADMIN_ROLES_EXCLUDE',
      facts: { roles: ['systemAdmin', 'auditAdmin'] },
    })
    expect(await grant(at.county.security.caller, who, ['systemAdmin', 'auditAdmin'])).toMatchObject({ code: 'ADMIN_ROLES_EXCLUDE' })
    expect(await grant(at.county.security.caller, who, ['auditAdmin', 'leader'])).toMatchObject({ roles: ['auditAdmin', 'leader'] })
    await stage.rows(`update identity.post set ends_on = '2026-11-24' where id = any($1)`, [[elsewhere.postId]])
    expect(await grant(at.county.security.caller, who, ['systemAdmin'], 2)).toMatchObject({ roles: ['systemAdmin'] })
  })

  it('also when two grants come at once to two posts, by two who see one post each', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => stage.person({ regionCode: '330109' })))
    const visiting = await Promise.all(people.map(({ personId }) => stage.post(personId, { regionCode: '330114' })))
    await Promise.all(
      people.flatMap((who, index) => [
        grant(at.sibling.security.caller, who, ['systemAdmin']),
        grant(at.county.security.caller, visiting[index]!, ['auditAdmin']),
      ]),
    )
    for (const { personId } of people) expect((await rolesOf(personId)).flat()).toHaveLength(1)
  })

  it('and nobody grants to himself or herself, in whatever post', async () => {
    const who = await stage.actor(['securityAdmin'])
    const second = await stage.post(who.personId)
    for (const own of [{ postId: who.postId }, second])
      expect(await grant(who.caller, own, ['leader'], own === second ? 1 : 2)).toMatchObject({ status: 403, code: 'OWN_ROLES' })
  })
})

describe('nobody gives more to see than he sees', () => {
  it.each([
    ['the own county', '330114', null],
    ['a street of it', '330114001', null],
    ['the county next door', '330109', 'SCOPE_TOO_WIDE'],
    ['the city above', '330100', 'SCOPE_TOO_WIDE'],
    ['the country', '000000', 'SCOPE_TOO_WIDE'],
    ['a region that has ended', '330103', 'REGION_ENDED'],
    ['a region that never was', '330199', 'REGION_UNKNOWN'],
  ])('a county gives %s', async (_what, scopeRegion, code) => {
    const who = await stage.person()
    const given = await give(at.county.system, who.personId, {
      organisationId: who.organisationId,
      scopeRegion,
      ownOrganisationOnly: false,
    })
    expect('code' in given ? given.code : null).toBe(code)
  })

  it('nor grants roles to a post that sees more than he does', async () => {
    const wide = await stage.person({ regionCode: '330114', scopeRegion: '330100' })
    expect(await grant(at.county.security.caller, wide, ['leader'])).toEqual({
      status: 403,
      code: 'SCOPE_TOO_WIDE',
      facts: { scopeRegion: '330100' },
    })
    expect(await grant(at.city.security.caller, wide, ['leader'])).toMatchObject({ roles: ['leader'] })
  })

  it.each(['enterprise', 'contractor', 'serviceBody', 'venue', 'athletesVillage', 'rescueStation', 'rescueTeam'] as const)(
    'a post of %s sees its own organisation and no region',
    async (kind) => {
      const who = await stage.person({ kind })
      const { organisationId } = who
      expect(await give(at.county.system, who.personId, { organisationId, scopeRegion: '330114', ownOrganisationOnly: false })).toEqual({
        status: 422,
        code: 'SCOPE_NOT_FOR_KIND',
        facts: { kind },
      })
      expect(
        await give(at.county.system, who.personId, { organisationId, scopeRegion: '330114', ownOrganisationOnly: true }),
      ).toMatchObject({ ownOrganisationOnly: true })
    },
  )

  it('and a post at an organisation out of scope, or to a person out of scope, is none of his', async () => {
    const [here, there] = [await stage.person({ regionCode: '330114' }), await stage.person({ regionCode: '330109' })]
    const fields = { scopeRegion: '330114', ownOrganisationOnly: false }
    expect(await give(at.county.system, here.personId, { ...fields, organisationId: there.organisationId })).toMatchObject({
      status: 404,
      facts: { kind: 'organisation' },
    })
    expect(await give(at.county.system, there.personId, { ...fields, organisationId: here.organisationId })).toMatchObject({
      status: 404,
      facts: { kind: 'person' },
    })
    expect(await grant(at.county.security.caller, there, ['guard'])).toMatchObject({ status: 404, facts: { kind: 'post' } })
  })
})
