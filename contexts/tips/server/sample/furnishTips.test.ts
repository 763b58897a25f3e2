import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../main/testing/testHouse.ts'
import { verifyAudit } from '../../../../platform/audit/verify.ts'
import { routes as desk } from '../../../desk/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { evolve, type TipEvent } from '../../rules/events.ts'
import type { Tip } from '../../rules/tip.ts'
import { states } from '../../rules/tip.ts'
import { stories } from './stories.ts'

/** Furnishing is seconds of one processor, and the machine may have other work. */
const patience = 180_000

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
}, patience)
afterAll(() => house.close())

const rows = async <Row>(text: string): Promise<Row[]> => (await house.services.database.pool.query(text)).rows as Row[]

it('has tips in every state, three posters, photos, and audit chains that are whole', async () => {
  const tips = await rows<{ state: string; photos: number }>('select state, photos from tips.tip')
  expect(tips).toHaveLength(stories.length)
  expect([...new Set(tips.map(({ state }) => state))].toSorted()).toEqual([...states].toSorted())
  expect((await rows('select from tips.poster')).length).toBe(3)
  expect((await rows(`select from evidence.item where record_kind = 'tip'`)).length).toBe(tips.reduce((sum, { photos }) => sum + photos, 0))
  expect(await rows('select from tips.sitting_photo')).toEqual([])
  expect((await verifyAudit(house.services)).brokenAt).toBeNull()
})

it('has a history in order for each, which makes its state, and nothing ahead of the start', async () => {
  const events = await rows<{ id: string; event: TipEvent; at: string; tip: Tip }>(
    `select tip.id, event.event, event.at, tip.tip from tips.tip join tips.tip_event event on event.tip_id = tip.id order by tip.id, event.version`,
  )
  for (const [, of] of Map.groupBy(events, ({ id }) => id)) {
    expect(evolve(of.map(({ event }) => event))).toEqual(of[0]!.tip)
    expect(of.map(({ at }) => Date.parse(at))).toEqual(of.map(({ at }) => Date.parse(at)).toSorted((one, other) => one - other))
  }
  expect(events.filter(({ at }) => Date.parse(at) > house.services.clock().epochMilliseconds)).toEqual([])
})

it.each([
  ['county.officer', ['accept', 'answer', 'reply', 'proposeReward']],
  ['county.inspector', ['check']],
  ['county.leader', ['decideReward']],
  ['county.keeper', ['payReward']],
] as const)('%s owes something over a tip', async (login, expected) => {
  const { body } = await (await house.as(login)).call(desk.desk)
  const kinds = new Set(body.owed.filter(({ room }) => room === 'tips').map(({ kind }) => kind))
  expect(expected.filter((kind) => !kinds.has(kind))).toEqual([])
})

it('has one that nobody took up in time', async () => {
  const { body } = await (await house.as('county.officer')).call(routes.tipSummary, { query: { overdue: 'true' } })
  expect(body.total).toBeGreaterThan(0)
})

it('is not written twice', async () => {
  const counted = () => rows('select count(*)::integer as total from tips.tip_event')
  const before = await counted()
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
  expect(await counted()).toEqual(before)
})
