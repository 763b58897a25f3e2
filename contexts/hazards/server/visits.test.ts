import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import { newUscc } from '../../../main/testing/stage.ts'
import {
  majorFinding,
  openVisitStory,
  position,
  record,
  visitOf,
  type Somebody,
  type VisitStory,
} from '../../../main/testing/visitStory.ts'
import { routes } from '../contract/index.ts'

let register: RegisterStage
let inspector: Somebody
let officer: Somebody
let leader: Somebody
let plant: Somebody
let photo: VisitStory['photo']
beforeAll(async () => {
  ;({ register, inspector, officer, leader, plant, photo } = await openVisitStory())
})
afterAll(() => register.house.close())

describe('a visit', () => {
  it('is recorded with where, when, what was asked and what was found, and counts once', async () => {
    const unitId = await register.unit(officer.caller)
    const finding = majorFinding()
    const body = visitOf({
      answers: [
        { itemKey: 'chem20.05', answer: 'no', note: '未设置' },
        { itemKey: 'chem20.12', answer: 'yes' },
      ],
      findings: [{ ...finding, evidenceIds: [await photo(inspector)] }],
      evidenceIds: [await photo(inspector)],
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
      regionName: { zh: '下沙街道', en: 'Xiasha Subdistrict' },
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
    const body = visitOf({ findings: [{ ...majorFinding(), evidenceIds: [await photo(inspector)] }] })
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

  it('numbers what was found one after the other, however many visits arrive at once', async () => {
    const unitId = await register.unit(officer.caller)
    const visit = async () =>
      visitOf({
        findings: [
          { ...majorFinding(), evidenceIds: [await photo(inspector)] },
          { ...majorFinding(), evidenceIds: [await photo(inspector)] },
        ],
      })
    const bodies = [await visit(), await visit(), await visit(), await visit(), await visit()]
    const answers = await Promise.all(bodies.map((body) => inspector.caller.call(routes.recordVisit, { params: { unitId }, body })))
    const ranges = answers.map(({ body }) => body.found.map(({ number }) => Number(number.slice('330114-2026-'.length))))
    // Two of one visit lie side by side, and no number is given twice or left out.
    expect(ranges.map(([one = 0, other = 0]) => other - one)).toEqual([1, 1, 1, 1, 1])
    const given = ranges.flat().toSorted((one, other) => one - other)
    expect(given).toEqual(given.map((_number, at) => (given[0] ?? 0) + at))
  })

  it('is one of the year in which it was found, though it arrives in the next', async () => {
    const unitId = await register.unit(officer.caller)
    register.house.setClock('2027-01-01T00:30:00Z')
    const late = await register.stage.callerOf(inspector)
    const found = async (claimedAt: string) => {
      const findings = [{ ...majorFinding(), evidenceIds: [await photo(inspector)] }]
      const { body } = await late.call(routes.recordVisit, { params: { unitId }, body: visitOf({ claimedAt, findings }) })
      return body.found.map(({ number }) => number.slice(0, '330114-2026'.length))
    }
    expect(await found('2026-12-31T15:59:00Z')).toEqual(['330114-2026'])
    expect(await found('2026-12-31T16:00:00Z')).toEqual(['330114-2027'])
    register.house.setClock('2026-11-24T02:00:00Z')
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
    expect(await record(inspector, unitId, visitOf({ result: 'notAdmitted', findings: [majorFinding()] }))).toMatchObject({
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
      await record(inspector, closed, visitOf({ findings: [{ ...majorFinding(), evidenceIds: [await photo(inspector)] }] })),
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
    const total = async (query: Record<string, string>) =>
      (await inspector.caller.call(routes.visits, { query: { unitId, ...query } })).body.total
    expect([
      await total({ industry: '26' }),
      await total({ industry: '26', industryAlone: 'true' }),
      await total({ industry: 'A' }),
    ]).toEqual([3, 0, 0])
    expect([await total({ find: '厂' }), await total({ find: '%' })]).toEqual([3, 0])
    expect((await inspector.caller.call(routes.visits, { query: { industry: '9999' } })).status).toBe(422)
    const next = await inspector.caller.call(routes.visits, { query: { unitId, limit: 2, after: first.body.next! } })
    expect(next.body).toMatchObject({ rows: [{ claimedAt: '2026-11-24T01:10:00.000Z' }], next: null })
    const stranger = await register.actor(['inspector'], { regionCode: '330109' })
    expect((await stranger.caller.call(routes.visits, { query: { unitId } })).body.total).toBe(0)
    const { status } = await stranger.caller.call(routes.visit, { params: { unitId, visitId: first.body.rows[0]!.id } })
    expect(status).toBe(404)
  })
})
