import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LedgerKind, RowOutcome } from '../../../../platform/ledger.ts'
import { sm3Hex } from '../../../../platform/secrets/sm.ts'
import { countsOfUnitChecked, countsOfVisit, type Delta } from '../../rules/figures.ts'
import { visitColumns } from '../../rules/ledger/visitColumns.ts'
import { readVisitRow, type VisitEntry } from '../../rules/ledger/visitRow.ts'
import { writeDeltas } from '../figureStore.ts'
import { recordIdOf } from '../hazardRow.ts'
import { insertRows } from './bulk.ts'
import { keepRows } from './ledgerRows.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { withoutOwnVisits } from './ownRecords.ts'
import { importerOf, refused, refusedFor, rowFactsOf } from './outcomes.ts'
import { rowsToKeep, settle, tellingNumber, type Ready } from './settle.ts'
import { tellTaken } from './tellTaken.ts'
import type { LedgerUnit } from './unitLookup.ts'
import { unitsOfRows, unknownUnitChoice } from './unitOrRegister.ts'
import { registerUnits } from './unitRegister.ts'

/** Under which key a visit is found again: the ledger's number, else its day, by whom, and what is written of it. */
const keyOf = ({ on, how, note, said }: VisitEntry): string => {
  const number = tellingNumber(said.number)
  if (number !== null) return `visit/no/${number}`
  return `visit/${sm3Hex(JSON.stringify([on, how, said.by, said.department, note]))}`
}

type Fresh = Ready<VisitEntry>

const standingOf = ({ region_code, industry_code }: LedgerUnit) => ({
  regionCode: region_code,
  industryCode: industry_code,
  campaignId: null,
  registered: false,
})

/** Marks units as checked in their months; the marks that come to be are counted, those that were there are not. */
const markMonths = async (tx: Tx, fresh: readonly Fresh[]): Promise<readonly Delta[]> => {
  // A unit's own self-check is no department's coverage.
  const seen = fresh.filter(({ entry: { result, how } }) => result === 'checked' && how !== 'selfCheck')
  const marks = new Map(seen.map(({ unit, entry }) => [`${unit.unit_id}/${entry.on.slice(0, 7)}`, { unit, month: entry.on.slice(0, 7) }]))
  const asked = [...marks.values()].toSorted((one, other) =>
    one.unit.unit_id < other.unit.unit_id ? -1 : one.unit.unit_id > other.unit.unit_id ? 1 : one.month < other.month ? -1 : 1,
  )
  if (asked.length === 0) return []
  const { rows } = await sql<{ unitId: string; id: string }>`
    insert into hazards.unit_checked (unit_id, id, recorded_region, region_code, organisation_id, at)
    select made.unit_id, made.id, made.recorded_region, made.region_code, made.organisation_id, made.at
    from json_populate_recordset(null::hazards.unit_checked, ${JSON.stringify(
      asked.map(({ unit: { unit_id, recorded_region, region_code, organisation_id }, month }) => ({
        unit_id,
        id: `month/${month}`,
        recorded_region,
        region_code,
        organisation_id,
        at: tx.at,
      })),
    )}::json) as made
    on conflict (unit_id, id) do nothing returning unit_id as "unitId", id`.execute(tx.tables())
  return rows.flatMap(({ unitId, id }) => {
    const mark = marks.get(`${unitId}/${id.slice('month/'.length)}`)
    return mark === undefined ? [] : countsOfUnitChecked(mark.month, standingOf(mark.unit))
  })
}

/** Writes visits of a ledger, each on the record; a ledger tells the day and no hour, and nobody's position. */
const keepVisits = async (
  tx: Tx,
  { personId, postId, organisationId }: PersonActor,
  importId: string,
  fresh: readonly Fresh[],
  ids: readonly string[],
): Promise<readonly Delta[]> => {
  await insertRows(
    tx,
    'hazards.visit',
    fresh.map(({ unit, entry: { on, how, result, note, said }, row: { sheet, row, digest } }, index) => ({
      unit_id: unit.unit_id,
      id: ids[index],
      campaign_id: null,
      how,
      announced: false,
      result,
      on_day: on,
      note,
      lng: null,
      lat: null,
      accuracy_metres: null,
      no_position_reason: null,
      claimed_at: `${on}T00:00:00+08:00`,
      received_at: tx.at,
      answers: [],
      hazard_ids: [],
      digest,
      person_id: personId,
      post_id: postId,
      visitor_organisation_id: organisationId,
      recorded_region: unit.region_code,
      region_code: unit.region_code,
      organisation_id: unit.organisation_id,
      ledger: { importId, sheet, row, ...said },
    })),
  )
  fresh.forEach(({ unit, entry: { on, how, result }, row: { sheet, row } }, index) =>
    tx.audit({
      action: 'visit.enter',
      record: { kind: 'visit', id: recordIdOf({ unitId: unit.unit_id, id: ids[index] ?? '' }) },
      regionCode: unit.region_code,
      organisationId: unit.organisation_id,
      after: { on, how, result, importId, sheet, row },
    }),
  )
  return fresh.flatMap(({ unit, entry }) => countsOfVisit(entry, standingOf(unit)))
}

/** The ledger of visits (检查台账). */
export const visitLedger = (needs: LedgerNeeds): LedgerKind => ({
  kind: 'visit',
  title: { zh: '检查台账', en: 'Ledger of visits' },
  action: 'visit.enter',
  columns: visitColumns,
  choices: [unknownUnitChoice],
  take: async (tx, { importId, choices, dryRun, turn }, rows) => {
    const register = choices['unknownUnit'] === 'register'
    const importer = importerOf(tx, 'visit.enter', ...(register ? (['unit.add'] as const) : []))
    if (!importer.ok) return importer
    const facts = rowFactsOf(tx, needs)
    const outcomes: RowOutcome[] = []
    const read = (await withoutOwnVisits(tx, rows, outcomes)).flatMap(({ row, at }) => {
      const result = readVisitRow(row.values, facts)
      if (result.ok) return [{ at, row, entry: result.entry }]
      outcomes[at] = refused(...result.faults)
      return []
    })
    // Units of the batch before may be this one's.
    if (register) await turn?.()
    const { units, made } = await unitsOfRows(
      tx,
      needs,
      { register, dryRun },
      read.map(({ row, entry }) => ({ unit: entry.unit, values: row.values })),
    )
    const ready = read.flatMap(({ at, row, entry }, index): readonly Fresh[] => {
      const of = units[index]
      if (of === undefined) throw new RangeError('each row has a unit or its faults')
      if ('faults' in of) outcomes[at] = refused(...of.faults)
      else if (of.unit.closed_on !== null && entry.on > of.unit.closed_on)
        outcomes[at] = refusedFor('unitName', ['UNIT_CLOSED', { name: of.unit.name, closedOn: of.unit.closed_on, day: entry.on }])
      else return [{ at, row, entry, unit: of.unit, key: keyOf(entry), number: tellingNumber(entry.said.number) }]
      return []
    })
    await turn?.()
    const fresh = await settle(tx, { importId, recordKind: 'visit' }, ready, outcomes)
    const ids = fresh.map(() => randomUUIDv7())
    fresh.forEach(({ at, unit }, index) => {
      outcomes[at] = { kind: 'taken', recordKind: 'visit', recordId: recordIdOf({ unitId: unit.unit_id, id: ids[index] ?? '' }) }
    })
    if (dryRun || fresh.length === 0) return ok(outcomes)
    const needed = new Set(fresh.map(({ unit }) => unit.unit_id))
    const registered = await registerUnits(
      tx,
      made.filter(({ unit_id }) => needed.has(unit_id)),
      importId,
    )
    await keepRows(tx, rowsToKeep(importId, fresh, ids))
    const visited = await keepVisits(tx, importer.value, importId, fresh, ids)
    await writeDeltas(tx, [...registered, ...visited, ...(await markMonths(tx, fresh))])
    tellTaken(
      tx,
      { importId, kind: 'visit' },
      fresh.map(({ unit }) => unit.region_code),
    )
    return ok(outcomes)
  },
})
