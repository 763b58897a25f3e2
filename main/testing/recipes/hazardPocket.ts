import { randomUUID } from 'node:crypto'
import type { pocketRoutes } from '../../../contexts/hazards/contract/pocketRoutes.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

/** As the owner of the database, behind the product's back. */
const insert = async (house: TestHouse, table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const columns = Object.keys(row)
  await house.services.database.pool.query(
    `insert into hazards.${table} (${columns.join(', ')}) values (${columns.map((_column, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
}

const nameOf = ({ personId }: Site): string => `随身走查 ${personId}`

/** A unit at the site that a running campaign gives to the actor, who may have been moved elsewhere since. */
const plannedAt = async (site: Site, { personId }: Actor, house: TestHouse): Promise<void> => {
  const placed = { recorded_region: site.regionCode, region_code: site.regionCode, organisation_id: site.organisationId }
  const unitId = randomUUID()
  const campaignId = randomUUID()
  await insert(house, 'unit', {
    ...placed,
    unit_id: unitId,
    kind: 'enterprise',
    name: nameOf(site),
    industry_code: '2614',
    registered_on: '2026-01-01',
    made_at: '2026-01-01T00:00:00Z',
  })
  await insert(house, 'campaign', {
    ...placed,
    id: campaignId,
    name: '随身走查行动',
    kind: 'ordinary',
    from_on: '2026-01-01',
    to_on: '2099-12-31',
    goals: '全覆盖',
    goal_percent: 100,
    checklists: ['chem20'],
    made_at: '2026-11-01T00:00:00Z',
  })
  await insert(house, 'assignment', {
    ...placed,
    unit_id: unitId,
    id: randomUUID(),
    campaign_id: campaignId,
    inspector_id: personId,
    from_at: '2026-11-01T00:00:00Z',
    planned_by: personId,
    reason: '走查',
  })
}

/** How the walk asks for what a phone takes along. */
export const hazardPocketRecipes: { readonly [Name in keyof typeof pocketRoutes]: Recipe<(typeof pocketRoutes)[Name]> } = {
  fieldPack: {
    request: async (site, actor, house) => {
      await plannedAt(site, actor, house)
      return {}
    },
    holds: ({ body }, site) => body.units.some(({ unit }) => unit.name === nameOf(site)),
  },
}
