import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseNeeds } from '../../../../main/testing/caseStory.ts'
import { openTestHazards, photoOf, type TestHazards } from '../../../../main/testing/testHazards.ts'
import type { LaidFile } from '../../../../platform/evidence/room.ts'
import { unitsOfCase } from '../../../hazards/server/caseFacts.ts'
import { sampleCast } from '../../../identity/server/sample/cast.ts'
import { routes } from '../../contract/routes.ts'
import { furnishEnforcement } from './furnishEnforcement.ts'
import { drawSheet } from './sheet.ts'
import { storiesOf, type Players } from './stories.ts'
import { openWhen } from './when.ts'

let house: TestHazards
let written: boolean
/** Bytes are evidence's own business; here a file is a row. */
const stock = {
  lay: async (bytes: Uint8Array): Promise<LaidFile> => ({ hash: String(bytes.length), sizeBytes: bytes.length }) as LaidFile,
  take: async (tx: Parameters<typeof photoOf>[0]): Promise<string> => {
    if (tx.actor.kind !== 'person') throw new Error('evidence is brought by a person')
    return photoOf(tx, tx.actor)
  },
}
const furnish = () => furnishEnforcement(house.services, caseNeeds, { sampleCast, unitsOfCase, stock })

beforeAll(async () => {
  house = await openTestHazards()
  const principal = await house.actor('plant.principal')
  for (const at of [1, 2, 3]) await house.unit({ regionCode: '330114', organisationId: crypto.randomUUID(), name: `试验单位 ${at}` })
  await house.unit({ regionCode: principal.regionCode, organisationId: principal.organisationId, name: '样板工厂' })
  written = await furnish()
})
afterAll(() => house.close())

describe('the sample', () => {
  it('has a case in each state that a sample can stand in, and the plant has its own', async () => {
    expect(written).toBe(true)
    const officer = await house.as('county.officer')
    const { rows } = (await officer.call(routes.cases, { query: { limit: 500 } })).body
    expect(rows).toHaveLength(9)
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['proposed', 'investigating', 'noticed', 'weighing', 'decided', 'served', 'closed']),
    )
    expect(new Set(rows.map(({ outcome }) => outcome).filter((outcome) => outcome !== null))).toEqual(new Set(['performed', 'noPenalty']))
    expect(rows.some(({ late }) => late)).toBe(true)
    const own = (await (await house.as('plant.principal')).call(routes.ownCases, { query: {} })).body
    expect(own.rows.map(({ state }) => state).toSorted()).toEqual(['closed', 'noticed'])
  })
  it('is written once', async () => expect(await furnish()).toBe(false))
  it('its papers of the party are drawn as sheets', async () => expect((await drawSheet(1)).length).toBeGreaterThan(1000))
  it.each(['2026-01-05', '2026-02-24', '2026-05-06', '2026-10-08', '2026-11-24', '2027-01-01'])(
    'its deeds come one after the other whenever a house first starts: %s',
    (day) => {
      const now = Temporal.Instant.from(`${day}T02:00:00Z`)
      const actor = { personId: 'p' } as Players['leader']
      const players: Players = { leader: actor, officer: actor, inspector: actor, reviewer: actor, principal: actor }
      for (const { begins, deeds } of storiesOf(players, openWhen(now))) {
        const when = openWhen(now)
        const moments = [begins, ...deeds.map(([daysAgo]) => daysAgo)].map((daysAgo) => when.at(daysAgo).epochMilliseconds)
        expect(moments).toEqual(moments.toSorted((one, other) => one - other))
        expect(moments.at(-1)).toBeLessThan(now.epochMilliseconds)
      }
    },
  )
})
