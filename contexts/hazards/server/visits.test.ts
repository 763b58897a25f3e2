import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteCall } from '../../../kernel/contract.ts'
import { openRegisterStage, told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import { newUscc, type Seated } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'
import { builtInLibrary } from '../rules/criteria.ts'

type Somebody = Seated & { readonly caller: Caller }
type Body = NonNullable<RouteCall<typeof routes.recordVisit>['body']>

let register: RegisterStage
let inspector: Somebody
let officer: Somebody
let leader: Somebody
let plant: Somebody
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = await register.actor(['inspector'])
  officer = await register.actor(['officer'])
  leader = await register.actor(['leader'])
  plant = await register.actor(['safetyOfficer'], { kind: 'enterprise' })
})
afterAll(() => register.house.close())

const position = { lng: 120.5, lat: 30.3, accuracyMetres: 8 }
const visitOf = (fields: Partial<Body> = {}): Body => ({
  visitId: randomUUID(),
  how: 'departmentCheck',
  announced: false,
  result: 'checked',
  position,
  claimedAt: '2026-11-24T01:30:00Z',
  ...fields,
})
const record = async (by: Somebody, unitId: string, body: Body, key?: string) =>
  told(await by.caller.call(routes.recordVisit, { params: { unitId }, body }, key === undefined ? {} : { key }))
const campaign = async (fields: Partial<NonNullable<RouteCall<typeof routes.addCampaign>['body']>> = {}): Promise<string> => {
  const { status, body } = await leader.caller.call(routes.addCampaign, {
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
  return status === 201 ? body.id : expect.fail(JSON.stringify(body))
}
const major = (hazardId = randomUUID()) => ({
  hazardId,
  description: '罐区无紧急切断装置',
  itemKey: 'chem20.05',
  proposedLevel: 'major' as const,
})

describe('a visit', () => {
  it('is recorded with where, when, what was asked and what was found, and counts once', async () => {
    const unitId = await register.unit(officer.caller)
    const finding = major()
    const body = visitOf({
      answers: [
        { itemKey: 'chem20.05', answer: 'no', note: '未设置' },
        { itemKey: 'chem20.12', answer: 'yes' },
      ],
      findings: [{ ...finding, evidenceIds: [await register.house.photo(await actorOf(inspector))] }],
      evidenceIds: [await register.house.photo(await actorOf(inspector))],
    })
    const before = {
      visits: await register.figure('visits'),
      checked: await register.figure('unitsChecked'),
      hazards: await register.figure('hazards'),
    }
    expect(await record(inspector, unitId, body)).toMatchObject({
      id: body.visitId,
      unitId,
      on: '2026-11-24',
      position,
      claimedAt: '2026-11-24T01:30:00.000Z',
      receivedAt: '2026-11-24T02:00:00.000Z',
      answered: 2,
      notInOrder: 1,
      recordId: `${unitId}.${body.visitId}`,
      regionName: '下沙街道',
      personId: inspector.personId,
      personName: '试验人员',
      organisationName: '试验单位',
      hazards: 1,
      answers: [
        {
          itemKey: 'chem20.05',
          answer: 'no',
          note: '未设置',
          clause: '第五项',
          asks: { zh: expect.stringContaining('紧急切断'), en: expect.any(String) },
        },
        { itemKey: 'chem20.12', clause: '第十二项' },
      ],
      found: [
        {
          hazardId: finding.hazardId,
          number: expect.stringMatching(/^330114-2026-\d{5}$/),
          description: finding.description,
          level: null,
          state: 'found',
        },
      ],
    })
    expect(await register.stage.rows('select state, level from hazards.hazard where id = $1', [finding.hazardId])).toEqual([
      { state: 'found', level: null },
    ])
    expect(await register.figure('visits')).toBe(before.visits + 1)
    expect(await register.figure('unitsChecked')).toBe(before.checked + 1)
    expect(await register.figure('hazards')).toBe(before.hazards + 1)
    expect(
      await register.stage.rows('select count(*)::int as pieces from evidence.item where record_id = $1', [`${unitId}.${body.visitId}`]),
    ).toEqual([{ pieces: 1 }])
    await record(inspector, unitId, visitOf({ claimedAt: '2026-11-24T01:45:00Z' }))
    expect(await register.figure('visits')).toBe(before.visits + 2)
    expect(await register.figure('unitsChecked')).toBe(before.checked + 1)
    expect(await register.disagreement()).toEqual([])
  })

  it('arrives once, however often and however late the phone sends it', async () => {
    const unitId = await register.unit(officer.caller)
    const body = visitOf({ findings: [{ ...major(), evidenceIds: [await register.house.photo(await actorOf(inspector))] }] })
    const answers = await Promise.all(Array.from({ length: 6 }, () => record(inspector, unitId, body)))
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers[0]).toMatchObject({ id: body.visitId })
    register.house.setClock('2026-12-20T02:00:00Z')
    // The kept answers of the doorway are gone by then; the visit's own id still knows it.
    await register.stage.rows('delete from platform.idempotency')
    const late = await register.actor(['inspector'])
    const again = await register.stage.callerOf(inspector)
    expect(told(await again.call(routes.recordVisit, { params: { unitId }, body }))).toEqual(answers[0])
    expect(await record(late, unitId, body)).toMatchObject({ status: 409, code: 'VISIT_RECORDED_OTHERWISE' })
    expect(told(await again.call(routes.recordVisit, { params: { unitId }, body: { ...body, note: '另一次' } }))).toMatchObject({
      code: 'VISIT_RECORDED_OTHERWISE',
    })
    expect(await register.stage.rows('select count(*)::int as visits from hazards.visit where id = $1', [body.visitId])).toEqual([
      { visits: 1 },
    ])
    expect(await register.stage.rows('select count(*)::int as hazards from hazards.hazard where unit_id = $1', [unitId])).toEqual([
      { hazards: 1 },
    ])
    register.house.setClock('2026-11-24T02:00:00Z')
    expect(await register.disagreement()).toEqual([])
  })

  it('counts on the day the device claims, never after its receipt', async () => {
    const unitId = await register.unit(officer.caller)
    expect(await record(inspector, unitId, visitOf({ claimedAt: '2026-11-02T16:30:00Z' }))).toMatchObject({ on: '2026-11-03' })
    expect(await record(inspector, unitId, visitOf({ claimedAt: '2027-01-01T00:00:00Z' }))).toMatchObject({
      on: '2026-11-24',
      claimedAt: '2026-11-24T02:00:00.000Z',
    })
  })

  it('where nobody was let in is a visit without a check', async () => {
    const unitId = await register.unit(officer.caller)
    const before = await register.figure('unitsChecked')
    expect(await record(inspector, unitId, visitOf({ result: 'notAdmitted', findings: [major()] }))).toMatchObject({
      code: 'VISIT_NOT_ADMITTED',
    })
    expect(await record(inspector, unitId, visitOf({ result: 'notAdmitted' }))).toMatchObject({ result: 'notAdmitted' })
    expect(await register.figure('unitsChecked')).toBe(before)
  })

  it('of a unit to itself is a self-check, and no department’s coverage', async () => {
    const unitId = await register.unit(officer.caller, { organisationId: plant.organisationId })
    const before = await register.figure('unitsChecked')
    expect(await record(plant, unitId, visitOf())).toMatchObject({ code: 'VISIT_KIND_UNSUITED', facts: { expected: ['selfCheck'] } })
    expect(await record(plant, unitId, { ...visitOf({ how: 'selfCheck' }), position: null })).toMatchObject({ how: 'selfCheck' })
    expect(await record(inspector, unitId, visitOf({ how: 'selfCheck' }))).toMatchObject({ code: 'VISIT_KIND_UNSUITED' })
    expect(await register.figure('unitsChecked')).toBe(before)
    const elsewhere = await register.unit(officer.caller)
    expect(await record(plant, elsewhere, visitOf({ how: 'peerCheck' }))).toMatchObject({ status: 404 })
    expect(await register.disagreement()).toEqual([])
  })

  it.each([
    ['without a position or a reason for its lack', { position: null }, 'VISIT_POSITION_MISSING'],
    ['that cites what is no item', { answers: [{ itemKey: 'chem20.99', answer: 'no' as const }] }, 'ITEM_UNKNOWN'],
    [
      'that looks again at a hazard of no list',
      { reinspections: [{ hazardId: randomUUID(), finding: 'gone' as const }] },
      'HAZARD_NOT_REGISTERED',
    ],
  ])('is refused %s', async (_what, fields, code) => {
    const unitId = await register.unit(officer.caller)
    expect(await record(inspector, unitId, visitOf(fields))).toMatchObject({ status: 422, code })
    expect(await register.stage.rows('select id from hazards.visit where unit_id = $1', [unitId])).toEqual([])
  })

  it('of a unit that closed since, or was joined, still arrives', async () => {
    const closed = await register.unit(officer.caller)
    await leader.caller.call(routes.closeUnit, { params: { unitId: closed }, body: { closedOn: '2026-11-24', reason: '注销', version: 1 } })
    expect(
      await record(
        inspector,
        closed,
        visitOf({ findings: [{ ...major(), evidenceIds: [await register.house.photo(await actorOf(inspector))] }] }),
      ),
    ).toMatchObject({ unitId: closed })
    register.house.setClock('2026-11-26T02:00:00Z')
    const later = { ...inspector, caller: await register.stage.callerOf(inspector) }
    expect(await record(later, closed, visitOf({ claimedAt: '2026-11-25T02:00:00Z' }))).toMatchObject({ code: 'UNIT_CLOSED' })
    register.house.setClock('2026-11-24T02:00:00Z')
    const uscc = newUscc()
    const stands = await register.unit(officer.caller, { uscc })
    const double = await register.unit(officer.caller, { uscc, doubleReason: '误登' })
    await record(inspector, stands, visitOf())
    await record(inspector, double, visitOf())
    const before = await register.figure('unitsChecked')
    await leader.caller.call(routes.joinUnits, { params: { unitId: double }, body: { intoId: stands, reason: '同一单位', version: 1 } })
    expect(await register.figure('unitsChecked')).toBe(before - 1)
    expect(await record(inspector, double, visitOf())).toMatchObject({ unitId: stands })
    expect(await register.disagreement()).toEqual([])
  })

  it('is listed, the latest first, within the scope', async () => {
    const unitId = await register.unit(officer.caller)
    for (const minute of [10, 30, 20]) await record(inspector, unitId, visitOf({ claimedAt: `2026-11-24T01:${minute}:00Z` }))
    const first = await inspector.caller.call(routes.visits, { query: { unitId, limit: 2 } })
    expect(first.body.rows.map(({ claimedAt }) => claimedAt.slice(14, 16))).toEqual(['30', '20'])
    expect(first.body.total).toBe(3)
    const next = await inspector.caller.call(routes.visits, { query: { unitId, limit: 2, after: first.body.next! } })
    expect(next.body).toMatchObject({ rows: [{ claimedAt: '2026-11-24T01:10:00.000Z' }], next: null })
    const stranger = await register.actor(['inspector'], { regionCode: '330109' })
    expect((await stranger.caller.call(routes.visits, { query: { unitId } })).body.total).toBe(0)
    const { status } = await stranger.caller.call(routes.visit, { params: { unitId, visitId: first.body.rows[0]!.id } })
    expect(status).toBe(404)
  })
})

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
    const known = major()
    await record(inspector, one, visitOf({ findings: [{ ...known, evidenceIds: [await register.house.photo(await actorOf(inspector))] }] }))
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
    const found = major()
    const look = visitOf({
      campaignId: id,
      reinspections: [{ hazardId: known.hazardId, finding: 'gone' }],
      findings: [{ ...found, evidenceIds: [await register.house.photo(await actorOf(inspector))] }],
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
      rows: [{ hazardId: known.hazardId, looks: 1, lastFinding: 'gone', regionName: '下沙街道', description: known.description }],
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
    const call = async (fields: Parameters<typeof campaign>[0]) =>
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
    expect((await inspector.caller.call(routes.campaign, { params: { id } })).body).toMatchObject({ from: '2026-11-20' })
  })
})

describe('what belongs to a unit', () => {
  it('follows it to another region and industry: rows, figures and evidence; the paper stays', async () => {
    const id = await campaign()
    const unitId = await register.unit(officer.caller)
    await leader.caller.call(routes.addTargets, { params: { id }, body: { unitIds: [unitId] } })
    const photo = async () => register.house.photo(await actorOf(inspector))
    const body = visitOf({ campaignId: id, evidenceIds: [await photo()], findings: [{ ...major(), evidenceIds: [await photo()] }] })
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

const actorOf = async ({ personId, organisationId, postId }: Seated) => ({
  ...(await register.house.actor('county.inspector')),
  personId,
  organisationId,
  postId,
})
