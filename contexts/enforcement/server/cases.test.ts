import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import {
  beginningOf,
  caseBegun,
  caseNeeds,
  didOnCase,
  largeFine,
  officersOf,
  smallFine,
  tryOnCase,
} from '../../../main/testing/caseStory.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import type { Hazard } from '../../hazards/rules/hazard.ts'
import type { UnitFacts } from '../../hazards/server/unitStore.ts'
import type { SentAction } from '../contract/caseActions.ts'
import { routes } from '../contract/routes.ts'
import type { Case } from '../rules/case.ts'
import { tallyFigures } from '../rules/tally.ts'
import { followUnit, turnCases } from './turn.ts'

let house: TestHazards
let cast: Cast
let reviewer: PersonActor
let unit: UnitFacts
let hazard: Hazard

const beijing = (text: string): void => house.setClock(Temporal.Instant.from(`${text}:00+08:00`))
const officers = () => officersOf(cast.inspector.personId, reviewer.personId)
const begun = async (more: Parameters<typeof beginningOf>[1] = {}): Promise<Case> =>
  caseBegun(
    house,
    cast.inspector,
    unit.unitId,
    beginningOf(officers(), { fact: { text: '台账与现场不符', evidence: [await house.photo(cast.inspector)], hazardId: null }, ...more }),
  )
const opened = async (): Promise<Case> => didOnCase(house, await begun(), [cast.leader, { kind: 'approveOpening' }])
const byHand: SentAction = {
  kind: 'serve',
  paper: 'notice',
  way: 'direct',
  servedOn: '2026-11-24',
  receiver: '王某',
  witness: null,
  evidence: [],
}
const noticed = async (penalty = smallFine): Promise<Case> =>
  didOnCase(house, await opened(), [cast.inspector, { kind: 'proposePenalty', penalty }], [cast.inspector, { kind: 'notify' }])
const served = async (penalty = smallFine, servedOn = '2026-11-24'): Promise<Case> =>
  didOnCase(house, await noticed(penalty), [cast.inspector, { ...byHand, servedOn } as SentAction])
const decision = (penalty = smallFine): SentAction => ({
  kind: 'decide',
  result: 'penalty',
  penalty,
  reasons: '事实清楚',
  rectifyBy: null,
  lateReason: null,
})
const keyOf = ({ unitId, id }: Case) => ({ unitId, caseId: id })
const code = async (login: string, held: Case): Promise<string | undefined> =>
  (await (await house.as(login)).call(routes.ownCase, { params: keyOf(held) })).body.refusal?.code

beforeAll(async () => {
  house = await openTestHazards()
  house.setClock(testNow)
  cast = await castOf(house)
  reviewer = await house.actor('county.reviewer')
  unit = await house.unit({
    regionCode: cast.principal.regionCode,
    organisationId: cast.principal.organisationId,
    name: '浙江试验化工有限公司',
  })
  const deeds = deedsOf(house)
  hazard = await did(
    house,
    await foundAt(house, unit, cast.inspector, { proposedLevel: 'major', description: '罐区报警器失效' }),
    [cast.inspector, deeds.major],
    [cast.inspector, deeds.order(cast.worker, '2026-12-01')],
  )
})
afterAll(() => house.close())
afterEach(() => house.setClock(testNow))

describe('立案线索', () => {
  const found = async (): Promise<readonly string[]> =>
    (await (await house.as('county.officer')).call(routes.leads, {})).body.rows
      .filter(({ unitId }) => unitId === unit.unitId)
      .map(({ cause }) => cause)

  it('a major hazard is one from the day after its last day, until a case cites it', async () => {
    expect(await found()).toEqual([])
    beijing('2026-12-02T09:00')
    expect(await found()).toEqual(['hazardMajor'])
    await begun({ cause: 'hazardMajor', fact: { text: '重大隐患逾期未改', evidence: [], hazardId: hazard.id } })
    expect(await found()).toEqual([])
    const list = await (await house.as('county.officer')).call(routes.cases, { query: { hazardId: hazard.id } })
    expect(list.body.rows).toMatchObject([{ cause: 'hazardMajor', state: 'proposed', unitName: '浙江试验化工有限公司' }])
  })
  it('a hazard that is not there proves nothing', async () => {
    const caller = await house.as('county.inspector')
    const fact = { text: '无', evidence: [], hazardId: crypto.randomUUID() }
    const answer = await caller.call(routes.proposeCase, { params: { unitId: unit.unitId }, body: beginningOf(officers(), { fact }) })
    expect(answer.body.refusal).toMatchObject({ code: 'RECORD_NOT_FOUND', facts: { kind: 'hazard' } })
  })
})

describe('a case and its number', () => {
  it('is numbered one after the other in the county’s year, under the authority’s short name', async () => {
    const caller = await house.as('county.officer')
    const numberOf = async (held: Case) => (await caller.call(routes.caseRecord, { params: keyOf(held) })).body.line.number
    const [one, other] = [await numberOf(await begun()), await numberOf(await begun())]
    expect(one).toMatch(/^.*钱塘.*〔2026〕\d+号$/)
    const placeOf = (number: string) => Number(/〕(\d+)号/.exec(number)?.[1])
    expect(placeOf(other)).toBe(placeOf(one) + 1)
  })
  it('an earlier look at it is refused, with what it is now', async () => {
    const held = await opened()
    const caller = await house.as('county.leader')
    const answer = await caller.call(routes.actOnCase, {
      params: keyOf(held),
      body: { action: { kind: 'withdraw', reason: '重复' }, baseVersion: 1 },
    })
    expect(answer.body.refusal).toMatchObject({ code: 'VERSION_STALE', facts: { actualVersion: 2 } })
  })
  it('names nobody who is not there', async () => {
    const held = await opened()
    const action: SentAction = {
      kind: 'replaceOfficers',
      officers: officersOf(cast.inspector.personId, crypto.randomUUID()),
      reason: '调岗',
    }
    expect(await tryOnCase(house, cast.leader, held, action)).toMatchObject({ refusal: { code: 'RECORD_NOT_FOUND' } })
  })
  it('the next case knows the certificates', async () => {
    await begun()
    const { body } = await (await house.as('county.officer')).call(routes.enforcers, {})
    expect(body.rows.find(({ personId }) => personId === cast.inspector.personId)).toMatchObject({
      certificateNo: '11330114001',
      validTo: '2028-12-31',
      roles: ['inspector'],
    })
    expect(body.rows.map(({ personId }) => personId)).not.toContain(cast.principal.personId)
  })
})

describe('the party sees its own, once it was told, and nothing internal', () => {
  it('not before the notice', async () => {
    const held = await opened()
    expect(await code('plant.principal', held)).toBe('RECORD_NOT_FOUND')
    const list = await (await house.as('plant.principal')).call(routes.ownCases, { query: { unitId: unit.unitId } })
    expect(list.body.rows.map(({ caseId }) => caseId)).not.toContain(held.id)
  })
  it('then its papers that were served, its own doings, and no word of the authority’s weighing', async () => {
    const held = await noticed(largeFine)
    const caller = await house.as('plant.principal')
    const before = (await caller.call(routes.ownCase, { params: keyOf(held) })).body
    expect(before).toMatchObject({ toReceive: 'notice', papers: [] })
    const received = await caller.call(routes.answerCase, {
      params: keyOf(held),
      body: { action: { kind: 'confirmReceipt', paper: 'notice' }, baseVersion: held.version },
    })
    expect(received.body.papers.map(({ kind }) => kind)).toEqual(['notice', 'receipt'])
    expect(received.body.rightsClock?.lastDay).toBe('2026-12-01')
    expect(received.body.history.map(({ kind }) => kind)).toEqual(['notified', 'served'])
    expect(JSON.stringify(received.body)).not.toMatch(/penaltyProposed|investigators/)
    expect(received.body.actions.find(({ action }) => action === 'askHearing')?.refusal).toBeNull()
    expect(received.body.actions.map(({ action }) => action)).not.toContain('decide')
  })
  it('neither may the unit’s worker, nor the head of another', async () => {
    const held = await served()
    expect(await code('plant.worker', held)).toBe('ACTION_NOT_GRANTED')
    expect(await code('venue.manager', held)).toBe('RECORD_NOT_FOUND')
  })
  it('the head cannot read the authority’s record', async () => {
    const held = await served()
    const answer = await (await house.as('plant.principal')).call(routes.caseRecord, { params: keyOf(held) })
    expect(answer.body.refusal?.code).toBe('ACTION_NOT_GRANTED')
  })
  it('rows of it stay hidden from the unit in the database itself before it was told', async () => {
    const held = await opened()
    const seen = await house.done(cast.principal, async (tx) => {
      const { rows } = await sql<{ held: number; events: number }>`select
        (select count(*) from enforcement.case_file where id = ${held.id}::uuid) as held,
        (select count(*) from enforcement.case_event where case_id = ${held.id}::uuid) as events`.execute(tx.tables())
      return { ok: true as const, value: rows[0] }
    })
    expect(seen).toEqual({ held: 0, events: 0 })
  })
})

describe('what is owed stands on the desk of who owes it', () => {
  const owedBy = async (actor: PersonActor, held: Case): Promise<readonly string[]> =>
    house.done(actor, async (tx) => {
      const { rows } = await sql<{ kind: string }>`select kind from enforcement.owed
        where record_id = ${`${held.unitId}.${held.id}`} and (owner_person_id = ${actor.personId}::uuid or owner_role = any(${[...actor.roles]}::text[])) order by kind`.execute(
        tx.tables(),
      )
      return { ok: true as const, value: rows.map(({ kind }) => kind) }
    })

  it('opening by the leader, looking into it by both officers, receipt and answer by the head of the unit', async () => {
    expect(await owedBy(cast.leader, await begun())).toEqual(['approveOpening'])
    const held = await opened()
    expect(await owedBy(cast.inspector, held)).toEqual(['investigate'])
    expect(await owedBy(reviewer, held)).toEqual(['investigate'])
    expect(await owedBy(cast.officer, held)).toEqual([])
    expect(await owedBy(cast.principal, await noticed())).toEqual(['confirmReceipt'])
    expect(await owedBy(cast.principal, await served())).toEqual(['answerNotice'])
  })
  it('another authority of the region owes nothing here', async () => {
    expect(await owedBy({ ...cast.leader, organisationId: cast.city.organisationId }, await begun())).toEqual([])
  })
  it('行政处罚法 art. 64: once the party’s days are over its officers owe the next step, without a deed of anybody', async () => {
    const held = await served(largeFine)
    beijing('2026-12-02T00:05')
    expect(await turnCases(house.services, caseNeeds)).toBeGreaterThan(0)
    expect(await owedBy(cast.inspector, held)).toEqual(['closeRights'])
    expect(await owedBy(cast.principal, held)).toEqual([])
    expect(await turnCases(house.services, caseNeeds)).toBe(0)
  })
})

describe('figures open exactly what they count', () => {
  it('each figure of the tally over days is the list that it opens, and the yuan their sum', async () => {
    const spot = { penalty: { ...smallFine, penaltyKey: 'a104.first.unit', fineYuan: 2000 }, receiver: '王某' }
    await begun({ spot })
    beijing('2026-11-25T09:00')
    const held = await served(smallFine, '2026-11-25')
    const done = await didOnCase(
      house,
      held,
      [cast.principal, { kind: 'waive' }],
      [cast.leader, decision()],
      [cast.principal, { kind: 'confirmReceipt', paper: 'decision' }],
      [cast.inspector, { kind: 'recordPayment', yuan: 10_000, paidOn: '2026-11-25', receiptNo: '1' }],
      [cast.inspector, { kind: 'recordPayment', yuan: 20_000, paidOn: '2026-11-25', receiptNo: '2' }],
      [cast.inspector, { kind: 'close', reason: '' }],
    )
    expect(done).toMatchObject({ state: 'closed', outcome: 'performed' })
    const caller = await house.as('county.officer')
    const region = '330114'
    for (const [from, to] of [
      ['2026-11-24', '2026-11-24'],
      ['2026-11-25', '2026-11-25'],
      ['2026-11-01', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
    ] as const)
      for (const counts of tallyFigures) {
        const { rows } = (await caller.call(routes.cases, { query: { counts, region, from, to, limit: 500 } })).body
        const sum = await house.done(cast.officer, async (tx) => {
          const { rows: tally } = await sql<{ sum: number }>`select coalesce(sum(change), 0)::bigint as sum from enforcement.tally
            where figure = ${counts} and region_code >= '330114' and region_code < '330115' and day >= ${from}::date and day <= ${to}::date`.execute(
            tx.tables(),
          )
          return { ok: true as const, value: tally[0]!.sum }
        })
        const counted =
          counts === 'penaltyYuan'
            ? rows.reduce((all, { fineYuan }) => all + (fineYuan ?? 0), 0)
            : counts === 'collectedYuan'
              ? rows.reduce((all, { paidYuan }) => all + paidYuan, 0)
              : rows.length
        expect(`${counts} ${from} ${counted}`).toBe(`${counts} ${from} ${sum}`)
      }
    const summary = (await caller.call(routes.caseSummary, { query: { counts: 'collectedYuan', from: '2026-11-25', to: '2026-11-25' } }))
      .body
    expect(summary).toMatchObject({ total: 1, paidYuan: 30_000 })
  })
  it('a list pages by its order, and late ones are told', async () => {
    const caller = await house.as('county.officer')
    for (const order of ['newest', 'due'] as const) {
      const ids: string[] = []
      let total = 0
      let after: string | undefined
      do {
        const { body } = await caller.call(routes.cases, { query: { order, limit: 3, ...(after === undefined ? {} : { after }) } })
        ids.push(...body.rows.map(({ caseId }) => caseId))
        after = body.next ?? undefined
        total = body.total
      } while (after !== undefined)
      expect(ids).toHaveLength(total)
      expect(new Set(ids).size).toBe(ids.length)
    }
    beijing('2026-12-20T09:00')
    const then = await house.as('county.officer')
    const late = (await then.call(routes.caseSummary, { query: {} })).body
    expect(late.late).toBeGreaterThan(0)
    const list = (await then.call(routes.cases, { query: { late: 'true', open: 'true', limit: 500 } })).body
    expect(list.total).toBe(late.late)
  })
})

describe('a case follows its unit', () => {
  it('to another region and organisation; what its paper says stays', async () => {
    const held = await opened()
    const event = {
      id: crypto.randomUUID(),
      at: testNow.toString(),
      type: 'hazards.unitChanged',
      regionCode: '330109',
      organisationId: cast.principal.organisationId,
      payload: { unitId: unit.unitId },
    }
    await house.bySystem((tx) => followUnit.run(tx, event))
    const { body } = await (await house.as('city.officer')).call(routes.caseRecord, { params: keyOf(held) })
    expect(body.line).toMatchObject({ regionCode: '330109', recordedRegion: unit.regionCode })
    expect((await (await house.as('county.officer')).call(routes.caseRecord, { params: keyOf(held) })).body.refusal?.code).toBe(
      'RECORD_NOT_FOUND',
    )
    await house.bySystem((tx) => followUnit.run(tx, { ...event, regionCode: unit.regionCode }))
  })
})

describe('another authority reads and does not act', () => {
  it('the city sees the county’s case and is told whose deed it is', async () => {
    const held = await opened()
    const caller = await house.as('city.leader')
    const answer = await caller.call(routes.actOnCase, {
      params: keyOf(held),
      body: { action: { kind: 'withdraw', reason: '无' }, baseVersion: held.version },
    })
    expect(answer.status).toBe(403)
    expect(answer.body.refusal).toMatchObject({ code: 'CASE_NOT_YOURS', facts: { needed: 'leader' } })
  })
})
