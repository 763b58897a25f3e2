import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import { sourcesOf } from '../../desk/server/sources.ts'
import { figureRoutes } from '../contract/figureRoutes.ts'
import { hazardRoutes } from '../contract/hazardRoutes.ts'
import { contract } from '../contract/index.ts'

let house: TestHazards
let cast: Cast
beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
})
afterAll(() => house.close())

describe('the doorway to hazards', () => {
  it('takes an action as a phone sends it, and answers with the record as it then is', async () => {
    const unit = await house.unit({ regionCode: cast.principal.regionCode, organisationId: cast.principal.organisationId })
    const deeds = deedsOf(house)
    const { id: hazardId, unitId } = await did(house, await foundAt(house, unit, cast.inspector), [cast.inspector, deeds.general])
    const caller = await house.as('county.inspector')
    const body = { action: deeds.order(cast.worker), baseVersion: 2, claimedAt: '2026-11-24T01:30:00Z' }
    const key = crypto.randomUUID()
    const first = await caller.call(hazardRoutes.actOnHazard, { params: { unitId, hazardId }, body }, { key })
    expect(first).toMatchObject({
      status: 200,
      body: { line: { state: 'ordered', version: 3 }, hazard: { assignee: { personId: cast.worker.personId } } },
    })
    expect((await caller.call(hazardRoutes.actOnHazard, { params: { unitId, hazardId }, body }, { key })).body.line.version).toBe(3)
    const late = await caller.call(hazardRoutes.actOnHazard, { params: { unitId, hazardId }, body })
    expect(late).toMatchObject({ status: 409, body: { refusal: { code: 'CHANGED_MEANWHILE' } } })
    expect(
      (await caller.call(hazardRoutes.actOnHazard, { params: { unitId, hazardId }, body: { ...body, action: { kind: 'dance' } } as never }))
        .status,
    ).toBe(400)
  })

  it('shows figures by region, month, level and state, and what is overdue, to who asks for nothing in particular', async () => {
    const caller = await house.as('county.inspector')
    const all = await caller.call(figureRoutes.figures)
    expect(all.status).toBe(200)
    expect(all.body.rows.find(({ figure }) => figure === 'hazards')).toMatchObject({
      regionCode: '330114',
      period: null,
      level: null,
      state: null,
    })
    const query = { figures: 'hazards', regionLevel: 'town', by: 'period,level,state', from: '2026-11', to: '2026-11' } as const
    const { body } = await caller.call(figureRoutes.figures, { query })
    const town = cast.principal.regionCode
    const regions = await house.bySystem((tx) => testNeeds.regionNames(tx, [town]))
    expect(body.rows).toContainEqual({
      figure: 'hazards',
      regionCode: town,
      regionName: regions.get(town),
      period: '2026-11',
      level: 'general',
      state: 'ordered',
      industryCode: null,
      industryName: null,
      total: 1,
    })
    expect((await caller.call(figureRoutes.figures, { query: { figures: 'hazards,lies' } })).status).toBe(400)
    const { body: overdue } = await caller.call(figureRoutes.overdue)
    expect(overdue).toMatchObject({ today: '2026-11-24', rows: [{ regionCode: '330114', level: 'general', overdue: 0, running: 1 }] })
  })

  it('publishes views that the desk can read, with words for all that they hold', () => {
    expect(sourcesOf([contract])).toMatchObject({ owed: [{ view: 'owed' }], figures: [{ view: 'region_figure' }] })
  })
})
