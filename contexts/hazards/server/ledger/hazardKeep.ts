import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Settings } from '../../rules/actions.ts'
import type { EventOf } from '../../rules/events.ts'
import { countsOfHazard, type Delta } from '../../rules/figures.ts'
import { doneAt, type Hazard } from '../../rules/hazard.ts'
import { numberText, seriesOf } from '../../rules/hazardNumber.ts'
import { owingRows, recordIdOf, stateColumnsOf } from '../hazardRow.ts'
import { insertRows } from './bulk.ts'
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

/**
 * Writes hazards of a ledger: state, event, what is owed, the record; each table in one statement.
 * @returns what changed in the figures
 */
export const keepHazards = async (
  tx: Tx,
  entered: readonly Entered[],
  settingsOf: (organisationId: string | null) => Settings,
): Promise<readonly Delta[]> => {
  const numbers = await numbersOf(tx, entered)
  const deltas: Delta[] = []
  const states: object[] = []
  const events: object[] = []
  const owing: object[] = []
  entered.forEach(({ event, hazard, unit }, index) => {
    const settings = settingsOf(unit.organisation_id)
    const place = { unitName: unit.name, regionCode: unit.region_code, organisationId: unit.organisation_id }
    states.push({
      ...stateColumnsOf(hazard, settings),
      hazard,
      unit_id: hazard.unitId,
      id: hazard.id,
      number: numbers[index],
      recorded_region: unit.region_code,
      region_code: unit.region_code,
      organisation_id: unit.organisation_id,
      industry_code: unit.industry_code,
      campaign_id: null,
      registered: false,
      how: hazard.found.how,
      description: hazard.found.description,
      found_at: doneAt(hazard.found.step).toString({ smallestUnit: 'millisecond' }),
    })
    events.push({
      unit_id: hazard.unitId,
      hazard_id: hazard.id,
      version: 1,
      kind: event.kind,
      person_id: event.step.by.personId,
      at: event.step.receivedAt,
      event,
    })
    owing.push(...owingRows(hazard, place, settings))
    deltas.push(
      ...countsOfHazard(hazard, { regionCode: unit.region_code, industryCode: unit.industry_code, campaignId: null, registered: false }),
    )
    const { importId, row, sheet } = event.ledger
    tx.audit({
      action: 'hazard.enter',
      record: { kind: 'hazard', id: recordIdOf(hazard) },
      regionCode: unit.region_code,
      organisationId: unit.organisation_id,
      after: { version: 1, state: hazard.state, level: hazard.level, event: event.kind, importId, sheet, row },
    })
  })
  await insertRows(tx, 'hazards.hazard', states)
  await insertRows(tx, 'hazards.hazard_event', events)
  await insertRows(tx, 'hazards.owing', owing)
  return deltas
}
