import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Settings } from '../../rules/actions.ts'
import type { EventOf } from '../../rules/events.ts'
import { countsOfHazard, type Delta } from '../../rules/figures.ts'
import type { Hazard } from '../../rules/hazard.ts'
import { numberText, seriesOf } from '../../rules/hazardNumber.ts'
import { owingRows, recordIdOf, stateColumnsOf } from '../hazardRow.ts'
import { insertText, rowsText } from './bulk.ts'
import type { LedgerUnit } from './unitLookup.ts'

/** A hazard of a ledger with the event that begins it and its unit. */
export type Entered = { readonly event: EventOf<'entered'>; readonly hazard: Hazard; readonly unit: LedgerUnit }

/** The numbers of hazards, in their order: one range of each county's series of each year for all of them. */
const numbersOf = async (tx: Tx, entered: readonly Entered[]): Promise<readonly string[]> => {
  const seriesAndYear = entered.map(({ event, unit }) => `${seriesOf(unit.region_code)} ${event.ledger.foundOn.slice(0, 4)}`)
  const wanted = new Map<string, number>()
  for (const key of seriesAndYear) wanted.set(key, (wanted.get(key) ?? 0) + 1)
  // In one order for everybody, so that two importers do not wait in a circle.
  const keys = [...wanted.keys()].toSorted()
  const { rows } = await sql<{ series: string; year: number; first: number }>`
    select series, year, hazards.take_numbers(series, year, wanted) as first
    from unnest(${keys.map((key) => key.slice(0, 6))}::text[], ${keys.map((key) => Number(key.slice(7)))}::integer[], ${keys.map((key) => wanted.get(key) ?? 0)}::integer[])
      with ordinality as asked (series, year, wanted, place) order by place`.execute(tx.tables())
  const next = new Map(rows.map(({ series, year, first }) => [`${series} ${year}`, first]))
  return entered.map(({ unit, event }, index) => {
    const key = seriesAndYear[index] ?? ''
    const place = next.get(key)
    if (place === undefined) throw new Error('the series gave no number')
    next.set(key, place + 1)
    return numberText({ regionCode: unit.region_code, year: Number(event.ledger.foundOn.slice(0, 4)), place })
  })
}

/** Hazards of which the rows are made at once: while PostgreSQL writes these, the process makes the next ones. */
const chunk = 250

const stateRow = ({ hazard, unit }: Entered, number: string | undefined, settings: Settings): object => ({
  ...stateColumnsOf(hazard, settings),
  hazard,
  unit_id: hazard.unitId,
  id: hazard.id,
  number,
  recorded_region: unit.region_code,
  region_code: unit.region_code,
  organisation_id: unit.organisation_id,
  industry_code: unit.industry_code,
  campaign_id: null,
  registered: false,
  how: hazard.found.how,
  description: hazard.found.description,
  found_at: hazard.found.step.claimedAt,
})

const eventRow = ({ event, hazard }: Entered): object => ({
  unit_id: hazard.unitId,
  hazard_id: hazard.id,
  version: 1,
  kind: event.kind,
  person_id: event.step.by.personId,
  at: event.step.receivedAt,
  event,
})

/** The record of one hazard; the numbers it bears elsewhere and the names in the ledger are no part of it. */
const putOnRecord = (tx: Tx, { event, hazard, unit }: Entered): void => {
  const { importId, row, sheet } = event.ledger
  tx.audit({
    action: 'hazard.enter',
    record: { kind: 'hazard', id: recordIdOf(hazard) },
    regionCode: unit.region_code,
    organisationId: unit.organisation_id,
    after: { version: 1, state: hazard.state, level: hazard.level, event: event.kind, importId, sheet, row },
  })
}

/**
 * Writes hazards of a ledger: state, event, what is owed, the record. Rows are made while the former ones are written, and
 * one statement runs at a time.
 * @returns what changed in the figures
 */
export const keepHazards = async (
  tx: Tx,
  entered: readonly Entered[],
  settingsOf: (organisationId: string | null) => Settings,
): Promise<readonly Delta[]> => {
  const numbers = await numbersOf(tx, entered)
  const deltas: Delta[] = []
  let writing: Promise<unknown> = Promise.resolve()
  const write = async (table: string, rows: readonly object[]): Promise<void> => {
    const made = await rowsText(tx, table, rows)
    await writing
    writing = insertText(tx, made)
  }
  for (let from = 0; from < entered.length; from += chunk) {
    const some = entered.slice(from, from + chunk)
    await write(
      'hazards.hazard',
      some.map((each, index) => stateRow(each, numbers[from + index], settingsOf(each.unit.organisation_id))),
    )
    await write('hazards.hazard_event', some.map(eventRow))
    await write(
      'hazards.owing',
      some.flatMap(({ hazard, unit }) =>
        owingRows(
          hazard,
          { unitName: unit.name, regionCode: unit.region_code, organisationId: unit.organisation_id },
          settingsOf(unit.organisation_id),
        ),
      ),
    )
    for (const each of some) {
      putOnRecord(tx, each)
      const { region_code: regionCode, industry_code: industryCode } = each.unit
      deltas.push(...countsOfHazard(each.hazard, { regionCode, industryCode, campaignId: null, registered: false }))
    }
  }
  await writing
  return deltas
}
