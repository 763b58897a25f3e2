import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { newIdentityNumber, newLogin, newPhone, openStage, type Seated, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { verifyAudit } from '../../../platform/audit/verify.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
let stage: Stage
let admin: Seated & { readonly caller: Caller }
let auditor: Caller
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
  admin = await stage.actor(['systemAdmin'])
  auditor = (await stage.actor(['auditAdmin'])).caller
})
afterAll(() => house.close())

const newName = (): string => `章${randomUUID().slice(0, 6)}`
const post = (scopeRegion = '330114') => ({ title: '岗位', scopeRegion, ownOrganisationOnly: false })
const add = async (
  fields: { name?: string; organisationId?: string; identityNumber?: string; phone?: string; login?: string },
  by: Caller = admin.caller,
) => {
  const answer = await by.call(routes.addPerson, {
    body: { name: newName(), organisationId: admin.organisationId, post: post(), ...fields },
  })
  return { ...answer, code: answer.body.refusal?.code, id: answer.status === 201 ? answer.body.person.id : '' }
}
const found = async (find: string, by: Caller = admin.caller) => (await by.call(routes.people, { query: { find, limit: 500 } })).body.rows
const entriesOf = (recordId: string) =>
  stage.rows<{
    chain: string
    seq: number
    action: string
    before: string | null
    after: string | null
    purpose: string | null
    result: string
    sealed_after: string | null
  }>('select chain, seq, action, before, after, purpose, result, sealed_after from audit.entry where record_id = $1 order by at, seq', [
    recordId,
  ])

describe('PIPL art. 51: numbers at rest', () => {
  it('stand in no table in clear, nor does the name in any record but the person', async () => {
    const [identityNumber, phone, name] = [newIdentityNumber(), newPhone(), newName()]
    const { status, id } = await add({ name, identityNumber, phone, login: newLogin() })
    expect(status).toBe(201)
    const changed = newPhone()
    expect((await admin.caller.call(routes.changePerson, { params: { id }, body: { phone: changed, version: 1 } })).status).toBe(200)
    expect((await admin.caller.call(routes.revealPerson, { params: { id }, body: { purpose: '核对身份' } })).body).toEqual({
      identityNumber,
      phone: changed,
    })
    for (const number of [identityNumber, phone, changed]) expect([number, await stage.tablesThatHold(number)]).toEqual([number, []])
    // The answer to a change is kept for retries, with the name as every list shows it.
    expect(await stage.tablesThatHold(name)).toEqual(['identity.person', 'platform.idempotency'])
    expect(
      (await stage.rows<{ own: boolean }>('select wrapped is not null as own from secrets.person_key where person_id = $1', [id]))[0],
    ).toEqual({ own: true })
  })

  it('are found by the whole number alone, and shown masked', async () => {
    const [identityNumber, phone] = [newIdentityNumber(), newPhone()]
    const { id } = await add({ identityNumber, phone })
    const masked = {
      identityNumber: `${identityNumber.slice(0, 4)}************${identityNumber.slice(-2)}`,
      phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    }
    for (const whole of [identityNumber, identityNumber.toLowerCase(), phone]) expect(await found(whole)).toMatchObject([{ id, ...masked }])
    for (const part of [identityNumber.slice(0, 17), phone.slice(0, 10), phone.slice(1)]) expect(await found(part)).toEqual([])
    expect((await admin.caller.call(routes.person, { params: { id } })).body).toMatchObject({ id, ...masked })
    const sibling = await stage.actor(['systemAdmin'], { regionCode: '330109' })
    expect(await found(phone, sibling.caller)).toEqual([])
  })

  it('a wildcard in a name is a character like others', async () => {
    const name = `百分%之_${randomUUID().slice(0, 6)}`
    const { id } = await add({ name })
    expect((await found('分%之_')).map((person) => person.id)).toContain(id)
    expect(await found('分%%之')).toEqual([])
    expect((await found('_%')).every((person) => person.name.includes('_%'))).toBe(true)
  })
})

describe('a reveal', () => {
  it.each<[Role, number]>([
    ['systemAdmin', 200],
    ['leader', 200],
    ['officer', 403],
    ['securityAdmin', 403],
    ['auditAdmin', 403],
  ])('by %s answers %i', async (role, status) => {
    const phone = newPhone()
    const { id } = await add({ phone })
    const { caller } = await stage.actor([role])
    const answer = await caller.call(routes.revealPerson, { params: { id }, body: { purpose: '核对身份' } })
    expect([answer.status, answer.body.phone]).toEqual([status, status === 200 ? phone : undefined])
  })

  it('is on the record with its purpose, and refused without one', async () => {
    const { id } = await add({ phone: newPhone() })
    const blank = await admin.caller.call(routes.revealPerson, { params: { id }, body: { purpose: '  ' } })
    expect([blank.status, blank.body.refusal?.code]).toEqual([422, 'PURPOSE_MISSING'])
    expect((await entriesOf(id)).map(({ action }) => action)).toEqual(['person.add'])
    await admin.caller.call(routes.revealPerson, { params: { id }, body: { purpose: '事故调查取证' } })
    expect((await entriesOf(id)).at(-1)).toMatchObject({
      action: 'person.reveal',
      purpose: '事故调查取证',
      after: '{"revealed":["identityNumber","phone"]}',
      result: 'done',
    })
  })
})

describe('a change', () => {
  it('is on the record by the names of its fields; the values are sealed, and revealed to the auditor alone', async () => {
    const [phone, name, next] = [newPhone(), newName(), newName()]
    const { id } = await add({ name, phone })
    const { body } = await admin.caller.call(routes.changePerson, { params: { id }, body: { name: next, phone: null, version: 1 } })
    expect(body).toMatchObject({ name: next, phone: null, version: 2 })
    const entry = (await entriesOf(id)).at(-1)!
    expect(entry).toMatchObject({ action: 'person.change', before: null, after: '{"changed":["name","phone"]}' })
    const shown = await auditor.call(routes.revealAuditEntry, { params: { chain: entry.chain, seq: entry.seq }, body: { purpose: '核查' } })
    expect(shown.body).toEqual({ before: { name, phone }, after: { name: next, phone: null }, destroyed: false })
    const refused = await admin.caller.call(routes.revealAuditEntry, {
      params: { chain: entry.chain, seq: entry.seq },
      body: { purpose: '核查' },
    })
    expect(refused.status).toBe(403)
  })

  it('from a version that others have changed is refused', async () => {
    const { id } = await add({})
    const change = (version: number) => admin.caller.call(routes.changePerson, { params: { id }, body: { name: newName(), version } })
    const both = await Promise.all([change(1), change(1)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(both.find(({ status }) => status === 409)?.body.refusal).toMatchObject({
      code: 'VERSION_STALE',
      facts: { expectedVersion: 1, actualVersion: 2 },
    })
  })
})

describe('one person is registered once', () => {
  it('a number in office is taken over the whole country, and nothing is told of whose it is', async () => {
    const identityNumber = newIdentityNumber()
    const far = await stage.actor(['systemAdmin'], { regionCode: '440305' })
    expect((await add({ organisationId: far.organisationId, identityNumber }, far.caller)).status).toBe(403)
    const there = await far.caller.call(routes.addPerson, {
      body: { name: newName(), organisationId: far.organisationId, identityNumber, post: post('440305') },
    })
    expect(there.status).toBe(201)
    const here = await add({ identityNumber })
    expect([here.status, here.body.refusal?.code, here.body.refusal?.facts]).toEqual([409, 'IDENTITY_NUMBER_TAKEN', {}])
    const { id } = await add({})
    const change = await admin.caller.call(routes.changePerson, { params: { id }, body: { identityNumber, version: 1 } })
    expect(change.body.refusal?.code).toBe('IDENTITY_NUMBER_TAKEN')
  })

  it.each([
    ['an identity number', () => ({ identityNumber: newIdentityNumber() }), 'IDENTITY_NUMBER_TAKEN'],
    ['a login', () => ({ login: newLogin() }), 'LOGIN_TAKEN'],
  ])('%s that ten register at once goes to one; the others are refused', async (_what, made, code) => {
    const fields = made()
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(fields)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.code === code)).toHaveLength(9)
  })

  it.each([
    ['a number with a wrong check', { identityNumber: '330114199001011233' }, 'RESIDENT_ID_INVALID'],
    ['a phone of another form', { phone: '0571-88888888' }, 'PHONE_INVALID'],
  ])('%s is refused', async (_what, fields, code) => {
    expect((await add(fields)).code).toBe(code)
  })

  it('at an organisation out of scope not at all', async () => {
    const elsewhere = await stage.organisation({ regionCode: '330109' })
    const answer = await add({ organisationId: elsewhere })
    expect([answer.status, answer.code]).toEqual([403, 'OUT_OF_SCOPE'])
  })

  it('and not at one that somebody else is just closing', async () => {
    const organisationId = await stage.organisation()
    const closing = new pg.Client({ connectionString: house.services.database.pool.options.connectionString })
    await closing.connect()
    try {
      await closing.query('begin')
      await closing.query('select from identity.organisation where id = $1 for update', [organisationId])
      // Without a post, which would look once more by itself.
      const adding = admin.caller.call(routes.addPerson, { body: { name: newName(), organisationId } })
      const isWaiting = async () => (await stage.rows(`select from pg_locks where not granted`)).length > 0
      while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 10))
      await closing.query(`update identity.organisation set closed_on = '2026-11-24' where id = $1`, [organisationId])
      await closing.query('commit')
      expect((await adding).body.refusal?.code).toBe('ORGANISATION_CLOSED')
    } finally {
      await closing.end()
    }
  })
})

describe('leaving', () => {
  it('ends every post wherever it lies, every session and the account, and frees the number', async () => {
    const identityNumber = newIdentityNumber()
    const who = await stage.person({ identityNumber, password: 'Right-1234', roles: ['officer'] })
    const elsewhere = await stage.post(who.personId, { regionCode: '330109', roles: ['leader'] })
    const [here, there] = [await stage.callerOf(who), await stage.callerOf({ ...who, ...elsewhere })]
    const { status, body } = await admin.caller.call(routes.leavePerson, { params: { id: who.personId }, body: { version: 1 } })
    expect([status, body.leftOn]).toEqual([200, '2026-11-24'])
    for (const caller of [here, there])
      expect((await caller.call(routes.me)).body.refusal).toMatchObject({ code: 'SESSION_ENDED', facts: { reason: 'postEnded' } })
    expect(await stage.rows('select ends_on from identity.post where person_id = $1', [who.personId])).toEqual([
      { ends_on: '2026-11-24' },
      { ends_on: '2026-11-24' },
    ])
    expect(
      await stage.rows(
        `select region_code, after from audit.entry where action = 'post.end' and record_id = any($1) order by region_code`,
        [[who.postId, elsewhere.postId]],
      ),
    ).toEqual([
      { region_code: '330109', after: '{"endsOn":"2026-11-24"}' },
      { region_code: '330114', after: '{"endsOn":"2026-11-24"}' },
    ])
    expect((await stage.signIn(who.login, 'Right-1234')).answer.status).toBe(401)
    expect((await add({ identityNumber })).status).toBe(201)
  })

  it('shows the person among those who left, and nothing can be changed any more', async () => {
    const { id } = await add({ login: newLogin() })
    await admin.caller.call(routes.leavePerson, { params: { id }, body: { version: 1 } })
    const { body } = await admin.caller.call(routes.people, { query: { organisationId: admin.organisationId, left: 'true', limit: 500 } })
    expect(body.rows.map((person) => person.id)).toContain(id)
    const refused = [
      await admin.caller.call(routes.changePerson, { params: { id }, body: { name: newName(), version: 2 } }),
      await admin.caller.call(routes.leavePerson, { params: { id }, body: { version: 2 } }),
      await admin.caller.call(routes.resetPassword, { params: { id } }),
      await admin.caller.call(routes.addPost, { params: { id }, body: { organisationId: admin.organisationId, ...post() } }),
    ]
    expect(refused.map(({ body: { refusal } }) => refusal?.code)).toEqual(Array<string>(4).fill('PERSON_LEFT'))
  })
})

describe('PIPL art. 47: the deletion of a person', () => {
  it('makes every value on the record unreadable while its chain stays whole', async () => {
    const [name, phone] = [newName(), newPhone()]
    const { id } = await add({ name, phone, identityNumber: newIdentityNumber() })
    const [entry] = await entriesOf(id)
    const reveal = () =>
      auditor.call(routes.revealAuditEntry, { params: { chain: entry!.chain, seq: entry!.seq }, body: { purpose: '核查' } })
    expect((await reveal()).body).toMatchObject({ after: { name, phone }, destroyed: false })
    await stage.inTx((tx) => tx.secrets.destroyKeyOf(tx.tables(), id))
    expect((await reveal()).body).toEqual({ before: null, after: null, destroyed: true })
    expect((await admin.caller.call(routes.person, { params: { id } })).body).toMatchObject({ phone: null, identityNumber: null })
    expect((await admin.caller.call(routes.revealPerson, { params: { id }, body: { purpose: '核对' } })).body).toEqual({
      identityNumber: null,
      phone: null,
    })
    expect(await verifyAudit(house.services)).toMatchObject({ brokenAt: null })
  })
})

describe('a list of people', () => {
  it('comes in pages by key, each person once, with the exact total', async () => {
    const organisationId = await stage.organisation()
    const made = await Promise.all(Array.from({ length: 5 }, () => stage.person({ organisationId })))
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await admin.caller.call(routes.people, {
        query: { organisationId, limit: 2, ...(after === undefined ? {} : { after }) },
      })
      expect(body.total).toBe(5)
      seen.push(...body.rows.map(({ id }) => id))
      after = body.next ?? undefined
    } while (after !== undefined)
    expect(seen.toSorted()).toEqual(made.map(({ personId }) => personId).toSorted())
  })

  it.each([
    ['that is none of ours', 'never-given-out'],
    ['with something else for an id', Buffer.from('["a","b"]').toString('base64url')],
  ])('begins at the start for a cursor %s', async (_what, after) => {
    const { status, body } = await admin.caller.call(routes.people, { query: { organisationId: admin.organisationId, limit: 1, after } })
    expect([status, body.rows.length]).toEqual([200, 1])
  })

  it('by role and region', async () => {
    const guard = await stage.person({ kind: 'enterprise', regionCode: '330114001', roles: ['guard'] })
    const of = async (query: { role: Role; region: string }) =>
      (await admin.caller.call(routes.people, { query: { ...query, limit: 500 } })).body.rows.map(({ id }) => id)
    expect(await of({ role: 'guard', region: '330114001' })).toContain(guard.personId)
    expect(await of({ role: 'worker', region: '330114001' })).not.toContain(guard.personId)
    expect(await of({ role: 'guard', region: '330114002' })).not.toContain(guard.personId)
  })
})
