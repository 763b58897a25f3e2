import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, testNow, type Answered, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
let stage: Stage
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(testNow))

const password = 'Right-1234'
const wait = (minutes: number) => house.setClock(testNow.add({ milliseconds: Math.round(minutes * 60_000) }))
const codeOf = ({ body }: Answered) => body.refusal?.code
const stands = async (caller: Caller) => {
  const { status, body } = await caller.call(routes.me)
  return status === 200 ? true : body.refusal?.code === 'SESSION_ENDED' ? body.refusal.facts['reason'] : body.refusal?.code
}

describe('GB/T 22239-2019 8.1.4.1: a session ends by itself', () => {
  it('after 30 minutes without use, and stays ended', async () => {
    const { caller } = await stage.actor(['officer'])
    wait(29.9)
    expect(await stands(caller)).toBe(true)
    wait(59.8)
    expect(await stands(caller)).toBe(true)
    wait(89.8)
    expect(await stands(caller)).toBe('idle')
    wait(0)
    expect(await stands(caller)).toBe('idle')
  })

  it('after 12 hours, however busy', async () => {
    const { caller } = await stage.actor(['officer'])
    for (let minutes = 20; minutes < 720; minutes += 20) {
      wait(minutes)
      expect([minutes, await stands(caller)]).toEqual([minutes, true])
    }
    wait(720)
    expect(await stands(caller)).toBe('absolute')
  })

  it('its end is on the record once, though ten requests find it', async () => {
    const who = await stage.actor(['officer'])
    wait(30)
    await Promise.all(Array.from({ length: 10 }, () => stands(who.caller)))
    const rows = await stage.rows(
      `select after from audit.entry join identity.session on session.id::text = record_id where action = 'session.end' and session.person_id = $1`,
      [who.personId],
    )
    expect(rows).toEqual([{ after: '{"reason":"idle"}' }])
  })

  it('when its post ends, or its organisation closes', async () => {
    const admin = await stage.actor(['systemAdmin'])
    const [one, other] = [await stage.actor(['officer']), await stage.actor(['officer'])]
    expect((await admin.caller.call(routes.endPost, { params: { id: one.postId }, body: { version: 2 } })).status).toBe(200)
    expect(await stands(one.caller)).toBe('postEnded')
    await stage.rows(`update identity.organisation set closed_on = '2026-11-24' where id = $1`, [other.organisationId])
    expect(await stands(other.caller)).toBe('postEnded')
  })
})

describe('the token', () => {
  it('goes out in a cookie that no script and no other site sees, and is kept as a hash alone', async () => {
    const who = await stage.person({ password, roles: ['officer'] })
    const { answer, token } = await stage.signIn(who.login, password)
    expect(answer.headers['set-cookie']).toBe(`anlan_session=${token}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict`)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await stage.tablesThatHold(token)).toEqual([])
    expect(await stage.rows('select token_hash from identity.session where person_id = $1', [who.personId])).toEqual([
      { token_hash: createHash('sm3').update(token).digest('hex') },
    ])
  })

  it('of nobody opens nothing', async () => {
    expect(await stands(house.nobody)).toBe('SIGN_IN_REQUIRED')
    expect(await stands(house.withToken('never-given-out'))).toBe('SIGN_IN_REQUIRED')
  })

  it('ends with sign-out, and its cookie is cleared', async () => {
    const { caller } = await stage.actor(['officer'])
    const { status, headers } = await caller.call(routes.signOut)
    expect(status).toBe(204)
    expect(headers['set-cookie']).toBe('anlan_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict')
    expect(await stands(caller)).toBe('revoked')
  })
})

describe('my sessions', () => {
  it('are listed with this one marked, without those that have run out', async () => {
    const who = await stage.actor(['officer'])
    await stage.callerOf(who)
    wait(20)
    expect(await stands(who.caller)).toBe(true)
    const third = await stage.callerOf(who)
    wait(40)
    const { rows } = (await third.call(routes.sessions)).body
    expect(rows.map(({ current, lastSeenAt }) => [current, lastSeenAt])).toEqual([
      [true, '2026-11-24T02:40:00.000Z'],
      [false, '2026-11-24T02:20:00.000Z'],
    ])
  })

  it('can be revoked, each on the record; nobody revokes that of another', async () => {
    const [who, other] = [await stage.actor(['officer']), await stage.actor(['systemAdmin'])]
    const there = await stage.callerOf(who)
    const listed = (await there.call(routes.sessions)).body.rows
    const mine = listed.find(({ current }) => current)!.id
    const here = listed.find(({ current }) => !current)!.id
    const refused = await other.caller.call(routes.revokeSession, { params: { id: mine } })
    expect([refused.status, codeOf(refused)]).toEqual([404, 'RECORD_NOT_FOUND'])
    expect(await stands(there)).toBe(true)

    expect((await there.call(routes.revokeSession, { params: { id: here } })).status).toBe(204)
    expect(await stands(who.caller)).toBe('revoked')
    expect(await stage.rows('select action, person_id, after from audit.entry where record_id = $1', [here])).toEqual([
      { action: 'session.revoke', person_id: who.personId, after: '{"reason":"revoked"}' },
    ])
    expect((await there.call(routes.revokeSession, { params: { id: here } })).status).toBe(404)
    expect(
      (
        await stage.rows<{ payload: unknown }>(`select payload from work.event where type = 'identity.sessionEnded' and record_id = $1`, [
          here,
        ])
      )[0]?.payload,
    ).toEqual({ sessionId: here, personId: who.personId })
  })
})

describe('one session acts in one post', () => {
  it('with posts in two counties each is seen only in turn, and the record tells which', async () => {
    const who = await stage.person({ roles: ['leader'], regionCode: '330114' })
    const second = await stage.post(who.personId, { roles: ['leader'], regionCode: '330109' })
    const [qiantang, xiaoshan] = [await stage.organisation({ regionCode: '330114' }), await stage.organisation({ regionCode: '330109' })]
    const caller = await stage.callerOf(who)
    const sees = async () => {
      const of = async (id: string) => (await caller.call(routes.organisation, { params: { id } })).status
      return [await of(qiantang), await of(xiaoshan)]
    }
    expect(await sees()).toEqual([200, 404])
    const { body } = await caller.call(routes.switchPost, { body: { postId: second.postId } })
    expect(body).toMatchObject({ post: { id: second.postId, regionPath: [{ name: '浙江省' }, { name: '杭州市' }, { name: '萧山区' }] } })
    expect(body.posts.map(({ id }) => id)).toEqual([who.postId, second.postId])
    expect(await sees()).toEqual([404, 200])
    expect((await caller.call(routes.switchPost, { body: { postId: who.postId } })).status).toBe(200)
    expect(await sees()).toEqual([200, 404])
    expect(
      await stage.rows(
        `select region_code, before, after from audit.entry where action = 'session.switchPost' and person_id = $1 order by at, region_code`,
        [who.personId],
      ),
    ).toEqual(
      expect.arrayContaining([
        { region_code: '330109', before: `{"postId":"${who.postId}"}`, after: `{"postId":"${second.postId}"}` },
        { region_code: '330114', before: `{"postId":"${second.postId}"}`, after: `{"postId":"${who.postId}"}` },
      ]),
    )
  })

  it('and nobody acts in the post of another, in one without roles, or in one that has ended', async () => {
    const [who, other] = [await stage.person({ roles: ['leader'] }), await stage.person({ roles: ['leader'] })]
    const waiting = await stage.post(who.personId)
    const ended = await stage.post(who.personId, { roles: ['leader'] })
    await stage.rows(`update identity.post set ends_on = '2026-11-24' where id = $1`, [ended.postId])
    const caller = await stage.callerOf(who)
    for (const postId of [other.postId, waiting.postId, ended.postId])
      expect((await caller.call(routes.switchPost, { body: { postId } })).status).toBe(404)
    expect((await caller.call(routes.me)).body.posts.map(({ id }) => id)).toEqual([who.postId])
  })

  it('the next sign-in begins in the post that was acted in last', async () => {
    const who = await stage.person({ password, roles: ['leader'] })
    const second = await stage.post(who.personId, { roles: ['officer'], regionCode: '330109' })
    const { caller, answer } = await stage.signIn(who.login, password)
    expect(answer.body).toMatchObject({ post: { id: who.postId } })
    await caller.call(routes.switchPost, { body: { postId: second.postId } })
    expect((await stage.signIn(who.login, password)).answer.body).toMatchObject({ post: { id: second.postId } })
  })
})
