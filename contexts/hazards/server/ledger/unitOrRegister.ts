import type { Tx } from '../../../../platform/database/transaction.ts'
import { duplicateKeys, plainName } from '../../rules/duplicates.ts'
import type { Values } from '../../rules/ledger/column.ts'
import { fault, faultOf, type LedgerFault } from '../../rules/ledger/faults.ts'
import type { UnitNamed } from '../../rules/ledger/hazardRow.ts'
import { industryIn } from '../../rules/ledger/industry.ts'
import { readingOf } from '../../rules/ledger/reading.ts'
import { kindIn, type UnitEntry } from '../../rules/ledger/unitRow.ts'
import { lockKeys } from '../unitStore.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { findUnits, type LedgerUnit } from './unitLookup.ts'
import { candidatesByKey, featuresOfEntry, newUnitRows, onRegister, type NewUnitRow } from './unitRegister.ts'

/** What becomes of a unit that a ledger names and the register does not know. */
export const unknownUnitChoice = {
  key: 'unknownUnit',
  title: { zh: '库中没有的单位', en: 'Units not on the register' },
  values: [
    { key: 'refuse', title: { zh: '退回这一行', en: 'Send the row back' } },
    { key: 'register', title: { zh: '按台账登记，行业和属地须写明', en: 'Register it, where industry and place are told' } },
  ],
} as const

/** A row with the unit that it names. */
export type Naming = { readonly unit: UnitNamed; readonly values: Values }

/** The unit of a row, or everything that is wrong with it. */
export type UnitOfRow = { readonly unit: LedgerUnit } | { readonly faults: readonly LedgerFault[] }

/** A unit that the row itself holds enough of to be registered. */
const entryOf = ({ unit: { name, uscc, regionCode }, values }: Naming): UnitEntry | readonly LedgerFault[] => {
  const reading = readingOf(values)
  const industryCode = industryIn(reading, 'industry')
  if (reading.text('industry') === '') reading.wrong('industry', 'INDUSTRY_MISSING', {})
  if (regionCode === null) reading.wrong('region', 'REGION_MISSING', {})
  if (reading.faults.length > 0 || industryCode === null || regionCode === null) return reading.faults
  const kind = kindIn(readingOf({}), uscc) ?? 'place'
  return { name, uscc, regionCode, industryCode, kind, address: null, riskColour: null, place: null, registeredOn: null }
}

const isFaults = (made: UnitEntry | readonly LedgerFault[]): made is readonly LedgerFault[] => Array.isArray(made)

const ledgerUnitOf = (row: NewUnitRow): LedgerUnit => ({ ...row, plain: plainName(row.name) })

/**
 * The units of the rows of a batch, in the order of the rows, and the rows of those that are to be registered for them. One
 * that several rows name is registered once.
 */
export const unitsOfRows = async (
  tx: Tx,
  needs: LedgerNeeds,
  { register, dryRun }: { readonly register: boolean; readonly dryRun: boolean },
  namings: readonly Naming[],
): Promise<{ readonly units: readonly UnitOfRow[]; readonly made: readonly NewUnitRow[] }> => {
  const found = await findUnits(
    tx,
    namings.map(({ unit }) => unit),
  )
  const known = (index: number): UnitOfRow | null => {
    const each = found[index] ?? null
    return each === null ? null : 'unit' in each ? { unit: each.unit } : { faults: [faultOf(each.column, each.wrong)] }
  }
  const unknown = (name: string): UnitOfRow => ({ faults: [fault('unitName', 'UNIT_UNKNOWN', { name })] })
  if (!register) return { units: namings.map(({ unit }, index) => known(index) ?? unknown(unit.name)), made: [] }

  const wanted = namings.flatMap((naming, index) => (known(index) === null ? [{ index, entry: entryOf(naming) }] : []))
  const entries = wanted.flatMap(({ index, entry }) =>
    isFaults(entry) ? [] : [{ index, entry, keys: duplicateKeys(featuresOfEntry(entry)) }],
  )
  const keys = entries.flatMap((each) => each.keys)
  if (!dryRun) await lockKeys(tx, keys)
  const candidates = await candidatesByKey(tx, keys)
  const first = new Map<string, number>()
  const distinct: UnitEntry[] = []
  const outcomes = new Map<number, { readonly faults: readonly LedgerFault[] } | { readonly of: number } | { readonly id: string }>()
  for (const { index, entry } of wanted) if (isFaults(entry)) outcomes.set(index, { faults: entry })
  for (const { index, entry, keys: own } of entries) {
    const on = onRegister(tx, entry, [
      ...new Map(own.flatMap((key) => (candidates.get(key) ?? []).map((each) => [each.unitId, each]))).values(),
    ])
    if (on !== null) {
      outcomes.set(index, 'wrong' in on ? { faults: [faultOf(on.column, on.wrong)] } : { id: on.unitId })
      continue
    }
    const place = own.map((key) => first.get(key)).find((at) => at !== undefined) ?? distinct.length
    if (place === distinct.length) distinct.push(entry)
    for (const key of own) if (!first.has(key)) first.set(key, place)
    outcomes.set(index, { of: place })
  }
  const made = await newUnitRows(tx, needs, distinct)
  // Another importer registered it between the look and the lock: what it is now is asked again, by its name.
  const late = [...outcomes].flatMap(([index, outcome]) => ('id' in outcome ? [index] : []))
  const again = await findUnits(
    tx,
    late.flatMap((index) => namings[index]?.unit ?? []),
  )
  const units = namings.map(({ unit }, index): UnitOfRow => {
    const outcome = outcomes.get(index)
    if (outcome === undefined) return known(index) ?? unknown(unit.name)
    if ('faults' in outcome) return outcome
    if ('of' in outcome) {
      const row = made[outcome.of]
      return row === undefined ? unknown(unit.name) : { unit: ledgerUnitOf(row) }
    }
    const now = again[late.indexOf(index)] ?? null
    return now !== null && 'unit' in now ? { unit: now.unit } : unknown(unit.name)
  })
  return { units, made }
}
