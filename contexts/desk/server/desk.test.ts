import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, type Role } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { actorIn, siteAt, type Actor, type Place } from '../../../main/testing/world.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { endAlarm, raiseAlarm } from '../../../platform/work/alarms.ts'
import { contract as enforcement } from '../../enforcement/contract/index.ts'
import { contract as hazards } from '../../hazards/contract/index.ts'
import { contract as identity } from '../../identity/contract/index.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
const actors = new Map<Role, Actor>()

beforeAll(async () => {
  house = await openTestHouse()
  for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin', 'officer', 'principal', 'guard'] as const)
    actors.set(role, await actorIn(house, role))
})
afterAll(() => house.close())

const asOwner = async (text: string, values: readonly unknown[] = []): Promise<void> =>
  void (await house.services.database.pool.query(text, [...values]))
const actor = (role: Role): Actor => actors.get(role)!
const deskOf = async (caller: Caller) => {
  const { status, body } = await caller.call(routes.desk)
  expect(status).toBe(200)
  return body
}
const inTx = (work: (tx: Tx) => Promise<void>) =>
  transact(house.services, { actor: systemActor('test') }, async (tx) => {
    await work(tx)
    return ok(null)
  })

/** A post without roles at a place: the security administrators above owe it something. */
const waitingAt = async (place: Place): Promise<string> => (await siteAt(house, actor('securityAdmin'), place)).personId

describe('what I owe', () => {
  it('is what a role in hand owes within the scope, in the words of the room that owns it', async () => {
    const [own, below, sibling] = [await waitingAt('own'), await waitingAt('below'), await waitingAt('sibling')]
    const { owed, owedTotal } = await deskOf(actor('securityAdmin').caller)
    const people: string[] = owed.map(({ recordId }) => recordId)
    expect(people).toEqual(expect.arrayContaining([own, below]))
    expect(people).not.toContain(sibling)
    expect(owedTotal).toBe(owed.length)
    expect(owed.find(({ recordId }) => recordId === own)).toMatchObject({
      room: 'identity',
      roomTitle: { zh: '组织', en: 'People' },
      kind: 'rolesToGrant',
      title: { zh: '授予角色', en: 'Grant roles' },
      deed: { zh: '去授权', en: 'Grant' },
      subject: '试验人员',
      detail: { zh: '岗位：试验岗位', en: 'Post: 试验岗位' },
      level: null,
      address: `/people/${own}`,
      owedSince: '2026-11-24T02:00:00.000Z',
      stepDueAt: '2026-11-25T02:00:00.000Z',
      lawDueAt: null,
    })
  })

  it('is nothing for a role that owes nothing here', async () => {
    expect(await deskOf(actor('guard').caller)).toMatchObject({ owed: [], owedTotal: 0 })
  })

  it('is what names me, whatever my roles, and nobody else’s', async () => {
    const { personId, caller } = await actorIn(house, 'worker')
    // The view asks the database's own clock, which is no test's.
    await asOwner(`update identity.account set password_changed_at = now() - interval '80 days' where person_id = $1`, [personId])
    const { owed } = await deskOf(caller)
    expect(owed).toMatchObject([{ kind: 'passwordToChange', recordId: personId, address: '/account', detail: null }])
    const others = (await deskOf(actor('securityAdmin').caller)).owed.filter(({ kind }) => kind === 'passwordToChange')
    expect(others).toEqual([])
  })

  it('comes by the earlier of both clocks, what has none last', async () => {
    const { organisationId } = await siteAt(house, actor('systemAdmin'), 'own')
    await asOwner(`update identity.organisation set region_to_decide = true, recorded_region = '330104' where id = $1`, [organisationId])
    const undated = (await deskOf(actor('systemAdmin').caller)).owed
    expect(undated).toMatchObject([
      { kind: 'regionToDecide', recordId: organisationId, stepDueAt: null, detail: { zh: '原区划 330104 已拆分' } },
    ])
    const one = await actorIn(house, 'securityAdmin')
    const { owed } = await deskOf(one.caller)
    const due: (string | null)[] = owed.map(({ stepDueAt }) => stepDueAt)
    expect(due.length).toBeGreaterThan(1)
    expect(due).toEqual(due.toSorted((a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)))
  })

  it('every kind and figure that a view can hold is declared, so that it has words', async () => {
    for (const view of identity.views) {
      const { rows } = await house.services.database.pool.query<{ text: string }>('select pg_get_viewdef($1::regclass) as text', [
        view.name,
      ])
      // The first literal of each branch of a union is its kind or figure; ids are made of text that ends with a colon.
      const branches = rows[0]!.text.split(/\bUNION ALL\b/)
      const held = branches.map((branch) => [...branch.matchAll(/'([a-zA-Z]+)'::text/g)][0]?.[1])
      expect(new Set(held)).toEqual(new Set<string>(view.holds))
    }
  })
})

describe('the figures of my region', () => {
  const valueOf = (body: { figures: { figure: string; value: number }[] }, figure: string): number | undefined =>
    body.figures.find((one) => one.figure === figure)?.value

  it('count what lies in scope, to the row, and open its records', async () => {
    const officer = actor('officer')
    const before = await deskOf(officer.caller)
    await siteAt(house, officer, 'own')
    await siteAt(house, officer, 'below')
    await siteAt(house, officer, 'sibling')
    const after = await deskOf(officer.caller)
    for (const [figure, more] of [
      ['organisations', 2],
      ['enterprises', 2],
      ['people', 2],
      ['posts', 2],
      ['postsWaiting', 2],
    ] as const)
      expect([figure, valueOf(after, figure)]).toEqual([figure, valueOf(before, figure)! + more])
    const { people } = identity.words.figures
    expect(after.figures.find(({ figure }) => figure === 'people')).toMatchObject({
      title: people.title,
      unit: people.unit,
      address: '/people',
    })
  })

  it('are as many as the lists that they open', async () => {
    const { caller } = actor('officer')
    const desk = await deskOf(caller)
    const listed = {
      organisations: await caller.call(identity.routes.organisations, {}),
      enterprises: await caller.call(identity.routes.organisations, { query: { kind: 'enterprise' } }),
      people: await caller.call(identity.routes.people, {}),
      posts: await caller.call(identity.routes.posts, {}),
      postsWaiting: await caller.call(identity.routes.posts, { query: { waiting: 'true' } }),
      openHazards: await caller.call(hazards.routes.hazards, { query: { open: 'true' } }),
      openMajorHazards: await caller.call(hazards.routes.hazards, { query: { open: 'true', level: 'major' } }),
      overdueHazards: await caller.call(hazards.routes.hazards, { query: { overdue: 'true' } }),
      openCases: await caller.call(enforcement.routes.cases, { query: { open: 'true' } }),
      closedCases: await caller.call(enforcement.routes.cases, { query: { open: 'false' } }),
      closedHazards: await caller.call(hazards.routes.hazards, { query: { open: 'false', withdrawn: 'false' } }),
    }
    expect(Object.fromEntries(desk.figures.map(({ figure, value }) => [figure, value]))).toEqual(
      Object.fromEntries(Object.entries(listed).map(([figure, { body }]) => [figure, body.total])),
    )
  })

  it('show the end of each of the last 30 days, today last', async () => {
    const { figures } = await deskOf(actor('officer').caller)
    for (const { value, trend } of figures) {
      expect(trend).toHaveLength(30)
      expect(trend[0]?.day).toBe('2026-10-26')
      expect(trend.at(-1)).toEqual({ day: '2026-11-24', value })
    }
  })

  it('an own-organisation post counts its own organisation alone', async () => {
    const { organisationId, caller } = await actorIn(house, 'principal')
    expect(valueOf(await deskOf(caller), 'organisations')).toBe(1)
    expect(valueOf(await deskOf(caller), 'people')).toBe(1)
    await asOwner(`update identity.organisation set closed_on = '2026-11-24' where id = $1`, [organisationId])
    // The post itself ends with its organisation, and with it the desk.
    expect((await caller.call(routes.desk)).status).toBe(401)
  })

  it('are shown to those who may open what they count', async () => {
    expect((await deskOf(actor('guard').caller)).figures).toEqual([])
    const { figures } = await deskOf(actor('officer').caller)
    expect(figures.map(({ figure }) => figure)).toEqual([hazards, enforcement, identity].flatMap(({ words }) => Object.keys(words.figures)))
  })
})

describe('alarms of the product', () => {
  const alarm = { kind: 'jobFailing', subject: 'identity.testJob' }

  it('go to those who keep it running, with their sentence; an acknowledged one stays and names who knows', async () => {
    await inTx((tx) => raiseAlarm(tx, { ...alarm, facts: { task: 'identity.testJob', faultName: 'TypeError' }, failures: 5 }))
    expect((await deskOf(actor('officer').caller)).alarms).toEqual([])
    const { alarms } = await deskOf(actor('systemAdmin').caller)
    expect(alarms).toMatchObject([
      {
        ...alarm,
        sentence: {
          zh: '后台任务 identity.testJob 已失败 5 次，系统仍在重试（TypeError）',
          en: 'Background work identity.testJob has failed 5 times and is tried again (TypeError)',
        },
        failures: 5,
        acknowledgedAt: null,
      },
    ])
    const { id } = alarms[0]!
    expect(await actor('officer').caller.call(routes.acknowledgeAlarm, { params: { id } })).toMatchObject({ status: 403 })
    const acknowledged = await actor('auditAdmin').caller.call(routes.acknowledgeAlarm, { params: { id } })
    expect(acknowledged).toMatchObject({ status: 200, body: { id, acknowledgedBy: '试验人员' } })
    expect((await deskOf(actor('systemAdmin').caller)).alarms).toMatchObject([{ id, acknowledgedBy: '试验人员' }])
    await inTx((tx) => endAlarm(tx, alarm))
    expect((await deskOf(actor('systemAdmin').caller)).alarms).toEqual([])
    expect(await actor('systemAdmin').caller.call(routes.acknowledgeAlarm, { params: { id } })).toMatchObject({ status: 404 })
  })
})

describe('what I did last', () => {
  it('is my own ten latest deeds, refusals among them, in words', async () => {
    const me = await actorIn(house, 'systemAdmin')
    expect((await deskOf(me.caller)).recent).toEqual([])
    const site = await siteAt(house, me, 'own')
    const change = (name: string, version: number) =>
      me.caller.call(identity.routes.changePerson, { params: { id: site.personId }, body: { name, version } })
    expect((await change('改名人员', 1)).status).toBe(200)
    house.setClock('2026-11-24T02:05:00Z')
    expect((await change('又改人员', 1)).status).toBe(409)
    const { recent } = await deskOf(me.caller)
    expect(recent).toMatchObject([
      { action: 'person.change', title: { zh: '修改人员', en: 'Change a person' }, result: 'refused', subject: null, address: null },
      {
        action: 'person.change',
        recordKind: 'person',
        recordId: site.personId,
        subject: { zh: '改名人员', en: '改名人员' },
        address: `/people/${site.personId}`,
        result: 'done',
      },
    ])
    expect((await deskOf(actor('auditAdmin').caller)).recent.map(({ action }) => action)).toEqual(['alarm.acknowledge'])
  })
})
