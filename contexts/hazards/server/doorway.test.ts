import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hazardRecipes } from '../../../main/testing/recipes/hazards.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import { everyRole, walkRoute, type Recipe } from '../../../main/testing/walk.ts'
import type { Actor } from '../../../main/testing/world.ts'
import { sourcesOf } from '../../desk/server/sources.ts'
import { figureRoutes } from '../contract/figureRoutes.ts'
import { hazardRoutes } from '../contract/hazardRoutes.ts'
import { contract as whole } from '../contract/index.ts'
import { openFigureRoutes } from './figures.ts'
import { openHazardRoutes } from './hazards.ts'

const contract = { ...whole, routes: { ...hazardRoutes, ...figureRoutes } }

let house: TestHazards
let cast: Cast
let actors: Actor[]
beforeAll(async () => {
  house = await openTestHazards({ extraRooms: [{ contract, routes: [...openHazardRoutes(testNeeds), ...openFigureRoutes(testNeeds)] }] })
  cast = await castOf(house)
  actors = await everyRole(house)
})
afterAll(() => house.close())

const recipes: Readonly<Record<string, Recipe>> = hazardRecipes as Readonly<Record<string, Recipe>>

describe('the doorway to hazards', () => {
  it.each(Object.keys(contract.routes))('%s keeps the word of its contract for every role and place', async (name) => {
    expect(await walkRoute(house, contract, name, recipes[name]!, actors)).toEqual([])
  })

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
    expect(body.rows).toContainEqual({
      figure: 'hazards',
      regionCode: cast.principal.regionCode,
      period: '2026-11',
      level: 'general',
      state: 'ordered',
      industryCode: null,
      total: 1,
    })
    expect((await caller.call(figureRoutes.figures, { query: { figures: 'hazards,lies' } })).status).toBe(400)
    const { body: overdue } = await caller.call(figureRoutes.overdue)
    expect(overdue).toMatchObject({ today: '2026-11-24', rows: [{ regionCode: '330114', level: 'general', overdue: 0, running: 1 }] })
  })

  it('publishes views that the desk can read, with words for all that they hold', () => {
    expect(sourcesOf([whole])).toMatchObject({ owed: [{ view: 'owed' }], figures: [{ view: 'region_figure' }] })
  })
})
