import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import { actOn, castOf, codeOf, deedsOf, did, foundAt } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import { schemaFaults } from '../../../main/testing/schemaRules.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import type { SentAction } from '../contract/hazardActions.ts'
import { evolve } from '../rules/apply.ts'
import type { Hazard } from '../rules/hazard.ts'
import type { FindingAt } from './findHazard.ts'
import { listHazards } from './hazardList.ts'
import { hazardRecord } from './hazardRecord.ts'
import { hazardInScope, historyOf } from './hazardStore.ts'
import type { UnitFacts } from './unitStore.ts'

let house: TestHazards
let deeds: ReturnType<typeof deedsOf>
let unit: UnitFacts
let city: PersonActor
let inspector: PersonActor
let officer: PersonActor
let principal: PersonActor
let safety: PersonActor
let worker: PersonActor

beforeAll(async () => {
  house = await openTestHazards()
  deeds = deedsOf(house)
  ;({ city, inspector, officer, principal, safety, worker } = await castOf(house))
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setClock(testNow)
  unit = await house.unit({ regionCode: principal.regionCode, organisationId: principal.organisationId })
})

const found = (by: PersonActor, more: Partial<FindingAt> = {}): Promise<Hazard> => foundAt(house, unit, by, more)
const act = (by: PersonActor, hazard: Hazard, action: SentAction, base?: number) => actOn(house, by, hazard, action, base)

/** Found by the county's inspector, general, ordered to the plant's worker until 1 December. */
const ordered = async (): Promise<Hazard> =>
  did(house, await found(inspector), [inspector, deeds.general], [inspector, deeds.order(worker)])

describe('a hazard from found to closed', () => {
  it('keeps the rules of the tables', async () => {
    expect(await schemaFaults(async (text) => (await house.services.database.pool.query(text)).rows)).toEqual([])
  })

  it('goes through all hands, and its state is what its history makes', async () => {
    const hazard = await ordered()
    const closed = await did(
      house,
      hazard,
      [worker, deeds.start],
      [worker, await deeds.selfCheck(worker)],
      [inspector, await deeds.pass(inspector)],
      [inspector, deeds.close],
    )
    expect(closed).toMatchObject({ state: 'closed', outcome: 'rectified', version: 7 })
    const history = await house.bySystem((tx) => historyOf(tx, unit.unitId, hazard.id))
    expect(history.map(({ kind }) => kind)).toEqual(['found', 'classified', 'ordered', 'started', 'selfChecked', 'reviewed', 'closed'])
    expect(evolve(history)).toEqual(closed)
    const { owing, told, audited } = await house.bySystem(async (tx) => ({
      owing: await tx
        .tables<{ 'hazards.owing': { hazard_id: string } }>()
        .selectFrom('hazards.owing')
        .selectAll()
        .where('hazard_id', '=', hazard.id)
        .execute(),
      told: (
        await house.services.database.pool.query(
          `select count(*) as n from evidence.item where record_kind = 'hazard' and record_id = $1`,
          [`${unit.unitId}.${hazard.id}`],
        )
      ).rows,
      audited: (
        await house.services.database.pool.query(
          `select action from audit.entry where record_id = $1 and record_kind = 'hazard' and action like 'hazard.%' order by seq`,
          [`${unit.unitId}.${hazard.id}`],
        )
      ).rows,
    }))
    expect(owing).toEqual([])
    expect(told).toEqual([{ n: 3 }])
    expect(audited.map(({ action }) => action)).toEqual([
      'hazard.find',
      'hazard.classify',
      'hazard.order',
      'hazard.start',
      'hazard.selfCheck',
      'hazard.review',
      'hazard.close',
    ])
  })

  it('that is major starts with five in place, is told to authority and staff, evaluated, applied for, and reviewed by the county', async () => {
    const photo = (by: PersonActor) => house.photo(by)
    const hazard = await did(
      house,
      await found(safety, { proposedLevel: 'major' }),
      [safety, deeds.major],
      [principal, deeds.order(worker)],
    )
    expect(await act(worker, hazard, deeds.start)).toMatchObject({
      refusal: { code: 'FIVE_NOT_IN_PLACE', facts: { missing: { length: 5 } } },
    })
    const five = {
      responsibility: '仪表车间主任',
      measures: '更换并标定',
      fundsYuan: 60_000,
      dueOn: '2026-11-30',
      contingency: '泄漏处置方案',
    }
    await did(house, hazard, [principal, { kind: 'plan', five }], [worker, deeds.start])
    expect(codeOf(await act(officer, hazard, { kind: 'decideExtension', grant: true, toOn: '2026-12-20' }))).toBe('NOTHING_ASKED')
    await did(
      house,
      hazard,
      [safety, { kind: 'askExtension', toOn: '2026-12-20', reason: '备件未到', interimControls: '便携仪巡检' }],
      [officer, { kind: 'decideExtension', grant: true, toOn: '2026-12-15' }],
      [worker, await deeds.selfCheck(worker)],
      [
        safety,
        {
          kind: 'evaluate',
          by: 'qualifiedBody',
          body: '评价机构',
          evaluators: [],
          opinion: '符合',
          passed: true,
          evidence: [await photo(safety)],
        },
      ],
    )
    const apply = async (): Promise<SentAction> => ({ kind: 'applyForReview', evidence: [await photo(safety)] })
    expect(await act(safety, hazard, await apply())).toMatchObject({ refusal: { code: 'REPORTS_MISSING' } })
    await did(
      house,
      hazard,
      [principal, { kind: 'report', to: 'authority', evidence: [await photo(principal)] }],
      [principal, { kind: 'report', to: 'staff', means: 'staffCongress', evidence: [await photo(principal)] }],
      [safety, await apply()],
    )
    expect(codeOf(await act(principal, hazard, await deeds.pass(principal)))).toBe('NOT_YOURS_TO_DO')
    const closed = await did(house, hazard, [inspector, await deeds.pass(inspector)], [inspector, deeds.close])
    expect(closed).toMatchObject({
      state: 'closed',
      level: 'major',
      deadlines: [{ cause: 'order' }, { cause: 'extension', dueOn: '2026-12-15' }],
    })
    expect(evolve(await house.bySystem((tx) => historyOf(tx, unit.unitId, hazard.id)))).toEqual(closed)
  })

  it('may be put right by somebody of another organisation, who sees it and the name of the unit, and nothing else of it', async () => {
    const contractor = await house.actor('rescue.station')
    const hazard = await did(house, await found(inspector), [inspector, deeds.general], [inspector, deeds.order(contractor)])
    await did(house, hazard, [contractor, deeds.start])
    const listed = (unitId?: string) => house.done(contractor, (tx) => listHazards(tx, testNeeds, { limit: 10, order: 'found', unitId }))
    const [seen, other] = [await listed(unit.unitId), await listed()]
    expect([seen.rows[0]?.unitName, seen.total, other.total]).toEqual(['试验单位', 1, 1])
    const { rows } = await house.services.database.pool.query('select detail from hazards.owing where hazard_id = $1', [hazard.id])
    expect(rows).toEqual([{ detail: '试验单位' }])
  })

  it('is not reviewed by who rectified it', async () => {
    const own = await did(
      house,
      await found(safety),
      [safety, deeds.general],
      [safety, deeds.order(safety)],
      [safety, deeds.start],
      [safety, await deeds.selfCheck(safety)],
    )
    expect(codeOf(await act(safety, own, await deeds.pass(safety)))).toBe('REVIEWER_NOT_INDEPENDENT')
    expect(await did(house, own, [principal, await deeds.pass(principal)])).toMatchObject({ state: 'reviewed' })
  })

  it('gets no extension that is asked for after the deadline', async () => {
    const hazard = await did(house, await ordered(), [worker, deeds.start])
    house.setClock('2026-12-01T16:00:01Z')
    expect(
      codeOf(await act(safety, hazard, { kind: 'askExtension', toOn: '2026-12-20', reason: '备件未到', interimControls: '巡检' })),
    ).toBe('EXTENSION_TOO_LATE')
  })

  it('is ordered to somebody who exists', async () => {
    const hazard = await did(house, await found(inspector), [inspector, deeds.general])
    const nobody = { personId: '01990000-0000-7000-8000-000000000000', organisationId: worker.organisationId }
    expect(await act(inspector, hazard, { ...deeds.order(worker), assignee: nobody } as SentAction)).toMatchObject({
      refusal: { code: 'RECORD_NOT_FOUND', facts: { kind: 'person' } },
    })
  })

  it('is handed over to a department that exists, at its own tier', async () => {
    const hazard = await ordered()
    const handOver = async (organisationId: string, tier: 'county' | 'city') =>
      act(officer, hazard, { kind: 'handOver', to: { organisationId, tier }, reason: '属市级监管' })
    expect(codeOf(await handOver(crypto.randomUUID(), 'county'))).toBe('RECORD_NOT_FOUND')
    expect(await handOver(worker.organisationId, 'county')).toMatchObject({
      refusal: { code: 'HAND_OVER_UNSUITED', facts: { problem: 'noDepartment' } },
    })
    expect(await handOver(city.organisationId, 'county')).toMatchObject({
      refusal: { code: 'HAND_OVER_UNSUITED', facts: { problem: 'otherTier', tier: 'city' } },
    })
    // Beyond the scope of who hands it over.
    expect(await handOver(city.organisationId, 'city')).toMatchObject({ ok: true, value: { supervisor: { tier: 'city' } } })
  })

  it('that arrives twice under one id is one', async () => {
    const hazardId = crypto.randomUUID()
    await did(house, await found(inspector, { hazardId }), [inspector, deeds.general])
    expect(await found(inspector, { hazardId })).toMatchObject({ id: hazardId, version: 2 })
  })
})

describe('two at one hazard', () => {
  it('a late arrival counts where it still means the same, and is told who did what where it does not', async () => {
    const hazard = await ordered()
    // Controls were stated meanwhile: starting still means starting.
    await did(house, hazard, [safety, { kind: 'control', controls: '拉警戒线' }])
    expect(codeOf(await act(worker, hazard, { kind: 'start' }, 3))).toBe('done')
    const late = await act(safety, hazard, { kind: 'start' }, 4)
    expect(late).toMatchObject({
      refusal: {
        code: 'CHANGED_MEANWHILE',
        facts: { deeds: [{ kind: 'started', personId: worker.personId }], because: 'HAZARD_STATE_WRONG' },
      },
    })
  })

  it('of thirty at once one wins each version, and no event is lost', async () => {
    const hazard = await ordered()
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_each, number) =>
        act(number % 2 === 0 ? safety : principal, hazard, { kind: 'control', controls: `措施 ${number}` }, 3),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.filter(({ ok }) => !ok).map(codeOf))).toEqual(new Set(['CHANGED_MEANWHILE']))
    const fresh = await Promise.all(
      Array.from({ length: 30 }, (_each, number) =>
        act(officer, hazard, {
          kind: 'handOver',
          to:
            number % 2 === 0
              ? { organisationId: city.organisationId, tier: 'city' }
              : { organisationId: officer.organisationId, tier: 'county' },
          reason: '试',
        }),
      ),
    )
    const history = await house.bySystem((tx) => historyOf(tx, unit.unitId, hazard.id))
    const won = fresh.filter(({ ok }) => ok).length
    expect(history).toHaveLength(4 + won)
    expect(await house.bySystem((tx) => hazardInScope(tx, unit.unitId, hazard.id))).toMatchObject({
      hazard: { ...evolve(history), version: 4 + won },
    })
  })
})

describe('who sees a hazard', () => {
  it('another county sees nothing of it, and cannot touch it', async () => {
    const hazard = await ordered()
    const neighbour = { ...inspector, scope: { lo: '330109', hi: '33010:', organisationId: null } }
    expect(codeOf(await house.told(neighbour, (tx) => hazardRecord(tx, testNeeds, neighbour, unit.unitId, hazard.id)))).toBe(
      'RECORD_NOT_FOUND',
    )
    expect(codeOf(await act(neighbour, hazard, { kind: 'start' }, 3))).toBe('RECORD_NOT_FOUND')
    const rows = await house.done(neighbour, async (tx) => {
      const tables =
        tx.tables<Record<'hazards.hazard' | 'hazards.hazard_event' | 'hazards.owing' | 'hazards.figure_delta', { hazard_id: string }>>()
      const counts = []
      for (const table of ['hazards.hazard', 'hazards.hazard_event', 'hazards.owing', 'hazards.figure_delta'] as const)
        counts.push(
          Number(
            (
              await tables
                .selectFrom(table)
                .select(({ fn }) => fn.countAll().as('rows'))
                .executeTakeFirstOrThrow()
            ).rows,
          ),
        )
      return { ok: true, value: counts }
    })
    expect(rows).toEqual([0, 0, 0, 0])
  })

  it('a list is narrowed, counted exactly and paged by key', async () => {
    const made = [await ordered(), await found(inspector), await found(safety)]
    const list = (by: PersonActor, query: Partial<Parameters<typeof listHazards>[2]>) =>
      house.done(by, (tx) => listHazards(tx, testNeeds, { limit: 100, order: 'found', unitId: unit.unitId, ...query }))
    const first = await list(inspector, { limit: 2 })
    const rest = await list(inspector, { limit: 2, after: first.next! })
    expect([first.total, first.rows.length, rest.rows.length, rest.next]).toEqual([3, 2, 1, null])
    expect(new Set([...first.rows, ...rest.rows].map(({ hazardId }) => hazardId))).toEqual(new Set(made.map(({ id }) => id)))
    expect((await list(inspector, { state: 'ordered' })).rows.map(({ hazardId }) => hazardId)).toEqual([made[0]!.id])
    expect((await list(inspector, { find: '报警' })).total).toBe(3)
    expect((await list(inspector, { find: '%' })).total).toBe(0)
    expect((await list(worker, { owed: true })).rows.map(({ hazardId }) => hazardId)).toEqual([made[0]!.id])
    expect((await list(inspector, { owed: true })).rows.map(({ hazardId }) => hazardId)).toEqual([made[1]!.id])
    expect((await list(safety, { owed: true })).rows.map(({ hazardId }) => hazardId)).toEqual([made[2]!.id])
    house.setClock('2026-12-01T16:00:00Z')
    expect((await list(inspector, { overdue: true })).rows.map(({ overdue, dueOn }) => [overdue, dueOn])).toEqual([[true, '2026-12-01']])
    house.setClock('2026-12-01T15:59:59Z')
    expect((await list(inspector, { overdue: true })).total).toBe(0)
  })

  it('a line says what it rests on, who has it, and by which number people speak of it', async () => {
    const item = { code: 'chem20.05', edition: '2017', clause: '第五项', makesMajor: true }
    const hazard = await did(
      house,
      await found(inspector, { item, proposedLevel: 'major' }),
      [inspector, deeds.major],
      [inspector, deeds.order(worker)],
    )
    const { line } = await house.done(inspector, (tx) => hazardRecord(tx, testNeeds, inspector, unit.unitId, hazard.id))
    const people = await house.bySystem((tx) => testNeeds.peopleNames(tx, [worker.personId]))
    const organisations = await house.bySystem((tx) => testNeeds.organisationNames(tx, [worker.organisationId]))
    const regions = await house.bySystem((tx) => testNeeds.regionNames(tx, [worker.regionCode]))
    expect(line).toMatchObject({
      number: expect.stringMatching(/^330114-2026-\d{5}$/),
      basis: { zh: '化危 20 条 第五项', en: 'Chemicals 20, item 5' },
      how: 'departmentCheck',
      round: 1,
      evidence: 1,
      regionName: regions.get(worker.regionCode),
      assigneeName: people.get(worker.personId),
      organisationName: organisations.get(worker.organisationId),
    })
    const contractor = await house.actor('rescue.station')
    const other = await did(house, await found(inspector), [inspector, deeds.general], [inspector, deeds.order(contractor)])
    const { line: seen } = await house.done(contractor, (tx) => hazardRecord(tx, testNeeds, contractor, unit.unitId, other.id))
    expect(seen).toMatchObject({ organisationName: null, basis: null, unitName: '试验单位' })
  })

  it('the record says what the reader may do and why not, and names everybody', async () => {
    const hazard = await ordered()
    const record = await house.done(inspector, (tx) => hazardRecord(tx, testNeeds, inspector, unit.unitId, hazard.id))
    expect(record.actions.find(({ action }) => action === 'start')?.refusal).toMatchObject({
      code: 'NOT_YOURS_TO_DO',
      sentence: { zh: expect.stringContaining('开始整改') },
    })
    expect(record.actions.find(({ action }) => action === 'raise')?.refusal).toBe(null)
    expect(Object.keys(record.people).toSorted()).toEqual([inspector.personId, worker.personId].toSorted())
    expect(record.legalClock).toMatchObject({ origin: 'ordered', dueOn: '2026-12-01' })
    expect(record.history).toHaveLength(3)
  })
})
