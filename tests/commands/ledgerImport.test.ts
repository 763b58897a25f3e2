import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { routes } from '../../contexts/ledgers/contract/index.ts'
import type { RouteOutput } from '../../kernel/contract.ts'
import { writeHazardLedger, type BureauLedger } from '../../main/testing/bureau/hazards.ts'
import { bureauUnits, writeUnitRegister } from '../../main/testing/bureau/units.ts'
import { plantedCodes } from '../../main/testing/bureau/faults.ts'
import { killAllAnlan } from './anlan.ts'
import { openSite, type Site } from './site.ts'

type Import = RouteOutput<typeof routes.importRecord>

const login = 'county.officer'
const rows = 100_000
const county = '330114'
let site: Site
beforeAll(async () => {
  site = await openSite()
  await site.signIn(login)
})
afterAll(async () => {
  await killAllAnlan()
  await site.remove()
})

/** Looks at an import until it stands in one of the states, or until it is as far as asked. */
const until = async (importId: string, enough: (is: Import) => boolean): Promise<Import> => {
  for (;;) {
    const { status, body } = await site.client(login).call(routes.importRecord, { params: { importId } })
    expect(status).toBe(200)
    if (enough(body)) return body
    if (['unreadable', 'stopped', 'cancelled'].includes(body.state)) throw new Error(`${body.name}: ${body.state} ${body.stop?.code}`)
    await pause(100)
  }
}

/** Sends a file and goes as far as its check. */
const sendAndCheck = async (path: string): Promise<Import> => {
  const client = site.client(login)
  const bytes = await readFile(path)
  const { status, body: begun } = await client.call(routes.beginImport, { body: { name: basename(path), sizeBytes: bytes.length } })
  expect(status).toBe(201)
  const params = { importId: begun.id }
  for (let at = 0; at < bytes.length; at += begun.chunkLimitBytes) {
    const chunk = new Uint8Array(bytes.subarray(at, at + begun.chunkLimitBytes))
    expect((await client.sendChunk(routes.receiveLedger, { params }, at, chunk)).status).toBe(200)
  }
  const { version } = await until(begun.id, ({ state }) => state === 'waiting')
  expect((await client.call(routes.checkImport, { params, body: { version } })).status).toBe(200)
  return until(begun.id, ({ state }) => state === 'checked')
}

const begin = async ({ id, version }: Import): Promise<void> => {
  expect((await site.client(login).call(routes.beginTaking, { params: { importId: id }, body: { version } })).status).toBe(200)
}

const takeWhole = async (path: string): Promise<Import> => {
  const checked = await sendAndCheck(path)
  await begin(checked)
  return until(checked.id, ({ state }) => state === 'done')
}

/** Where each row that came back stood, with its faults. */
const sentBack = async (importId: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>()
  for (let after: string | undefined; ;) {
    const query = { outcome: 'refused' as const, limit: 200, ...(after === undefined ? {} : { after }) }
    const { body } = await site.client(login).call(routes.importRows, { params: { importId }, query: query as never })
    for (const { sheet, row, faults } of body.rows)
      found.set(
        `${sheet}.${row}`,
        faults.map(({ code }) => code),
      )
    if (body.next === null) return found
    after = body.next
  }
}

const expectPlanted = async (importId: string, { planted }: BureauLedger): Promise<void> => {
  const found = await sentBack(importId)
  const expected = new Set(planted.map(({ sheet, row }) => `${sheet}.${row}`))
  expect([...found].filter(([row]) => !expected.has(row))).toEqual([])
  expect([...expected].filter((row) => !found.has(row))).toEqual([])
  const otherwise = planted.filter(({ sheet, row, code }) => !found.get(`${sheet}.${row}`)!.includes(code))
  expect(otherwise.map(({ sheet, row, code }) => [sheet, row, code, found.get(`${sheet}.${row}`)])).toEqual([])
}

const hazardsOf = async (): Promise<number> =>
  (await site.client(login).call(hazards.hazardSummary, { query: { region: county } })).body.total

it('a ledger of 100,000 hazards comes in once: the planted rows come back, a power cut in the midst loses and doubles nothing', async () => {
  const units = bureauUnits(3_000, 'bureau')
  const register = join(site.folder, '监管对象台账.xlsx')
  await writeUnitRegister(register, units)
  expect((await takeWhole(register)).take).toMatchObject({ taken: 3_000, present: 0, refused: 0 })

  const before = await hazardsOf()
  const path = join(site.folder, '隐患排查治理台账.xlsx')
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString()
  const ledger = await writeHazardLedger(path, { units, rows, faultEvery: 100, seed: 'bureau', today })
  expect([ledger.rows, new Set(ledger.planted.map(({ code }) => code)).size]).toEqual([rows, plantedCodes.length])
  const refused = ledger.planted.length
  const good = rows - refused

  const checked = await sendAndCheck(path)
  expect(checked.check).toMatchObject({ taken: good, present: 0, refused })
  expect(await hazardsOf()).toBe(before)
  await begin(checked)
  await until(checked.id, ({ state, rowsDone }) => state === 'taking' && rowsDone > rows / 3)
  await site.powerCut()
  const done = await until(checked.id, ({ state }) => state === 'done')
  await expectPlanted(done.id, ledger)
  expect(done.take).toMatchObject({ taken: good, present: 0, refused })
  expect(await hazardsOf()).toBe(before + good)

  const again = await takeWhole(path)
  expect(again.sentBefore.map(({ importId }) => importId)).toContain(done.id)
  // Of rows that stood twice in the file each is on record by now.
  const repeated = ledger.planted.filter(({ code }) => code === 'ROW_REPEATED').length
  expect(again.take).toMatchObject({ taken: 0, present: good + repeated, refused: refused - repeated })
  expect(await hazardsOf()).toBe(before + good)

  const returned = join(site.folder, '退回.xlsx')
  await writeFile(returned, await site.client(login).download(routes.returnedRows, { params: { importId: done.id } }))
  const back = await sendAndCheck(returned)
  expect(back.check).toMatchObject({ taken: 0 })
  expect(back.check!.refused + back.check!.present).toBe(refused)

  await site.stop()
  for (const words of [
    ['figures', 'recompute'],
    ['audit', 'verify'],
  ]) {
    const { code, stderr } = await site.command(...words)
    expect([...words, code, stderr]).toEqual([...words, 0, ''])
  }
}, 900_000)
