import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../main/testing/testHouse.ts'
import { verifyAudit } from '../../../platform/audit/verify.ts'
import { routes as desk } from '../../desk/contract/index.ts'
import { routes } from '../contract/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
}, 180_000)
afterAll(() => house.close())

const rows = async <Row>(text: string): Promise<Row[]> => (await house.services.database.pool.query(text)).rows as Row[]

it('has one draw with rechecks in each state, one false closure, and a hazard that is open again', async () => {
  const states = await rows<{ state: string; outcome: string | null }>('select state, outcome from supervision.recheck')
  expect(states.map(({ state }) => state).toSorted()).toEqual([
    'assigned',
    'assigned',
    'drawn',
    'settled',
    'settled',
    'settled',
    'unconfirmed',
  ])
  expect(states.flatMap(({ outcome }) => outcome ?? []).toSorted()).toEqual(['cameBack', 'false', 'true'])
  expect(await rows(`select from hazards.hazard where falsely_closed <> '{}' and state = 'rectifying'`)).toHaveLength(1)
  expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])
  expect((await verifyAudit(house.services)).brokenAt).toBeNull()
})

it('has doubts of every kind, few of them, one looked at', async () => {
  const doubts = await rows<{ kind: string; state: string }>('select kind, state from supervision.doubt')
  expect([...new Set(doubts.map(({ kind }) => kind))].toSorted()).toEqual([
    'copiedText',
    'far',
    'photoExact',
    'photoNear',
    'seconds',
    'travel',
  ])
  expect(doubts.length).toBeLessThan(12)
  expect(doubts.filter(({ state }) => state !== 'raised')).toHaveLength(1)
})

it.each([
  ['city.officer', ['recheck', 'assign']],
  ['city.leader', ['recheck', 'confirmFalse']],
  ['county.officer', ['look']],
] as const)('%s owes something', async (login, expected) => {
  const { body } = await (await house.as(login)).call(desk.desk)
  const kinds = new Set(body.owed.filter(({ room }) => room === 'supervision').map(({ kind }) => kind))
  expect(expected.filter((kind) => !kinds.has(kind))).toEqual([])
})

it('the draw of the sample can be drawn again', async () => {
  const city = await house.as('city.leader')
  const { body } = await city.call(routes.draws, {})
  const verified = await city.call(routes.verifyDraw, { params: { drawId: body.rows[0]!.id } })
  expect(verified.body).toMatchObject({ frameSame: true, seedSame: true, drawnSame: true })
})

it('is not written twice', async () => {
  const count = () =>
    rows('select (select count(*) from supervision.recheck) as rechecks, (select count(*) from supervision.doubt) as doubts')
  const before = await count()
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
  expect(await count()).toEqual(before)
})
