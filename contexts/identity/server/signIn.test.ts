import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStage, newLogin, type Seated, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, testNow, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'
import { forgetStrangers } from './signIn.ts'

/** Something that happens while a password is being checked; the next check alone waits for it. */
const meanwhile = vi.hoisted(() => ({ next: undefined as (() => Promise<unknown>) | undefined, checks: 0 }))
vi.mock(import('./passwords.ts'), async (original) => {
  const passwords = await original()
  return {
    ...passwords,
    passwordFits: async (password, hash) => {
      meanwhile.checks += 1
      const fits = await passwords.passwordFits(password, hash)
      const { next } = meanwhile
      meanwhile.next = undefined
      await next?.()
      return fits
    },
  }
})

let house: TestHouse
let stage: Stage
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(testNow))

const right = 'Right-1234'
const wrong = 'Wrong-5678'
const somebody = (wanted: Parameters<Stage['person']>[0] = {}): Promise<Seated> =>
  stage.person({ password: right, roles: ['officer'], ...wanted })
const refusalOf = ({ status, body }: { status: number; body: { refusal?: { code: string; facts: unknown } } }) => ({
  status,
  ...body.refusal,
  sentence: undefined,
})
const failed = (failuresLeft: number) => ({ status: 401, code: 'SIGN_IN_FAILED', facts: { failuresLeft } })
const after = (minutes: number) => testNow.add({ milliseconds: Math.round(minutes * 60_000) })
const fail = async (login: string, times: number) => {
  const answers = []
  for (let i = 0; i < times; i += 1) answers.push(refusalOf((await stage.signIn(login, wrong)).answer))
  return answers
}

describe('sign-in', () => {
  it('with the right password begins a session in the post, and puts it on the record', async () => {
    const who = await somebody()
    const { answer, caller } = await stage.signIn(who.login.toUpperCase(), right)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      person: { id: who.personId, login: who.login },
      post: { id: who.postId, roles: ['officer'] },
      mustChangePassword: false,
    })
    expect((await caller.call(routes.me)).body).toMatchObject({ person: { id: who.personId } })
    const [begun] = await stage.rows<{ result: string; after: string }>(
      `select result, after from audit.entry where action = 'session.start' and after like '%' || $1 || '%'`,
      [who.personId],
    )
    expect(begun).toMatchObject({ result: 'done' })
  })

  it('with a wrong password is refused, counted and on the record', async () => {
    const who = await somebody()
    expect(await fail(who.login, 2)).toEqual([failed(4), failed(3)])
    expect(
      await stage.rows('select result, refusal_code, region_code, after from audit.entry where record_id = $1 order by seq', [
        who.personId,
      ]),
    ).toEqual([
      { result: 'refused', refusal_code: 'SIGN_IN_FAILED', region_code: '330114', after: '{"failuresLeft":4}' },
      { result: 'refused', refusal_code: 'SIGN_IN_FAILED', region_code: '330114', after: '{"failuresLeft":3}' },
    ])
    expect((await stage.signIn(who.login, right)).answer.status).toBe(200)
    expect(await fail(who.login, 1)).toEqual([failed(4)])
  })

  it('a login that nobody has goes the same way to the same end, the password check and the lock included', async () => {
    const who = await somebody()
    const nobody = newLogin()
    const told = async (login: string) => {
      meanwhile.checks = 0
      return { answers: await fail(login, 6), checks: meanwhile.checks }
    }
    const known = await told(who.login)
    expect(known.checks).toBe(5)
    expect(known.answers).toEqual([
      failed(4),
      failed(3),
      failed(2),
      failed(1),
      failed(0),
      { status: 423, code: 'ACCOUNT_LOCKED', facts: { lockedUntil: '2026-11-24T02:30:00.000Z', minutes: 30 } },
    ])
    expect(await told(nobody)).toEqual(known)
    expect(await stage.rows('select from identity.stranger where login_index like $1', [`%${nobody}%`])).toEqual([])
  })

  it('of somebody who has left is that of a login that nobody has', async () => {
    const who = await somebody()
    const admin = await stage.actor(['systemAdmin'])
    expect((await admin.caller.call(routes.leavePerson, { params: { id: who.personId }, body: { version: 1 } })).status).toBe(200)
    expect(refusalOf((await stage.signIn(who.login, right)).answer)).toEqual(failed(4))
    expect(await stage.rows(`select from audit.entry where action = 'session.start' and record_id = $1`, [who.personId])).toEqual([])
  })

  it('tries under logins that nobody has are forgotten after a day, and not before', async () => {
    const nobody = newLogin()
    await fail(nobody, 1)
    house.setClock(after(23 * 60))
    await forgetStrangers.run(house.services, {})
    expect(await fail(nobody, 1)).toEqual([failed(3)])
    house.setClock(after(48 * 60))
    await forgetStrangers.run(house.services, {})
    expect(await fail(nobody, 1)).toEqual([failed(4)])
  })

  it('without a post in force opens nothing, and is on the record', async () => {
    const who = await somebody({ roles: [] })
    const { answer, token } = await stage.signIn(who.login, right)
    expect(refusalOf(answer)).toEqual({ status: 403, code: 'NO_POST', facts: {} })
    expect(token).toBe('')
    expect(await stage.rows('select refusal_code from audit.entry where record_id = $1', [who.personId])).toEqual([
      { refusal_code: 'NO_POST' },
    ])
  })

  it('with the old password fails when another was set while it was checked', async () => {
    const who = await somebody()
    const admin = await stage.actor(['systemAdmin'])
    meanwhile.next = () => admin.caller.call(routes.resetPassword, { params: { id: who.personId } })
    const { answer, token } = await stage.signIn(who.login, right)
    expect(refusalOf(answer)).toEqual(failed(4))
    expect(token).toBe('')
    expect(
      await stage.rows(`select refusal_code from audit.entry where action = 'session.start' and record_id = $1`, [who.personId]),
    ).toEqual([{ refusal_code: 'SIGN_IN_FAILED' }])
  })
})

describe('GB/T 22239-2019 8.1.4.1: five failures lock the account for 30 minutes', () => {
  it('also for the right password, until the instant the lock ends', async () => {
    const who = await somebody()
    await fail(who.login, 5)
    for (const [minutes, status] of [
      [0, 423],
      [29.99, 423],
      [30, 200],
    ] as const) {
      house.setClock(after(minutes))
      expect([minutes, (await stage.signIn(who.login, right)).answer.status]).toEqual([minutes, status])
    }
    const codes = await stage.rows<{ refusal_code: string }>('select refusal_code from audit.entry where record_id = $1 order by seq', [
      who.personId,
    ])
    expect(codes.map(({ refusal_code }) => refusal_code)).toEqual([
      ...Array<string>(5).fill('SIGN_IN_FAILED'),
      'ACCOUNT_LOCKED',
      'ACCOUNT_LOCKED',
    ])
  })

  it('20 tries at once are never more than 5 guesses', async () => {
    const who = await somebody()
    meanwhile.checks = 0
    const answers = await Promise.all(Array.from({ length: 20 }, () => stage.signIn(who.login, wrong)))
    const statuses = answers.map(({ answer }) => answer.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 423)).toHaveLength(15)
    expect(meanwhile.checks).toBe(5)
  })

  it('the lock is owed by the security administrator, who ends it; a system administrator may not', async () => {
    const who = await somebody()
    await fail(who.login, 5)
    const security = await stage.actor(['securityAdmin'])
    const system = await stage.actor(['systemAdmin'])
    const id = { params: { id: who.personId } }
    expect((await security.caller.call(routes.person, id)).body).toMatchObject({ lockedUntil: '2026-11-24T02:30:00.000Z' })
    expect(await stage.rows(`select type from work.event where record_id = $1`, [who.personId])).toEqual([
      { type: 'identity.personChanged' },
    ])
    expect(refusalOf(await system.caller.call(routes.unlockAccount, id))).toMatchObject({ status: 403, code: 'ACTION_NOT_GRANTED' })
    expect((await security.caller.call(routes.unlockAccount, id)).body).toMatchObject({ lockedUntil: null })
    expect((await stage.signIn(who.login, right)).answer.status).toBe(200)
  })
})

describe('a password that must be changed', () => {
  it.each([
    ['because it is the first', { mustChange: true }],
    ['because it is 90 days old', { passwordChangedAt: testNow.subtract({ hours: 90 * 24 }).toString() }],
  ])('%s opens nothing but its change', async (_why, wanted) => {
    const who = await somebody({ roles: ['systemAdmin'], ...wanted })
    const { answer, caller } = await stage.signIn(who.login, right)
    expect(answer.body).toMatchObject({ mustChangePassword: true, actions: [] })
    expect(refusalOf(await caller.call(routes.people))).toMatchObject({ status: 403, code: 'ACTION_NOT_GRANTED' })
    expect((await caller.call(routes.me)).body).toMatchObject({ mustChangePassword: true, actions: [] })
    expect((await caller.call(routes.changePassword, { body: { present: right, next: 'Other-9876' } })).status).toBe(204)
    expect((await caller.call(routes.me)).body).toMatchObject({
      mustChangePassword: false,
      actions: expect.arrayContaining(['person.add']),
    })
    expect((await caller.call(routes.people)).status).toBe(200)
    expect((await stage.signIn(who.login, right)).answer.status).toBe(401)
    expect((await stage.signIn(who.login, 'Other-9876')).answer.status).toBe(200)
  })

  it('a password of 89 days and some hours still counts', async () => {
    const who = await somebody({ passwordChangedAt: testNow.subtract({ hours: 90 * 24 - 1 }).toString() })
    expect((await stage.signIn(who.login, right)).answer.body).toMatchObject({ mustChangePassword: false })
  })
})

describe('a change of password', () => {
  const change = async (who: Seated, present: string, next: string) =>
    refusalOf(await (await stage.callerOf(who)).call(routes.changePassword, { body: { present, next } }))

  it.each([
    ['too short', 'Ab1!xyz', { status: 422, code: 'PASSWORD_WEAK', facts: { minimumLength: 8, minimumClasses: 3, containsLogin: false } }],
    [
      'of two kinds',
      'abcdefgh1',
      { status: 422, code: 'PASSWORD_WEAK', facts: { minimumLength: 8, minimumClasses: 3, containsLogin: false } },
    ],
    ['the present one', right, { status: 422, code: 'PASSWORD_UNCHANGED', facts: {} }],
  ])('to one that is %s is refused, and the old one stays', async (_how, next, refusal) => {
    const who = await somebody()
    expect(await change(who, right, next)).toEqual(refusal)
    expect((await stage.signIn(who.login, right)).answer.status).toBe(200)
  })

  it('to one that holds the login is refused', async () => {
    const who = await somebody()
    expect(await change(who, right, `A-1${who.login}`)).toMatchObject({ code: 'PASSWORD_WEAK', facts: { containsLogin: true } })
  })

  it('to another spelling of the same characters is no change', async () => {
    const who = await somebody({ password: 'Caf\u00e9-12345' })
    expect(await change(who, 'Caf\u00e9-12345', 'Cafe\u0301-12345')).toMatchObject({ code: 'PASSWORD_UNCHANGED' })
  })

  it('with a wrong present one is counted like a sign-in, and locks both', async () => {
    const who = await somebody()
    const codes = []
    for (let i = 0; i < 6; i += 1) codes.push((await change(who, wrong, 'Other-9876')).code)
    expect(codes).toEqual([...Array<string>(5).fill('PASSWORD_WRONG'), 'ACCOUNT_LOCKED'])
    expect((await stage.signIn(who.login, right)).answer.status).toBe(423)
    // The desk of whoever unlocks shows since when.
    const [owed] = await stage.rows<{ failed: boolean }>(
      'select last_failure_at is not null as failed from identity.account where person_id = $1',
      [who.personId],
    )
    expect(owed).toEqual({ failed: true })
  })

  it('ends every other session of the person and keeps this one', async () => {
    const who = await somebody()
    const [here, there] = [await stage.callerOf(who), await stage.callerOf(who)]
    expect((await here.call(routes.changePassword, { body: { present: right, next: 'Other-9876' } })).status).toBe(204)
    expect((await here.call(routes.me)).status).toBe(200)
    expect(refusalOf(await there.call(routes.me))).toEqual({ status: 401, code: 'SESSION_ENDED', facts: { reason: 'revoked' } })
  })

  it('does not take the place of one that was set while the present one was checked', async () => {
    const who = await somebody()
    const admin = await stage.actor(['systemAdmin'])
    const here = await stage.callerOf(who)
    let first = ''
    meanwhile.next = async () => {
      const { body } = await admin.caller.call(routes.resetPassword, { params: { id: who.personId } })
      first = body.firstPassword
    }
    expect(refusalOf(await here.call(routes.changePassword, { body: { present: right, next: 'Other-9876' } }))).toMatchObject({
      code: 'PASSWORD_WRONG',
    })
    expect((await stage.signIn(who.login, first)).answer.status).toBe(200)
  })
})

describe('a reset', () => {
  it('gives a first password, ends every session, and takes a lock away', async () => {
    const who = await somebody()
    await fail(who.login, 5)
    const there = await stage.callerOf(who)
    const admin = await stage.actor(['systemAdmin'])
    const { status, body } = await admin.caller.call(routes.resetPassword, { params: { id: who.personId } })
    expect(status).toBe(200)
    expect(body.firstPassword).toMatch(/^(?:[A-HJ-NP-Z][a-hjkmnp-z][2-9][A-HJ-NP-Za-hjkmnp-z2-9]-?){3}$/)
    expect((await there.call(routes.me)).status).toBe(401)
    expect((await stage.signIn(who.login, body.firstPassword)).answer.body).toMatchObject({ mustChangePassword: true, actions: [] })
  })

  it('repeated under the same key answers the same password, and keeps it sealed', async () => {
    const who = await somebody()
    const admin = await stage.actor(['systemAdmin'])
    const again = () => admin.caller.call(routes.resetPassword, { params: { id: who.personId } }, { key: `reset-${who.personId}` })
    const [first, second] = [await again(), await again()]
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(await stage.tablesThatHold(first.body.firstPassword)).toEqual([])
    const [kept] = await stage.rows<{ answer: string; sealed: boolean }>(
      'select answer, sealed from platform.idempotency where actor_key = $1',
      [admin.personId],
    )
    expect(kept?.sealed).toBe(true)
    expect(house.services.secrets.open(kept!.answer)).toContain(first.body.firstPassword)
  })

  it('and a first account show the password once, and no table holds any password that was set or tried', async () => {
    const admin = await stage.actor(['systemAdmin'])
    const login = newLogin()
    const { body } = await admin.caller.call(routes.addPerson, {
      body: {
        name: '新来的人',
        organisationId: admin.organisationId,
        login,
        post: { title: '岗位', scopeRegion: '330114', ownOrganisationOnly: false },
      },
    })
    const first = body.firstPassword!
    const shown = await admin.caller.call(routes.person, { params: { id: body.person.id } })
    expect(JSON.stringify(shown.body)).not.toContain(first)
    // Right, but the post has no roles yet; and wrong.
    expect((await stage.signIn(login, first)).answer.status).toBe(403)
    expect((await stage.signIn(login, 'Not-The-One-1')).answer.status).toBe(401)
    for (const password of [first, right, 'Not-The-One-1']) expect([password, await stage.tablesThatHold(password)]).toEqual([password, []])
  })
})
