import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteCall } from '../../../kernel/contract.ts'
import { openRegisterStage, told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import type { Seated } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'

type Somebody = Seated & { readonly caller: Caller }

let register: RegisterStage
let inspector: Somebody
let officer: Somebody
let leader: Somebody
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = await register.actor(['inspector'])
  officer = await register.actor(['officer'])
  leader = await register.actor(['leader'])
})
afterAll(() => register.house.close())

const campaign = (fields?: Parameters<RegisterStage['campaign']>[1]) => register.campaign(leader.caller, fields)
const visit = async (
  unitId: string,
  campaignId: string | null,
  fields: Partial<NonNullable<RouteCall<typeof routes.recordVisit>['body']>> = {},
) =>
  told(
    await inspector.caller.call(routes.recordVisit, {
      params: { unitId },
      body: {
        visitId: randomUUID(),
        campaignId,
        how: 'departmentCheck',
        announced: false,
        result: 'checked',
        position: { lng: 120.5, lat: 30.3, accuracyMetres: 8 },
        claimedAt: '2026-11-24T01:30:00Z',
        ...fields,
      },
    }),
  )
const photo = async () =>
  register.house.photo({ ...(await register.house.actor('county.inspector')), personId: inspector.personId, postId: inspector.postId })
const found = async (unitId: string, campaignId: string | null): Promise<string> => {
  const hazardId = randomUUID()
  const finding = {
    hazardId,
    description: '罐区无紧急切断装置',
    itemKey: 'chem20.05',
    proposedLevel: 'major' as const,
    evidenceIds: [await photo()],
  }
  expect(await visit(unitId, campaignId, { findings: [finding] })).toMatchObject({ unitId })
  return hazardId
}
const units = async (count: number) => {
  const made: string[] = []
  for (let index = 0; index < count; index += 1) made.push(await register.unit(officer.caller))
  return made as [string, ...string[]]
}
const target = async (id: string, unitIds: readonly string[]) =>
  leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [...unitIds] } })
const change = async (id: string, body: Partial<NonNullable<RouteCall<typeof routes.changeCampaign>['body']>>) =>
  told(await leader.caller.call(routes.changeCampaign, { params: { id }, body: { version: 1, ...body } }))
const end = async (id: string, version = 1) =>
  told(await leader.caller.call(routes.endCampaign, { params: { id }, body: { reason: '台风提前登陆', version } }))
const coverage = async (id: string) => (await leader.caller.call(routes.campaignCoverage, { params: { id } })).body
const progress = async (id: string, query: { region?: string; regionLevel?: 'town' } = {}) =>
  (await leader.caller.call(routes.campaignProgress, { query: { ids: id, ...query } })).body.rows
const phased = async (phase: 'running' | 'coming' | 'ended') =>
  (await leader.caller.call(routes.campaigns, { query: { phase, limit: 500 } })).body.rows.map(({ id }) => id)

describe('a campaign is changed', () => {
  it('in its name, goals, last day and checklists, by whoever saw it as it stands', async () => {
    const id = await campaign()
    expect(await change(id, { name: '百日清零', to: '2027-01-31', goalPercent: 90, checklists: ['chem20', 'chem20'] })).toMatchObject({
      name: '百日清零',
      to: '2027-01-31',
      goals: '全覆盖',
      goalPercent: 90,
      checklists: ['chem20'],
      version: 2,
    })
    expect(await change(id, { name: '迟了' })).toMatchObject({ status: 409, code: 'VERSION_STALE' })
    expect(await change(id, { version: 2, to: '2026-11-23' })).toMatchObject({ code: 'CAMPAIGN_END_PAST', facts: { today: '2026-11-24' } })
    expect(await change(id, { version: 2, checklists: ['none'] })).toMatchObject({ code: 'CHECKLIST_UNKNOWN' })
    expect(await register.stage.rows("select 1 from audit.entry where record_id = $1 and action = 'campaign.change'", [id])).toHaveLength(1)
  })

  it('by no authority beside or below it', async () => {
    const id = await campaign()
    const beside = await register.actor(['leader'], { regionCode: '330109' })
    expect(told(await beside.caller.call(routes.changeCampaign, { params: { id }, body: { name: '别处', version: 1 } }))).toMatchObject({
      status: 404,
    })
    expect(told(await inspector.caller.call(routes.endCampaign, { params: { id }, body: { reason: '无', version: 1 } }))).toMatchObject({
      status: 403,
    })
  })

  it('and ended early with a reason: today is its last day, what was to be before is kept', async () => {
    const id = await campaign()
    const [unitId] = await units(1)
    await target(id, [unitId])
    await visit(unitId, id)
    expect(await end(id)).toMatchObject({ to: '2026-11-24', endedOn: '2026-11-24', plannedTo: '2026-12-31', endReason: '台风提前登陆' })
    expect(await end(id, 2)).toMatchObject({ code: 'CAMPAIGN_ENDED' })
    expect(await change(id, { version: 2, name: '再来' })).toMatchObject({ code: 'CAMPAIGN_ENDED' })
    expect((await coverage(id)).coverage).toMatchObject({ register: 1, checked: 1, visits: 1 })
    expect(await phased('running')).toContain(id)
    register.house.setClock('2026-11-25T02:00:00Z')
    const later = await register.stage.callerOf(inspector)
    expect(
      told(
        await later.call(routes.recordVisit, {
          params: { unitId },
          body: {
            visitId: randomUUID(),
            campaignId: id,
            how: 'departmentCheck',
            announced: false,
            result: 'checked',
            position: null,
            noPositionReason: '室内',
            claimedAt: '2026-11-25T01:00:00Z',
          },
        }),
      ),
    ).toMatchObject({ code: 'CAMPAIGN_NOT_RUNNING' })
    register.house.setClock('2026-11-24T02:00:00Z')
  })

  it('or called off before its first day, and is over then; one that is over is not ended', async () => {
    const coming = await campaign({ from: '2026-12-01', to: '2026-12-31' })
    const over = await campaign({ from: '2026-10-01', to: '2026-10-31' })
    expect(await phased('coming')).toContain(coming)
    expect(await end(coming)).toMatchObject({ endedOn: '2026-11-24' })
    expect(await phased('coming')).not.toContain(coming)
    expect(await phased('ended')).toEqual(expect.arrayContaining([coming, over]))
    expect(await end(over)).toMatchObject({ code: 'CAMPAIGN_OVER', facts: { to: '2026-10-31' } })
  })
})

describe('the units of a campaign', () => {
  it('are taken out with a reason and a trace, the coverage stays exact, and may be put back', async () => {
    const id = await campaign()
    const [one, two, three] = (await units(3)) as [string, string, string]
    await target(id, [one, two, three])
    await leader.caller.call(routes.planCampaign, {
      params: { id },
      body: { inspectors: [{ personId: inspector.personId, regionCode: '330114' }], reason: '首次' },
    })
    await visit(one, id)
    await visit(two, id)
    const out = await leader.caller.call(routes.removeTargets, { params: { id }, body: { unitIds: [two, three], reason: '已停产' } })
    expect(out.body).toEqual({ removed: 2, targets: 1 })
    expect((await coverage(id)).coverage).toMatchObject({ register: 1, checked: 1, percent: 100, visits: 2, offRegister: 1 })
    expect(await progress(id)).toMatchObject([{ units: 1, checked: 1, visits: 2 }])
    const off = await leader.caller.call(routes.targets, { params: { id }, query: { offRegister: 'true' } })
    expect(off.body.rows.map(({ unitId }) => unitId)).toEqual([two])
    const traces = await leader.caller.call(routes.removedTargets, { params: { id } })
    expect(Object.fromEntries(traces.body.rows.map(({ unitId, reason }) => [unitId, reason]))).toEqual({
      [two]: '已停产',
      [three]: '已停产',
    })
    const held = await leader.caller.call(routes.assignments, { params: { id } })
    expect(held.body.rows.map(({ unitId }) => unitId)).toEqual([one])
    const again = await leader.caller.call(routes.removeTargets, { params: { id }, body: { unitIds: [three], reason: '再次' } })
    expect(again.body).toEqual({ removed: 0, targets: 1 })
    expect((await target(id, [three])).body).toEqual({ added: 1, targets: 2 })
    expect((await leader.caller.call(routes.removedTargets, { params: { id } })).body.total).toBe(2)
    expect((await leader.caller.call(routes.targets, { params: { id }, query: { unplanned: 'true' } })).body.rows).toMatchObject([
      { unitId: three, inspectorId: null },
    ])
    expect(await register.disagreement()).toEqual([])
  })

  it('go out with their doubles', async () => {
    const id = await campaign()
    const stands = await register.unit(officer.caller, { name: '同名化工一厂' })
    const double = await register.unit(officer.caller, { name: '同名化工一厂', doubleReason: '误登' })
    await target(id, [double])
    await leader.caller.call(routes.joinUnits, { params: { unitId: double }, body: { intoId: stands, reason: '同一单位', version: 1 } })
    expect((await coverage(id)).coverage.register).toBe(1)
    const out = await leader.caller.call(routes.removeTargets, { params: { id }, body: { unitIds: [stands], reason: '停产' } })
    expect(out.body).toEqual({ removed: 1, targets: 0 })
    expect((await coverage(id)).coverage.register).toBe(0)
  })

  it('are told by region as the coverage tells them together', async () => {
    const id = await campaign()
    const here = await units(2)
    const there = await register.unit(officer.caller, { regionCode: '330114002' })
    const closed = await register.unit(officer.caller, { regionCode: '330114002' })
    await target(id, [...here, there, closed])
    await leader.caller.call(routes.closeUnit, { params: { unitId: closed }, body: { closedOn: '2026-11-24', reason: '注销', version: 1 } })
    await visit(here[0], id)
    await visit(there, id, { result: 'notAdmitted' })
    await found(here[0], id)
    const rows = await progress(id, { regionLevel: 'town' })
    expect(rows).toMatchObject([
      { regionCode: '330114001', units: 2, checked: 1, visits: 2, notAdmitted: 0, found: 1, closed: 0, major: 0, overdue: 0 },
      { regionCode: '330114002', units: 1, checked: 0, visits: 0, notAdmitted: 1, found: 0 },
    ])
    const { coverage: whole } = await coverage(id)
    expect(rows.reduce((sum, { units: part }) => sum + part, 0)).toBe(whole.register)
    expect(rows.reduce((sum, { checked }) => sum + checked, 0)).toBe(whole.checked)
    expect((await leader.caller.call(routes.targets, { params: { id } })).body.total).toBe(whole.register)
    expect(await progress(id, { region: '330114002' })).toMatchObject([{ units: 1, notAdmitted: 1 }])
  })
})

describe('the plan of a campaign', () => {
  it('is told by inspector with what each has done, what nobody has, and every plan that was made', async () => {
    const id = await campaign()
    const made = await units(3)
    await target(id, made.slice(0, 2))
    const plan = async (personId: string, reason: string) =>
      leader.caller.call(routes.planCampaign, { params: { id }, body: { inspectors: [{ personId, regionCode: '330114' }], reason } })
    await plan(inspector.personId, '首次')
    const other = await register.actor(['inspector'])
    register.house.setClock('2026-11-24T02:10:00Z')
    await plan(other.personId, '换人')
    register.house.setClock('2026-11-24T02:00:00Z')
    await target(id, made.slice(2))
    await visit(made[0], id)
    const { body } = await leader.caller.call(routes.campaignPlan, { params: { id } })
    expect(body).toMatchObject({
      inspectors: [{ inspectorId: other.personId, units: 2, checked: 1 }],
      unplanned: 1,
      plans: [
        { reason: '换人', units: 2, standing: 2 },
        { reason: '首次', units: 2, standing: 0 },
      ],
    })
  })
})

describe('a flood campaign', () => {
  it('takes over every open hazard of its region that fits, never what it found itself, and each once', async () => {
    const region = '330114004'
    const id = await campaign({ kind: 'flood', regionCode: region })
    const unitId = await register.unit(officer.caller, { regionCode: region })
    const elsewhere = await register.unit(officer.caller, { regionCode: '330114005' })
    const known = [await found(unitId, null), await found(unitId, null)]
    await found(elsewhere, null)
    const own = await found(unitId, id)
    const take = async (body: { region?: string; level?: 'major' | 'unclassified' }) =>
      (await leader.caller.call(routes.takeOverHazards, { params: { id }, body })).body
    expect(await take({ level: 'major' })).toEqual({ added: 0, registered: 0 })
    expect(await take({ region: '330114005' })).toEqual({ added: 0, registered: 0 })
    expect(await take({ level: 'unclassified' })).toEqual({ added: 2, registered: 2 })
    expect(await take({})).toEqual({ added: 0, registered: 2 })
    await leader.caller.call(routes.registerHazards, { params: { id }, body: { hazards: [{ unitId, hazardId: own }] } })
    const { reinspection } = await coverage(id)
    expect(reinspection).toMatchObject({ registered: 2, reinspected: 0, outstanding: 2, newlyFound: 1 })
    const page = await leader.caller.call(routes.registeredHazards, { params: { id }, query: { outstanding: 'true' } })
    expect(new Set(page.body.rows.map(({ hazardId }) => hazardId))).toEqual(new Set(known))
    const looked = await leader.caller.call(routes.registeredHazards, { params: { id }, query: { outstanding: 'false' } })
    expect(looked.body.total).toBe(0)
  })

  it('takes over more than one statement writes', async () => {
    const region = '330114006'
    const id = await campaign({ kind: 'flood', regionCode: region })
    const unitId = await register.unit(officer.caller, { regionCode: region })
    const hazard = await found(unitId, null)
    await register.stage.rows(
      `insert into hazards.hazard select (jsonb_populate_record(known, jsonb_build_object('id', gen_random_uuid(), 'number', gen_random_uuid()::text))).*
       from hazards.hazard known, generate_series(1, 2100) where id = $1`,
      [hazard],
    )
    const taken = await leader.caller.call(routes.takeOverHazards, { params: { id }, body: {} })
    expect(taken.body).toEqual({ added: 2101, registered: 2101 })
  })
})

it('visits made by somebody from outside are told apart from self-checks', async () => {
  const plant = await register.actor(['safetyOfficer'], { kind: 'enterprise' })
  const unitId = await register.unit(officer.caller, { organisationId: plant.organisationId })
  await visit(unitId, null)
  const own = await plant.caller.call(routes.recordVisit, {
    params: { unitId },
    body: { visitId: randomUUID(), how: 'selfCheck', announced: true, result: 'checked', claimedAt: '2026-11-24T01:00:00Z' },
  })
  expect(own.status).toBe(201)
  const counted = async (outside: string) =>
    (await leader.caller.call(routes.visits, { query: { unitId, outside } })).body.rows.map(({ how }) => how)
  expect(await counted('true')).toEqual(['departmentCheck'])
  expect(await counted('false')).toEqual(['selfCheck'])
})
