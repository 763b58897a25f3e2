import type { Visit } from '../coverage.ts'
import type { Side } from '../people.ts'
import type { Values } from './column.ts'
import { unitNamedIn, wayIn, type HazardRowFacts, type UnitNamed } from './hazardRow.ts'
import { countIn, dayIn, readingOf, type Reading } from './reading.ts'
import { rowRead, type RowRead } from './unitRow.ts'
import { visitResultOf } from './words.ts'

/** What an old ledger says of a visit, in its own words; nobody here made it. */
export type VisitSaid = {
  readonly number: string | null
  readonly by: string | null
  readonly department: string | null
  /** How many hazards were found on it. */
  readonly found: number | null
}

/** The same with where it stood. */
export type LedgerVisit = VisitSaid & { readonly importId: string; readonly sheet: number; readonly row: number }

/** A visit as a row tells it. */
export type VisitEntry = {
  readonly unit: UnitNamed
  readonly on: string
  readonly how: Visit['how']
  readonly result: Visit['result']
  readonly note: string
  readonly said: VisitSaid
}

const resultIn = (reading: Reading): Visit['result'] => {
  const text = reading.text('result')
  if (text === '') return 'checked'
  return visitResultOf(text) ?? reading.wrong('result', 'RESULT_UNKNOWN', { text: text.slice(0, 40) }) ?? 'checked'
}

const visitWayIn = (reading: Reading, side: Side): Visit['how'] => {
  const way = wayIn(reading, side)
  if (way === 'publicReport') {
    reading.wrong('how', 'WAY_UNSUITED', { way: { zh: '群众举报', en: 'public report' } })
    return 'departmentCheck'
  }
  // A unit checks itself, and nobody else's check is its own.
  if (side === 'unit' && way !== 'selfCheck') reading.wrong('how', 'WAY_UNSUITED', { way: { zh: '他人的检查', en: 'check of others' } })
  if (side === 'authority' && way === 'selfCheck')
    reading.wrong('how', 'WAY_UNSUITED', { way: { zh: '单位自查', en: 'self-check of the unit' } })
  return way
}

/** The visit that a row of a ledger tells of. */
export const readVisitRow = (values: Values, facts: HazardRowFacts): RowRead<VisitEntry> => {
  const reading = readingOf(values)
  const unit = unitNamedIn(reading, facts)
  const on = dayIn(reading, values, 'on', { today: facts.today, needed: true })
  const how = visitWayIn(reading, facts.side)
  const result = resultIn(reading)
  const said = {
    number: reading.words('number', { most: 60 }),
    by: reading.words('by', { most: 60 }),
    department: reading.words('department', { most: 100 }),
    found: countIn(reading, 'found'),
  }
  const note = reading.words('note', { most: 2000 }) ?? ''
  return rowRead(reading, () => ({ unit, on: on ?? '', how, result, note, said }))
}
