import { randomUUIDv7 } from 'node:crypto'
import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import type { figureRoutes } from '../../../contexts/hazards/contract/figureRoutes.ts'
import type { hazardRoutes } from '../../../contexts/hazards/contract/hazardRoutes.ts'
import type { Hazard } from '../../../contexts/hazards/rules/hazard.ts'
import { findHazard } from '../../../contexts/hazards/server/findHazard.ts'
import type { UnitFacts } from '../../../contexts/hazards/server/unitStore.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { photoOf, testNeeds, unitOnRegister } from '../testHazards.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Site } from '../world.ts'

/** A trade of its own, so that the figures of a site are told from those of any other. */
const tradeOf = ({ organisationId }: Site): string => `试验 ${organisationId}`

const unitAt = async (site: Site, house: TestHouse): Promise<UnitFacts> => {
  const made = await transact(house.services, { actor: systemActor('test') }, async (tx) =>
    ok(await unitOnRegister(tx, { regionCode: site.regionCode, organisationId: site.organisationId, industryCode: tradeOf(site) })),
  )
  if (!made.ok) throw new Error('the test could not set its stage')
  return made.value
}

/** A hazard at a unit of the site that a citizen told of, which needs no photo. */
export const hazardOf = async (site: Site, house: TestHouse, unit: UnitFacts): Promise<Hazard> => {
  const by: PersonActor = {
    kind: 'person',
    personId: site.personId,
    sessionId: site.sessionId,
    postId: site.postId,
    organisationId: site.organisationId,
    regionCode: site.regionCode,
    roles: ['worker'],
    scope: { ...regionRange(regionCode(site.regionCode)), organisationId: site.organisationId },
  }
  const found = await transact(house.services, { actor: by }, (tx) =>
    findHazard(
      tx,
      testNeeds,
      by,
      unit,
      {
        how: 'publicReport',
        description: '试验隐患',
        evidence: [],
        item: null,
        proposedLevel: 'general',
        claimedAt: tx.at,
        position: null,
      },
      { campaignId: null, registered: false },
    ),
  )
  if (!found.ok) throw new Error(`the test could not set its stage: ${found.refusal.code}`)
  return found.value
}

export const hazardAt = async (site: Site, house: TestHouse): Promise<Hazard> => hazardOf(site, house, await unitAt(site, house))

const keyOf = ({ unitId, id }: Hazard) => ({ unitId, hazardId: id })

type Routes = Omit<typeof hazardRoutes, 'hazardPaper'> & typeof figureRoutes

/** How the walk asks for hazards and their figures. */
export const hazardRecipes: { readonly [Name in keyof Routes]: Recipe<Routes[Name]> } = {
  hazards: {
    request: async (site, _actor, house) => ({ query: { unitId: (await hazardAt(site, house)).unitId } }),
    holds: ({ body }) => body.rows.length > 0,
  },
  hazardSummary: {
    request: async (site, _actor, house) => ({ query: { unitId: (await hazardAt(site, house)).unitId } }),
    holds: ({ body }) => body.total > 0,
  },
  hazard: { request: async (site, _actor, house) => ({ params: keyOf(await hazardAt(site, house)) }) },
  findHazard: {
    request: async (site, actor, house) => {
      const unit = await unitAt(site, house)
      const photo = await transact(house.services, { actor: systemActor('test') }, async (tx) =>
        ok(await photoOf(tx, { regionCode: site.regionCode, personId: actor.personId })),
      )
      if (!photo.ok) throw new Error('the test could not set its stage')
      return {
        params: { unitId: unit.unitId },
        body: {
          hazardId: randomUUIDv7(),
          description: '试验隐患',
          evidence: [photo.value],
          proposedLevel: 'general',
          claimedAt: '2026-11-24T01:00:00Z',
        },
      }
    },
  },
  actOnHazard: {
    request: async (site, _actor, house) => ({
      params: keyOf(await hazardAt(site, house)),
      body: { action: { kind: 'control', controls: '拉警戒线' }, baseVersion: 1, claimedAt: '2026-11-24T01:00:00Z' },
    }),
  },
  figures: {
    request: async (site, _actor, house) => {
      await hazardAt(site, house)
      return { query: { figures: 'hazards', by: 'industry' } }
    },
    holds: ({ body }, site) => body.rows.some(({ industryCode }) => industryCode === tradeOf(site)),
  },
  overdue: { elsewhere: false, request: () => ({ query: { regionLevel: 'county' } }) },
}
