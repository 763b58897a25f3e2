import { randomUUID } from 'node:crypto'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { campaignRoutes } from '../../../contexts/hazards/contract/campaignRoutes.ts'
import { criteriaRoutes } from '../../../contexts/hazards/contract/criteriaRoutes.ts'
import { registerRoutes } from '../../../contexts/hazards/contract/registerRoutes.ts'
import { visitRoutes } from '../../../contexts/hazards/contract/visitRoutes.ts'
import { unitInScope } from '../../../contexts/hazards/server/unitStore.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import { hazardOf } from './hazards.ts'
import type { Actor, Site } from '../world.ts'

const routes = { ...registerRoutes, ...criteriaRoutes, ...campaignRoutes, ...visitRoutes }

/** As the owner of the database, behind the product's back. */
const insert = async (house: TestHouse, table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const columns = Object.keys(row)
  await house.services.database.pool.query(
    `insert into hazards.${table} (${columns.join(', ')}) values (${columns.map((_column, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
}

const placed = ({ regionCode, organisationId }: Site) => ({
  recorded_region: regionCode,
  region_code: regionCode,
  organisation_id: organisationId,
})

/** By the site's person the unit of a site is told from all others. */
const nameOf = ({ personId }: Site): string => `走查单位 ${personId}`

/** A unit at the site. Two of one site stand at one place, so that they may be joined. */
const unitAt = async (site: Site, house: TestHouse): Promise<string> => {
  const unitId = randomUUID()
  await insert(house, 'unit', {
    ...placed(site),
    unit_id: unitId,
    kind: 'enterprise',
    name: nameOf(site),
    industry_code: '2614',
    lng: 120.5,
    lat: 30.3,
    registered_on: '2026-01-01',
    made_at: '2026-01-01T00:00:00Z',
  })
  return unitId
}

const hazardAt = async (site: Site, house: TestHouse, unitId: string): Promise<string> => {
  const unit = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await unitInScope(tx, unitId)))
  if (!unit.ok || !unit.value) throw new Error('the test could not set its stage')
  return (await hazardOf(site, house, unit.value)).id
}

/** A campaign at the site with one unit of the site in it. */
const campaignAt = async (site: Site, house: TestHouse): Promise<{ readonly id: string; readonly unitId: string }> => {
  const id = randomUUID()
  const unitId = await unitAt(site, house)
  await insert(house, 'campaign', {
    ...placed(site),
    id,
    name: '走查行动',
    kind: 'ordinary',
    from_on: '2026-11-01',
    to_on: '2026-12-31',
    goals: '全覆盖',
    goal_percent: 100,
    checklists: ['chem20'],
    made_at: '2026-11-01T00:00:00Z',
  })
  await insert(house, 'campaign_target', { ...placed(site), unit_id: unitId, campaign_id: id, at: '2026-11-01T00:00:00Z' })
  return { id, unitId }
}

const listAt = async (site: Site, house: TestHouse): Promise<string> => {
  const id = randomUUID()
  await insert(house, 'special_list', {
    ...placed(site),
    id,
    name: '走查名单',
    basis: '试验',
    opened_on: '2026-01-01',
    made_at: '2026-01-01T00:00:00Z',
  })
  return id
}

const visitAt = async (site: Site, house: TestHouse): Promise<{ readonly unitId: string; readonly visitId: string }> => {
  const unitId = await unitAt(site, house)
  const visitId = randomUUID()
  await insert(house, 'visit', {
    ...placed(site),
    unit_id: unitId,
    id: visitId,
    how: 'departmentCheck',
    announced: false,
    result: 'checked',
    on_day: '2026-11-24',
    note: '',
    claimed_at: '2026-11-24T01:00:00Z',
    received_at: '2026-11-24T02:00:00Z',
    answers: '[]',
    hazard_ids: [],
    digest: 'walk',
    person_id: site.personId,
    post_id: site.postId,
    visitor_organisation_id: site.organisationId,
  })
  return { unitId, visitId }
}

const unitBody = (site: Site) => ({
  kind: 'enterprise',
  name: `走查登记 ${randomUUID()}`,
  regionCode: site.regionCode,
  industryCode: '2614',
})

const ofUnit = async (site: Site, _actor: Actor, house: TestHouse) => ({ params: { unitId: await unitAt(site, house) } })
const ofCampaign = async (site: Site, _actor: Actor, house: TestHouse) => ({ params: { id: (await campaignAt(site, house)).id } })

const sentence = { zh: '走查', en: 'Walk' }

/** How the walk asks the routes of register, criteria, campaigns and visits. */
export const hazardsRegisterRecipes: { readonly [Name in keyof typeof routes]: Recipe<(typeof routes)[Name]> } = {
  units: {
    request: async (site, _actor, house) => {
      await unitAt(site, house)
      return { query: { find: nameOf(site) } }
    },
    holds: ({ body }, site) => body.rows.some(({ name }) => name === nameOf(site)),
  },
  unit: { request: ofUnit },
  unitDuplicates: { request: ofUnit },
  addUnit: { request: (site) => ({ body: unitBody(site) }) },
  changeUnit: {
    request: async (site, _actor, house) => ({
      params: { unitId: await unitAt(site, house) },
      body: { ...unitBody(site), organisationId: site.organisationId, version: 1 },
    }),
  },
  closeUnit: {
    request: async (site, _actor, house) => ({
      params: { unitId: await unitAt(site, house) },
      body: { closedOn: '2026-11-01', reason: '注销', version: 1 },
    }),
  },
  joinUnits: {
    request: async (site, _actor, house) => ({
      params: { unitId: await unitAt(site, house) },
      body: { intoId: await unitAt(site, house), reason: '同一单位', version: 1 },
    }),
  },
  partUnit: {
    request: async (site, _actor, house) => {
      const [unitId, intoId] = [await unitAt(site, house), await unitAt(site, house)]
      await house.services.database.pool.query('update hazards.unit set alias_of = $2 where unit_id = $1', [unitId, intoId])
      return { params: { unitId }, body: { reason: '两家单位', version: 1 } }
    },
  },
  specialLists: { elsewhere: false, request: () => ({}) },
  addSpecialList: { request: (site) => ({ body: { name: '走查名单', basis: '试验', regionCode: site.regionCode } }) },
  closeSpecialList: {
    request: async (site, _actor, house) => ({ params: { id: await listAt(site, house) }, body: { version: 1 } }),
  },
  listUnit: {
    request: async (site, _actor, house) => ({
      params: { unitId: await unitAt(site, house) },
      body: { listId: await listAt(site, house), reason: '列入' },
    }),
  },
  unlistUnit: {
    request: async (site, _actor, house) => {
      const unitId = await unitAt(site, house)
      const listId = await listAt(site, house)
      await insert(house, 'special_listing', {
        ...placed(site),
        unit_id: unitId,
        id: randomUUID(),
        list_id: listId,
        reason: '列入',
        from_on: '2026-01-01',
      })
      return { params: { unitId, listId }, body: { reason: '移出' } }
    },
  },
  industries: { elsewhere: false, request: () => ({ query: { find: '2614' } }) },
  checklists: { elsewhere: false, request: () => ({}) },
  checklist: { elsewhere: false, request: () => ({ params: { key: 'chem20' } }) },
  checklistItem: { elsewhere: false, request: () => ({ params: { key: 'chem20.05' } }) },
  unitChecklists: { request: ofUnit },
  addChecklist: {
    elsewhere: false,
    request: () => ({
      body: {
        key: `walk-${randomUUID()}`,
        edition: '1',
        title: sentence,
        sector: 'general',
        purpose: 'routine',
        inForceFrom: '2026-01-01',
        source: '走查',
        confidence: 'low',
        appliesTo: {},
        items: [],
      },
    }),
  },
  campaigns: { elsewhere: false, request: () => ({}) },
  campaign: { request: ofCampaign },
  addCampaign: {
    request: (site) => ({
      body: {
        name: '走查行动',
        kind: 'ordinary',
        from: '2026-11-01',
        to: '2026-12-31',
        goals: '全覆盖',
        checklists: ['chem20'],
        regionCode: site.regionCode,
      },
    }),
  },
  campaignProgress: {
    request: async (site, _actor, house) => ({ query: { ids: (await campaignAt(site, house)).id } }),
    holds: ({ body }) => body.rows.some(({ units }) => units === 1),
  },
  changeCampaign: {
    request: async (site, actor, house) => ({ ...(await ofCampaign(site, actor, house)), body: { goals: '走查', version: 1 } }),
  },
  endCampaign: {
    request: async (site, actor, house) => ({ ...(await ofCampaign(site, actor, house)), body: { reason: '走查', version: 1 } }),
  },
  removeTargets: {
    request: async (site, _actor, house) => {
      const { id, unitId } = await campaignAt(site, house)
      return { params: { id }, body: { unitIds: [unitId], reason: '走查' } }
    },
  },
  removedTargets: {
    request: async (site, _actor, house) => {
      const { id, unitId } = await campaignAt(site, house)
      await insert(house, 'target_removal', {
        ...placed(site),
        unit_id: unitId,
        id: randomUUID(),
        campaign_id: id,
        reason: '走查',
        person_id: site.personId,
        post_id: site.postId,
        at: '2026-11-01T00:00:00Z',
      })
      return { params: { id } }
    },
    holds: ({ body }, site) => body.rows.some(({ unitName }) => unitName === nameOf(site)),
  },
  addTargets: {
    request: async (site, _actor, house) => {
      const { id } = await campaignAt(site, house)
      return { params: { id }, body: { unitIds: [await unitAt(site, house)] } }
    },
  },
  targets: { request: ofCampaign, holds: ({ body }, site) => body.rows.some(({ name }) => name === nameOf(site)) },
  takeOverHazards: { request: ofCampaign },
  registerHazards: {
    request: async (site, _actor, house) => {
      const { id, unitId } = await campaignAt(site, house)
      return { params: { id }, body: { hazards: [{ unitId, hazardId: await hazardAt(site, house, unitId) }] } }
    },
  },
  registeredHazards: {
    request: async (site, _actor, house) => {
      const { id, unitId } = await campaignAt(site, house)
      await insert(house, 'campaign_hazard', {
        ...placed(site),
        unit_id: unitId,
        campaign_id: id,
        hazard_id: await hazardAt(site, house, unitId),
        at: '2026-11-01T00:00:00Z',
      })
      return { params: { id } }
    },
    holds: ({ body }, site) => body.rows.some(({ unitName }) => unitName === nameOf(site)),
  },
  planCampaign: {
    request: async (site, _actor, house) => ({
      params: { id: (await campaignAt(site, house)).id },
      body: { inspectors: [{ personId: site.personId, regionCode: site.regionCode }], reason: '走查' },
    }),
    holds: ({ body }) => body.planned === 1,
  },
  campaignPlan: { request: ofCampaign, holds: ({ body }) => body.unplanned === 1 },
  assignments: {
    request: async (site, _actor, house) => {
      const { id, unitId } = await campaignAt(site, house)
      await insert(house, 'assignment', {
        ...placed(site),
        unit_id: unitId,
        id: randomUUID(),
        campaign_id: id,
        inspector_id: site.personId,
        from_at: '2026-11-01T00:00:00Z',
        planned_by: site.personId,
        reason: '走查',
      })
      return { params: { id } }
    },
    holds: ({ body }, site) => body.rows.some(({ unitName }) => unitName === nameOf(site)),
  },
  campaignCoverage: { request: ofCampaign, holds: ({ body }) => body.coverage.register === 1 },
  visits: {
    request: async (site, _actor, house) => ({ query: { unitId: (await visitAt(site, house)).unitId } }),
    holds: ({ body }, site) => body.rows.some(({ unitName }) => unitName === nameOf(site)),
  },
  visit: { request: async (site, _actor, house) => ({ params: await visitAt(site, house) }) },
  recordVisit: {
    request: async (site, { organisationId }, house) => ({
      params: { unitId: await unitAt(site, house) },
      body: {
        visitId: randomUUID(),
        how: organisationId === site.organisationId ? 'selfCheck' : 'departmentCheck',
        announced: true,
        result: 'checked',
        position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 },
        claimedAt: '2026-11-24T01:00:00Z',
      },
    }),
  },
}
