import { afterAll, beforeAll, expect, it } from 'vitest'
import { actOn, castOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import type { Hazard } from '../rules/hazard.ts'
import { hazardRecord } from './hazardRecord.ts'

let house: TestHazards
let cast: Cast
beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
})
afterAll(() => house.close())

const item = { code: 'chem20.05', edition: '2017', clause: '第五项', makesMajor: true }

const mayRepeat = async ({ unitId, id }: Hazard) =>
  (await house.done(cast.inspector, (tx) => hazardRecord(tx, testNeeds, cast.inspector, unitId, id))).mayRepeat

it('an earlier hazard against the same item of the unit is told as one that may have come back, until it is linked (16号令 art. 14)', async () => {
  const { regionCode, organisationId } = cast.principal
  const [unit, other] = [await house.unit({ regionCode, organisationId }), await house.unit({ regionCode, organisationId })]
  const find = async (at: string, more: Partial<Parameters<typeof foundAt>[3]>, where = unit): Promise<Hazard> => {
    house.setClock(at)
    return foundAt(house, where, cast.inspector, { item, proposedLevel: 'major', ...more })
  }
  const long = await find('2023-01-10T02:00:00Z', { description: '三年前' })
  const first = await find('2026-03-10T02:00:00Z', { description: '第一次' })
  await find('2026-04-10T02:00:00Z', { description: '别的条目', item: { ...item, code: 'chem20.06' } })
  await find('2026-05-10T02:00:00Z', { description: '别的单位' }, other)
  const again = await find('2026-11-10T02:00:00Z', { description: '又来了' })
  expect([await mayRepeat(long), await mayRepeat(first)]).toEqual([[], []])
  expect(await mayRepeat(again)).toMatchObject([
    { hazardId: first.id, description: '第一次', number: expect.stringMatching(/^330114-2026-\d{5}$/) },
  ])
  await did(house, again, [cast.inspector, { kind: 'linkRecurrence', earlierHazardId: first.id, reason: '同一部位' }])
  expect(await mayRepeat(again)).toEqual([])
  expect((await actOn(house, cast.inspector, again, { kind: 'linkRecurrence', earlierHazardId: first.id, reason: '再认定' })).ok).toBe(
    false,
  )
})
