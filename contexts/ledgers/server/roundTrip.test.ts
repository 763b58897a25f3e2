import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { openExportStage, sheetsIn, type ExportStage } from '../../../main/testing/exportStage.ts'
import { castOf, deedsOf, did, foundAt } from '../../../main/testing/hazardStory.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { LedgerKind, LedgerRow, RowOutcome } from '../../../platform/ledger.ts'
import { routes as hazards } from '../../hazards/contract/index.ts'

let stage: ExportStage
let inspector: Caller
let actor: PersonActor
beforeAll(async () => {
  stage = await openExportStage()
  inspector = await stage.house.as('county.inspector')
  const cast = await castOf(stage.house)
  actor = cast.officer
  const deeds = deedsOf(stage.house)
  const plant = await stage.house.unit({
    regionCode: cast.principal.regionCode,
    organisationId: cast.principal.organisationId,
    name: '杭州试验往返化工厂',
  })
  const shop = await stage.house.unit({ regionCode: '330114001', organisationId: null, name: '钱塘试验往返商店' })
  await foundAt(stage.house, shop, cast.inspector)
  // One of each standing: found, ordered, closed.
  await did(
    stage.house,
    await foundAt(stage.house, plant, cast.inspector),
    [cast.inspector, deeds.general],
    [cast.inspector, deeds.order(cast.worker)],
  )
  await did(
    stage.house,
    await foundAt(stage.house, plant, cast.inspector),
    [cast.inspector, deeds.general],
    [cast.inspector, deeds.order(cast.worker)],
    [cast.worker, deeds.start],
    [cast.worker, await deeds.selfCheck(cast.worker)],
    [cast.officer, await deeds.pass(cast.officer)],
    [cast.officer, deeds.close],
  )
  // Registered as a person would: the units above stand on the register without the keys by which doubles are found.
  for (const [place, name] of ['杭州试验往来涂料厂', '钱塘试验往来超市'].entries()) {
    const added = await (
      await stage.house.as('county.officer')
    ).call(hazards.addUnit, {
      body: {
        kind: place === 0 ? 'enterprise' : 'place',
        name,
        regionCode: '330114001',
        industryCode: place === 0 ? 'C2641' : 'F5212',
        riskColour: 'yellow',
      } as never,
    })
    if (added.status !== 201) throw new Error(JSON.stringify(added.body))
  }
  const visited = await inspector.call(hazards.recordVisit, {
    params: { unitId: plant.unitId },
    body: {
      visitId: crypto.randomUUID(),
      how: 'departmentCheck',
      announced: false,
      result: 'notAdmitted',
      note: '大门上锁，无人应答',
      position: null,
      noPositionReason: '室内无信号',
      claimedAt: '2026-11-24T01:00:00Z',
    } as never,
  })
  if (visited.status !== 201) throw new Error(JSON.stringify(visited.body))
})
afterAll(() => stage.close())

const kindOf = (kind: string): LedgerKind =>
  stage.house.house.rooms.flatMap(({ ledgers }) => ledgers ?? []).find((each) => each.kind === kind)!

/** The rows of a file under the columns of a kind, matched by the heads alone. */
const rowsFor = async (kind: LedgerKind, bytes: Buffer, language: 'zh' | 'en'): Promise<readonly LedgerRow[]> => {
  const [[head = [], ...rows] = []] = await sheetsIn(bytes)
  const keys = head.map((name) => kind.columns.find(({ label }) => label[language] === name)?.key ?? null)
  return rows.map((row, place) => ({
    sheet: 0,
    row: place + 2,
    digest: String(place).padStart(64, '0'),
    values: Object.fromEntries(row.flatMap((text, column) => (keys[column] && text !== null ? [[keys[column], { text }]] : []))),
  }))
}

describe.each(['zh', 'en'] as const)('what went out comes in again as what is on record already (%s)', (language) => {
  it.each([
    ['hazards.hazards', 'hazard', 3],
    ['hazards.visits', 'visit', 1],
    ['hazards.units', 'unit', 2],
  ])('%s', async (list, kindName, least) => {
    const officer = await stage.house.as('county.officer')
    for (const format of ['xlsx', 'csv'] as const) {
      const { bytes } = await stage.exported(officer, {
        list,
        format,
        language,
        query: { find: list === 'hazards.units' ? '试验往来' : '' },
      })
      const kind = kindOf(kindName)
      const rows = await rowsFor(kind, bytes, language)
      expect(rows.length).toBeGreaterThanOrEqual(least)
      const taken = await transact(stage.house.services, { actor }, async (tx) => {
        const outcomes = await kind.take(tx, { importId: crypto.randomUUID(), choices: {}, dryRun: false }, rows)
        return outcomes.ok ? ok<readonly RowOutcome[]>(outcomes.value) : outcomes
      })
      expect(taken.ok && taken.value.map((outcome) => (outcome.kind === 'refused' ? outcome.faults : outcome.kind))).toEqual(
        rows.map(() => 'present'),
      )
    }
  })
})
