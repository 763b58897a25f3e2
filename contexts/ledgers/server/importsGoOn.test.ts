import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { silentLog } from '../../../platform/log/log.ts'
import { runDueWork } from '../../../platform/work/worker.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import type { ImportView } from '../contract/importShapes.ts'
import { rowsPerBatch } from './importPass.ts'
import { csvOf, openImportStage, type ImportStage } from '../../../main/testing/importStage.ts'

let stage: ImportStage
let officer: Caller
beforeAll(async () => {
  stage = await openImportStage()
  officer = await stage.house.as('county.officer')
})
afterAll(() => stage.close())
const query = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await stage.house.services.database.pool.query<Row>(text, [...values])).rows
beforeEach(async () => {
  stage.kind.breakAfter = null
  stage.kind.during = async () => undefined
  stage.kind.batches = 0
  await query('truncate planted.record')
  await query('delete from ledgers.import')
  await query('delete from graphile_worker._private_jobs')
})

const rows = 3 * rowsPerBatch + 100
const bad = 7
const ledger = (name = '事') =>
  csvOf([['试验事项', '试验等级'], ...Array.from({ length: rows }, (_none, place) => [`${name}${place}`, place < bad ? '丙' : '甲'])])

/** A ledger that is checked and begun. */
const begun = async (caller = officer, file?: Buffer): Promise<ImportView> => {
  const sent = await stage.send(caller, file ?? (await ledger()))
  const params = { importId: sent.id }
  await caller.call(routes.checkImport, { params, body: { version: sent.version } })
  await stage.work(sent.id)
  const { version } = await stage.view(caller, sent.id)
  const answer = await caller.call(routes.beginTaking, { params, body: { version } })
  expect(answer.body.state).toBe('taking')
  return answer.body
}

const expectOnce = async (one: ImportView): Promise<void> => {
  expect(await stage.view(officer, one.id)).toMatchObject({
    state: 'done',
    take: { rows, taken: rows - bad, present: 0, refused: bad, skipped: 0 },
  })
  expect(await query('select count(*)::int as records, count(distinct row)::int as rows from planted.record')).toEqual([
    { records: rows - bad, rows: rows - bad },
  ])
  expect(await query(`select count(*)::int as refused from ledgers.import_row where pass = 'take'`)).toEqual([{ refused: bad }])
}

describe('an import that breaks off goes on at the next row, and no row is in twice', () => {
  it.each([0, 1, 2, 3])('inside a batch, after %i whole ones', async (whole) => {
    const one = await begun()
    stage.kind.breakAfter = whole
    await expect(stage.work(one.id)).rejects.toThrow('broken off inside a batch')
    expect(await stage.view(officer, one.id)).toMatchObject({ state: 'taking', rowsDone: whole * rowsPerBatch })
    expect(await stage.records()).toHaveLength(whole === 0 ? 0 : whole * rowsPerBatch - bad)
    stage.kind.breakAfter = null
    await stage.work(one.id)
    await expectOnce(one)
  })

  it('between batches, with two workers at it at once', async () => {
    const one = await begun()
    const ended = await Promise.allSettled([stage.work(one.id), stage.work(one.id), stage.work(one.id)])
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    await expectOnce(one)
  })

  it('when the worker is started anew, by the job that was left in the queue', async () => {
    const one = await begun()
    stage.kind.breakAfter = 2
    await expect(stage.work(one.id)).rejects.toThrow('broken off')
    stage.kind.breakAfter = null
    await runDueWork(stage.house.services, {
      listeners: [],
      jobs: stage.house.house.rooms.flatMap(({ jobs }) => jobs),
      log: silentLog(),
    })
    await expectOnce(one)
  })

  it('five times at one place it stops, says so, and goes on when its person asks', async () => {
    const one = await begun()
    stage.kind.breakAfter = 1
    for (let time = 1; time < 5; time += 1) await expect(stage.work(one.id)).rejects.toThrow('broken off')
    await stage.work(one.id)
    const stopped = await stage.view(officer, one.id)
    expect(stopped).toMatchObject({ state: 'stopped', stop: { code: 'FAULT' }, rowsDone: rowsPerBatch, may: ['goOn', 'cancel'] })
    stage.kind.breakAfter = null
    await officer.call(routes.goOnImport, { params: { importId: one.id } })
    await stage.work(one.id)
    await expectOnce(one)
  })
})

describe('its person', () => {
  it('pauses in the midst and goes on at the next row', async () => {
    const one = await begun()
    const params = { importId: one.id }
    let batches = 0
    stage.kind.during = async () => {
      batches += 1
      // Asked while a batch is being taken in: it is answered when the batch stands.
      if (batches === 2) void officer.call(routes.pauseImport, { params })
    }
    await stage.work(one.id)
    let paused = await stage.view(officer, one.id)
    for (let tries = 0; paused.state !== 'paused' && tries < 50; tries += 1) paused = await stage.view(officer, one.id)
    expect(paused).toMatchObject({ state: 'paused', may: ['goOn', 'cancel'] })
    expect(paused.rowsDone % rowsPerBatch).toBe(0)
    expect(paused.rowsDone).toBeLessThan(rows)
    stage.kind.during = async () => undefined
    await officer.call(routes.goOnImport, { params })
    await stage.work(one.id)
    await expectOnce(one)
  })

  it('cancels in the midst: what is in stays, and the rows sent back can be had', async () => {
    const one = await begun()
    stage.kind.breakAfter = 1
    await expect(stage.work(one.id)).rejects.toThrow('broken off')
    const params = { importId: one.id }
    const cancelled = await officer.call(routes.cancelImport, { params })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', take: { taken: rowsPerBatch - bad, refused: bad }, may: [] })
    stage.kind.breakAfter = null
    await stage.work(one.id)
    expect(await stage.records()).toHaveLength(rowsPerBatch - bad)
    expect((await officer.call(routes.returnedRows, { params })).status).toBe(200)
    expect((await officer.call(routes.goOnImport, { params })).body.refusal?.code).toBe('IMPORT_STATE_WRONG')
  })

  it('cancels before anything is in, and the file is taken away', async () => {
    const sent = await stage.send(officer, await ledger())
    await officer.call(routes.cancelImport, { params: { importId: sent.id } })
    await stage.work(sent.id, 'purgeImports')
    expect(await stage.view(officer, sent.id)).toMatchObject({ state: 'cancelled', name: null })
  })

  it('whose post ended, or may no more, imports nothing more; and goes on when it may again', async () => {
    const one = await begun()
    const [post] = await query<{ id: string; roles: string[] }>(
      `select p.id, p.roles from identity.post p join identity.account a on a.person_id = p.person_id where a.login = 'county.officer'`,
    )
    await query(`update identity.post set roles = '{dispatcher}' where id = $1`, [post!.id])
    await stage.work(one.id)
    await query(`update identity.post set roles = $2 where id = $1`, [post!.id, post!.roles])
    const lost = await stage.view(officer, one.id)
    expect(lost).toMatchObject({ state: 'stopped', stop: { code: 'ACTION_LOST' }, rowsDone: 0 })
    expect(lost.stop!.sentence.zh).toContain('无权')
    await officer.call(routes.goOnImport, { params: { importId: one.id } })
    await query(`update identity.post set ends_on = '2026-11-01' where id = $1`, [post!.id])
    await stage.work(one.id)
    await query(`update identity.post set ends_on = null where id = $1`, [post!.id])
    expect(await stage.view(officer, one.id)).toMatchObject({ state: 'stopped', stop: { code: 'POST_ENDED' } })
    expect(await stage.records()).toEqual([])
    await officer.call(routes.goOnImport, { params: { importId: one.id } })
    await stage.work(one.id)
    await expectOnce(one)
  })

  it('has two running at most in his organisation', async () => {
    await begun(officer, await ledger('甲'))
    const second = await begun(officer, await ledger('乙'))
    const third = await stage.send(officer, await ledger('丙'))
    const params = { importId: third.id }
    const refused = await officer.call(routes.checkImport, { params, body: { version: third.version } })
    expect(refused.body.refusal).toMatchObject({ code: 'IMPORT_LIMIT_REACHED', facts: { running: 2, limit: 2 } })
    await officer.call(routes.pauseImport, { params: { importId: second.id } })
    expect((await officer.call(routes.checkImport, { params, body: { version: third.version } })).status).toBe(200)
  })

  it('finds it again in the list, and so does whoever has it in scope, without touching it', async () => {
    const one = await begun()
    const mine = await officer.call(routes.imports, { query: { mine: 'true', state: 'open' } })
    expect(mine.body.rows).toMatchObject([{ id: one.id, state: 'taking', mine: true, totalRows: rows, counts: { taken: 0 } }])
    const leader = await stage.house.as('county.leader')
    const seen = await leader.call(routes.imports, {})
    expect(seen.body.rows).toMatchObject([{ id: one.id, mine: false, by: { name: expect.any(String) } }])
    expect(await stage.view(leader, one.id)).toMatchObject({ may: [] })
  })
})

describe('while it runs', () => {
  it('open screens are told where it stands, about once a second and at its end', async () => {
    const one = await begun()
    await query('delete from work.event')
    await stage.work(one.id)
    const told = await query<{ payload: { state: string; rows: number } }>(
      `select payload from work.event where type = 'ledgers.importAdvanced' and record_id = $1 order by id`,
      [one.id],
    )
    expect(told.length).toBeLessThanOrEqual(1 + Math.ceil(rows / rowsPerBatch))
    expect(told.at(-1)!.payload).toMatchObject({ state: 'done', rows })
  })

  it('not more than two in the whole product; the next waits', async () => {
    const one = await begun()
    await query(
      `insert into ledgers.import (id, person_id, post_id, session_id, organisation_id, recorded_region, region_code, size_bytes, state, made_at, changed_at, keep_until, lease_until)
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '330109', '330109', 1, 'taking', now(), now(), '2027-01-01', '2026-12-01'
       from generate_series(1, 2)`,
    )
    await stage.work(one.id)
    expect(await stage.view(officer, one.id)).toMatchObject({ state: 'taking', rowsDone: 0 })
    await query(`update ledgers.import set lease_until = null`)
    await stage.work(one.id)
    await expectOnce(one)
  })
})

describe('at the end of its time', () => {
  it('the file and the rows sent back are gone; what was done and counted stays', async () => {
    const one = await begun()
    await stage.work(one.id)
    const { ledgersFolder } = stage.house
    expect(existsSync(`${ledgersFolder}/imports/${one.id}/ledger`)).toBe(true)
    stage.house.setClock('2027-02-21T02:00:00Z')
    await stage.work(one.id, 'purgeImports')
    expect((await query('select from ledgers.import_row')).length).toBeGreaterThan(0)
    stage.house.setClock('2027-02-22T02:00:01Z')
    await stage.work(one.id, 'purgeImports')
    stage.house.setClock('2026-11-24T02:00:00Z')
    expect(existsSync(`${ledgersFolder}/imports/${one.id}`)).toBe(false)
    expect(await query('select from ledgers.import_row')).toEqual([])
    const gone = await stage.view(officer, one.id)
    expect(gone).toMatchObject({ state: 'done', name: null, take: { taken: rows - bad, refused: bad }, fileDigest: expect.any(String) })
    expect(gone.purgedAt).not.toBeNull()
    for (const answer of [
      await officer.call(routes.returnedRows, { params: { importId: one.id } }),
      await officer.call(routes.sheetStart, { params: { importId: one.id, sheet: 0 } }),
    ])
      expect(answer.body).toMatchObject({ refusal: { code: 'IMPORT_FILE_GONE' } })
  })

  it('an upload that nobody ended goes after a week', async () => {
    const { body } = await officer.call(routes.beginImport, { body: { name: 'a.csv', sizeBytes: 1000 } })
    stage.house.setClock('2026-12-01T02:00:01Z')
    await stage.work(body.id, 'purgeImports')
    stage.house.setClock('2026-11-24T02:00:00Z')
    expect(await stage.view(officer, body.id)).toMatchObject({ state: 'cancelled', name: null })
  })
})
