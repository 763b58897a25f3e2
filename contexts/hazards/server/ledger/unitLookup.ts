import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { nameLikeness, plainName } from '../../rules/duplicates.ts'
import type { LedgerWrong } from '../../rules/ledger/faults.ts'
import type { UnitNamed } from '../../rules/ledger/hazardRow.ts'
import { unitsInScope, type UnitRow } from '../unitStore.ts'

/** A unit of the register as a ledger's row needs it. */
export type LedgerUnit = Pick<
  UnitRow,
  'unit_id' | 'name' | 'uscc' | 'recorded_region' | 'region_code' | 'organisation_id' | 'industry_code' | 'closed_on' | 'alias_of'
> & { readonly plain: string }

/** The unit of a row; what is wrong with what the row says of it; or null, where the register does not know it. */
export type UnitFound = { readonly unit: LedgerUnit } | { readonly wrong: LedgerWrong; readonly column: string } | null

const columns = [
  'unit.unit_id',
  'unit.name',
  'unit.uscc',
  'unit.recorded_region',
  'unit.region_code',
  'unit.organisation_id',
  'unit.industry_code',
  'unit.closed_on',
  'unit.alias_of',
] as const

const withPlain = <Row extends { readonly name: string }>(row: Row): Row & { readonly plain: string } => ({
  ...row,
  plain: plainName(row.name),
})

/** Units in scope under any of the keys, by key. */
const byKeys = async (tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerUnit[]>> => {
  if (keys.length === 0) return new Map()
  const rows = await unitsInScope(tx)
    .innerJoin('hazards.unit_key as key', 'key.unit_id', 'unit.unit_id')
    .select([...columns, 'key.key'])
    .where(sql<boolean>`key.key = any(${[...keys]}::text[])`)
    .execute()
  return Map.groupBy(rows.map(withPlain), ({ key }) => key)
}

/** Units in scope of exactly these names, by name: for rows that name neither code nor place. */
const byNames = async (tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerUnit[]>> => {
  if (names.length === 0) return new Map()
  const rows = await unitsInScope(tx)
    .select([...columns])
    .where(sql<boolean>`unit.name = any(${[...names]}::text[])`)
    .execute()
  return Map.groupBy(rows.map(withPlain), ({ name }) => name)
}

/** The units that stand for those that were joined to another. */
const standing = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LedgerUnit>> => {
  if (ids.length === 0) return new Map()
  const rows = await unitsInScope(tx)
    .select([...columns])
    .where(sql<boolean>`unit.unit_id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, withPlain(row)]))
}

/** Below this likeness two names under one credit code are not two spellings of one name. */
const sameSpelling = 0.5

/** Whether one code lies within the other: a town within its county, a county around its town. */
const nested = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

const narrowed = (units: readonly LedgerUnit[], tests: readonly ((unit: LedgerUnit) => boolean)[]): readonly LedgerUnit[] =>
  tests.reduce((left, holds) => {
    const kept = left.filter(holds)
    return kept.length === 0 ? left : kept
  }, units)

const chosen = ({ name, regionCode }: UnitNamed, plain: string, candidates: readonly LedgerUnit[]): UnitFound => {
  const left = narrowed(candidates, [
    ({ closed_on, alias_of }) => closed_on === null && alias_of === null,
    (unit) => unit.plain === plain,
    (unit) => regionCode === null || nested(unit.region_code, regionCode),
  ])
  const [first, second] = left
  if (first === undefined) return null
  const one = second === undefined || left.every((unit) => (unit.alias_of ?? unit.unit_id) === (first.alias_of ?? first.unit_id))
  return one
    ? { unit: first }
    : {
        column: 'unitName',
        wrong: ['UNIT_AMBIGUOUS', { name, candidates: left.map((unit) => `${unit.name} ${unit.region_code}`).slice(0, 5) }],
      }
}

/** The county of a row by its place, else the importer's own where his scope lies in one. */
const countyOf = (tx: Tx, { regionCode }: UnitNamed): string | null => {
  const { lo } = tx.actor.scope
  return regionCode?.slice(0, 6) ?? (lo.length >= 6 ? lo.slice(0, 6) : null)
}

const judge = (named: UnitNamed, plain: string, ofCode: readonly LedgerUnit[], ofName: readonly LedgerUnit[]): UnitFound => {
  if (ofCode.length > 0) {
    const alike = ofCode.filter((unit) => unit.plain === plain || nameLikeness(unit.plain, plain) >= sameSpelling)
    if (alike.length > 0) return chosen(named, plain, alike)
    return { column: 'uscc', wrong: ['UNIT_OF_THIS_CODE_OTHERWISE_NAMED', { name: named.name, registeredName: ofCode[0]?.name ?? '' }] }
  }
  // Two codes are two legal persons, whatever they are called.
  return chosen(
    named,
    plain,
    ofName.filter(({ uscc }) => named.uscc === null || uscc === null || uscc === named.uscc),
  )
}

/**
 * The units that the rows of a batch speak of, in the order of the rows: by credit code, else by name and county, else by the
 * name alone. Three questions at most for the whole batch.
 */
export const findUnits = async (tx: Tx, named: readonly UnitNamed[]): Promise<readonly UnitFound[]> => {
  const asked = named.map((each) => {
    const plain = plainName(each.name)
    const county = countyOf(tx, each)
    return {
      each,
      plain,
      codeKey: each.uscc === null ? null : `code/${each.uscc}`,
      nameKey: county === null ? null : `name/${county}/${plain}`,
    }
  })
  const keys = new Set(asked.flatMap(({ codeKey, nameKey }) => [codeKey, nameKey].filter((key) => key !== null)))
  const held = await byKeys(tx, [...keys])
  const under = (key: string | null): readonly LedgerUnit[] => (key === null ? [] : (held.get(key) ?? []))
  const lost = asked.filter(({ codeKey, nameKey }) => nameKey === null && under(codeKey).length === 0)
  const ofNames = await byNames(tx, [...new Set(lost.map(({ each }) => each.name))])
  const found = asked.map(({ each, plain, codeKey, nameKey }) =>
    judge(each, plain, under(codeKey), nameKey === null ? (ofNames.get(each.name) ?? []) : under(nameKey)),
  )
  const joined = found.flatMap((each) => (each !== null && 'unit' in each && each.unit.alias_of !== null ? [each.unit.alias_of] : []))
  if (joined.length === 0) return found
  const stands = await standing(tx, [...new Set(joined)])
  return found.map((each) => {
    if (each === null || !('unit' in each) || each.unit.alias_of === null) return each
    const unit = stands.get(each.unit.alias_of)
    return unit === undefined ? null : { unit }
  })
}
