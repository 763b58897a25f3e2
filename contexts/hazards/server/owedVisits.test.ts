import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dateInBeijing } from '../../../kernel/time.ts'
import { routes as deskRoutes } from '../../desk/contract/index.ts'
import { openRegisterStage, type RegisterStage } from '../../../main/testing/registerStage.ts'
import type { Seated } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

type Somebody = Seated & { readonly caller: Caller }

let register: RegisterStage
let inspector: Somebody
let colleague: Somebody
let leader: Somebody
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = await register.actor(['inspector'])
  colleague = await register.actor(['inspector'])
  leader = await register.actor(['leader', 'officer'])
})
afterAll(() => register.house.close())

// The desk asks the database for today, so the campaigns of these tests lie around the day they run on.
const today = dateInBeijing(Temporal.Now.instant())
const dayAway = (days: number): string => today.add({ days }).toString()

const campaign = (from: number, to: number): Promise<string> =>
  register.campaign(leader.caller, { name: `汛期排查 ${from}`, kind: 'flood', from: dayAway(from), to: dayAway(to) })

const planned = async (id: string, unitIds: readonly string[], by = inspector): Promise<void> => {
  await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [...unitIds] } })
  const { status } = await leader.caller.call(routes.planCampaign, {
    params: { id },
    body: { inspectors: [{ personId: by.personId, regionCode: '330114' }], reason: '安排' },
  })
  expect(status).toBe(200)
}

const visit = async (unitId: string, fields: object): Promise<void> => {
  const { status, body } = await inspector.caller.call(routes.recordVisit, {
    params: { unitId },
    body: {
      visitId: randomUUID(),
      how: 'departmentCheck',
      announced: false,
      result: 'checked',
      position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 },
      claimedAt: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
      ...fields,
    },
  })
  expect([status, body]).toMatchObject([201, {}])
}

const owed = async ({ caller }: Somebody, campaignId: string) => {
  const { body } = await caller.call(deskRoutes.desk)
  return body.owed.filter(({ recordId }) => recordId === campaignId).map(({ kind, detail, address }) => ({ kind, zh: detail?.zh, address }))
}

it('what a plan leaves to visit stands on the desk of its inspector alone, once a campaign, and goes with the last visit', async () => {
  const id = await campaign(-3, 10)
  const [one, two] = [await register.unit(leader.caller), await register.unit(leader.caller)]
  await planned(id, [one, two])
  const left = (units: number) => [{ kind: 'visit', zh: `还有 ${units} 家未查`, address: `/campaigns/${id}` }]
  expect([await owed(inspector, id), await owed(colleague, id), await owed(leader, id)]).toEqual([left(2), [], []])
  // Going there without being let in checks nothing.
  await visit(one, { campaignId: id, result: 'notAdmitted', note: '大门紧闭' })
  expect(await owed(inspector, id)).toEqual(left(2))
  await visit(one, { campaignId: id })
  expect(await owed(inspector, id)).toEqual(left(1))
  await visit(two, { campaignId: id })
  expect(await owed(inspector, id)).toEqual([])
})

it('known hazards are owed apart from the visits until each was looked at again (防汛防台 100 %)', async () => {
  const id = await campaign(-3, 10)
  const unitId = await register.unit(leader.caller)
  const hazardId = randomUUID()
  const photo = await register.house.photo(await actorOf(inspector))
  await visit(unitId, { findings: [{ hazardId, description: '围堰开裂', proposedLevel: 'general', evidenceIds: [photo] }] })
  await leader.caller.call(routes.registerHazards, { params: { id }, body: { hazards: [{ unitId, hazardId }] } })
  await planned(id, [unitId])
  expect((await owed(inspector, id)).map(({ kind, zh }) => `${kind} ${zh}`).toSorted()).toEqual([
    'reinspect 还有 1 条未复查',
    'visit 还有 1 家未查',
  ])
  await visit(unitId, { campaignId: id })
  expect((await owed(inspector, id)).map(({ kind }) => kind)).toEqual(['reinspect'])
  await visit(unitId, { campaignId: id, reinspections: [{ hazardId, finding: 'gone' }] })
  expect(await owed(inspector, id)).toEqual([])
})

it('a campaign that is over or has not begun, and a unit that was planned anew, are owed by nobody', async () => {
  const unitId = await register.unit(leader.caller)
  const [over, coming, running] = [await campaign(-20, -1), await campaign(2, 10), await campaign(0, 0)]
  for (const id of [over, coming, running]) await planned(id, [unitId])
  expect([await owed(inspector, over), await owed(inspector, coming)]).toEqual([[], []])
  expect(await owed(inspector, running)).toHaveLength(1)
  await planned(running, [unitId], colleague)
  expect([await owed(inspector, running), (await owed(colleague, running)).length]).toEqual([[], 1])
})

const actorOf = async ({ personId, organisationId, postId }: Seated) => ({
  ...(await register.house.actor('county.inspector')),
  personId,
  organisationId,
  postId,
})
