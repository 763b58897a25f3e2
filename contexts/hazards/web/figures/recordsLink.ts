import { overdueRecordsOf, recordsOf, type FigureCell, type FigureRecords } from '../../rules/figureRecords.ts'
import type { MeasureName } from './measures.ts'

/** The place of a number among the figures: everything that it is narrowed to; empty where it is not. */
export type Place = {
  readonly region: string
  /** Those recorded in that very region, and not in one below it. */
  readonly regionAlone: boolean
  readonly month: string
  readonly level: string
  readonly state: string
  /** A figure tells industries apart by their very code. */
  readonly industry: string
}

const orNull = <Value extends string>(text: string): Value | null => (text === '' ? null : (text as Value))

const cellAt = ({ region, regionAlone, month, level, state, industry }: Place): Omit<FigureCell, 'figure'> => ({
  regionCode: region,
  // Told apart down to villages, whatever stands in the region itself is a cell of its own.
  regionLevel: regionAlone ? 'village' : undefined,
  industryCode: orNull(industry),
  campaignId: null,
  period: orNull(month),
  level: orNull(level),
  state: orNull(state),
})

const figureOf: { readonly [Name in Exclude<MeasureName, 'overdue'>]: FigureCell['figure'] } = {
  found: 'hazards',
  open: 'hazards',
  major: 'hazards',
  closed: 'closed',
  days: 'closedDays',
  listed: 'listed',
  recurrent: 'recurrent',
  falselyClosed: 'falselyClosed',
  visits: 'visits',
  notAdmitted: 'notAdmitted',
  unitsChecked: 'unitsChecked',
  coverage: 'unitsChecked',
  units: 'units',
}

const recordsAt = (name: MeasureName, place: Place): FigureRecords => {
  const cell = cellAt(place)
  if (name === 'overdue') return overdueRecordsOf(cell)
  const counted = { ...cell, figure: figureOf[name], ...(name === 'major' ? { level: 'major' as const } : {}) }
  // Units that were checked have a list by the month alone.
  const records = recordsOf(counted) ?? recordsOf({ ...cell, figure: 'units' })
  if (records === null) throw new Error(`no list shows what ${name} counts`)
  return name === 'open' ? { ...records, query: { ...records.query, open: 'true' } } : records
}

/** The list of exactly the records that a number counts, by the rule that is held against the lists. */
export const recordsLink = (name: MeasureName, place: Place): string => {
  const { list, query } = recordsAt(name, place)
  const given = Object.entries(query).filter(([, value]) => value !== '')
  const text = new URLSearchParams(given).toString()
  return text === '' ? `/${list}` : `/${list}?${text}`
}
