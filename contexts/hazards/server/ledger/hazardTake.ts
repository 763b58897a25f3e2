import { randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import { asWritten } from '../../../../kernel/law.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { LedgerKind, RowOutcome } from '../../../../platform/ledger.ts'
import { sm3Hex } from '../../../../platform/secrets/sm.ts'
import type { Settings } from '../../rules/actions.ts'
import { begin } from '../../rules/begin.ts'
import { itemOf } from '../../rules/criteria.ts'
import type { EventOf } from '../../rules/events.ts'
import type { Delta } from '../../rules/figures.ts'
import type { CitedItem, Hazard } from '../../rules/hazard.ts'
import { fault } from '../../rules/ledger/faults.ts'
import { hazardColumns } from '../../rules/ledger/hazardColumns.ts'
import { readHazardRow, type HazardEntry } from '../../rules/ledger/hazardRow.ts'
import { whoOf } from '../../rules/people.ts'
import { libraryOf } from '../criteriaStore.ts'
import { writeDeltas } from '../figureStore.ts'
import { personOf } from '../personOf.ts'
import { keepHazards, type Entered } from './hazardKeep.ts'
import { keepRows } from './ledgerRows.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { withoutOwnHazards } from './ownRecords.ts'
import { importerOf, refused, refusedFor, rowFactsOf } from './outcomes.ts'
import { rowsToKeep, settle, tellingNumber, type Ready } from './settle.ts'
import { tellTaken } from './tellTaken.ts'
import { unitsOfRows, unknownUnitChoice } from './unitOrRegister.ts'
import { registerUnits } from './unitRegister.ts'

type Item = { readonly cited: CitedItem | null }

/** Items of the checklists by the keys that the batch names, each as it stood on the day asked for. */
const itemReader = async (tx: Tx, asked: boolean): Promise<(key: string, on: string) => CitedItem | null> => {
  const library = asked ? await libraryOf(tx) : []
  return (key, on) => {
    const found = itemOf(library, key, on)
    return found && { code: found.item.key, edition: found.checklist.edition, clause: found.item.clause, makesMajor: found.item.makesMajor }
  }
}

/** Under which key a hazard is found again: the ledger's number, else its day and what was found. */
const keyOf = ({ description, said }: HazardEntry): string => {
  const number = tellingNumber(said.number)
  return number === null ? `hazard/${sm3Hex(`${said.foundOn}\n${description}`)}` : `hazard/no/${number}`
}

const settingsOf = async (
  tx: Tx,
  needs: LedgerNeeds,
  organisationIds: readonly (string | null)[],
): Promise<(id: string | null) => Settings> => {
  const usual: Settings = { tightened: asWritten, calendar: publicHolidays }
  const tightened = await needs.tightenedForEach(tx, [...new Set(organisationIds.filter((id) => id !== null))])
  const made = new Map([...tightened].map(([id, values]) => [id, { ...usual, tightened: values }]))
  return (id) => (id === null ? usual : (made.get(id) ?? usual))
}

/** The hazards of the rows that are new. */
const enteredOf = (tx: Tx, actor: PersonActor, importId: string, fresh: readonly Ready<HazardEntry & Item>[]): readonly Entered[] =>
  fresh.map(({ entry: { how, description, place, cited, said }, unit, row: { sheet, row } }) => {
    const event: EventOf<'entered'> = {
      kind: 'entered',
      hazardId: randomUUIDv7(),
      step: { by: whoOf(personOf(actor, { organisationId: unit.organisation_id })), claimedAt: tx.at, receivedAt: tx.at },
      unitId: unit.unit_id,
      organisationId: unit.organisation_id,
      how,
      description,
      // A ledger's position is of the map, not of a device.
      place: place && { ...place, accuracyMetres: 0 },
      item: cited,
      ledger: { importId, sheet, row, takenAt: tx.at, ...said },
    }
    const hazard: Hazard = begin(event)
    return { event, hazard, unit }
  })

/** The ledger of hazards (隐患排查治理台账): what was found, ordered, put right and closed before the product had it. */
export const hazardLedger = (needs: LedgerNeeds): LedgerKind => ({
  kind: 'hazard',
  title: { zh: '隐患排查治理台账', en: 'Ledger of hazards' },
  action: 'hazard.enter',
  columns: hazardColumns,
  choices: [unknownUnitChoice],
  take: async (tx, { importId, choices, dryRun, turn }, rows) => {
    const register = choices['unknownUnit'] === 'register'
    const importer = importerOf(tx, 'hazard.enter', ...(register ? (['unit.add'] as const) : []))
    if (!importer.ok) return importer
    const facts = rowFactsOf(tx, needs)
    const outcomes: RowOutcome[] = []
    const read = (await withoutOwnHazards(tx, rows, outcomes)).flatMap(({ row, at }) => {
      const result = readHazardRow(row.values, facts)
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
    const item = await itemReader(
      tx,
      read.some(({ entry }) => entry.itemKey !== null),
    )
    const ready: Ready<HazardEntry & Item>[] = []
    read.forEach(({ at, row, entry }, index) => {
      const of = units[index]
      if (of === undefined) throw new RangeError('each row has a unit or its faults')
      if ('faults' in of) {
        outcomes[at] = refused(...of.faults)
        return
      }
      const { unit } = of
      const { said, itemKey } = entry
      if (unit.closed_on !== null && said.foundOn > unit.closed_on) {
        outcomes[at] = refusedFor('unitName', ['UNIT_CLOSED', { name: unit.name, closedOn: unit.closed_on, day: said.foundOn }])
        return
      }
      const cited = itemKey === null ? null : item(itemKey, said.foundOn)
      if (itemKey !== null && cited === null) outcomes[at] = refused(fault('item', 'ITEM_UNKNOWN', { text: itemKey }))
      else if (cited?.makesMajor === true && said.level === 'general')
        outcomes[at] = refused(fault('level', 'LEVEL_BELOW_ITEM', { item: cited.code }))
      else ready.push({ at, row, unit, key: keyOf(entry), number: tellingNumber(said.number), entry: { ...entry, cited } })
    })
    await turn?.()
    const fresh = await settle(tx, { importId, recordKind: 'hazard' }, ready, outcomes)
    const entered = enteredOf(tx, importer.value, importId, fresh)
    fresh.forEach(({ at, unit }, index) => {
      outcomes[at] = { kind: 'taken', recordKind: 'hazard', recordId: `${unit.unit_id}.${entered[index]?.hazard.id ?? ''}` }
    })
    if (dryRun || fresh.length === 0) return ok(outcomes)
    const needed = new Set(fresh.map(({ unit }) => unit.unit_id))
    const registered = made.filter(({ unit_id }) => needed.has(unit_id))
    const deltas: Delta[] = [...(await registerUnits(tx, registered, importId))]
    await keepRows(
      tx,
      rowsToKeep(
        importId,
        fresh,
        entered.map(({ hazard }) => hazard.id),
      ),
    )
    const settings = await settingsOf(
      tx,
      needs,
      entered.flatMap(({ hazard, unit }) => (hazard.state === 'closed' ? [] : [unit.organisation_id])),
    )
    deltas.push(...(await keepHazards(tx, entered, settings)))
    await writeDeltas(tx, deltas)
    tellTaken(
      tx,
      { importId, kind: 'hazard' },
      entered.map(({ unit }) => unit.region_code),
    )
    return ok(outcomes)
  },
})
