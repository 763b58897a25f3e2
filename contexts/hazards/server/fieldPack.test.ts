import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hazardPocketRecipes } from '../../../main/testing/recipes/hazardPocket.ts'
import type { Seated } from '../../../main/testing/stage.ts'
import { openRegisterStage, type RegisterStage } from '../../../main/testing/registerStage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { everyRole, walkRoute } from '../../../main/testing/walk.ts'
import { contract, routes } from '../contract/index.ts'

type Somebody = Seated & { readonly caller: Caller }

let register: RegisterStage
let inspector: Somebody
let leader: Somebody
let officer: Somebody
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = await register.actor(['inspector'])
  leader = await register.actor(['leader'])
  officer = await register.actor(['officer'])
})
afterAll(() => register.house.close())

const unit = (fields?: Parameters<RegisterStage['unit']>[1]): Promise<string> => register.unit(officer.caller, fields)

const packOf = async ({ caller }: Somebody, unitId?: string) => {
  const { status, body } = await caller.call(routes.fieldPack, { query: unitId === undefined ? {} : { unitId } })
  return status === 200 ? body : expect.fail(JSON.stringify(body))
}

const campaignOver = async (unitIds: readonly string[]): Promise<string> => {
  const id = await register.campaign(leader.caller)
  await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [...unitIds] } })
  return id
}

const planFor = async (campaignId: string, { personId }: Somebody): Promise<void> => {
  const planned = await leader.caller.call(routes.planCampaign, {
    params: { id: campaignId },
    body: { inspectors: [{ personId, regionCode: '330114', industries: [] }], reason: '试验' },
  })
  expect(planned.status).toBe(200)
}

const report = async (unitId: string): Promise<string> => {
  const hazardId = randomUUID()
  const visited = await inspector.caller.call(routes.recordVisit, {
    params: { unitId },
    body: {
      visitId: randomUUID(),
      how: 'departmentCheck',
      announced: false,
      result: 'checked',
      position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 },
      claimedAt: '2026-11-24T01:00:00Z',
      findings: [
        {
          hazardId,
          description: '罐区无紧急切断装置',
          itemKey: 'chem20.05',
          proposedLevel: 'major',
          evidenceIds: [await register.house.photo({ ...inspector, regionCode: '330114' } as never)],
        },
      ],
    },
  })
  expect(visited.status, JSON.stringify(visited.body)).toBe(201)
  return hazardId
}

describe('the field pack', () => {
  it('holds what is planned and not yet checked, with its lists, hazards and campaigns', async () => {
    const planned = await unit({ tags: ['hazardousChemicals'] })
    const other = await unit({ tags: ['hazardousChemicals'] })
    const campaignId = await campaignOver([planned, other])
    await planFor(campaignId, inspector)
    const pack = await packOf(inspector)
    const held = pack.units.find(({ unit }) => unit.unitId === planned)
    expect(held).toMatchObject({
      ways: ['departmentCheck', 'expertCheck', 'peerCheck'],
      person: { personId: inspector.personId, side: 'authority', tier: 'county' },
      plannedIn: [campaignId],
      campaigns: [campaignId],
      registered: [],
    })
    expect(pack.campaigns.map(({ id }) => id)).toContain(campaignId)
    expect(pack.unitsLeftOut).toBe(0)
    // Each list once, however many units need it, and each unit finds just its own items in it.
    const keys = pack.checklists.map(({ key, edition }) => `${key}@${edition}`)
    expect(new Set(keys).size).toBe(keys.length)
    const { body: own } = await inspector.caller.call(routes.unitChecklists, { params: { unitId: planned } })
    const asked = held?.lists.map(({ key, edition, items }) => {
      const list = pack.checklists.find((each) => each.key === key && each.edition === edition)
      return { key, items: (items === null ? list?.items : items.map((place) => list?.items[place]))?.map((item) => item?.key) }
    })
    expect(asked).toEqual(own.map(({ key, items }) => ({ key, items: items.map((item) => item.key) })))
  })

  it('takes open hazards along with their whole record, and what is owed over them', async () => {
    const unitId = await unit({ tags: ['hazardousChemicals'] })
    const hazardId = await report(unitId)
    const pack = await packOf(inspector)
    const record = pack.hazards.find(({ line }) => line.hazardId === hazardId)
    expect(record).toMatchObject({ hazard: { id: hazardId, state: 'found' }, history: [{ kind: 'found' }] })
    expect(pack.owed.find((owed) => owed.hazardId === hazardId)).toMatchObject({ unitId, kind: 'classify' })
    expect((await inspector.caller.call(routes.hazard, { params: { unitId, hazardId } })).body.actions).toEqual(record?.actions)
  })

  it('holds a registered hazard until somebody looked at it again, and a unit until it is checked', async () => {
    const unitId = await unit({ tags: ['hazardousChemicals'] })
    const hazardId = await report(unitId)
    const campaignId = await campaignOver([unitId])
    await planFor(campaignId, inspector)
    await leader.caller.call(routes.registerHazards, { params: { id: campaignId }, body: { hazards: [{ unitId, hazardId }] } })
    const before = (await packOf(inspector)).units.find(({ unit }) => unit.unitId === unitId)
    expect(before).toMatchObject({ plannedIn: [campaignId], registered: [{ campaignId, hazardId }] })
    const visited = await inspector.caller.call(routes.recordVisit, {
      params: { unitId },
      body: {
        visitId: randomUUID(),
        campaignId,
        how: 'departmentCheck',
        announced: false,
        result: 'checked',
        position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 },
        claimedAt: '2026-11-24T01:30:00Z',
        reinspections: [{ hazardId, finding: 'stillThere' }],
      },
    })
    expect(visited.status, JSON.stringify(visited.body)).toBe(201)
    const after = await packOf(inspector, unitId)
    expect(after.units[0]).toMatchObject({ plannedIn: [], campaigns: [campaignId], registered: [] })
  })

  it('is the own unit for people of an enterprise, and nothing of anybody else', async () => {
    const plant = await register.actor(['safetyOfficer'], { kind: 'enterprise' })
    const worker = await register.actor(['worker'], { organisationId: plant.organisationId, kind: 'enterprise' })
    const own = await unit({ organisationId: plant.organisationId, tags: ['hazardousChemicals'] })
    const foreign = await unit()
    expect((await packOf(plant)).units).toMatchObject([{ unit: { unitId: own }, ways: ['selfCheck'], person: { side: 'unit' } }])
    expect((await packOf(worker)).units).toMatchObject([{ unit: { unitId: own }, ways: [] }])
    expect((await packOf(plant, foreign)).units).toEqual([])
  })

  it('is one unit where one was scanned', async () => {
    const unitId = await unit()
    const pack = await packOf(inspector, unitId)
    expect(pack.units.map(({ unit }) => unit.unitId)).toEqual([unitId])
    expect(pack.owed).toEqual([])
  })

  it('keeps the word of its contract for every role and place', async () => {
    expect(await walkRoute(register.house, contract, 'fieldPack', hazardPocketRecipes.fieldPack, await everyRole(register.house))).toEqual(
      [],
    )
  })
})
