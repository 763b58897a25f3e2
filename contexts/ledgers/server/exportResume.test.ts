import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import { countingList, openExportStage, sheetsIn, turnsOf, type ExportStage } from '../../../main/testing/exportStage.ts'

let stage: ExportStage
let officer: PersonActor
beforeAll(async () => {
  stage = await openExportStage()
  officer = await stage.house.actor('county.officer')
})
afterAll(() => stage.close())

/** Three parts: a part ends after 50,000 rows. */
const total = 120_000

const folderOf = (exportId: string): string => join(stage.folder, 'exports', exportId)

/** Lets a worker write until it stands in the midst, and kills it there. */
const killedAt = async (exportId: string, diesAt: number | 'joining'): Promise<void> => {
  const url = stage.house.services.database.pool.options.connectionString
  const argument = { url, folder: stage.folder, exportId, total, now: testNow.toString(), diesAt }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../main/testing/mortalExporter.ts'), JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let said = ''
  for await (const piece of child.stdout) {
    said += String(piece)
    if (said.includes('in the midst')) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
}

const toItsEnd = async (exportId: string): Promise<{ pages: readonly number[]; bytes: Buffer }> => {
  const pages: number[] = []
  const turn = turnsOf(
    stage.folder,
    countingList(total, async (from) => void pages.push(from)),
  )
  while ((await stage.row(officer, exportId)).ended_at === null) await turn(stage.house.services, exportId)
  const row = await stage.row(officer, exportId)
  expect(row).toMatchObject({ state: 'ready', rows_done: total })
  // Nothing of the way there is left.
  expect(await readdir(folderOf(exportId))).toEqual([`file-${row.sha256}`])
  const bytes = await readFile(join(folderOf(exportId), `file-${row.sha256}`))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256)
  expect(createHash('sm3').update(bytes).digest('hex')).toBe(row.sm3)
  return { pages, bytes }
}

describe('an export whose worker was killed', () => {
  let whole: Buffer
  beforeAll(async () => {
    whole = (await toItsEnd(await stage.planted(officer, 'xlsx'))).bytes
  })

  it('is compared with one that nobody disturbed', async () => {
    const [[head, first, ...others] = []] = await sheetsIn(whole)
    expect([head, first, others.length, others.at(-1)]).toEqual([
      ['数', '文'],
      ['0', '=第 0 行'],
      total - 1,
      [String(total - 1), `=第 ${total - 1} 行`],
    ])
  })

  it.each([
    ['within its first part', 30_000, 0, 0],
    ['within a later part', 70_000, 1, 50_000],
    ['where a part begins', 100_000, 2, 100_000],
  ])('%s goes on with the part, and the file is the same', async (_title, diesAt, parts, goesOnAt) => {
    const exportId = await stage.planted(officer, 'xlsx')
    await killedAt(exportId, diesAt)
    const row = await stage.row(officer, exportId)
    // A slow machine may end a part before it is full; never is more lost than the part under way.
    expect(row.parts).toBeGreaterThanOrEqual(parts)
    expect(row.rows_done).toBeGreaterThanOrEqual(goesOnAt)
    const { pages, bytes } = await toItsEnd(exportId)
    expect(pages[0]).toBe(row.rows_done)
    expect(bytes.equals(whole)).toBe(true)
  })

  it('between the file and its record joins the parts once more', async () => {
    const exportId = await stage.planted(officer, 'xlsx')
    await killedAt(exportId, 'joining')
    expect(await stage.row(officer, exportId)).toMatchObject({ state: 'joining', rows_done: total, sha256: null })
    expect((await readdir(folderOf(exportId))).filter((name) => name.startsWith('file-'))).toHaveLength(1)
    const { pages, bytes } = await toItsEnd(exportId)
    expect(pages).toEqual([])
    expect(bytes.equals(whole)).toBe(true)
  })
})

it('two workers at one export write it once', async () => {
  const exportId = await stage.planted(officer, 'csv')
  const turn = turnsOf(stage.folder, countingList(total))
  while ((await stage.row(officer, exportId)).ended_at === null)
    await Promise.all([turn(stage.house.services, exportId), turn(stage.house.services, exportId)])
  const { bytes } = await toItsEnd(exportId)
  const lines = bytes.toString().trimEnd().split('\r\n')
  expect([lines.length, new Set(lines).size]).toEqual([total + 1, total + 1])
})
