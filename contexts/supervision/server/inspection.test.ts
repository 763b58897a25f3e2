import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes as desk } from '../../desk/contract/index.ts'
import { routes as hazards } from '../../hazards/contract/index.ts'
import type { Hazard } from '../../hazards/rules/hazard.ts'
import { routes } from '../contract/index.ts'

let house: TestHazards
let cast: Cast
let cityLeader: PersonActor
const callers = new Map<string, Caller>()
const logins = [
  'county.officer',
  'county.leader',
  'county.inspector',
  'city.officer',
  'city.leader',
  'province.leader',
  'plant.safety',
] as const

beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
  cityLeader = await house.actor('city.leader')
  for (const login of logins) callers.set(login, await house.as(login))
})
afterAll(() => house.close())

const as = (login: (typeof logins)[number]): Caller => callers.get(login)!

let trades = 100
/** Hazards at a unit of their own that the county's inspector reviewed and the county's officer closed. */
const closedByCounty = async (count: number): Promise<{ readonly hazards: readonly Hazard[]; readonly trade: string }> => {
  trades += 1
  const trade = `C9${trades}`
  const unit = await house.unit({ regionCode: '330114001', organisationId: cast.safety.organisationId, industryCode: trade })
  const deeds = deedsOf(house)
  const closed: Hazard[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const found = await foundAt(house, unit, cast.leader)
    closed.push(
      await did(
        house,
        found,
        [cast.officer, deeds.general],
        [cast.officer, deeds.order(cast.worker)],
        [cast.worker, deeds.start],
        [cast.worker, await deeds.selfCheck(cast.worker)],
        [cast.inspector, await deeds.pass(cast.inspector)],
        [cast.inspector, deeds.close],
      ),
    )
  }
  return { hazards: closed, trade }
}

const order = (trade: string, more: Record<string, unknown> = {}) => ({
  name: '试验抽取',
  regionCode: '330114',
  from: '2026-11-01',
  to: '2026-11-30',
  level: null,
  industry: trade,
  strata: 'none' as const,
  wanted: { kind: 'count' as const, count: 3 },
  ...more,
})

const drawn = async (count: number, wanted = count) => {
  const { hazards: closed, trade } = await closedByCounty(count)
  const { status, body } = await as('city.officer').call(routes.makeDraw, {
    body: order(trade, { wanted: { kind: 'count', count: wanted } }),
  })
  expect([status, body.refusal?.code]).toEqual([201, undefined])
  return { draw: body, closed, trade }
}

/** A recheck given to the city's officer. */
const assigned = async () => {
  const { draw, closed } = await drawn(1)
  const [recheck] = draw.rechecks
  const { body } = await as('city.leader').call(routes.assignRechecks, {
    params: { drawId: draw.id },
    body: { personId: (await house.actor('city.officer')).personId, recheckIds: [recheck!.recheckId] },
  })
  return { draw: body, key: { unitId: recheck!.unitId, recheckId: recheck!.recheckId }, hazard: closed[0]! }
}

const there = { lng: 120.5, lat: 30.3, accuracyMetres: 8 }

const finding = async (
  key: { unitId: string; recheckId: string },
  more: Record<string, unknown> = {},
  login: (typeof logins)[number] = 'city.officer',
) =>
  as(login).call(routes.recordFinding, {
    params: key,
    body: {
      finding: 'false',
      note: '报警器仍无显示，现场为旧件',
      evidenceIds: [await house.photo(await house.actor(login))],
      position: there,
      claimedAt: '2026-11-24T02:00:00Z',
      ...more,
    },
  })

const code = ({ status, body }: { status: number; body: { refusal?: { code: string } } }): string =>
  `${status} ${body.refusal?.code ?? ''}`.trim()

describe('抽取: a draw', () => {
  it('freezes its frame, makes its seed of the audit record, and anybody who sees it draws again to the same', async () => {
    const { draw } = await drawn(4, 2)
    expect(draw).toMatchObject({ frameSize: 4, drawn: 2, settled: 0, cancelledAt: null, madeByName: expect.any(String) })
    expect(draw.rechecks).toHaveLength(2)
    expect(draw.seed).toMatch(/^[0-9a-f]{64}$/)
    for (const login of ['city.leader', 'province.leader'] as const) {
      const { body } = await as(login).call(routes.verifyDraw, { params: { drawId: draw.id } })
      expect(body).toMatchObject({ frameSame: true, seedSame: true, head: 'same', drawnSame: true, drawn: 2 })
      expect(body.frame.split('\n')).toHaveLength(5)
    }
  })

  it('a frame that was changed afterwards is found out', async () => {
    const { draw } = await drawn(2, 1)
    await house.services.database.pool.query(`update supervision.draw_frame set lines = lines || 'x' where draw_id = $1`, [draw.id])
    const { body } = await as('city.leader').call(routes.verifyDraw, { params: { drawId: draw.id } })
    expect(body).toMatchObject({ frameSame: false })
  })

  it('a seed that was chosen is found out', async () => {
    const { draw } = await drawn(2, 1)
    await house.services.database.pool.query(`update supervision.draw set seed = 'chosen' where id = $1`, [draw.id])
    expect((await as('city.leader').call(routes.verifyDraw, { params: { drawId: draw.id } })).body).toMatchObject({ seedSame: false })
  })

  it('takes what was closed below the drawer’s tier: a county draws nothing of what it closed itself', async () => {
    const { trade } = await closedByCounty(1)
    const shown = await as('county.leader').call(routes.drawFrame, {
      query: { regionCode: '330114', from: '2026-11-01', to: '2026-11-30', industry: trade, count: 1 },
    })
    expect(shown.body).toMatchObject({ size: 0, drawn: 0, closedByOthers: 1 })
    expect(code(await as('county.leader').call(routes.makeDraw, { body: order(trade) }))).toBe('422 DRAW_FRAME_EMPTY')
  })

  it('takes nothing that is under a recheck, and says what was drawn over the same place and time before', async () => {
    const { trade, draw } = await drawn(2, 1)
    const { body } = await as('city.officer').call(routes.drawFrame, {
      query: { regionCode: '330114', from: '2026-11-01', to: '2026-11-30', industry: trade, count: 5 },
    })
    expect(body).toMatchObject({ size: 1, drawn: 1, closedByOthers: 1 })
    expect(body.earlier.map(({ id }) => id)).toContain(draw.id)
  })

  it('is cancelled with a reason, once, and stays; not once something is found', async () => {
    const { draw } = await drawn(1)
    const cancel = (drawId: string) => as('city.leader').call(routes.cancelDraw, { params: { drawId }, body: { reason: '时段录错' } })
    expect((await cancel(draw.id)).body).toMatchObject({ cancelReason: '时段录错', cancelledByName: expect.stringMatching(/./) })
    expect(code(await cancel(draw.id))).toBe('409 DRAW_CANCELLED')
    const { draw: other, key } = await assigned()
    await finding(key)
    expect(code(await cancel(other.id))).toBe('409 DRAW_DONE')
  })

  it('whose days are the wrong way round is refused', async () => {
    expect(code(await as('city.officer').call(routes.makeDraw, { body: order('C26', { from: '2026-12-01' }) }))).toBe(
      '422 DRAW_PERIOD_WRONG',
    )
  })

  it('names who can be sent: of the drawing tier, with how many each may not do', async () => {
    const { draw } = await drawn(1)
    const { body } = await as('city.officer').call(routes.recheckers, { params: { drawId: draw.id } })
    expect(body.rows.map(({ personId }) => personId)).toContain(cityLeader.personId)
    expect(body.rows.every(({ tier }) => tier === 'city' || tier === 'province')).toBe(true)
    const given = await as('city.officer').call(routes.assignRechecks, {
      params: { drawId: draw.id },
      body: { personId: cast.inspector.personId, recheckIds: draw.rechecks.map(({ recheckId }) => recheckId) },
    })
    expect(code(given)).toBe('422 RECHECK_PERSON_UNSUITED')
  })
})

describe('四不两直: nobody below knows before it is settled', () => {
  const seesAny = async (login: (typeof logins)[number], key: { unitId: string; recheckId: string }, drawId: string) => {
    const rechecks = await as(login).call(routes.rechecks, { query: { unitId: key.unitId } })
    const one = await as(login).call(routes.recheck, { params: key })
    const draw = await as(login).call(routes.draw, { params: { drawId } })
    return [rechecks.body.total ?? 0, one.status, draw.status]
  }

  it('neither the unit, nor who reviewed and closed, nor their county sees the draw, the recheck or the photo; afterwards the county does', async () => {
    const { key, draw } = await assigned()
    expect(await seesAny('county.inspector', key, draw.id)).toEqual([0, 404, 403])
    expect(await seesAny('county.leader', key, draw.id)).toEqual([0, 404, 404])
    expect(await seesAny('plant.safety', key, draw.id)).toEqual([0, 403, 403])
    expect(await seesAny('province.leader', key, draw.id)).toEqual([1, 200, 200])
    await finding(key)
    expect(await seesAny('county.leader', key, draw.id)).toEqual([0, 404, 404])
    const photos = await house.services.database.pool.query(
      `select region_code from evidence.item where record_kind = 'recheck' and record_id = $1`,
      [`${key.unitId}.${key.recheckId}`],
    )
    expect(photos.rows).toEqual([{ region_code: '330100' }])
    expect(code(await as('city.leader').call(routes.confirmRecheck, { params: key, body: { agree: true } }))).toBe('200')
    expect(await seesAny('county.leader', key, draw.id)).toEqual([1, 200, 200])
    expect(await seesAny('county.inspector', key, draw.id)).toEqual([1, 200, 403])
  })

  it('the database itself hides an open recheck, whoever asks how', async () => {
    const { key } = await assigned()
    const ask = (actor: PersonActor): Promise<number> =>
      house.done(actor, async (tx) => {
        const rows = await tx
          .tables<{ 'supervision.recheck': { id: string } }>()
          .selectFrom('supervision.recheck')
          .select('id')
          .where('id', '=', key.recheckId)
          .execute()
        return { ok: true, value: rows.length }
      })
    expect([await ask(cast.inspector), await ask(cast.leader), await ask(cast.safety), await ask(cityLeader)]).toEqual([0, 0, 0, 1])
    // Even of the drawing tier, whoever had a part in the hazard sees nothing.
    expect(await ask({ ...cityLeader, personId: cast.inspector.personId })).toBe(0)
  })

  it('the desk tells the rechecker, and the leader who is to confirm; nobody else', async () => {
    const { key } = await assigned()
    const owed = async (login: (typeof logins)[number]): Promise<readonly string[]> =>
      (await as(login).call(desk.desk)).body.owed
        .filter(({ recordId }) => recordId === `${key.unitId}.${key.recheckId}`)
        .map(({ kind }) => kind)
    expect([await owed('city.officer'), await owed('city.leader'), await owed('county.leader')]).toEqual([['recheck'], [], []])
    await finding(key)
    expect([await owed('city.officer'), await owed('city.leader'), await owed('county.leader')]).toEqual([[], ['confirmFalse'], []])
  })
})

describe('复核: what was found', () => {
  it('a false closure waits for a second person, and then the hazard is open again and counts against who closed it', async () => {
    const { key, hazard } = await assigned()
    expect((await finding(key)).body).toMatchObject({
      state: 'unconfirmed',
      distanceMetres: 0,
      may: { confirm: { code: 'RECHECK_SECOND_PERSON' } },
    })
    const before = await as('city.officer').call(hazards.hazard, { params: { unitId: hazard.unitId, hazardId: hazard.id } })
    expect(before.body.hazard.state).toBe('closed')
    expect(code(await as('city.officer').call(routes.confirmRecheck, { params: key, body: { agree: true } }))).toBe(
      '403 RECHECK_SECOND_PERSON',
    )
    const confirmed = await as('city.leader').call(routes.confirmRecheck, { params: key, body: { agree: true, note: '' } })
    expect(confirmed.body).toMatchObject({ state: 'settled', outcome: 'false' })
    const { body } = await as('plant.safety').call(hazards.hazard, { params: { unitId: hazard.unitId, hazardId: hazard.id } })
    expect(body).toMatchObject({
      line: { state: 'rectifying', round: 2, falselyClosed: true },
      owed: [{ kind: 'rectify', personId: cast.worker.personId }],
      hazard: { falselyClosed: [{ recheckId: key.recheckId, closedBy: { personId: cast.inspector.personId } }] },
    })
    expect(body.history.at(-1)).toMatchObject({ kind: 'reopened', reason: '报警器仍无显示，现场为旧件' })
    const closers = await as('county.leader').call(routes.closers, {})
    expect(closers.body.rows.find(({ personId }) => personId === cast.inspector.personId)).toMatchObject({
      falseClosures: expect.any(Number),
    })
    const listed = await as('city.leader').call(hazards.hazards, { query: { falselyClosed: 'true', unitId: hazard.unitId } })
    expect(listed.body.total).toBe(1)
    const figure = await as('county.leader').call(hazards.figures, { query: { figures: 'falselyClosed', region: '330114' } })
    const all = await as('county.leader').call(hazards.hazards, { query: { falselyClosed: 'true', region: '330114' } })
    expect(figure.body.rows.reduce((sum, { total }) => sum + total, 0)).toBe(all.body.total)
  })

  it('not agreed to, the hazard stays closed', async () => {
    const { key, hazard } = await assigned()
    await finding(key)
    expect(code(await as('city.leader').call(routes.confirmRecheck, { params: key, body: { agree: false } }))).toBe(
      '422 RECHECK_NOTE_MISSING',
    )
    const { body } = await as('city.leader').call(routes.confirmRecheck, { params: key, body: { agree: false, note: '照片是隔壁一台' } })
    expect(body).toMatchObject({ state: 'settled', outcome: 'notConfirmed' })
    const held = await as('city.leader').call(hazards.hazard, { params: { unitId: hazard.unitId, hazardId: hazard.id } })
    expect(held.body.line).toMatchObject({ state: 'closed', falselyClosed: false })
  })

  it.each([
    ['truly closed', { finding: 'true', note: '' }, 'true'],
    ['come back since', { finding: 'cameBack', note: '新换的又坏了' }, 'cameBack'],
    ['nothing to judge', { finding: 'unjudged', note: '已停产搬离', evidenceIds: [] }, 'unjudged'],
  ])('%s is settled by the rechecker alone', async (_title, seen, outcome) => {
    const { key, draw } = await assigned()
    expect((await finding(key, seen)).body).toMatchObject({ state: 'settled', outcome })
    const { body } = await as('city.officer').call(routes.draw, { params: { drawId: draw.id } })
    expect(body.doneAt).not.toBeNull()
  })

  it('from elsewhere, without position, by another: refused', async () => {
    const { key } = await assigned()
    expect(code(await finding(key, { position: { ...there, lat: 30.4 } }))).toBe('422 RECHECK_OFF_THE_SPOT')
    expect(code(await finding(key, { position: null }))).toBe('422 RECHECK_POSITION_MISSING')
    expect(code(await finding(key, { evidenceIds: [] }))).toBe('422 RECHECK_PHOTOS_MISSING')
    expect(code(await finding(key, {}, 'city.leader'))).toBe('403 RECHECK_NOT_YOURS')
    expect(code(await finding(key, { position: null, noPositionReason: '地下泵房无信号' }))).toBe('200')
  })
})

it('each number of the tally opens exactly the records it counts', async () => {
  const { rows } = await house.services.database.pool.query<{ figure: string; total: string }>(
    `select figure, sum(change)::int as total from supervision.tally where region_code like '330114%' and day = '2026-11-24' group by figure`,
  )
  const total = (figure: string): number => Number(rows.find((row) => row.figure === figure)?.total ?? 0)
  for (const counts of ['drawn', 'rechecked', 'falseClosures'] as const) {
    const { body } = await as('city.officer').call(routes.rechecks, {
      query: { counts, region: '330114', from: '2026-11-24', to: '2026-11-24' },
    })
    expect([counts, body.total]).toEqual([counts, total(counts)])
    expect(body.total).toBeGreaterThan(0)
  }
})
