import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../../kernel/actor.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { regionInForce } from '../../identity/rules/regionInForce.ts'
import { recomputeFigures, recountHazards } from './figureJobs.ts'
import { hazardInScope } from './hazardStore.ts'
import { followOrganisation } from './unitFollow.ts'

let house: TestHazards
let cast: Cast
beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
})
afterAll(() => house.close())

it('a unit of a region that ended follows its organisation, its hazards and figures with it; one in force stays', async () => {
  const { organisationId, regionCode } = cast.principal
  const inspector = { ...cast.inspector, scope: { lo: '3301', hi: '3302', organisationId: null } }
  // 江干区 ended in 2021.
  const ended = await house.unit({ regionCode: '330104', organisationId, industryCode: 'C2614' })
  const standing = await house.unit({ regionCode: '330109', organisationId })
  const hazard = await did(house, await foundAt(house, ended, inspector), [inspector, deedsOf(house).general])
  await foundAt(house, standing, inspector)
  const event = {
    id: crypto.randomUUID(),
    at: testNow.toString(),
    type: 'identity.organisationChanged',
    organisationId,
    regionCode,
    payload: { organisationId },
  }
  const heard = await transact(house.services, { actor: systemActor('test') }, (tx) =>
    followOrganisation({ ...testNeeds, regionInForce }).run(tx, event),
  )
  expect(heard.ok).toBe(true)
  expect(await house.bySystem((tx) => hazardInScope(tx, ended.unitId, hazard.id))).toMatchObject({
    recordedRegion: '330104',
    standing: { regionCode },
    hazard: { version: 2 },
  })
  const { rows } = await house.services.database.pool.query(
    'select region_code, recorded_region from hazards.unit where unit_id = any($1) order by region_code',
    [[ended.unitId, standing.unitId]],
  )
  expect(rows).toEqual([
    { region_code: '330109', recorded_region: '330109' },
    { region_code: regionCode, recorded_region: '330104' },
  ])
  const evidence = await house.services.database.pool.query('select region_code from evidence.item where record_id = $1', [
    `${ended.unitId}.${hazard.id}`,
  ])
  expect(evidence.rows).toEqual([{ region_code: regionCode }])
  expect((await recomputeFigures(house.services, [recountHazards], { repair: false })).wrong).toEqual([])
})
