import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import { majorFinding, openVisitStory, record, visitOf, type Somebody, type VisitStory } from '../../../main/testing/visitStory.ts'
import { routes } from '../contract/index.ts'
import { builtInLibrary } from '../rules/criteria.ts'

let register: RegisterStage
let inspector: Somebody
let officer: Somebody
let leader: Somebody
let campaign: VisitStory['campaign']
let photo: VisitStory['photo']
beforeAll(async () => {
  ;({ register, inspector, officer, leader, campaign, photo } = await openVisitStory())
})
afterAll(() => register.house.close())

describe('a campaign', () => {
  it('counts units and visits apart, never above its register, and its known hazards apart from the new ones', async () => {
    const id = await campaign({ kind: 'flood' })
    const [one, two, three] = [
      await register.unit(officer.caller),
      await register.unit(officer.caller),
      await register.unit(officer.caller),
    ]
    const outside = await register.unit(officer.caller)
    const put = await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [one, two, three] } })
    expect(put.body).toEqual({ added: 3, targets: 3 })
    expect((await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [one] } })).body).toEqual({
      added: 0,
      targets: 3,
    })
    const known = majorFinding()
    await record(inspector, one, visitOf({ findings: [{ ...known, evidenceIds: [await photo(inspector)] }] }))
    const listed = await leader.caller.call(routes.registerHazards, {
      params: { id },
      body: { hazards: [{ unitId: one, hazardId: known.hazardId }] },
    })
    expect(listed.body).toEqual({ added: 1, registered: 1 })
    expect(
      told(
        await leader.caller.call(routes.registerHazards, {
          params: { id },
          body: { hazards: [{ unitId: two, hazardId: known.hazardId }] },
        }),
      ),
    ).toMatchObject({ status: 404 })
    const covered = async () => (await leader.caller.call(routes.campaignCoverage, { params: { id } })).body
    expect(await covered()).toMatchObject({
      coverage: { register: 3, checked: 0, percent: 0 },
      reinspection: { registered: 1, reinspected: 0, outstanding: 1 },
    })
    const found = majorFinding()
    const look = visitOf({
      campaignId: id,
      reinspections: [{ hazardId: known.hazardId, finding: 'gone' }],
      findings: [{ ...found, evidenceIds: [await photo(inspector)] }],
    })
    expect(await record(inspector, one, look)).toMatchObject({
      campaignName: '百日攻坚',
      reinspections: [
        {
          hazardId: known.hazardId,
          finding: 'gone',
          campaignId: id,
          number: expect.stringContaining('330114-'),
          description: known.description,
        },
      ],
    })
    await record(inspector, one, visitOf({ campaignId: id }))
    await record(inspector, outside, visitOf({ campaignId: id }))
    expect(await covered()).toMatchObject({
      coverage: { register: 3, checked: 1, percent: expect.closeTo(33.33, 2), visits: 3, offRegister: 1 },
      reinspection: { registered: 1, reinspected: 1, percent: 100, outstanding: 0, newlyFound: 1 },
    })
    expect(await register.figure('unitsChecked', { campaignId: id })).toBe(2)
    const page = await leader.caller.call(routes.registeredHazards, { params: { id } })
    expect(page.body).toMatchObject({
      total: 1,
      rows: [
        {
          hazardId: known.hazardId,
          looks: 1,
          lastFinding: 'gone',
          regionName: { zh: '下沙街道', en: 'Xiasha Subdistrict' },
          description: known.description,
        },
      ],
    })
    expect(
      (await leader.caller.call(routes.targets, { params: { id }, query: { checked: 'true' } })).body.rows.map(({ unitId }) => unitId),
    ).toEqual([one])
    expect(await register.disagreement()).toEqual([])
  })

  it('is planned by region and skill, and planned anew without losing what was', async () => {
    const id = await campaign()
    const units = [await register.unit(officer.caller), await register.unit(officer.caller, { regionCode: '330114002' })]
    await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: units } })
    const other = await register.actor(['inspector'])
    const plan = async (inspectors: readonly { personId: string; regionCode: string; industries?: string[] }[]) =>
      told(await leader.caller.call(routes.planCampaign, { params: { id }, body: { inspectors: [...inspectors], reason: '首次安排' } }))
    expect(await plan([{ personId: randomUUID(), regionCode: '330114' }])).toMatchObject({ code: 'INSPECTOR_UNKNOWN' })
    expect(await plan([{ personId: inspector.personId, regionCode: '330114001' }])).toEqual({
      planned: 1,
      changed: 1,
      kept: 0,
      left: [units[1]],
    })
    expect(await plan([{ personId: other.personId, regionCode: '330114', industries: ['26'] }])).toEqual({
      planned: 2,
      changed: 2,
      kept: 0,
      left: [],
    })
    expect(await plan([{ personId: other.personId, regionCode: '330114' }])).toMatchObject({ changed: 0, kept: 2 })
    const targets = async (query: Record<string, string>) => (await leader.caller.call(routes.targets, { params: { id }, query })).body.rows
    expect((await targets({ inspectorId: other.personId })).map(({ unitId, inspectorName }) => [unitId, inspectorName])).toEqual(
      units.map((unitId) => [unitId, '试验人员']),
    )
    expect(await targets({ inspectorId: inspector.personId })).toEqual([])
    const [first] = await targets({})
    expect((await targets({ find: first!.name })).map(({ unitId }) => unitId)).toEqual([first!.unitId])
    const history = await leader.caller.call(routes.assignments, { params: { id }, query: { unitId: units[0]!, history: 'true' } })
    expect(history.body.rows.map(({ inspectorId, until }) => [inspectorId, until === null])).toEqual([
      [inspector.personId, false],
      [other.personId, true],
    ])
    const now = await leader.caller.call(routes.assignments, { params: { id }, query: { inspectorId: other.personId } })
    expect(now.body.total).toBe(2)
  })

  it('takes every open unit that fits, and visits within its days alone', async () => {
    const id = await campaign({ from: '2026-11-20', to: '2026-11-30' })
    const unitId = await register.unit(officer.caller, { regionCode: '330114003', industryCode: '3360', kind: 'site' })
    await register.unit(officer.caller, { regionCode: '330114003', industryCode: '2614', kind: 'site' })
    const put = await leader.caller.call(routes.addTargets, {
      params: { id },
      body: { region: '330114003', industry: 'C33', kind: 'site' },
    })
    expect(put.body).toEqual({ added: 1, targets: 1 })
    expect(await record(inspector, unitId, visitOf({ campaignId: id, claimedAt: '2026-11-19T02:00:00Z' }))).toMatchObject({
      code: 'CAMPAIGN_NOT_RUNNING',
      facts: { on: '2026-11-19' },
    })
    expect(await record(inspector, unitId, visitOf({ campaignId: id }))).toMatchObject({ campaignId: id })
    const call = async (fields: Parameters<VisitStory['campaign']>[0]) =>
      told(
        await leader.caller.call(routes.addCampaign, {
          body: {
            name: '无',
            kind: 'ordinary',
            from: '2026-11-01',
            to: '2026-11-30',
            goals: '无',
            checklists: ['chem20'],
            regionCode: '330114',
            ...fields,
          },
        }),
      )
    expect(await call({ to: '2026-10-01' })).toMatchObject({ code: 'PERIOD_EMPTY' })
    expect(await call({ checklists: ['none'] })).toMatchObject({ code: 'CHECKLIST_UNKNOWN' })
    expect(await call({ regionCode: '330109' })).toMatchObject({ code: 'OUT_OF_SCOPE' })
    const running = await inspector.caller.call(routes.campaigns, { query: { on: '2026-11-24', limit: 500 } })
    expect(running.body.rows.map((row) => row.id)).toContain(id)
    expect((await inspector.caller.call(routes.campaign, { params: { id } })).body).toMatchObject({
      from: '2026-11-20',
      regionName: { zh: '钱塘区', en: 'Qiantang District' },
      organisationName: '试验单位',
      checklistTitles: [{ key: 'chem20', zh: '化工和危险化学品重大事故隐患20条' }],
    })
  })
})

describe('what belongs to a unit', () => {
  it('follows it to another region and industry: rows, figures and evidence; the paper stays', async () => {
    const id = await campaign()
    const unitId = await register.unit(officer.caller)
    await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [unitId] } })
    const body = visitOf({
      campaignId: id,
      evidenceIds: [await photo(inspector)],
      findings: [{ ...majorFinding(), evidenceIds: [await photo(inspector)] }],
    })
    expect(await record(inspector, unitId, body)).toMatchObject({ unitId })
    const city = await register.actor(['officer'], { regionCode: '330100' })
    const moved = register.unitBody({ regionCode: '330109001', industryCode: '3360' })
    const changed = await city.caller.call(routes.changeUnit, { params: { unitId }, body: { ...moved, version: 1 } })
    expect(changed.status).toBe(200)
    for (const table of ['visit', 'unit_checked', 'campaign_target', 'hazard', 'unit_key'])
      expect(
        await register.stage.rows(`select distinct region_code, recorded_region from hazards.${table} where unit_id = $1`, [unitId]),
      ).toEqual([{ region_code: '330109001', recorded_region: '330114001' }])
    expect(await register.stage.rows('select distinct region_code from evidence.item where record_id like $1', [`${unitId}.%`])).toEqual([
      { region_code: '330109001' },
    ])
    // The number is that of the paper.
    expect(await register.stage.rows('select left(number, 11) as number from hazards.hazard where unit_id = $1', [unitId])).toEqual([
      { number: '330114-2026' },
    ])
    const { body: unit } = await city.caller.call(routes.unit, { params: { unitId } })
    expect(unit.unit).toMatchObject({
      regionName: { zh: expect.any(String), en: expect.any(String) },
      industryName: expect.any(String),
      openHazards: 1,
      lastCheckedOn: '2026-11-24',
    })
    expect(await register.figure('unitsChecked', { campaignId: id, regionCode: '330109001' })).toBe(1)
    expect(await register.figure('unitsChecked', { campaignId: id, regionCode: '330114001' })).toBe(0)
    expect(await register.disagreement()).toEqual([])
  })
})

describe('the records', () => {
  it('are called by their names elsewhere, and what is none is left out', async () => {
    const unitId = await register.unit(officer.caller, { name: '名称厂' })
    const body = visitOf()
    await record(inspector, unitId, body)
    const id = await campaign({ name: '名称行动' })
    const named = (kind: string, texts: readonly string[]) =>
      register.stage.inTx(async (tx) => [...((await register.room.recordNames?.[kind]?.(tx, texts)) ?? new Map())])
    expect(await named('unit', [unitId, 'nobody', randomUUID()])).toEqual([[unitId, { zh: '名称厂', en: '名称厂' }]])
    const visit = `${unitId}.${body.visitId}`
    expect(await named('visit', [visit, 'a.b'])).toEqual([[visit, { zh: '名称厂 2026-11-24', en: '名称厂 2026-11-24' }]])
    expect(await named('campaign', [id])).toEqual([[id, { zh: '名称行动', en: '名称行动' }]])
    const list = builtInLibrary[0]!
    expect(await named('checklist', [`${list.key}@${list.edition}`, 'none@1'])).toEqual([[`${list.key}@${list.edition}`, list.title]])
  })
})
