import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage as openTestStage, type Stage as TestStage } from '../../../../main/testing/stage.ts'
import { openTestHouse, testNow, type TestHouse } from '../../../../main/testing/testHouse.ts'
import { verifyAudit } from '../../../../platform/audit/verify.ts'
import { evidenceRoutes } from '../../../../platform/evidence/contract.ts'
import { routes as deskRoutes } from '../../../desk/contract/index.ts'
import { sampleCast } from '../../../identity/server/room.ts'
import { routes } from '../../contract/index.ts'
import { openCast } from './cast.ts'
import { composeSample, sampleSeed } from './furnishHazards.ts'
import { openStage } from './stage.ts'

/** Furnishing is seconds of one processor, and the machine may have other work. */
const patience = 180_000

let house: TestHouse
let stage: TestStage
beforeAll(async () => {
  house = await openTestHouse()
  stage = openTestStage(house)
  await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
}, patience)
afterAll(() => house.close())

const counted = async (sql: string): Promise<Record<string, number>> =>
  Object.fromEntries((await stage.rows<{ what: string; total: number }>(sql)).map(({ what, total }) => [what, total]))

describe('the sample of the room', () => {
  it('has hazards in every state, most of them closed, general and major, of every way of finding but the peers', async () => {
    const states = await counted('select state as what, count(*)::int as total from hazards.hazard group by 1')
    expect(Object.keys(states).toSorted()).toEqual(
      ['applied', 'classified', 'closed', 'evaluated', 'found', 'ordered', 'rectifying', 'reviewed', 'selfChecked'].toSorted(),
    )
    const total = Object.values(states).reduce((sum, each) => sum + each, 0)
    expect(total).toBeGreaterThan(150)
    expect(total).toBeLessThan(280)
    expect(states['closed']).toBeGreaterThan(total / 2)
    const ways = await counted(`select hazard->'found'->>'how' as what, count(*)::int as total from hazards.hazard group by 1`)
    expect(Object.keys(ways).toSorted()).toEqual(['departmentCheck', 'expertCheck', 'publicReport', 'selfCheck'])
    const levels = await counted(`select level as what, count(*)::int as total from hazards.hazard where level is not null group by 1`)
    expect(levels['major']).toBeGreaterThan(15)
    expect(levels['general']).toBeGreaterThan(100)
  })

  it('tells what is rare: a listing, an extension, a transfer, a recurrence, a softening, withdrawals, refusals, late steps', async () => {
    const events = await counted('select kind as what, count(*)::int as total from hazards.hazard_event group by 1')
    for (const kind of ['listed', 'extensionAsked', 'extensionGranted', 'transferred', 'recurrenceLinked', 'softeningAsked', 'withdrawn'])
      expect([kind, (events[kind] ?? 0) > 0]).toEqual([kind, true])
    for (const kind of ['reviewRefused', 'evaluationFailed', 'escalated', 'planned', 'reported'])
      expect([kind, (events[kind] ?? 0) > 0]).toEqual([kind, true])
    const [overdue] = await stage.rows<{ total: number }>(
      `select count(*)::int as total from hazards.hazard where due_on < '${testNow.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()}'`,
    )
    expect(overdue?.total).toBeGreaterThan(1)
  })

  it('has three campaigns, the flood season with every known hazard looked at again, and half of the running ones to do', async () => {
    const city = await house.as('city.leader')
    const { body } = await city.call(routes.campaigns, { query: {} })
    expect(body.rows.map(({ kind }) => kind).toSorted()).toEqual(['flood', 'ordinary', 'ordinary'])
    for (const { id, kind, checklistTitles } of body.rows) {
      const { coverage, reinspection } = (await city.call(routes.campaignCoverage, { params: { id } })).body
      const percent = coverage.percent ?? 0
      expect([kind, checklistTitles.length > 0, percent > 30, kind === 'flood' || percent < 70]).toEqual([kind, true, true, true])
      const { registered, outstanding } = reinspection
      expect([kind, outstanding, registered > 5]).toEqual([kind, 0, kind === 'flood'])
    }
  })

  it('has major hazard sources of all four levels among its plants', async () => {
    const officer = await house.as('county.officer')
    const { body } = await officer.call(routes.units, { query: { tag: 'majorHazardSource', limit: 100 } })
    const levels = new Set<number>()
    for (const { unitId } of body.rows) {
      const whole = await officer.call(routes.unit, { params: { unitId } })
      const level = whole.body.majorHazardSource?.level
      if (level) levels.add(level)
    }
    expect(levels).toEqual(new Set([1, 2, 3, 4]))
  })

  it('has no event before the one before it, none ahead of the start, and claims no deed after its receipt', async () => {
    expect(
      await stage.rows(`select hazard_id, version from (
        select hazard_id, version, at, lag(at) over (partition by hazard_id order by version) as before from hazards.hazard_event) as step
        where at < before or at > '${testNow.toString()}'`),
    ).toEqual([])
    expect(
      await stage.rows(`select hazard_id from hazards.hazard_event
        where (event->'step'->>'claimedAt')::timestamptz > (event->'step'->>'receivedAt')::timestamptz`),
    ).toEqual([])
  })

  it('leaves figures that equal a recount, and audit chains that are whole', async () => {
    expect((await house.house.recomputeFigures(house.services, { repair: false })).wrong).toEqual([])
    const { brokenAt, rows } = await verifyAudit(house.services)
    expect([brokenAt, rows > 5000]).toEqual([null, true])
  })

  it('shows pictures: every hazard has one, and small copies are drawn', async () => {
    expect(
      await stage.rows(`select id from hazards.hazard where not exists (
        select from evidence.item where record_kind = 'hazard' and record_id = hazard.unit_id || '.' || hazard.id)`),
    ).toEqual([])
    const inspector = await house.as('county.inspector')
    const { body } = await inspector.call(routes.hazards, { query: { limit: 1 } })
    const [line] = body.rows
    const listed = await inspector.call(evidenceRoutes.ofRecord, {
      query: { recordKind: 'hazard', recordId: `${line!.unitId}.${line!.hazardId}` },
    })
    const [item] = listed.body.rows
    const copy = await inspector.call(evidenceRoutes.copy, { params: { evidenceId: item!.id }, query: { size: '320' } })
    expect([copy.status, copy.headers['content-type']]).toEqual([200, 'image/webp'])
  })

  it('is not written twice, and not where somebody has signed in', async () => {
    const before = await counted(`select 'hazards' as what, count(*)::int as total from hazards.hazard_event`)
    await house.house.furnish(house.services, { sample: true, history: true, keep: async () => {} })
    expect(await counted(`select 'hazards' as what, count(*)::int as total from hazards.hazard_event`)).toEqual(before)
    const other = await openTestHouse()
    await other.as('county.leader')
    await other.house.furnish(other.services, { sample: true, history: true, keep: async () => {} })
    expect(await openTestStage(other).rows('select from hazards.unit')).toEqual([])
    await other.close()
  })
})

describe('the desk of each account of the sample', () => {
  it.each([
    ['plant.principal', ['reportToStaff', 'decideExtension']],
    ['plant.safety', ['start', 'review', 'rectify']],
    ['plant.worker', ['start', 'rectify']],
    ['county.inspector', ['classify', 'review', 'close']],
    ['county.officer', ['order', 'decideSoftening', 'decideWithdrawal', 'decideExtension', 'late']],
    ['county.leader', ['late']],
    ['city.officer', ['decideExtension', 'liftListing', 'late']],
    ['city.leader', ['late']],
    ['province.leader', ['late']],
    ['venue.manager', ['start', 'rectify']],
  ])('%s owes something over a hazard', async (login, expected) => {
    const { body } = await (await house.as(login)).call(deskRoutes.desk)
    const kinds = new Set(body.owed.filter(({ room }) => room === 'hazards').map(({ kind }) => kind))
    expect(expected.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it('lets plant.safety meet the five that are not in place, and county.inspector review what others found', async () => {
    const safety = await house.as('plant.safety')
    const waiting = await safety.call(routes.hazards, { query: { state: 'ordered', level: 'major', owed: 'true' } })
    const [line] = waiting.body.rows
    const { unitId, hazardId } = line!
    const record = await safety.call(routes.hazard, { params: { unitId, hazardId } })
    const start = record.body.actions.find(({ action }) => action === 'start')
    expect(start?.refusal).toMatchObject({ code: 'FIVE_NOT_IN_PLACE', facts: { missing: ['funds', 'contingency'] } })
    const inspector = await house.as('county.inspector')
    for (const query of [
      { state: 'applied', level: 'major' },
      { state: 'selfChecked', level: 'general' },
    ] as const) {
      const { body } = await inspector.call(routes.hazards, { query: { ...query, owed: 'true' } })
      const [first] = body.rows
      const held = await inspector.call(routes.hazard, { params: { unitId: first!.unitId, hazardId: first!.hazardId } })
      expect(held.body.actions.find(({ action }) => action === 'review')?.refusal).toBeNull()
    }
  })
})

describe('the same seed and day', () => {
  it('tell the same, another day another', async () => {
    const fresh = await openTestHouse()
    const cast = await sampleCast(fresh.services)
    if (cast === null) throw new Error('a fresh house has a cast')
    const told = (now: Temporal.Instant): readonly string[] => {
      const services = { ...fresh.services, clock: () => now }
      const needs = { handlers: [], needs: {} as never, cast: openCast(cast), stock: {} as never, seed: sampleSeed }
      const open = openStage(services, needs)
      composeSample(open)
      return open.deeds.map(({ at, by }) => `${at.toString()} ${by.personId}`)
    }
    const [one, two] = [told(testNow), told(testNow)]
    expect(one.length).toBeGreaterThan(1500)
    expect(two).toEqual(one)
    expect(told(testNow.add({ hours: 24 }))).not.toEqual(one)
    await fresh.close()
  })

  it('can be told on any day of a year and at any hour: nothing lies ahead, everything has a way', async () => {
    const fresh = await openTestHouse()
    const cast = await sampleCast(fresh.services)
    if (cast === null) throw new Error('a fresh house has a cast')
    // Every weekday at every hour, and every season.
    for (let hours = 0; hours < 366 * 24; hours += 5 * 24 + 7) {
      const now = testNow.add({ hours })
      const services = { ...fresh.services, clock: () => now }
      const open = openStage(services, { handlers: [], needs: {} as never, cast: openCast(cast), stock: {} as never, seed: sampleSeed })
      composeSample(open)
      expect(open.deeds.filter(({ at }) => Temporal.Instant.compare(at, now) > 0)).toEqual([])
    }
    await fresh.close()
  })
})

describe('a first start that is killed', () => {
  it(
    'in the midst of the history leaves none of it, and the next start writes all',
    async () => {
      const mortal = await openTestHouse()
      // Another day than the other tests', late in the year after the flood season of the year before.
      const now = '2027-10-29T05:00:00Z'
      mortal.setClock(now)
      const rows = openTestStage(mortal)
      const folder = await mkdtemp(join(tmpdir(), 'anlan-mortal-'))
      const url = mortal.services.database.pool.options.connectionString
      const argument = JSON.stringify({ url, folder, now })
      const child = spawn(process.execPath, [join(import.meta.dirname, '../../../../main/testing/mortalSample.ts'), argument], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let killed = false
      for await (const line of createInterface({ input: child.stdout })) if (line === 'in the midst') killed = child.kill('SIGKILL')
      expect(killed).toBe(true)
      expect(await rows.rows('select from hazards.unit')).toEqual([])
      expect(await rows.rows(`select from audit.entry where action like 'hazard.%'`)).toEqual([])
      await mortal.house.furnish(mortal.services, { sample: true, history: true, keep: async () => {} })
      const [found] = await rows.rows<{ total: number }>('select count(*)::int as total from hazards.hazard')
      expect(found?.total).toBeGreaterThan(150)
      expect((await verifyAudit(mortal.services)).brokenAt).toBeNull()
      await mortal.close()
      await rm(folder, { recursive: true, force: true })
    },
    patience,
  )
})
