import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { inScope } from '../../../../kernel/actor.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { duplicateKeys, type UnitFeatures } from '../../rules/duplicates.ts'
import { countsOfUnit, type Delta } from '../../rules/figures.ts'
import type { LedgerWrong } from '../../rules/ledger/faults.ts'
import { matchUnit } from '../../rules/ledger/sameUnit.ts'
import type { UnitEntry } from '../../rules/ledger/unitRow.ts'
import { unitFacts } from '../unitCheck.ts'
import type { UnitRow } from '../unitStore.ts'
import { insertRows } from './bulk.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'

/** A unit of the register as it is compared with one that a ledger names. */
export type Candidate = UnitFeatures & {
  readonly organisationId: string | null
  readonly closedOn: string | null
  readonly aliasOf: string | null
}

/** What tells a unit of a ledger apart. */
export const featuresOfEntry = ({ name, uscc, regionCode, place }: UnitEntry): UnitFeatures => ({
  unitId: '',
  name,
  uscc,
  regionCode,
  place,
})

/** Units of the register under any of the keys, by key: one question for a batch, in scope or not. */
export const candidatesByKey = async (tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Candidate[]>> => {
  if (keys.length === 0) return new Map()
  type Row = Omit<Candidate, 'place'> & { readonly key: string; readonly lng: number | null; readonly lat: number | null }
  const { rows } = await sql<Row>`
    select key, unit_id as "unitId", name, uscc, region_code as "regionCode", organisation_id as "organisationId", lng, lat,
      closed_on as "closedOn", alias_of as "aliasOf"
    from hazards.units_of_keys(${[...keys]}::text[])`.execute(tx.tables())
  const found = new Map<string, Candidate[]>()
  for (const { key, lng, lat, ...unit } of rows) {
    const candidate = { ...unit, place: lng === null || lat === null ? null : { lng, lat } }
    const held = found.get(key)
    if (held === undefined) found.set(key, [candidate])
    else held.push(candidate)
  }
  return found
}

/** What the register says of a unit that a ledger names: on it already, something wrong, or new. */
export const onRegister = (
  tx: Tx,
  entry: UnitEntry,
  candidates: readonly Candidate[],
): { readonly unitId: string } | { readonly wrong: LedgerWrong; readonly column: string } | null => {
  const named = featuresOfEntry(entry)
  const matched = candidates.map((candidate) => ({ candidate, match: matchUnit(named, candidate) }))
  const same = matched.filter(({ match }) => match === 'same').map(({ candidate }) => candidate)
  // What stands open speaks before what was closed, and what lies in scope before what does not.
  const seen = same.filter(({ regionCode, organisationId }) => inScope(tx.actor.scope, { regionCode, organisationId }))
  const found = seen.find(({ closedOn, aliasOf }) => closedOn === null && aliasOf === null) ?? seen[0]
  if (found !== undefined) return { unitId: found.aliasOf ?? found.unitId }
  if (same.length > 0) return { column: 'unitName', wrong: ['UNIT_REGISTERED_ELSEWHERE', { name: entry.name }] }
  const other = matched.find(
    ({ match, candidate: { regionCode, organisationId } }) =>
      match === 'sameCodeOtherName' && inScope(tx.actor.scope, { regionCode, organisationId }),
  )?.candidate
  if (other !== undefined)
    return { column: 'uscc', wrong: ['UNIT_OF_THIS_CODE_OTHERWISE_NAMED', { name: entry.name, registeredName: other.name }] }
  if (matched.some(({ match }) => match === 'sameCodeOtherName'))
    return { column: 'uscc', wrong: ['UNIT_REGISTERED_ELSEWHERE', { name: entry.name }] }
  return null
}

/** A unit of a ledger as the register will hold it. */
export type NewUnitRow = UnitRow

/** The rows of units that are new; those whose credit code an organisation of the product bears are its own. */
export const newUnitRows = async (tx: Tx, needs: LedgerNeeds, entries: readonly UnitEntry[]): Promise<readonly NewUnitRow[]> => {
  const codes = [...new Set(entries.flatMap(({ uscc }) => (uscc === null ? [] : [uscc])))]
  const organisations = await needs.organisationsByUscc(tx, codes)
  const today = dateInBeijing(tx.now).toString()
  return entries.map(({ name, uscc, regionCode, industryCode, kind, address, riskColour, place, registeredOn }) => ({
    unit_id: randomUUIDv7(),
    kind,
    name,
    uscc,
    recorded_region: regionCode,
    region_code: regionCode,
    organisation_id: uscc === null ? null : (organisations.get(uscc) ?? null),
    industry_code: industryCode,
    tags: [],
    risk_colour: riskColour,
    responsible_person_id: null,
    address,
    lng: place?.lng ?? null,
    lat: place?.lat ?? null,
    chemicals: [],
    exposed_people: null,
    registered_on: registeredOn ?? today,
    closed_on: null,
    close_reason: null,
    alias_of: null,
    double_reason: null,
    version: 1,
    made_at: tx.at,
  }))
}

/**
 * Puts units on the register, each on the record; the caller has locked their keys.
 * @returns what changed in the figures
 */
export const registerUnits = async (tx: Tx, rows: readonly NewUnitRow[], importId: string): Promise<readonly Delta[]> => {
  if (rows.length === 0) return []
  await insertRows(tx, 'hazards.unit', rows)
  await insertRows(
    tx,
    'hazards.unit_key',
    rows.flatMap((row) => {
      const { unit_id, recorded_region, region_code, organisation_id, name, uscc } = row
      const keys = duplicateKeys({ unitId: unit_id, name, uscc, regionCode: region_code, place: null })
      return keys.map((key) => ({ unit_id, key, recorded_region, region_code, organisation_id }))
    }),
  )
  for (const row of rows)
    tx.audit({
      action: 'unit.add',
      record: { kind: 'unit', id: row.unit_id },
      regionCode: row.region_code,
      organisationId: row.organisation_id,
      after: { ...unitFacts(row), importId },
    })
  return rows.flatMap(({ region_code, industry_code }) =>
    countsOfUnit({ closedOn: null }, { regionCode: region_code, industryCode: industry_code }),
  )
}
