import { ok } from '../../../../kernel/result.ts'
import type { LedgerKind, LedgerRow, RowOutcome } from '../../../../platform/ledger.ts'
import { duplicateKeys } from '../../rules/duplicates.ts'
import { unitColumns } from '../../rules/ledger/unitColumns.ts'
import { readUnitRow, type UnitEntry } from '../../rules/ledger/unitRow.ts'
import { writeDeltas } from '../figureStore.ts'
import { lockKeys } from '../unitStore.ts'
import { importerOf, refused, refusedFor, rowFactsOf } from './outcomes.ts'
import { tellTaken } from './tellTaken.ts'
import { isSameRow, keepRows, rowKeyOf, takenRows } from './ledgerRows.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { candidatesByKey, featuresOfEntry, newUnitRows, onRegister, registerUnits } from './unitRegister.ts'

type Read = { readonly at: number; readonly row: LedgerRow; readonly entry: UnitEntry; readonly keys: readonly string[] }

/** The register of units (监管对象台账). */
export const unitLedger = (needs: LedgerNeeds): LedgerKind => ({
  kind: 'unit',
  title: { zh: '检查对象台账', en: 'Register of units' },
  action: 'unit.add',
  columns: unitColumns,
  choices: [],
  take: async (tx, { importId, dryRun, turn }, rows) => {
    const importer = importerOf(tx, 'unit.add')
    if (!importer.ok) return importer
    const facts = rowFactsOf(tx, needs)
    const outcomes: RowOutcome[] = []
    const read: Read[] = []
    rows.forEach((row, at) => {
      const result = readUnitRow(row.values, facts)
      if (!result.ok) outcomes[at] = refused(...result.faults)
      else read.push({ at, row, entry: result.entry, keys: duplicateKeys(featuresOfEntry(result.entry)) })
    })
    const keys = read.flatMap((each) => each.keys)
    // Units that the batch before registered are candidates here.
    await turn?.()
    if (!dryRun) await lockKeys(tx, keys)
    const candidates = await candidatesByKey(tx, keys)
    const held = read.map(({ entry, keys: own }) =>
      onRegister(tx, entry, [...new Map(own.flatMap((key) => (candidates.get(key) ?? []).map((each) => [each.unitId, each]))).values()]),
    )
    const before = await takenRows(
      tx,
      held.flatMap((each) => (each !== null && 'unitId' in each ? [{ unitId: each.unitId, key: 'unit' }] : [])),
    )
    const fresh: Read[] = []
    // Units that earlier rows of this batch will register, as candidates for the later ones.
    const coming = new Map<string, Read[]>()
    read.forEach((each, index) => {
      const known = held[index] ?? null
      if (known !== null && 'wrong' in known) outcomes[each.at] = refusedFor(known.column, known.wrong)
      else if (known !== null) {
        const by = before.get(rowKeyOf({ unitId: known.unitId, key: 'unit' }))
        outcomes[each.at] =
          by !== undefined && by.importId === importId && !isSameRow(by, importId, each.row)
            ? refusedFor(null, ['ROW_REPEATED', { sheet: by.sheet, row: by.row }])
            : { kind: 'present', recordKind: 'unit', recordId: known.unitId }
      } else {
        const rivals = each.keys.flatMap((key) => coming.get(key) ?? [])
        const verdict = onRegister(
          tx,
          each.entry,
          rivals.map(({ entry, at }) => ({
            ...featuresOfEntry(entry),
            unitId: String(at),
            organisationId: tx.actor.scope.organisationId,
            closedOn: null,
            aliasOf: null,
          })),
        )
        const first = verdict !== null && 'unitId' in verdict ? rivals.find(({ at }) => String(at) === verdict.unitId) : undefined
        if (first !== undefined) outcomes[each.at] = refusedFor(null, ['ROW_REPEATED', { sheet: first.row.sheet, row: first.row.row }])
        else if (verdict !== null && 'wrong' in verdict) outcomes[each.at] = refusedFor(verdict.column, verdict.wrong)
        else {
          fresh.push(each)
          for (const key of each.keys) coming.set(key, [...(coming.get(key) ?? []), each])
        }
      }
    })
    const made = await newUnitRows(
      tx,
      needs,
      fresh.map(({ entry }) => entry),
    )
    fresh.forEach(({ at }, index) => {
      outcomes[at] = { kind: 'taken', recordKind: 'unit', recordId: made[index]!.unit_id }
    })
    if (dryRun || made.length === 0) return ok(outcomes)
    await keepRows(
      tx,
      made.map(({ unit_id, recorded_region, region_code, organisation_id }, index) => ({
        unitId: unit_id,
        key: 'unit',
        recordId: unit_id,
        importId,
        sheet: fresh[index]!.row.sheet,
        row: fresh[index]!.row.row,
        digest: fresh[index]!.row.digest,
        recordedRegion: recorded_region,
        regionCode: region_code,
        organisationId: organisation_id,
      })),
    )
    await writeDeltas(tx, await registerUnits(tx, made, importId))
    tellTaken(
      tx,
      { importId, kind: 'unit' },
      made.map(({ region_code }) => region_code),
    )
    return ok(outcomes)
  },
})
