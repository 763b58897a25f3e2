import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { nameLikeness, plainName } from '../../rules/duplicates.ts'
import type { LedgerWrong } from '../../rules/ledger/faults.ts'
import type { UnitNamed } from '../../rules/ledger/hazardRow.ts'
import type { UnitRow } from '../unitStore.ts'

/** A unit of the register as a ledger's row needs it. */
export type LedgerUnit = Pick<
  UnitRow,
  'unit_id' | 'name' | 'uscc' | 'recorded_region' | 'region_code' | 'organisation_id' | 'industry_code' | 'closed_on' | 'alias_of'
> & { readonly plain: string }

/** The unit of a row; what is wrong with what the row says of it; or null, where the register does not know it. */
export type UnitFound = { readonly unit: LedgerUnit } | { readonly wrong: LedgerWrong; readonly column: string } | null

const columns = sql`unit.unit_id, unit.name, unit.uscc, unit.recorded_region, unit.region_code, unit.organisation_id, unit.industry_code,
  unit.closed_on, unit.alias_of`

const withPlain = <Row extends { readonly name: string }>(row: Row): Row & { readonly plain: string } => ({
  ...row,
  plain: plainName(row.name),
})

type Found = Omit<LedgerUnit, 'plain'> & { readonly asked: string }

/**
 * Units in scope, each under what was asked for. Every look is one into an index: while the register is young the planner
 * knows nothing of it, and would read all of it for each of a thousand keys (measured: 2.5 s instead of 15 ms).
 */
const looks = async (tx: Tx, asked: readonly string[], look: RawBuilder<unknown>): Promise<ReadonlyMap<string, readonly LedgerUnit[]>> => {
  if (asked.length === 0) return new Map()
  const { lo, hi, organisationId } = tx.actor.scope
  const { rows } = await sql<Found>`
    select asked.text as asked, ${columns} from unnest(${[...new Set(asked)]}::text[]) as asked (text)
    cross join lateral (${look} offset 0) as unit
    where unit.region_code >= ${lo} and unit.region_code < ${hi}
      ${organisationId === null ? sql`` : sql`and unit.organisation_id = ${organisationId}::uuid`}`.execute(tx.tables())
  return Map.groupBy(rows.map(withPlain), (row) => row.asked)
}

/** By their keys: credit code, or name and county. */
const byKeys = (tx: Tx, keys: readonly string[]) =>
  looks(
    tx,
    keys,
    sql`select unit.* from (select unit_id from hazards.unit_key where unit_key.key = asked.text offset 0) as named
      cross join lateral (select * from hazards.unit where unit.unit_id = named.unit_id offset 0) as unit`,
  )

/** By exactly their names: for rows that name neither code nor place. */
const byNames = (tx: Tx, names: readonly string[]) => looks(tx, names, sql`select * from hazards.unit where unit.name = asked.text`)

/** The units that stand for those that were joined to another, by id. */
const byIds = (tx: Tx, ids: readonly string[]) => looks(tx, ids, sql`select * from hazards.unit where unit.unit_id = asked.text::uuid`)

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
  const ofNames = await byNames(
    tx,
    lost.map(({ each }) => each.name),
  )
  const found = asked.map(({ each, plain, codeKey, nameKey }) =>
    judge(each, plain, under(codeKey), nameKey === null ? (ofNames.get(each.name) ?? []) : under(nameKey)),
  )
  const joined = found.flatMap((each) => (each !== null && 'unit' in each && each.unit.alias_of !== null ? [each.unit.alias_of] : []))
  if (joined.length === 0) return found
  const stands = await byIds(tx, joined)
  return found.map((each) => {
    if (each === null || !('unit' in each) || each.unit.alias_of === null) return each
    const [unit] = stands.get(each.unit.alias_of) ?? []
    return unit === undefined ? null : { unit }
  })
}
