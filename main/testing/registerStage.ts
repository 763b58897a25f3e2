import { randomUUID } from 'node:crypto'
import type { Role } from '../../kernel/actor.ts'
import type { RouteCall } from '../../kernel/contract.ts'
import { routes } from '../../contexts/hazards/contract/index.ts'
import type { ServerRoom } from '../../platform/room.ts'
import { openStage, type NewPerson, type Seated, type Stage } from './stage.ts'
import { openTestHazards, type TestHazards } from './testHazards.ts'
import type { Caller } from './testHouse.ts'

type CampaignFields = Partial<NonNullable<RouteCall<typeof routes.addCampaign>['body']>>
type UnitFields = Partial<NonNullable<RouteCall<typeof routes.addUnit>['body']>>

export type RegisterStage = {
  readonly house: TestHazards
  readonly stage: Stage
  readonly room: ServerRoom
  actor(roles: readonly Role[], wanted?: NewPerson): Promise<Seated & { readonly caller: Caller }>
  /** What a registration takes; each has a name of its own. */
  unitBody(fields?: UnitFields): NonNullable<RouteCall<typeof routes.addUnit>['body']>
  /** Registers a unit and answers its id. */
  unit(by: Caller, fields?: UnitFields): Promise<string>
  /** Begins a campaign of the county and answers its id. */
  campaign(by: Caller, fields?: CampaignFields): Promise<string>
  /** The sum of a figure over the whole product. */
  figure(name: string, where?: { readonly regionCode?: string; readonly campaignId?: string; readonly period?: string }): Promise<number>
  /** Counts everything anew from the records: what figures and records disagree in. */
  disagreement(): Promise<readonly unknown[]>
}

/** What an answer told: its refusal in short, or what the route declares. */
export const told = <Body extends { refusal?: { code: string; facts: unknown } }>({ status, body }: { status: number; body: Body }) =>
  body.refusal ? { status, code: body.refusal.code, facts: body.refusal.facts } : body

/** A house with the people and units of a register's test. */
export const openRegisterStage = async (): Promise<RegisterStage> => {
  const house = await openTestHazards()
  const room = house.house.rooms.find(({ contract }) => contract.room === 'hazards')
  if (!room) throw new Error('the house has no room of hazards')
  const stage = openStage(house)
  const unitBody: RegisterStage['unitBody'] = (fields = {}) => ({
    kind: 'enterprise',
    name: `${randomUUID().replaceAll('-', '')}厂`,
    regionCode: '330114001',
    industryCode: 'C2614',
    ...fields,
  })
  return {
    house,
    stage,
    room,
    actor: (roles, wanted) => stage.actor(roles, wanted),
    unitBody,
    unit: async (by, fields) => {
      const { status, body } = await by.call(routes.addUnit, { body: unitBody(fields) })
      if (status !== 201) throw new Error(`no unit was registered: ${JSON.stringify(body)}`)
      return body.unitId
    },
    campaign: async (by, fields) => {
      const { status, body } = await by.call(routes.addCampaign, {
        body: {
          name: '百日攻坚',
          kind: 'ordinary',
          from: '2026-11-01',
          to: '2026-12-31',
          goals: '全覆盖',
          checklists: ['chem20'],
          regionCode: '330114',
          ...fields,
        },
      })
      if (status !== 201) throw new Error(`no campaign was begun: ${JSON.stringify(body)}`)
      return body.id
    },
    figure: async (name, { regionCode = null, campaignId = null, period = null } = {}) => {
      const rows = await stage.rows<{ total: number }>(
        `select coalesce(sum(change), 0)::int as total from (
           select figure, region_code, campaign_id, period, total as change from hazards.figure_rollup
           union all select figure, region_code, campaign_id, period, change from hazards.figure_delta) as present
         where figure = $1 and ($2::text is null or region_code = $2) and ($3::uuid is null or campaign_id = $3) and ($4::text is null or period = $4)`,
        [name, regionCode, campaignId, period],
      )
      return rows[0]!.total
    },
    disagreement: async () => (await house.house.recomputeFigures(house.services, { repair: false })).wrong,
  }
}
